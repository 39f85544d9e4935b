import type { Database, Queryable } from '../database/database.ts'

/** Any number that nothing else in this database uses for an advisory lock. */
const TIDYING_LOCK = 7_246_003
const BATCH = 500

interface BatchOptions {
  readonly where: string
  readonly parameters: readonly (string | number)[]
  /** What is done to the rows with these ctids; by default they are deleted. */
  readonly each?: (tx: Queryable, ctids: readonly string[]) => Promise<void>
}

/**
 * Deletes or changes many rows, a few in each transaction, so that nobody waits long for them. `each` must
 * change rows so that `where` doesn't find them again. While another process does such work, nothing is done.
 * @returns how many rows
 */
export async function inBatches(
  database: Database,
  table: string,
  { where, parameters, each }: BatchOptions,
): Promise<number> {
  let count = 0
  for (;;) {
    const found = await database.transaction(async (tx) => {
      const [lock] = await tx.query<{ isTaken: boolean }>(
        'select pg_try_advisory_xact_lock($1) as "isTaken"',
        [TIDYING_LOCK],
      )
      if (!lock!.isTaken) return 0
      const rows = await tx.query<{ ctid: string }>(
        `select ctid::text as ctid from ${table} where ${where} limit ${BATCH} for update skip locked`,
        parameters,
      )
      const ctids = rows.map((row) => row.ctid)
      if (ctids.length === 0) return 0
      if (each === undefined) {
        // The first parameter is the organization.
        await tx.query(`delete from ${table} where organizationid = $1 and ctid = any($2::tid[])`, [
          parameters[0],
          ctids,
        ])
      } else await each(tx, ctids)
      return ctids.length
    })
    count += found
    if (found < BATCH) return count
  }
}
