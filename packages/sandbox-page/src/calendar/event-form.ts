import type { CalendarEvent, Recipient } from '../api/wire.ts'
import { addDays, dayOf, minutesOf, timeOf, timeText } from '../components/days.ts'
import { formOf, once, type Repeating, recurrenceOf } from './recurrence.ts'

/** An event as the form has it. */
export interface EventForm {
  readonly subject: string
  readonly isAllDay: boolean
  readonly startDay: string
  readonly startTime: string
  /** The last day, also of all-day events. */
  readonly endDay: string
  readonly endTime: string
  readonly location: string
  readonly attendees: readonly Recipient[]
  readonly text: string
  /** Null: it isn't this form's to change. */
  readonly repeating: Repeating | null
}

const HOUR = 60
const LAST_MINUTE = 1439

export function blankForm(day: string, minutes: number): EventForm {
  return {
    subject: '',
    isAllDay: false,
    startDay: day,
    startTime: timeText(minutes),
    endDay: day,
    endTime: timeText(Math.min(minutes + HOUR, LAST_MINUTE)),
    location: '',
    attendees: [],
    text: '',
    repeating: once(day),
  }
}

/** @param event read with a text body, in the zone of the page */
export function formOfEvent(event: CalendarEvent): EventForm {
  const startDay = dayOf(event.start.dateTime)
  const end = dayOf(event.end.dateTime)
  const isWhole = event.type === 'seriesMaster' || event.type === 'singleInstance'
  return {
    subject: event.subject ?? '',
    isAllDay: event.isAllDay,
    startDay,
    startTime: timeOf(event.start.dateTime),
    endDay: event.isAllDay && end > startDay ? addDays(end, -1) : end,
    endTime: timeOf(event.end.dateTime),
    location: event.location.displayName ?? '',
    attendees: event.attendees,
    text: event.body.content,
    repeating: isWhole ? formOf(event.recurrence, startDay) : null,
  }
}

export type Fault = 'endsEarly' | 'needsDay'

export function faultOf(form: EventForm): Fault | null {
  const { repeating } = form
  if (repeating?.repeats === 'weekly' && repeating.days.length === 0) return 'needsDay'
  if (form.endDay < form.startDay) return 'endsEarly'
  const isSameDay = !form.isAllDay && form.endDay === form.startDay
  return isSameDay && minutesOf(form.endTime) < minutesOf(form.startTime) ? 'endsEarly' : null
}

/** The end keeps its distance when the start moves. */
export function withStart(form: EventForm, start: { day?: string; time?: string }): EventForm {
  const at = (day: string, time: string) => Date.parse(`${day}T${time}:00Z`)
  const startDay = start.day ?? form.startDay
  const startTime = start.time ?? form.startTime
  const length = at(form.endDay, form.endTime) - at(form.startDay, form.startTime)
  const moved = at(startDay, startTime) + length
  if (Number.isNaN(moved)) return { ...form, startDay, startTime }
  const end = new Date(moved).toISOString()
  const follows = form.repeating?.repeats === 'never'
  return {
    ...form,
    startDay,
    startTime,
    endDay: end.slice(0, 10),
    endTime: end.slice(11, 16),
    repeating: follows ? once(startDay) : form.repeating,
  }
}

/** As Graph takes it. What the form leaves alone isn't in it. */
export function bodyOf(form: EventForm, zone: string, before: EventForm | null) {
  const { isAllDay, startDay, endDay } = form
  const at = (day: string, time: string) => ({
    dateTime: `${day}T${isAllDay ? '00:00' : time}:00`,
    timeZone: zone,
  })
  const hasNewPattern =
    form.repeating !== null &&
    (before === null ||
      form.startDay !== before.startDay ||
      JSON.stringify(form.repeating) !== JSON.stringify(before.repeating))
  const repeats = hasNewPattern && form.repeating ? form.repeating : null
  return {
    subject: form.subject,
    isAllDay,
    start: at(startDay, form.startTime),
    end: at(isAllDay ? addDays(endDay, 1) : endDay, form.endTime),
    location: { displayName: form.location },
    ...(form.text !== before?.text && { body: { contentType: 'text', content: form.text } }),
    ...(JSON.stringify(form.attendees) !== JSON.stringify(before?.attendees ?? []) && {
      attendees: form.attendees.map(({ emailAddress: { name, address } }) => ({
        type: 'required',
        emailAddress: { name, address },
      })),
    }),
    ...(repeats !== null &&
      // A new event that doesn't repeat says nothing of it.
      !(before === null && repeats.repeats === 'never') && {
        recurrence: recurrenceOf(repeats, startDay, zone),
      }),
  }
}
