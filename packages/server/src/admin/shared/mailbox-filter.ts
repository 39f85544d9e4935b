import type { AdminDeps } from './deps.ts'
import { findMailbox } from './find.ts'
import { scopeOf } from './scope.ts'

/**
 * Mailboxes that a list is of: the one it is asked for, else all the caller may see.
 * @param mailbox id or address
 * @param what the list tells of; left out = of the mailboxes themselves
 * @throws ApiError 404 for one the caller may not see
 */
export async function mailboxFilter(
  deps: AdminDeps,
  mailbox: string | undefined,
  what?: 'activities',
): Promise<{ readonly mailboxIds?: readonly string[] }> {
  const asked = mailbox === undefined ? null : (await findMailbox(deps, mailbox)).id
  const scope = await scopeOf(deps, what)
  if (asked === null) return scope === 'all' ? {} : { mailboxIds: scope }
  return { mailboxIds: scope === 'all' || scope.includes(asked) ? [asked] : [] }
}

/** What of a query was given: the store's wishes leave out what doesn't narrow. */
export function given<T extends object>(wish: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(wish).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
