import type { Queryable } from '../database/database.ts'

/**
 * Runs a part of a transaction that may fail by itself: what it wrote is undone, and the transaction goes on.
 * @param instead gives the result after a failure; it throws where the transaction must end
 */
export async function inSavepoint<T>(
  tx: Queryable,
  work: () => Promise<T>,
  instead: (error: unknown) => T,
): Promise<T> {
  await tx.query('savepoint before_work')
  try {
    const result = await work()
    await tx.query('release savepoint before_work')
    return result
  } catch (error) {
    const result = instead(error)
    await tx.query('rollback to savepoint before_work')
    return result
  }
}
