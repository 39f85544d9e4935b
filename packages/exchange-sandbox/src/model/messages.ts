import { itemNotFound, SandboxError } from '../errors.ts'
import { itemCategories } from './categories.ts'
import type { Gone } from './change-log.ts'
import { type Extended, withProperties } from './extended-properties.ts'
import { followFlag } from './flagged-tasks.ts'
import { defaultId, immutableId, looksLikeId } from './ids.ts'
import { preview } from './text.ts'
import type { ExtendedProperty, Flag, Folder, Mailbox, Message, MessageContent } from './types.ts'
import { folderOf, nextSeq, note, seconds, touch, type World } from './world.ts'

/** A message without what the mailbox itself gives it. */
export type NewMessage = Omit<
  Message,
  'key' | 'id' | 'folder' | 'seq' | 'added' | 'createdMs' | 'modifiedMs' | 'preview'
>

export const EMPTY_CONTENT: MessageContent = {
  body: { contentType: 'text', content: '' },
  headers: [],
  attachments: [],
  extensions: [],
}

/** By immutable or default id. @throws ErrorInvalidIdMalformed, ErrorItemNotFound */
export function findMessage(mailbox: Mailbox, id: string): Message {
  const message = mailbox.messages.get(mailbox.messageIds.get(id) ?? id)
  if (message) return message
  if (!looksLikeId(id)) throw malformedId()
  throw itemNotFound()
}

export const malformedId = () =>
  new SandboxError(400, 'ErrorInvalidIdMalformed', 'Id is malformed.')

export const contentOf = (mailbox: Mailbox, message: Message): MessageContent =>
  mailbox.contents.get(message.key) ?? EMPTY_CONTENT

export function insertMessage(
  world: World,
  mailbox: Mailbox,
  folderName: string,
  input: { readonly message: NewMessage; readonly content: MessageContent },
): Message {
  const folder = folderOf(mailbox, folderName)
  const id = world.newId()
  const seq = nextSeq(mailbox)
  const now = seconds(world.now())
  const message: Message = {
    ...input.message,
    key: immutableId(id),
    id: defaultId(id),
    folder: folder.id,
    seq,
    added: seq,
    createdMs: now,
    modifiedMs: now,
    preview: preview(input.content.body),
    categories: itemCategories(world, mailbox, input.message.categories),
    hasAttachments: input.content.attachments.some((attachment) => !attachment.isInline),
  }
  mailbox.messages.set(message.key, message)
  mailbox.contents.set(message.key, input.content)
  touch(world, mailbox, 'content', message.key)
  index(mailbox, message)
  enter(world, mailbox, folder, message)
  tell(world, mailbox, message, 'created')
  followFlag(world, mailbox, message)
  return message
}

/** Puts a message that is already in the maps into the indexes; used at load too. */
export function index(mailbox: Mailbox, message: Message): void {
  mailbox.messageIds.set(message.id, message.key)
  addTo(mailbox.byInternetId, message.internetMessageId.toLowerCase(), message.key)
  for (const category of message.categories) {
    addTo(mailbox.byCategory, category.toLowerCase(), message.key)
  }
}

function unindex(mailbox: Mailbox, message: Message): void {
  mailbox.messageIds.delete(message.id)
  dropFrom(mailbox.byInternetId, message.internetMessageId.toLowerCase(), message.key)
  for (const category of message.categories) {
    dropFrom(mailbox.byCategory, category.toLowerCase(), message.key)
  }
}

function addTo(map: Map<string, Set<string>>, name: string, key: string): void {
  const set = map.get(name)
  if (set) set.add(key)
  else map.set(name, new Set([key]))
}

function dropFrom(map: Map<string, Set<string>>, name: string, key: string): void {
  const set = map.get(name)
  set?.delete(key)
  if (set?.size === 0) map.delete(name)
}

const scopeOf = (folder: Folder) => ({ log: folder.log, scope: `folder:${folder.id}` })

function enter(world: World, mailbox: Mailbox, folder: Folder, message: Message): void {
  folder.members.add(message.key)
  folder.order = null
  if (!message.isRead) folder.unread += 1
  note(world, mailbox, scopeOf(folder), { seq: message.seq, key: message.key, gone: null })
  touch(world, mailbox, 'message', message.key)
}

function leave(world: World, mailbox: Mailbox, message: Message, gone: Gone): void {
  const folder = folderOf(mailbox, message.folder)
  folder.members.delete(message.key)
  folder.order = null
  if (!message.isRead) folder.unread -= 1
  note(world, mailbox, scopeOf(folder), {
    seq: nextSeq(mailbox),
    key: message.id,
    gone: { reason: gone, item: message.key, id: message.id },
  })
}

function tell(
  world: World,
  mailbox: Mailbox,
  message: Message,
  change: 'created' | 'updated' | 'deleted',
): void {
  world.changed({
    mailbox,
    kind: 'message',
    change,
    key: message.key,
    id: message.id,
    folder: message.folder,
    seq: message.seq,
  })
}

/** What a write changes; every field named is written. */
export interface MessagePatch {
  readonly fields: Partial<
    Omit<Message, 'key' | 'id' | 'folder' | 'seq' | 'added' | 'extended' | 'preview'>
  >
  readonly content?: Partial<MessageContent>
  readonly extended?: readonly ExtendedProperty[]
}

/** Version at which each property was written last; forgotten with the process. */
const written = new WeakMap<Message, Map<string, number>>()

/** Names on the wire of what is stored under another one. */
const WIRE_NAMES: Readonly<Record<string, readonly string[]>> = {
  receivedMs: ['receivedDateTime'],
  sentMs: ['sentDateTime'],
  inference: ['inferenceClassification'],
  body: ['body', 'bodyPreview'],
  attachments: ['hasAttachments'],
}

/** Properties written after a version, as the wire names them; null = not known. */
export function writtenSince(message: Message, seq: number): ReadonlySet<string> | null {
  const all = written.get(message)
  if (all === undefined) return null
  const names = [...all]
    .filter(([, at]) => at > seq)
    .flatMap(([name]) => WIRE_NAMES[name] ?? [name])
  return new Set(names)
}

function noteWritten(message: Message, patch: MessagePatch): void {
  const all = written.get(message) ?? new Map<string, number>()
  written.set(message, all)
  const names = [...Object.keys(patch.fields), ...Object.keys(patch.content ?? {})]
  for (const name of names) all.set(name, message.seq)
}

export function patchMessage(
  world: World,
  mailbox: Mailbox,
  message: Message,
  patch: MessagePatch,
): Message {
  const folder = folderOf(mailbox, message.folder)
  const categories = patch.fields.categories
  const kept = categories && itemCategories(world, mailbox, categories)
  const extended: Extended = patch.extended
    ? withProperties(message.extended, patch.extended)
    : message.extended
  unindex(mailbox, message)
  if (patch.fields.isRead !== undefined && patch.fields.isRead !== message.isRead) {
    folder.unread += patch.fields.isRead ? -1 : 1
  }
  if (patch.fields.receivedMs !== undefined) folder.order = null
  Object.assign(message, patch.fields, kept && { categories: kept }, { extended })
  if (patch.content) writeContent(world, mailbox, message, patch.content)
  index(mailbox, message)
  const silent =
    !world.switches().extendedPropertyIsChange &&
    Object.keys(patch.fields).length === 0 &&
    !patch.content
  if (silent) touch(world, mailbox, 'message', message.key)
  else changed(world, mailbox, folder, message)
  noteWritten(message, patch)
  return message
}

function writeContent(
  world: World,
  mailbox: Mailbox,
  message: Message,
  content: Partial<MessageContent>,
): void {
  const after = { ...contentOf(mailbox, message), ...content }
  mailbox.contents.set(message.key, after)
  touch(world, mailbox, 'content', message.key)
  if (content.body) message.preview = preview(content.body)
  message.hasAttachments = after.attachments.some((attachment) => !attachment.isInline)
}

function changed(world: World, mailbox: Mailbox, folder: Folder, message: Message): void {
  message.seq = nextSeq(mailbox)
  message.modifiedMs = seconds(world.now())
  note(world, mailbox, scopeOf(folder), { seq: message.seq, key: message.key, gone: null })
  touch(world, mailbox, 'message', message.key)
  tell(world, mailbox, message, 'updated')
  followFlag(world, mailbox, message)
}

/** The immutable id stays, the default id is a new one. */
export function moveMessage(
  world: World,
  mailbox: Mailbox,
  message: Message,
  to: string,
  reason: Gone = world.switches().removedReasonOnMove,
): Message {
  const target = folderOf(mailbox, to)
  if (target.id === message.folder) return message
  tell(world, mailbox, message, 'deleted')
  leave(world, mailbox, message, reason)
  mailbox.messageIds.delete(message.id)
  message.id = defaultId(world.newId())
  mailbox.messageIds.set(message.id, message.key)
  message.folder = target.id
  message.seq = nextSeq(mailbox)
  message.added = message.seq
  message.modifiedMs = seconds(world.now())
  enter(world, mailbox, target, message)
  tell(world, mailbox, message, 'created')
  return message
}

export function copyMessage(world: World, mailbox: Mailbox, message: Message, to: string): Message {
  return insertMessage(world, mailbox, to, {
    message: { ...message },
    content: contentOf(mailbox, message),
  })
}

/** To Deleted Items first (or as switched); out of there, for good. */
export function deleteMessage(world: World, mailbox: Mailbox, message: Message): void {
  const where = folderOf(mailbox, message.folder)
  const target = folderOf(mailbox, world.switches().deleteTo)
  const again = where.wellKnown === 'deleteditems' || where.id === target.id
  if (again || where.wellKnown === 'recoverableitemsdeletions') {
    removeForGood(world, mailbox, message.key)
    return
  }
  moveMessage(world, mailbox, message, target.id, world.switches().removedReasonOnDelete)
}

export function removeForGood(world: World, mailbox: Mailbox, key: string): void {
  const message = mailbox.messages.get(key)
  if (!message) return
  leave(world, mailbox, message, world.switches().removedReasonOnDelete)
  unindex(mailbox, message)
  mailbox.messages.delete(key)
  mailbox.contents.delete(key)
  touch(world, mailbox, 'message', key)
  touch(world, mailbox, 'content', key)
  tell(world, mailbox, message, 'deleted')
  followFlag(world, mailbox, { ...message, flag: NOT_FLAGGED })
}

/** Keys of a folder, newest first. */
export function newestFirst(mailbox: Mailbox, folder: Folder): readonly string[] {
  folder.order ??= sortNewest(mailbox, folder.members)
  return folder.order
}

export function sortNewest(mailbox: Mailbox, keys: Iterable<string>): readonly string[] {
  const at = (key: string): number => mailbox.messages.get(key)?.receivedMs ?? 0
  const added = (key: string): number => mailbox.messages.get(key)?.added ?? 0
  return [...keys].sort((a, b) => at(b) - at(a) || added(b) - added(a))
}

export const NOT_FLAGGED: Flag = { flagStatus: 'notFlagged' }
