import type { Instant } from '@trackmark/core'
import type { Queryable } from '../database/database.ts'
import { iso, isoOrNull, rowsJson } from '../database/values.ts'

/** In the numbers of Dataverse's `audit_operation`. */
const OPERATION = { create: 1, update: 2, delete: 3, access: 4 } as const
export type Operation = keyof typeof OPERATION

export interface AuditChange {
  readonly name: string
  /** Null = no value. The value of a secret is never recorded, only that it changed. */
  readonly before: string | null
  readonly after: string | null
}

/** Who changes something, and the id of the audit record. */
export interface AuditBy {
  readonly auditId: string
  /** Null when the user isn't known. */
  readonly userId: string | null
}

export interface AuditEntry extends AuditBy {
  readonly operation: Operation
  /** Logical name of a table, or a name of our own such as `apitoken`. */
  readonly table: string
  readonly objectId: string | null
  /** Name of the object at this time. */
  readonly objectName: string
  readonly changes: readonly AuditChange[]
}

/** Records changes, within the transaction that makes them. An update that changes nothing isn't recorded. */
export async function recordAudit(
  tx: Queryable,
  organizationId: string,
  entries: readonly AuditEntry[],
  now: Instant,
): Promise<void> {
  const rows = entries
    .filter((entry) => entry.operation !== 'update' || entry.changes.length > 0)
    .map((entry) => ({
      auditid: entry.auditId,
      userid: entry.userId,
      operation: OPERATION[entry.operation],
      objecttypecode: entry.table,
      objectid: entry.objectId,
      objectname: entry.objectName,
      changedata: changeData(entry.changes),
    }))
  if (rows.length === 0) return
  await tx.query(
    `insert into sync.audit (organizationid, auditid, createdon, userid, operation, objecttypecode,
       objectid, objectname, changedata)
     select $1, auditid, $2, userid, operation, objecttypecode, objectid, objectname, changedata
     from json_to_recordset($3::json) as r(auditid uuid, userid uuid, operation integer,
       objecttypecode text, objectid uuid, objectname text, changedata text)`,
    [organizationId, iso(now), rowsJson(rows)],
  )
}

const changeData = (changes: readonly AuditChange[]): string =>
  JSON.stringify({
    changedAttributes: changes.map(({ name, before, after }) => ({
      logicalName: name,
      oldValue: before,
      newValue: after,
    })),
  })

export interface AuditRow {
  readonly auditId: string
  readonly createdOn: Instant
  readonly userId: string | null
  readonly userName: string | null
  readonly operation: Operation
  readonly table: string
  readonly objectId: string | null
  readonly objectName: string
  readonly changes: readonly AuditChange[]
}

interface AuditRequest {
  readonly table?: string
  readonly userId?: string
  readonly objectId?: string
  /** Part of a name or of a changed value, in any case. */
  readonly search?: string
  readonly from?: Instant
  readonly to?: Instant
  /** The last row of the previous page. */
  readonly after?: Pick<AuditRow, 'createdOn' | 'auditId'>
  readonly limit: number
}

/** Changes, the newest first. */
export async function listAudit(
  database: Queryable,
  organizationId: string,
  request: AuditRequest,
): Promise<AuditRow[]> {
  const rows = await database.query<
    Omit<AuditRow, 'operation' | 'changes'> & { operation: number; changedata: string }
  >(
    `select a.auditid as "auditId", a.createdon as "createdOn", a.userid as "userId",
       u.fullname as "userName", a.operation, a.objecttypecode as "table",
       a.objectid as "objectId", a.objectname as "objectName", a.changedata
     from sync.audit a
     left join crm.systemuser u on u.organizationid = a.organizationid and u.systemuserid = a.userid
     where a.organizationid = $1
       and ($2::text is null or a.objecttypecode = $2)
       and ($3::uuid is null or a.userid = $3)
       and ($4::uuid is null or a.objectid = $4)
       and ($5::text is null or strpos(lower(a.objectname || ' ' || a.changedata), lower($5)) > 0
         or strpos(lower(u.fullname), lower($5)) > 0)
       and ($6::timestamptz is null or a.createdon >= $6)
       and ($7::timestamptz is null or a.createdon < $7)
       and ($8::timestamptz is null or (a.createdon, a.auditid) < ($8, $9::uuid))
     order by a.createdon desc, a.auditid desc
     limit $10`,
    [
      organizationId,
      request.table ?? null,
      request.userId ?? null,
      request.objectId ?? null,
      request.search ?? null,
      isoOrNull(request.from ?? null),
      isoOrNull(request.to ?? null),
      isoOrNull(request.after?.createdOn ?? null),
      request.after?.auditId ?? null,
      request.limit,
    ],
  )
  return rows.map(({ operation, changedata, ...row }) => ({
    ...row,
    operation: operationOf(operation),
    changes: changesOf(changedata),
  }))
}

const operationOf = (code: number): Operation =>
  (Object.keys(OPERATION) as Operation[]).find((name) => OPERATION[name] === code) ?? 'update'

function changesOf(changeData: string): readonly AuditChange[] {
  const { changedAttributes } = JSON.parse(changeData) as {
    changedAttributes: readonly {
      readonly logicalName: string
      readonly oldValue: string | null
      readonly newValue: string | null
    }[]
  }
  return changedAttributes.map(({ logicalName, oldValue, newValue }) => ({
    name: logicalName,
    before: oldValue,
    after: newValue,
  }))
}

/** When each column or setting of a table was last changed, and by whom. */
export async function lastChanges(
  database: Queryable,
  organizationId: string,
  table: string,
): Promise<ReadonlyMap<string, { readonly on: Instant; readonly by: string | null }>> {
  const rows = await database.query<{ name: string; on: Instant; by: string | null }>(
    `select distinct on (c.name) c.name, a.createdon as "on", u.fullname as by
     from sync.audit a
     cross join lateral (
       select x ->> 'logicalName' as name
       from json_array_elements(a.changedata::json -> 'changedAttributes') x
     ) c
     left join crm.systemuser u on u.organizationid = a.organizationid and u.systemuserid = a.userid
     where a.organizationid = $1 and a.objecttypecode = $2
     order by c.name, a.createdon desc, a.auditid desc`,
    [organizationId, table],
  )
  return new Map(rows.map(({ name, on, by }) => [name, { on, by }]))
}
