import type { FolderRole, WholeEvent, WholeItem, WholeMessage } from './types.ts'

/** TR8: mail lying in Sent Items was sent by the mailbox; mail found elsewhere was received. */
export function isOutgoing(role: FolderRole): boolean {
  return role === 'sent'
}

/**
 * The id that copies of one item share within an organization (TR7): for mail the direction and the
 * Internet message id, for a meeting the iCalendar id. Items that are no copies may share it too:
 * see copies.ts. An item without such an id is only itself.
 */
export function identityOf(item: WholeItem, outgoing: boolean, mailboxId: string): string {
  switch (item.kind) {
    case 'message':
      return messageIdentity(item, outgoing, mailboxId)
    case 'event':
      return eventIdentity(item, mailboxId)
    case 'task':
      return `task:${mailboxId}:${item.key}`
  }
}

function messageIdentity(item: WholeMessage, outgoing: boolean, mailboxId: string): string {
  const direction = outgoing ? 'out' : 'in'
  const id = item.internetMessageId?.trim()
  return id ? `email:${direction}:${id}` : `email:${direction}:${mailboxId}:${item.key}`
}

function eventIdentity(item: WholeEvent, mailboxId: string): string {
  if (item.iCalUId === null) return `event:${mailboxId}:${item.key}`
  // Occurrences mostly carry their own id, but not every server gives one per occurrence.
  const occurrence = item.masterKey === null ? '' : `:${item.originalStart ?? item.start}`
  return `event:${item.iCalUId}${occurrence}`
}
