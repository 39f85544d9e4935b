import ICAL from 'ical.js'
import type { Temporal } from 'temporal-polyfill'
import { expandRecurrence } from '../../recurrence.ts'
import { Refused } from '../refusal.ts'
import type { EventException, GraphEventInput, ImportItem } from '../types.ts'
import { timesOf, toGraphEvent } from './event.ts'
import {
  type Clocks,
  clocksOf,
  type Moment,
  momentsOf,
  moveSpan,
  onClock,
  type Span,
  spanOf,
  utcMsOf,
} from './moment.ts'
import type { Override } from './override.ts'
import { expandOtherRule, type OtherRule, readOtherRule } from './rscale.ts'
import {
  expandRule,
  lastDayOf,
  SINGLE_EVENTS_MAX,
  toGraphRecurrence,
  tooManySingles,
  untilOf,
} from './rule.ts'
import { changedSpan, recurrenceBefore, recurrenceOfChange, type Split, splitsOf } from './split.ts'
import { UTC } from './zone.ts'

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
      return seriesItems(master, kept, added, removed, overrides)
    }
  }
  const { walls, leftOut } = expanded(recur, otherRule, span.start)
  const spans = walls.map((wall) => moveSpan(span, { ...span.start, wall }))
  const all = [...spans, ...added]
  const starts = all.map((one) => utcMsOf(one.start)).sort((a, b) => a - b)
  const { splits, others } = splitsOf(overrides, span.start, (moment) => {
    const utcMs = startMeant(moment, span.start, starts) ?? utcMsOf(moment)
    return starts.find((start) => start >= utcMs) ?? null
  })
  return { items: singleItems(event, all, removed, others, splits), leftOut }
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
): SeriesItems {
  const lookup = occurrenceLookup(master, span)
  const { splits, others } = splitsOf(overrides, span.start, (moment) => {
    const fromUtcMs = lookup(moment) ?? utcMsOf(moment)
    return occurrencesOf(master, fromUtcMs, Number.POSITIVE_INFINITY, 1)[0] ?? null
  })
  // Some programs name an occurrence that was moved by where it lies since then.
  const find: Lookup = (moment) =>
    lookup(moment) ??
    splits.map((split) => foundMoved(split, moment, lookup)).find((utcMs) => utcMs !== null) ??
    null
  const exceptions = new Map<number, EventException['event']>()
  for (const moment of removed) {
    const originalStartUtcMs = find(moment)
    if (originalStartUtcMs !== null) exceptions.set(originalStartUtcMs, null)
  }
  const loose: Override[] = []
  for (const override of others) {
    const originalStartUtcMs = find(override.original)
    if (originalStartUtcMs === null) loose.push(override)
    else exceptions.set(originalStartUtcMs, partOf(override))
  }
  const pieces = piecesOf(master, span, splits, exceptions)
  const beside = singleItems({ ...master, recurrence: null }, added, removed, loose, splits, true)
  return {
    items: [...pieces.flatMap(({ items }) => items), ...beside],
    leftOut: pieces.map(({ leftOut }) => leftOut).find((reason) => reason !== null) ?? null,
  }
}

const isWithin = ({ cutUtcMs, endUtcMs }: Split, utcMs: number): boolean =>
  utcMs >= cutUtcMs && utcMs < endUtcMs

function foundMoved(split: Split, moment: Moment, lookup: Lookup): number | null {
  const utcMs = lookup({ ...moment, wall: moment.wall.subtract(split.shift) })
  return utcMs !== null && isWithin(split, utcMs) ? utcMs : null
}

/** The series as far as nothing changes it, then what each change of all later occurrences makes. */
function piecesOf(
  master: GraphEventInput,
  span: Span,
  splits: readonly Split[],
  exceptions: ReadonlyMap<number, EventException['event']>,
): SeriesItems[] {
  const exceptionsOf = (split: Split | null): EventException[] =>
    [...exceptions]
      .filter(([utcMs]) => (splits.find((one) => isWithin(one, utcMs)) ?? null) === split)
      .map(([utcMs, event]) => ({
        originalStartUtcMs: split ? utcMsOf(changedSpan(split, span.start, utcMs).start) : utcMs,
        event,
      }))
      .sort((a, b) => a.originalStartUtcMs - b.originalStartUtcMs)
  const series = (event: GraphEventInput, split: Split | null): SeriesItems => ({
    items: [{ kind: 'event', event, exceptions: exceptionsOf(split) }],
    leftOut: null,
  })

  if (splits[0] === undefined || master.recurrence === null) return [series(master, null)]
  const before = recurrenceBefore(master.recurrence, span.start, splits[0])
  const pieces = before === null ? [] : [series({ ...master, recurrence: before }, null)]
  for (const split of splits) {
    if (split.change.isCancelled) continue
    const countBefore = occurrencesOf(master, utcMsOf(span.start), split.cutUtcMs).length
    const recurrence = recurrenceOfChange(master.recurrence, span.start, split, countBefore)
    if (recurrence === null) {
      pieces.push(singlesOfChange(master, span, split, exceptions))
      continue
    }
    const first = changedSpan(split, span.start, split.cutUtcMs)
    const event = { ...split.change.event, ...timesOf(onClock(first)), recurrence }
    pieces.push(series(pieces.length === 0 ? event : withOwnUid(event, split.cutUtcMs), split))
  }
  return pieces
}

/** For a change of days that no rule of Exchange follows, such as from second Tuesdays by a day. */
function singlesOfChange(
  master: GraphEventInput,
  span: Span,
  split: Split,
  exceptions: ReadonlyMap<number, EventException['event']>,
): SeriesItems {
  const starts = occurrencesOf(master, split.cutUtcMs, split.endUtcMs, SINGLE_EVENTS_MAX + 1)
  const items = starts.slice(0, SINGLE_EVENTS_MAX).flatMap((utcMs) => {
    const part = exceptions.get(utcMs)
    if (part === null) return []
    const times = timesOf(changedSpan(split, span.start, utcMs))
    return [single(withOwnUid({ ...split.change.event, ...times, ...part }, utcMs))]
  })
  const leftOut =
    starts.length > SINGLE_EVENTS_MAX
      ? `From ${new Date(split.cutUtcMs).toISOString().slice(0, 10)} on it was moved to days that Exchange can't repeat: the first ${SINGLE_EVENTS_MAX} occurrences from there became single events, the later ones are left out.`
      : null
  return { items, leftOut }
}

/** Starts in ascending order. */
function occurrencesOf(
  master: GraphEventInput,
  fromUtcMs: number,
  toUtcMs: number,
  most = LOOKUP_MAX,
): number[] {
  const { recurrence } = master
  if (recurrence === null) return []
  return expandRecurrence({ ...master, recurrence }, { fromUtcMs, toUtcMs }, most)
    .map((occurrence) => occurrence.startUtcMs)
    .filter((utcMs) => utcMs >= fromUtcMs)
}

function partOf({ event, isCancelled }: Override): Partial<GraphEventInput> | null {
  if (isCancelled) return null
  const { iCalUId: _uid, recurrence: _recurrence, ...own } = event
  return own
}

function occurrenceLookup(master: GraphEventInput, span: Span): Lookup {
  return (moment) => {
    const utcMs = utcMsOf(moment)
    const near = occurrencesOf(master, utcMs - DAY_MS, utcMs + 2 * DAY_MS)
    return startMeant(moment, span.start, near)
  }
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
  splits: readonly Split[],
  isBesideSeries = false,
): ImportItem[] {
  const byStart = new Map<number, GraphEventInput | null>(
    spans.map((span) => [utcMsOf(span.start), { ...event, ...timesOf(span) }]),
  )
  const like = spans[0]?.start
  const meant = (moment: Moment): number | null =>
    like === undefined ? null : startMeant(moment, like, [...byStart.keys()])
  if (like !== undefined) {
    for (const utcMs of byStart.keys()) {
      const split = splits.find((one) => isWithin(one, utcMs))
      if (split !== undefined) byStart.set(utcMs, changedEvent(split, like, utcMs))
    }
  }
  for (const moment of removed) byStart.delete(meant(moment) ?? Number.NaN)
  for (const override of overrides) {
    const utcMs = meant(override.original) ?? utcMsOf(override.original)
    byStart.set(utcMs, override.isCancelled ? null : override.event)
  }
  const kept = [...byStart].sort(([a], [b]) => a - b).filter(([, own]) => own !== null)
  const isSet = isBesideSeries || kept.length > 1
  return kept.flatMap(([utcMs, own]) => (own ? single(isSet ? withOwnUid(own, utcMs) : own) : []))
}

function changedEvent(split: Split, like: Moment, utcMs: number): GraphEventInput | null {
  if (split.change.isCancelled) return null
  return { ...split.change.event, ...timesOf(changedSpan(split, like, utcMs)) }
}

const single = (event: GraphEventInput): ImportItem => ({ kind: 'event', event, exceptions: [] })

/** Graph: iCalUId differs for each occurrence; events that share one would count as one meeting. */
export function withOwnUid(event: GraphEventInput, startUtcMs: number): GraphEventInput {
  if (event.iCalUId === null) return event
  const start = new Date(startUtcMs).toISOString().replace(/[-:]|\.\d{3}/g, '')
  return { ...event, iCalUId: `${event.iCalUId}_${start}` }
}
