import { badRequest } from '@trackmark/http'

/**
 * Where a next page goes on, as an opaque text: the order's values of the row seen last.
 * @param limit how many were asked for: fewer are the last page
 */
export function nextOf<T>(
  rows: readonly T[],
  limit: number,
  place: (row: T) => readonly (string | number | null)[],
): string | null {
  const last = rows.length < limit ? undefined : rows.at(-1)
  if (last === undefined) return null
  return Buffer.from(JSON.stringify(place(last))).toString('base64url')
}

/** @throws ApiError 400 for what `nextOf` hasn't made */
export function readPlace<T extends readonly unknown[]>(
  text: string,
  check: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
): T {
  try {
    const parsed = check.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    if (parsed.success) return parsed.data
  } catch {
    // Not JSON: told like anything else that isn't ours.
  }
  throw badRequest('"after" must be the "next" of an earlier answer.')
}
