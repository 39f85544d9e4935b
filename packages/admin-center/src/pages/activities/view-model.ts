import type { ActivityParty, ActivityType, ListedActivity } from '@trackmark/admin-api'
import type { QueryValue } from '../../api/client.ts'
import { activities as text } from '../../strings/activities.ts'

/** Part of the page's address. */
export interface ActivitySearch {
  readonly type?: ActivityType
  readonly search?: string
  readonly days?: Days
  /** Id or address. */
  readonly mailbox?: string
  /** The one in the reading pane. */
  readonly id?: string
}

export const TYPES: readonly ActivityType[] = [
  'email',
  'appointment',
  'recurringappointmentmaster',
  'task',
]
export const DAYS = [1, 7, 30, 90] as const
export type Days = (typeof DAYS)[number]
const DAY_MS = 86_400_000

/** An address may have been written by hand: what doesn't fit is left out. */
export function readActivitySearch(raw: Readonly<Record<string, unknown>>): ActivitySearch {
  const { type, search, days, mailbox, id } = raw
  return {
    ...(TYPES.includes(type as ActivityType) ? { type: type as ActivityType } : {}),
    ...(typeof search === 'string' && search !== '' ? { search } : {}),
    ...(DAYS.includes(days as Days) ? { days: days as Days } : {}),
    ...(typeof mailbox === 'string' && mailbox !== '' ? { mailbox } : {}),
    ...(typeof id === 'string' && id !== '' ? { id } : {}),
  }
}

/** @param now in whole minutes, so that the same question stays the same */
export const activityQuery = (
  { type, search, days, mailbox }: ActivitySearch,
  now: number,
): Readonly<Record<string, QueryValue>> => ({
  type,
  search,
  mailbox,
  from: days === undefined ? undefined : new Date(now - days * DAY_MS).toISOString(),
})

export const isFiltered = ({ type, search, days, mailbox }: ActivitySearch): boolean =>
  [type, search, days, mailbox].some((one) => one !== undefined)

/** Whom or where it is with, in one line. */
export function secondLine({
  type,
  isOutgoing,
  sender,
  recipients,
  location,
}: ListedActivity): string {
  if (type !== 'email') return location ?? text.types[type]
  if (isOutgoing && recipients !== null) return text.to(recipients.replaceAll(';', ', '))
  return sender === null ? text.types.email : text.from(sender)
}

/** People by what they are in it, in the order they come. */
export function partiesByRole(
  parties: readonly ActivityParty[],
): readonly (readonly [role: string, people: readonly ActivityParty[]])[] {
  return [...Map.groupBy(parties, ({ role }) => role)].filter(
    // The owner is shown with the other facts.
    ([role]) => role !== 'Owner',
  )
}

const UNITS = ['B', 'kB', 'MB', 'GB'] as const

export function byteText(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return `${value.toLocaleString('en', { maximumFractionDigits: power === 0 ? 0 : 1 })} ${UNITS[power]}`
}
