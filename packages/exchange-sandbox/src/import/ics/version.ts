import type ICAL from 'ical.js'
import { textOf } from './component.ts'
import { uidOf } from './event.ts'
import type { Frame } from './frame.ts'

type Parsed = Readonly<{ frame: Frame; component: ICAL.Component }>

/**
 * The components of each UID, the oldest version first: by SEQUENCE, then by DTSTAMP and
 * LAST-MODIFIED, then as they stand in the file (RFC 5546, section 2.1.5). Files that were merged
 * hold an older version after a newer one. A component without UID is by itself.
 */
export function versionsByUid(events: readonly Parsed[]): Parsed[][] {
  const groups = new Map<string | Parsed, Parsed[]>()
  for (const event of events) {
    const key = uidOf(event.component) ?? event
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [event])
    else group.push(event)
  }
  return [...groups.values()].map((group) => group.sort(byVersion))
}

function byVersion(a: Parsed, b: Parsed): number {
  const order = sequenceOf(a.component) - sequenceOf(b.component)
  if (order !== 0) return order
  for (const name of ['dtstamp', 'last-modified']) {
    const [first, second] = [textOf(a.component, name), textOf(b.component, name)]
    if (first !== '' && second !== '' && first !== second) return first < second ? -1 : 1
  }
  return a.frame.number - b.frame.number
}

const sequenceOf = (component: ICAL.Component): number =>
  Number.parseInt(textOf(component, 'sequence'), 10) || 0

/**
 * Of the events that share a UID, those that stand: the newest of each start, and no version that
 * the file itself counts as older. Events of equal SEQUENCE that start at different times are
 * different events to which some program gave one UID.
 *
 * @param masters the oldest version first
 */
export function newestOf(
  masters: readonly Parsed[],
  refuse: (frame: Frame, reason: string) => void,
): Parsed[] {
  const newest = masters.at(-1)
  if (newest === undefined) return []
  const last = sequenceOf(newest.component)
  const byStart = new Map<string, Parsed>()
  for (const master of masters) {
    const sequence = sequenceOf(master.component)
    if (sequence < last) {
      const reason = `The file holds a newer version of it (SEQUENCE ${last} after ${sequence}), which was read.`
      refuse(master.frame, reason)
      continue
    }
    const start = startOf(master.component)
    const twin = byStart.get(start)
    if (twin) refuse(twin.frame, 'The file holds it twice (the same UID and start).')
    byStart.set(start, master)
  }
  return [...byStart.values()].sort((a, b) => a.frame.number - b.frame.number)
}

const startOf = (component: ICAL.Component): string =>
  String(component.getFirstProperty('dtstart')?.toICALString() ?? '')
