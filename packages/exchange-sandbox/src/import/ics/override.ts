import type ICAL from 'ical.js'
import { Refused } from '../refusal.ts'
import type { GraphEventInput } from '../types.ts'
import { parameterOf } from './component.ts'
import { toGraphEvent } from './event.ts'
import { type Clocks, type Moment, momentOf, type Span, spanOf } from './moment.ts'

/** A VEVENT with its RECURRENCE-ID, as it stands for one occurrence of a series. */
export type Override = Readonly<{
  original: Moment
  span: Span
  event: GraphEventInput
  /** This occurrence doesn't take place. */
  isCancelled: boolean
  /** It also stands for all later occurrences (`RANGE=THISANDFUTURE`). */
  isForLater: boolean
}>

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
  const isForLater = parameterOf(property, 'range').toUpperCase() === 'THISANDFUTURE'
  if (isForLater && component.hasProperty('rrule')) {
    throw new Refused(
      'It changes all later occurrences and repeats by a rule of its own (RRULE): iCalendar knows no such change.',
    )
  }
  const original = momentOf(property, clocks)
  const span = spanOf(component, clocks)
  const event = toGraphEvent(component, span, isCancelled)
  return { original, span, event, isCancelled: event.isCancelled, isForLater }
}
