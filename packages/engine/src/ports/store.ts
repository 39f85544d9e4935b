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
  /** Due mailboxes, each to one worker: `for update skip locked`; expired leases are taken over. */
  claim(request: {
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
  /** TR21: links of any state, in the order of their keys. */
  linksByFingerprint(lease: Lease, fingerprints: readonly string[]): Promise<readonly Link[]>
  /** Linked items alone, those already pending left out. */
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
