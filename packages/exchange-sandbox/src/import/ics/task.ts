import type { TaskStatus } from '@microsoft/microsoft-graph-types'
import ICAL from 'ical.js'
import { cleanLine, Refused } from '../refusal.ts'
import type { GraphTaskInput } from '../types.ts'
import { textOf } from './component.ts'
import { bodyOf, categoriesOf, importanceOf, statusOf } from './event.ts'
import {
  after,
  type Clocks,
  clocksOf,
  durationOf,
  type Moment,
  momentOf,
  toGraphTime,
  utcMsOf,
} from './moment.ts'
import { toGraphRecurrence } from './rule.ts'
import { UTC } from './zone.ts'

/** To Do has no cancelled task; the nearest is one put off. */
const STATUSES: Readonly<Record<string, TaskStatus>> = {
  'IN-PROCESS': 'inProgress',
  COMPLETED: 'completed',
  CANCELLED: 'deferred',
}

/** @throws Refused with the reason */
export function toGraphTask(component: ICAL.Component, clocks: Clocks): GraphTaskInput {
  const start = optionalMoment(component, 'dtstart', clocks)
  const due = dueOf(component, start, clocks)
  const completed = optionalMoment(component, 'completed', clocks)
  const status = STATUSES[statusOf(component)] ?? (completed === null ? 'notStarted' : 'completed')
  const reminder = reminderOf(component, start, due, clocks)
  return {
    title: cleanLine(textOf(component, 'summary')),
    body: bodyOf(component),
    status,
    importance: importanceOf(component),
    categories: categoriesOf(component),
    startDateTime: start && toGraphTime(start),
    dueDateTime: due && toGraphTime(due),
    completedDateTime: completed && status === 'completed' ? toGraphTime(completed) : null,
    isReminderOn: reminder !== null,
    reminderDateTime: reminder && toGraphTime(reminder),
    recurrence: recurrenceOf(component, due ?? start),
  }
}

function optionalMoment(component: ICAL.Component, name: string, clocks: Clocks): Moment | null {
  const property = component.getFirstProperty(name)
  return property === null ? null : momentOf(property, clocks)
}

function dueOf(component: ICAL.Component, start: Moment | null, clocks: Clocks): Moment | null {
  const due = optionalMoment(component, 'due', start === null ? clocks : clocksOf(start, clocks))
  if (due !== null || start === null) return due
  const length = durationOf(component)
  return length && after(start, length)
}

function reminderOf(
  component: ICAL.Component,
  start: Moment | null,
  due: Moment | null,
  clocks: Clocks,
): Moment | null {
  for (const alarm of component.getAllSubcomponents('valarm')) {
    const property = alarm.getFirstProperty('trigger')
    if (property === null) continue
    const trigger = property.getFirstValue()
    if (trigger instanceof ICAL.Time) return momentOf(property, clocks)
    const base = start ?? due
    if (!(trigger instanceof ICAL.Duration) || base === null) continue
    const wall = UTC.toWall(utcMsOf(base) + trigger.toSeconds() * 1000)
    return { wall, zone: UTC, isDate: false }
  }
  return null
}

function recurrenceOf(
  component: ICAL.Component,
  base: Moment | null,
): GraphTaskInput['recurrence'] {
  const recur = component.getFirstPropertyValue('rrule')
  if (!(recur instanceof ICAL.Recur)) return null
  if (base === null) throw new Refused('It repeats, but has neither DUE nor DTSTART.')
  const recurrence = toGraphRecurrence(recur, base)
  if (recurrence === null) throw new Refused('Its RRULE is none that To Do can keep.')
  return recurrence
}
