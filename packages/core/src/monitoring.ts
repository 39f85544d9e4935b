import type { Instant } from './types.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/**
 * Upper bounds of the buckets in which times from mark to activity are counted, in milliseconds.
 * One more bucket counts times above the last bound. Counts may be added only if their bounds are
 * the same, so a change of the bounds needs a migration of the stored counts.
 */
export const LATENCY_BOUNDS_MS: readonly number[] = [
  ...[1, 2, 3, 5, 8, 12, 20, 30, 45].map((seconds) => seconds * SECOND),
  ...[1, 1.5, 2, 3, 5, 8, 12, 15, 20, 30, 45, 60, 120, 360, 1440].map((each) => each * MINUTE),
]

/** What one cycle adds to the numbers of its hour. */
export interface CycleNumbers {
  /** Number of items that became an activity or joined one. */
  readonly tracked: number
  /** Number of links that ended. */
  readonly ended: number
  readonly provisioned: number
  readonly removed: number
  /**
   * Time from mark to activity in milliseconds, for each item whose mark was reported as a change.
   */
  readonly latenciesMs: readonly number[]
}

export function bucketOf(ms: number): number {
  const found = LATENCY_BOUNDS_MS.findIndex((bound) => ms <= bound)
  return found === -1 ? LATENCY_BOUNDS_MS.length : found
}

/** Number of times in each bucket. */
export function histogramOf(latenciesMs: readonly number[]): number[] {
  const counts = LATENCY_BOUNDS_MS.map(() => 0)
  counts.push(0)
  for (const ms of latenciesMs) counts[bucketOf(ms)]! += 1
  return counts
}

/**
 * The time below which the given share of the counted times lies. Counts may be sums over any
 * number of hours and processes. Inside a bucket it interpolates linearly; above the last bound it
 * returns the last bound.
 * @param share 0.5 = the median
 * @returns null where nothing was counted
 */
export function percentileMs(counts: readonly number[], share: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  let rest = share * total
  for (const [bucket, count] of counts.entries()) {
    if (count > 0 && rest <= count) {
      const from = LATENCY_BOUNDS_MS[bucket - 1] ?? 0
      const to = LATENCY_BOUNDS_MS[bucket] ?? from
      return Math.round(from + (to - from) * Math.max(0, rest / count))
    }
    rest -= count
  }
  return LATENCY_BOUNDS_MS.at(-1)!
}

/** Never negative, although the mail server's clock may be ahead of ours. */
export const latencyMs = (modifiedAt: Instant, now: Instant): number =>
  Math.max(0, now - modifiedAt)
