import {
  type ChangePage,
  categoryExists,
  type Folder,
  type FolderId,
  type FolderKind,
  type FolderRole,
  foldName,
  type Instant,
  type ItemKey,
  type ItemRef,
  itemChanged,
  itemGone,
  type MasterCategory,
  type Outcome,
  type SeenItem,
  SyncError,
  type WholeItem,
  type Window,
} from '@trackmark/core'
import type { ChangesRequest, Connector, ConnectorTraits, Mailbox } from '../src/ports/index.ts'

/**
 * A mailbox in memory with its connector, for tests without a server. Its own methods are what
 * other programs do in it; the connector uses the port.
 */
export interface MemoryMailbox {
  readonly connector: Connector
  readonly mailbox: Mailbox
  /** Finds the mail folder of a role, the calendar or the task list. */
  folder(name: FolderRole | 'calendar' | 'tasks'): FolderId
  /** Adds a mail folder, calendar or task list below or beside another. */
  addFolder(beside: FolderId): FolderId
  removeFolder(folder: FolderId): void
  /** @returns the key of the item */
  put(item: WholeItem): ItemKey
  find(key: ItemKey): WholeItem | null
  /** Somebody's mail program replaces all categories. */
  setCategories(key: ItemKey, categories: readonly string[]): void
  /** @returns the key after the move, another one if keys don't survive moves */
  move(key: ItemKey, folder: FolderId): ItemKey
  /** @returns the key of the copy, which has the same fingerprint */
  copy(key: ItemKey, folder: FolderId): ItemKey
  erase(key: ItemKey): void
  expireCursors(): void
  forbidTasks(): void
  refuseReading(key: ItemKey): void
  refuse(): void
}

type CalendarFeed = 'occurrences' | 'masters'

interface Kept {
  readonly traits: ConnectorTraits
  readonly calendarFeed: CalendarFeed
  readonly address: string
  readonly pageSize: number
  readonly newId: () => string
  readonly folders: Map<FolderId, Folder>
  readonly items: Map<ItemKey, { readonly item: WholeItem; readonly fingerprint: string }>
  readonly categories: Map<string, MasterCategory>
  /** Events in their order: an item was added to, changed in or removed from a folder. */
  readonly log: { readonly folder: FolderId; readonly key: ItemKey }[]
  readonly spoilt: Set<ItemKey>
  /** Cursors of another epoch count as expired. */
  epoch: number
  changes: number
  isForbidden: { tasks: boolean; mailbox: boolean }
}

const ROLES: readonly FolderRole[] = [
  'inbox',
  'sent',
  'drafts',
  'outbox',
  'junk',
  'deleted',
  'other',
]

export function memoryMailbox(options: {
  readonly address: string
  readonly keysSurviveMoves: boolean
  /** What the feed reports of a series; occurrences by default. */
  readonly calendarFeed?: CalendarFeed
  readonly pageSize?: number
}): MemoryMailbox {
  let ids = 0
  const kept: Kept = {
    traits: { keysSurviveMoves: options.keysSurviveMoves },
    calendarFeed: options.calendarFeed ?? 'occurrences',
    address: options.address,
    pageSize: options.pageSize ?? 50,
    newId: () => `id${++ids}`,
    folders: new Map(),
    items: new Map(),
    categories: new Map(),
    log: [],
    spoilt: new Set(),
    epoch: 1,
    changes: 0,
    isForbidden: { tasks: false, mailbox: false },
  }
  for (const role of ROLES) addFolder(kept, 'mail', role)
  addFolder(kept, 'calendar', 'other')
  addFolder(kept, 'taskList', 'other')
  addFolder(kept, 'taskList', 'flagged')
  const mailbox = mailboxOf(kept)
  return { connector: connectorOf(kept, mailbox), mailbox, ...peopleOf(kept) }
}

function addFolder(kept: Kept, kind: FolderKind, role: FolderRole): FolderId {
  const id = kept.newId()
  kept.folders.set(id, { id, kind, role })
  return id
}

function connectorOf(kept: Kept, mailbox: Mailbox): Connector {
  const reach = async (address: string) => {
    if (address === kept.address && !kept.isForbidden.mailbox) return
    throw new SyncError('mailbox', 'refused', `There is no mailbox ${address}.`)
  }
  const ok = { ok: true, value: null } as const
  return {
    open: () => mailbox,
    access: (address) => ({
      signIn: async () => {},
      reach: () => reach(address),
      check: async () => ({ signIn: ok, categories: ok, mail: ok, calendar: ok, tasks: ok }),
    }),
  }
}

function peopleOf(kept: Kept): Omit<MemoryMailbox, 'connector' | 'mailbox'> {
  const isNamed = (name: string) => (folder: Folder) =>
    name === 'calendar'
      ? folder.kind === 'calendar'
      : name === 'tasks'
        ? folder.kind === 'taskList' && folder.role === 'other'
        : folder.kind === 'mail' && folder.role === name
  return {
    folder: (name) => [...kept.folders.values()].find(isNamed(name))!.id,
    addFolder: (beside) => {
      const { kind, role } = kept.folders.get(beside)!
      const isBelow = role === 'deleted' || role === 'junk'
      return addFolder(kept, kind, isBelow ? role : 'other')
    },
    removeFolder: (folder) => {
      kept.folders.delete(folder)
    },
    put: (item) => {
      write(kept, item, item.key)
      return item.key
    },
    find: (key) => kept.items.get(key)?.item ?? null,
    setCategories: (key, categories) => {
      const { item, fingerprint } = kept.items.get(key)!
      write(kept, { ...item, categories }, fingerprint)
    },
    move: (key, folder) => {
      const { item, fingerprint } = kept.items.get(key)!
      erase(kept, key)
      const moved = kept.traits.keysSurviveMoves ? key : kept.newId()
      write(kept, { ...item, key: moved, folder }, fingerprint)
      return moved
    },
    copy: (key, folder) => {
      const { item, fingerprint } = kept.items.get(key)!
      return write(kept, { ...item, key: kept.newId(), folder }, fingerprint).key
    },
    erase: (key) => erase(kept, key),
    expireCursors: () => {
      kept.epoch += 1
    },
    forbidTasks: () => {
      kept.isForbidden.tasks = true
    },
    refuseReading: (key) => {
      kept.spoilt.add(key)
    },
    refuse: () => {
      kept.isForbidden.mailbox = true
    },
  }
}

function write(kept: Kept, item: WholeItem, fingerprint: string): WholeItem {
  kept.changes += 1
  const written = { ...item, changeKey: `v${kept.changes}` }
  kept.items.set(item.key, { item: written, fingerprint })
  kept.log.push({ folder: item.folder, key: item.key })
  return written
}

function erase(kept: Kept, key: ItemKey): void {
  const { item } = kept.items.get(key)!
  kept.items.delete(key)
  kept.log.push({ folder: item.folder, key })
  for (const { item: other } of [...kept.items.values()]) {
    if (other.kind === 'event' && other.masterKey === key) erase(kept, other.key)
  }
}

function mailboxOf(kept: Kept): Mailbox {
  return {
    traits: kept.traits,
    categories: categoriesOf(kept),
    folders: {
      list: async (_, scope) => {
        const wanted = { mail: scope.mail, calendar: scope.calendar, taskList: scope.tasks }
        const { tasks: isForbidden } = kept.isForbidden
        const folders = [...kept.folders.values()].filter(
          ({ kind }) => wanted[kind] && !(isForbidden && kind === 'taskList'),
        )
        const error = new SyncError('mailbox', 'refused', 'Tasks are forbidden.')
        const unavailable = isForbidden && scope.tasks ? [{ kind: 'taskList' as const, error }] : []
        return { folders, memory: JSON.stringify(folders), unavailable, unknown: [] }
      },
    },
    feed: { read: async (requests) => requests.map((request) => pageOf(kept, request)) },
    items: {
      light: async (refs) => refs.map((ref) => outcomeOf(kept, ref, seenIn(kept))),
      whole: async (refs, { attachmentBytesMax }) =>
        refs.map((ref) => outcomeOf(kept, ref, ({ item }) => within(item, attachmentBytesMax))),
      series: async ({ key }, window) => seriesOf(kept, key, window),
      summaries: async (refs) =>
        refs.map((ref) =>
          outcomeOf(kept, ref, ({ item: { subject } }) => ({
            subject,
            sender: null,
            at: null,
            webLink: null,
          })),
        ),
    },
    writer: {
      setCategories: async ({ key }, categories, ifMatch) => {
        const known = kept.items.get(key)
        if (known === undefined) throw itemGone()
        if (known.item.changeKey !== ifMatch) throw itemChanged()
        return write(kept, { ...known.item, categories }, known.fingerprint).changeKey
      },
      edits: null,
    },
  }
}

function categoriesOf({ categories, newId }: Kept): Mailbox['categories'] {
  return {
    list: async () => [...categories.values()],
    create: async ({ name, color }) => {
      const isTaken = [...categories.values()].some((one) => foldName(one.name) === foldName(name))
      if (isTaken) throw categoryExists()
      const made = { id: newId(), name, color }
      categories.set(made.id, made)
      return made
    },
    delete: async (id) => {
      categories.delete(id)
    },
  }
}

type Known = { readonly item: WholeItem; readonly fingerprint: string }

function outcomeOf<T>(
  { items, spoilt }: Kept,
  { key }: ItemRef,
  map: (known: Known) => T,
): Outcome<T | null> {
  if (spoilt.has(key)) {
    return { ok: false, error: new SyncError('item', 'refused', 'The item is corrupt.') }
  }
  const known = items.get(key)
  return { ok: true, value: known === undefined ? null : map(known) }
}

const seenIn =
  ({ traits }: Kept) =>
  ({ item, fingerprint }: Known): SeenItem => {
    const { kind, key, folder, changeKey, categories } = item
    return {
      kind,
      key,
      folder,
      changeKey,
      categories,
      isDraft: item.kind !== 'task' && item.isDraft,
      isMeetingMessage: false,
      internetMessageId: item.kind === 'message' ? item.internetMessageId : null,
      eventType: item.kind === 'event' ? item.eventType : null,
      masterKey: item.kind === 'event' ? item.masterKey : null,
      whole: item.kind === 'message' ? null : item,
      fingerprint: traits.keysSurviveMoves ? null : fingerprint,
    }
  }

function within(item: WholeItem, bytesMax: number): WholeItem {
  if (item.kind !== 'message') return item
  const attachments = item.attachments.map((one) =>
    one.size > bytesMax ? { ...one, content: null } : one,
  )
  return { ...item, attachments }
}

function seriesOf({ items }: Kept, key: ItemKey, { start, end }: Window) {
  const master = items.get(key)?.item
  if (master?.kind !== 'event') return null
  const instances = [...items.values()].flatMap(({ item }) =>
    item.kind === 'event' && item.masterKey === key && item.end > start && item.start < end
      ? [item]
      : [],
  )
  return { master, instances, unreadable: [] }
}

interface Cursor {
  readonly epoch: number
  /** Position in the log up to which it was read. */
  readonly from: number
  readonly window: Window | null
}

function pageOf(kept: Kept, { folder, cursor, window }: ChangesRequest): Outcome<ChangePage> {
  if (!kept.folders.has(folder.id)) {
    return { ok: false, error: new SyncError('folder', 'gone', 'The folder is gone.') }
  }
  const start: Cursor =
    cursor === null ? { epoch: kept.epoch, from: 0, window } : (JSON.parse(cursor) as Cursor)
  if (start.epoch !== kept.epoch) {
    return { ok: false, error: new SyncError('folder', 'relist', 'The cursor has expired.') }
  }
  const ahead = kept.log
    .slice(start.from)
    .map((entry, at) => ({ ...entry, next: start.from + at + 1 }))
  const here = ahead.filter((entry) => entry.folder === folder.id).slice(0, kept.pageSize)
  const next = here.length < kept.pageSize ? kept.log.length : here.at(-1)!.next
  const keys = [...new Set(here.map(({ key }) => key))]
  const isHere = (key: ItemKey) => kept.items.get(key)?.item.folder === folder.id
  const page: ChangePage = {
    items: keys
      .filter((key) => isHere(key) && isListed(kept, kept.items.get(key)!.item, start.window))
      .map((key) => seenIn(kept)(kept.items.get(key)!)),
    // A listing from the start reports existing items only.
    removed: cursor === null ? [] : keys.filter((key) => !isHere(key)),
    unreadable: [],
    nameless: 0,
    cursor: JSON.stringify({ ...start, from: next }),
    more: next < kept.log.length,
  }
  return { ok: true, value: page }
}

function isListed({ calendarFeed }: Kept, item: WholeItem, window: Window | null): boolean {
  if (item.kind !== 'event' || item.eventType === 'master') return true
  if (calendarFeed === 'masters' && item.eventType !== 'single') return false
  if (window === null) return true
  const overlaps = (start: Instant, end: Instant) => end > window.start && start < window.end
  return overlaps(item.start, item.end)
}
