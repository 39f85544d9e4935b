import { badRequest } from '../errors.ts'
import type { LogEntry } from '../model/change-log.ts'
import { calendarOf } from '../model/events.ts'
import { etag, occurrenceId } from '../model/ids.ts'
import {
  firstOccurrence,
  type Instance,
  instancesIn,
  overlaps,
  type Span,
} from '../model/occurrences.ts'
import { timeIn, utcOf } from '../model/times.ts'
import type { CalendarEvent } from '../model/types.ts'
import type { Query } from '../odata/query.ts'
import type { Answer, Call } from './call.ts'
import { answerDelta, type Round, type Row, removedRow } from './delta-page.ts'
import { eventIdOf, eventShape, eventSource, eventType } from './event-shape.ts'
import { type Project, projector } from './project.ts'
import { windowOf } from './window.ts'

type Whole = Project<ReturnType<typeof eventSource>>

interface Scope {
  readonly call: Call
  readonly span: Span
  readonly whole: Whole
}

/** The window is that of the first request: it travels in the token. */
export function calendarViewDelta(call: Call): Answer {
  const calendar = calendarOf(call.mailbox, call.params.calendar)
  const target = {
    scope: `view:${calendar.id}`,
    log: calendar.log,
    context: 'Collection(event)',
  }
  return answerDelta(call, target, (query) => {
    refuseOptions(query)
    const scope: Scope = { call, span: windowOf(query), whole: projector(eventShape, query) }
    return (entry, round) => rowsOf(scope, entry, round)
  })
}

/** Source: Microsoft, "event: delta": none of these are supported. */
function refuseOptions(query: Query): void {
  const used = ['select', 'expand', 'filter', 'orderby', 'search'].find((name) =>
    query.raw.has(name),
  )
  if (used) throw badRequest(`The query option $${used} is not supported on calendarView delta.`)
}

function rowsOf(scope: Scope, entry: LogEntry, round: Round): readonly Row[] {
  const { call } = scope
  if (entry.gone) return [removedRow(call, entry.gone)]
  const event = call.mailbox.events.get(entry.key)
  if (!event) return []
  if (event.recurrence !== null) return seriesRows(scope, event, round)
  const inside = overlaps(utcOf(event.fields.start), utcOf(event.fields.end), scope.span)
  if (inside) return [typed(scope.whole(eventSource(call, event)))]
  return outside(scope, event, round)
}

const typed = (row: Row): Row => ({ '@odata.type': '#microsoft.graph.event', ...row })

/** An event outside the window: nothing at first, afterwards told as removed. */
function outside({ call }: Scope, event: CalendarEvent, round: Round): readonly Row[] {
  if (round.first || !call.world.switches().outsideWindowRemoved) return []
  return [{ id: eventIdOf({ call, event, instance: null }), '@removed': { reason: 'deleted' } }]
}

function seriesRows(scope: Scope, event: CalendarEvent, round: Round): readonly Row[] {
  const { call, span } = scope
  const switches = call.world.switches()
  const instances = instancesIn(event, span)
  const gone = switches.deletedOccurrence === 'removed' ? cancelledRows(scope, event, round) : []
  if (instances.length === 0) return [...outside(scope, event, round), ...gone]
  const master = switches.masterWithInstances ? [masterRow(scope, event)] : []
  const rows = instances.map((instance) => instanceRow(scope, event, instance))
  return [...master, ...rows, ...gone]
}

/** With the times of the first occurrence, as clients have seen it. */
function masterRow({ call, whole }: Scope, event: CalendarEvent): Row {
  const first = firstOccurrence(event)
  const source = eventSource(call, event)
  if (!first || event.fields.isAllDay) return typed(whole(source))
  const start = timeIn(first.startMs, event.fields.start.timeZone)
  const end = timeIn(first.endMs, event.fields.end.timeZone)
  return typed(whole({ ...source, fields: { ...source.fields, start, end } }))
}

function instanceRow({ call, whole }: Scope, event: CalendarEvent, instance: Instance): Row {
  const stub = call.world.switches().occurrenceStubs
  const source = eventSource(call, event, instance)
  const type = eventType(source)
  if (type === 'exception' || !stub) return typed(whole(source))
  const { start, end } = whole(source)
  return {
    '@odata.type': '#microsoft.graph.event',
    '@odata.etag': etag(event.seq),
    id: eventIdOf(source),
    type,
    seriesMasterId: eventIdOf({ ...source, instance: null }),
    start,
    end,
  }
}

function cancelledRows({ call }: Scope, event: CalendarEvent, round: Round): readonly Row[] {
  const id = eventIdOf({ call, event, instance: null })
  return event.cancelled
    .filter(({ seq }) => !round.first && seq > round.since)
    .map(({ originalStartMs }) => ({
      id: occurrenceId(id, originalStartMs),
      '@removed': { reason: 'deleted' },
    }))
}

/** Single events, masters and exceptions that touch the window; no occurrences. */
export function eventsDelta(call: Call): Answer {
  const calendar = calendarOf(call.mailbox, call.params.calendar)
  const target = {
    scope: `events:${calendar.id}`,
    log: calendar.log,
    context: 'Collection(event)',
  }
  return answerDelta(call, target, (query) => {
    const scope: Scope = { call, span: windowOf(query), whole: projector(eventShape, query) }
    return (entry, round) => {
      const event = call.mailbox.events.get(entry.key)
      if (entry.gone || !event || event.recurrence === null) return rowsOf(scope, entry, round)
      const instances = instancesIn(event, scope.span)
      if (instances.length === 0) return outside(scope, event, round)
      const exceptions = instances.filter((one) => one.exception && !one.exception.plain)
      return [
        masterRow(scope, event),
        ...exceptions.map((one) => typed(scope.whole(eventSource(call, event, one)))),
      ]
    }
  })
}
