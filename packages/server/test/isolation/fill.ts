import { type Column, TABLES, type Table, tableByLogicalName } from '@trackmark/dataverse'
import { stableId } from '@trackmark/http'
import type { Database } from '@trackmark/store'

/** An organization with a row in every table of the database, also in the schema `sync`. */
export interface Filled {
  readonly organizationId: string
  /** A text that all its rows contain. */
  readonly mark: string
}

/**
 * `own`: ids nobody else has. `shared`: rows of both organizations with the same ids. `crossed`:
 * rows whose every lookup points to the other organization's `own` rows.
 */
export type Flavor = 'own' | 'shared' | 'crossed'

const AT = '2026-01-05T09:00:00.000Z'
const LATER = '2026-01-05T10:00:00.000Z'
const LATEST = '2026-01-05T11:00:00.000Z'

/** Values for columns whose readers would refuse an invented value. */
const FIXED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'crm.emailserverprofile': { connector: 'exchangeonline', connection: '{}' },
  'crm.tracelog': { answer: null, tracestatus: false },
  'sync.account': { isdisabled: false },
  'sync.link': { trail: '[]' },
}

interface ColumnInfo {
  readonly name: string
  readonly type: string
  readonly hasDefault: boolean
}

interface TableInfo {
  readonly schema: string
  readonly name: string
  readonly columns: readonly ColumnInfo[]
  /** The first permitted value of each text column with a check. */
  readonly allowed: Readonly<Record<string, string>>
}

/** Read from the database's catalogue, so that a table of a later migration is covered from the start. */
export async function tablesOf(database: Database): Promise<readonly TableInfo[]> {
  const columns = await database.query<ColumnInfo & { schema: string; table: string }>(
    `select n.nspname as schema, c.relname as table, a.attname as name,
       format_type(a.atttypid, null) as type, d.adbin is not null as "hasDefault"
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('crm', 'sync')
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relkind = 'r' order by 1, 2, a.attnum`,
  )
  const checks = await database.query<{ name: string; text: string }>(
    `select conrelid::regclass::text as name, pg_get_constraintdef(oid) as text
     from pg_constraint where contype = 'c'`,
  )
  return [...Map.groupBy(columns, (one) => `${one.schema}.${one.table}`)].flatMap(([name, own]) => {
    if (!own.some((column) => column.name === 'organizationid')) return []
    const found = checks
      .filter((check) => check.name === name)
      .flatMap((check) => [...check.text.matchAll(/\((\w+) = ANY \(ARRAY\['([^']*)'/g)])
    const allowed = Object.fromEntries(found.map(([, column, value]) => [column!, value!]))
    return [{ schema: own[0]!.schema, name: own[0]!.table, columns: own, allowed }]
  })
}

export const idOf = (of: Filled, flavor: Flavor, table: string): string =>
  flavor === 'shared' ? stableId('shared', table) : stableId(of.organizationId, flavor, table)

/** Inserts a row of one flavor into every table. @param other the organization that `crossed` rows reference */
export async function fill(
  database: Database,
  of: Filled,
  flavor: Flavor,
  other: Filled,
): Promise<void> {
  for (const info of await tablesOf(database)) {
    // Triggers write the counters.
    if (info.name === 'organization' || info.name === 'link_count') continue
    // One row for each organization.
    if (info.name === 'retention' && flavor !== 'own') continue
    const row = rowOf(info, of, flavor, other)
    const names = Object.keys(row)
    await database.query(
      `insert into ${info.schema}.${info.name} (${names.map((name) => `"${name}"`).join(', ')})
       values (${names.map((name, index) => `$${index + 1}::${typeOf(info, name)}`).join(', ')})`,
      Object.values(row),
    )
  }
}

const typeOf = (info: TableInfo, name: string): string =>
  info.columns.find((column) => column.name === name)!.type

function rowOf(info: TableInfo, of: Filled, flavor: Flavor, other: Filled) {
  const table = info.schema === 'crm' ? tableByLogicalName(info.name) : undefined
  const pointTo = (target: string) =>
    flavor === 'crossed' ? idOf(other, 'own', target) : idOf(of, flavor, target)
  const row: Record<string, unknown> = {}
  for (const column of info.columns) {
    const value = cellOf(info, column, table, of, flavor, pointTo)
    if (value !== undefined) row[column.name] = value
  }
  return { ...row, ...FIXED[`${info.schema}.${info.name}`] }
}

function cellOf(
  info: TableInfo,
  { name, type, hasDefault }: ColumnInfo,
  table: Table | undefined,
  of: Filled,
  flavor: Flavor,
  pointTo: (target: string) => string,
): unknown {
  if (name === 'organizationid') return of.organizationId
  // Keeps one row per organization and hour.
  if (name === 'hour') return { own: AT, shared: LATER, crossed: LATEST }[flavor]
  if (name === table?.primaryId) return idOf(of, flavor, info.name)
  const known = table?.columns.find((one) => one.physical === name)
  if (known !== undefined && known.targets.length > 0) return pointTo(targetOf(known))
  const typed = table?.columns.find((one) => one.physicalType === name)
  if (typed !== undefined) return targetOf(typed)
  if (known?.optionSet) return known.optionSet.options[0]!.value
  if (known === undefined && type === 'uuid') {
    const guess = guessed(name)
    // If a view has the name of the column, the id is that of the row itself.
    if (guess === info.name) return idOf(of, flavor, guess)
    return guess === null ? idOf(of, flavor, name) : pointTo(guess)
  }
  if (info.allowed[name] !== undefined) return info.allowed[name]
  const text = `${of.mark} ${flavor} ${name}`
  switch (type) {
    case 'text':
      // Files are stored in base64.
      return name === 'content' ? Buffer.from(text).toString('base64') : text
    case 'text[]':
      return [text]
    case 'uuid':
      return stableId(of.mark, flavor, info.name, name)
    case 'boolean':
      return true
    case 'integer':
    case 'numeric':
    case 'double precision':
      return 1
    case 'bigint':
      return hasDefault ? undefined : 1
    case 'bigint[]':
      return [1]
    case 'timestamp with time zone':
      return AT
    case 'xid8':
      return '1'
    case 'jsonb':
      return JSON.stringify({ note: text })
    default:
      // The database fills these columns, such as transaction ids.
      if (hasDefault) return undefined
      throw new Error(`No value is known for ${info.name}.${name}, a ${type}.`)
  }
}

/** A table that the lookup may reference. */
function targetOf(column: Column): string {
  const found = column.targets.find((name) => tableByLogicalName(name)?.source === 'table')
  return found ?? (column.targets.includes('activitypointer') ? 'email' : column.targets[0]!)
}

/** Guesses the table of columns in `sync`: `mailboxid` is a mailbox's, `activityid` an email's. */
function guessed(name: string): string | null {
  if (name === 'activityid') return 'email'
  return TABLES.find((one) => one.primaryId === name)?.logicalName ?? null
}

/** All rows of an organization. */
export async function snapshot(
  database: Database,
  organizationId: string,
): Promise<readonly string[]> {
  const all: string[] = []
  for (const { schema, name } of await tablesOf(database)) {
    const rows = await database.query<{ row: string }>(
      `select row_to_json(t)::text as row from ${schema}.${name} t
       where organizationid = $1 order by 1`,
      [organizationId],
    )
    all.push(...rows.map(({ row }) => `${schema}.${name} ${row}`))
  }
  return all
}
