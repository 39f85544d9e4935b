import type { AdminDeps } from './deps.ts'
import { findMailbox } from './find.ts'
import { scopeOf } from './scope.ts'

/**
 * Limits a list to the requested mailbox, or else to all that the caller may see.
 * @param mailbox id or address
 * @param what what the list shows; absent = the mailboxes themselves
 * @throws ApiError 404 for one that the caller may not see
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
