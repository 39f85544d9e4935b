import type { Outcome } from '@trackmark/engine'
import type { z } from 'zod'
import { malformed } from './errors.ts'
import type { CalendarMemory, Memory } from './hierarchy.ts'
import { collect } from './pages.ts'
import { route, withQuery } from './route.ts'
import { calendarSchema } from './schemas.ts'
import type { Answer, Ask, Wire } from './wire.ts'

const CALENDARS = 'the calendars'
type Calendar = z.infer<typeof calendarSchema>

export function calendarAsks(wire: Wire, known: CalendarMemory | null): Record<string, Ask> {
  const calendars: Ask = {
    method: 'GET',
    to: withQuery(route`/users/${wire.mailbox}/calendars`, {
      $select: 'id,owner,canEdit',
      $top: '100',
    }),
    subject: CALENDARS,
    level: 'mailbox',
  }
  if (known) return { calendars }
  const primary: Ask = {
    method: 'GET',
    to: withQuery(route`/users/${wire.mailbox}/calendar`, { $select: 'id' }),
    subject: 'the main calendar',
    level: 'mailbox',
  }
  return { calendars, primary }
}

export async function readCalendars(
  wire: Wire,
  asks: Readonly<Record<string, Ask>>,
  answerOf: (name: string) => Outcome<Answer>,
  memory: Memory,
): Promise<CalendarMemory> {
  const answer = answerOf('calendars')
  if (!answer.ok) throw answer.error
  const { entries } = await collect(wire, asks.calendars!, answer.value.body)
  // An entry that can't be understood doesn't affect the others.
  const calendars = entries.flatMap((entry) => calendarSchema.safeParse(entry).data ?? [])
  const primary = memory.calendars?.primary ?? primaryOf(wire, answerOf('primary'))
  return { primary, others: ownCalendars(primary, calendars) }
}

function primaryOf(wire: Wire, answer: Outcome<Answer>): string {
  if (!answer.ok) throw answer.error
  const parsed = calendarSchema.safeParse(answer.value.body)
  if (!parsed.success) throw malformed('mailbox', 'the main calendar', wire.mailbox, parsed.error)
  return parsed.data.id
}

/**
 * The calendars below the main one (TR9), as far as Graph shows them: v1.0 has no nesting of
 * calendars. Documented for the resource `calendar`: `owner` is the user for calendars that the
 * user made or added, and the sharer for shared ones; `canEdit` is false for calendars that nobody
 * can write, such as holidays and birthdays. `/calendars` is described both as all of the user's
 * calendars and as those of the default group ("My Calendars"); both work here.
 */
export function ownCalendars(primary: string, calendars: readonly Calendar[]): string[] {
  const owner = calendars.find(({ id }) => id === primary)?.owner?.address?.toLowerCase()
  if (!owner) return []
  return calendars
    .filter(({ id, canEdit }) => id !== primary && canEdit === true)
    .filter((calendar) => calendar.owner?.address?.toLowerCase() === owner)
    .map(({ id }) => id)
}
