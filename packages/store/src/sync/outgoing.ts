import type { Instant, Lease, OutgoingWrite } from '@trackmark/core'
import type { Database, Row } from '../database/database.ts'
import { iso, isoOrNull } from '../database/values.ts'
import { removeFrom, upsertInto } from '../statements/upsert.ts'

export const queueWrites = upsertInto<OutgoingWrite>({
  table: 'sync.outgoing_write',
  key: 'id',
  columns: {
    id: ['text', ({ id }) => id],
    kind: ['text', ({ kind }) => kind],
    itemkind: ['text', ({ item }) => item.kind],
    itemkey: ['text', ({ item }) => item.key],
    folder: ['text', ({ item }) => item.folder],
    tries: ['integer', ({ tries }) => tries],
    nexttryat: ['timestamptz', ({ nextTryAt }) => iso(nextTryAt)],
    failurecode: ['text', ({ failure }) => failure?.code ?? null],
    failurereason: ['text', ({ failure }) => failure?.reason ?? null],
    failedon: ['timestamptz', ({ failure }) => isoOrNull(failure?.at ?? null)],
  },
})

export const removeWrites = removeFrom({ table: 'sync.outgoing_write', key: 'id' })

export async function dueWrites(
  database: Database,
  lease: Lease,
  now: Instant,
  limit: number,
): Promise<OutgoingWrite[]> {
  const rows = await database.query(
    `select * from sync.outgoing_write
     where organizationid = $1 and mailboxid = $2 and nexttryat <= $3
     order by nexttryat, id limit $4`,
    [lease.organizationId, lease.mailboxId, iso(now), limit],
  )
  return rows.map(toWrite)
}

function toWrite(row: Row): OutgoingWrite {
  return {
    id: row.id as string,
    kind: row.kind as OutgoingWrite['kind'],
    item: {
      kind: row.itemkind as OutgoingWrite['item']['kind'],
      key: row.itemkey as string,
      folder: row.folder as string,
    },
    tries: row.tries as number,
    nextTryAt: row.nexttryat as number,
    failure:
      row.failurecode === null
        ? null
        : {
            code: row.failurecode as string,
            reason: row.failurereason as string,
            at: row.failedon as number,
          },
  }
}
