import { wears } from './category.ts'
import { isReleased } from './policy.ts'
import type {
  EndReason,
  FolderId,
  FolderRole,
  Instant,
  Link,
  LinkedLink,
  SeenItem,
  UnlinkedLink,
} from './types.ts'

/** What determines the meaning of a mark or of its absence. */
export interface MarkContext {
  readonly now: Instant
  /** Marks count: the feature is on and the category exists in the master list (CL6). */
  readonly marksRead: boolean
  /**
   * Ids of the folders that haven't been read to their end since the feature was switched on again
   * (CL7).
   */
  readonly foldersBehind: ReadonlySet<string>
  readonly trackedNames: ReadonlySet<string>
}

export interface TrackingContext extends MarkContext {
  readonly folderRole: FolderRole
}

/**
 * The one thing to do for an item. `link` is the link to store; null if there is none.
 * - `track`: read it whole, create or join its activity, store the link as linked
 * - `update`: carry its fields over to its activity
 * - `stamp`: queue our own mark
 * - `keep`: store `link` if it differs, nothing else
 */
export type ItemDecision =
  | { readonly kind: 'ignore' }
  | { readonly kind: 'track'; readonly rule: string; readonly seen: string }
  | { readonly kind: 'update'; readonly link: LinkedLink }
  | { readonly kind: 'stamp'; readonly link: LinkedLink }
  | { readonly kind: 'keep'; readonly link: Link }
  | { readonly kind: 'note'; readonly rule: string; readonly seen: string }

/**
 * Decides one item of a page (TR1-TR4, TR7-TR10, TR13, CL6, CL7). It has an answer for every input
 * and uses no I/O and no clock. `decideGone` decides items that are gone.
 *
 * A missing mark can mean several things, so the link stores what was last known about it. If it
 * was seen before, the user untracked the item (TR4). If it was never seen, our own stamp isn't
 * written yet (TR3). If it vanished while the feature was off, that means nothing (CL6).
 */
export function decideItem(
  context: TrackingContext,
  item: SeenItem,
  link: Link | null,
): ItemDecision {
  if (link?.state === 'linked') return decideLinked(context, item, link)
  const marked = item.categories !== null && wears(item.categories, context.trackedNames)
  if (!context.marksRead) return { kind: 'ignore' }
  if (!marked) return link === null ? { kind: 'ignore' } : forgetUnmarked(context, link, item)
  if (deletedInCrm(link)) return { kind: 'ignore' }

  const obstacle = obstacleTo(context, item)
  if (obstacle !== null) return noteOnce(link, obstacle)
  if (link?.park && !mayTryAgain(context, link)) return followed(link, item)
  return {
    kind: 'track',
    rule: link?.park ? 'TR13' : 'TR1',
    seen: link?.state === 'ended' ? 'marked again' : 'marked',
  }
}

/** The reason why a marked item isn't tracked; null if there is none. */
function obstacleTo(
  context: TrackingContext,
  item: SeenItem,
): { rule: string; seen: string } | null {
  if (item.isMeetingMessage) {
    return { rule: 'TR10', seen: 'a meeting message; mark the meeting in the calendar instead' }
  }
  if (item.isDraft) return { rule: 'TR8', seen: 'a draft; it is tracked once it is sent' }
  switch (context.folderRole) {
    case 'drafts':
    case 'outbox':
      return { rule: 'TR8', seen: 'not sent yet; it is tracked once it is sent' }
    case 'junk':
      return { rule: 'TR8', seen: 'lies in Junk Email; move it to another folder to track it' }
    case 'deleted':
      return { rule: 'TR8', seen: 'lies in Deleted Items; move it to another folder to track it' }
    case 'flagged':
      return { rule: 'TR9', seen: 'flagged mail in the task list; mark the email instead' }
    default:
      return null
  }
}

/** A parked item is retried where it lies at that time. */
function followed(link: UnlinkedLink, item: SeenItem): ItemDecision {
  if (item.folder === link.folder) return { kind: 'ignore' }
  return { kind: 'keep', link: { ...link, folder: item.folder } }
}

function noteOnce(link: Link | null, obstacle: { rule: string; seen: string }): ItemDecision {
  const same =
    link?.state === 'noted' &&
    link.decision.rule === obstacle.rule &&
    link.decision.seen === obstacle.seen
  return same ? { kind: 'ignore' } : { kind: 'note', ...obstacle }
}

/** The mark was removed before the item was tracked, or after it was untracked. */
function forgetUnmarked(
  context: TrackingContext,
  link: UnlinkedLink,
  item: SeenItem,
): ItemDecision {
  if (link.park?.nextTryAt === null) {
    // The item was given up: its link records that the mark is off, so that a mark put on by hand
    // is noticed (TR13).
    if (link.mark === 'forgone') return { kind: 'ignore' }
    return { kind: 'keep', link: { ...link, mark: 'forgone', changeKey: item.changeKey } }
  }
  // TR16: the item has the Undeliverable category and is about to be tried.
  if (isReleased(link.park)) return { kind: 'ignore' }
  if (item.categories === null) return { kind: 'ignore' }
  if (deletedInCrm(link)) return { kind: 'keep', link: markTakenOff(context.now, link) }
  if (link.state === 'ended') return { kind: 'ignore' }
  const decision = { rule: 'TR4', at: context.now, seen: 'mark removed before it was tracked' }
  return { kind: 'keep', link: { ...link, state: 'ended', park: null, decision } }
}

/**
 * TR15: the activity was deleted in the CRM while the item carried the mark. That mark doesn't
 * track the item again; only a new one does.
 */
export const deletedInCrm = (link: Link | null): boolean =>
  link?.state === 'ended' && link.mark === 'seen' && link.decision.rule === 'TR15'

/** The link of an item without a mark: the next mark on it counts as new. */
export const markTakenOff = (now: Instant, link: Link): Link => ({
  ...link,
  mark: 'unseen',
  decision: { rule: 'TR15', at: now, seen: 'mark removed after its activity was deleted' },
})

/** TR13: between tries nothing happens; after the last one only a new mark causes another try. */
function mayTryAgain(context: TrackingContext, link: Link): boolean {
  if (link.park === null) return true
  if (link.park.nextTryAt === null) return link.mark === 'forgone'
  return link.park.nextTryAt <= context.now
}

/**
 * CL6, CL7: whether a missing mark means nothing, because it may have vanished while the feature
 * was off. An item that moved counts with the folder in which it was last seen.
 */
export function mayHaveGoneWhileOff(
  { marksRead, foldersBehind }: MarkContext,
  folder: FolderId,
  link: Link,
): boolean {
  return !marksRead || foldersBehind.has(folder) || foldersBehind.has(link.folder)
}

function decideLinked(context: TrackingContext, item: SeenItem, link: LinkedLink): ItemDecision {
  const changed = item.kind !== 'message' && item.changeKey !== link.changeKey
  const here: LinkedLink = {
    ...link,
    folder: item.folder,
    pendingEnd: link.pendingEnd === 'gone' ? null : link.pendingEnd,
  }
  if (item.categories === null) return settle(changed, here)

  const marked = wears(item.categories, context.trackedNames)
  if (marked) {
    return settle(changed, { ...here, mark: 'seen', pendingEnd: null })
  }
  // A mark that was never seen can't have vanished in the item's previous folder.
  const left = link.mark === 'unseen' ? here : link
  if (mayHaveGoneWhileOff(context, item.folder, left)) {
    const mark = link.mark === 'seen' ? 'forgone' : link.mark
    return settle(changed, { ...here, mark, pendingEnd: null })
  }
  switch (link.mark) {
    case 'unseen':
      return { kind: 'stamp', link: decided(context, here, 'TR3', 'linked, mark not on it yet') }
    case 'seen':
      return pend(context, here, 'markRemoved')
    case 'forgone':
      return settle(changed, here)
  }
}

function settle(changed: boolean, link: LinkedLink): ItemDecision {
  return changed ? { kind: 'update', link } : { kind: 'keep', link }
}

function pend(context: TrackingContext, link: LinkedLink, reason: EndReason): ItemDecision {
  if (link.pendingEnd === reason) return { kind: 'keep', link }
  const rule = reason === 'markRemoved' ? 'TR4' : 'TR5'
  const seen = reason === 'markRemoved' ? 'mark missing' : 'removed from its folder'
  return {
    kind: 'keep',
    link: decided(context, { ...link, pendingEnd: reason }, rule, seen),
  }
}

function decided(
  context: { now: Instant },
  link: LinkedLink,
  rule: string,
  seen: string,
): LinkedLink {
  return { ...link, decision: { rule, at: context.now, seen } }
}

/**
 * A folder reports that an item left it (TR5). A move causes the same report, before or after the
 * item appears in another folder. So only a link that still points to this folder is marked as
 * perhaps gone; it is looked up once every folder was read.
 */
export function decideGone(now: Instant, folder: string, link: Link | null): Link | null {
  if (link === null || link.state !== 'linked') return null
  if (link.folder !== folder || link.pendingEnd !== null) return null
  return decided({ now }, { ...link, pendingEnd: 'gone' }, 'TR5', 'removed from its folder')
}

/** Whether two links are stored the same, so that no commit is needed. */
export function sameLink(a: Link | null, b: Link): boolean {
  return a !== null && JSON.stringify(a) === JSON.stringify(b)
}
