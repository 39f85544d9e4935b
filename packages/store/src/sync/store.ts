import {
  type AddressMatch,
  type CommitResult,
  type CycleClose,
  type CycleInput,
  type Effects,
  type Instant,
  type ItemKey,
  joinEffects,
  type Lease,
  type Link,
  type LinkedLink,
  type LoadedLink,
  type OrganizationId,
  type OutgoingWrite,
  type PendingEnds,
  type UnlistedRequest,
} from '@trackmark/core'
import type { Database } from '../database/database.ts'
import { unavailable } from '../database/errors.ts'
import { createBatcher } from '../statements/batcher.ts'
import { findForAll, mayFindTogether } from './addresses.ts'
import { type ClaimRequest, claim } from './claim.ts'
import { closeAll, mayCloseTogether } from './close.ts'
import { commitAll, mayShare } from './commit.ts'
import { giveBack, giveBackOthers, renew } from './leases.ts'
import {
  dueParked,
  linksByFingerprint,
  loadAllLinks,
  mayLoadTogether,
  occurrencesOf,
  pendingEnds,
  unlisted,
} from './links.ts'
import type { TakeThrottling } from './monitoring-hours.ts'
import { dueWrites } from './outgoing.ts'

/** The database as the engine sees it (the engine's StorePort, matched by shape). */
export interface Store {
  claim(request: ClaimRequest): Promise<CycleInput[]>
  renew(leases: readonly Lease[], time: { now: Instant; leaseMs: number }): Promise<void>
  giveBack(leases: readonly Lease[], dueAt: Instant): Promise<void>
  giveBackOthers(workerId: string, kept: readonly Lease[], now: Instant): Promise<void>
  loadLinks(lease: Lease, keys: readonly ItemKey[]): Promise<LoadedLink[]>
  linksByFingerprint(lease: Lease, fingerprints: readonly string[]): Promise<Link[]>
  unlisted(lease: Lease, request: UnlistedRequest): Promise<LinkedLink[]>
  occurrencesOf(lease: Lease, masterKeys: readonly ItemKey[]): Promise<Link[]>
  pendingEnds(lease: Lease, limit: number): Promise<PendingEnds>
  dueParked(lease: Lease, now: Instant, limit: number): Promise<Link[]>
  dueWrites(lease: Lease, now: Instant, limit: number): Promise<OutgoingWrite[]>
  findAddresses(
    organizationId: OrganizationId,
    addresses: readonly string[],
  ): Promise<AddressMatch[]>
  commit(lease: Lease, effects: Partial<Effects>, now: Instant): Promise<CommitResult>
  close(lease: Lease, cycle: CycleClose, last?: Partial<Effects>): Promise<void>
}

interface StoreOptions {
  /**
   * A delay before each batch, so that requests of other cycles can join it. A few milliseconds per cycle
   * save most of the statements.
   */
  readonly linger?: () => Promise<void>
  /** Gives the throttling that is added to the numbers of the hour when cycles end. */
  readonly takeThrottling?: TakeThrottling
}

/** @param newId names new rows; passed in so that a run can be repeated */
export function createStore(
  database: Database,
  newId: () => string,
  { linger, takeThrottling = () => ({ throttled: 0, waitMs: 0 }) }: StoreOptions = {},
): Store {
  const reading = <T>(read: Promise<T>): Promise<T> =>
    read.catch((error: unknown) => {
      throw unavailable(error)
    })
  // The embedded database does one thing at a time anyway.
  const lanes = database.kind === 'pglite' ? 1 : 2
  const common = { lanes, linger }
  const parts = { newId, takeThrottling }
  const commit = createBatcher({
    ...common,
    fits: mayShare,
    run: (jobs) => commitAll(database, jobs, parts),
  })
  const close = createBatcher({
    ...common,
    fits: mayCloseTogether,
    run: (jobs) => closeAll(database, jobs, parts),
  })
  const loadLinks = createBatcher({
    ...common,
    fits: mayLoadTogether,
    run: (jobs) => loadAllLinks(database, jobs),
  })
  const findAddresses = createBatcher({
    ...common,
    fits: mayFindTogether,
    run: (jobs) => findForAll(database, jobs),
  })
  return {
    claim: (request) => claim(database, request),
    renew: (leases, time) => reading(renew(database, leases, time)),
    giveBack: (leases, dueAt) => reading(giveBack(database, leases, dueAt)),
    giveBackOthers: (workerId, kept, now) =>
      reading(giveBackOthers(database, workerId, { kept, now })),
    loadLinks: (lease, keys) => reading(loadLinks({ lease, keys })),
    linksByFingerprint: (lease, fingerprints) =>
      reading(linksByFingerprint(database, lease, fingerprints)),
    unlisted: (lease, request) => reading(unlisted(database, lease, request)),
    occurrencesOf: (lease, keys) => reading(occurrencesOf(database, lease, keys)),
    pendingEnds: (lease, limit) => reading(pendingEnds(database, lease, limit)),
    dueParked: (lease, now, limit) => reading(dueParked(database, lease, now, limit)),
    dueWrites: (lease, now, limit) => reading(dueWrites(database, lease, now, limit)),
    findAddresses: async (organizationId, addresses) =>
      addresses.length === 0 ? [] : reading(findAddresses({ organizationId, addresses })),
    commit: (lease, effects, now) => commit({ lease, effects: joinEffects(effects), now }),
    close: async (lease, cycle, last) => {
      if (last === undefined) await close({ lease, cycle })
      else {
        await commit({ lease, effects: joinEffects(last), now: cycle.endedAt, close: cycle })
      }
    },
  }
}
