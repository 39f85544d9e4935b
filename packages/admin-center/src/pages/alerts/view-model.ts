import type { QueryValue } from '../../api/client.ts'
import type { Level } from '../../components/LevelIcon.tsx'

/** What narrows the alerts shown; part of the page's address. */
export interface AlertSearch {
  readonly level?: Level
  readonly state?: 'closed' | 'all'
  readonly search?: string
  /** Repeats one by one. */
  readonly single?: true
  readonly code?: number
  /** Id or address. */
  readonly mailbox?: string
  readonly profile?: string
}

const LEVELS: readonly unknown[] = ['error', 'warning', 'information']

/** An address may have been written by hand: what doesn't fit is left out. */
export function readAlertSearch(raw: Readonly<Record<string, unknown>>): AlertSearch {
  const { level, state, search, single, code, mailbox, profile } = raw
  return {
    ...(LEVELS.includes(level) ? { level: level as Level } : {}),
    ...(state === 'closed' || state === 'all' ? { state } : {}),
    ...(typeof search === 'string' && search !== '' ? { search } : {}),
    ...(single === true ? { single } : {}),
    ...(typeof code === 'number' && Number.isInteger(code) ? { code } : {}),
    ...(typeof mailbox === 'string' && mailbox !== '' ? { mailbox } : {}),
    ...(typeof profile === 'string' && profile !== '' ? { profile } : {}),
  }
}

/** As the admin API takes it. */
export function alertQuery(
  { level, state, search, code, mailbox, profile }: AlertSearch,
  mailboxId?: string,
): Readonly<Record<string, QueryValue>> {
  return {
    level,
    open: state === 'all' ? undefined : state !== 'closed',
    search,
    code,
    mailbox: mailboxId ?? mailbox,
    profile,
  }
}

/** As a deletion takes it: true and false as they are, and nothing that isn't there. */
export const deletionFilter = (
  query: Readonly<Record<string, QueryValue>>,
): Record<string, QueryValue> =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))

export const isFiltered = ({ level, state, search, code, mailbox, profile }: AlertSearch) =>
  [level, state, search, code, mailbox, profile].some((one) => one !== undefined)
