import { z } from 'zod'
import { badRequest, SandboxError } from '../errors.ts'
import {
  calendarOf,
  deleteCalendar,
  deleteEvent,
  deleteInstance,
  findEvent,
  insertEvent,
  patchEvent,
  patchInstance,
} from '../model/events.ts'
import { addCalendar } from '../model/mailbox.ts'
import { cancelMeeting, isShared, respond, sendRequests, uninvite } from '../model/meetings.ts'
import {
  type Instance,
  instancesIn,
  overlaps,
  type Span,
  shownFields,
} from '../model/occurrences.ts'
import { utcOf } from '../model/times.ts'
import type { Calendar, CalendarEvent, Mailbox } from '../model/types.ts'
import { nextSeq, touch } from '../model/world.ts'
import { calendarViewDelta, eventsDelta } from './calendar-delta.ts'
import { calendarShape } from './calendar-shape.ts'
import {
  type Answer,
  accepted,
  actionParameters,
  type Call,
  created,
  type Handler,
  noContent,
  ok,
  param,
  parseBody,
  type Route,
} from './call.ts'
import { eventPatchOf, newEventOf, readEventBody } from './event-input.ts'
import { eventRow, eventShape, eventSource } from './event-shape.ts'
import { answerList, context } from './page.ts'
import { checkIfMatch } from './preconditions.ts'
import { projector } from './project.ts'
import { windowOf } from './window.ts'

const calendarEntity = (call: Call, calendar: Calendar) => ({
  '@odata.context': context(call, `users('${call.user.id}')/calendars/$entity`),
  ...projector(calendarShape, call.query)({ call, calendar }),
})

function listCalendars(call: Call): Answer {
  const rows = [...call.mailbox.calendars.values()].map((calendar) => ({ call, calendar }))
  const what = `users('${call.user.id}')/calendars`
  return answerList(call, { shape: calendarShape, rows, context: what })
}

const calendarBody = z.looseObject({
  name: z.string().min(1).optional(),
  color: z.string().optional(),
})

function createCalendar(call: Call): Answer {
  const input = parseBody(calendarBody, call)
  if (input.name === undefined) throw badRequest("The property 'name' is required.")
  const calendar = addCalendar(call.world, call.mailbox, {
    name: input.name,
    isDefault: false,
    ...(input.color !== undefined && { color: input.color }),
  })
  return created(calendarEntity(call, calendar))
}

function changeCalendar(call: Call): Answer {
  const calendar = calendarOf(call.mailbox, call.params.calendar)
  const input = parseBody(calendarBody, call)
  calendar.name = input.name ?? calendar.name
  calendar.color = input.color ?? calendar.color
  calendar.seq = nextSeq(call.mailbox)
  touch(call.world, call.mailbox, 'calendar', calendar.id)
  return ok(calendarEntity(call, calendar))
}

function dropCalendar(call: Call): Answer {
  deleteCalendar(call.world, call.mailbox, calendarOf(call.mailbox, call.params.calendar))
  return noContent
}

const eventsOf = (mailbox: Mailbox, calendar: Calendar): CalendarEvent[] =>
  [...mailbox.events.values()].filter((event) => event.calendar === calendar.id)

const what = (call: Call): string => `users('${call.user.id}')/events`

/** Single events and series masters, the latest start first. */
function listEvents(call: Call): Answer {
  const calendar = calendarOf(call.mailbox, call.params.calendar)
  const rows = eventsOf(call.mailbox, calendar)
    .sort((a, b) => utcOf(b.fields.start) - utcOf(a.fields.start))
    .map((event) => eventSource(call, event))
  return answerList(call, { shape: eventShape, rows, context: what(call) })
}

/** Everything with a time inside the window, earliest first; masters never. */
function calendarView(call: Call): Answer {
  const calendar = calendarOf(call.mailbox, call.params.calendar)
  const span = windowOf(call.query)
  const rows = eventsOf(call.mailbox, calendar)
    .flatMap((event) => inWindow(event, span).map((instance) => ({ event, instance })))
    .sort((a, b) => startOf(a) - startOf(b))
    .map(({ event, instance }) => eventSource(call, event, instance))
  return answerList(call, { shape: eventShape, rows, context: what(call) })
}

const startOf = (row: { event: CalendarEvent; instance: Instance | null }): number =>
  row.instance?.startMs ?? utcOf(row.event.fields.start)

function inWindow(event: CalendarEvent, span: Span): readonly (Instance | null)[] {
  if (event.recurrence !== null) return instancesIn(event, span)
  const { start, end } = event.fields
  return overlaps(utcOf(start), utcOf(end), span) ? [null] : []
}

function instances(call: Call): Answer {
  const { event, instance } = at(call)
  if (event.recurrence === null || instance) {
    throw badRequest('Your request can only be made on a series master.')
  }
  const rows = instancesIn(event, windowOf(call.query)).map((one) => eventSource(call, event, one))
  return answerList(call, { shape: eventShape, rows, context: what(call) })
}

const at = (call: Call) => findEvent(call.mailbox, param(call, 'event'))

const entity = (call: Call, event: CalendarEvent, instance: Instance | null) => ({
  '@odata.context': context(call, `${what(call)}/$entity`),
  ...eventRow(call, event, instance),
})

function getEvent(call: Call): Answer {
  const { event, instance } = at(call)
  return ok(entity(call, event, instance))
}

function createEvent(call: Call): Answer {
  const calendar = calendarOf(call.mailbox, call.params.calendar)
  const event = insertEvent(
    call.world,
    call.mailbox,
    calendar,
    newEventOf(call, readEventBody(call)),
  )
  sendRequests(call.world, call.mailbox, event, null)
  return created(entity(call, event, null))
}

function updateEvent(call: Call): Answer {
  const { event, instance } = at(call)
  checkIfMatch(call, event.seq)
  const body = readEventBody(call)
  const patch = eventPatchOf(body, shownFields(event, instance))
  const fields = patch.fields ?? {}
  if (instance) {
    if (body.recurrence) throw badRequest('An occurrence has no recurrence of its own.')
    const after = patchInstance(call.world, call.mailbox, event, instance, patch)
    tellAttendees(call, event, { instance: after, fields })
    return ok(entity(call, event, after))
  }
  const invited = event.fields.attendees
  patchEvent(call.world, call.mailbox, event, patch)
  if (event.isOrganizer && fields.attendees) uninvite(call.world, call.mailbox, event, invited)
  tellAttendees(call, event, { instance: null, fields })
  return ok(entity(call, event, null))
}

function tellAttendees(
  call: Call,
  event: CalendarEvent,
  update: Parameters<typeof sendRequests>[3] & object,
): void {
  if (!event.isOrganizer || event.fields.attendees.length === 0) return
  if (!isShared(call.world, update.fields)) return
  sendRequests(call.world, call.mailbox, event, update)
}

/** The organizer's deletion is a cancellation. */
function dropEvent(call: Call): Answer {
  const { event, instance } = at(call)
  checkIfMatch(call, event.seq)
  if (event.isOrganizer && event.fields.attendees.length > 0) {
    const owner = { user: call.user, mailbox: call.mailbox }
    cancelMeeting(call.world, owner, event, { instance, comment: null })
  } else if (instance) {
    deleteInstance(call.world, call.mailbox, event, instance)
  } else {
    deleteEvent(call.world, call.mailbox, event)
  }
  return noContent
}

function cancel(call: Call): Answer {
  const { event, instance } = at(call)
  const { comment } = actionParameters(call, ['comment'])
  if (!event.isOrganizer) {
    throw new SandboxError(
      400,
      'ErrorInvalidRequest',
      "Your request can't be completed. You need to be an organizer to cancel a meeting.",
    )
  }
  const owner = { user: call.user, mailbox: call.mailbox }
  cancelMeeting(call.world, owner, event, { instance, comment: textOrNull(comment) })
  return accepted
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const answer =
  (response: 'accepted' | 'tentativelyAccepted' | 'declined'): Handler =>
  (call) => {
    const { event, instance } = at(call)
    const sent = actionParameters(call, ['comment', 'sendResponse', 'proposedNewTime'])
    respond(call.world, { user: call.user, mailbox: call.mailbox }, event, {
      response,
      instance,
      comment: textOrNull(sent.comment),
      sendResponse: sent.sendResponse !== false,
    })
    return accepted
  }

const U = '/users/{user}'
const BELOW: readonly (readonly [method: string, path: string, handler: Handler])[] = [
  ['GET', '/{event}', getEvent],
  ['PATCH', '/{event}', updateEvent],
  ['DELETE', '/{event}', dropEvent],
  ['GET', '/{event}/instances', instances],
  ['POST', '/{event}/accept', answer('accepted')],
  ['POST', '/{event}/tentativelyAccept', answer('tentativelyAccepted')],
  ['POST', '/{event}/decline', answer('declined')],
  ['POST', '/{event}/cancel', cancel],
  ['POST', '/{event}/permanentDelete', dropEvent],
]

const AROUND: readonly (readonly [method: string, path: string, handler: Handler])[] = [
  ['GET', '/events', listEvents],
  ['POST', '/events', createEvent],
  ['GET', '/events/delta', eventsDelta],
  ['GET', '/calendarView', calendarView],
  ['GET', '/calendarView/delta', calendarViewDelta],
  ...BELOW.map(([method, path, handler]) => [method, `/events${path}`, handler] as const),
]

const CALENDARS: readonly (readonly [method: string, path: string, handler: Handler])[] = [
  ['GET', `${U}/calendars`, listCalendars],
  ['POST', `${U}/calendars`, createCalendar],
  ...['/calendar', '/calendars/{calendar}'].flatMap((path) => [
    ['GET', `${U}${path}`, (call: Call) => ok(calendarEntity(call, calendarAt(call)))] as const,
    ['PATCH', `${U}${path}`, changeCalendar] as const,
    ['DELETE', `${U}${path}`, dropCalendar] as const,
  ]),
]

const calendarAt = (call: Call): Calendar => calendarOf(call.mailbox, call.params.calendar)

export const eventRoutes: readonly Route[] = [
  ...CALENDARS,
  ...['', '/calendar', '/calendars/{calendar}'].flatMap((base) =>
    AROUND.map(([method, path, handler]) => [method, `${U}${base}${path}`, handler] as const),
  ),
].map(([method, path, handler]) => ({ method, path, handler, area: 'calendar' as const }))
