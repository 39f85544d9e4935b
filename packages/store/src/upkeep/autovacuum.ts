import type { Database } from '../database/database.ts'

/**
 * Vacuums and analyzes PGlite's tables by autovacuum's default thresholds. PGlite has no autovacuum, and the
 * schedule, in which every cycle changes a row, would grow for ever. It does one table at a time, so that
 * other statements run in between. On PostgreSQL it does nothing.
 * https://www.postgresql.org/docs/current/routine-vacuuming.html#AUTOVACUUM
 * @returns the tables that were treated
 */
export async function vacuumEmbedded(database: Database): Promise<readonly string[]> {
  if (database.kind !== 'pglite') return []
  const tables = await database.query<{ name: string; swept: boolean }>(
    `select format('%I.%I', s.schemaname, s.relname) as name,
       s.n_dead_tup > 50 + 0.2 * n.rows or s.n_ins_since_vacuum > 1000 + 0.2 * n.rows as swept
     from pg_stat_user_tables s
     join pg_class c on c.oid = s.relid
     cross join lateral (select greatest(c.reltuples, 0) as rows) n
     where s.n_dead_tup > 50 + 0.2 * n.rows or s.n_ins_since_vacuum > 1000 + 0.2 * n.rows
       or s.n_mod_since_analyze > 50 + 0.1 * n.rows
     order by name`,
  )
  for (const { name, swept } of tables) {
    await database.script(`${swept ? 'vacuum (analyze)' : 'analyze'} ${name}`)
  }
  return tables.map(({ name }) => name)
}
