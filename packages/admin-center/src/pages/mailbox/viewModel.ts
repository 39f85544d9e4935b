import type { MailboxCycle } from '@trackmark/dataverse/admin-api'
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

export interface AxisTick {
  readonly at: Date
  readonly label: string
}

/** More labels than these would touch each other. */
const TICKS_MAX = 6
const MINUTE_MS = 60_000
const DAY_MS = 1440 * MINUTE_MS

/** Bars that get a label, evenly spread: the time, with seconds or a date where it takes them. */
export function axisTicks(bars: readonly CycleBar[]): readonly AxisTick[] {
  const step = Math.max(1, Math.ceil(bars.length / TICKS_MAX))
  const marked = bars.filter((_, index) => index % step === 0)
  const times = bars.map(({ at }) => at.getTime())
  const span = Math.max(...times) - Math.min(...times)
  const clock = new Intl.DateTimeFormat('en', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(span < TICKS_MAX * MINUTE_MS ? { second: '2-digit' } : {}),
    ...(span < DAY_MS ? {} : { month: 'short', day: 'numeric' }),
  })
  return marked.map(({ at }) => ({ at, label: clock.format(at) }))
}
