import type { Queryable } from '../database/database.ts'

/**
 * The schema as text, the same from every version of PostgreSQL: tables with columns, checks, indexes and
 * triggers; views with their columns only, since servers word the same definition differently; functions with
 * the MD5 of their source.
 */
export async function describeSchema(database: Queryable): Promise<string> {
  const columns = await database.query<Described>(COLUMNS)
  const constraints = await database.query<Described>(CONSTRAINTS)
  const indexes = await database.query<Described>(INDEXES)
  const triggers = await database.query<Described>(TRIGGERS)
  const functions = await database.query<Described>(FUNCTIONS)
  const lines: string[] = []
  for (const [name, own] of Map.groupBy(columns, (row) => row.name)) {
    lines.push('', `${own[0]!.kind} ${name}`)
    const parts = [own, of(constraints, name), of(indexes, name), of(triggers, name)]
    for (const part of parts) {
      lines.push(...part.map((row) => `  ${row.line}`))
    }
  }
  lines.push('', ...functions.map(({ line }) => line))
  return `${lines.join('\n').trim()}\n`
}

interface Described {
  readonly name: string
  readonly kind: string
  readonly line: string
}

const of = (rows: readonly Described[], name: string): Described[] =>
  rows.filter((row) => row.name === name)

const COLUMNS = `
  select n.nspname || '.' || c.relname as name,
    case c.relkind when 'v' then 'view' else 'table' end as kind,
    a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when o.collname <> 'default' then ' collate "' || o.collname || '"' else '' end
      || case when a.attnotnull then ' not null' else '' end
      || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  left join pg_collation o on o.oid = a.attcollation
  where n.nspname in ('crm', 'sync') and c.relkind in ('r', 'v')
  order by n.nspname collate "C", c.relname collate "C", a.attnum`

/** Newer servers list NOT NULL here as well, which the columns say already. */
const CONSTRAINTS = `
  select k.conrelid::regclass::text as name, '' as kind, pg_get_constraintdef(k.oid) as line
  from pg_constraint k
  join pg_namespace n on n.oid = k.connamespace
  where n.nspname in ('crm', 'sync') and k.contype not in ('n', 'p', 'u')
  order by k.conname collate "C"`

const INDEXES = `
  select i.schemaname || '.' || i.tablename as name, '' as kind, i.indexdef as line
  from pg_indexes i
  where i.schemaname in ('crm', 'sync')
  order by i.indexname collate "C"`

const TRIGGERS = `
  select t.tgrelid::regclass::text as name, '' as kind, pg_get_triggerdef(t.oid) as line
  from pg_trigger t
  join pg_class c on c.oid = t.tgrelid
  join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('crm', 'sync') and not t.tgisinternal
  order by t.tgname collate "C"`

const FUNCTIONS = `
  select p.proname as name, '' as kind,
    'function ' || n.nspname || '.' || p.proname || '(' || pg_get_function_arguments(p.oid) || ') '
      || md5(p.prosrc) as line
  from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
  where n.nspname in ('crm', 'sync')
  order by n.nspname collate "C", p.proname collate "C"`
