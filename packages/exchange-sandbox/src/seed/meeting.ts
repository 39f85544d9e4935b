import type {
  Attendee,
  PatternedRecurrence,
  RecurrencePattern,
  ResponseType,
} from '@microsoft/microsoft-graph-types'
import { Temporal } from 'temporal-polyfill'
import type { EventException, GraphEventInput } from '../import/types.ts'
import { localToUtcMs } from '../zones.ts'
import { isoSeconds } from './clock.ts'
import { ORGANIZATION, USERS } from './people.ts'
import { recipient } from './thread.ts'
import type { Person, SeedEvent } from './types.ts'

export type Guest = Readonly<{ person: Person; response: ResponseType; optional?: boolean }>

/** An occurrence that differs from its series. Null times or `null` as a whole: cancelled. */
export type Change = Readonly<{
  on: Temporal.PlainDate
  to: Readonly<{
    on: Temporal.PlainDate
    from: string
    until: string
    subject?: string
    location?: string
  }> | null
}>

export type Meeting = Readonly<{
  key: string
  subject: string
  organizer: Person
  guests?: readonly Guest[]
  on: Temporal.PlainDate
  /** Wall times as `09:30`; all-day events have neither, and last until `lastDay`. */
  from?: string
  until?: string
  lastDay?: Temporal.PlainDate
  zone: string
  location?: string
  text?: string
  html?: string
  repeats?: Readonly<{ pattern: RecurrencePattern; count?: number }>
  changes?: readonly Change[]
  showAs?: GraphEventInput['showAs']
  sensitivity?: GraphEventInput['sensitivity']
  importance?: GraphEventInput['importance']
  categories?: readonly string[]
  reminderMinutes?: number
  isCancelled?: boolean
}>

export type Held = Readonly<{ mailbox: string; event: SeedEvent }>

const INTERNAL: ReadonlySet<string> = new Set(USERS.map((user) => user.email))

/** The copies of a meeting: the organizer's and one for each guest of the house. */
export function hold(nowMs: number, meeting: Meeting): Held[] {
  const event = eventOf(nowMs, meeting)
  const exceptions = (meeting.changes ?? []).map((change) => exceptionOf(meeting, change))
  const guests = meeting.guests ?? []
  const copies = [{ person: meeting.organizer, response: 'organizer' as ResponseType }, ...guests]
  return copies
    .filter(({ person }) => INTERNAL.has(person.email))
    .map(({ person, response }) => {
      const isOrganizer = response === 'organizer'
      // Categories are each person's own and never travel with an invitation.
      const own = isOrganizer ? event : { ...event, categories: [] }
      return { mailbox: person.email, event: { isOrganizer, response, event: own, exceptions } }
    })
}

function eventOf(nowMs: number, meeting: Meeting): GraphEventInput {
  const html = meeting.html
  return {
    iCalUId: `${meeting.key}@${ORGANIZATION.domain}`,
    subject: meeting.subject,
    body:
      html === undefined
        ? { contentType: 'text', content: meeting.text ?? '' }
        : { contentType: 'html', content: `<html><body>${html}</body></html>` },
    ...timesOf(meeting),
    isCancelled: meeting.isCancelled ?? false,
    location: meeting.location === undefined ? null : { displayName: meeting.location },
    organizer: recipient(meeting.organizer),
    attendees: (meeting.guests ?? []).map((guest) => attendeeOf(nowMs, guest)),
    showAs: meeting.showAs ?? 'busy',
    sensitivity: meeting.sensitivity ?? 'normal',
    importance: meeting.importance ?? 'normal',
    categories: meeting.categories ?? [],
    isReminderOn: meeting.from !== undefined,
    reminderMinutesBeforeStart: meeting.reminderMinutes ?? 15,
    recurrence: recurrenceOf(meeting),
    hasAttachments: false,
    attachments: [],
  }
}

function attendeeOf(nowMs: number, guest: Guest): Attendee {
  const answered = guest.response !== 'none' && guest.response !== 'notResponded'
  const time = answered ? isoSeconds(nowMs - 86_400_000) : '0001-01-01T00:00:00Z'
  return {
    ...recipient(guest.person),
    type: guest.optional ? 'optional' : 'required',
    status: { response: answered ? guest.response : 'none', time },
  }
}

function timesOf(meeting: Meeting): Pick<GraphEventInput, 'start' | 'end' | 'isAllDay'> {
  if (meeting.from === undefined || meeting.until === undefined) {
    const after = (meeting.lastDay ?? meeting.on).add({ days: 1 })
    return {
      start: { dateTime: local(meeting.on, '00:00'), timeZone: 'UTC' },
      end: { dateTime: local(after, '00:00'), timeZone: 'UTC' },
      isAllDay: true,
    }
  }
  return {
    start: { dateTime: local(meeting.on, meeting.from), timeZone: meeting.zone },
    end: { dateTime: local(meeting.on, meeting.until), timeZone: meeting.zone },
    isAllDay: false,
  }
}

function local(day: Temporal.PlainDate, time: string): string {
  const at = day.toPlainDateTime(Temporal.PlainTime.from(time))
  return at.toString({ fractionalSecondDigits: 7 })
}

function recurrenceOf({ repeats, on, zone, from }: Meeting): PatternedRecurrence | null {
  if (repeats === undefined) return null
  const common = {
    startDate: on.toString(),
    recurrenceTimeZone: from === undefined ? 'UTC' : zone,
  }
  const { count, pattern } = repeats
  const range =
    count === undefined
      ? { ...common, type: 'noEnd' as const }
      : { ...common, type: 'numbered' as const, numberOfOccurrences: count }
  return { pattern, range }
}

function exceptionOf(meeting: Meeting, { on, to }: Change): EventException {
  const time = Temporal.PlainTime.from(meeting.from ?? '00:00')
  const originalStartUtcMs = localToUtcMs(on.toPlainDateTime(time), meeting.zone)
  if (to === null) return { originalStartUtcMs, event: null }
  return {
    originalStartUtcMs,
    event: {
      subject: to.subject ?? meeting.subject,
      start: { dateTime: local(to.on, to.from), timeZone: meeting.zone },
      end: { dateTime: local(to.on, to.until), timeZone: meeting.zone },
      ...(to.location === undefined ? {} : { location: { displayName: to.location } }),
    },
  }
}
