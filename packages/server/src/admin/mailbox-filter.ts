import type { AdminDeps } from './deps.ts'
import { findMailbox } from './find.ts'
import { ownMailboxes } from './scope.ts'

/**
 * Mailboxes that a list is of: the one it is asked for, else all the caller may see.
 * @param mailbox id or address @throws ApiError 404 for one the caller may not see
 */
export async function mailboxFilter(
  deps: AdminDeps,
  mailbox: string | undefined,
): Promise<{ readonly mailboxIds?: readonly string[] }> {
  if (mailbox !== undefined) return { mailboxIds: [(await findMailbox(deps, mailbox)).id] }
  const own = await ownMailboxes(deps)
  return own === 'all' ? {} : { mailboxIds: own }
}

/** What of a query was given: the store's wishes leave out what doesn't narrow. */
export function given<T extends object>(wish: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(wish).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
