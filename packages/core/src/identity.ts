import type { FolderRole, Instant, ItemRef, WholeEvent, WholeItem, WholeMessage } from './types.ts'

/**
 * TR8: the mailbox sent mail that lies in Sent Items, and received all other mail. Other kinds of
 * items have no direction.
 */
export function isOutgoing({ kind }: Pick<ItemRef, 'kind'>, role: FolderRole): boolean {
  return kind === 'message' && role === 'sent'
}

/**
 * The id that copies of one item share within an organization (TR7): the direction and the
 * Internet message id of mail, the iCalendar id of a meeting. Items that aren't copies may share
 * it, too: see copies.ts. An item without such an id gets an identity of its own.
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
 * Copies of a message were sent in the same second (TR18). The second comes first because Message-
 * IDs have no order: an index in which new rows are inserted at random places gets slower as it
 * grows. The store hashes ids that are too long for an index entry.
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
  // Most occurrences have an iCalendar id of their own, but not every server gives them one.
  const occurrence = item.masterKey === null ? '' : `:${item.originalStart ?? item.start}`
  return `event:${item.iCalUId}${occurrence}`
}
