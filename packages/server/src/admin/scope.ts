import { mailboxesOf } from '@trackmark/store'
import { isOwnerOnly } from '../http/caller.ts'
import type { AdminDeps } from './deps.ts'

/** The mailboxes the caller may see: all of the organization, or the ids of their own. */
export async function ownMailboxes(deps: AdminDeps): Promise<'all' | readonly string[]> {
  const { caller, database, organization } = deps
  return isOwnerOnly(caller)
    ? mailboxesOf(database, organization.organizationId, caller.userId)
    : 'all'
}

/** Whether a mailbox is within what the caller may see. @param mailboxId null = of no mailbox */
export async function isInScope(deps: AdminDeps, mailboxId: string | null): Promise<boolean> {
  const own = await ownMailboxes(deps)
  return own === 'all' || (mailboxId !== null && own.includes(mailboxId))
}
