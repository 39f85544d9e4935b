import {
  DataVizPalette,
  getColorFromToken,
  ResponsiveContainer,
  VerticalBarChart,
} from '@fluentui/react-charts'
import { useMemo } from 'react'
import { useThemeMode } from '../../app/ThemeMode.tsx'
import { CHART_MARGINS } from '../../components/chart-margins.ts'
import { mailbox } from '../../strings/mailboxes.ts'
import { barLabels, type CycleBar, shownLabels } from './view-model.ts'

const { cycles: text } = mailbox
const HEIGHT = 240
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })

export function CycleChart({ bars }: { readonly bars: readonly CycleBar[] }) {
  const { isDark } = useThemeMode()
  const labels = useMemo(() => barLabels(bars), [bars])
  const data = useMemo(
    () =>
      bars.map(({ at, seconds, ok }, index) => ({
        // A text: bars stand evenly, however long the pauses between cycles were.
        x: labels[index] ?? '',
        y: seconds,
        xAxisCalloutData: moment.format(at),
        legend: ok ? text.legendOk : text.legendFailed,
        color: getColorFromToken(ok ? DataVizPalette.color1 : DataVizPalette.error, isDark),
      })),
    [bars, labels, isDark],
  )
  return (
    <ResponsiveContainer height={HEIGHT}>
      <VerticalBarChart
        data={data}
        chartTitle={text.chart}
        barWidth="auto"
        maxBarWidth={12}
        yAxisTickCount={4}
        tickValues={shownLabels(labels)}
        xAxisInnerPadding={0.3}
        margins={CHART_MARGINS}
        hideLabels
        hideLegend={bars.every(({ ok }) => ok)}
      />
    </ResponsiveContainer>
  )
}
