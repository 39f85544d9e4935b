import {
  type ActivityId,
  type CommitResult,
  type CycleClose,
  type Effects,
  type Instant,
  type Lease,
  LeaseLostError,
  RefusedDataError,
} from '@trackmark/core'
import type { Database, Queryable } from '../database/database.ts'
import { writeFailure } from '../database/errors.ts'
import { iso } from '../database/values.ts'
import type { Owned } from '../statements/upsert.ts'
import { deleteActivities, updateActivities } from './activities.ts'
import { closeAlerts, outdated, raiseAlerts } from './alerts.ts'
import { saveCategories } from './categories.ts'
import { type CloseJob, closeRows } from './close.ts'
import { createActivities } from './create-activities.ts'
import { relistFolders, removeCursors, saveCursors, saveSchedule } from './cursors.ts'
import { markListed, rekeyLinks, saveLinks } from './links.ts'
import type { TakeThrottling, Throttling } from './monitoring-hours.ts'
import { queueWrites, removeWrites } from './outgoing.ts'

/** What a step of one mailbox's cycle wants written. */
interface CommitJob {
  readonly lease: Lease
  readonly effects: Effects
  readonly now: Instant
  /** The end of its cycle, where this step is the last. */
  readonly close?: CycleClose
}

/**
 * Commits what steps want written, each guarded by its lease, in one transaction or not at all (CY1, CY2).
 * Steps of several mailboxes of one organization share a transaction. A step that lost its lease writes
 * nothing. Where a value is refused, each step is committed again by itself.
 */
export async function commitAll(
  database: Database,
  jobs: readonly CommitJob[],
  { newId, takeThrottling }: { newId: () => string; takeThrottling: TakeThrottling },
): Promise<readonly PromiseSettledResult<CommitResult>[]> {
  let throttling = jobs.some(({ close }) => close !== undefined)
    ? takeThrottling(jobs[0]!.lease.organizationId)
    : NONE
  try {
    return await database.transaction((tx) => write(tx, jobs, newId, throttling))
  } catch (error) {
    const failure = writeFailure(error)
    if (jobs.length === 1 || !(failure instanceof RefusedDataError)) {
      return jobs.map(() => ({ status: 'rejected', reason: failure }))
    }
    const takeOnce = () => {
      const taken = throttling
      throttling = NONE
      return taken
    }
    const alone: PromiseSettledResult<CommitResult>[] = []
    for (const job of jobs) {
      const parts = { newId, takeThrottling: takeOnce }
      alone.push(...(await commitAll(database, [job], parts)))
    }
    return alone
  }
}

const NONE: Throttling = { throttled: 0, waitMs: 0 }
const COMMITS_MAX = 200
const TEXT_MAX = 8 * 1024 * 1024

/**
 * Whether a step may share the transaction of others: they are of one organization and of different
 * mailboxes, and have no more text than one statement can take. A step that deletes activities is committed
 * alone, since it ends links of other mailboxes too.
 */
export function mayShare(group: readonly CommitJob[], next: CommitJob): boolean {
  if (group.length >= COMMITS_MAX) return false
  const first = group[0]!
  if (first.lease.organizationId !== next.lease.organizationId) return false
  if ([...group, next].some(({ effects }) => effects.deletes.length > 0)) return false
  if (group.some(({ lease }) => lease.mailboxId === next.lease.mailboxId)) return false
  return group.reduce((sum, job) => sum + textOf(job), textOf(next)) <= TEXT_MAX
}

function textOf({ effects }: CommitJob): number {
  return [...effects.creates, ...effects.updates].reduce((sum, { draft }) => {
    const { description } = draft.columns
    const body = typeof description === 'string' ? description.length : 0
    return sum + body + draft.attachments.reduce((all, one) => all + (one.content?.length ?? 0), 0)
  }, 0)
}

/** Steps whose leases hold, in one transaction. */
interface Writing {
  readonly tx: Queryable
  readonly organizationId: string
  readonly jobs: readonly CommitJob[]
  readonly now: Instant
  readonly newId: () => string
}

async function write(
  tx: Queryable,
  all: readonly CommitJob[],
  newId: () => string,
  throttling: Throttling,
): Promise<PromiseSettledResult<CommitResult>[]> {
  const { organizationId } = all[0]!.lease
  const now = Math.max(...all.map((job) => job.now))
  const valid = await guard(tx, organizationId, all, now)
  const jobs = all.filter(({ lease }) => valid.has(lease.mailboxId))
  const writing: Writing = { tx, organizationId, jobs, now, newId }

  const fresh = await writeActivities(writing)
  await writeAlerts(writing)
  await writeMailboxes(writing)
  const closes = jobs.flatMap(({ lease, close }): CloseJob[] =>
    close === undefined ? [] : [{ lease, cycle: close }],
  )
  if (closes.length > 0) await closeRows(tx, closes, newId, throttling)
  return all.map(({ lease, effects: { creates } }) => {
    if (!valid.has(lease.mailboxId)) return { status: 'rejected', reason: new LeaseLostError() }
    const created = creates.filter(({ activityId }) => fresh.has(activityId)).length
    return { status: 'fulfilled', value: { created, joined: creates.length - created } }
  })
}

/** One kind of effect of all steps, each with its mailbox. */
function each<T>({ jobs }: Writing, pick: (effects: Effects) => readonly T[]): readonly Owned<T>[] {
  return jobs.flatMap(({ lease: { mailboxId }, effects }) =>
    pick(effects).map((value) => ({ mailboxId, value })),
  )
}

/** @returns ids of the activities that are new */
async function writeActivities(writing: Writing): Promise<ReadonlySet<ActivityId>> {
  const { tx, organizationId, now, newId } = writing
  const rekeyed = each(writing, (effects) => effects.rekeyed)
  if (rekeyed.length > 0) await rekeyLinks(tx, organizationId, rekeyed)
  const creates = each(writing, (effects) => effects.creates)
  const made = await createActivities(tx, organizationId, creates, now, newId)
  const updates = [...each(writing, (effects) => effects.updates).map(given), ...made.joined]
  if (updates.length > 0) await updateActivities(tx, organizationId, updates, now, newId)
  const links = [
    ...each(writing, (effects) => effects.links),
    ...each(writing, ({ updates: own }) => own.map(({ link }) => link)),
    ...made.links,
  ].map(({ mailboxId, value: link }) => ({ mailboxId, value: { id: newId(), link } }))
  if (links.length > 0) await saveLinks(tx, organizationId, links, [iso(now)])
  const listed = each(writing, (effects) => effects.listed)
  if (listed.length > 0) await markListed(tx, organizationId, listed)
  const deletes = each(writing, (effects) => effects.deletes).map(given)
  if (deletes.length > 0) await deleteActivities(tx, organizationId, deletes, now)
  return made.fresh
}

const given = <T>({ value }: Owned<T>): T => value

async function writeAlerts(writing: Writing): Promise<void> {
  const { tx, organizationId, now, newId } = writing
  const closed = each(writing, ({ closeAlerts, alerts }) => [...closeAlerts, ...outdated(alerts)])
  if (closed.length > 0) await closeAlerts(tx, organizationId, closed, now)
  const raised = each(writing, ({ alerts }) => alerts)
  if (raised.length > 0) await raiseAlerts(tx, organizationId, raised, now, newId)
}

/** Writes what the engine stores about the mailboxes themselves. */
async function writeMailboxes(writing: Writing): Promise<void> {
  const { tx, organizationId, jobs, now, newId } = writing
  const doneWrites = each(writing, (effects) => effects.doneWrites)
  if (doneWrites.length > 0) await removeWrites(tx, organizationId, doneWrites)
  const writes = each(writing, (effects) => effects.writes)
  if (writes.length > 0) await queueWrites(tx, organizationId, writes)
  const categories = each(writing, (effects) =>
    effects.categories.map((category) => ({ id: newId(), category })),
  )
  if (categories.length > 0) await saveCategories(tx, organizationId, categories, [iso(now)])
  const cursors = each(writing, (effects) => effects.cursors)
  if (cursors.length > 0) await saveCursors(tx, organizationId, cursors)
  const relisted = jobs.filter(({ effects }) => effects.relist)
  if (relisted.length > 0) {
    const ids = relisted.map(({ lease }) => lease.mailboxId)
    await relistFolders(tx, organizationId, ids)
  }
  const removed = each(writing, (effects) => effects.removedFolders)
  if (removed.length > 0) await removeCursors(tx, organizationId, removed)
  const changed = each(writing, (effects) =>
    effects.hierarchy !== null || effects.bulkQuestion !== null ? [effects] : [],
  )
  if (changed.length > 0) await saveSchedule(tx, organizationId, changed)
}

/**
 * CY1: locks the rows of the leases until the transaction ends, so that a take-over waits. Leases are
 * renewed, except those that the end of their cycle is about to release.
 * @returns the mailboxes whose lease and settings revision still hold
 */
async function guard(
  tx: Queryable,
  organizationId: string,
  jobs: readonly CommitJob[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  const leases = jobs.map(({ lease }) => lease)
  const goingOn = jobs.filter(({ close }) => close === undefined)
  const parameters = [
    organizationId,
    leases.map(({ mailboxId }) => mailboxId),
    leases.map(({ token }) => token),
    leases.map(({ settingsRevision }) => settingsRevision),
  ]
  const valid =
    goingOn.length === 0
      ? await tx.query(LOCK, parameters)
      : await tx.query(LOCK_AND_RENEW, [
          ...parameters,
          iso(now),
          goingOn.map(({ lease }) => lease.mailboxId),
        ])
  return new Set(valid.map((row) => row.mailboxid as string))
}

/** Rows are locked in the order of their key, as in `wakeMailboxes`. */
const LOCK = `
  select s.mailboxid
  from unnest($2::uuid[], $3::text[], $4::integer[]) as r(mailboxid, token, revision)
  join sync.mailbox_schedule s on s.organizationid = $1 and s.mailboxid = r.mailboxid
    and s.leasetoken = r.token
  join crm.organization o on o.organizationid = $1 and o.settingsrevision = r.revision
  order by s.mailboxid
  for update of s`

const LOCK_AND_RENEW = `
  with valid as (${LOCK}
  ), renewed as (
    update sync.mailbox_schedule s
    set leaseuntil = $5::timestamptz + s.leasems * interval '1 millisecond'
    from valid h
    where s.organizationid = $1 and s.mailboxid = h.mailboxid and s.mailboxid = any($6::uuid[])
  )
  select mailboxid from valid`
