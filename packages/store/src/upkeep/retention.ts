import type { Instant } from '@trackmark/core'
import type { Database, Queryable } from '../database/database.ts'
import { iso } from '../database/values.ts'
import { inBatches } from '../statements/in-batches.ts'

/** For how many days personal data is kept; null = for ever. */
interface Retention {
  /** Texts and attachments of activities; the activities stay. */
  readonly bodies: number | null
  readonly audit: number | null
  readonly signInAttempts: number | null
  /** Decisions of links before the last one. */
  readonly trail: number | null
}

/** Counts of wrong passwords mean nothing once nobody is locked out any more. */
const DEFAULTS: Retention = { bodies: null, audit: null, signInAttempts: 30, trail: null }

export async function readRetention(
  database: Queryable,
  organizationId: string,
): Promise<Retention> {
  const [row] = await database.query<Retention>(
    `select bodies, audit, signinattempts as "signInAttempts", trail
     from sync.retention where organizationid = $1`,
    [organizationId],
  )
  return row ?? DEFAULTS
}

export async function writeRetention(
  database: Queryable,
  organizationId: string,
  { bodies, audit, signInAttempts, trail }: Retention,
): Promise<void> {
  await database.query(
    `insert into sync.retention (organizationid, bodies, audit, signinattempts, trail)
     values ($1, $2, $3, $4, $5)
     on conflict (organizationid) do update set bodies = excluded.bodies, audit = excluded.audit,
       signinattempts = excluded.signinattempts, trail = excluded.trail`,
    [organizationId, bodies, audit, signInAttempts, trail],
  )
}

const DAY = 86_400_000
/** When an activity took place: when an email was sent, when an appointment or a task ended. */
const WHEN: Readonly<Record<string, string>> = {
  email: 'coalesce(senton, createdon)',
  appointment: 'coalesce(scheduledend, createdon)',
  recurringappointmentmaster: 'modifiedon',
  task: 'coalesce(scheduledend, createdon)',
}

/** @returns rows changed or deleted */
export async function applyRetention(
  database: Database,
  organizationId: string,
  now: Instant,
): Promise<number> {
  const { bodies, audit, signInAttempts, trail } = await readRetention(database, organizationId)
  const before = (days: number) => [organizationId, iso(now - days * DAY)]
  let count = 0
  if (bodies !== null) {
    for (const [type, when] of Object.entries(WHEN)) {
      count += await inBatches(database, `crm.${type}`, {
        // Attachments are deleted with the text. An activity is found by having either of them.
        where: `organizationid = $1 and ${when} < $2 and (description is not null or exists (
          select 1 from crm.activitymimeattachment f
          where f.organizationid = $1 and f.objectid = crm.${type}.activityid))`,
        parameters: before(bodies),
        each: async (tx, ctids) => {
          const rows = await tx.query<{ id: string }>(
            `update crm.${type} set description = null, modifiedon = $2,
               versionnumber = nextval('crm.versionnumber')
             where organizationid = $1 and ctid = any($3::tid[]) returning activityid as id`,
            [organizationId, iso(now), ctids],
          )
          await tx.query(
            `delete from crm.activitymimeattachment
             where organizationid = $1 and objectid = any($2::uuid[])`,
            [organizationId, rows.map(({ id }) => id)],
          )
        },
      })
    }
  }
  if (audit !== null) {
    const where = 'organizationid = $1 and createdon < $2'
    count += await inBatches(database, 'sync.audit', { where, parameters: before(audit) })
  }
  if (signInAttempts !== null) {
    const where = `organizationid = $1 and lastfailedon < $2
      and (lockeduntil is null or lockeduntil < $2)`
    const parameters = before(signInAttempts)
    count += await inBatches(database, 'sync.signin_attempt', { where, parameters })
  }
  if (trail !== null) {
    count += await inBatches(database, 'sync.link', {
      where: `organizationid = $1 and decidedat < $2 and trail <> '[]'`,
      parameters: before(trail),
      each: async (tx, ctids) =>
        void (await tx.query(
          `update sync.link set trail = '[]' where organizationid = $1 and ctid = any($2::tid[])`,
          [organizationId, ctids],
        )),
    })
  }
  return count
}
