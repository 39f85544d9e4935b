import { expect, test } from 'vitest'
import type { CalendarEvent } from '../api/wire.ts'
import { blankForm, bodyOf, faultOf, formOfEvent, withStart } from './event-form.ts'

const ZONE = 'Europe/Vienna'
const blank = blankForm('2026-11-26', 540)

test('a new event has an hour and says nothing of repeating', () => {
  expect(bodyOf({ ...blank, subject: 'Call' }, ZONE, null)).toEqual({
    subject: 'Call',
    isAllDay: false,
    start: { dateTime: '2026-11-26T09:00:00', timeZone: ZONE },
    end: { dateTime: '2026-11-26T10:00:00', timeZone: ZONE },
    location: { displayName: '' },
    body: { contentType: 'text', content: '' },
  })
})

test('all day ends with the midnight after the last day', () => {
  expect(bodyOf({ ...blank, isAllDay: true }, ZONE, null)).toMatchObject({
    start: { dateTime: '2026-11-26T00:00:00' },
    end: { dateTime: '2026-11-27T00:00:00' },
  })
})

const event = {
  subject: 'Trip',
  isAllDay: true,
  type: 'singleInstance',
  start: { dateTime: '2026-11-26T00:00:00.0000000', timeZone: ZONE },
  end: { dateTime: '2026-11-28T00:00:00.0000000', timeZone: ZONE },
  location: { displayName: 'Graz' },
  attendees: [],
  body: { contentType: 'text', content: 'x' },
  recurrence: null,
} as unknown as CalendarEvent

test('an event that is only looked at changes nothing but what the form always writes', () => {
  const form = formOfEvent(event)
  expect(form).toMatchObject({ endDay: '2026-11-27', location: 'Graz' })
  const body = bodyOf(form, ZONE, form)
  expect(body).toMatchObject({ end: { dateTime: '2026-11-28T00:00:00' } })
  expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['body', 'attendees', 'recurrence']))
})

test('a series that is no more loses its pattern, a day of one has none to lose', () => {
  const before = formOfEvent({
    ...event,
    type: 'seriesMaster',
    recurrence: {
      pattern: { type: 'daily', interval: 1 },
      range: { type: 'noEnd', startDate: '2026-11-26' },
    },
  })
  const repeating = { ...before.repeating!, repeats: 'never' as const }
  expect(bodyOf({ ...before, repeating }, ZONE, before)).toHaveProperty('recurrence', null)
  const day = formOfEvent({ ...event, type: 'occurrence' })
  expect(day.repeating).toBeNull()
  expect(bodyOf({ ...day, subject: 'Other' }, ZONE, day)).not.toHaveProperty('recurrence')
})

test('the end goes along with the start', () => {
  expect(withStart(blank, { time: '23:30' })).toMatchObject({
    endDay: '2026-11-27',
    endTime: '00:30',
  })
  expect(withStart(blank, { day: '2026-12-01' })).toMatchObject({ endDay: '2026-12-01' })
})

test.each([
  [blank, null],
  [{ ...blank, endTime: '08:00' }, 'endsEarly'],
  [{ ...blank, endDay: '2026-11-25' }, 'endsEarly'],
  [
    { ...blank, repeating: { ...blank.repeating!, repeats: 'weekly' as const, days: [] } },
    'needsDay',
  ],
])('what is wrong with a form: %#', (form, fault) => {
  expect(faultOf(form)).toBe(fault)
})
