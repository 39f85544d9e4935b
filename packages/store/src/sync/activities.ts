import {
  type ActivityDraft,
  type ActivityId,
  type ActivityType,
  ATTENDEE_COLUMNS,
  CHANGING_STATES,
  type Create,
  guardsOf,
  type Instant,
  isCarriedOver,
  PARTY,
  type PartyDraft,
  type Update,
} from '@trackmark/core'
import type { Queryable } from '../database/database.ts'
import { iso, rowsJson } from '../database/values.ts'
import { PARTY_NAME, PARTY_ROWS } from '../statements/party-rows.ts'
import { fittedRow, fittedText, quoted, shapeOf } from '../statements/table-shape.ts'
import { trailWith } from './links.ts'

/** AC8: a column changed in the CRM stays until the change has been written to the item. */
function carriedOver(type: ActivityType, name: string): string {
  const own = quoted(name)
  const guards = guardsOf(type, name)
  if (guards.length === 0) return `${own} = r.${own}`
  const list = guards.map((guard) => `'${guard}'`).join(', ')
  return `${own} = case when c.columns && array[${list}] then a.${own} else r.${own} end`
}

/** Updates fields of open and scheduled activities. Completed and canceled ones stay (spec 5.6). */
export async function updateActivities(
  tx: Queryable,
  organizationId: string,
  updates: readonly Update[],
  now: Instant,
  newId: () => string,
): Promise<void> {
  const groups = new Map<string, Update[]>()
  for (const update of updates) {
    const key = `${update.draft.type} ${Object.keys(update.draft.columns).sort().join()}`
    groups.set(key, [...(groups.get(key) ?? []), update])
  }
  const changed = new Set<string>()
  for (const group of groups.values()) {
    for (const id of await updateGroup(tx, organizationId, group, now)) changed.add(id)
  }
  // Where one transaction updates several copies of a meeting, the last one counts, as above.
  const last = new Map(updates.map((update) => [update.activityId, update]))
  const done = [...last.values()].filter((update) => changed.has(update.activityId))
  const kept = await keptAttendees(tx, organizationId, [...changed])
  const replaced = done.filter((update) => !kept.has(update.activityId))
  if (replaced.length === 0) return
  await tx.query(
    `delete from crm.activityparty
     where organizationid = $1 and activityid = any($2) and participationtypemask <> $3`,
    [organizationId, replaced.map((update) => update.activityId), PARTY.owner],
  )
  const parties = replaced.map(({ activityId, draft }) => ({
    activityId,
    draft: { ...draft, parties: draft.parties.filter((party) => party.mask !== PARTY.owner) },
  }))
  await insertParties(tx, organizationId, parties, now, newId)
}

/** Activities whose people were changed in the CRM, while the change isn't in the item yet. */
async function keptAttendees(
  tx: Queryable,
  organizationId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.query<{ activityid: string }>(
    `select activityid from sync.crm_change
     where organizationid = $1 and activityid = any($2) and columns && $3::text[]`,
    [organizationId, ids, ATTENDEE_COLUMNS],
  )
  return new Set(rows.map((row) => row.activityid))
}

async function updateGroup(
  tx: Queryable,
  organizationId: string,
  updates: readonly Update[],
  now: Instant,
): Promise<string[]> {
  const { type, columns } = updates[0]!.draft
  const shape = shapeOf(type)
  const names = Object.keys(columns).filter(isCarriedOver)
  const unique = [...new Map(updates.map((update) => [update.activityId, update])).values()]
  const rows = unique.map((update) => ({
    ...fittedRow(shape, update.draft.columns),
    activityid: update.activityId,
  }))
  const sets = names.map((name) => carriedOver(type, name))
  const record = names.map((name) => `${quoted(name)} ${shape.columns.get(name)!.sql}`)
  const done = await tx.query<{ activityid: string }>(
    `update crm.${type} a
     set ${sets.join(', ')}, modifiedon = $2, versionnumber = nextval('crm.versionnumber')
     from json_to_recordset($3::json) as r(activityid uuid, ${record.join(', ')})
     left join sync.crm_change c on c.organizationid = $1 and c.activityid = r.activityid
     where a.organizationid = $1 and a.activityid = r.activityid and a.statecode in (${CHANGING_STATES.join(', ')})
     returning a.activityid`,
    [organizationId, iso(now), rowsJson(rows)],
  )
  return done.map((row) => row.activityid)
}

export async function insertParties(
  tx: Queryable,
  organizationId: string,
  activities: readonly { activityId: ActivityId; draft: ActivityDraft }[],
  now: Instant,
  newId: () => string,
): Promise<void> {
  const rows = activities.flatMap(({ activityId, draft }) =>
    draft.parties.map((party: PartyDraft) => ({
      activitypartyid: newId(),
      activityid: activityId,
      partyid: party.partyId,
      partyidtype: party.partyType,
      addressused: fittedText('activityparty', 'addressused', party.addressUsed),
      participationtypemask: party.mask,
      ownerid: draft.columns.ownerid ?? null,
    })),
  )
  if (rows.length === 0) return
  await tx.query(
    `insert into crm.activityparty (organizationid, activitypartyid, activityid, partyid,
       partyidtype, partyidname, addressused, participationtypemask, ownerid, owneridtype,
       owninguser, createdon, modifiedon)
     select $1, r.activitypartyid, r.activityid, r.partyid, r.partyidtype,
       ${PARTY_NAME}, r.addressused,
       r.participationtypemask, r.ownerid, 'systemuser', r.ownerid, $2, $2
     from json_to_recordset($3::json) as r(activitypartyid uuid, activityid uuid, partyid uuid,
       partyidtype text, addressused text, participationtypemask integer, ownerid uuid)
     ${PARTY_ROWS}`,
    [organizationId, iso(now), rowsJson(rows)],
  )
}

/** The maximum size of all bodies in one statement, since a parameter is a string of limited length. */
const STATEMENT_BYTES = 16 * 1024 * 1024

export async function insertAttachments(
  tx: Queryable,
  organizationId: string,
  creates: readonly Create[],
  now: Instant,
  newId: () => string,
): Promise<void> {
  const fits = (name: string, text: string | null) =>
    fittedText('activitymimeattachment', name, text)
  const rows = creates.flatMap(({ activityId, draft }) =>
    draft.attachments.map((attachment, index) => ({
      activitymimeattachmentid: newId(),
      objectid: activityId,
      objecttypecode: draft.type,
      filename: fits('filename', attachment.name),
      mimetype: fits('mimetype', attachment.contentType),
      body: attachment.content,
      filesize: attachment.size,
      attachmentnumber: index + 1,
      attachmentcontentid: fits('attachmentcontentid', attachment.contentId),
      ownerid: draft.columns.ownerid ?? null,
    })),
  )
  for (const portion of portions(rows, (row) => row.body?.length ?? 0)) {
    await tx.query(
      `insert into crm.activitymimeattachment (organizationid, activitymimeattachmentid, objectid,
         objecttypecode, filename, mimetype, body, filesize, attachmentnumber,
         attachmentcontentid, ownerid, owneridtype, owninguser, createdon, modifiedon)
       select $1, activitymimeattachmentid, objectid, objecttypecode, filename, mimetype, body,
         filesize, attachmentnumber, attachmentcontentid, ownerid, 'systemuser', ownerid, $2, $2
       from json_to_recordset($3::json) as r(activitymimeattachmentid uuid, objectid uuid,
         objecttypecode text, filename text, mimetype text, body text, filesize integer,
         attachmentnumber integer, attachmentcontentid text, ownerid uuid)`,
      [organizationId, iso(now), rowsJson(portion)],
    )
  }
}

function portions<T>(rows: readonly T[], sizeOf: (row: T) => number): T[][] {
  const parts: T[][] = []
  let size = Infinity
  for (const row of rows) {
    size += sizeOf(row)
    if (size > STATEMENT_BYTES) {
      parts.push([])
      size = sizeOf(row)
    }
    parts.at(-1)!.push(row)
  }
  return parts
}

/** Deletes activities with what belongs to them; links of other mailboxes to them end. */
export async function deleteActivities(
  tx: Queryable,
  organizationId: string,
  deletes: readonly { type: ActivityType; activityId: ActivityId }[],
  now: Instant,
): Promise<void> {
  const ids = deletes.map((row) => row.activityId)
  for (const type of new Set(deletes.map((row) => row.type))) {
    await tx.query(`delete from crm.${type} where organizationid = $1 and activityid = any($2)`, [
      organizationId,
      deletes.filter((row) => row.type === type).map((row) => row.activityId),
    ])
  }
  await tx.query(
    'delete from crm.activityparty where organizationid = $1 and activityid = any($2)',
    [organizationId, ids],
  )
  await tx.query(
    'delete from crm.activitymimeattachment where organizationid = $1 and objectid = any($2)',
    [organizationId, ids],
  )
  await tx.query('delete from sync.crm_change where organizationid = $1 and activityid = any($2)', [
    organizationId,
    ids,
  ])
  await tx.query(
    `update sync.link
     set state = 'ended', pendingend = null, rule = 'TR15', decidedat = $3, modifiedon = $3,
       seen = 'its activity was deleted with the organizer''s copy',
       trail = ${trailWith("'TR15'", "'its activity was deleted with the organizer''s copy'")}
     where organizationid = $1 and activityid = any($2) and state = 'linked'`,
    [organizationId, ids, iso(now)],
  )
}
