import { newLog } from './change-log.ts'
import { calendarId, folderId, listId } from './ids.ts'
import type { Folder, Mailbox, User } from './types.ts'
import { nextSeq, note, touch, type World } from './world.ts'

/** Outlook on the web's list for a mailbox opened for the first time. */
const OUTLOOK_CATEGORIES: readonly (readonly [string, string])[] = [
  ['Red category', 'preset0'],
  ['Orange category', 'preset1'],
  ['Yellow category', 'preset3'],
  ['Green category', 'preset4'],
  ['Blue category', 'preset7'],
  ['Purple category', 'preset8'],
]

const FOLDERS: readonly (readonly [wellKnown: string, name: string])[] = [
  ['inbox', 'Inbox'],
  ['drafts', 'Drafts'],
  ['sentitems', 'Sent Items'],
  ['deleteditems', 'Deleted Items'],
  ['outbox', 'Outbox'],
  ['junkemail', 'Junk Email'],
  ['archive', 'Archive'],
]

export function emptyMailbox(userId: string): Mailbox {
  return {
    userId,
    seq: 0,
    epoch: 0,
    lost: [],
    settings: {},
    categories: new Map(),
    rules: [],
    folders: new Map(),
    wellKnown: new Map(),
    folderLog: newLog(),
    messages: new Map(),
    contents: new Map(),
    messageIds: new Map(),
    byCategory: new Map(),
    byInternetId: new Map(),
    calendars: new Map(),
    events: new Map(),
    eventIds: new Map(),
    eventUids: new Map(),
    lists: new Map(),
    listLog: newLog(),
    tasks: new Map(),
    flaggedTasks: new Map(),
    dirty: new Set(),
  }
}

export function addFolder(
  world: World,
  mailbox: Mailbox,
  input: { name: string; parent: string | null; wellKnown: string | null; hidden?: boolean },
): Folder {
  const folder: Folder = {
    id: folderId(world.newId()),
    wellKnown: input.wellKnown,
    displayName: input.name,
    parent: input.parent,
    hidden: input.hidden ?? false,
    seq: nextSeq(mailbox),
    members: new Set(),
    log: newLog(),
    unread: 0,
    order: null,
  }
  mailbox.folders.set(folder.id, folder)
  if (input.wellKnown) mailbox.wellKnown.set(input.wellKnown, folder.id)
  touch(world, mailbox, 'folder', folder.id)
  const entry = { seq: folder.seq, key: folder.id, gone: null }
  if (inFolderTree(folder)) {
    note(world, mailbox, { log: mailbox.folderLog, scope: 'folders' }, entry)
  }
  return folder
}

/** Root and dumpster aren't part of the folder list. */
export const inFolderTree = (folder: Folder): boolean =>
  folder.wellKnown !== 'msgfolderroot' && folder.wellKnown !== 'recoverableitemsdeletions'

/** A new mailbox: well-known folders, calendar, task lists, categories. */
export function createMailbox(world: World, user: User): Mailbox {
  const mailbox = emptyMailbox(user.id)
  mailbox.settings = {
    timeZone: 'UTC',
    language: { locale: 'en-US', displayName: 'English (United States)' },
    dateFormat: 'yyyy-MM-dd',
    timeFormat: 'HH:mm',
    userPurpose: 'user',
  }
  touch(world, mailbox, 'meta', 'mailbox')
  const root = addFolder(world, mailbox, {
    name: 'Top of Information Store',
    parent: null,
    wellKnown: 'msgfolderroot',
  })
  addFolder(world, mailbox, {
    name: 'Deletions',
    parent: null,
    wellKnown: 'recoverableitemsdeletions',
    hidden: true,
  })
  for (const [wellKnown, name] of FOLDERS) {
    addFolder(world, mailbox, { name, parent: root.id, wellKnown })
  }
  addCalendar(world, mailbox, { name: 'Calendar', isDefault: true })
  addList(world, mailbox, 'Tasks', 'defaultList')
  addList(world, mailbox, 'Flagged Emails', 'flaggedEmails')
  if (world.switches().newMailboxCategories === 'outlook') addOutlookCategories(world, mailbox)
  return mailbox
}

function addOutlookCategories(world: World, mailbox: Mailbox): void {
  for (const [displayName, color] of OUTLOOK_CATEGORIES) {
    const id = world.newId()
    mailbox.categories.set(id, { id, displayName, color })
  }
  touch(world, mailbox, 'meta', 'mailbox')
}

export function addCalendar(
  world: World,
  mailbox: Mailbox,
  input: { name: string; isDefault: boolean; color?: string },
) {
  const calendar = {
    id: calendarId(world.newId()),
    name: input.name,
    color: input.color ?? 'auto',
    isDefault: input.isDefault,
    seq: nextSeq(mailbox),
    log: newLog(),
  }
  mailbox.calendars.set(calendar.id, calendar)
  touch(world, mailbox, 'calendar', calendar.id)
  return calendar
}

export function addList(
  world: World,
  mailbox: Mailbox,
  displayName: string,
  wellknownListName: 'none' | 'defaultList' | 'flaggedEmails',
) {
  const list = {
    id: listId(world.newId()),
    displayName,
    wellknownListName,
    seq: nextSeq(mailbox),
    log: newLog(),
  }
  mailbox.lists.set(list.id, list)
  touch(world, mailbox, 'list', list.id)
  const entry = { seq: list.seq, key: list.id, gone: null }
  note(world, mailbox, { log: mailbox.listLog, scope: 'lists' }, entry)
  return list
}
