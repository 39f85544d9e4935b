import type { MailboxFilter } from '@trackmark/admin-api'
import type { MailboxFilter as StoredFilter } from '@trackmark/store'
import { z } from 'zod'
import type { AdminDeps } from '../shared/deps.ts'
import { scopeOf } from '../shared/scope.ts'

/** Which mailboxes a list shows, or a bulk command changes. */
export const mailboxFilterSchema = z.strictObject({
  search: z.string().trim().max(200).optional(),
  state: z.enum(['off', 'waiting', 'failing', 'partial', 'synchronized']).optional(),
  category: z.enum(['absent', 'provisioned', 'removed']).optional(),
  profile: z.union([z.guid(), z.literal('none')]).optional(),
  approval: z.enum(['empty', 'approved', 'pending', 'rejected']).optional(),
  test: z.enum(['notRun', 'success', 'failure']).optional(),
  error: z.string().trim().max(200).optional(),
  view: z.enum(['mine', 'active', 'all']).default('all'),
})

/** Translates a filter for the store and limits it to mailboxes that the caller may see. */
export async function storedFilter(
  deps: AdminDeps,
  { view, search, error, ...filter }: MailboxFilter,
): Promise<StoredFilter> {
  const own = await scopeOf(deps)
  return {
    ...filter,
    ...(search ? { search } : {}),
    ...(error ? { error } : {}),
    ...(view === 'active' || view === 'mine' ? { isActive: true } : {}),
    ...(view === 'mine' ? { ownerId: deps.caller.userId } : {}),
    ...(own === 'all' ? {} : { mailboxIds: own }),
  }
}
