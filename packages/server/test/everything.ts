import type { Database } from '@trackmark/store'

/** All tables with all rows, except what belongs to the database itself. */
export async function everything(database: Database): Promise<Record<string, unknown>> {
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('crm', 'sync') order by 1`,
  )
  const own = ['sync.migration', 'sync.secret', 'sync.tombstone', 'sync.change_horizon']
  const more = ['sync.signin_code', 'sync.signin_attempt']
  const found: Record<string, unknown> = {}
  for (const { name } of tables.filter((table) => ![...own, ...more].includes(table.name))) {
    const rows = await database.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${name} t order by to_jsonb(t)::text`,
    )
    const leases = { changexid: null, leasetoken: null, leaseuntil: null }
    found[name] = rows.map(({ row }) => JSON.stringify({ ...row, ...leases })).sort()
  }
  return found
}
