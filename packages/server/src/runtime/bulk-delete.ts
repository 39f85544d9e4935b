import { ERROR_CODES, parseFetch, type Table } from '@trackmark/dataverse'
import { ApiError, type Caller, ROLES, reachOf } from '@trackmark/http'
import {
  type BulkDeleteJob,
  claimBulkDelete,
  type Database,
  endBulkDelete,
  findActor,
  inSavepoint,
  nextToDelete,
  noteProgress,
  postponeBulkDelete,
  type Queryable,
  rootBusinessUnitId,
  sqlState,
  type Writer,
} from '@trackmark/store'
import { removeRow, requireWritable } from '@trackmark/webapi'
import type { Logger } from 'pino'
import { repeat } from './repeat.ts'

interface BulkDeleteDeps {
  readonly database: Database
  readonly clock: () => number
  readonly newId: () => string
  readonly log: Pick<Logger, 'error'>
}

const POLL_MS = 2_000
/** Rows that are deleted in one transaction, for which others may have to wait. */
const BATCH_ROWS = 50
const RETRIES_MAX = 3
const RETRY_MS = 60_000

/** SQLSTATE classes that aren't about the row: deadlocks, locks, a lost connection and the like. */
const OF_THE_MOMENT = /^(08|25|40|53|55|57|58|XX)/

/** Carries out bulk deletions, one batch after the other, until it is stopped. */
export function runBulkDeletes(deps: BulkDeleteDeps): { stop(): Promise<void> } {
  let isStopping = false
  const work = async () => {
    while (!isStopping && (await runBatch(deps))) {
      // Lets requests that arrived meanwhile go first.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const repetition = repeat(POLL_MS, work, (error) => {
    deps.log.error({ error: String(error) }, 'deleting in bulk failed; it is tried again')
  })
  return {
    stop: () => {
      isStopping = true
      return repetition.stop()
    },
  }
}

/**
 * Carries out one batch of one job. The rows are deleted in the transaction that records the progress, so that a
 * crash loses and repeats nothing.
 * @returns false when no job is due
 */
export async function runBatch(deps: BulkDeleteDeps): Promise<boolean> {
  const { database, clock } = deps
  let job: BulkDeleteJob | null = null
  try {
    await database.transaction(async (tx) => {
      job = await claimBulkDelete(tx, clock())
      if (job !== null) await batch(deps, tx, job)
    })
  } catch (error) {
    if (job === null) throw error
    await afterFailure(deps, job, error)
  }
  return job !== null
}

async function batch(deps: BulkDeleteDeps, tx: Queryable, job: BulkDeleteJob): Promise<void> {
  const now = deps.clock()
  if (job.isEnded) return endBulkDelete(tx, job, 'canceled', null, now)
  const caller = await ownerOf(tx, job)
  const parsed = parseFetch(job.queries[job.queryIndex] ?? '', { now })
  if (!parsed.ok) throw new ApiError(400, parsed.error.code, parsed.error.message)
  const { table } = parsed.fetch
  // The owner's privileges may have changed since the job was created.
  requireWritable(caller, table, 'delete')
  const { organizationId } = job
  const reach = reachOf(caller)
  const businessUnitId = rootBusinessUnitId(organizationId)
  const context = { now, userId: job.ownerId, businessUnitId, reach }
  const run = (text: string, parameters: readonly unknown[]) => tx.query(text, parameters)
  const reader = { run, organizationId, context }
  const { ids, moreRecords } = await nextToDelete(reader, parsed.fetch, job, BATCH_ROWS)
  const writer: Writer = { tx, organizationId, userId: job.ownerId, reach, now, newId: deps.newId }
  let deleted = 0
  let failed = 0
  for (const id of ids) {
    const outcome = await removed(writer, table, id)
    if (outcome === 'deleted') deleted++
    else if (outcome === 'notDeleted') failed++
  }
  const queryIndex = job.queryIndex + (moreRecords ? 0 : 1)
  const lastRowId = moreRecords ? ids.at(-1)! : null
  await noteProgress(tx, job, { queryIndex, lastRowId, deleted, failed }, now)
  if (queryIndex >= job.queries.length) await endBulkDelete(tx, job, 'succeeded', null, now)
}

/** A row that can't be deleted, or that belongs to another user, is counted and doesn't stop the job. */
async function removed(
  writer: Writer,
  table: Table,
  id: string,
): Promise<'deleted' | 'notDeleted' | 'absent'> {
  const remove = async () => {
    const outcome = await removeRow(writer, table, id, () => true)
    return outcome === 'changedMeanwhile' || typeof outcome === 'object' ? 'notDeleted' : outcome
  }
  return inSavepoint(writer.tx, remove, (error) => {
    const state = sqlState(error)
    const isAnothers = error instanceof ApiError && error.status === 403
    if (!isAnothers && (state === null || OF_THE_MOMENT.test(state))) throw error
    return 'notDeleted'
  })
}

/** The job's owner, with the role of their account, or else the roles they had when they created the job. */
async function ownerOf(tx: Queryable, job: BulkDeleteJob): Promise<Caller> {
  const user = await findActor(tx, job.organizationId, 'systemuserid', job.ownerId)
  if (user === null || user.isDisabled) {
    const message = 'The user who asked for the deletion is disabled or gone.'
    throw new ApiError(403, ERROR_CODES.privilegeDenied, message)
  }
  const names = user.role === null ? job.roles : [user.role]
  const roles = ROLES.filter((role) => names.includes(role))
  return { userId: job.ownerId, roles, ofInstallation: false, by: 'token' }
}

async function afterFailure(
  { database, clock, log }: BulkDeleteDeps,
  job: BulkDeleteJob,
  error: unknown,
): Promise<void> {
  const now = clock()
  const isRefused = error instanceof ApiError
  if (!isRefused) log.error({ error: String(error) }, 'a batch of a bulk deletion failed')
  await database.transaction(async (tx) => {
    if (!isRefused && job.retries < RETRIES_MAX) {
      await postponeBulkDelete(tx, job, now + RETRY_MS * 2 ** job.retries, now)
      return
    }
    const why = isRefused
      ? error.message
      : 'It failed several times. The log of the server has the details.'
    await endBulkDelete(tx, job, 'failed', why, now)
  })
}
