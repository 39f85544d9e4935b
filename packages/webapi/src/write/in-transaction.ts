import { type Caller, reachOf } from '@trackmark/http'
import { sqlState, type Writer, writeFailure } from '@trackmark/store'
import type { WebApiContext } from '../request/context.ts'

/** Largest body of a write, in bytes: an attachment of the usual limit fits in, in base64. */
export const WRITE_BYTES_MAX = 16 * 1024 * 1024

/** One transaction, and who asks for it. */
export interface Writing {
  readonly writer: Writer
  readonly caller: Caller
}

/** Runs work in one transaction; in a change set, in the transaction of all of it. */
export function inTransaction<T>(
  { deps }: WebApiContext,
  work: (writing: Writing) => Promise<T>,
): Promise<T> {
  const { organizationId, caller, newId } = deps
  return deps.database
    .transaction((tx) => {
      const { userId } = caller
      const writer = {
        tx,
        organizationId,
        userId,
        reach: reachOf(caller),
        now: deps.clock(),
        newId,
      }
      return work({ writer, caller })
    })
    .catch((error: unknown) => {
      // What the database says of a value quotes it; a client is told no more than which column.
      throw sqlState(error) === null ? error : writeFailure(error)
    })
}

/** Reads see what the transaction has written. */
export function readingIn(
  { reading }: WebApiContext,
  { writer }: Writing,
): WebApiContext['reading'] {
  return { ...reading, run: (text, parameters) => writer.tx.query(text, parameters) }
}
