import {
  type Alert,
  type CategoryState,
  type ClosedAlert,
  type CommitResult,
  type CycleClose,
  type Effects,
  type FolderCursor,
  type Instant,
  type Lease,
  LeaseLostError,
  type OutgoingWrite,
  outdatedBy,
  RefusedDataError,
} from '@trackmark/core'
import { deleteActivities, updateActivities } from './activities.ts'
import { type CloseJob, closeRows } from './close.ts'
import { createActivities } from './create-activities.ts'
import { type Database, type Queryable, writeFailure } from './database.ts'
import type { TakeThrottling, Throttling } from './hours.ts'
import { markListed, saveLinks } from './links.ts'
import { iso, isoOrNull, rowsJson } from './wire.ts'

/** What a step of one mailbox's cycle wants written. */
export interface CommitJob {
  readonly lease: Lease
  readonly effects: Effects
  readonly now: Instant
  /** The end of its cycle, where this step is the last. */
  readonly close?: CycleClose
}

/** Something of one mailbox, among those of others in one statement. */
export interface Owned<T> {
  readonly mailboxId: string
  readonly value: T
}

/**
 * Everything one step wants written, guarded by its lease: one transaction or nothing (CY1, CY2).
 * Steps of several mailboxes of one organization share a transaction, each under its own lease: one
 * that lost it writes nothing, and where a value is refused each is done again by itself.
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
 * Whether a step may share the transaction of others: one organization, one step of each mailbox,
 * and no more text than a statement bears. What deletes activities goes alone, since it ends links
 * of other mailboxes too.
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

async function write(
  tx: Queryable,
  all: readonly CommitJob[],
  newId: () => string,
  throttling: Throttling,
): Promise<PromiseSettledResult<CommitResult>[]> {
  const { organizationId } = all[0]!.lease
  const now = Math.max(...all.map((job) => job.now))
  const held = await guard(tx, organizationId, all, now)
  const jobs = all.filter(({ lease }) => held.has(lease.mailboxId))
  const each = <T>(pick: (effects: Effects) => readonly T[]): Owned<T>[] =>
    jobs.flatMap(({ lease, effects }) =>
      pick(effects).map((value) => ({ mailboxId: lease.mailboxId, value })),
    )
  const some = async <T>(
    pick: (effects: Effects) => readonly T[],
    save: (rows: readonly Owned<T>[]) => Promise<void>,
  ) => {
    const rows = each(pick)
    if (rows.length > 0) await save(rows)
  }

  const creates = each(({ creates }) => creates)
  const made = await createActivities(tx, organizationId, creates, now, newId)
  const updates = [...each(({ updates }) => updates).map((one) => one.value), ...made.joined]
  if (updates.length > 0) await updateActivities(tx, organizationId, updates, now, newId)
  const links = [
    ...each(({ links }) => links),
    ...each(({ updates }) => updates.map(({ link }) => link)),
    ...made.links,
  ]
  if (links.length > 0) await saveLinks(tx, organizationId, links, now, newId)
  await some(
    ({ listed }) => listed,
    (rows) => markListed(tx, organizationId, rows),
  )
  const deletes = each(({ deletes }) => deletes).map((one) => one.value)
  if (deletes.length > 0) await deleteActivities(tx, organizationId, deletes, now)
  await some(
    (effects) => [...effects.closeAlerts, ...outdated(effects.alerts)],
    (rows) => closeAlerts(tx, organizationId, rows, now),
  )
  await some(
    ({ alerts }) => alerts,
    (rows) => raiseAlerts(tx, organizationId, rows, now, newId),
  )
  await some(
    ({ doneWrites }) => doneWrites,
    (rows) => removeWrites(tx, organizationId, rows),
  )
  await some(
    ({ writes }) => writes,
    (rows) => queueWrites(tx, organizationId, rows),
  )
  await some(
    ({ categories }) => categories,
    (rows) => saveCategories(tx, organizationId, rows, now, newId),
  )
  await some(
    ({ cursors }) => cursors,
    (rows) => saveCursors(tx, organizationId, rows),
  )
  await some(
    ({ relist }): readonly true[] => (relist ? [true] : []),
    (rows) => relistFolders(tx, organizationId, rows),
  )
  await some(
    ({ removedFolders }) => removedFolders,
    (rows) => removeCursors(tx, organizationId, rows),
  )
  await some(
    ({ hierarchy, bulkQuestion }) =>
      hierarchy !== null || bulkQuestion !== null ? [{ hierarchy, bulkQuestion }] : [],
    (rows) => saveSchedule(tx, organizationId, rows),
  )
  const closes = jobs.flatMap(({ lease, close }): CloseJob[] =>
    close === undefined ? [] : [{ lease, wish: close }],
  )
  if (closes.length > 0) await closeRows(tx, closes, newId, throttling)
  return all.map(({ lease, effects: { creates: asked } }) => {
    if (!held.has(lease.mailboxId)) return { status: 'rejected', reason: new LeaseLostError() }
    const created = asked.filter((create) => made.fresh.has(create.activityId)).length
    return { status: 'fulfilled', value: { created, joined: asked.length - created } }
  })
}

/**
 * CY1: the rows stay locked until the transaction ends, so a take-over waits for it. Leases are
 * renewed, but for those that the end of their cycle is about to release.
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
  const held =
    goingOn.length === 0
      ? await tx.query(LOCK, parameters)
      : await tx.query(LOCK_AND_RENEW, [
          ...parameters,
          iso(now),
          goingOn.map(({ lease }) => lease.mailboxId),
        ])
  return new Set(held.map((row) => row.mailboxid as string))
}

/** In the order of their key, as wakers lock them. */
const LOCK = `
  select s.mailboxid
  from unnest($2::uuid[], $3::text[], $4::integer[]) as r(mailboxid, token, revision)
  join sync.mailbox_schedule s on s.organizationid = $1 and s.mailboxid = r.mailboxid
    and s.leasetoken = r.token
  join crm.organization o on o.organizationid = $1 and o.settingsrevision = r.revision
  order by s.mailboxid
  for update of s`

const LOCK_AND_RENEW = `
  with held as (${LOCK}
  ), renewed as (
    update sync.mailbox_schedule s
    set leaseuntil = $5::timestamptz + s.leasems * interval '1 millisecond'
    from held h
    where s.organizationid = $1 and s.mailboxid = h.mailboxid and s.mailboxid = any($6::uuid[])
  )
  select mailboxid from held`

/**
 * The mailbox of each row, found by its key. A plain join may be planned as a scan of every mailbox,
 * since the planner takes any JSON for a hundred rows and new tables for empty.
 */
const ITS_MAILBOX = `cross join lateral (
       select mailboxid, ownerid, owneridtype from crm.mailbox
       where organizationid = $1 and mailboxid = r.mailboxid offset 0) m`

const LEVEL = { information: 1, warning: 2, error: 3 } as const

/** AL1: whatever their subject, and also where the new alert's level is switched off. */
const outdated = (alerts: readonly Alert[]): ClosedAlert[] =>
  alerts.flatMap(({ code }) => outdatedBy(code).map((old) => ({ code: old, subject: null })))

/** An open alert of the same kind and subject is renewed; levels switched off aren't recorded. */
export async function raiseAlerts(
  tx: Queryable,
  organizationId: string,
  alerts: readonly Owned<Alert>[],
  now: Instant,
  newId: () => string,
): Promise<void> {
  const keyed = alerts.map((one) => {
    const { code, subject } = one.value
    return [`${one.mailboxId} ${code} ${subject}`, one] as const
  })
  const rows = [...new Map(keyed).values()].map(({ mailboxId, value: alert }) => ({
    mailboxid: mailboxId,
    tracelogid: newId(),
    level: LEVEL[alert.level],
    tracecode: alert.code,
    alertsubject: alert.subject,
    text: alert.text,
    errordetails: alert.details,
    question: alert.question,
  }))
  await tx.query(
    `insert into crm.tracelog (organizationid, tracelogid, level, tracecode, alertsubject, "text",
       errordetails, question, isunique, regardingobjectid, regardingobjectidtype,
       regardingobjectownerid, createdon, modifiedon)
     select $1, r.tracelogid, r.level, r.tracecode, r.alertsubject, r."text", r.errordetails,
       r.question, true, m.mailboxid, 'mailbox', m.ownerid, $2, $2
     from json_to_recordset($3::json) as r(mailboxid uuid, tracelogid uuid, level integer,
       tracecode integer, alertsubject text, "text" text, errordetails text, question text)
     ${ITS_MAILBOX}
     join crm.organization o on o.organizationid = $1
     where (r.level = 1 and o.generatealertsforinformation)
        or (r.level = 2 and (o.generatealertsforwarnings or r.question is not null))
        or (r.level = 3 and o.generatealertsforerrors)
     on conflict (organizationid, regardingobjectid, tracecode, alertsubject)
       where not tracestatus
     do update set "text" = excluded."text", errordetails = excluded.errordetails,
       level = excluded.level, modifiedon = excluded.modifiedon,
       timesraised = crm.tracelog.timesraised
         + (excluded.modifiedon > crm.tracelog.modifiedon)::integer,
       versionnumber = nextval('crm.versionnumber')`,
    [organizationId, iso(now), rowsJson(rows)],
  )
}

export async function closeAlerts(
  tx: Queryable,
  organizationId: string,
  closed: readonly Owned<{ code: number; subject: string | null }>[],
  now: Instant,
): Promise<void> {
  const rows = closed.map(({ mailboxId, value }) => ({ mailboxid: mailboxId, ...value }))
  await tx.query(
    `update crm.tracelog
     set tracestatus = true, modifiedon = $2, versionnumber = nextval('crm.versionnumber')
     where organizationid = $1 and not tracestatus and tracelogid = any(array(
       select t.tracelogid
       from json_to_recordset($3::json) as r(mailboxid uuid, code integer, subject text)
       cross join lateral (
         select tracelogid from crm.tracelog
         where organizationid = $1 and regardingobjectid = r.mailboxid and not tracestatus
           and tracecode = r.code and (r.subject is null or alertsubject = r.subject)
         offset 0) t))`,
    [organizationId, iso(now), rowsJson(rows)],
  )
}

async function queueWrites(
  tx: Queryable,
  organizationId: string,
  writes: readonly Owned<OutgoingWrite>[],
): Promise<void> {
  const keyed = writes.map((one) => [`${one.mailboxId} ${one.value.id}`, one] as const)
  const rows = [...new Map(keyed).values()].map(({ mailboxId, value }) => ({
    mailboxid: mailboxId,
    id: value.id,
    kind: value.kind,
    itemkind: value.item.kind,
    itemkey: value.item.key,
    folder: value.item.folder,
    tries: value.tries,
    nexttryat: iso(value.nextTryAt),
    failurecode: value.failure?.code ?? null,
    failurereason: value.failure?.reason ?? null,
    failedon: isoOrNull(value.failure?.at ?? null),
  }))
  await tx.query(
    `insert into sync.outgoing_write (organizationid, mailboxid, id, kind, itemkind, itemkey, folder,
       tries, nexttryat, failurecode, failurereason, failedon)
     select $1, mailboxid, id, kind, itemkind, itemkey, folder, tries, nexttryat, failurecode,
       failurereason, failedon
     from json_to_recordset($2::json) as r(mailboxid uuid, id text, kind text, itemkind text, itemkey text,
       folder text, tries integer, nexttryat timestamptz, failurecode text, failurereason text,
       failedon timestamptz)
     on conflict (organizationid, mailboxid, id) do update set
       folder = excluded.folder, tries = excluded.tries, nexttryat = excluded.nexttryat,
       failurecode = excluded.failurecode, failurereason = excluded.failurereason,
       failedon = excluded.failedon`,
    [organizationId, rowsJson(rows)],
  )
}

async function removeWrites(
  tx: Queryable,
  organizationId: string,
  ids: readonly Owned<string>[],
): Promise<void> {
  const rows = ids.map(({ mailboxId, value }) => ({ mailboxid: mailboxId, id: value }))
  await tx.query(
    `delete from sync.outgoing_write w
     using json_to_recordset($2::json) as r(mailboxid uuid, id text)
     where w.organizationid = $1 and w.mailboxid = r.mailboxid and w.id = r.id collate "C"`,
    [organizationId, rowsJson(rows)],
  )
}

/** Ours: 0 not there, 1 provisioned, 2 removed; Microsoft publishes no values. */
export const ONBOARDING = { absent: 0, provisioned: 1, removed: 2, creating: 3 } as const

async function saveCategories(
  tx: Queryable,
  organizationId: string,
  categories: readonly Owned<CategoryState>[],
  now: Instant,
  newId: () => string,
): Promise<void> {
  const rows = categories.map(({ mailboxId, value: category }) => ({
    mailboxid: mailboxId,
    mailboxtrackingcategoryid: newId(),
    purpose: category.purpose,
    name: category.name,
    color: category.color,
    preset: presetNumber(category.color),
    earliernames: category.earlierNames,
    exchangeid: category.exchangeId,
    status: ONBOARDING[category.status],
    epoch: category.epoch,
  }))
  await tx.query(
    `insert into crm.mailboxtrackingcategory (organizationid, mailboxtrackingcategoryid, mailboxid,
       purpose, exchangecategoryid, exchangecategoryname, exchangecategorycolor, color, earliernames,
       categoryonboardingstatus, epoch, ownerid, owneridtype, owninguser, createdon, modifiedon)
     select $1, r.mailboxtrackingcategoryid, r.mailboxid, r.purpose, r.exchangeid, r.name, r.preset,
       r.color, r.earliernames, r.status, r.epoch, m.ownerid, m.owneridtype, m.ownerid, $2, $2
     from json_to_recordset($3::json) as r(mailboxid uuid, mailboxtrackingcategoryid uuid,
       purpose text, name text, color text, preset integer, earliernames text[], exchangeid uuid,
       status integer, epoch integer)
     ${ITS_MAILBOX}
     on conflict (organizationid, mailboxid, purpose) do update set
       exchangecategoryid = excluded.exchangecategoryid,
       exchangecategoryname = excluded.exchangecategoryname,
       exchangecategorycolor = excluded.exchangecategorycolor,
       color = excluded.color,
       earliernames = excluded.earliernames,
       categoryonboardingstatus = excluded.categoryonboardingstatus,
       epoch = excluded.epoch,
       modifiedon = excluded.modifiedon,
       versionnumber = nextval('crm.versionnumber')`,
    [organizationId, iso(now), rowsJson(rows)],
  )
}

/** -1 = no colour, as in Outlook's own numbering. */
function presetNumber(color: string): number {
  const preset = /^preset(\d+)$/i.exec(color)
  return preset === null ? -1 : Number(preset[1])
}

async function saveCursors(
  tx: Queryable,
  organizationId: string,
  cursors: readonly Owned<FolderCursor>[],
): Promise<void> {
  const keyed = cursors.map((one) => [`${one.mailboxId} ${one.value.folder}`, one] as const)
  const rows = [...new Map(keyed).values()].map(({ mailboxId, value: cursor }) => ({
    mailboxid: mailboxId,
    folder: cursor.folder,
    kind: cursor.kind,
    value: cursor.value,
    listing: cursor.listing,
    generation: cursor.generation,
    epoch: cursor.epoch,
    catchup: cursor.catchUp,
    windowstart: isoOrNull(cursor.windowStart),
    windowend: isoOrNull(cursor.windowEnd),
    failures: cursor.failures,
  }))
  await tx.query(
    `insert into sync.folder_cursor (organizationid, mailboxid, folder, kind, value, listing,
       generation, epoch, catchup, windowstart, windowend, failures)
     select $1, mailboxid, folder, kind, value, listing, generation, epoch, catchup, windowstart,
       windowend, failures
     from json_to_recordset($2::json) as r(mailboxid uuid, folder text, kind text, value text, listing boolean,
       generation integer, epoch integer, catchup boolean, windowstart timestamptz, windowend timestamptz,
       failures integer)
     on conflict (organizationid, mailboxid, folder) do update set
       value = excluded.value, listing = excluded.listing, generation = excluded.generation,
       epoch = excluded.epoch, catchup = excluded.catchup, windowstart = excluded.windowstart, windowend = excluded.windowend,
       failures = excluded.failures`,
    [organizationId, rowsJson(rows)],
  )
}

async function relistFolders(
  tx: Queryable,
  organizationId: string,
  owners: readonly Owned<true>[],
): Promise<void> {
  await tx.query(
    `update sync.folder_cursor set value = null, listing = false
     where organizationid = $1 and mailboxid = any($2)`,
    [organizationId, owners.map(({ mailboxId }) => mailboxId)],
  )
}

async function removeCursors(
  tx: Queryable,
  organizationId: string,
  folders: readonly Owned<string>[],
): Promise<void> {
  const rows = folders.map(({ mailboxId, value }) => ({ mailboxid: mailboxId, folder: value }))
  await tx.query(
    `delete from sync.folder_cursor c
     using json_to_recordset($2::json) as r(mailboxid uuid, folder text)
     where c.organizationid = $1 and c.mailboxid = r.mailboxid and c.folder = r.folder collate "C"`,
    [organizationId, rowsJson(rows)],
  )
}

async function saveSchedule(
  tx: Queryable,
  organizationId: string,
  changes: readonly Owned<Pick<Effects, 'hierarchy' | 'bulkQuestion'>>[],
): Promise<void> {
  const rows = changes.map(({ mailboxId, value: { hierarchy, bulkQuestion } }) => ({
    mailboxid: mailboxId,
    hierarchy,
    answers: bulkQuestion !== null,
    answer: bulkQuestion === 'asked' ? 'asked' : null,
  }))
  await tx.query(
    `update sync.mailbox_schedule s
     set hierarchy = coalesce(r.hierarchy, s.hierarchy),
         bulkanswer = case when r.answers then r.answer else s.bulkanswer end
     from json_to_recordset($2::json)
       as r(mailboxid uuid, hierarchy text, answers boolean, answer text)
     where s.organizationid = $1 and s.mailboxid = r.mailboxid`,
    [organizationId, rowsJson(rows)],
  )
}
