import type { CycleClose } from '@trackmark/core'
import type { Database, Queryable } from '../database/database.ts'
import { retrying, unavailable } from '../database/errors.ts'
import { iso, rowsJson } from '../database/values.ts'
import type { ClaimedLease } from './claim.ts'
import { ADD_HOURS, hourRows, type TakeThrottling, type Throttling } from './monitoring-hours.ts'
import { IS_ENABLED } from './synchronized.ts'

/** The end of one mailbox's cycle. */
export interface CloseJob {
  readonly lease: ClaimedLease
  readonly cycle: CycleClose
}

const CLOSES_MAX = 200

/** Whether cycles may end in one statement: they are of one organization, and of different mailboxes. */
export function mayCloseTogether(group: readonly CloseJob[], { lease }: CloseJob): boolean {
  if (group.length >= CLOSES_MAX) return false
  return group.every(
    (one) =>
      one.lease.organizationId === lease.organizationId && one.lease.mailboxId !== lease.mailboxId,
  )
}

/**
 * Ends cycles in one statement: it releases the leases, sets the next due times, writes what people see of
 * the mailboxes, and adds to the numbers of the hour.
 *
 * A mailbox with nothing left to do (not synchronized, its category removed) is due no more. A lost lease is
 * left alone. A cycle that changed settings cut short says nothing about the mailbox's health.
 *
 * Where the organization asks for statistics (MailboxStatisticsPersistenceTimeInDays > 0), a row is kept for
 * every cycle. Where the setting is absent, a row is kept for each cycle that processed or failed something,
 * and for one quiet cycle per hour, so that there is something to see.
 */
export async function closeAll(
  database: Database,
  jobs: readonly CloseJob[],
  { newId, takeThrottling }: { newId: () => string; takeThrottling: TakeThrottling },
): Promise<readonly PromiseSettledResult<void>[]> {
  const { organizationId } = jobs[0]!.lease
  try {
    const throttling = takeThrottling(organizationId)
    await retrying(() => closeRows(database, jobs, newId, throttling))
    return jobs.map(() => ({ status: 'fulfilled', value: undefined }))
  } catch (error) {
    throw unavailable(error)
  }
}

/** Runs the statement. It may be part of the transaction that commits the last step of these cycles. */
export async function closeRows(
  database: Queryable,
  jobs: readonly CloseJob[],
  newId: () => string,
  throttling: Throttling,
): Promise<void> {
  const rows = rowsJson(jobs.map((job) => rowOf(job, newId())))
  const hours = rowsJson(
    hourRows(
      jobs.map(({ cycle }) => cycle),
      throttling,
    ),
  )
  await database.query(STATEMENT, [jobs[0]!.lease.organizationId, rows, hours])
}

function rowOf({ lease, cycle }: CloseJob, statisticsId: string) {
  return {
    mailboxid: lease.mailboxId,
    token: lease.token,
    revision: lease.settingsRevision,
    failures: cycle.failures,
    quietcycles: cycle.quietCycles,
    ok: cycle.error === null,
    ...errorOf(cycle),
    startedat: iso(cycle.startedAt),
    endedat: iso(cycle.endedAt),
    dueat: iso(cycle.dueAt),
    processed: cycle.itemsProcessed,
    failed: cycle.itemsFailed,
    duration: Math.max(0, cycle.endedAt - cycle.startedAt),
    statisticsid: statisticsId,
    keepsall: lease.keepsStatistics ?? null,
  }
}

/** The error comes first, and what the cycle left out comes after it. */
function errorOf({ error, note }: CycleClose): { code: string | null; error: string | null } {
  const first = error ?? note
  if (first === null) return { code: null, error: null }
  const more = error === null || note === null ? '' : ` ${note.message}`
  return { code: first.code, error: `${first.code}: ${first.message}${more}` }
}

/** Rows are locked in the order of their key, as in `wakeMailboxes`, so that neither waits for the other. */
const STATEMENT = `
  with leased as (
    select r.*, s.cyclekepton
    from json_to_recordset($2::json) as r(mailboxid uuid, token text, revision integer,
      failures integer, quietcycles integer, ok boolean, code text, error text, startedat timestamptz,
      endedat timestamptz, dueat timestamptz, processed integer, failed integer, duration integer,
      statisticsid uuid, keepsall boolean)
    join sync.mailbox_schedule s on s.organizationid = $1 and s.mailboxid = r.mailboxid
      and s.leasetoken = r.token
    order by s.mailboxid
    for update of s
  ), mailboxes as (
    select h.*, o.settingsrevision = h.revision as current,
      o.settingsrevision = h.revision and coalesce(h.keepsall,
        h.processed > 0 or h.failed > 0 or not h.ok or h.cyclekepton is null
          or h.cyclekepton < h.endedat - interval '1 hour') as kept,
      -- Whether it is approved isn't asked: a mailbox that waits for approval keeps its turns.
      not ${IS_ENABLED} and not exists (
        select 1 from crm.mailboxtrackingcategory c
        where c.organizationid = m.organizationid and c.mailboxid = m.mailboxid
          and c.categoryonboardingstatus in (1, 3)
      ) as idle
    from leased h
    join crm.mailbox m on m.organizationid = $1 and m.mailboxid = h.mailboxid
    join crm.organization o on o.organizationid = $1
    left join crm.emailserverprofile p on p.organizationid = m.organizationid
      and p.emailserverprofileid = m.emailserverprofile
  ), released as (
    update sync.mailbox_schedule s
    set leasetoken = null, leaseuntil = null, failures = m.failures, quietcycles = m.quietcycles,
      lastcode = m.code,
      failingsince = case when m.failures = 0 then null else coalesce(s.failingsince, m.endedat) end,
      dueagain = false, cyclekepton = case when m.kept then m.endedat else s.cyclekepton end,
      dueat = case
        when s.dueagain then m.endedat
        when m.failures = 0 and m.idle then null
        else m.dueat
      end
    from mailboxes m
    where s.organizationid = $1 and s.mailboxid = m.mailboxid and s.leasetoken = m.token
    returning m.*
  ), updated as (
    update crm.mailbox m
    set lastsyncstartedon = r.startedat,
      lastsuccessfulsynccompletedon =
        case when r.ok then r.endedat else m.lastsuccessfulsynccompletedon end,
      lastsyncerror = r.error,
      lastsyncerroroccurredon =
        case when r.ok then m.lastsyncerroroccurredon else r.endedat end,
      lastsyncerrorcount =
        case when r.ok then 0 else coalesce(m.lastsyncerrorcount, 0) + 1 end,
      itemsprocessedforlastsync = r.processed, itemsfailedforlastsync = r.failed,
      noemailcount = r.quietcycles, transientfailurecount = r.failures,
      processedtimes = coalesce(m.processedtimes, 0) + 1,
      lastduration = r.duration, postponemailboxprocessinguntil = r.dueat
    from released r
    where r.current and m.organizationid = $1 and m.mailboxid = r.mailboxid
  ), hours as (${ADD_HOURS}
  )
  insert into crm.mailboxstatistics (organizationid, mailboxstatisticsid, mailboxid,
    operationtypeid, mailboxprocessstartedon, mailboxprocesscompletedon, itemsprocessed,
    itemsfailed, processresult, createdon, modifiedon)
  select $1, r.statisticsid, r.mailboxid, 0, r.startedat, r.endedat, r.processed, r.failed,
    r.ok, r.endedat, r.endedat
  from released r
  where r.kept`
