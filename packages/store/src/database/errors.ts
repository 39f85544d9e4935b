import { DatabaseAwayError, RefusedDataError, SyncError } from '@trackmark/core'

const TRIES_MAX = 5

/** Repeats what failed by a serialization conflict or a deadlock. */
export async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (tries >= TRIES_MAX || !isContention(error)) throw error
    }
  }
}

export function sqlState(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null
}

/**
 * Classes 08 and 53: no connection, or the database is out of disk, memory or connections; 57P: it
 * shuts down or starts; 55P03: somebody held a row for too long; 25006: it takes no changes.
 */
const AWAY = /^(08|53|57P|55P03|25006)/
const AWAY_NETWORK = /^(ECONN|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|EAI_AGAIN)/

/** Whether a statement failed because the database can't be reached or is out of room. It may work later. */
export function isAway(error: unknown): boolean {
  const state = sqlState(error)
  if (state !== null && AWAY.test(state)) return true
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  if (typeof code === 'string' && AWAY_NETWORK.test(code)) return true
  return /^(Connection terminated|timeout expired)/.test(String(message))
}

/** 40001 serialization failure, 40P01 deadlock. */
function isContention(error: unknown): boolean {
  const state = sqlState(error)
  return state === '40001' || state === '40P01'
}

/** Class 22: data exception; 23: constraint violation; 54: too long for an index. */
function isRefusedData(state: string): boolean {
  return /^(22|23|54)/.test(state)
}

interface Refusal {
  readonly table?: unknown
  readonly column?: unknown
  readonly constraint?: unknown
}

/**
 * Turns the failure of a write into an error for the engine. PostgreSQL's message quotes the refused value,
 * which may be content of mail, so only names and the SQLSTATE are kept.
 */
export function writeFailure(error: unknown): SyncError {
  if (error instanceof SyncError) return error
  const state = sqlState(error)
  if (state === null || !isRefusedData(state)) return unavailable(error)
  const { table, column, constraint } = error as Refusal
  const names = [table, column, constraint].filter((name) => typeof name === 'string')
  const where = names.length === 0 ? '' : ` (${names.join(', ')})`
  return new RefusedDataError(`The database refused a value of this item${where}.`, {
    serverCode: `DataRefused${state}`,
  })
}

/** Turns a failure of the database into an error for the engine. */
export function unavailable(error: unknown): SyncError {
  const options = { cause: error, serverCode: sqlState(error) ?? 'DatabaseUnavailable' }
  return isAway(error)
    ? new DatabaseAwayError(options)
    : new SyncError('mailbox', 'retry', 'The database refused a statement.', options)
}
