import type { Effects, FolderCursor } from '@trackmark/core'
import type { Queryable } from '../database/database.ts'
import { isoOrNull, rowsJson } from '../database/values.ts'
import { type Owned, removeFrom, upsertInto } from '../statements/upsert.ts'

export const saveCursors = upsertInto<FolderCursor>({
  table: 'sync.folder_cursor',
  key: 'folder',
  columns: {
    folder: ['text', (cursor) => cursor.folder],
    kind: ['text', (cursor) => cursor.kind],
    value: ['text', (cursor) => cursor.value],
    listing: ['boolean', (cursor) => cursor.listing],
    generation: ['integer', (cursor) => cursor.generation],
    epoch: ['integer', (cursor) => cursor.epoch],
    catchup: ['boolean', (cursor) => cursor.catchUp],
    windowstart: ['timestamptz', (cursor) => isoOrNull(cursor.windowStart)],
    windowend: ['timestamptz', (cursor) => isoOrNull(cursor.windowEnd)],
    failures: ['integer', (cursor) => cursor.failures],
  },
})

/** Folders of these mailboxes are listed from the start. */
export async function relistFolders(
  tx: Queryable,
  organizationId: string,
  mailboxIds: readonly string[],
): Promise<void> {
  await tx.query(
    `update sync.folder_cursor set value = null, listing = false
     where organizationid = $1 and mailboxid = any($2)`,
    [organizationId, mailboxIds],
  )
}

export const removeCursors = removeFrom({ table: 'sync.folder_cursor', key: 'folder' })

export async function saveSchedule(
  tx: Queryable,
  organizationId: string,
  changes: readonly Owned<Pick<Effects, 'hierarchy' | 'bulkQuestion'>>[],
): Promise<void> {
  const rows = changes.map(({ mailboxId, value: { hierarchy, bulkQuestion } }) => ({
    mailboxid: mailboxId,
    hierarchy,
    answers: bulkQuestion !== null,
    answer: bulkQuestion === 'asked' ? 'asked' : null,
  }))
  await tx.query(
    `update sync.mailbox_schedule s
     set hierarchy = coalesce(r.hierarchy, s.hierarchy),
         bulkanswer = case when r.answers then r.answer else s.bulkanswer end
     from json_to_recordset($2::json)
       as r(mailboxid uuid, hierarchy text, answers boolean, answer text)
     where s.organizationid = $1 and s.mailboxid = r.mailboxid`,
    [organizationId, rowsJson(rows)],
  )
}
