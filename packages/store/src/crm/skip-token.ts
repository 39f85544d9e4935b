import type { SortKey } from './order.ts'

/** The position at which a list continues: after the row with these keys. Opaque to clients. */
export interface Position {
  readonly keys: readonly (string | null)[]
  /** The number of rows given so far, which count for `$top`. */
  readonly given: number
}

/** The token holds the order of the list, since its keys mean nothing in another order. */
const orderText = (keys: readonly SortKey[]): string =>
  keys.map((key) => `${key.name} ${key.direction}`).join(',')

export function writeSkipToken(keys: readonly SortKey[], position: Position): string {
  const content = [1, orderText(keys), position.keys, position.given]
  return Buffer.from(JSON.stringify(content), 'utf8').toString('base64url')
}

/** Null when the text isn't a token, or is the token of a list in another order. */
export function readSkipToken(keys: readonly SortKey[], token: string): Position | null {
  let content: unknown
  try {
    content = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'))
  } catch {
    return null
  }
  if (!Array.isArray(content)) return null
  const [version, order, values, given] = content as unknown[]
  if (version !== 1 || order !== orderText(keys)) return null
  if (!Array.isArray(values) || values.length !== keys.length) return null
  if (!values.every(isKey) || !isCount(given)) return null
  return { keys: values, given }
}

const isKey = (value: unknown): value is string | null =>
  value === null || (typeof value === 'string' && !value.includes('\u0000'))

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
