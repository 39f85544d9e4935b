import type { Importance, TaskStatus } from '@microsoft/microsoft-graph-types'
import type { GraphTaskInput } from '../import/types.ts'
import { workday } from './clock.ts'
import * as p from './people.ts'
import type { SeedTaskList } from './types.ts'

type Job = Readonly<{
  title: string
  text?: string
  status?: TaskStatus
  importance?: Importance
  /** Working days from today. */
  due?: number
  start?: number
  done?: number
  /** Hour of UTC on the day it is due. */
  remindAt?: number
  categories?: readonly string[]
  isWeekly?: boolean
}>

type Lists = Readonly<Record<string, Readonly<Record<string, readonly Job[]>>>>

/** The list that every mailbox has. */
const DEFAULT = 'Tasks'

const JOBS: Lists = {
  [p.ISLA.email]: {
    [DEFAULT]: [
      { title: 'Read the board paper', due: 2, importance: 'high' },
      { title: 'Thank the workshop', status: 'completed', due: -4, done: -4 },
      { title: 'Decide on the second van', status: 'deferred', text: 'Wait for the quarter.' },
    ],
  },
  [p.TOMASZ.email]: {
    [DEFAULT]: [
      {
        title: 'Answer Samuel Adeyemi: date for the call',
        text: 'Ask Kofi in Accra first.',
        due: 1,
        importance: 'high',
        remindAt: 8,
      },
      { title: 'Ring Aqualev about dealer terms', status: 'waitingOnOthers', due: 3 },
      { title: 'Order power and water for stand 5.B14', due: 6, start: 3 },
      { title: 'Extend the loan contract for Kitaura', status: 'completed', due: -9, done: -10 },
    ],
    Fair: [
      { title: 'Find a tank for the trout', status: 'inProgress', due: 15 },
      { title: 'Data sheets in three languages', due: 20, importance: 'low' },
    ],
  },
  [p.PRIYA.email]: {
    [DEFAULT]: [
      { title: 'Loan papers for Fallon Brewing', due: 1, importance: 'high', remindAt: 9 },
      { title: 'Northstrand: draft of the work plan', status: 'inProgress', start: -1, due: 4 },
      { title: 'Hold workshop slots in weeks 3 and 4', status: 'completed', due: -1, done: -1 },
      { title: 'Ask Haverleigh for a reference', due: 10, categories: ['Green category'] },
      { title: 'Clean up the customer folder', importance: 'low' },
    ],
  },
  [p.JONAS.email]: {
    [DEFAULT]: [
      { title: 'Pack: update stick, spare seal, buffer 7', due: 1, remindAt: 16 },
      { title: 'Write down the Steinloh visit', due: 3 },
      { title: 'Van service on the 24th', status: 'inProgress', due: 9 },
    ],
    Workshop: [
      { title: 'Build four float mounts for Haverleigh', status: 'inProgress', start: -5, due: 6 },
      { title: 'Repair R-3056 (heron)', status: 'waitingOnOthers', due: 5 },
      { title: 'Calibrate the reference bath', status: 'completed', due: -2, done: -3 },
    ],
  },
  [p.MAELLE.email]: {
    [DEFAULT]: [
      {
        title: 'Certificates for Steinloh',
        text: 'Serials are in the mail of Anneliese Kofler.',
        due: 2,
        importance: 'high',
        remindAt: 7,
      },
      { title: 'Update the other nine gateways of Pinebrook', status: 'inProgress', due: 4 },
      { title: 'Answer template for E17', status: 'completed', due: -6, done: -7 },
      {
        title: 'Count what the queue was asked this week',
        due: 4,
        isWeekly: true,
      },
    ],
  },
  [p.DALE.email]: {
    [DEFAULT]: [
      { title: 'Offer for Casa Olivera', status: 'inProgress', due: 2, importance: 'high' },
      { title: 'Papers for Pinebrook, option B', due: 1, remindAt: 14 },
      { title: 'Report on the growers’ day', status: 'deferred', importance: 'low', due: -5 },
    ],
  },
  [p.RUTH.email]: {
    [DEFAULT]: [
      { title: 'Print the price list', due: 2 },
      { title: 'Pay Kestrel Print 20418', due: 12 },
      { title: 'Order seals before the 15th', status: 'completed', due: -7, done: -8 },
      { title: 'Order confirmation HTF-1188', status: 'completed', due: -9, done: -9 },
    ],
  },
}

export function taskListsOf(nowMs: number, email: string): SeedTaskList[] {
  return Object.entries(JOBS[email] ?? { [DEFAULT]: [] }).map(([displayName, jobs]) => ({
    displayName,
    wellknownListName: displayName === DEFAULT ? 'defaultList' : 'none',
    tasks: jobs.map((job) => toTask(nowMs, job)),
  }))
}

function toTask(nowMs: number, job: Job): GraphTaskInput {
  const day = (count: number | undefined, time = '00:00') =>
    count === undefined
      ? null
      : { dateTime: `${workday(nowMs, count).toString()}T${time}:00.0000000`, timeZone: 'UTC' }
  const remindAt = job.remindAt === undefined ? null : `${String(job.remindAt).padStart(2, '0')}:00`
  return {
    title: job.title,
    body: { contentType: 'text', content: job.text ?? '' },
    status: job.status ?? 'notStarted',
    importance: job.importance ?? 'normal',
    categories: job.categories ?? [],
    startDateTime: day(job.start),
    dueDateTime: day(job.due),
    completedDateTime: day(job.done),
    isReminderOn: remindAt !== null,
    reminderDateTime: remindAt === null ? null : day(job.due, remindAt),
    recurrence: job.isWeekly && job.due !== undefined ? weeklyFrom(nowMs, job.due) : null,
  }
}

function weeklyFrom(nowMs: number, due: number): GraphTaskInput['recurrence'] {
  const first = workday(nowMs, due)
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const
  const day = days[first.dayOfWeek - 1] ?? 'friday'
  return {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: [day], firstDayOfWeek: 'monday' },
    range: { type: 'noEnd', startDate: first.toString(), recurrenceTimeZone: 'UTC' },
  }
}
