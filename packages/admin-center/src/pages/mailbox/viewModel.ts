import type { MailboxCycle } from '@trackmark/dataverse/admin-api'

export const TABS = ['summary', 'alerts', 'items', 'failures', 'cycles', 'folders'] as const
export type MailboxTab = (typeof TABS)[number]

export interface MailboxFormSearch {
  readonly tab?: MailboxTab
}

export function readSearch(raw: Readonly<Record<string, unknown>>): MailboxFormSearch {
  const tab = TABS.find((one) => one === raw.tab)
  return tab === undefined ? {} : { tab }
}

export interface CycleBar {
  readonly at: Date
  readonly seconds: number
  readonly ok: boolean
}

const BARS_MAX = 60

/** The last cycles in the order of time, as many as a chart shows legibly. */
export const cycleBars = (cycles: readonly MailboxCycle[]): readonly CycleBar[] =>
  cycles
    .slice(0, BARS_MAX)
    .toReversed()
    .map(({ startedOn, durationMs, ok }) => ({
      at: new Date(startedOn),
      seconds: durationMs / 1000,
      ok,
    }))
