import { seesAll, tableByLogicalName } from '@trackmark/dataverse'
import { reachOf } from '@trackmark/http'
import { mailboxesOf } from '@trackmark/store'
import type { AdminDeps } from './deps.ts'

const TABLES = {
  /** Mailboxes and how they are synchronized. */
  mailboxes: tableByLogicalName('mailbox')!,
  /** The content of their mail. */
  activities: tableByLogicalName('activitypointer')!,
}

/** Replaces a subject. Dynamics 365 hides from administrators what others' items are about. */
export const MASK = '***'

/**
 * The mailboxes that the caller may see or change: all of the organization, or the ids of their own. Only System
 * Administrators change those of others.
 */
export async function scopeOf(
  { caller, database, organizationId, within }: AdminDeps,
  what: keyof typeof TABLES = 'mailboxes',
): Promise<'all' | readonly string[]> {
  const reach = reachOf(caller)
  const all = within === 'seen' ? seesAll(TABLES[what], reach) : reach.includes('administration')
  return all ? 'all' : mailboxesOf(database, organizationId, caller.userId)
}

/** Whether the caller may see or change a mailbox. @param mailboxId null for what belongs to no mailbox */
export async function isInScope(deps: AdminDeps, mailboxId: string | null): Promise<boolean> {
  const scope = await scopeOf(deps)
  return scope === 'all' || (mailboxId !== null && scope.includes(mailboxId))
}
