import type { MailboxCycle } from '@trackmark/admin-api'
import { mailbox } from '../../strings/mailboxes.ts'

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

const { cycles: text } = mailbox

/** How a cycle ended; one that went through can have failed for some items. */
export function resultOf({ ok, itemsFailed }: MailboxCycle): string {
  if (!ok) return text.failed
  return itemsFailed > 0 ? text.itemsFailed(itemsFailed) : text.ok
}

/** More labels than these would touch each other. */
const TICKS_MAX = 6
const DAY_MS = 86_400_000

/** Times of the bars, no two alike: with seconds or a date where it takes them. */
export function barLabels(bars: readonly CycleBar[]): readonly string[] {
  const times = bars.map(({ at }) => at.getTime())
  const isOneDay = Math.max(...times) - Math.min(...times) < DAY_MS
  const labels = (isSecond: boolean) => {
    const clock = new Intl.DateTimeFormat('en', {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...(isSecond ? { second: '2-digit' } : {}),
      ...(isOneDay ? {} : { month: 'short', day: 'numeric' }),
    })
    return bars.map(({ at }) => clock.format(at))
  }
  const short = labels(false)
  if (new Set(short).size === bars.length) return short
  // Two cycles of one second are told apart by a space that isn't seen.
  return labels(true).map(
    (label, at, all) => label + ' '.repeat(all.indexOf(label) === at ? 0 : at),
  )
}

/** Labels that are shown, evenly spread. */
export const shownLabels = (labels: readonly string[]): string[] => {
  const step = Math.max(1, Math.ceil(labels.length / TICKS_MAX))
  return labels.filter((_, index) => index % step === 0)
}
