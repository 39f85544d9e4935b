import { activityTypeOf } from './activity.ts'
import { wears } from './category.ts'
import type { SyncError } from './errors.ts'
import { ITEM_TRIES_MAX, isReleased } from './policy.ts'
import type { FolderId, Instant, ItemRef, Link, LinkedLink, OtherLink, WholeItem } from './types.ts'

/**
 * An item that `decideItem` wants tracked or updated. `decideRead` decides it again once it was
 * read whole.
 */
export type ItemToRead = ItemReading & ReadFacts

export type ItemReading =
  /** The known link. For a new item it is the link to store if the item has to be parked. */
  | { readonly kind: 'track'; readonly link: Link }
  | { readonly kind: 'update'; readonly link: LinkedLink }

interface ReadFacts {
  readonly ref: ItemRef
  readonly rule: string
  readonly seen: string
  /** The whole item, if the page contained it anyway. */
  readonly whole: WholeItem | null
  /** It was reported as a change. A listing also reports old marks. */
  readonly isNews: boolean
  /** The item lies in Sent Items, so the mailbox sent it (TR8). */
  readonly outgoing: boolean
  /** The organizer's own copy of this meeting is linked, too, and leads (AC2). */
  readonly organizerElsewhere: boolean
}

export interface ReadContext {
  readonly now: Instant
  readonly trackedNames: ReadonlySet<string>
  readonly undeliverableNames: ReadonlySet<string>
  readonly trackAppointmentsFromNonOrganizer: boolean
  /** Folders of the mailbox; null if the item may lie anywhere. */
  readonly folders: ReadonlySet<FolderId> | null
}

/**
 * What follows from an item that was read whole.
 * - `leave`: nothing; the next page reports the item again
 * - `keep`: the link is stored, the activity stays as it is
 * - `park`: the item is parked with the reason and tried again
 * - `create`: a new activity is created, or the one of another copy joined
 * - `update`: the fields are carried over to the item's activity
 */
export type ReadDecision =
  | { readonly kind: 'leave' }
  | { readonly kind: 'keep'; readonly link: Link }
  | { readonly kind: 'park'; readonly error: SyncError }
  | ({ readonly kind: 'create' } & NewActivity)
  | { readonly kind: 'update'; readonly link: LinkedLink }

export interface NewActivity {
  readonly rule: string
  readonly seen: string
  /** `unseen`: our own mark isn't on the item yet (TR16). */
  readonly mark: 'seen' | 'unseen'
  /** When the mark was put on; null if that isn't known, after a listing or a retry. */
  readonly markedAt: Instant | null
  /** The item has the Undeliverable category, which has to be removed (TR13). */
  readonly wasGivenUp: boolean
  readonly leftOut: LeftOutFiles | null
}

/** AC11: attachments that the mail server permanently refuses. */
export interface LeftOutFiles {
  /** `attachment 2 of 3` or `attachments 1, 2 of 3` */
  readonly which: string
  /** The reason for the first of them. */
  readonly refusal: SyncError
}

/**
 * The second decision about an item, after it was read whole (TR2, TR5, TR10, TR13, TR16, AC1,
 * AC2, AC11). It has an answer for every input and uses no I/O and no clock.
 * @param whole null if the item isn't in the mailbox
 */
export function decideRead(
  context: ReadContext,
  asked: ItemToRead,
  whole: WholeItem | null,
): ReadDecision {
  // A permanently deleted message can still be read for a while, from Recoverable Items.
  const isElsewhere = whole?.kind === 'message' && context.folders?.has(whole.folder) === false
  if (whole === null || isElsewhere) {
    return { kind: 'keep', link: goneWhenRead(context.now, asked.link) }
  }
  const refusal = refusalToWaitFor(whole, asked.link)
  if (refusal !== null) return { kind: 'park', error: refusal }
  return asked.kind === 'track'
    ? decideTracking(context, asked, whole)
    : decideUpdate(context, asked, whole)
}

/**
 * The item vanished after the page was read. A linked item is looked up with the other pending
 * ends (TR5).
 */
export function goneWhenRead(at: Instant, link: Link): LinkedLink | OtherLink {
  if (link.state === 'linked') {
    const decision = { rule: 'TR5', at, seen: 'not in the mailbox when read' }
    return { ...link, pendingEnd: 'gone', decision }
  }
  const decision = { rule: 'TR5', at, seen: 'gone before it was tracked' }
  return { ...link, state: 'ended', park: null, decision }
}

/**
 * AC11: if an attachment fails for a temporary reason, its email is parked and retried, as often
 * as any other item.
 */
function refusalToWaitFor(item: WholeItem, { park }: Link): SyncError | null {
  if (item.kind !== 'message' || (park?.tries ?? 0) >= ITEM_TRIES_MAX) return null
  const refusals = item.attachments.map(({ refusal }) => refusal)
  return refusals.find((refusal) => refusal?.isPassing) ?? null
}

type Tracking = Omit<ItemToRead, 'kind'>

function decideTracking(context: ReadContext, asked: Tracking, item: WholeItem): ReadDecision {
  const { now: at, trackedNames, undeliverableNames } = context
  const { link, rule } = asked
  // The mark may have been removed since the page was read; the next page will report that.
  const inherits = item.kind === 'event' && item.eventType === 'occurrence'
  const isMarked = inherits || wears(item.categories, trackedNames)
  const isAsked = isReleased(link.park)
  if (!isMarked && !isAsked) return { kind: 'leave' }
  if (!isMarked && !wears(item.categories, undeliverableNames)) {
    const decision = { rule: 'TR16', at, seen: 'neither category is on it any more' }
    const ended = { ...link, state: 'ended', pendingEnd: null, park: null, decision } as const
    return { kind: 'keep', link: ended }
  }
  if (isRefusedMeeting(context, item)) {
    const decision = { rule: 'AC1', at, seen: 'another organizer’s meeting' }
    const noted = { ...link, state: 'noted', pendingEnd: null, decision } as const
    return { kind: 'keep', link: noted }
  }
  const leftOut = refusedFiles(item)
  return {
    kind: 'create',
    rule,
    seen: leftOut === null ? asked.seen : `${asked.seen}; ${leftOut.which} can't be read`,
    mark: isMarked ? 'seen' : 'unseen',
    markedAt: asked.isNews && rule === 'TR1' ? item.modifiedAt : null,
    wasGivenUp: link.park !== null && (isAsked || link.park.nextTryAt === null),
    leftOut,
  }
}

/** AC1: other organizers' meetings are tracked only if the organization wants that. */
function isRefusedMeeting(context: ReadContext, item: WholeItem): boolean {
  return item.kind === 'event' && !item.isOrganizer && !context.trackAppointmentsFromNonOrganizer
}

function refusedFiles(item: WholeItem): LeftOutFiles | null {
  if (item.kind !== 'message') return null
  const places = item.attachments.flatMap(({ refusal }, at) => (refusal === null ? [] : [at + 1]))
  const refusal = item.attachments[places[0]! - 1]?.refusal
  if (refusal == null) return null
  const word = places.length === 1 ? 'attachment' : 'attachments'
  return { which: `${word} ${places.join(', ')} of ${item.attachments.length}`, refusal }
}

function decideUpdate(
  context: ReadContext,
  asked: Extract<ItemToRead, { kind: 'update' }>,
  item: WholeItem,
): ReadDecision {
  const link: LinkedLink = {
    ...asked.link,
    folder: item.folder,
    changeKey: item.changeKey,
    park: null,
    decision: { rule: 'TR2', at: context.now, seen: 'changed; fields carried over' },
    ...eventFacts(item),
  }
  if (isLed(link, asked.organizerElsewhere)) return { kind: 'keep', link }
  if (activityTypeOf(item) === link.activityType) return { kind: 'update', link }
  // A single appointment that became a series, or the reverse, needs another type of activity.
  const anew = { ...asked, rule: 'TR10', seen: 'became a series or a single one' }
  return decideTracking(context, anew, item)
}

/**
 * AC2: the organizer's copy of a meeting leads, since an attendee's copy may be outdated or
 * edited.
 * @param organizerElsewhere the organizer's own copy is linked to the same activity
 */
export function isLed(
  { kind, isOrganizer }: Pick<Link, 'kind' | 'isOrganizer'>,
  organizerElsewhere: boolean,
): boolean {
  return organizerElsewhere && kind === 'event' && !isOrganizer
}

/** The facts of an event that its link stores. */
export function eventFacts(item: WholeItem): Pick<Link, 'isOrganizer' | 'itemEnd' | 'masterKey'> {
  if (item.kind !== 'event') return { isOrganizer: false, itemEnd: null, masterKey: null }
  const itemEnd = item.eventType === 'master' ? null : item.end
  return { isOrganizer: item.isOrganizer, itemEnd, masterKey: item.masterKey }
}
