import ICAL from 'ical.js'
import { expandRecurrence } from '../../recurrence.ts'
import { toUtcMs } from '../../zones.ts'
import { Refused } from '../refusal.ts'
import type { EventException, GraphEventInput, ImportItem } from '../types.ts'
import { parameterOf } from './component.ts'
import { statusOf, timesOf, toGraphEvent } from './event.ts'
import {
  type Clocks,
  type Moment,
  momentOf,
  momentsOf,
  moveSpan,
  type Span,
  spanOf,
  utcMsOf,
} from './moment.ts'
import { expandRule, SINGLE_EVENTS_MAX, toGraphRecurrence } from './rule.ts'
import { UTC } from './zone.ts'

/** A VEVENT with its RECURRENCE-ID, as it stands for one occurrence of a series. */
export type Override = Readonly<{
  original: Moment
  span: Span
  /** Null = this occurrence was cancelled. */
  event: GraphEventInput | null
}>

const DAY_MS = 86_400_000
/** Occurrences of three days at most: a series has one a day, longer ones overlap their neighbours. */
const LOOKUP_MAX = 2000

/** @throws Refused with the reason */
export function readOverride(
  component: ICAL.Component,
  clocks: Clocks,
  isCancelled: boolean,
): Override {
  const property = component.getFirstProperty('recurrence-id')
  if (property === null) throw new Refused('It has no RECURRENCE-ID.')
  const span = spanOf(component, clocks)
  const event = toGraphEvent(component, span, isCancelled)
  const cancelled = isCancelled || statusOf(component) === 'CANCELLED'
  return { original: momentOf(property, clocks), span, event: cancelled ? null : event }
}

export const isThisAndFuture = (component: ICAL.Component): boolean => {
  const property = component.getFirstProperty('recurrence-id')
  return property !== null && parameterOf(property, 'range').toUpperCase() === 'THISANDFUTURE'
}

/**
 * A VEVENT with the overrides of its occurrences. A rule that Graph has words for becomes a series
 * with exceptions; any other rule, and dates added one by one (RDATE), become single events.
 *
 * @throws Refused with the reason; then nothing of it is imported
 */
export function readSeries(
  component: ICAL.Component,
  overrides: readonly Override[],
  clocks: Clocks,
  isCancelled: boolean,
): ImportItem[] {
  if (component.hasProperty('exrule')) {
    throw new Refused('It has an EXRULE, which RFC 5545 dropped and Exchange never had.')
  }
  const span = spanOf(component, clocks)
  const event = toGraphEvent(component, span, isCancelled)
  const added = addedSpans(component, span, clocks)
  const removed = component
    .getAllProperties('exdate')
    .flatMap((property) => momentsOf(property, clocks))
    .map((value) => value.start)
  const recur = ruleOf(component)
  const recurrence = recur && toGraphRecurrence(recur, span.start)
  if (recurrence !== null) {
    const master = startAtFirstOccurrence({ ...event, recurrence }, span)
    if (master !== null) return seriesItems(master, span, added, removed, overrides)
  }
  const spans = recur
    ? expandRule(recur, span.start).map((wall) => moveSpan(span, { ...span.start, wall }))
    : [span]
  return singleItems(event, [...spans, ...added], removed, overrides)
}

function ruleOf(component: ICAL.Component): ICAL.Recur | null {
  const properties = component.getAllProperties('rrule')
  if (properties.length > 1) throw new Refused('It has more than one RRULE.')
  const value = properties[0]?.getFirstValue() ?? null
  if (value !== null && !(value instanceof ICAL.Recur))
    throw new Refused("Its RRULE can't be read.")
  return value
}

function addedSpans(component: ICAL.Component, span: Span, clocks: Clocks): Span[] {
  const dates = component
    .getAllProperties('rdate')
    .flatMap((property) => momentsOf(property, clocks))
  if (dates.length > SINGLE_EVENTS_MAX) {
    throw new Refused(`It adds ${dates.length} dates; at most ${SINGLE_EVENTS_MAX} become events.`)
  }
  return dates.map(({ start, end }) => {
    if (end === null) return moveSpan(span, start)
    if (utcMsOf(end) < utcMsOf(start))
      throw new Refused('One of its RDATE periods ends before it starts.')
    return { start, end }
  })
}

/** RFC 5545 counts DTSTART in even where the rule leaves it out; Graph begins with the rule. */
function startAtFirstOccurrence(master: GraphEventInput, span: Span): GraphEventInput | null {
  const { recurrence } = master
  if (recurrence === null) return null
  const window = { fromUtcMs: utcMsOf(span.start), toUtcMs: Number.POSITIVE_INFINITY }
  const first = expandRecurrence({ ...master, recurrence }, window, 1)[0]
  if (first === undefined) return null
  if (first.startUtcMs === utcMsOf(span.start)) return master
  const start = { ...span.start, wall: span.start.zone.toWall(first.startUtcMs) }
  const startDate = start.wall.toPlainDate().toString()
  const range = { ...recurrence.range, startDate }
  return { ...master, ...timesOf(moveSpan(span, start)), recurrence: { ...recurrence, range } }
}

/** Finds the start of the series that a deletion or change means; null = the series has none. */
type Lookup = (moment: Moment) => number | null

function seriesItems(
  master: GraphEventInput,
  span: Span,
  added: readonly Span[],
  removed: readonly Moment[],
  overrides: readonly Override[],
): ImportItem[] {
  const lookup = occurrenceLookup(master, span)
  const exceptions = new Map<number, EventException>()
  for (const moment of removed) {
    const originalStartUtcMs = lookup(moment)
    if (originalStartUtcMs !== null) {
      exceptions.set(originalStartUtcMs, { originalStartUtcMs, event: null })
    }
  }
  const loose: Override[] = []
  for (const override of overrides) {
    const originalStartUtcMs = lookup(override.original)
    if (originalStartUtcMs === null) loose.push(override)
    else exceptions.set(originalStartUtcMs, { originalStartUtcMs, event: partOf(override.event) })
  }
  const sorted = [...exceptions.values()].sort(
    (a, b) => a.originalStartUtcMs - b.originalStartUtcMs,
  )
  const single = { ...master, recurrence: null }
  return [
    { kind: 'event', event: master, exceptions: sorted },
    ...singleItems(single, added, removed, loose, true),
  ]
}

function partOf(event: GraphEventInput | null): Partial<GraphEventInput> | null {
  if (event === null) return null
  const { iCalUId: _uid, recurrence: _recurrence, ...own } = event
  return own
}

function occurrenceLookup(master: GraphEventInput, span: Span): Lookup {
  const { recurrence } = master
  if (recurrence === null) return () => null
  const near = (utcMs: number): number[] =>
    expandRecurrence(
      { ...master, recurrence },
      { fromUtcMs: utcMs - DAY_MS, toUtcMs: utcMs + 2 * DAY_MS },
      LOOKUP_MAX,
    ).map((occurrence) => occurrence.startUtcMs)
  return (moment) => {
    const utcMs = utcMsOf(moment)
    const starts = near(utcMs)
    if (starts.includes(utcMs)) return utcMs
    // A date among times means the occurrence of that day: RFC 5545 forbids it, many write it.
    if (moment.isDate === span.start.isDate) return null
    const date = moment.isDate ? dateIn(moment, utcMs) : dateIn(span.start, utcMs)
    return starts.find((start) => dateIn(span.start, start) === date) ?? null
  }
}

function dateIn(start: Moment, utcMs: number): string {
  return (start.isDate ? UTC : start.zone).toWall(utcMs).toPlainDate().toString()
}

function singleItems(
  event: GraphEventInput,
  spans: readonly Span[],
  removed: readonly Moment[],
  overrides: readonly Override[],
  isBesideSeries = false,
): ImportItem[] {
  const isRemoved = (start: Moment): boolean =>
    removed.some((moment) =>
      moment.isDate && !start.isDate
        ? moment.wall.toPlainDate().equals(start.wall.toPlainDate())
        : utcMsOf(moment) === utcMsOf(start),
    )
  const byStart = new Map<number, GraphEventInput | null>()
  for (const span of spans) {
    if (!isRemoved(span.start)) byStart.set(utcMsOf(span.start), { ...event, ...timesOf(span) })
  }
  for (const { original, event: own } of overrides) byStart.set(utcMsOf(original), own)
  const events = [...byStart].sort(([a], [b]) => a - b).map(([, own]) => own)
  const kept = events.filter((own) => own !== null)
  const isSet = isBesideSeries || kept.length > 1
  return kept.map((own) => ({
    kind: 'event',
    event: isSet ? withOwnUid(own) : own,
    exceptions: [],
  }))
}

/** Graph: iCalUId differs for each occurrence; events that share one would count as one meeting. */
function withOwnUid(event: GraphEventInput): GraphEventInput {
  if (event.iCalUId === null) return event
  const start = new Date(toUtcMs(event.start)).toISOString().replace(/[-:]|\.\d{3}/g, '')
  return { ...event, iCalUId: `${event.iCalUId}_${start}` }
}
