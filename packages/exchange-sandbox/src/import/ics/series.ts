import ICAL from 'ical.js'
import type { Temporal } from 'temporal-polyfill'
import { expandRecurrence } from '../../recurrence.ts'
import { Refused } from '../refusal.ts'
import type { EventException, GraphEventInput, ImportItem } from '../types.ts'
import { parameterOf } from './component.ts'
import { timesOf, toGraphEvent } from './event.ts'
import {
  type Clocks,
  clocksOf,
  type Moment,
  momentOf,
  momentsOf,
  moveSpan,
  onClock,
  type Span,
  spanOf,
  utcMsOf,
} from './moment.ts'
import { expandOtherRule, type OtherRule, readOtherRule } from './rscale.ts'
import {
  expandRule,
  lastDayOf,
  SINGLE_EVENTS_MAX,
  toGraphRecurrence,
  tooManySingles,
  untilOf,
} from './rule.ts'
import { UTC } from './zone.ts'

/** A VEVENT with its RECURRENCE-ID, as it stands for one occurrence of a series. */
export type Override = Readonly<{
  original: Moment
  event: GraphEventInput
  /** This occurrence doesn't take place. */
  isCancelled: boolean
}>

export type SeriesItems = Readonly<{
  items: readonly ImportItem[]
  /** A sentence on what of it isn't imported; null = all of it is. */
  leftOut: string | null
}>

/** What a VEVENT is read from; the lines hold what ical.js drops of a rule. */
export type EventSource = Readonly<{ component: ICAL.Component; lines: readonly string[] }>

const DAY_MS = 86_400_000
/** Occurrences of three days at most: a series has one a day, longer ones overlap their neighbours. */
const LOOKUP_MAX = 2000

/**
 * @param clocks those of the series, whose clock holds for times without a zone
 * @throws Refused with the reason
 */
export function readOverride(
  component: ICAL.Component,
  clocks: Clocks,
  isCancelled: boolean,
): Override {
  const property = component.getFirstProperty('recurrence-id')
  if (property === null) throw new Refused('It has no RECURRENCE-ID.')
  const original = momentOf(property, clocks)
  const event = toGraphEvent(component, spanOf(component, clocks), isCancelled)
  return { original, event, isCancelled: event.isCancelled }
}

export const isThisAndFuture = (component: ICAL.Component): boolean => {
  const property = component.getFirstProperty('recurrence-id')
  return property !== null && parameterOf(property, 'range').toUpperCase() === 'THISANDFUTURE'
}

/**
 * The clocks for the overrides of a series.
 *
 * @throws Refused when the series has no start that can be read
 */
export function clocksOfSeries(component: ICAL.Component, clocks: Clocks): Clocks {
  return clocksOf(spanOf(component, clocks).start, clocks)
}

/**
 * A VEVENT with the overrides of its occurrences, the oldest version first. A rule that Graph has
 * words for becomes a series with exceptions; any other rule, and dates added one by one (RDATE),
 * become single events.
 *
 * @throws Refused with the reason; then nothing of it is imported
 */
export function readSeries(
  { component, lines }: EventSource,
  overrides: readonly Override[],
  clocks: Clocks,
  isCancelled: boolean,
): SeriesItems {
  if (component.hasProperty('exrule')) {
    throw new Refused('It has an EXRULE, which RFC 5545 dropped and Exchange never had.')
  }
  const span = spanOf(component, clocks)
  const event = toGraphEvent(component, span, isCancelled)
  const own = clocksOf(span.start, clocks)
  const added = addedSpans(component, span, own)
  const removed = component
    .getAllProperties('exdate')
    .flatMap((property) => momentsOf(property, own))
    .map((value) => value.start)
  const recur = ruleOf(component)
  const otherRule = recur && otherRuleOf(lines, span.start)
  const recurrence = recur && otherRule === null ? toGraphRecurrence(recur, span.start) : null
  if (recurrence !== null) {
    const kept = onClock(span)
    const master = startAtFirstOccurrence({ ...event, ...timesOf(kept), recurrence }, kept)
    if (master !== null) {
      return { items: seriesItems(master, kept, added, removed, overrides), leftOut: null }
    }
  }
  const { walls, leftOut } = expanded(recur, otherRule, span.start)
  const spans = walls.map((wall) => moveSpan(span, { ...span.start, wall }))
  return { items: singleItems(event, [...spans, ...added], removed, overrides), leftOut }
}

/**
 * Overrides whose series isn't in the file, as an invitation to one occurrence is: each stands by
 * itself, a cancelled one too.
 */
export function looseItems(overrides: readonly Override[]): ImportItem[] {
  const byStart = new Map(overrides.map(({ original, event }) => [utcMsOf(original), event]))
  return [...byStart].map(([utcMs, event]) => single(withOwnUid(event, utcMs)))
}

function ruleOf(component: ICAL.Component): ICAL.Recur | null {
  const properties = component.getAllProperties('rrule')
  if (properties.length > 1) throw new Refused('It has more than one RRULE.')
  const value = properties[0]?.getFirstValue() ?? null
  if (value !== null && !(value instanceof ICAL.Recur))
    throw new Refused("Its RRULE can't be read.")
  return value
}

function otherRuleOf(lines: readonly string[], start: Moment): OtherRule | null {
  const line = lines.find((one) => /^RRULE[;:]/i.test(one))
  return line === undefined ? null : readOtherRule(line, start.wall.day)
}

function expanded(
  recur: ICAL.Recur | null,
  otherRule: OtherRule | null,
  start: Moment,
): { walls: readonly Temporal.PlainDateTime[]; leftOut: string | null } {
  if (recur === null) return { walls: [start.wall], leftOut: null }
  if (otherRule === null) return { walls: expandRule(recur, start), leftOut: null }
  const until = untilOf(recur, start)
  const { dates, isCut } = expandOtherRule(
    otherRule,
    start.wall.toPlainDate(),
    until && lastDayOf(until, start),
    SINGLE_EVENTS_MAX,
  )
  if (dates.length > SINGLE_EVENTS_MAX) throw tooManySingles()
  const last = dates.at(-1)
  const leftOut = isCut
    ? `It repeats for ever in the calendar ${otherRule.rscale}, which Exchange can't keep as a series: its ${dates.length} occurrences until ${last} became single events, the later ones are left out.`
    : null
  return { walls: dates.map((date) => date.toPlainDateTime(start.wall.toPlainTime())), leftOut }
}

function addedSpans(component: ICAL.Component, span: Span, clocks: Clocks): Span[] {
  const dates = component
    .getAllProperties('rdate')
    .flatMap((property) => momentsOf(property, clocks))
  if (dates.length > SINGLE_EVENTS_MAX) {
    throw new Refused(`It adds ${dates.length} dates; at most ${SINGLE_EVENTS_MAX} become events.`)
  }
  return dates.map(({ start, period }) => {
    if (period === null) return moveSpan(span, likeStart(start, span.start))
    if (utcMsOf(period.end) < utcMsOf(period.start))
      throw new Refused('One of its RDATE periods ends before it starts.')
    return period
  })
}

/** A date among times means the time of the series on that day, and a time among dates its day. */
function likeStart(moment: Moment, start: Moment): Moment {
  if (moment.isDate === start.isDate) return moment
  return { ...start, wall: moment.wall.toPlainDate().toPlainDateTime(start.wall.toPlainTime()) }
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
    else exceptions.set(originalStartUtcMs, { originalStartUtcMs, event: partOf(override) })
  }
  const sorted = [...exceptions.values()].sort(
    (a, b) => a.originalStartUtcMs - b.originalStartUtcMs,
  )
  const once = { ...master, recurrence: null }
  return [
    { kind: 'event', event: master, exceptions: sorted },
    ...singleItems(once, added, removed, loose, true),
  ]
}

function partOf({ event, isCancelled }: Override): Partial<GraphEventInput> | null {
  if (isCancelled) return null
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
  return (moment) => startMeant(moment, span.start, near(utcMsOf(moment)))
}

/**
 * Which of the starts a value of EXDATE or RECURRENCE-ID means: that instant, or that day where one
 * is a date and the other a time (RFC 5545 forbids it, many write it). Null = none.
 */
function startMeant(moment: Moment, like: Moment, starts: readonly number[]): number | null {
  const utcMs = utcMsOf(moment)
  if (starts.includes(utcMs)) return utcMs
  if (moment.isDate === like.isDate) return null
  const zone = like.isDate ? UTC : like.zone
  const day = moment.wall.toPlainDate()
  return starts.find((start) => zone.toWall(start).toPlainDate().equals(day)) ?? null
}

function singleItems(
  event: GraphEventInput,
  spans: readonly Span[],
  removed: readonly Moment[],
  overrides: readonly Override[],
  isBesideSeries = false,
): ImportItem[] {
  const byStart = new Map<number, GraphEventInput | null>(
    spans.map((span) => [utcMsOf(span.start), { ...event, ...timesOf(span) }]),
  )
  const like = spans[0]?.start
  const meant = (moment: Moment): number | null =>
    like === undefined ? null : startMeant(moment, like, [...byStart.keys()])
  for (const moment of removed) byStart.delete(meant(moment) ?? Number.NaN)
  for (const override of overrides) {
    const utcMs = meant(override.original) ?? utcMsOf(override.original)
    byStart.set(utcMs, override.isCancelled ? null : override.event)
  }
  const kept = [...byStart].sort(([a], [b]) => a - b).filter(([, own]) => own !== null)
  const isSet = isBesideSeries || kept.length > 1
  return kept.flatMap(([utcMs, own]) => (own ? single(isSet ? withOwnUid(own, utcMs) : own) : []))
}

const single = (event: GraphEventInput): ImportItem => ({ kind: 'event', event, exceptions: [] })

/** Graph: iCalUId differs for each occurrence; events that share one would count as one meeting. */
export function withOwnUid(event: GraphEventInput, startUtcMs: number): GraphEventInput {
  if (event.iCalUId === null) return event
  const start = new Date(startUtcMs).toISOString().replace(/[-:]|\.\d{3}/g, '')
  return { ...event, iCalUId: `${event.iCalUId}_${start}` }
}
