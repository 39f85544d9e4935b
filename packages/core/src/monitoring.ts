import type { Instant } from './types.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/**
 * Upper bounds of the buckets that times from mark to activity are counted in; one more bucket
 * holds what is above the last. Only ever add up counts of the same bounds: changing them needs a
 * migration of what is stored.
 */
export const LATENCY_BOUNDS_MS: readonly number[] = [
  ...[1, 2, 3, 5, 8, 12, 20, 30, 45].map((seconds) => seconds * SECOND),
  ...[1, 1.5, 2, 3, 5, 8, 12, 15, 20, 30, 45, 60, 120, 360, 1440].map((each) => each * MINUTE),
]

/** What happened in a cycle, for the numbers of its hour. */
export interface CycleNumbers {
  /** Items that became activities or joined one. */
  readonly tracked: number
  /** Links that ended. */
  readonly ended: number
  readonly provisioned: number
  readonly removed: number
  /** From mark to activity, one for each item whose mark came as a change. */
  readonly latenciesMs: readonly number[]
}

export function bucketOf(ms: number): number {
  const found = LATENCY_BOUNDS_MS.findIndex((bound) => ms <= bound)
  return found === -1 ? LATENCY_BOUNDS_MS.length : found
}

/** Counts per bucket. */
export function histogramOf(latenciesMs: readonly number[]): number[] {
  const counts = LATENCY_BOUNDS_MS.map(() => 0)
  counts.push(0)
  for (const ms of latenciesMs) counts[bucketOf(ms)]! += 1
  return counts
}

/**
 * The time that a share of what was counted stayed below, from sums over any number of hours and
 * processes: linear inside its bucket. What lies above the last bound is told as the last bound.
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

/** The mail server's clock may run ahead of ours. */
export const latencyMs = (modifiedAt: Instant, now: Instant): number =>
  Math.max(0, now - modifiedAt)
