import type { CalendarEvent } from '../api/wire.ts'
import { addDays, dayOf, longDay, shortDay, timeOf } from '../components/days.ts'
import { calendar as strings } from '../strings/calendar.ts'

export const titleOf = (event: CalendarEvent): string => event.subject || strings.noTitle

/** The last day that an event is on. */
const lastDay = ({ isAllDay, start, end }: CalendarEvent): string => {
  const day = dayOf(end.dateTime)
  return isAllDay && day > dayOf(start.dateTime) ? addDays(day, -1) : day
}

export function whenText(event: CalendarEvent): string {
  const from = dayOf(event.start.dateTime)
  const to = lastDay(event)
  if (event.isAllDay) {
    return from === to
      ? `${longDay(from)}, ${strings.allDay}`
      : `${longDay(from)} – ${longDay(to)}, ${strings.allDay}`
  }
  const [start, end] = [timeOf(event.start.dateTime), timeOf(event.end.dateTime)]
  return from === to
    ? `${longDay(from)}, ${start} – ${end}`
    : `${longDay(from)}, ${start} – ${longDay(to)}, ${end}`
}

/** As a day of it is listed. */
export function timesText(event: CalendarEvent): string {
  if (event.isAllDay) return strings.allDay
  const [from, to] = [dayOf(event.start.dateTime), dayOf(event.end.dateTime)]
  const [start, end] = [timeOf(event.start.dateTime), timeOf(event.end.dateTime)]
  return from === to ? `${start} – ${end}` : `${shortDay(from)} ${start} – ${shortDay(to)} ${end}`
}
