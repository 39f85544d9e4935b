import {
  type AddressBook,
  addressBook,
  addressesOf,
  afterEvent,
  type CycleEvent,
  type CycleInput,
  type CycleState,
  type DraftContext,
  type Instant,
  isSynchronized,
  type MarkContext,
  namesOf,
  type ParkContext,
  type RoundContext,
  startingState,
  type WholeItem,
} from '@trackmark/core'
import type { EngineDeps } from './deps.ts'
import type { Mailbox } from './ports/index.ts'

/** A claimed mailbox and the state of its cycle. */
export interface Claimed {
  readonly deps: EngineDeps
  readonly input: CycleInput
  readonly startedAt: Instant
  /** State after the last event. */
  readonly state: CycleState
  /** The only way in which `state` changes. */
  happened(event: CycleEvent): void
}

/** One cycle under way in a mailbox that was opened. */
export interface Run extends Claimed {
  readonly mailbox: Mailbox
  /** CL6: false while the feature is off or the mailbox isn't synchronized. */
  readonly marksRead: boolean
}

export function beginCycle(deps: EngineDeps, input: CycleInput): Claimed {
  let state = startingState(input)
  return {
    deps,
    input,
    startedAt: deps.clock(),
    get state() {
      return state
    },
    happened(event) {
      state = afterEvent(state, event)
    },
  }
}

export function newRun(claimed: Claimed, mailbox: Mailbox): Run {
  const { deps, input, startedAt, happened } = claimed
  return {
    deps,
    input,
    startedAt,
    get state() {
      return claimed.state
    },
    happened,
    mailbox,
    marksRead: input.settings.trackCategorizedItems && isSynchronized(input),
  }
}

export function trackedNames(run: Run): ReadonlySet<string> {
  return namesOf(run.state.categories.tracked)
}

/** What determines the meaning of marks in this cycle. */
export function markContext(run: Run): MarkContext {
  const { foldersBehind } = run.state
  const now = run.deps.clock()
  return { now, marksRead: run.marksRead, foldersBehind, trackedNames: trackedNames(run) }
}

export function parkContext({ deps, input }: Claimed): ParkContext {
  const { name } = input.mailbox
  return { now: deps.clock(), mailboxName: name, pauseScale: deps.pauseScale(input) }
}

export function roundContext(run: Run): RoundContext {
  const undeliverableNames = namesOf(run.state.categories.undeliverable)
  return { ...markContext(run), ...parkContext(run), undeliverableNames }
}

export function countParked(run: Claimed, count: number): void {
  if (count === 0) return
  run.happened({ kind: 'parked', count })
  run.deps.observe?.({ kind: 'parked', count })
}

/** Context for the draft of one item's activity. */
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
