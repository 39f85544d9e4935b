import { makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components'
import { getRouteApi } from '@tanstack/react-router'
import type { Monitoring } from '@trackmark/admin-api'
import { useMemo } from 'react'
import { PageHeader } from '../../components/PageHeader.tsx'
import { ErrorState, LoadingState } from '../../components/states.tsx'
import { monitoring as text } from '../../strings/monitoring.ts'
import { BarCard, LatencyCard } from './ChartCard.tsx'
import { Tiles, Totals } from './Tiles.tsx'
import { useMonitoring } from './use-monitoring.ts'
import { BAR_CHARTS, barsOf, pointsOf, RANGES, type Range } from './view-model.ts'

const route = getRouteApi('/monitoring')

export function MonitoringPage() {
  const { hours = 24 } = route.useSearch()
  const navigate = route.useNavigate()
  const seen = useMonitoring(hours)
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        actions={
          <Select
            aria-label={text.range}
            value={String(hours)}
            onChange={(_, { value }) =>
              void navigate({ search: { hours: Number(value) as Range }, replace: true })
            }
          >
            {RANGES.map((range) => (
              <option key={range} value={range}>
                {text.ranges[range]}
              </option>
            ))}
          </Select>
        }
      />
      {seen.isPending && <LoadingState lines={16} />}
      {seen.isError && <ErrorState error={seen.error} onRetry={() => void seen.refetch()} />}
      {seen.data !== undefined && <Figures seen={seen.data} />}
    </>
  )
}

function Figures({ seen }: { readonly seen: Monitoring }) {
  const styles = useStyles()
  const bars = useMemo(() => barsOf(seen), [seen])
  const points = useMemo(() => pointsOf(seen), [seen])
  return (
    <>
      <h2 className={styles.heading}>{text.now}</h2>
      <Tiles seen={seen} />
      <h2 className={styles.heading}>{text.over}</h2>
      <Totals total={seen.total} />
      <div className={styles.charts}>
        <BarCard chart={BAR_CHARTS.tracked} bars={bars} />
        <LatencyCard points={points} />
        <BarCard chart={BAR_CHARTS.failures} bars={bars} />
        <BarCard chart={BAR_CHARTS.throttling} bars={bars} />
        <BarCard chart={BAR_CHARTS.removal} bars={bars} />
      </div>
    </>
  )
}

const useStyles = makeStyles({
  heading: { ...typographyStyles.subtitle1, margin: `${tokens.spacingVerticalL} 0` },
  charts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 440px), 1fr))',
    gap: tokens.spacingHorizontalL,
    marginTop: tokens.spacingVerticalL,
  },
})
