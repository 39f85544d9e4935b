import type { Database, Queryable } from '@trackmark/store'

/**
 * Presents an open transaction as a database, for functions that expect one: their transactions become parts of it.
 * An error in any part has to end the whole transaction.
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
