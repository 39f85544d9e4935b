import { badRequest } from '../errors.ts'
import type { Span } from '../model/occurrences.ts'
import type { Query } from '../odata/query.ts'
import { toUtcMs } from '../zones.ts'

/** Longest window Graph serves. Source: Microsoft, "List calendarView": up to 1825 days. */
const DAYS_MAX = 1825

/** `startDateTime` and `endDateTime`; without an offset they count as UTC. @throws 400 */
export function windowOf(query: Query): Span {
  const fromUtcMs = edge(query, 'startDateTime')
  const toUtcMs = edge(query, 'endDateTime')
  if (toUtcMs < fromUtcMs) throw badRequest('The window ends before it starts.')
  if (toUtcMs - fromUtcMs > DAYS_MAX * 86_400_000) {
    throw badRequest(`The window is longer than ${DAYS_MAX} days.`)
  }
  return { fromUtcMs, toUtcMs }
}

function edge(query: Query, name: string): number {
  const text = query.raw.get(name.toLowerCase())
  if (text === undefined || text === '') {
    throw badRequest(
      `This request requires a time window specified by the query string parameters StartDateTime and EndDateTime: '${name}' is missing.`,
    )
  }
  try {
    // A plus sign that nobody encoded arrives as a space.
    const dateTime = text.trim().replace(/ (?=\d\d:\d\d$)/, '+')
    return toUtcMs({
      dateTime: dateTime.includes('T') ? dateTime : `${dateTime}T00:00:00`,
      timeZone: 'UTC',
    })
  } catch {
    throw badRequest(`'${text}' is not a date and time for '${name}'.`)
  }
}
