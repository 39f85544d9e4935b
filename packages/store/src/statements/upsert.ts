import type { Queryable } from '../database/database.ts'
import { rowsJson } from '../database/values.ts'

/** A record of one mailbox, in a statement for several mailboxes. */
export interface Owned<T> {
  readonly mailboxId: string
  readonly value: T
}

export interface UpsertTable<T> {
  /** With its schema. */
  readonly table: string
  /** The column that identifies a row within its mailbox; with the mailbox it is unique. */
  readonly key: string
  /** Columns by name, each with its SQL type and its value in a record. All but the key are updated. */
  readonly columns: Readonly<Record<string, readonly [type: string, value: (record: T) => unknown]>>
  /** Columns that are written in new rows only. */
  readonly kept?: UpsertTable<T>['columns']
  /** Columns with other values than those of the record, as SQL. `$3` and up are the call's `more`. */
  readonly inserted?: Readonly<Record<string, string>>
  /** More assignments of the update, as SQL. */
  readonly updated?: readonly string[]
  /** The condition under which an existing row is updated, as SQL. */
  readonly where?: string
  /** Joins for the values of `inserted`. The record is `r`. */
  readonly join?: string
}

/** @param more parameters of the statement from `$3` on */
type Upsert<T> = (
  tx: Queryable,
  organizationId: string,
  records: readonly Owned<T>[],
  more?: readonly unknown[],
) => Promise<void>

/**
 * Joins the mailbox `m` of each record `r` by its key. A plain join may be planned as a scan of every
 * mailbox, since the planner assumes a hundred rows for any JSON and none for new tables.
 */
export const ITS_MAILBOX = `cross join lateral (
  select mailboxid, ownerid, owneridtype from crm.mailbox
  where organizationid = $1 and mailboxid = r.mailboxid offset 0) m`

/**
 * Inserts or updates rows of mailboxes in one statement. Of several records with one key the last is stored.
 */
export function upsertInto<T>(to: UpsertTable<T>): Upsert<T> {
  const columns = { ...to.columns, ...to.kept }
  const entries = Object.entries(columns)
  const names = entries.map(([name]) => name)
  const types = entries.map(([name, [type]]) => `${name} ${type}`)
  const inserted = Object.entries(to.inserted ?? {})
  const set = [
    ...Object.keys(to.columns)
      .filter((name) => name !== to.key)
      .map((name) => `${name} = excluded.${name}`),
    ...(to.updated ?? []),
  ]
  const into = ['organizationid', 'mailboxid', ...names, ...inserted.map(([name]) => name)]
  const from = [
    '$1',
    'r.mailboxid',
    ...names.map((name) => `r.${name}`),
    ...inserted.map(([, value]) => value),
  ]
  const sql = `
    insert into ${to.table} (${into.join(', ')})
    select ${from.join(', ')}
    from json_to_recordset($2::json) as r(mailboxid uuid, ${types.join(', ')})
    ${to.join ?? ''}
    on conflict (organizationid, mailboxid, ${to.key}) do update set ${set.join(', ')}
    ${to.where === undefined ? '' : `where ${to.where}`}`
  const [, keyOf] = to.columns[to.key]!
  return async (tx, organizationId, records, more = []) => {
    const last = new Map(records.map((one) => [`${one.mailboxId} ${keyOf(one.value)}`, one]))
    const rows = [...last.values()].map(({ mailboxId, value }) => {
      const row: Record<string, unknown> = { mailboxid: mailboxId }
      for (const [name, [, given]] of entries) row[name] = given(value)
      return row
    })
    await tx.query(sql, [organizationId, rowsJson(rows), ...more])
  }
}

/** Deletes rows of mailboxes by their keys. */
export function removeFrom({
  table,
  key,
}: Pick<UpsertTable<never>, 'table' | 'key'>): Upsert<string> {
  const sql = `
    delete from ${table} t
    using json_to_recordset($2::json) as r(mailboxid uuid, ${key} text)
    where t.organizationid = $1 and t.mailboxid = r.mailboxid and t.${key} = r.${key} collate "C"`
  return async (tx, organizationId, keys) => {
    const rows = keys.map(({ mailboxId, value }) => ({ mailboxid: mailboxId, [key]: value }))
    await tx.query(sql, [organizationId, rowsJson(rows)])
  }
}
