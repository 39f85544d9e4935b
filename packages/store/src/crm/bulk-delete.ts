import type { Instant } from '@trackmark/core'
import { columnByLogicalName, type Fetch } from '@trackmark/dataverse'
import type { Queryable } from '../database/database.ts'
import { iso } from '../database/values.ts'
import { readFetch } from './fetch-rows.ts'
import type { Reader } from './read-rows.ts'
import { columnName } from './sql.ts'
import type { Writer } from './write.ts'

/** `operationtype` of system jobs that delete rows. */
const BULK_DELETE = 13

/** State and status reason of a job, and of the bulk deletion it carries out. */
export const JOB_STATUS = {
  ready: [0, 0],
  waiting: [1, 10],
  inProgress: [2, 20],
  succeeded: [3, 30],
  failed: [3, 31],
  canceled: [3, 32],
} as const
type JobStatus = keyof typeof JOB_STATUS

interface BulkDeleteRequest {
  readonly asyncOperationId: string
  readonly bulkDeleteOperationId: string
  readonly name: string
  /** Logical name of the table of the first query. */
  readonly table: string
  /** FetchXML. */
  readonly queries: readonly string[]
  readonly roles: readonly string[]
  /** Null = at once. */
  readonly startOn: Instant | null
  readonly businessUnitId: string
}

export async function addBulkDelete(writer: Writer, request: BulkDeleteRequest): Promise<void> {
  const { tx, organizationId, userId, now } = writer
  const waits = request.startOn !== null && request.startOn > now
  const [state, status] = JOB_STATUS[waits ? 'waiting' : 'ready']
  const common = [organizationId, request.asyncOperationId, request.name, state, status, userId]
  const by = [request.businessUnitId, iso(now)]
  await tx.query(
    `insert into crm.asyncoperation (organizationid, asyncoperationid, name, statecode, statuscode,
       ownerid, owneridtype, owninguser, owningbusinessunit, createdon, modifiedon, createdby,
       modifiedby, operationtype, primaryentitytype, postponeuntil)
     values ($1, $2, $3, $4, $5, $6, 'systemuser', $6, $7, $8, $8, $6, $6, $9, $10, $11)`,
    [...common, ...by, BULK_DELETE, request.table, waits ? iso(request.startOn!) : null],
  )
  await tx.query(
    `insert into crm.bulkdeleteoperation (organizationid, asyncoperationid, name, statecode,
       statuscode, ownerid, owneridtype, owninguser, owningbusinessunit, createdon, modifiedon,
       createdby, modifiedby, bulkdeleteoperationid, orderedquerysetxml, nextrun)
     values ($1, $2, $3, $4, $5, $6, 'systemuser', $6, $7, $8, $8, $6, $6, $9, $10, $11)`,
    [
      ...common,
      ...by,
      request.bulkDeleteOperationId,
      `<queryset>${request.queries.join('')}</queryset>`,
      waits ? iso(request.startOn!) : null,
    ],
  )
  await tx.query(
    `insert into sync.bulk_delete
       (organizationid, asyncoperationid, bulkdeleteoperationid, queries, roles)
     values ($1, $2, $3, $4::text[], $5::text[])`,
    [
      organizationId,
      request.asyncOperationId,
      request.bulkDeleteOperationId,
      request.queries,
      request.roles,
    ],
  )
}

export interface BulkDeleteJob {
  readonly organizationId: string
  readonly asyncOperationId: string
  readonly bulkDeleteOperationId: string
  readonly ownerId: string
  readonly roles: readonly string[]
  readonly queries: readonly string[]
  readonly queryIndex: number
  readonly lastRowId: string | null
  /** Rows that were created later stay. */
  readonly startedOn: Instant
  readonly retries: number
  /** Somebody canceled the job, or deleted its row. */
  readonly isEnded: boolean
}

/**
 * Claims a job that is due and locks it until the transaction ends. Jobs that another process works at are
 * skipped. Like the claim of mailboxes, it covers all organizations.
 */
export async function claimBulkDelete(tx: Queryable, now: Instant): Promise<BulkDeleteJob | null> {
  const [row] = await tx.query<{
    organizationid: string
    asyncoperationid: string
    bulkdeleteoperationid: string
    ownerid: string
    roles: string[]
    queries: string[]
    queryindex: number
    lastrowid: string | null
    startedon: string
    retrycount: number
    isended: boolean
  }>(
    `select j.organizationid, j.asyncoperationid, j.bulkdeleteoperationid, a.ownerid, j.roles,
       j.queries, j.queryindex, j.lastrowid, to_char(coalesce(j.startedon, $1::timestamptz) at time zone 'UTC',
         'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as startedon,
       coalesce(a.retrycount, 0) as retrycount,
       (a.asyncoperationid is null or b.bulkdeleteoperationid is null or a.statecode = 3) as isended
     from sync.bulk_delete j
     join crm.organization o on o.organizationid = j.organizationid and not o.isdisabled
     left join crm.asyncoperation a on a.organizationid = j.organizationid
       and a.asyncoperationid = j.asyncoperationid
     left join crm.bulkdeleteoperation b on b.organizationid = j.organizationid
       and b.bulkdeleteoperationid = j.bulkdeleteoperationid
     where a.postponeuntil is null or a.postponeuntil <= $1::timestamptz or a.statecode = 3
       or b.bulkdeleteoperationid is null
     order by a.modifiedon nulls first
     limit 1
     for update of j skip locked`,
    [iso(now)],
  )
  if (row === undefined) return null
  return {
    organizationId: row.organizationid,
    asyncOperationId: row.asyncoperationid,
    bulkDeleteOperationId: row.bulkdeleteoperationid,
    ownerId: row.ownerid,
    roles: row.roles,
    queries: row.queries,
    queryIndex: row.queryindex,
    lastRowId: row.lastrowid,
    startedOn: Date.parse(row.startedon),
    retries: row.retrycount,
    isEnded: row.isended,
  }
}

interface RowsToDelete {
  /** Distinct ids in ascending order. */
  readonly ids: readonly string[]
  /** Whether more rows follow. */
  readonly moreRecords: boolean
}

/** The next rows of a query, at most `limit`. A row that is found by several links counts several times. */
export async function nextToDelete(
  reader: Reader,
  fetch: Fetch,
  job: BulkDeleteJob,
  limit: number,
): Promise<RowsToDelete> {
  const { table } = fetch
  const column = columnByLogicalName(table, table.primaryId)!
  const primary = columnName(column)
  const output = { scope: 0, column, name: table.primaryId, isOwn: true }
  const page = await readFetch(
    reader,
    {
      ...fetch,
      outputs: [{ ...output, role: { kind: 'value' } }],
      orders: [{ kind: 'column', scope: 0, column, direction: 'asc' }],
      distinct: false,
      top: null,
      count: null,
      page: 1,
      pagingCookie: null,
      belongs: (parameters) => {
        const made = `t.createdon <= ${parameters.add(iso(job.startedOn), 'timestamptz')}`
        if (job.lastRowId === null) return made
        return `${made} and ${primary} > ${parameters.add(job.lastRowId, 'uuid')}`
      },
    },
    limit,
  )
  const ids = [...new Set(page.rows.flatMap((row) => row.id ?? []))]
  return { ids, moreRecords: page.moreRecords }
}

interface BulkDeleteProgress {
  readonly queryIndex: number
  readonly lastRowId: string | null
  readonly deleted: number
  readonly failed: number
}

/** Stores how far a job has come, and adds to its counts of deleted and failed rows. */
export async function noteProgress(
  tx: Queryable,
  job: BulkDeleteJob,
  progress: BulkDeleteProgress,
  now: Instant,
): Promise<void> {
  const { organizationId, asyncOperationId } = job
  await tx.query(
    `update sync.bulk_delete set queryindex = $3, lastrowid = $4, startedon = $5
     where organizationid = $1 and asyncoperationid = $2`,
    [organizationId, asyncOperationId, progress.queryIndex, progress.lastRowId, iso(job.startedOn)],
  )
  await tx.query(
    `update crm.bulkdeleteoperation set successcount = successcount + $3,
       failurecount = failurecount + $4, processingqeindex = $5
     where organizationid = $1 and bulkdeleteoperationid = $2`,
    [
      organizationId,
      job.bulkDeleteOperationId,
      progress.deleted,
      progress.failed,
      progress.queryIndex,
    ],
  )
  await setStatus(tx, job, 'inProgress', now)
  await tx.query(
    `update crm.asyncoperation set startedon = coalesce(startedon, $3), retrycount = 0,
       postponeuntil = null
     where organizationid = $1 and asyncoperationid = $2`,
    [organizationId, asyncOperationId, iso(job.startedOn)],
  )
}

/** Sets the status of a job that hasn't ended: somebody may have canceled it since it was claimed. */
async function setStatus(
  tx: Queryable,
  { organizationId, asyncOperationId, bulkDeleteOperationId }: BulkDeleteJob,
  status: JobStatus,
  now: Instant,
): Promise<void> {
  const rows = { asyncoperation: asyncOperationId, bulkdeleteoperation: bulkDeleteOperationId }
  for (const [table, id] of Object.entries(rows)) {
    await tx.query(
      `update crm.${table} set statecode = $3, statuscode = $4, modifiedon = $5,
         versionnumber = nextval('crm.versionnumber')
       where organizationid = $1 and ${table}id = $2 and statecode <> 3`,
      [organizationId, id, ...JOB_STATUS[status], iso(now)],
    )
  }
}

/** Ends a job that hasn't ended yet. @param why the message of a job that failed */
export async function endBulkDelete(
  tx: Queryable,
  job: BulkDeleteJob,
  status: 'succeeded' | 'failed' | 'canceled',
  why: string | null,
  now: Instant,
): Promise<void> {
  const { organizationId, asyncOperationId } = job
  const ended = await tx.query(
    `delete from sync.bulk_delete where organizationid = $1 and asyncoperationid = $2
     returning 1 as ended`,
    [organizationId, asyncOperationId],
  )
  // Another process has ended the job since a failure here.
  if (ended.length === 0) return
  await setStatus(tx, job, status, now)
  await tx.query(
    `update crm.asyncoperation set completedon = $3, message = $4, friendlymessage = $4,
       postponeuntil = null
     where organizationid = $1 and asyncoperationid = $2`,
    [organizationId, asyncOperationId, iso(now), why],
  )
  await tx.query(
    `update crm.bulkdeleteoperation set nextrun = null
     where organizationid = $1 and bulkdeleteoperationid = $2`,
    [organizationId, job.bulkDeleteOperationId],
  )
}

/** Postpones a job after a failure. */
export async function postponeBulkDelete(
  tx: Queryable,
  job: BulkDeleteJob,
  until: Instant,
  now: Instant,
): Promise<void> {
  const { organizationId, asyncOperationId } = job
  await setStatus(tx, job, 'waiting', now)
  await tx.query(
    `update crm.asyncoperation set retrycount = retrycount + 1, postponeuntil = $3
     where organizationid = $1 and asyncoperationid = $2 and statecode <> 3`,
    [organizationId, asyncOperationId, iso(until)],
  )
}
