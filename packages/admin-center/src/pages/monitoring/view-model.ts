import type { HourFigures, Monitoring } from '@trackmark/admin-api'
import { monitoring as text } from '../../strings/monitoring.ts'

export const RANGES = [24, 72, 168, 336] as const
export type Range = (typeof RANGES)[number]

/** Part of the page's address. */
export interface MonitoringSearch {
  readonly hours?: Range
}

export const readMonitoringSearch = ({
  hours,
}: Readonly<Record<string, unknown>>): MonitoringSearch =>
  RANGES.includes(hours as Range) ? { hours: hours as Range } : {}

const HOUR_MS = 3_600_000
/** More bars than this can't be told apart: longer ranges are shown by several hours each. */
const BARS_MAX = 84

type Counted = Exclude<keyof HourFigures, 'p50Seconds' | 'p99Seconds' | 'timed'>

export interface Bar {
  readonly from: Date
  readonly hours: number
  readonly of: Readonly<Record<Counted, number>>
}

/** Every stretch of the range, those in which nothing happened too. */
export function barsOf({ from, to, hours }: Monitoring): readonly Bar[] {
  const start = Date.parse(from)
  const count = Math.round((Date.parse(to) - start) / HOUR_MS) + 1
  const each = Math.ceil(count / BARS_MAX)
  const bars = Array.from({ length: Math.ceil(count / each) }, (_, place) => ({
    from: new Date(start + place * each * HOUR_MS),
    hours: each,
    of: {
      tracked: 0,
      ended: 0,
      itemsFailed: 0,
      cyclesFailed: 0,
      throttled: 0,
      throttledSeconds: 0,
      provisioned: 0,
      removed: 0,
    } as Record<Counted, number>,
  }))
  for (const { hour, ...figures } of hours) {
    const bar = bars[Math.floor((Date.parse(hour) - start) / HOUR_MS / each)]
    if (bar === undefined) continue
    for (const name of Object.keys(bar.of) as Counted[]) bar.of[name] += figures[name]
  }
  return bars
}

export interface Point {
  readonly at: Date
  readonly p50: number
  readonly p99: number
}

/** Hours in which something was measured. */
export const pointsOf = ({ hours }: Monitoring): readonly Point[] =>
  hours.flatMap(({ hour, p50Seconds, p99Seconds }) =>
    p50Seconds === null || p99Seconds === null
      ? []
      : [{ at: new Date(hour), p50: p50Seconds, p99: p99Seconds }],
  )

/** A chart with one or two kinds of bars, and the same as a table. */
export interface BarChart {
  readonly title: string
  readonly series: readonly { readonly key: Counted; readonly legend: string }[]
}

export const BAR_CHARTS: Readonly<
  Record<'tracked' | 'failures' | 'throttling' | 'removal', BarChart>
> = {
  tracked: {
    title: text.charts.tracked,
    series: [
      { key: 'tracked', legend: text.legends.tracked },
      { key: 'ended', legend: text.legends.ended },
    ],
  },
  failures: {
    title: text.charts.failures,
    series: [
      { key: 'itemsFailed', legend: text.legends.itemsFailed },
      { key: 'cyclesFailed', legend: text.legends.cyclesFailed },
    ],
  },
  throttling: {
    title: text.charts.throttling,
    series: [{ key: 'throttled', legend: text.legends.throttled }],
  },
  removal: {
    title: text.charts.removal,
    series: [
      { key: 'provisioned', legend: text.legends.provisioned },
      { key: 'removed', legend: text.legends.removed },
    ],
  },
}

/** How far the category has come where it shall be, or shall no longer be. */
export function progressOf({ trackCategorizedItems: isOn, categories }: Monitoring) {
  const { provisioned, removed, pending } = categories
  const all = isOn ? provisioned + pending : provisioned + removed
  const done = isOn ? provisioned : removed
  return {
    share: all === 0 ? 1 : done / all,
    words: isOn ? text.progressOn(done, all) : text.progressOff(done, all),
  }
}

export const duration = (seconds: number | null): string =>
  seconds === null ? text.none : text.seconds(seconds)
