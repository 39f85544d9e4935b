import { Refused } from '../refusal.ts'

/** One component directly below a calendar (or bare in the file), not yet parsed. */
export type Frame = Readonly<{
  /** Upper case: VEVENT, VTODO, VTIMEZONE, … */
  name: string
  /** Number among its kind in the file, from 1. */
  number: number
  /** Unfolded content lines from BEGIN to END. */
  lines: readonly string[]
  /** Why the component can't be parsed; null = nothing seen so far. */
  fault: string | null
}>

export type CalendarFrame = Readonly<{
  /** Upper case; null = none. */
  method: string | null
  /** X-WR-TIMEZONE as written. */
  zoneName: string | null
  frames: readonly Frame[]
}>

const DEPTH_MAX = 20

type Open = { name: string; lines: string[]; depth: number; fault: string | null }
type OpenCalendar = { method: string | null; zoneName: string | null; frames: Frame[] }

/**
 * Cuts iCalendar text into calendars and their components, so that one broken component doesn't
 * take the others with it. A component without a calendar around it counts as a calendar of its own.
 *
 * @throws Refused when the text holds no component at all
 */
export function frameCalendars(text: string): CalendarFrame[] {
  const calendars: OpenCalendar[] = []
  const counts = new Map<string, number>()
  let calendar: OpenCalendar | null = null
  let open: Open | null = null

  const close = (component: Open, fault: string | null): void => {
    const number = (counts.get(component.name) ?? 0) + 1
    counts.set(component.name, number)
    let home = calendar
    if (home === null) {
      home = { method: null, zoneName: null, frames: [] }
      calendars.push(home)
    }
    const { name, lines } = component
    home.frames.push({ name, number, lines, fault: component.fault ?? fault })
  }

  for (const { line, number } of unfold(text)) {
    const edge = /^(BEGIN|END)\s*:\s*([A-Za-z0-9-]+)\s*$/i.exec(line)
    const name = edge?.[2]?.toUpperCase() ?? ''
    const begins = edge?.[1]?.toUpperCase() === 'BEGIN'
    if (open !== null) {
      addLine(open, line, number)
      if (edge === null) continue
      open.depth += begins ? 1 : -1
      if (open.depth > DEPTH_MAX) open.fault ??= `nests more than ${DEPTH_MAX} components`
      if (open.depth > 0) continue
      close(open, name === open.name ? null : `ends with END:${name} at line ${number}`)
      open = null
      continue
    }
    if (begins && name === 'VCALENDAR') {
      calendar = { method: null, zoneName: null, frames: [] }
      calendars.push(calendar)
    } else if (begins) {
      open = { name, lines: [line], depth: 1, fault: null }
    } else if (edge !== null) {
      calendar = null
    } else if (calendar !== null) {
      readCalendarLine(calendar, line)
    }
  }
  if (open !== null) close(open, 'has no END; the file seems cut off')
  if (calendars.length === 0) throw new Refused('It holds no BEGIN:VCALENDAR and no component.')
  return calendars
}

/** A line that is no content line spoils its component; a vendor's own X- line is only dropped. */
function addLine(open: Open, line: string, number: number): void {
  if (/^[A-Za-z0-9-]+\s*[;:]/.test(line)) open.lines.push(line)
  else if (!/^X-/i.test(line)) open.fault ??= `has no name and value in line ${number} of the file`
}

function readCalendarLine(calendar: OpenCalendar, line: string): void {
  const method = /^METHOD\s*:\s*([A-Za-z-]+)/i.exec(line)?.[1]
  if (method !== undefined) calendar.method = method.toUpperCase()
  const zoneName = /^X-WR-TIMEZONE(?:;[^:]*)?:(.*)$/i.exec(line)?.[1]
  if (zoneName !== undefined) calendar.zoneName = zoneName.trim()
}

/**
 * Content lines without their folds. Empty lines are skipped even within a fold: old Mozilla
 * calendars have them between the name and the value.
 */
function* unfold(text: string): Generator<{ line: string; number: number }> {
  let kept: { line: string; number: number } | null = null
  let number = 0
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    number += 1
    if (line === '') continue
    if (/^[ \t]/.test(line) && kept !== null) {
      kept.line += line.slice(1)
      continue
    }
    if (kept !== null) yield kept
    kept = { line, number }
  }
  if (kept !== null) yield kept
}
