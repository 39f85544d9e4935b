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

/** What tells how a mark, or its absence, is to be read. */
export interface MarkContext {
  readonly now: Instant
  /** Marks are read: the feature is on and the category stands in the master list (CL6). */
  readonly marksRead: boolean
  /** Ids of the folders that weren't read to their end since the feature came on again (CL7). */
  readonly foldersBehind: ReadonlySet<string>
  readonly trackedNames: ReadonlySet<string>
}

export interface TrackingContext extends MarkContext {
  readonly folderRole: FolderRole
}

/**
 * The one thing to do for one item. `link` is the link as it shall be stored; null = none to keep.
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
 * Decides one item of a page (TR1-TR4, TR7-TR10, TR13, CL6, CL7). Total, free of I/O and clocks.
 * Items that are gone are `decideGone`'s.
 *
 * A missing mark means different things, so the link remembers what was last known of it: seen
 * before and missing now means that the user untracks it (TR4); never seen is our own stamp not yet
 * written (TR3); gone while the feature was off means nothing (CL6).
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

/** Why a marked item isn't tracked, or null. */
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

/** A parked item is tried again where it lies then. */
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

/** The mark went before the item was ever tracked, or after it was untracked. */
function forgetUnmarked(
  context: TrackingContext,
  link: UnlinkedLink,
  item: SeenItem,
): ItemDecision {
  if (link.park?.nextTryAt === null) {
    // Given up: remember that the mark was off, so that marking by hand is seen (TR13).
    if (link.mark === 'forgone') return { kind: 'ignore' }
    return { kind: 'keep', link: { ...link, mark: 'forgone', changeKey: item.changeKey } }
  }
  // TR16: it wears Undeliverable, and is about to be tried.
  if (isReleased(link.park)) return { kind: 'ignore' }
  if (item.categories === null) return { kind: 'ignore' }
  if (deletedInCrm(link)) return { kind: 'keep', link: markTakenOff(context.now, link) }
  if (link.state === 'ended') return { kind: 'ignore' }
  const decision = { rule: 'TR4', at: context.now, seen: 'mark removed before it was tracked' }
  return { kind: 'keep', link: { ...link, state: 'ended', park: null, decision } }
}

/**
 * TR15: the activity was deleted in the CRM while the mark was on the item. That mark has been
 * answered; only one put on anew tracks again.
 */
export const deletedInCrm = (link: Link | null): boolean =>
  link?.state === 'ended' && link.mark === 'seen' && link.decision.rule === 'TR15'

/** From here on a mark on the item is a new one. */
export const markTakenOff = (now: Instant, link: Link): Link => ({
  ...link,
  mark: 'unseen',
  decision: { rule: 'TR15', at: now, seen: 'mark removed after its activity was deleted' },
})

/** TR13: between tries nothing happens; after giving up only a mark put on anew tries again. */
function mayTryAgain(context: TrackingContext, link: Link): boolean {
  if (link.park === null) return true
  if (link.park.nextTryAt === null) return link.mark === 'forgone'
  return link.park.nextTryAt <= context.now
}

/**
 * CL6, CL7: whether nothing follows from a missing mark, since it may have gone while the feature
 * was off. An item that moved counts with the folder it was last seen in.
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
  // A mark that was never seen can't have gone in the folder that the item was in before.
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
 * A folder says an item left it (TR5). A move tells the same, in any order with the item's arrival
 * elsewhere: only a link that still points at this folder is put down as perhaps gone, and looked
 * up once every folder was read.
 */
export function decideGone(now: Instant, folder: string, link: Link | null): Link | null {
  if (link === null || link.state !== 'linked') return null
  if (link.folder !== folder || link.pendingEnd !== null) return null
  return decided({ now }, { ...link, pendingEnd: 'gone' }, 'TR5', 'removed from its folder')
}

/** Whether two links would be stored the same: a commit is spared then. */
export function sameLink(a: Link | null, b: Link): boolean {
  return a !== null && JSON.stringify(a) === JSON.stringify(b)
}
