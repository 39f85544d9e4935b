import {
  DataVizPalette,
  getColorFromToken,
  LineChart,
  ResponsiveContainer,
  VerticalStackedBarChart,
} from '@fluentui/react-charts'
import { useMemo } from 'react'
import { useThemeMode } from '../../app/ThemeMode.tsx'
import { CHART_MARGINS } from '../../components/chart-margins.ts'
import { monitoring as text } from '../../strings/monitoring.ts'
import type { Bar, BarChart, Point } from './view-model.ts'

const HEIGHT = 240
const COLORS = [DataVizPalette.color1, DataVizPalette.color5] as const
const hour = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** Bars per stretch of time, one upon the other. */
export function Bars({ chart, bars }: { readonly chart: BarChart; readonly bars: readonly Bar[] }) {
  const { isDark } = useThemeMode()
  const data = useMemo(
    () =>
      bars.map((bar) => ({
        xAxisPoint: bar.from,
        xAxisCalloutData: hour.format(bar.from),
        chartData: chart.series.map(({ key, legend }, place) => ({
          legend,
          data: bar.of[key],
          color: getColorFromToken(COLORS[place]!, isDark),
        })),
      })),
    [bars, chart, isDark],
  )
  return (
    <ResponsiveContainer height={HEIGHT}>
      <VerticalStackedBarChart
        data={data}
        chartTitle={chart.title}
        barWidth="auto"
        maxBarWidth={20}
        yAxisTickCount={4}
        margins={CHART_MARGINS}
        hideLabels
        legendProps={{ allowFocusOnLegends: true }}
      />
    </ResponsiveContainer>
  )
}

/** Median and 99th percentile of the times from mark to activity. */
export function Latency({ points }: { readonly points: readonly Point[] }) {
  const { isDark } = useThemeMode()
  const line = (pick: (point: Point) => number, legend: string, place: 0 | 1) => ({
    legend,
    color: getColorFromToken(COLORS[place], isDark),
    data: points.map((point) => ({
      x: point.at,
      y: pick(point),
      xAxisCalloutData: hour.format(point.at),
    })),
  })
  return (
    <ResponsiveContainer height={HEIGHT}>
      <LineChart
        data={{
          chartTitle: text.charts.latency,
          lineChartData: [
            line(({ p50 }) => p50, text.legends.p50, 0),
            line(({ p99 }) => p99, text.legends.p99, 1),
          ],
        }}
        yAxisTickCount={4}
        margins={CHART_MARGINS}
      />
    </ResponsiveContainer>
  )
}
