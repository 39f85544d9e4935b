import { checkParts, graph, graphBatch } from '../api/graph.ts'
import type { MessageRow } from '../api/wire.ts'
import { useMailbox } from '../app/mailbox.ts'
import { useRun } from '../app/use-run.tsx'
import { mail as strings } from '../strings/mail.ts'
import type { FolderNode } from './folders.ts'

export interface MailActions {
  /** To Deleted Items. */
  readonly discard: (rows: readonly MessageRow[]) => Promise<boolean>
  readonly deleteForGood: (rows: readonly MessageRow[]) => Promise<boolean>
  readonly move: (rows: readonly MessageRow[], to: FolderNode) => Promise<boolean>
  readonly markRead: (rows: readonly MessageRow[], isRead: boolean) => Promise<boolean>
  readonly flag: (rows: readonly MessageRow[], isFlagged: boolean) => Promise<boolean>
  readonly addFolder: (displayName: string) => Promise<boolean>
}

export function useMailActions(): MailActions {
  const { root } = useMailbox()
  const run = useRun()
  const each = async (
    rows: readonly MessageRow[],
    part: (row: MessageRow) => { method: string; below: string; body?: unknown },
  ) =>
    checkParts(
      await graphBatch(
        rows.map((row) => {
          const { below, ...rest } = part(row)
          return { ...rest, path: `${root}/messages/${row.id}${below}` }
        }),
      ),
    )
  const moveTo = (rows: readonly MessageRow[], folderOf: (row: MessageRow) => string) =>
    each(rows, (row) => ({
      method: 'POST',
      below: '/move',
      body: { destinationId: folderOf(row) },
    }))
  const patch = (rows: readonly MessageRow[], body: unknown) =>
    run(() => each(rows, () => ({ method: 'PATCH', below: '', body })))
  // Ids stay the same through moves, so what was moved can be moved back.
  const back = (rows: readonly MessageRow[]) => () => moveTo(rows, (row) => row.parentFolderId)
  return {
    discard: (rows) =>
      run(() => moveTo(rows, () => 'deleteditems'), {
        done: strings.deleted(rows.length),
        undo: back(rows),
      }),
    deleteForGood: (rows) =>
      run(() => each(rows, () => ({ method: 'POST', below: '/permanentDelete' })), {
        done: strings.deletedForGood(rows.length),
      }),
    move: (rows, to) =>
      run(() => moveTo(rows, () => to.folder.id), {
        done: strings.moved(rows.length, to.folder.displayName),
        undo: back(rows),
      }),
    markRead: (rows, isRead) => patch(rows, { isRead }),
    flag: (rows, isFlagged) =>
      patch(rows, { flag: { flagStatus: isFlagged ? 'flagged' : 'notFlagged' } }),
    addFolder: (displayName) =>
      run(() => graph('POST', `${root}/mailFolders`, { body: { displayName } })),
  }
}
