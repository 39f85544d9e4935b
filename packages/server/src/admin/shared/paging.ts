import { badRequest } from '@trackmark/http'
import { requireId } from './find.ts'

/**
 * The opaque text by which the next page continues: the sort values of the last row. Null after the last page.
 * @param limit how many rows were asked for; fewer are the last page
 */
export function nextAfter<T>(
  rows: readonly T[],
  limit: number,
  sortValues: (row: T) => readonly (string | number | boolean | null)[],
): string | null {
  const last = rows.length < limit ? undefined : rows.at(-1)
  if (last === undefined) return null
  return Buffer.from(JSON.stringify(sortValues(last))).toString('base64url')
}

/** @throws ApiError 400 for a text that `nextAfter` didn't make */
export function parseAfter<T extends readonly unknown[]>(
  text: string,
  check: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
): T {
  try {
    const parsed = check.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    if (parsed.success) return parsed.data
  } catch {
    // Text that isn't JSON gets the same error.
  }
  throw foreignAfter()
}

/** Reads `{instant}.{id}`, the text by which lists of audit records and alerts continue. @throws ApiError 400 */
export function parseInstantAndId(text: string): readonly [instant: number, id: string] {
  const [, instant, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(text) ?? []
  if (instant === undefined || id === undefined) throw foreignAfter()
  return [Number(instant), requireId(id)]
}

const foreignAfter = () => badRequest('"after" must be the "next" of an earlier answer.')
