import type {
  AddressMatch,
  CommitResult,
  CycleClose,
  CycleInput,
  Effects,
  Instant,
  ItemKey,
  Lease,
  Link,
  LinkedLink,
  LoadedLink,
  OrganizationId,
  OutgoingWrite,
  PendingEnds,
  UnlistedRequest,
} from '@trackmark/core'

/** The database, as the engine needs it. Every statement carries the organization. */
export interface StorePort {
  /**
   * Claims due mailboxes, each for one worker (`for update skip locked`). Expired leases are taken
   * over.
   */
  claim(request: {
    workerId: string
    now: Instant
    leaseMs: number
    limit: number
  }): Promise<readonly CycleInput[]>

  /**
   * CY22: extends these leases to `now + leaseMs`. A lease that was taken over stays with its new
   * owner.
   */
  renew(leases: readonly Lease[], time: { now: Instant; leaseMs: number }): Promise<void>
  /**
   * CY22: ends these leases and makes the mailboxes due then, for any worker. One that was taken
   * over stays as it is.
   */
  giveBack(leases: readonly Lease[], dueAt: Instant): Promise<void>
  /** CY22: ends all leases of this worker except these, and makes the mailboxes due at once. */
  giveBackOthers(workerId: string, kept: readonly Lease[], now: Instant): Promise<void>

  loadLinks(lease: Lease, keys: readonly ItemKey[]): Promise<readonly LoadedLink[]>
  /** TR21: links of any state, ordered by key. */
  linksByFingerprint(lease: Lease, fingerprints: readonly string[]): Promise<readonly Link[]>
  /** Only linked items, without those that already have a pending end. */
  unlisted(lease: Lease, request: UnlistedRequest): Promise<readonly LinkedLink[]>
  occurrencesOf(lease: Lease, masterKeys: readonly ItemKey[]): Promise<readonly Link[]>
  pendingEnds(lease: Lease, limit: number): Promise<PendingEnds>
  dueParked(lease: Lease, now: Instant, limit: number): Promise<readonly Link[]>
  dueWrites(lease: Lease, now: Instant, limit: number): Promise<readonly OutgoingWrite[]>
  findAddresses(
    organizationId: OrganizationId,
    addresses: readonly string[],
  ): Promise<readonly AddressMatch[]>

  /**
   * Writes the effects and extends the lease to `now + leaseMs` in one transaction.
   * @throws LeaseLostError if the lease or the settings revision isn't ours any more
   * @throws RefusedDataError if a value can't be stored; nothing was written
   */
  commit(lease: Lease, effects: Partial<Effects>, now: Instant): Promise<CommitResult>

  /**
   * Stores statistics and the next due time, and releases the lease. A lost lease is silently
   * ignored.
   * @param last effects to commit in the same transaction, under the rules of `commit`
   */
  close(lease: Lease, close: CycleClose, last?: Partial<Effects>): Promise<void>
}
