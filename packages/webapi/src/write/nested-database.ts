import type { Database, Queryable } from '@trackmark/store'

/**
 * A transaction under way, for what expects a database: transactions in it are parts of it. A
 * failure in any part is to end the whole.
 */
export function nestedDatabase(database: Database, tx: Queryable): Database {
  return {
    kind: database.kind,
    query: (sql, parameters) => tx.query(sql, parameters),
    transaction: (work) => work(tx),
    script: () => Promise.reject(new Error('Statements without parameters have no place here.')),
    close: () => Promise.reject(new Error('The database belongs to others.')),
  }
}
