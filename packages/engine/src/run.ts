import {
  type AddressBook,
  ALERT,
  addressBook,
  addressesOf,
  type CategoryState,
  type ClosedAlert,
  type Commit,
  type CommitResult,
  type Create,
  type CycleInput,
  type CycleNumbers,
  type CycleTrouble,
  type DraftContext,
  type FolderCursor,
  type Instant,
  isSynchronized,
  type Link,
  latencyMs,
  type MarkContext,
  namesOf,
  newCategory,
  RefusedDataError,
  type Update,
  type WholeItem,
} from '@trackmark/core'
import type { EngineDeps } from './deps.ts'
import { type Parked, parkLink } from './park.ts'
import type { MailboxPort } from './ports.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** One cycle under way: what was claimed, and what has become of it so far. */
export interface Run {
  readonly deps: EngineDeps
  readonly input: CycleInput
  readonly mailbox: MailboxPort
  readonly startedAt: Instant
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
  readonly counts: { processed: number; failed: number; pendingEnds: number; writes: number }
  readonly numbers: Writable<Omit<CycleNumbers, 'latenciesMs'>> & { latenciesMs: number[] }
}

export function newRun(deps: EngineDeps, input: CycleInput): Run {
  const find = (purpose: CategoryState['purpose']) =>
    input.categories.find((category) => category.purpose === purpose) ?? newCategory(purpose)
  return {
    deps,
    input,
    mailbox: deps.openMailbox(input),
    startedAt: deps.clock(),
    categories: { tracked: find('tracked'), undeliverable: find('undeliverable') },
    cursors: input.cursors,
    foldersBehind: new Set(),
    hierarchy: input.hierarchy,
    namesAreKnown: false,
    trouble: null,
    note: null,
    marksRead: input.settings.trackCategorizedItems && isSynchronized(input),
    counts: {
      processed: 0,
      failed: 0,
      pendingEnds: input.counts.pendingEnds,
      writes: input.counts.writesDue,
    },
    numbers: { tracked: 0, ended: 0, provisioned: 0, removed: 0, latenciesMs: [] },
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

/**
 * Commits, and counts. Where the database refuses a value, every activity is tried by itself and
 * the refused ones are parked, so that one item never holds up its page, nor is lost with it.
 */
export async function commit(run: Run, asked: Commit): Promise<CommitResult> {
  if (isEmpty(asked)) return { created: 0, joined: 0 }
  const wish = withoutOldAlerts(asked)
  const now = run.deps.clock()
  try {
    const result = await run.deps.store.commit(run.input.lease, wish, now)
    observe(run, wish, result)
    return result
  } catch (error) {
    const activities = (wish.creates?.length ?? 0) + (wish.updates?.length ?? 0)
    if (!(error instanceof RefusedDataError) || activities === 0) throw error
    return commitOneByOne(run, wish)
  }
}

async function commitOneByOne(run: Run, wish: Commit): Promise<CommitResult> {
  const { creates = [], updates = [], ...rest } = wish
  const refused: Parked[] = []
  let created = 0
  let joined = 0
  const attempt = async (part: { creates: Create[] } | { updates: Update[] }, link: Link) => {
    try {
      const result = await run.deps.store.commit(run.input.lease, part, run.deps.clock())
      observe(run, part, result)
      created += result.created
      joined += result.joined
    } catch (error) {
      if (!(error instanceof RefusedDataError)) throw error
      refused.push(parkLink(run, link, error))
    }
  }
  for (const create of creates) {
    await attempt({ creates: [create] }, { ...create.link, park: create.parkedBefore })
  }
  for (const update of updates) await attempt({ updates: [update] }, update.link)

  const parked = new Set(refused.map(({ link }) => link.key))
  await run.deps.store.commit(
    run.input.lease,
    {
      ...rest,
      links: [
        ...(rest.links ?? []).filter((link) => !parked.has(link.key)),
        ...refused.map(({ link }) => link),
      ],
      alerts: [...(rest.alerts ?? []), ...refused.map(({ alert }) => alert)],
      writes: [...(rest.writes ?? []), ...refused.flatMap(({ writes }) => writes)],
    },
    run.deps.clock(),
  )
  return { created, joined }
}

function observe(run: Run, wish: Commit, result: CommitResult): void {
  run.counts.processed += (wish.creates?.length ?? 0) + (wish.updates?.length ?? 0)
  run.counts.pendingEnds += (wish.links ?? []).filter((link) => link.pendingEnd !== null).length
  run.counts.writes += wish.writes?.length ?? 0
  run.numbers.tracked += result.created + result.joined
  const marked = (wish.creates ?? []).flatMap(({ markedAt }) => markedAt ?? [])
  if (marked.length > 0) {
    const now = run.deps.clock()
    run.numbers.latenciesMs.push(...marked.map((at) => latencyMs(at, now)))
  }
  if (result.created + result.joined > 0) run.deps.observe?.({ kind: 'tracked', ...result })
}

/** An item that needs no further try has nothing left to tell of. */
function withoutOldAlerts(wish: Commit): Commit {
  const over = (wish.links ?? []).filter(
    ({ state, park }) => park === null && (state === 'ended' || state === 'noted'),
  )
  if (over.length === 0) return wish
  const codes = [ALERT.itemParked, ALERT.itemGivenUp]
  const closed = over.flatMap(({ key }) => itemAlertsClosed(key, codes))
  return { ...wish, closeAlerts: [...(wish.closeAlerts ?? []), ...closed] }
}

export function isEmpty(wish: Commit): boolean {
  return Object.values(wish).every(
    (part) => part === undefined || part === false || part?.length === 0,
  )
}

/** Closes what was told of an item while it failed. */
export function itemAlertsClosed(key: string, codes: readonly number[]): ClosedAlert[] {
  return codes.map((code) => ({ code, subject: key }))
}
