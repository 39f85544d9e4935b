import {
  addDays,
  dateText,
  dayIn,
  longDay,
  shortDay,
  timeIn,
  weekdayText,
  weekStart,
} from '../components/days.ts'

export const GROUPS = ['today', 'yesterday', 'thisWeek', 'lastWeek', 'older'] as const
export type Group = (typeof GROUPS)[number]

/** Under which heading of the list a message stands. */
export function groupOf(day: string, today: string): Group {
  if (day >= today) return 'today'
  if (day === addDays(today, -1)) return 'yesterday'
  const monday = weekStart(today)
  if (day >= monday) return 'thisWeek'
  return day >= addDays(monday, -7) ? 'lastWeek' : 'older'
}

/** Runs of rows under one heading, in the order they came in. */
export function grouped<T extends { readonly receivedDateTime: string }>(
  rows: readonly T[],
  zone: string,
  today: string,
): readonly { readonly group: Group; readonly rows: readonly T[] }[] {
  const found = new Map<Group, T[]>()
  for (const row of rows) {
    const group = groupOf(dayIn(zone, new Date(row.receivedDateTime)), today)
    const known = found.get(group)
    if (known) known.push(row)
    else found.set(group, [row])
  }
  return GROUPS.flatMap((group) => {
    const under = found.get(group)
    return under === undefined ? [] : [{ group, rows: under }]
  })
}

/** As short as it can be and still be told from the others. */
export function listTime(instant: string, zone: string, today: string): string {
  const when = new Date(instant)
  const day = dayIn(zone, when)
  const group = groupOf(day, today)
  if (group === 'today') return timeIn(zone, when)
  if (group === 'yesterday' || group === 'thisWeek') {
    return `${weekdayText(day)} ${timeIn(zone, when)}`
  }
  return day.slice(0, 4) === today.slice(0, 4) ? shortDay(day) : dateText(day)
}

export function fullTime(instant: string, zone: string): string {
  const when = new Date(instant)
  return `${longDay(dayIn(zone, when))}, ${timeIn(zone, when)}`
}
