import {
  DataVizPalette,
  getColorFromToken,
  ResponsiveContainer,
  VerticalBarChart,
} from '@fluentui/react-charts'
import { useMemo } from 'react'
import { useThemeMode } from '../../app/ThemeMode.tsx'
import { CHART_MARGINS } from '../../components/chartMargins.ts'
import { mailbox } from '../../strings/mailboxes.ts'
import type { CycleBar } from './viewModel.ts'

const { cycles: text } = mailbox
const HEIGHT = 240
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })
const dayClock = new Intl.DateTimeFormat(undefined, {
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
})
/** More labels than these would touch each other. */
const TICKS = 8
const DAY_MS = 86_400_000
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })

/** Cycles of one day need no date, those of several no seconds. */
function tickOf(bars: readonly CycleBar[]): (at: Date) => string {
  const times = bars.map(({ at }) => at.getTime())
  const isOneDay = Math.max(...times) - Math.min(...times) < DAY_MS
  return (isOneDay ? clock : dayClock).format
}

export function CycleChart({ bars }: { readonly bars: readonly CycleBar[] }) {
  const { isDark } = useThemeMode()
  const data = useMemo(
    () =>
      bars.map(({ at, seconds, ok }) => ({
        x: at,
        y: seconds,
        xAxisCalloutData: moment.format(at),
        legend: ok ? text.legendOk : text.legendFailed,
        color: getColorFromToken(ok ? DataVizPalette.color1 : DataVizPalette.error, isDark),
      })),
    [bars, isDark],
  )
  return (
    <ResponsiveContainer height={HEIGHT}>
      <VerticalBarChart
        data={data}
        chartTitle={text.chart}
        barWidth="auto"
        maxBarWidth={12}
        yAxisTickCount={4}
        xAxisTickCount={TICKS}
        customDateTimeFormatter={tickOf(bars)}
        margins={CHART_MARGINS}
        hideLabels
        hideLegend={bars.every(({ ok }) => ok)}
      />
    </ResponsiveContainer>
  )
}
