import {
  type Alert,
  type CategoryState,
  type Commit,
  type CommitResult,
  type FolderCursor,
  type Instant,
  type Lease,
  LeaseLostError,
  type OutgoingWrite,
} from '@trackmark/core'
import { createActivities, deleteActivities, updateActivities } from './activities.ts'
import { type Database, type Queryable, writeFailure } from './database.ts'
import { markListed, saveLinks } from './links.ts'
import { iso, isoOrNull, rowsJson } from './wire.ts'

/** Everything one step wants written, guarded by the lease: one transaction or nothing (CY1, CY2). */
export async function commit(
  database: Database,
  lease: Lease,
  wish: Commit,
  now: Instant,
  newId: () => string,
): Promise<CommitResult> {
  try {
    return await database.transaction((tx) => write(tx, lease, wish, now, newId))
  } catch (error) {
    throw writeFailure(error)
  }
}

async function write(
  tx: Queryable,
  lease: Lease,
  wish: Commit,
  now: Instant,
  newId: () => string,
): Promise<CommitResult> {
  await guard(tx, lease, now)
  const creates = wish.creates?.length
    ? await createActivities(tx, lease, wish.creates, now, newId)
    : { links: [], created: 0, joined: 0, joinedByOrganizer: [] }
  const updates = [...(wish.updates ?? []), ...creates.joinedByOrganizer]
  if (updates.length > 0) await updateActivities(tx, lease, updates, now, newId)
  const links = [
    ...(wish.links ?? []),
    ...(wish.updates ?? []).map((update) => update.link),
    ...creates.links,
  ]
  if (links.length > 0) await saveLinks(tx, lease, links, now, newId)
  if (wish.listed?.length) await markListed(tx, lease, wish.listed)
  if (wish.deletes?.length) await deleteActivities(tx, lease, wish.deletes, now)
  if (wish.closeAlerts?.length) await closeAlerts(tx, lease, wish.closeAlerts, now)
  if (wish.alerts?.length) await raiseAlerts(tx, lease, wish.alerts, now, newId)
  if (wish.doneWrites?.length) await removeWrites(tx, lease, wish.doneWrites)
  if (wish.writes?.length) await queueWrites(tx, lease, wish.writes)
  if (wish.categories?.length) await saveCategories(tx, lease, wish.categories, now, newId)
  if (wish.cursors?.length) await saveCursors(tx, lease, wish.cursors)
  if (wish.removedFolders?.length) await removeCursors(tx, lease, wish.removedFolders)
  if (wish.hierarchy !== undefined || wish.bulkAnswer !== undefined) {
    await saveSchedule(tx, lease, wish)
  }
  return { created: creates.created, joined: creates.joined }
}

/** CY1: the row stays locked until the transaction ends, so a take-over waits for it. */
async function guard(tx: Queryable, lease: Lease, now: Instant): Promise<void> {
  const held = await tx.query(
    `update sync.mailbox_schedule s
     set leaseuntil = $5::timestamptz + s.leasems * interval '1 millisecond'
     from crm.organization o
     where s.organizationid = $1 and s.mailboxid = $2 and s.leasetoken = $3
       and o.organizationid = $1 and o.settingsrevision = $4
     returning 1 as held`,
    [lease.organizationId, lease.mailboxId, lease.token, lease.settingsRevision, iso(now)],
  )
  if (held.length === 0) throw new LeaseLostError()
}

const LEVEL = { information: 1, warning: 2, error: 3 } as const

/** An open alert of the same kind and subject is renewed; levels switched off aren't recorded. */
export async function raiseAlerts(
  tx: Queryable,
  lease: Pick<Lease, 'organizationId' | 'mailboxId'>,
  alerts: readonly Alert[],
  now: Instant,
  newId: () => string,
): Promise<void> {
  const unique = [...new Map(alerts.map((a) => [`${a.code} ${a.subject}`, a])).values()]
  const rows = unique.map((alert) => ({
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
       r.question, true, m.mailboxid, 'mailbox', m.ownerid, $3, $3
     from json_to_recordset($4::json) as r(tracelogid uuid, level integer, tracecode integer,
       alertsubject text, "text" text, errordetails text, question text)
     join crm.mailbox m on m.organizationid = $1 and m.mailboxid = $2
     join crm.organization o on o.organizationid = $1
     where (r.level = 1 and o.generatealertsforinformation)
        or (r.level = 2 and (o.generatealertsforwarnings or r.question is not null))
        or (r.level = 3 and o.generatealertsforerrors)
     on conflict (organizationid, regardingobjectid, tracecode, alertsubject)
       where not tracestatus
     do update set "text" = excluded."text", errordetails = excluded.errordetails,
       level = excluded.level, modifiedon = excluded.modifiedon,
       versionnumber = nextval('crm.versionnumber')`,
    [lease.organizationId, lease.mailboxId, iso(now), rowsJson(rows)],
  )
}

async function closeAlerts(
  tx: Queryable,
  lease: Lease,
  closed: readonly { code: number; subject: string | null }[],
  now: Instant,
): Promise<void> {
  await tx.query(
    `update crm.tracelog t
     set tracestatus = true, modifiedon = $3, versionnumber = nextval('crm.versionnumber')
     from json_to_recordset($4::json) as r(code integer, subject text)
     where t.organizationid = $1 and t.regardingobjectid = $2 and not t.tracestatus
       and t.tracecode = r.code and (r.subject is null or t.alertsubject = r.subject)`,
    [lease.organizationId, lease.mailboxId, iso(now), rowsJson(closed)],
  )
}

async function queueWrites(
  tx: Queryable,
  lease: Lease,
  writes: readonly OutgoingWrite[],
): Promise<void> {
  const unique = [...new Map(writes.map((write) => [write.id, write])).values()]
  const rows = unique.map(({ id, kind, item, tries, nextTryAt }) => ({
    id,
    kind,
    itemkind: item.kind,
    itemkey: item.key,
    folder: item.folder,
    tries,
    nexttryat: iso(nextTryAt),
  }))
  await tx.query(
    `insert into sync.outgoing_write (organizationid, mailboxid, id, kind, itemkind, itemkey, folder,
       tries, nexttryat)
     select $1, $2, id, kind, itemkind, itemkey, folder, tries, nexttryat
     from json_to_recordset($3::json) as r(id text, kind text, itemkind text, itemkey text,
       folder text, tries integer, nexttryat timestamptz)
     on conflict (organizationid, mailboxid, id) do update set
       folder = excluded.folder, tries = excluded.tries, nexttryat = excluded.nexttryat`,
    [lease.organizationId, lease.mailboxId, rowsJson(rows)],
  )
}

async function removeWrites(tx: Queryable, lease: Lease, ids: readonly string[]): Promise<void> {
  await tx.query(
    `delete from sync.outgoing_write
     where organizationid = $1 and mailboxid = $2 and id = any($3)`,
    [lease.organizationId, lease.mailboxId, ids],
  )
}

/** Ours: 0 not there, 1 provisioned, 2 removed; Microsoft publishes no values. */
export const ONBOARDING = { absent: 0, provisioned: 1, removed: 2 } as const

async function saveCategories(
  tx: Queryable,
  lease: Lease,
  categories: readonly CategoryState[],
  now: Instant,
  newId: () => string,
): Promise<void> {
  const rows = categories.map((category) => ({
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
     select $1, r.mailboxtrackingcategoryid, $2, r.purpose, r.exchangeid, r.name, r.preset, r.color,
       r.earliernames, r.status, r.epoch, m.ownerid, m.owneridtype, m.ownerid, $3, $3
     from json_to_recordset($4::json) as r(mailboxtrackingcategoryid uuid, purpose text, name text,
       color text, preset integer, earliernames text[], exchangeid uuid, status integer,
       epoch integer)
     join crm.mailbox m on m.organizationid = $1 and m.mailboxid = $2
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
    [lease.organizationId, lease.mailboxId, iso(now), rowsJson(rows)],
  )
}

/** -1 = no colour, as in Outlook's own numbering. */
function presetNumber(color: string): number {
  const preset = /^preset(\d+)$/i.exec(color)
  return preset === null ? -1 : Number(preset[1])
}

async function saveCursors(
  tx: Queryable,
  lease: Lease,
  cursors: readonly FolderCursor[],
): Promise<void> {
  const unique = [...new Map(cursors.map((cursor) => [cursor.folder, cursor])).values()]
  const rows = unique.map((cursor) => ({
    folder: cursor.folder,
    kind: cursor.kind,
    value: cursor.value,
    listing: cursor.listing,
    generation: cursor.generation,
    epoch: cursor.epoch,
    catchup: cursor.catchUp,
    windowstart: isoOrNull(cursor.windowStart),
    windowend: isoOrNull(cursor.windowEnd),
  }))
  await tx.query(
    `insert into sync.folder_cursor (organizationid, mailboxid, folder, kind, value, listing,
       generation, epoch, catchup, windowstart, windowend)
     select $1, $2, folder, kind, value, listing, generation, epoch, catchup, windowstart, windowend
     from json_to_recordset($3::json) as r(folder text, kind text, value text, listing boolean,
       generation integer, epoch integer, catchup boolean, windowstart timestamptz, windowend timestamptz)
     on conflict (organizationid, mailboxid, folder) do update set
       value = excluded.value, listing = excluded.listing, generation = excluded.generation,
       epoch = excluded.epoch, catchup = excluded.catchup, windowstart = excluded.windowstart, windowend = excluded.windowend`,
    [lease.organizationId, lease.mailboxId, rowsJson(rows)],
  )
}

async function removeCursors(
  tx: Queryable,
  lease: Lease,
  folders: readonly string[],
): Promise<void> {
  await tx.query(
    `delete from sync.folder_cursor
     where organizationid = $1 and mailboxid = $2 and folder = any($3)`,
    [lease.organizationId, lease.mailboxId, folders],
  )
}

async function saveSchedule(tx: Queryable, lease: Lease, wish: Commit): Promise<void> {
  await tx.query(
    `update sync.mailbox_schedule
     set hierarchy = coalesce($3, hierarchy),
         bulkanswer = case when $4 then $5 else bulkanswer end
     where organizationid = $1 and mailboxid = $2`,
    [
      lease.organizationId,
      lease.mailboxId,
      wish.hierarchy ?? null,
      wish.bulkAnswer !== undefined,
      wish.bulkAnswer ?? null,
    ],
  )
}
