import type { Folder, Mailbox } from '@trackmark/exchange-sandbox'
import type { Stage } from './stage.ts'

/** An item as it really lies in the mailbox, read from the sandbox's own memory. */
export interface TrueItem {
  readonly key: string
  readonly kind: 'message' | 'event' | 'task'
  readonly folder: string
  /** Well-known name of the folder in lower case, else `other`. */
  readonly role: string
  readonly categories: readonly string[]
  readonly isDraft: boolean
  readonly isOrganizer: boolean
  readonly isMaster: boolean
  readonly isMeetingMessage: boolean
  readonly subject: string
  /** Of its last change. */
  readonly seq: number
}

export function mailboxOf(stage: Stage, person: number): Mailbox {
  const organization = stage.sandbox.core.world.organization()
  return organization.mailboxes.get(stage.people[person]!.userId)!
}

export function itemsOf(stage: Stage, person: number): readonly TrueItem[] {
  const mailbox = mailboxOf(stage, person)
  return [...messagesOf(mailbox), ...eventsOf(mailbox), ...tasksOf(mailbox)]
}

function messagesOf(mailbox: Mailbox): TrueItem[] {
  return [...mailbox.messages.values()].flatMap((message) => {
    const folder = mailbox.folders.get(message.folder)
    // Recoverable Items is no folder anybody sees: what is there is gone.
    if (folder === undefined || folder.wellKnown === 'recoverableitemsdeletions') return []
    return {
      key: message.key,
      kind: 'message' as const,
      folder: message.folder,
      role: roleOf(mailbox, folder),
      categories: message.categories,
      isDraft: message.isDraft,
      isOrganizer: false,
      isMaster: false,
      isMeetingMessage: message.type !== 'message',
      subject: message.subject,
      seq: message.seq,
    }
  })
}

/** What lies below Deleted Items or Junk Email counts as lying in it. */
function roleOf(mailbox: Mailbox, folder: Folder): string {
  for (let above: Folder | undefined = folder; above !== undefined; ) {
    if (above.wellKnown === 'deleteditems' || above.wellKnown === 'junkemail') {
      return above.wellKnown
    }
    above = above.parent === null ? undefined : mailbox.folders.get(above.parent)
  }
  return folder.wellKnown ?? 'other'
}

function eventsOf(mailbox: Mailbox): TrueItem[] {
  return [...mailbox.events.values()].map((event) => ({
    key: event.key,
    kind: 'event' as const,
    folder: event.calendar,
    role: 'calendar',
    categories: event.fields.categories,
    isDraft: event.isDraft,
    isOrganizer: event.isOrganizer,
    isMaster: event.recurrence !== null,
    isMeetingMessage: false,
    subject: event.fields.subject,
    seq: event.seq,
  }))
}

function tasksOf(mailbox: Mailbox): TrueItem[] {
  return [...mailbox.tasks.values()].map((task) => ({
    key: task.id,
    kind: 'task' as const,
    folder: task.list,
    role: mailbox.lists.get(task.list)?.wellknownListName === 'flaggedEmails' ? 'flagged' : 'tasks',
    categories: task.categories,
    isDraft: false,
    isOrganizer: false,
    isMaster: false,
    isMeetingMessage: false,
    subject: task.title,
    seq: task.seq,
  }))
}
