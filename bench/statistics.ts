/** Several runs of one measurement; absolute times wander on a shared machine, so none stands alone. */
export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** @throws RangeError on no values */
export function spread(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('There is no spread of no values.')
  const sorted = [...values].sort((a, b) => a - b)
  return { median: quantile(sorted, 0.5), min: sorted[0]!, max: sorted.at(-1)! }
}

/** Linear between neighbours. @param sorted ascending, not empty */
export function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part
  const below = Math.floor(at)
  const low = sorted[below]!
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!
  return low + (high - low) * (at - below)
}

/** Ratios round by round: what disturbed one round disturbed both sides of it. */
export function ratios(ours: readonly number[], theirs: readonly number[]): Spread {
  if (ours.length !== theirs.length) throw new RangeError('Ratios need as many of one as of other.')
  return spread(ours.map((value, round) => value / theirs[round]!))
}
