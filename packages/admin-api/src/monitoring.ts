/** `GET /api/admin/monitoring` */
export interface Monitoring {
  /** First hour and the one under way. */
  readonly from: string
  readonly to: string
  readonly trackCategorizedItems: boolean
  readonly mailboxes: Readonly<
    Record<'synchronized' | 'partial' | 'waiting' | 'failing' | 'off', number>
  >
  /** Mailboxes by where their category stands. */
  readonly categories: Readonly<Record<'provisioned' | 'removed' | 'pending', number>>
  readonly failing: Readonly<Record<'retrying' | 'givenUp' | 'writes', number>>
  readonly total: HourFigures
  /** Hours in which something happened. */
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
  /** Marks whose time to their activity was measured. */
  readonly timed: number
  /** From mark to activity; null where nothing was measured. */
  readonly p50Seconds: number | null
  readonly p99Seconds: number | null
}
