import type { Instant, Lease } from '@trackmark/core'
import type { Database } from '../database/database.ts'
import { iso } from '../database/values.ts'

/** Rows are locked in the order of their key, as in `wakeMailboxes`. */
const LEASED = `
  select s.organizationid, s.mailboxid
  from unnest($1::uuid[], $2::uuid[], $3::text[]) as r(organizationid, mailboxid, token)
  join sync.mailbox_schedule s on s.organizationid = r.organizationid
    and s.mailboxid = r.mailboxid and s.leasetoken = r.token
  order by s.organizationid, s.mailboxid
  for update of s`

const keysOf = (leases: readonly Lease[]) => [
  leases.map(({ organizationId }) => organizationId),
  leases.map(({ mailboxId }) => mailboxId),
  leases.map(({ token }) => token),
]

/**
 * CY22: renews leases until `now + leaseMs`. A lease that another worker has taken over stays with that
 * worker; the cycle that lost it notices at its next commit.
 */
export async function renew(
  database: Database,
  leases: readonly Lease[],
  { now, leaseMs }: { readonly now: Instant; readonly leaseMs: number },
): Promise<void> {
  await database.query(
    `with leased as (${LEASED})
     update sync.mailbox_schedule s set leaseuntil = $4
     from leased h
     where s.organizationid = h.organizationid and s.mailboxid = h.mailboxid`,
    [...keysOf(leases), iso(now + leaseMs)],
  )
}

/** CY22: gives leases back: the mailboxes are due then for any worker. Leases taken over stay as they are. */
export async function giveBack(
  database: Database,
  leases: readonly Lease[],
  dueAt: Instant,
): Promise<void> {
  await database.query(
    `with leased as (${LEASED})
     update sync.mailbox_schedule s
     set leasetoken = null, leaseuntil = null, dueagain = false, dueat = $4
     from leased h
     where s.organizationid = h.organizationid and s.mailboxid = h.mailboxid`,
    [...keysOf(leases), iso(dueAt)],
  )
}

/**
 * CY22: gives back leases of the worker that it doesn't know of, and makes their mailboxes due at once. There
 * are such leases when a connection broke between the statements of a claim.
 * @param kept leases that the worker knows of
 */
export async function giveBackOthers(
  database: Database,
  workerId: string,
  { kept, now }: { readonly kept: readonly Lease[]; readonly now: Instant },
): Promise<void> {
  await database.query(
    `with leased as (
       select s.organizationid, s.mailboxid from sync.mailbox_schedule s
       where starts_with(s.leasetoken, $4 || ':')
         and not exists (
           select 1 from unnest($1::uuid[], $2::uuid[], $3::text[])
             as r(organizationid, mailboxid, token)
           where r.organizationid = s.organizationid and r.mailboxid = s.mailboxid
             and r.token = s.leasetoken)
       order by s.organizationid, s.mailboxid
       for update of s
     )
     update sync.mailbox_schedule s
     set leasetoken = null, leaseuntil = null, dueagain = false, dueat = $5
     from leased h
     where s.organizationid = h.organizationid and s.mailboxid = h.mailboxid`,
    [...keysOf(kept), workerId, iso(now)],
  )
}

/** How far the clocks of two machines may differ without anybody having set one. */
const SKEW_MS = 30_000

/**
 * CY23: makes mailboxes due that wait longer than any pause lasts, or whose last cycle began in what is the
 * future now: the clock was ahead when this was written, and has been set back since. Leases and retries of
 * outgoing writes are shortened likewise.
 * @param pauseMaxMs the longest pause between two cycles, except for profiles that ask for a longer one
 * @returns how many mailboxes were due too late
 */
export async function resetFutureTimes(
  database: Database,
  now: Instant,
  pauseMaxMs: number,
): Promise<number> {
  const at = iso(now)
  await database.query(
    `update sync.outgoing_write set nexttryat = $1
     where nexttryat > $1::timestamptz + $2 * interval '1 millisecond'`,
    [at, pauseMaxMs],
  )
  await database.query(
    `update sync.mailbox_schedule
     set leaseuntil = $1::timestamptz + leasems * interval '1 millisecond'
     where leaseuntil > $1::timestamptz + (leasems + $2) * interval '1 millisecond'`,
    [at, SKEW_MS],
  )
  const changed = await database.query(
    `with late as (
       select s.organizationid, s.mailboxid
       from sync.mailbox_schedule s
       join crm.mailbox m on m.organizationid = s.organizationid and m.mailboxid = s.mailboxid
       left join crm.emailserverprofile p on p.organizationid = m.organizationid
         and p.emailserverprofileid = m.emailserverprofile
       where s.dueat > $1::timestamptz + $3 * interval '1 millisecond'
         and (m.lastsyncstartedon > $1::timestamptz + $3 * interval '1 millisecond'
           or s.dueat > $1::timestamptz + greatest($2 * interval '1 millisecond',
             coalesce(p.minpollingintervalinminutes, 0) * interval '1 minute'))
       order by s.organizationid, s.mailboxid
       for update of s
     )
     update sync.mailbox_schedule s set dueat = $1
     from late
     where s.organizationid = late.organizationid and s.mailboxid = late.mailboxid
     returning 1 as changed`,
    [at, pauseMaxMs, SKEW_MS],
  )
  return changed.length
}
