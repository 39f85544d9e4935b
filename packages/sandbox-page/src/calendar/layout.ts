import type { CalendarEvent } from '../api/wire.ts'
import { addDays, dayOf, minutesOf, monthStart, timeOf, weekStart } from '../components/days.ts'

const DAY_MINUTES = 1440
/** Shorter ones are drawn this long, to be readable. */
const SHOWN_MIN = 30

/** One event on one day of a time grid. */
export interface Block {
  readonly event: CalendarEvent
  /** Minutes from midnight. */
  readonly from: number
  readonly to: number
  /** Side by side with others that overlap it. */
  readonly column: number
  readonly columns: number
}

/** What of the day an event takes; null = it isn't on that day. */
function partOn(event: CalendarEvent, day: string): { from: number; to: number } | null {
  const start = dayOf(event.start.dateTime)
  const end = dayOf(event.end.dateTime)
  if (start > day || end < day) return null
  const from = start < day ? 0 : minutesOf(timeOf(event.start.dateTime))
  const to = end > day ? DAY_MINUTES : minutesOf(timeOf(event.end.dateTime))
  // It ends with the midnight that this day begins with.
  if (to === 0 && start < day) return null
  const shown = Math.min(Math.max(to, from + SHOWN_MIN), DAY_MINUTES)
  return { from: Math.min(from, shown - SHOWN_MIN), to: shown }
}

/** The events of a day that have a time, those that overlap side by side. */
export function blocksOn(events: readonly CalendarEvent[], day: string): readonly Block[] {
  const parts = events
    .filter((event) => !isInHeader(event))
    .flatMap((event) => {
      const part = partOn(event, day)
      return part === null ? [] : [{ event, ...part }]
    })
    .sort((a, b) => a.from - b.from || b.to - a.to)
  const blocks: Block[] = []
  let group: (typeof parts)[number][] = []
  let end = 0
  const close = () => {
    blocks.push(...sideBySide(group))
    group = []
  }
  for (const part of parts) {
    if (part.from >= end) close()
    group.push(part)
    end = Math.max(end, part.to)
  }
  close()
  return blocks
}

function sideBySide(
  group: readonly { event: CalendarEvent; from: number; to: number }[],
): readonly Block[] {
  const ends: number[] = []
  const placed = group.map((part) => {
    const free = ends.findIndex((end) => end <= part.from)
    const column = free < 0 ? ends.length : free
    ends[column] = part.to
    return { ...part, column }
  })
  return placed.map((part) => ({ ...part, columns: ends.length }))
}

/** Days long, or all day: it stands above the hours. */
export const isInHeader = (event: CalendarEvent): boolean =>
  event.isAllDay || Date.parse(event.end.dateTime) - Date.parse(event.start.dateTime) >= 86_400_000

/** Whether an event is on a day at all. All-day events end with the midnight after their last day. */
export function isOn(event: CalendarEvent, day: string): boolean {
  const last = event.end.dateTime.slice(0, 19)
  return (
    dayOf(event.start.dateTime) <= day &&
    (last > `${day}T00:00:00` || event.start.dateTime.slice(0, 19) === last)
  )
}

export const eventsOn = (events: readonly CalendarEvent[], day: string): readonly CalendarEvent[] =>
  events.filter((event) => isOn(event, day))

const run = (from: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => addDays(from, index))

export const weekOf = (day: string): readonly string[] => run(weekStart(day), 7)

/** Six weeks around a month. */
export const monthOf = (day: string): readonly string[] => run(weekStart(monthStart(day)), 42)

export const agendaOf = (day: string): readonly string[] => run(day, 28)
