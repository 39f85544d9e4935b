import type {
  ChangePage,
  Folder,
  Instant,
  ItemRef,
  MasterCategory,
  Outcome,
  SeenItem,
  SyncError,
  UnknownFolder,
  UnreadableItem,
  WholeEvent,
  WholeItem,
  WholeTask,
  Window,
} from '@trackmark/core'

/**
 * One mailbox, as the engine needs it; docs/spec/ports.md has the rules. Any method may reject with
 * SyncError, which keeps what the server answered as `cause`. At most 4 requests are in flight per
 * mailbox. Methods that take several things answer for each, in order: one refused item never fails
 * the others.
 */
export interface Mailbox {
  readonly traits: ConnectorTraits
  readonly categories: CategoryList
  readonly folders: FolderTree
  readonly feed: ChangeFeed
  readonly items: ItemReader
  readonly writer: ItemWriter
}

/** In what connectors differ, as far as the engine goes by it. */
export interface ConnectorTraits {
  /**
   * An item keeps its key when it moves to another folder. Where it doesn't, the link of a moved item
   * is found again by the item's fingerprint (TR21).
   */
  readonly keysSurviveMoves: boolean
}

/** The master category list. */
export interface CategoryList {
  list(): Promise<readonly MasterCategory[]>

  /** @throws SyncError `conflict` when the list already holds that name, compared as CL11 says */
  create(category: { name: string; color: string }): Promise<MasterCategory>

  /** Absent already = done. */
  delete(id: string): Promise<void>
}

export interface FolderScope {
  readonly mail: boolean
  readonly calendar: boolean
  readonly tasks: boolean
}

export interface FolderTree {
  /**
   * Every mail folder, the main calendar and those below it, every task list.
   * @param memory what the last call returned, null at first; opaque to the engine
   * @param scope which kinds the mailbox synchronizes
   * @param failedBefore cycles in a row that failed before this one: what fails for reasons of the
   *   moment again and again must not hold up the rest for ever
   */
  list(memory: string | null, scope: FolderScope, failedBefore?: number): Promise<FolderListing>
}

export interface FolderListing {
  readonly folders: readonly Folder[]
  readonly memory: string
  /** Kinds that this mailbox's permissions shut off, with the reason. */
  readonly unavailable: readonly { kind: 'calendar' | 'taskList'; error: SyncError }[]
  /** Well-known folders that the mailbox lacks or doesn't tell; their items count as in other folders. */
  readonly unknown: readonly UnknownFolder[]
}

export interface ChangeFeed {
  /**
   * One page of changes for each folder, in trips as few as the server allows. Of a series a page may
   * tell the occurrences inside the window, the master, or both. A page may repeat
   * items, be empty and yet have more behind it, or tell of removals never met before: callers
   * are idempotent. A folder's error has the remedy `relist` when its cursor has expired.
   */
  read(requests: readonly ChangesRequest[]): Promise<readonly Outcome<ChangePage>[]>
}

export interface ChangesRequest {
  readonly folder: Folder
  /** Null = list from the start. */
  readonly cursor: string | null
  /** Calendars only, when `cursor` is null. */
  readonly window: Window | null
}

export interface ItemReader {
  /** Enough to decide. Null = not in the mailbox. */
  light(refs: readonly ItemRef[]): Promise<readonly Outcome<SeenItem | null>[]>

  /**
   * With body, people and attachments; attachments over the limit come without content.
   * Null = not in the mailbox.
   * @param options.marked a category that most of them wear, so that the server may be asked for
   *   those that wear it in place of each (MB16); null = not known
   */
  whole(
    refs: readonly ItemRef[],
    options: { attachmentBytesMax: number; marked: string | null },
  ): Promise<readonly Outcome<WholeItem | null>[]>

  /** A series with its occurrences and exceptions inside the window. Null = no such series. */
  series(master: ItemRef, window: Window): Promise<Series | null>

  /** For people who look at items; the engine doesn't ask for it. Null = not in the mailbox. */
  glance(refs: readonly ItemRef[]): Promise<readonly Outcome<ItemGlance | null>[]>
}

/** What a person tells an item by: read when somebody looks at it, and stored nowhere. */
export interface ItemGlance {
  readonly subject: string | null
  /** `Ada Byron <ada@contoso.com>`: the sender of a message, the organizer of an event. */
  readonly sender: string | null
  /** When a message was received or, where it wasn't, sent; when an event starts, a task is due. */
  readonly at: Instant | null
  readonly webLink: string | null
}

export interface Series {
  readonly master: WholeEvent
  readonly instances: readonly WholeEvent[]
  /** Occurrences that can't be understood. */
  readonly unreadable: readonly UnreadableItem[]
}

/** Each method is repeatable without harm. */
export interface ItemWriter {
  /**
   * Compare-and-set of an item's categories, the whole list at once.
   * @returns the item's new change key
   * @throws SyncError `conflict` or `gone`
   */
  setCategories(ref: ItemRef, categories: readonly string[], ifMatch: string): Promise<string>

  /** Null = items themselves can't be written through this connector. */
  readonly edits: ItemEdits | null
}

/** Writing events and tasks (synchronization from CRM to Exchange). */
export interface ItemEdits {
  /** @param once a second call with the same text finds the item of the first */
  create(draft: ItemDraft, once: string): Promise<{ ref: ItemRef; changeKey: string }>
  /**
   * @param changes what isn't named stays as it is
   * @returns the new change key
   * @throws SyncError `conflict` or `gone`
   */
  update(ref: ItemRef, changes: Partial<ItemFields>, ifMatch: string): Promise<string>
  /** Gone already = done. @throws SyncError `conflict` */
  delete(ref: ItemRef, ifMatch: string): Promise<void>
}

export type EventFields = Pick<
  WholeEvent,
  | 'subject'
  | 'body'
  | 'location'
  | 'start'
  | 'end'
  | 'isAllDay'
  | 'showAs'
  | 'importance'
  | 'isPrivate'
  | 'attendees'
  | 'recurrence'
  | 'categories'
>
export type TaskFields = Pick<
  WholeTask,
  'subject' | 'body' | 'status' | 'importance' | 'start' | 'due' | 'completedAt' | 'categories'
>
export type ItemFields = EventFields | TaskFields
export type ItemDraft =
  | ({ readonly kind: 'event'; readonly folder: string } & EventFields)
  | ({ readonly kind: 'task'; readonly folder: string } & TaskFields)
