import { Card, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components'
import { lazy, type ReactNode, Suspense } from 'react'
import { LoadingState } from '../../components/states.tsx'
import { monitoring as text } from '../../strings/monitoring.ts'
import type { Bar, BarChart, Point } from './view-model.ts'

const Bars = lazy(() => import('./charts.tsx').then((module) => ({ default: module.Bars })))
const Latency = lazy(() => import('./charts.tsx').then((module) => ({ default: module.Latency })))

const hour = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** One chart of bars. Where nothing happened it says so. */
export function BarCard({
  chart,
  bars,
}: {
  readonly chart: BarChart
  readonly bars: readonly Bar[]
}) {
  const happened = bars.filter(({ of }) => chart.series.some(({ key }) => of[key] > 0))
  return (
    <ChartCard
      title={chart.title}
      isQuiet={happened.length === 0}
      columns={chart.series.map(({ legend }) => legend)}
      rows={happened.map((bar) => ({
        at: bar.from,
        values: chart.series.map(({ key }) => bar.of[key].toLocaleString('en')),
      }))}
    >
      <Bars chart={chart} bars={bars} />
    </ChartCard>
  )
}

export function LatencyCard({ points }: { readonly points: readonly Point[] }) {
  return (
    <ChartCard
      title={text.charts.latency}
      isQuiet={points.length === 0}
      columns={[text.legends.p50, text.legends.p99]}
      rows={points.map(({ at, p50, p99 }) => ({
        at,
        values: [text.seconds(p50), text.seconds(p99)],
      }))}
    >
      <Latency points={points} />
    </ChartCard>
  )
}

interface ChartCardProps {
  readonly title: string
  readonly isQuiet: boolean
  readonly columns: readonly string[]
  readonly rows: readonly { readonly at: Date; readonly values: readonly string[] }[]
  readonly children: ReactNode
}

function ChartCard({ title, isQuiet, columns, rows, children }: ChartCardProps) {
  const styles = useStyles()
  return (
    <Card className={styles.card}>
      <h3 className={styles.title}>{title}</h3>
      <div className={styles.chart}>
        {isQuiet ? (
          <Text className={styles.quiet}>{text.quiet.text}</Text>
        ) : (
          <Suspense fallback={<LoadingState lines={6} />}>{children}</Suspense>
        )}
      </div>
      <details className={styles.details}>
        <summary className={styles.summary}>{text.table}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className={styles.scroll} aria-label={text.tableOf(title)} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{text.hour}</th>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ at, values }) => (
                <tr key={at.getTime()}>
                  <th scope="row">{hour.format(at)}</th>
                  {values.map((value, place) => (
                    <td key={columns[place]}>{value}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </Card>
  )
}

const useStyles = makeStyles({
  card: { minWidth: 0, boxSizing: 'border-box' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  chart: { minHeight: '240px', minWidth: 0, display: 'grid', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground3, textAlign: 'center' },
  details: { color: tokens.colorNeutralForeground2 },
  summary: {
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  scroll: { maxHeight: '240px', overflow: 'auto', marginTop: tokens.spacingVerticalS },
  table: {
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': {
      textAlign: 'start',
      padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXS} 0`,
      fontWeight: tokens.fontWeightRegular,
    },
    '& thead th': { fontWeight: tokens.fontWeightSemibold },
  },
})
