import type {
  AddressMatch,
  ChangePage,
  CommitResult,
  CycleClose,
  CycleInput,
  Effects,
  Folder,
  Instant,
  ItemKey,
  ItemRef,
  Lease,
  Link,
  LoadedLink,
  MasterCategory,
  OrganizationId,
  Outcome,
  OutgoingWrite,
  PendingEnds,
  SeenItem,
  SyncError,
  UnknownFolder,
  UnlistedWish,
  UnreadableItem,
  WholeEvent,
  WholeItem,
  Window,
} from '@trackmark/core'

export type { ChangePage, Outcome, UnreadableItem } from '@trackmark/core'

/**
 * One mailbox, as the engine needs it. Implementations pass `mailbox.contract.ts` (MB1-MB17).
 * Any method may reject with SyncError; a wire failure is kept as `cause`. At most 4 requests are
 * in flight per mailbox. Methods that take several things answer for each, in order: one refused
 * item never fails the others.
 */
export interface MailboxPort {
  listCategories(): Promise<readonly MasterCategory[]>

  /** @throws SyncError `conflict` when the list already holds that name, compared as CL11 says */
  createCategory(wish: { name: string; color: string }): Promise<MasterCategory>

  /** Absent already = done. */
  deleteCategory(id: string): Promise<void>

  /**
   * Every mail folder, the main calendar and those below it, every task list.
   * @param memory what the last call returned, null at first; opaque to the engine
   * @param scope which kinds the mailbox synchronizes
   * @param failedBefore cycles in a row that failed before this one: what fails for reasons of the
   *   moment again and again must not hold up the rest for ever
   * @returns `unavailable`: kinds that this mailbox's permissions shut off, with the reason
   */
  listFolders(
    memory: string | null,
    scope: { mail: boolean; calendar: boolean; tasks: boolean },
    failedBefore?: number,
  ): Promise<FolderListing>

  /**
   * One page of changes for each folder, in trips as few as the server allows. A page may repeat
   * items, be empty and yet have more behind it, or tell of removals never met before: callers
   * are idempotent. A folder's error has the remedy `relist` when its cursor has expired.
   */
  changes(requests: readonly ChangesRequest[]): Promise<readonly Outcome<ChangePage>[]>

  /** Null = not in the mailbox. */
  readLight(refs: readonly ItemRef[]): Promise<readonly Outcome<SeenItem | null>[]>

  /**
   * With body, people and attachments; attachments over the limit come without content.
   * Null = not in the mailbox.
   * @param wish.marked a category that most of them wear, so that the server may be asked for those
   *   that wear it in place of each (MB16); null = not known
   */
  readWhole(
    refs: readonly ItemRef[],
    wish: { attachmentBytesMax: number; marked: string | null },
  ): Promise<readonly Outcome<WholeItem | null>[]>

  /** A series with its occurrences and exceptions inside the window. Null = no such series. */
  readSeries(master: ItemRef, window: Window): Promise<Series | null>

  /**
   * Compare-and-set of an item's categories, the whole list at once.
   * @returns the item's new change key
   * @throws SyncError `conflict` or `gone`
   */
  setCategories(ref: ItemRef, categories: readonly string[], ifMatch: string): Promise<string>
}

/** What "Test & Enable" asks of a mailbox beyond the above (MB15). */
export interface MailboxAccess {
  /** Gets a token with the credentials of the server profile; the mailbox isn't asked for. */
  signIn(): Promise<void>

  /** Asks for the mailbox itself. @throws SyncError `refused` where there is none to be had */
  reach(): Promise<void>
}

export interface Series {
  readonly master: WholeEvent
  readonly instances: readonly WholeEvent[]
  /** Occurrences that can't be understood. */
  readonly unreadable: readonly UnreadableItem[]
}

export interface FolderListing {
  readonly folders: readonly Folder[]
  readonly memory: string
  readonly unavailable: readonly { kind: 'calendar' | 'taskList'; error: SyncError }[]
  /** Well-known folders that the mailbox lacks or doesn't tell; their items count as in other folders. */
  readonly unknown: readonly UnknownFolder[]
}

export interface ChangesRequest {
  readonly folder: Folder
  /** Null = list from the start. */
  readonly cursor: string | null
  /** Calendars only, when `cursor` is null. */
  readonly window: Window | null
}

/** The database, as the engine needs it. Every statement carries the organization. */
export interface StorePort {
  /** Due mailboxes, each to one worker: `for update skip locked`; expired leases are taken over. */
  claim(wish: {
    workerId: string
    now: Instant
    leaseMs: number
    limit: number
  }): Promise<readonly CycleInput[]>

  /** CY22: these leases hold until `now + leaseMs`. One taken over stays with its new owner. */
  renew(leases: readonly Lease[], time: { now: Instant; leaseMs: number }): Promise<void>
  /** CY22: these mailboxes are due then, for any worker. One taken over stays as it is. */
  giveBack(leases: readonly Lease[], dueAt: Instant): Promise<void>
  /** CY22: all mailboxes that this worker has leased are due at once, but these. */
  giveBackOthers(workerId: string, kept: readonly Lease[], now: Instant): Promise<void>

  loadLinks(lease: Lease, keys: readonly ItemKey[]): Promise<readonly LoadedLink[]>
  /** Linked items alone, those already pending left out. */
  unlisted(lease: Lease, wish: UnlistedWish): Promise<readonly Link[]>
  occurrencesOf(lease: Lease, masterKeys: readonly ItemKey[]): Promise<readonly Link[]>
  pendingEnds(lease: Lease, limit: number): Promise<PendingEnds>
  dueParked(lease: Lease, now: Instant, limit: number): Promise<readonly Link[]>
  dueWrites(lease: Lease, now: Instant, limit: number): Promise<readonly OutgoingWrite[]>
  findAddresses(
    organizationId: OrganizationId,
    addresses: readonly string[],
  ): Promise<readonly AddressMatch[]>

  /**
   * Renews the lease to `now + leaseMs` in the same transaction.
   * @throws LeaseLostError when the lease or the settings revision is no longer ours
   * @throws RefusedDataError when a value can't be stored; nothing was written
   */
  commit(lease: Lease, effects: Partial<Effects>, now: Instant): Promise<CommitResult>

  /**
   * Statistics, next due time, lease released. A lost lease is silently left alone.
   * @param last what is committed in the same transaction, under the rules of `commit`
   */
  close(lease: Lease, close: CycleClose, last?: Partial<Effects>): Promise<void>
}
