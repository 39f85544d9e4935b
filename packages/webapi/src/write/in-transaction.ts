import { type Caller, reachOf } from '@trackmark/http'
import { type Queryable, sqlState, type Writer, writeFailure } from '@trackmark/store'
import type { WebApiContext, WebApiDeps } from '../request/context.ts'

/** Largest body of a write, in bytes: an attachment of the usual limit fits in, in base64. */
export const WRITE_BYTES_MAX = 16 * 1024 * 1024

/** A transaction and the caller that it is carried out for. */
export interface Writing {
  readonly writer: Writer
  readonly caller: Caller
}

/** Runs work in one transaction; within a change set, in the transaction of the whole change set. */
export function inTransaction<T>(
  { deps }: WebApiContext,
  work: (writing: Writing) => Promise<T>,
): Promise<T> {
  return deps.database
    .transaction((tx) => work({ writer: writerOf(deps, tx), caller: deps.caller }))
    .catch((error: unknown) => {
      // Errors of the database quote values; the client is told only which column is wrong.
      throw sqlState(error) === null ? error : writeFailure(error)
    })
}

/** A writer for the caller of a request. */
export const writerOf = (
  { organizationId, caller, clock, newId }: WebApiDeps,
  tx: Queryable,
): Writer => ({
  tx,
  organizationId,
  userId: caller.userId,
  reach: reachOf(caller),
  now: clock(),
  newId,
})

/** Reads within the transaction, so that its own writes are seen. */
export function readingIn(
  { reading }: WebApiContext,
  { writer }: Writing,
): WebApiContext['reading'] {
  return { ...reading, run: (text, parameters) => writer.tx.query(text, parameters) }
}
