import type ICAL from 'ical.js'
import { Refused, reasonOf } from '../refusal.ts'
import type { ImportItem, ImportResult, Refusal } from '../types.ts'
import { parseComponent } from './component.ts'
import { uidOf } from './event.ts'
import { type CalendarFrame, type Frame, frameCalendars } from './frame.ts'
import type { Clocks } from './moment.ts'
import { isThisAndFuture, type Override, readOverride, readSeries } from './series.ts'
import { toGraphTask } from './task.ts'
import { ianaNameIn, ianaZone, UTC, zoneFinder } from './zone.ts'

const CALENDAR_BYTES_MAX = 50 * 1024 * 1024

/** Answers to an invitation; they speak of an event and are none. */
const ANSWERS = new Set(['REPLY', 'REFRESH', 'COUNTER', 'DECLINECOUNTER'])

/** Components that are read for others and mean nothing by themselves. */
const HELPERS = new Set(['VTIMEZONE'])

/**
 * Events and tasks of an iCalendar file. What can't be taken is refused piece by piece, each with
 * its reason, and never keeps the rest from being imported.
 */
export function readCalendars(name: string, bytes: Uint8Array): ImportResult {
  const items: ImportItem[] = []
  const refused: Refusal[] = []
  try {
    if (bytes.length > CALENDAR_BYTES_MAX) throw new Refused('It is larger than 50 MB.')
    for (const calendar of frameCalendars(decode(bytes))) {
      readCalendar(name, calendar, items, refused)
    }
    if (items.length === 0 && refused.length === 0)
      throw new Refused('It holds no event and no task.')
  } catch (error) {
    refused.push({ name, reason: reasonOf(error) })
  }
  return { items, refused }
}

/** UTF-8 as the standard asks, UTF-16 where a mark says so, and Windows-1252 for what is neither. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

type Parsed = Readonly<{ frame: Frame; component: ICAL.Component }>

function readCalendar(
  file: string,
  calendar: CalendarFrame,
  items: ImportItem[],
  refused: Refusal[],
): void {
  const clocks = clocksOf(calendar)
  const isCancelled = calendar.method === 'CANCEL'
  const attempt = <T>(frame: Frame, read: () => T): T | null => {
    try {
      return read()
    } catch (error) {
      refused.push({ name: `${file}, ${frame.name} ${frame.number}`, reason: reasonOf(error) })
      return null
    }
  }
  const parse = (frame: Frame): Parsed[] => {
    const component = attempt(frame, () => parseComponent(frame))
    return component === null ? [] : [{ frame, component }]
  }
  const ofKind = (kind: string): Frame[] => calendar.frames.filter((frame) => frame.name === kind)

  if (calendar.method !== null && ANSWERS.has(calendar.method)) {
    const reason = `METHOD:${calendar.method} is an answer to an invitation and no event.`
    for (const frame of ofKind('VEVENT')) {
      refused.push({ name: `${file}, VEVENT ${frame.number}`, reason })
    }
  } else {
    const events = ofKind('VEVENT').flatMap(parse)
    readEvents(events, clocks, isCancelled, attempt, items)
  }
  for (const { frame, component } of ofKind('VTODO').flatMap(parse)) {
    const task = attempt(frame, () => toGraphTask(component, clocks))
    if (task !== null) items.push({ kind: 'task', task })
  }
  refused.push(...othersOf(file, calendar))
}

function clocksOf(calendar: CalendarFrame): Clocks {
  const named = calendar.zoneName === null ? null : ianaNameIn(calendar.zoneName)
  return {
    find: zoneFinder(calendar.frames.filter((frame) => frame.name === 'VTIMEZONE')),
    floating: named === null ? UTC : ianaZone(named),
  }
}

type Attempt = <T>(frame: Frame, read: () => T) => T | null

function readEvents(
  events: readonly Parsed[],
  clocks: Clocks,
  isCancelled: boolean,
  attempt: Attempt,
  items: ImportItem[],
): void {
  const isMaster = ({ component }: Parsed): boolean => !component.hasProperty('recurrence-id')
  const masters = events.filter(isMaster)
  const repeating = new Set(masters.filter(repeats).map(({ component }) => uidOf(component)))
  const overrides = new Map<string | null, Override[]>()
  for (const parsed of events) {
    const { frame, component } = parsed
    if (isMaster(parsed)) continue
    const uid = uidOf(component)
    if (!repeating.has(uid)) {
      // An invitation to one occurrence only: the series isn't here, so it stands by itself.
      items.push(...(attempt(frame, () => readSeries(component, [], clocks, isCancelled)) ?? []))
      continue
    }
    const override = attempt(frame, () => {
      if (isThisAndFuture(component)) {
        throw new Refused('It changes all later occurrences at once, which Exchange cannot keep.')
      }
      return readOverride(component, clocks, isCancelled)
    })
    if (override === null) continue
    const siblings = overrides.get(uid)
    if (siblings === undefined) overrides.set(uid, [override])
    else siblings.push(override)
  }
  for (const { frame, component } of masters) {
    const uid = uidOf(component)
    const own = repeats({ frame, component }) ? (overrides.get(uid) ?? []) : []
    if (own.length > 0) overrides.delete(uid)
    items.push(...(attempt(frame, () => readSeries(component, own, clocks, isCancelled)) ?? []))
  }
}

function repeats({ component }: Parsed): boolean {
  return component.hasProperty('rrule') || component.hasProperty('rdate')
}

/** One line for each kind of component that a mailbox has no place for. */
function othersOf(file: string, calendar: CalendarFrame): Refusal[] {
  const counts = new Map<string, number>()
  for (const { name } of calendar.frames) {
    if (name === 'VEVENT' || name === 'VTODO' || HELPERS.has(name)) continue
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([kind, count]) => ({
    name: `${file}, ${kind}`,
    reason: `${count} ${kind} left out: only events (VEVENT) and tasks (VTODO) are imported.`,
  }))
}
