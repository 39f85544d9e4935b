import { changeKey, etag, occurrenceId } from '../model/ids.ts'
import { type Instance, shownFields } from '../model/occurrences.ts'
import { preview } from '../model/text.ts'
import { timeIn, utcOf } from '../model/times.ts'
import type { CalendarEvent, DateTimeZone, EventFields } from '../model/types.ts'
import { iso } from '../model/world.ts'
import { attachmentShape } from './attachment-shape.ts'
import { bodyAs } from './body-shape.ts'
import { calendarRow } from './calendar-shape.ts'
import type { Call, ShapeCall } from './call.ts'
import { comparableProperties, expandProperties } from './extended-shape.ts'
import { extensionRow } from './extension-shape.ts'
import { projector, type Shape } from './project.ts'

export interface EventSource {
  readonly event: CalendarEvent
  /** Null: a single event or a master. */
  readonly instance: Instance | null
  readonly call: ShapeCall
  readonly fields: EventFields
}

export const eventSource = (
  call: ShapeCall,
  event: CalendarEvent,
  instance: Instance | null = null,
): EventSource => ({ call, event, instance, fields: shownFields(event, instance) })

type Read = (source: EventSource) => unknown

const field =
  <K extends keyof EventFields>(name: K): Read =>
  ({ fields }) =>
    fields[name]

const baseId = ({ call, event }: Pick<EventSource, 'call' | 'event'>): string =>
  call.prefer.immutable ? event.key : event.id

export function eventIdOf(source: Pick<EventSource, 'call' | 'event' | 'instance'>): string {
  const id = baseId(source)
  return source.instance ? occurrenceId(id, source.instance.originalStartMs) : id
}

export function eventType({ event, instance }: Pick<EventSource, 'event' | 'instance'>): string {
  if (instance) return instance.exception && !instance.exception.plain ? 'exception' : 'occurrence'
  return event.recurrence === null ? 'singleInstance' : 'seriesMaster'
}

/** In the zone asked for, else UTC. All-day events are days, not instants: no zone shifts them. */
function shownTime({ call, fields }: EventSource, time: DateTimeZone): DateTimeZone {
  const zone = call.prefer.timeZone ?? 'UTC'
  return fields.isAllDay ? { dateTime: time.dateTime, timeZone: zone } : timeIn(utcOf(time), zone)
}

const properties: Readonly<Record<string, Read>> = {
  id: eventIdOf,
  createdDateTime: ({ event }) => iso(event.createdMs),
  lastModifiedDateTime: ({ event, instance }) =>
    iso(Math.max(event.modifiedMs, instance?.exception?.modifiedMs ?? 0)),
  changeKey: ({ event }) => changeKey(event.seq),
  categories: field('categories'),
  transactionId: ({ event }) => event.transactionId ?? undefined,
  originalStartTimeZone: ({ event }) => event.originalStartTimeZone,
  originalEndTimeZone: ({ event }) => event.originalEndTimeZone,
  iCalUId: ({ event, instance }) => instanceUid(event.iCalUId, instance),
  reminderMinutesBeforeStart: field('reminderMinutesBeforeStart'),
  isReminderOn: field('isReminderOn'),
  hasAttachments: ({ event }) => event.attachments.length > 0,
  subject: field('subject'),
  bodyPreview: ({ fields }) => preview(fields.body),
  importance: field('importance'),
  sensitivity: field('sensitivity'),
  isAllDay: field('isAllDay'),
  isCancelled: field('isCancelled'),
  isOrganizer: ({ event }) => event.isOrganizer,
  isDraft: ({ event }) => event.isDraft,
  responseRequested: field('responseRequested'),
  seriesMasterId: (source) => (source.instance ? baseId(source) : null),
  showAs: field('showAs'),
  type: eventType,
  webLink: ({ event }) =>
    `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(event.id)}&exvsurl=1&path=/calendar/item`,
  onlineMeetingUrl: () => null,
  isOnlineMeeting: field('isOnlineMeeting'),
  onlineMeetingProvider: field('onlineMeetingProvider'),
  onlineMeeting: () => null,
  allowNewTimeProposals: field('allowNewTimeProposals'),
  hideAttendees: field('hideAttendees'),
  originalStart: ({ instance }) => (instance ? iso(instance.originalStartMs) : undefined),
  recurrence: ({ event, instance }) => (instance ? null : event.recurrence),
  responseStatus: field('responseStatus'),
  body: ({ fields, call }) => bodyAs(fields.body, call.prefer.textBody),
  start: (source) => shownTime(source, source.fields.start),
  end: (source) => shownTime(source, source.fields.end),
  location: field('location'),
  locations: field('locations'),
  attendees: ({ event, fields }) =>
    fields.hideAttendees && !event.isOrganizer ? [] : fields.attendees,
  organizer: ({ event }) => event.organizer,
  cancelledOccurrences: (source) =>
    source.instance || source.event.recurrence === null
      ? undefined
      : source.event.cancelled.map(({ originalStartMs }) => cancelledId(source, originalStartMs)),
}

const cancelledId = (source: EventSource, startMs: number): string =>
  `OID.${baseId(source)}.${iso(startMs).slice(0, 10)}`

/** One per event across calendars, another one for each day of a series. */
function instanceUid(uid: string, instance: Instance | null): string {
  if (!instance || uid.length < 40) return uid
  const day = new Date(instance.originalStartMs)
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0')
  const stamp = `${hex(day.getUTCFullYear(), 4)}${hex(day.getUTCMonth() + 1, 2)}${hex(day.getUTCDate(), 2)}`
  return `${uid.slice(0, 32)}${stamp.toUpperCase()}${uid.slice(40)}`
}

export const eventShape: Shape<EventSource> = {
  type: 'event',
  properties,
  byDefault: Object.keys(properties).filter((name) => name !== 'cancelledOccurrences'),
  filterOnly: {
    singleValueExtendedProperties: (source) => comparableProperties(extendedOf(source)),
  },
  annotations: ({ event }) => ({ '@odata.etag': etag(event.seq) }),
  expands: {
    singleValueExtendedProperties: (source, query) => expandProperties(extendedOf(source), query),
    multiValueExtendedProperties: () => undefined,
    attachments: ({ event }, query) => event.attachments.map(projector(attachmentShape, query)),
    extensions: ({ event }) => event.extensions.map(extensionRow),
    calendar: ({ call, event }) => {
      const calendar = call.mailbox.calendars.get(event.calendar)
      return calendar && calendarRow(call, calendar)
    },
    exceptionOccurrences: ({ call, event, instance }, query) =>
      instance || event.recurrence === null
        ? undefined
        : exceptionsOf(event).map((one) =>
            projector(eventShape, query)(eventSource(call, event, one)),
          ),
  },
  ignoreCase: ({ call }, path) =>
    (path === 'categories' && call.world.switches().categoryFilterIgnoresCase) ||
    path === 'singlevalueextendedproperties',
}

function exceptionsOf(event: CalendarEvent): readonly Instance[] {
  const length = utcOf(event.fields.end) - utcOf(event.fields.start)
  return event.exceptions
    .filter((exception) => !exception.plain)
    .map((exception) => {
      const { start, end } = exception.fields
      const startMs = start ? utcOf(start) : exception.originalStartMs
      const endMs = end ? utcOf(end) : startMs + length
      return { originalStartMs: exception.originalStartMs, startMs, endMs, exception }
    })
}

const extendedOf = ({ event, instance }: EventSource) => ({
  ...event.extended,
  ...instance?.exception?.extended,
})

export const eventRow = (
  call: Call,
  event: CalendarEvent,
  instance: Instance | null,
): Record<string, unknown> => projector(eventShape, call.query)(eventSource(call, event, instance))
