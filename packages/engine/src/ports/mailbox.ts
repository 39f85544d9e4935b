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

/** Differences between connectors that the engine has to know. */
export interface ConnectorTraits {
  /**
   * An item keeps its key when it moves to another folder. If false, the link of a moved item is
   * found by the item's fingerprint (TR21).
   */
  readonly keysSurviveMoves: boolean
}

/** The master category list. */
export interface CategoryList {
  list(): Promise<readonly MasterCategory[]>

  /** @throws SyncError `conflict` when the list already holds that name, compared as CL11 says */
  create(category: { name: string; color: string }): Promise<MasterCategory>

  /** Succeeds if the category doesn't exist. */
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
   * @param failedBefore number of failed cycles in a row before this one; a part that keeps
   *   failing for temporary reasons must not block the rest for ever
   */
  list(memory: string | null, scope: FolderScope, failedBefore?: number): Promise<FolderListing>
}

export interface FolderListing {
  readonly folders: readonly Folder[]
  readonly memory: string
  /** Kinds to which permissions deny access, with the reason. */
  readonly unavailable: readonly { kind: 'calendar' | 'taskList'; error: SyncError }[]
  /** Well-known folders that the mailbox lacks or hides; their items count as in other folders. */
  readonly unknown: readonly UnknownFolder[]
}

export interface ChangeFeed {
  /**
   * Reads one page of changes for each folder, in as few requests as the server allows. For a
   * series a page may contain the occurrences inside the window, the master, or both. A page may
   * repeat items, be empty although more follow, or report removals of unknown items: callers must
   * be idempotent. A folder's error has the remedy `relist` if its cursor has expired.
   */
  read(requests: readonly ChangesRequest[]): Promise<readonly Outcome<ChangePage>[]>
}

export interface ChangesRequest {
  readonly folder: Folder
  /** Null to list from the start. */
  readonly cursor: string | null
  /** Set for calendars only, if `cursor` is null. */
  readonly window: Window | null
}

export interface ItemReader {
  /** Reads enough to decide. Null if the item isn't in the mailbox. */
  light(refs: readonly ItemRef[]): Promise<readonly Outcome<SeenItem | null>[]>

  /**
   * Reads items with body, people and attachments; attachments over the limit have no content.
   * Null if the item isn't in the mailbox.
   * @param options.marked a category that most of the items have, so that the server may be asked
   *   for a list of items with it (MB16); null if there is none
   */
  whole(
    refs: readonly ItemRef[],
    options: { attachmentBytesMax: number; marked: string | null },
  ): Promise<readonly Outcome<WholeItem | null>[]>

  /** A series with its occurrences and exceptions inside the window. Null if it doesn't exist. */
  series(master: ItemRef, window: Window): Promise<Series | null>

  /**
   * For people who look at items; not used by the engine. Null if the item isn't in the mailbox.
   */
  summaries(refs: readonly ItemRef[]): Promise<readonly Outcome<ItemSummary | null>[]>
}

/** What a person recognizes an item by. It is read on demand and never stored. */
export interface ItemSummary {
  readonly subject: string | null
  /** `Ada Byron <ada@contoso.com>`: the sender of a message, the organizer of an event. */
  readonly sender: string | null
  /** Time of receipt of a message (or when it was sent), start of an event, due date of a task. */
  readonly at: Instant | null
  readonly webLink: string | null
}

export interface Series {
  readonly master: WholeEvent
  readonly instances: readonly WholeEvent[]
  /** Occurrences that the connector can't understand. */
  readonly unreadable: readonly UnreadableItem[]
}

/** Each method is repeatable without harm. */
export interface ItemWriter {
  /**
   * Replaces all categories of an item by compare-and-set.
   * @returns the item's new change key
   * @throws SyncError `conflict` or `gone`
   */
  setCategories(ref: ItemRef, categories: readonly string[], ifMatch: string): Promise<string>

  /** Null if this connector can't write items themselves. */
  readonly edits: ItemEdits | null
}

/** Writing events and tasks (synchronization from CRM to Exchange). */
export interface ItemEdits {
  /** @param once a second call with the same text returns the item of the first */
  create(draft: ItemDraft, once: string): Promise<{ ref: ItemRef; changeKey: string }>
  /**
   * @param changes fields that aren't named stay as they are
   * @returns the new change key
   * @throws SyncError `conflict` or `gone`
   */
  update(ref: ItemRef, changes: Partial<ItemFields>, ifMatch: string): Promise<string>
  /** Succeeds if the item is gone. @throws SyncError `conflict` */
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
