import type { FolderRole, Instant, ItemRef, WholeEvent, WholeItem, WholeMessage } from './types.ts'

/** TR8: mail lying in Sent Items was sent by the mailbox; mail found elsewhere was received. Other kinds have no direction. */
export function isOutgoing({ kind }: Pick<ItemRef, 'kind'>, role: FolderRole): boolean {
  return kind === 'message' && role === 'sent'
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

/**
 * Copies of a message were sent in the same second (TR18). The second stands in front: Message-IDs
 * come in no order, and an index that new rows enter anywhere makes each one cost more the more
 * there are. Ids too long for an index entry are hashed as they are, by the store.
 */
function messageIdentity(item: WholeMessage, outgoing: boolean, mailboxId: string): string {
  const direction = outgoing ? 'out' : 'in'
  const id = item.internetMessageId?.trim()
  if (!id) return `email:${direction}:${mailboxId}:${item.key}`
  if (id.length > TIMED_ID_MAX) return `email:${direction}:${id}`
  const sentAt = item.sentAt ?? item.receivedAt
  return `email:${direction}:${sentAt === null ? '-' : toSecond(sentAt)}:${id}`
}

/** In UTF-16 code units. */
const TIMED_ID_MAX = 360

const toSecond = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19)}Z`

function eventIdentity(item: WholeEvent, mailboxId: string): string {
  if (item.iCalUId === null) return `event:${mailboxId}:${item.key}`
  // Occurrences mostly carry their own id, but not every server gives one per occurrence.
  const occurrence = item.masterKey === null ? '' : `:${item.originalStart ?? item.start}`
  return `event:${item.iCalUId}${occurrence}`
}
