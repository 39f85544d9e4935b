import {
  type AddressBook,
  addressBook,
  addressesOf,
  type CategoryState,
  type CycleInput,
  type CycleNumbers,
  type CycleTrouble,
  type DraftContext,
  type FolderCursor,
  type Instant,
  isSynchronized,
  type MarkContext,
  namesOf,
  newCategory,
  type ParkContext,
  type RoundContext,
  type WholeItem,
} from '@trackmark/core'
import type { EngineDeps } from './deps.ts'
import type { Mailbox } from './ports/index.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** A claimed mailbox, and what its cycle has counted so far. */
export interface Claimed {
  readonly deps: EngineDeps
  readonly input: CycleInput
  readonly startedAt: Instant
  readonly counts: { processed: number; failed: number; pendingEnds: number; writes: number }
  readonly numbers: Writable<Omit<CycleNumbers, 'latenciesMs'>> & { latenciesMs: number[] }
}

/** One cycle under way in an opened mailbox, and what has become of it so far. */
export interface Run extends Claimed {
  readonly mailbox: Mailbox
  readonly categories: { tracked: CategoryState; undeliverable: CategoryState }
  /** How far each folder was read before this cycle. */
  cursors: readonly FolderCursor[]
  /** Ids of the folders not read to their end since the feature came on again (CL7). */
  foldersBehind: ReadonlySet<string>
  /** What the next listing of folders goes on from. */
  hierarchy: string | null
  /** The category list was read when it was asked for last: no rename is unknown (CL10). */
  namesAreKnown: boolean
  /** What was left out of this cycle, the first of it: the rest went on (CY20, CL10). */
  trouble: CycleTrouble | null
  /** What this mailbox lacks or forbids for good: the cycle succeeds without it (MB20). */
  note: CycleTrouble | null
  /** CL6: false while the feature is off or the mailbox isn't synchronized. */
  readonly marksRead: boolean
}

export function beginCycle(deps: EngineDeps, input: CycleInput): Claimed {
  const { pendingEnds, writesDue } = input.counts
  return {
    deps,
    input,
    startedAt: deps.clock(),
    counts: { processed: 0, failed: 0, pendingEnds, writes: writesDue },
    numbers: { tracked: 0, ended: 0, provisioned: 0, removed: 0, latenciesMs: [] },
  }
}

export function newRun(claimed: Claimed, mailbox: Mailbox): Run {
  const { input } = claimed
  const find = (purpose: CategoryState['purpose']) =>
    input.categories.find((category) => category.purpose === purpose) ?? newCategory(purpose)
  return {
    ...claimed,
    mailbox,
    categories: { tracked: find('tracked'), undeliverable: find('undeliverable') },
    cursors: input.cursors,
    foldersBehind: new Set(),
    hierarchy: input.hierarchy,
    namesAreKnown: false,
    trouble: null,
    note: null,
    marksRead: input.settings.trackCategorizedItems && isSynchronized(input),
  }
}

export function trackedNames(run: Run): ReadonlySet<string> {
  return namesOf(run.categories.tracked)
}

/** How marks are read in this cycle. */
export function markContext(run: Run): MarkContext {
  const { marksRead, foldersBehind } = run
  return { now: run.deps.clock(), marksRead, foldersBehind, trackedNames: trackedNames(run) }
}

export function parkContext({ deps, input }: Claimed): ParkContext {
  const { name } = input.mailbox
  return { now: deps.clock(), mailboxName: name, pauseScale: deps.pauseScale(input) }
}

export function roundContext(run: Run): RoundContext {
  const undeliverableNames = namesOf(run.categories.undeliverable)
  return { ...markContext(run), ...parkContext(run), undeliverableNames }
}

export function countParked(run: Claimed, count: number): void {
  if (count === 0) return
  run.counts.failed += count
  run.deps.observe?.({ kind: 'parked', count })
}

/** Works for one item: how it got here, and what shall be stored once it is an activity. */
export function draftContext(run: Run, book: AddressBook, outgoing: boolean): DraftContext {
  const { settings, mailbox } = run.input
  return {
    book,
    outgoing,
    mailboxOwnerId: mailbox.ownerId,
    unresolveOnMultipleMatch: settings.unresolveOnMultipleMatch,
    unresolveSenderOnMultipleMatch: settings.unresolveSenderOnMultipleMatch,
    resolveForInactive: settings.resolveForInactive,
    syncPrivateFlag: settings.syncPrivateFlag,
  }
}

/** One lookup for all people of some items. */
export async function bookFor(run: Run, items: readonly WholeItem[]): Promise<AddressBook> {
  const addresses = [...new Set(items.flatMap(addressesOf))]
  if (addresses.length === 0) return new Map()
  const { organizationId } = run.input.lease
  return addressBook(await run.deps.store.findAddresses(organizationId, addresses))
}
