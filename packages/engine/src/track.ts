import {
  ALERT,
  type Alert,
  attachmentsLeftOut,
  type Commit,
  type Create,
  draftActivity,
  type FolderId,
  type Instant,
  ITEM_TRIES_MAX,
  type ItemRef,
  identityOf,
  isOutgoing,
  isReleased,
  type Link,
  namesOf,
  type SyncError,
  type Update,
  type WholeEvent,
  type WholeItem,
  wears,
} from '@trackmark/core'
import { parkLink, unexpectedAtItem, write } from './park.ts'
import type { Outcome } from './ports.ts'
import { bookFor, commit, draftContext, itemAlertsClosed, type Run, trackedNames } from './run.ts'

/** Items read whole and committed together: bounds memory and the size of a transaction. */
export const WHOLE_ITEMS_MAX = 100

/** An item to be tracked or brought up to date. */
export interface Work {
  readonly ref: ItemRef
  /** The link as known; for an item never met, what would be stored if it has to be parked. */
  readonly link: Link
  readonly kind: 'track' | 'update'
  readonly rule: string
  readonly seen: string
  readonly whole: WholeItem | null
  /** A change told of it, not a listing, which brings old marks too. */
  readonly isNews: boolean
  /** Role of the folder it lies in: Sent Items makes mail outgoing (TR8). */
  readonly outgoing: boolean
  /** The organizer's own copy of this meeting is linked too and leads (AC2). */
  readonly organizerElsewhere: boolean
}

interface TrackedWorks {
  readonly commit: Commit
  readonly masters: readonly ItemRef[]
}

/**
 * Tracks works, and commits what comes of it together with `rest`. Waits where the
 * process holds too many items already.
 * @param folders where given, a message that lies in none of them counts as gone
 * @returns series that became tracked by it
 */
export async function trackAndCommit(
  run: Run,
  works: readonly Work[],
  { rest = {}, folders }: { rest?: Commit; folders?: ReadonlySet<FolderId> } = {},
): Promise<readonly ItemRef[]> {
  const toRead = works.filter((work) => work.whole === null).length
  const perform = async () => {
    const tracked = await trackAll(run, works, folders)
    await commit(run, { ...rest, ...merge([tracked, { commit: rest }]) })
    return tracked.masters
  }
  return toRead === 0 ? perform() : run.deps.room.wholeItems.hold(toRead, perform)
}

/**
 * Reads what isn't there yet, in batches, resolves all people at once, and drafts. An item that
 * can't be read is parked; a server that asks to slow down stops the page, which is read again.
 */
async function trackAll(
  run: Run,
  works: readonly Work[],
  folders?: ReadonlySet<FolderId>,
): Promise<TrackedWorks> {
  const wholes = await readMissing(run, works)
  const read = wholes.flatMap((outcome) => (outcome.ok && outcome.value ? [outcome.value] : []))
  const book = await bookFor(run, read)

  const parts = works.map((work, index) => {
    const outcome = wholes[index]!
    if (!outcome.ok) return parked(run, work, outcome.error)
    const { value } = outcome
    // What was deleted for good can be read a while longer, from Recoverable Items.
    const isElsewhere = value?.kind === 'message' && folders?.has(value.folder) === false
    if (value === null || isElsewhere) {
      return { commit: { links: [gone(run.deps.clock(), work.link)] } }
    }
    const refusal = waitedFor(value, work.link)
    if (refusal !== null) return parked(run, work, refusal)
    try {
      return work.kind === 'track' ? track(run, work, value, book) : update(run, work, value, book)
    } catch (error) {
      return parked(run, work, unexpectedAtItem(run, error))
    }
  })
  return { commit: merge(parts), masters: parts.flatMap((part) => part.master ?? []) }
}

interface Part {
  readonly commit: Commit
  readonly master?: ItemRef
}

async function readMissing(
  run: Run,
  works: readonly Work[],
): Promise<readonly Outcome<WholeItem | null>[]> {
  const missing = works.filter((work) => work.whole === null)
  const outcomes =
    missing.length === 0
      ? []
      : await run.mailbox.readWhole(
          missing.map((work) => work.ref),
          {
            attachmentBytesMax: run.input.settings.attachmentBytesMax,
            marked: run.marksRead ? run.categories.tracked.name : null,
          },
        )
  // What would meet the next request too must use up no try of an item (CY7).
  const wider = outcomes.find((outcome) => !outcome.ok && outcome.error.reach === 'mailbox')
  if (wider !== undefined && !wider.ok) throw wider.error
  const byWork = new Map(missing.map((work, index) => [work, outcomes[index]!]))
  return works.map((work) => byWork.get(work) ?? { ok: true, value: work.whole })
}

/**
 * AC11: an attachment that fails for reasons of the moment has its email tried again, as often as
 * any item is.
 */
function waitedFor(item: WholeItem, { park }: Link): SyncError | null {
  if (item.kind !== 'message' || (park?.tries ?? 0) >= ITEM_TRIES_MAX) return null
  const refusals = item.attachments.map(({ refusal }) => refusal)
  return refusals.find((refusal) => refusal?.disposition === 'retryLater') ?? null
}

/** `attachment 2 of 3`, `attachments 1, 2 of 3`, and why the first of them; null = none was refused. */
function refusedFiles(item: WholeItem): { which: string; refusal: SyncError } | null {
  if (item.kind !== 'message') return null
  const places = item.attachments.flatMap(({ refusal }, at) => (refusal === null ? [] : [at + 1]))
  const refusal = item.attachments[places[0]! - 1]?.refusal
  if (refusal == null) return null
  const word = places.length === 1 ? 'attachment' : 'attachments'
  return { which: `${word} ${places.join(', ')} of ${item.attachments.length}`, refusal }
}

function parked(run: Run, work: Work, error: SyncError): Part {
  const { link, alert, writes } = parkLink(run, work.link, error)
  return { commit: { links: [link], alerts: [alert], writes } }
}

/** Gone between the page and the reading: linked items are looked up with the other ends (TR5). */
export function gone(at: Instant, link: Link): Link {
  if (link.state === 'linked') {
    const decision = { rule: 'TR5', at, seen: 'not in the mailbox when read' }
    return { ...link, pendingEnd: 'gone', decision }
  }
  const decision = { rule: 'TR5', at, seen: 'gone before it was tracked' }
  return { ...link, state: 'ended', park: null, decision }
}

function track(
  run: Run,
  work: Work,
  item: WholeItem,
  book: Awaited<ReturnType<typeof bookFor>>,
): Part {
  const at = run.deps.clock()
  // The mark may have gone since the page was written; the next page will tell (nothing is tracked
  // that isn't marked now).
  const inherits = item.kind === 'event' && item.eventType === 'occurrence'
  const isMarked = inherits || wears(item.categories, trackedNames(run))
  const isWaiting = isReleased(work.link.park)
  if (!isMarked && !isWaiting) return { commit: {} }
  if (!isMarked && !wears(item.categories, namesOf(run.categories.undeliverable))) {
    const decision = { rule: 'TR16', at, seen: 'neither category is on it any more' }
    return { commit: { links: [{ ...work.link, state: 'ended', park: null, decision }] } }
  }
  if (refusesNonOrganizer(run, item)) {
    const decision = { rule: 'AC1', at, seen: 'another organizer’s meeting' }
    return { commit: { links: [{ ...work.link, state: 'noted', decision }] } }
  }
  const lacks = refusedFiles(item)
  const create = createOf(run, item, book, {
    link: work.link,
    outgoing: work.outgoing,
    rule: work.rule,
    seen: lacks === null ? work.seen : `${work.seen}; ${lacks.which} can't be read`,
    mark: isMarked ? 'seen' : 'unseen',
    markedAt: work.isNews && work.rule === 'TR1' ? item.modifiedAt : null,
    seriesId: null,
  })
  const wasParked = work.link.park !== null
  const wasGivenUp = wasParked && (isWaiting || work.link.park?.nextTryAt === null)
  return {
    commit: {
      creates: [create],
      alerts: lacks === null ? [] : [lacksFiles(run, work.link, lacks)],
      closeAlerts: wasParked
        ? itemAlertsClosed(work.link.key, [ALERT.itemParked, ALERT.itemGivenUp])
        : [],
      writes: [
        ...(wasGivenUp ? [write(run, work.link, 'clearUndeliverable')] : []),
        ...(isMarked ? [] : [write(run, work.link, 'stampTracked')]),
      ],
    },
    ...(item.kind === 'event' && item.eventType === 'master' ? { master: work.ref } : {}),
  }
}

function lacksFiles(run: Run, { key }: Link, lacks: { which: string; refusal: SyncError }): Alert {
  const { which, refusal } = lacks
  const code = refusal.serverCode ?? refusal.name
  const { status } = refusal
  // Its own message says that the item is set aside, which it isn't.
  const message =
    status === null
      ? 'The mail server gave no answer that can be read.'
      : `The mail server answered ${status} ${code}.`
  const failure = { code, message, nextTry: null }
  return attachmentsLeftOut(run.input.mailbox.name, key, which, failure)
}

function refusesNonOrganizer(run: Run, item: WholeItem): boolean {
  return (
    item.kind === 'event' &&
    !item.isOrganizer &&
    !run.input.settings.trackAppointmentsFromNonOrganizer
  )
}

export interface CreateWish {
  readonly link: Link
  readonly outgoing: boolean
  readonly rule: string
  readonly seen: string
  readonly mark: Link['mark']
  readonly markedAt: Instant | null
  readonly seriesId: string | null
}

export function createOf(
  run: Run,
  item: WholeItem,
  book: Awaited<ReturnType<typeof bookFor>>,
  wish: CreateWish,
): Create {
  const { mailboxId } = run.input.lease
  const draft = draftActivity(item, draftContext(run, book, wish.outgoing))
  return {
    activityId: run.deps.newId(),
    identity: identityOf(item, wish.outgoing, mailboxId),
    parkedBefore: wish.link.park,
    markedAt: wish.markedAt,
    formerActivityId: wish.link.activityId,
    seriesId: wish.seriesId,
    draft,
    link: {
      ...wish.link,
      state: 'linked',
      folder: item.folder,
      activityId: null,
      activityType: draft.type,
      mark: wish.mark,
      changeKey: item.changeKey,
      pendingEnd: null,
      park: null,
      decision: { rule: wish.rule, at: run.deps.clock(), seen: wish.seen },
      ...eventFacts(item),
    },
  }
}

export function eventFacts(item: WholeItem): Pick<Link, 'isOrganizer' | 'itemEnd' | 'masterKey'> {
  if (item.kind !== 'event') return { isOrganizer: false, itemEnd: null, masterKey: null }
  const itemEnd = item.eventType === 'master' ? null : item.end
  return { isOrganizer: item.isOrganizer, itemEnd, masterKey: item.masterKey }
}

function update(
  run: Run,
  work: Work,
  item: WholeItem,
  book: Awaited<ReturnType<typeof bookFor>>,
): Part {
  const link: Link = {
    ...work.link,
    folder: item.folder,
    changeKey: item.changeKey,
    park: null,
    decision: { rule: 'TR2', at: run.deps.clock(), seen: 'changed; fields carried over' },
    ...eventFacts(item),
  }
  const closeAlerts =
    work.link.park === null ? [] : itemAlertsClosed(link.key, [ALERT.itemParked, ALERT.itemGivenUp])
  // AC2: an attendee's copy may lag behind or be edited; the organizer's copy leads.
  if (work.organizerElsewhere && item.kind === 'event' && !item.isOrganizer) {
    return { commit: { links: [link], closeAlerts } }
  }
  const draft = draftActivity(item, draftContext(run, book, work.outgoing))
  // A single appointment turned into a series, or back, is another kind of activity.
  if (draft.type !== link.activityType) {
    return track(
      run,
      { ...work, rule: 'TR10', seen: 'became a series or a single one' },
      item,
      book,
    )
  }
  const change: Update = { activityId: link.activityId!, draft, link }
  return {
    commit: { updates: [change], closeAlerts },
    ...(isMaster(item) ? { master: work.ref } : {}),
  }
}

function isMaster(item: WholeItem): item is WholeEvent {
  return item.kind === 'event' && item.eventType === 'master'
}

/** Several parts as one transaction. */
function merge(parts: readonly { readonly commit: Commit }[]): Commit {
  return {
    creates: parts.flatMap((part) => part.commit.creates ?? []),
    updates: parts.flatMap((part) => part.commit.updates ?? []),
    links: parts.flatMap((part) => part.commit.links ?? []),
    alerts: parts.flatMap((part) => part.commit.alerts ?? []),
    closeAlerts: parts.flatMap((part) => part.commit.closeAlerts ?? []),
    writes: parts.flatMap((part) => part.commit.writes ?? []),
  }
}

/** Mail found in Sent Items was sent by the mailbox (TR8); other kinds have no direction. */
export function outgoing(ref: ItemRef, role: Parameters<typeof isOutgoing>[0]): boolean {
  return ref.kind === 'message' && isOutgoing(role)
}
