import type { Folder, FolderId, ItemKey, ItemRef, SeenItem } from '@trackmark/core'
import type { ChangePage, Connector, Mailbox, MailboxAccess, Outcome } from '../src/ports/index.ts'

/** What people, other programs and administrators do to a mailbox behind the connector's back. */
export interface MailboxWorld {
  /** Reaches `address`, and no other mailbox. Pages are small: `pageSize` items. */
  readonly connector: Connector
  readonly address: string
  /** Of that mailbox, which is new. */
  readonly port: Mailbox
  readonly access: MailboxAccess
  readonly pageSize: number
  readonly now: number

  addMail(folder: string, mail?: NewMail): Promise<ItemKey>
  addFolder(parent: string, name: string): Promise<FolderId>
  addEvent(event: NewEvent): Promise<ItemKey>
  addTask(task: { title: string; categories?: readonly string[] }): Promise<ItemKey>
  /** Somebody's Outlook writes the whole list of an item. */
  write(ref: ItemRef, categories: readonly string[]): Promise<void>
  moveMail(key: ItemKey, folder: string): Promise<void>
  /** Gone for good, from every folder. */
  erase(ref: ItemRef): Promise<void>
  eraseFolder(folder: FolderId): Promise<void>
  expireCursors(): Promise<void>
  forbid(kind: 'tasks'): Promise<void>

  /** Reading this item is refused from now on. */
  spoil(ref: ItemRef): Promise<void>
  /** The mailbox is refused as a whole from now on. */
  refuse(): Promise<void>

  /** Null = the connector asks no server, so that nothing can come in between. */
  readonly server: ServerWorld | null
}

/** The server between the connector and the mailbox, and what goes wrong there. */
export interface ServerWorld {
  /** The next request for that is answered so, `times` of them (once, if not told). */
  fail(what: Asked, how: ServerTrouble, times?: number): Promise<void>
  /** Milliseconds the connector slept so far, by the world's own clock. */
  slept(): number
  /**
   * Most requests the server ever had in flight from the connector, refusals for it, and how many
   * there were, parts of a batch among them.
   */
  load(): { readonly peak: number; readonly refused: number; readonly requests: number }
}

export type Asked = 'categories' | 'messages' | 'inboxChanges' | 'inboxMarked'

export type ServerTrouble =
  | { readonly kind: 'slowDown'; readonly seconds: number }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'refused' }
  /** The request is done and its answer lost. */
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
  /** Daily, this many times. */
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

/** A folder by role (or by id), listed to its end. */
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

/** What changed since, to the end: a page may be empty and have more behind it. */
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
