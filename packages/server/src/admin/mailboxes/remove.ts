import { checked, conflict, notFound } from '@trackmark/http'
import { removeMailbox } from '@trackmark/store'
import { z } from 'zod'
import { audited } from '../shared/audited.ts'
import { type AdminDeps, writerOf } from '../shared/deps.ts'
import { findMailbox } from '../shared/find.ts'

const removal = z.strictObject({ leaveCategory: z.stringbool().default(false) })

/** `DELETE /mailboxes/{id}` */
export async function deleteMailbox(
  deps: AdminDeps,
  idOrAddress: string,
  query: Record<string, string>,
): Promise<void> {
  const { leaveCategory } = checked(removal, query)
  const { id, values } = await findMailbox(deps, idOrAddress)
  const removed = await removeMailbox(deps.database, writerOf(deps), id, { leaveCategory })
  switch (removed) {
    case 'notFound':
      throw notFound('There is no such mailbox.')
    case 'synchronized':
      throw conflict('The mailbox is synchronized; switch that off first.')
    case 'category':
      throw conflict(
        'The category is still in the mailbox. Wait until it has left; or remove the mailbox with leaveCategory, and the category stays there.',
      )
    case 'removed':
      await audited(deps, deps.database, {
        table: 'mailbox',
        objectId: id,
        objectName: String(values.emailaddress ?? id),
        operation: 'delete',
        changes: [],
      })
      deps.changed({})
  }
}
