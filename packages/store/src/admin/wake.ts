import type { Instant } from '@trackmark/core'
import type { Database, Queryable } from '../database/database.ts'
import { iso } from '../database/values.ts'

export interface Woken {
  /** The number of mailboxes that are due. */
  readonly due: number
  /** The number of these that have a cycle under way. Their next cycle begins right after it. */
  readonly queued: number
}

/**
 * Makes mailboxes due now. A mailbox with a cycle under way gets another one right after it, since that cycle
 * may have read the old values already. With 'all', mailboxes that aren't synchronized and have nothing left
 * to clean up are left out.
 *
 * With `asked`, a person asks for the cycle: a pause that the mail server asked for is over (CY21).
 *
 * Rows are locked in the order of their key, so that two callers never wait for each other.
 */
export async function wakeMailboxes(
  tx: Queryable,
  organizationId: string,
  mailboxIds: readonly string[] | 'all',
  now: Instant,
  { asked = false }: { readonly asked?: boolean } = {},
): Promise<Woken> {
  const all = mailboxIds === 'all'
  const woken = await tx.query<{ queued: boolean }>(
    `with woken as (
       select mailboxid from sync.mailbox_schedule
       where organizationid = $1 and ${all ? 'dueat is not null' : 'mailboxid = any($4)'}
       order by mailboxid
       for update
     )
     update sync.mailbox_schedule s
     set dueat = $2, dueagain = s.leasetoken is not null, asked = s.asked or $3
     from woken
     where s.organizationid = $1 and s.mailboxid = woken.mailboxid
     returning s.leasetoken is not null and s.leaseuntil > $2 as queued`,
    [organizationId, iso(now), asked, ...(all ? [] : [mailboxIds])],
  )
  return { due: woken.length, queued: woken.filter(({ queued }) => queued).length }
}

/** Makes the mailboxes of a server profile due, as `wakeMailboxes` does. */
export async function wakeMailboxesOfProfile(
  tx: Queryable,
  organizationId: string,
  profileId: string,
  now: Instant,
): Promise<void> {
  const mailboxes = await tx.query<{ id: string }>(
    `select mailboxid as id from crm.mailbox where organizationid = $1 and emailserverprofile = $2`,
    [organizationId, profileId],
  )
  const ids = mailboxes.map(({ id }) => id)
  await wakeMailboxes(tx, organizationId, ids, now)
}

/** A person asks for a cycle now (CY21). */
export async function markDue(
  database: Database,
  organizationId: string,
  mailboxIds: readonly string[] | 'all',
  now: Instant,
): Promise<Woken> {
  return database.transaction((tx) =>
    wakeMailboxes(tx, organizationId, mailboxIds, now, { asked: true }),
  )
}
