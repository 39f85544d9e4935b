import type { Folder, FolderId, ItemKey, ItemRef, SeenItem } from '@trackmark/core'
import type { ChangePage, Connector, Mailbox, MailboxAccess, Outcome } from '../src/ports/index.ts'

/** What people, other programs and administrators do to a mailbox, bypassing the connector. */
export interface MailboxWorld {
  /** Connector that reaches only `address`. Pages are small: `pageSize` items. */
  readonly connector: Connector
  readonly address: string
  /** Port of that mailbox, which is new. */
  readonly port: Mailbox
  readonly access: MailboxAccess
  readonly pageSize: number
  readonly now: number

  addMail(folder: string, mail?: NewMail): Promise<ItemKey>
  addFolder(parent: string, name: string): Promise<FolderId>
  addEvent(event: NewEvent): Promise<ItemKey>
  addTask(task: { title: string; categories?: readonly string[] }): Promise<ItemKey>
  /** Somebody's Outlook replaces all categories of an item. */
  write(ref: ItemRef, categories: readonly string[]): Promise<void>
  moveMail(key: ItemKey, folder: string): Promise<void>
  /** Deletes the item permanently, from every folder. */
  erase(ref: ItemRef): Promise<void>
  eraseFolder(folder: FolderId): Promise<void>
  expireCursors(): Promise<void>
  forbid(kind: 'tasks'): Promise<void>

  /** From now on the server refuses to read this item. */
  refuseReading(ref: ItemRef): Promise<void>
  /** From now on the server refuses the whole mailbox. */
  refuse(): Promise<void>

  /** Null if the connector has no server, so that nothing can fail on the way. */
  readonly server: ServerWorld | null
}

/** The server between the connector and the mailbox, and what can fail there. */
export interface ServerWorld {
  /** The next requests of that kind get this answer, `times` of them (default 1). */
  fail(what: RequestTarget, how: ServerTrouble, times?: number): Promise<void>
  /** Milliseconds that the connector has slept so far, by the world's own clock. */
  slept(): number
  /**
   * The most requests that the connector had in flight at once, how many were refused for that,
   * and how many there were in all. Parts of a batch count as requests.
   */
  load(): { readonly peak: number; readonly refused: number; readonly requests: number }
}

export type RequestTarget = 'categories' | 'messages' | 'inboxChanges' | 'inboxMarked'

export type ServerTrouble =
  | { readonly kind: 'slowDown'; readonly seconds: number }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'refused' }
  /** The server carries out the request, but its answer is lost. */
  | { readonly kind: 'lostAnswer' }

export interface NewMail {
  readonly subject?: string
  readonly categories?: readonly string[]
  readonly html?: string
  readonly attachments?: readonly { name: string; base64: string }[]
}

export interface NewEvent {
  readonly subject: string
  readonly categories?: readonly string[]
  readonly start: number
  readonly minutes: number
  /** Number of daily occurrences. */
  readonly times?: number
}

export const everything = { mail: true, calendar: true, tasks: true }
export const DAY = 86_400_000

export interface Opened {
  readonly folder: Folder
  readonly items: readonly SeenItem[]
  readonly cursor: string
  readonly pages: number
}

/** Finds a folder by role or by id and lists it to its end. */
export async function openFolder(
  world: MailboxWorld,
  role: string,
  id?: FolderId,
): Promise<Opened> {
  const { folders } = await world.port.folders.list(null, everything)
  const folder = folders.find((one) => (id === undefined ? plays(one, role) : one.id === id))
  if (!folder) throw new Error(`no folder ${id ?? role}`)
  const today = Math.floor(world.now / DAY) * DAY
  const window =
    folder.kind === 'calendar' ? { start: today - 30 * DAY, end: today + 60 * DAY } : null
  const items = new Map<ItemKey, SeenItem>()
  let cursor: string | null = null
  for (let pages = 1; ; pages++) {
    const page: ChangePage = unwrap((await world.port.feed.read([{ folder, cursor, window }]))[0])
    for (const item of page.items) items.set(item.key, item)
    cursor = page.cursor
    if (!page.more) return { folder, items: [...items.values()], cursor, pages }
  }
}

function plays(folder: Folder, role: string): boolean {
  if (role === 'calendar') return folder.kind === 'calendar'
  if (role === 'tasks') return folder.kind === 'taskList' && folder.role === 'other'
  return folder.kind === 'mail' && folder.role === role
}

/** Reads all changes since the cursor. A page may be empty although more follow. */
export async function changesSince(
  world: MailboxWorld,
  { folder, cursor: since }: Opened,
): Promise<Pick<ChangePage, 'items' | 'removed'>> {
  const items: SeenItem[] = []
  const removed: ItemKey[] = []
  for (let cursor = since; ; ) {
    const page: ChangePage = unwrap(
      (await world.port.feed.read([{ folder, cursor, window: null }]))[0],
    )
    items.push(...page.items)
    removed.push(...page.removed)
    if (!page.more) return { items, removed }
    cursor = page.cursor
  }
}

export async function addOne(world: MailboxWorld, kind: ItemRef['kind']): Promise<ItemRef> {
  switch (kind) {
    case 'message': {
      const key = await world.addMail('inbox')
      return { kind, key, folder: (await openFolder(world, 'inbox')).folder.id }
    }
    case 'event': {
      const key = await world.addEvent({ subject: 'Once', start: world.now + DAY, minutes: 30 })
      return { kind, key, folder: (await openFolder(world, 'calendar')).folder.id }
    }
    case 'task': {
      const key = await world.addTask({ title: 'Call' })
      return { kind, key, folder: (await openFolder(world, 'tasks')).folder.id }
    }
  }
}

export function unwrap<T>(outcome: Outcome<T> | undefined): T {
  if (outcome === undefined) throw new Error('no answer')
  if (!outcome.ok) throw outcome.error
  return outcome.value
}
