import type { Instant } from '@trackmark/core'
import type { Queryable } from './database.ts'

/** The time of the database's own clock, which the clocks of all processes follow (CY23). */
export async function databaseTime(database: Queryable): Promise<Instant> {
  const [row] = await database.query<{ at: Instant }>('select clock_timestamp() as at')
  return row!.at
}

/** Resolves when the database has answered. */
export const ping = async (database: Queryable): Promise<void> =>
  void (await database.query('select 1 as one'))
