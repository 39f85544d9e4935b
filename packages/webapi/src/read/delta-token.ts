import type { ChangeCursor } from '@trackmark/store'
import { z } from 'zod'

const xid = z.string().regex(/^\d{1,20}$/)
const epoch = z.string().regex(/^\d{1,20}\.[0-9A-F]{8}$/)
const content = z.union([
  z.tuple([z.literal('d'), z.string(), epoch, xid]),
  z.tuple([
    z.literal('p'),
    z.string(),
    epoch,
    xid.nullable(),
    xid,
    xid,
    z.enum(['rows', 'tombstones']),
    xid.nullable(),
    z.guid().nullable(),
  ]),
])

/** Writes a cursor as an opaque token, which is valid for its table only. */
export function writeCursor(table: string, cursor: ChangeCursor): string {
  const parts =
    cursor.kind === 'delta'
      ? ['d', table, cursor.epoch, cursor.from]
      : [
          'p',
          table,
          cursor.epoch,
          cursor.from,
          cursor.next,
          cursor.until,
          cursor.part,
          cursor.after?.changeXid ?? null,
          cursor.after?.id ?? null,
        ]
  return Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url')
}

/** Null for an invalid token, or one of another table. */
export function readCursor(table: string, text: string): ChangeCursor | null {
  const parsed = content.safeParse(parsedJson(Buffer.from(text, 'base64url').toString('utf8')))
  if (!parsed.success || parsed.data[1] !== table) return null
  if (parsed.data[0] === 'd') return { kind: 'delta', epoch: parsed.data[2], from: parsed.data[3] }
  const [, , ofServer, from, next, until, part, changeXid, id] = parsed.data
  const after = changeXid === null || id === null ? null : { changeXid, id }
  return { kind: 'page', epoch: ofServer, from, next, until, part, after }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
