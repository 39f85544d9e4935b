/** `GET /api/admin/monitoring` */
export interface Monitoring {
  /** The first hour and the current hour. */
  readonly from: string
  readonly to: string
  readonly trackCategorizedItems: boolean
  readonly mailboxes: Readonly<
    Record<'synchronized' | 'partial' | 'waiting' | 'failing' | 'off', number>
  >
  /** Number of mailboxes by the state of their category. */
  readonly categories: Readonly<Record<'provisioned' | 'removed' | 'pending', number>>
  readonly failing: Readonly<Record<'retrying' | 'givenUp' | 'writes', number>>
  readonly total: HourFigures
  /** Only hours in which something happened. */
  readonly hours: readonly (HourFigures & { readonly hour: string })[]
}

export interface HourFigures {
  readonly tracked: number
  readonly ended: number
  readonly itemsFailed: number
  readonly cyclesFailed: number
  readonly throttled: number
  readonly throttledSeconds: number
  readonly provisioned: number
  readonly removed: number
  /** Number of marks for which the time until the activity was measured. */
  readonly timed: number
  /** Seconds from the mark to the activity; null if nothing was measured. */
  readonly p50Seconds: number | null
  readonly p99Seconds: number | null
}
