import type { PatternedRecurrence } from '@microsoft/microsoft-graph-types'
import { expandRecurrence } from '../recurrence.ts'
import { timeIn, utcOf } from './times.ts'
import type { CalendarEvent, EventException, EventFields } from './types.ts'

export interface Span {
  readonly fromUtcMs: number
  readonly toUtcMs: number
}

/** One occurrence of a series, or an exception in its place. */
export interface Instance {
  readonly originalStartMs: number
  readonly startMs: number
  readonly endMs: number
  readonly exception: EventException | null
}

/** More than anybody looks at; keeps an endless daily series in a wide window bounded. */
const INSTANCES_MAX = 5_000

interface Expanded {
  readonly seq: number
  readonly span: Span
  readonly instances: readonly Instance[]
}

const expansions = new WeakMap<CalendarEvent, Expanded>()

/** The instances of a series that overlap a window, by start. Kept until the series changes. */
export function instancesIn(event: CalendarEvent, span: Span): readonly Instance[] {
  const kept = expansions.get(event)
  const same = kept?.span.fromUtcMs === span.fromUtcMs && kept.span.toUtcMs === span.toUtcMs
  if (kept && same && kept.seq === event.seq) return kept.instances
  const instances = expand(event, span)
  expansions.set(event, { seq: event.seq, span, instances })
  return instances
}

function expand(event: CalendarEvent, span: Span): readonly Instance[] {
  if (event.recurrence === null) return []
  const gone = new Set(event.cancelled.map(({ originalStartMs }) => originalStartMs))
  const moved = new Map(event.exceptions.map((one) => [one.originalStartMs, one]))
  const regular = regularOccurrences(event, span)
    .filter(({ startUtcMs }) => !gone.has(startUtcMs) && !moved.has(startUtcMs))
    .map(({ startUtcMs, endUtcMs }) => plain(startUtcMs, endUtcMs))
  const exceptions = event.exceptions
    .filter((one) => !gone.has(one.originalStartMs))
    .map((one) => exceptionInstance(event, one))
    .filter((one) => overlaps(one.startMs, one.endMs, span))
  return [...regular, ...exceptions].sort((a, b) => a.startMs - b.startMs)
}

const plain = (startMs: number, endMs: number): Instance => ({
  originalStartMs: startMs,
  startMs,
  endMs,
  exception: null,
})

function regularOccurrences(event: CalendarEvent, span: Span) {
  const { start, end, isAllDay } = event.fields
  const recurrence = event.recurrence as PatternedRecurrence
  return expandRecurrence({ start, end, isAllDay, recurrence }, span, INSTANCES_MAX)
}

function exceptionInstance(event: CalendarEvent, exception: EventException): Instance {
  const { start, end } = exception.fields
  const length = utcOf(event.fields.end) - utcOf(event.fields.start)
  const startMs = start ? utcOf(start) : exception.originalStartMs
  return {
    originalStartMs: exception.originalStartMs,
    startMs,
    endMs: end ? utcOf(end) : startMs + length,
    exception,
  }
}

export const overlaps = (startMs: number, endMs: number, span: Span): boolean =>
  startMs < span.toUtcMs &&
  (endMs > span.fromUtcMs || (startMs === endMs && startMs >= span.fromUtcMs))

/** The occurrence that began at this time before anybody moved it; null = there is none. */
export function instanceAt(event: CalendarEvent, originalStartMs: number): Instance | null {
  if (event.recurrence === null) return null
  if (event.cancelled.some((one) => one.originalStartMs === originalStartMs)) return null
  const exception = event.exceptions.find((one) => one.originalStartMs === originalStartMs)
  if (exception) return exceptionInstance(event, exception)
  const span = { fromUtcMs: originalStartMs, toUtcMs: originalStartMs + 1 }
  const found = regularOccurrences(event, span).find((one) => one.startUtcMs === originalStartMs)
  return found ? plain(found.startUtcMs, found.endUtcMs) : null
}

/** The first occurrence as the pattern has it, before anything was deleted or moved. */
export function firstOccurrence(event: CalendarEvent): Instance | null {
  if (event.recurrence === null) return null
  const span = { fromUtcMs: utcOf(event.fields.start) - 86_400_000, toUtcMs: 8e15 }
  const { start, end, isAllDay } = event.fields
  const recurrence = event.recurrence as PatternedRecurrence
  const [first] = expandRecurrence({ start, end, isAllDay, recurrence }, span, 1)
  return first ? plain(first.startUtcMs, first.endUtcMs) : null
}

/** What an event or one of its instances shows. */
export function shownFields(event: CalendarEvent, instance: Instance | null): EventFields {
  if (instance === null) return event.fields
  const zone = event.fields.start.timeZone
  return {
    ...event.fields,
    start: timeIn(instance.startMs, zone),
    end: timeIn(instance.endMs, event.fields.end.timeZone),
    ...instance.exception?.fields,
  }
}
