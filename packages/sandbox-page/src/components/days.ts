/**
 * Days are texts such as `2026-11-26`, times of day minutes from midnight: what a clock on the wall
 * shows in the mailbox's time zone. Graph does the conversion, so nothing here knows of zones but
 * `dayIn` and `timeIn`, for instants.
 */
const DAY_MS = 86_400_000

const toMs = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const fromMs = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

export const addDays = (day: string, count: number): string => fromMs(toMs(day) + count * DAY_MS)

export const daysBetween = (from: string, to: string): number =>
  Math.round((toMs(to) - toMs(from)) / DAY_MS)

/** 0 = Monday. */
export const weekday = (day: string): number => (new Date(toMs(day)).getUTCDay() + 6) % 7

export const weekStart = (day: string): string => addDays(day, -weekday(day))

export const monthStart = (day: string): string => `${day.slice(0, 7)}-01`

/** The last day of a shorter month stands in for one it doesn't have. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + count, 1))
  const length = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return fromMs(first.getTime() + (Math.min(date, length) - 1) * DAY_MS)
}

const partsIn = (zone: string, instant: Date) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .formatToParts(instant)
    .reduce<Record<string, string>>((all, { type, value }) => {
      all[type] = value
      return all
    }, {})

export function dayIn(zone: string, instant: Date): string {
  const { year, month, day } = partsIn(zone, instant)
  return `${year}-${month}-${day}`
}

export function timeIn(zone: string, instant: Date): string {
  const { hour, minute } = partsIn(zone, instant)
  return `${hour}:${minute}`
}

/** Of `2026-01-09T14:30:00.0000000`. */
export const dayOf = (dateTime: string): string => dateTime.slice(0, 10)
export const timeOf = (dateTime: string): string => dateTime.slice(11, 16)

export const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

export const timeText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const format = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
  return (day: string): string => formatter.format(new Date(toMs(day)))
}

/** `Thursday, 26 November 2026` */
export const longDay = format({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
/** `26 Nov 2026` */
export const dateText = format({ day: 'numeric', month: 'short', year: 'numeric' })
/** `November 2026` */
export const monthText = format({ month: 'long', year: 'numeric' })
/** `Thu` */
export const weekdayText = format({ weekday: 'short' })
/** `26 Nov` */
export const dayMonth = format({ day: 'numeric', month: 'short' })
/** `Thu 26 Nov` */
export const shortDay = (day: string): string => `${weekdayText(day)} ${dayMonth(day)}`
