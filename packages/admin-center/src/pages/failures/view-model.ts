import type { FailedItem, Failure, FailureSection, FailureState } from '@trackmark/admin-api'
import type { QueryValue } from '../../api/client.ts'
import { failures as text } from '../../strings/failures.ts'

/** Part of the page's address. */
export interface FailureSearch {
  readonly section?: FailureSection
  readonly state?: FailureState
  readonly search?: string
  /** Id or address. */
  readonly mailbox?: string
}

export const SECTIONS: readonly FailureSection[] = ['incoming', 'outgoing', 'act']
export const STATES: readonly FailureState[] = ['retrying', 'givenUp', 'notTracked']

/** An address may have been written by hand: what doesn't fit is left out. */
export function readFailureSearch(raw: Readonly<Record<string, unknown>>): FailureSearch {
  const { section, state, search, mailbox } = raw
  return {
    ...(SECTIONS.includes(section as FailureSection) ? { section: section as FailureSection } : {}),
    ...(STATES.includes(state as FailureState) ? { state: state as FailureState } : {}),
    ...(typeof search === 'string' && search !== '' ? { search } : {}),
    ...(typeof mailbox === 'string' && mailbox !== '' ? { mailbox } : {}),
  }
}

export const failureQuery = (
  { section = 'incoming', state, search, mailbox }: FailureSearch,
  mailboxId?: string,
): Readonly<Record<string, QueryValue>> => ({
  section,
  state,
  search,
  mailbox: mailboxId ?? mailbox,
})

export const isFiltered = ({ state, search, mailbox }: FailureSearch): boolean =>
  [state, search, mailbox].some((one) => one !== undefined)

export const keyOf = ({
  source,
  mailboxId,
  id,
}: Pick<Failure, 'source' | 'mailboxId' | 'id'>): string => `${source} ${mailboxId} ${id}`

/** Nothing is tried for what waits for a change of the item. */
export const mayTry = ({ state }: Failure): boolean => state !== 'notTracked'

/**
 * The subject, or what stands in its place.
 * @param item as it was read from the mailbox; left out = not (yet)
 */
export function itemName(
  { subject, itemKind, isOwn }: Failure,
  item?: FailedItem,
): { name: string; note: string | null } {
  if (item?.problem === null) return { name: item.subject || text.kinds[itemKind], note: null }
  if (isOwn && subject === null) {
    const note = item === undefined ? text.reading : text.unread(item.problem ?? '')
    return { name: text.kinds[itemKind], note }
  }
  if (subject === '***') return { name: subject, note: text.masked }
  if (subject === null) return { name: text.kinds[itemKind], note: text.noSubject }
  return { name: subject === '' ? text.kinds[itemKind] : subject, note: null }
}
