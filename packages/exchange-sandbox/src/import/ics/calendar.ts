import type ICAL from 'ical.js'
import { toUtcMs } from '../../zones.ts'
import { cleanLine, Refused, reasonOf } from '../refusal.ts'
import type { ImportItem, ImportResult, Refusal } from '../types.ts'
import { parseComponent } from './component.ts'
import { type CalendarFrame, type Frame, frameCalendars } from './frame.ts'
import type { Clocks } from './moment.ts'
import { readOverride } from './override.ts'
import { clocksOfSeries, looseItems, readSeries, withOwnUid } from './series.ts'
import { toGraphTask } from './task.ts'
import { newestOf, versionsByUid } from './version.ts'
import { UTC, zoneFinder, zoneNamed } from './zone.ts'

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
    const calendars = frameCalendars(decode(bytes))
    const zones = calendars.flatMap(({ frames }) => frames.filter(isZone))
    for (const calendar of calendars) readCalendar(name, calendar, zones, items, refused)
    if (items.length === 0 && refused.length === 0)
      throw new Refused('It holds no event and no task.')
  } catch (error) {
    refused.push({ name, reason: reasonOf(error) })
  }
  return { items, refused }
}

const isZone = (frame: Frame): boolean => frame.name === 'VTIMEZONE'

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

/** Runs one piece of reading; what it refuses goes to the list, and null comes back. */
type Attempt = <T>(frame: Frame, read: () => T) => T | null

function readCalendar(
  file: string,
  calendar: CalendarFrame,
  zones: readonly Frame[],
  items: ImportItem[],
  refused: Refusal[],
): void {
  const clocks = clocksIn(calendar, zones)
  const isCancelled = calendar.method === 'CANCEL'
  const refuse = (frame: Frame, reason: string): void => {
    refused.push({ name: `${file}, ${nameOf(frame)}`, reason })
  }
  const attempt: Attempt = (frame, read) => {
    try {
      return read()
    } catch (error) {
      refuse(frame, reasonOf(error))
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
    for (const frame of ofKind('VEVENT')) refuse(frame, reason)
  } else {
    const events = ofKind('VEVENT').flatMap(parse)
    for (const group of versionsByUid(events)) {
      items.push(...readGroup(group, { clocks, isCancelled, attempt, refuse }))
    }
  }
  for (const { frame, component } of ofKind('VTODO').flatMap(parse)) {
    const task = attempt(frame, () => toGraphTask(component, clocks))
    if (task !== null) items.push({ kind: 'task', task })
  }
  refused.push(...othersOf(file, calendar))
}

/** As a person finds it in the file: `VEVENT 2 "Weekly"`. */
function nameOf({ name, number, lines }: Frame): string {
  const summary = lines.map((line) => /^SUMMARY(?:;[^:]*)?:(.*)$/i.exec(line)?.[1]).find(Boolean)
  const title = cleanLine((summary ?? '').replace(/\\([,;\\])/g, '$1')).slice(0, 60)
  return title === '' ? `${name} ${number}` : `${name} ${number} "${title}"`
}

/** @param zones definitions of the whole file: some programs write them into a calendar of their own */
function clocksIn(calendar: CalendarFrame, zones: readonly Frame[]): Clocks {
  const own = calendar.frames.filter(isZone)
  const floating = calendar.zoneName === null ? null : zoneNamed(calendar.zoneName)
  return { find: zoneFinder([...own, ...zones]), floating: floating ?? UTC }
}

/** What the components of one UID are read with. */
type Reading = Readonly<{
  clocks: Clocks
  isCancelled: boolean
  attempt: Attempt
  refuse: (frame: Frame, reason: string) => void
}>

function readGroup(group: readonly Parsed[], reading: Reading): ImportItem[] {
  const { clocks, isCancelled, attempt, refuse } = reading
  const changes = (component: ICAL.Component): boolean => component.hasProperty('recurrence-id')
  const hasSeries = group.some(({ component }) => !changes(component))
  // Without the series, a change of all that follows may bring its own dates along.
  const isOverride = ({ component }: Parsed): boolean =>
    changes(component) && (hasSeries || !repeats(component))
  const masters = newestOf(
    group.filter((parsed) => !isOverride(parsed)),
    refuse,
  )
  const home = masters.find(({ component }) => repeats(component)) ?? masters[0]
  const homeClocks = home && attempt(home.frame, () => clocksOfSeries(home.component, clocks))
  if (home !== undefined && homeClocks === null) masters.splice(masters.indexOf(home), 1)
  const overrides = group.filter(isOverride).flatMap(({ frame, component }) => {
    const override = attempt(frame, () =>
      readOverride(component, homeClocks ?? clocks, isCancelled),
    )
    return override ?? []
  })
  const items: ImportItem[] = []
  for (const [index, { frame, component }] of masters.entries()) {
    const source = { component, lines: frame.lines }
    const own = component === home?.component ? overrides : []
    const series = attempt(frame, () => readSeries(source, own, clocks, isCancelled))
    if (series === null) continue
    if (series.leftOut !== null) refuse(frame, series.leftOut)
    items.push(...(index === 0 ? series.items : series.items.map(apart)))
  }
  return homeClocks ? items : [...items, ...looseItems(overrides)]
}

/** Another event under the same UID gets an own one, or both would count as one meeting. */
function apart(item: ImportItem): ImportItem {
  if (item.kind !== 'event') return item
  return { ...item, event: withOwnUid(item.event, toUtcMs(item.event.start)) }
}

function repeats(component: ICAL.Component): boolean {
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
