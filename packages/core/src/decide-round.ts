import { ALERT, alertsClosed } from './alerts.ts'
import { wears } from './category.ts'
import type { LoadedLink } from './cycle.ts'
import { type Effects, joinEffects } from './effects.ts'
import type { FolderPage } from './folder-reading.ts'
import { isOutgoing } from './identity.ts'
import { newLink } from './new-link.ts'
import { outgoingWrite } from './outgoing.ts'
import { type ParkContext, parkUnreadable } from './park.ts'
import type { ItemReading, ItemToRead } from './read-item.ts'
import {
  decideGone,
  decideItem,
  type MarkContext,
  sameLink,
  type TrackingContext,
} from './tracking.ts'
import type { FolderRole, ItemKey, ItemRef, Link, SeenItem } from './types.ts'
import { isUnreadable, readAtLast } from './unreadable.ts'

export interface RoundContext extends MarkContext, ParkContext {
  readonly undeliverableNames: ReadonlySet<string>
}

/** What follows from a round: one page of each folder. */
export interface RoundPlan {
  /** Items to be tracked or updated. They have to be read whole first. */
  readonly toRead: readonly ItemToRead[]
  readonly effects: Effects
  /** Linked series whose occurrences showed something new. */
  readonly masters: readonly ItemRef[]
  /** Number of items that were parked because they can't be read (TR20). */
  readonly parked: number
}

/** What the store knows of the items of a round and of the series that they belong to. */
export type KnownLinks = ReadonlyMap<ItemKey, LoadedLink>

/** Keys of the items that a round is about, and of their series. */
export function keysOf(pages: readonly FolderPage[]): readonly ItemKey[] {
  const keys = new Set<ItemKey>()
  for (const { page } of pages) {
    for (const item of page.items) {
      keys.add(item.key)
      if (item.masterKey !== null) keys.add(item.masterKey)
    }
    for (const key of page.removed) keys.add(key)
    for (const { ref } of page.unreadable) keys.add(ref.key)
  }
  return [...keys]
}

/**
 * A plan under construction. If an item comes several times, in one or more folders, the last one
 * counts.
 */
interface Draft {
  readonly context: RoundContext
  readonly loaded: KnownLinks
  readonly toRead: Map<ItemKey, ItemToRead>
  readonly links: Map<ItemKey, Link>
  readonly others: Partial<Effects>[]
  readonly masters: ItemRef[]
  parked: number
}

/**
 * Decides the items of a round (TR1 to TR10, TR20). Removals come last: an item that moved between
 * two folders of the round has arrived by then.
 */
export function decideRound(
  context: RoundContext,
  pages: readonly FolderPage[],
  loaded: KnownLinks,
): RoundPlan {
  const draft: Draft = {
    context,
    loaded,
    toRead: new Map(),
    links: new Map(),
    others: [],
    masters: [],
    parked: 0,
  }
  for (const { folder, cursor, page } of pages) {
    for (const item of page.items) decideOne(draft, item, folder.role, cursor.listing)
  }
  for (const { folder, page } of pages) {
    for (const key of page.removed) decideRemoved(draft, folder.id, key)
  }
  decideUnreadable(draft, pages)
  for (const key of draft.toRead.keys()) draft.links.delete(key)
  const effects = joinEffects(
    { links: [...draft.links.values()], listed: listedIn(draft, pages) },
    ...draft.others,
  )
  const { masters, parked } = draft
  return { toRead: [...draft.toRead.values()], effects, masters, parked }
}

/** The link as the round has decided it so far. */
function currentLink({ links, toRead, loaded }: Draft, key: ItemKey): Link | null {
  return links.get(key) ?? toRead.get(key)?.link ?? loaded.get(key)?.link ?? null
}

function decideOne(draft: Draft, item: SeenItem, folderRole: FolderRole, isListing: boolean): void {
  const { now } = draft.context
  const context: TrackingContext = { ...draft.context, folderRole }
  if (followsSeries(draft, item)) return
  const current = readAgain(draft, item, currentLink(draft, item.key))
  // A listing has to show everything that changes would have shown, including deleted occurrences.
  if (isListing && item.eventType === 'master' && current?.state === 'linked') {
    draft.masters.push(item)
  }
  const decision = decideItem(context, item, current)
  const base = current ?? newLink(item, now)
  const toRead = (reading: ItemReading & Pick<ItemToRead, 'rule' | 'seen'>) =>
    draft.toRead.set(item.key, {
      ...reading,
      ref: { kind: item.kind, key: item.key, folder: item.folder },
      whole: item.whole,
      isNews: !isListing,
      outgoing: isOutgoing(item, folderRole),
      organizerElsewhere: draft.loaded.get(item.key)?.organizerElsewhere ?? false,
    })
  switch (decision.kind) {
    case 'ignore':
      return
    case 'track':
      toRead({ kind: 'track', link: base, rule: decision.rule, seen: decision.seen })
      return
    case 'update':
      toRead({ kind: 'update', link: decision.link, rule: 'TR2', seen: 'changed' })
      return
    case 'note':
      draft.links.set(item.key, {
        ...base,
        state: 'noted',
        pendingEnd: null,
        // An item that was given up stays so, because it still carries the Undeliverable category
        // (TR13).
        park: base.park?.nextTryAt === null ? base.park : null,
        folder: item.folder,
        changeKey: item.changeKey,
        decision: { rule: decision.rule, at: now, seen: decision.seen },
      })
      return
    case 'stamp':
      draft.links.set(item.key, decision.link)
      draft.others.push({ writes: [outgoingWrite(now, decision.link, 'stampTracked')] })
      return
    case 'keep':
      if (!sameLink(current, decision.link)) draft.links.set(item.key, decision.link)
  }
}

/** TR20: this item couldn't be read before and now can. */
function readAgain(draft: Draft, { key, categories }: SeenItem, link: Link | null): Link | null {
  if (link === null || !isUnreadable(link)) return link
  const { now, undeliverableNames } = draft.context
  const next = readAtLast(now, link, categories !== null && wears(categories, undeliverableNames))
  draft.links.set(key, next)
  draft.others.push({ closeAlerts: alertsClosed(key, [ALERT.itemParked]) })
  return next
}

/**
 * TR10: an occurrence follows its series if that is tracked, or becomes tracked in this round. The
 * series is then read as a whole, but only if the occurrence shows something new.
 */
function followsSeries(draft: Draft, item: SeenItem): boolean {
  if (item.masterKey === null) return false
  const series = draft.loaded.get(item.masterKey)?.link
  const isTracked = series?.state === 'linked' && series.pendingEnd === null
  if (!isTracked) return draft.toRead.get(item.masterKey)?.kind === 'track'
  if (showsNews(draft, item)) {
    draft.masters.push({ kind: 'event', key: item.masterKey, folder: item.folder })
  }
  return true
}

function showsNews({ loaded, context }: Draft, item: SeenItem): boolean {
  const known = loaded.get(item.key)?.link
  if (known === undefined || known.changeKey !== item.changeKey) return true
  const lostMark =
    item.categories !== null &&
    known.mark === 'seen' &&
    !wears(item.categories, context.trackedNames)
  const hasMoved = known.state === 'linked' && known.folder !== item.folder
  return lostMark || hasMoved || isUnreadable(known)
}

function decideRemoved(draft: Draft, folder: string, key: ItemKey): void {
  if (draft.toRead.has(key)) return
  const next = decideGone(draft.context.now, folder, currentLink(draft, key))
  if (next !== null) draft.links.set(key, next)
}

/** TR20, CY3: the cursor may move past these items once they are parked. */
function decideUnreadable(draft: Draft, pages: readonly FolderPage[]): void {
  const { context, links, loaded, others } = draft
  const read = new Set(pages.flatMap(({ page }) => page.items.map(({ key }) => key)))
  for (const { ref, error } of pages.flatMap(({ page }) => page.unreadable)) {
    const known = links.get(ref.key) ?? loaded.get(ref.key)?.link ?? null
    // Items skipped while marks aren't read will be read again once they are (CL6).
    if (read.has(ref.key) || (!context.marksRead && known?.state !== 'linked')) continue
    const parked = parkUnreadable(context, ref, known, error)
    if (parked === null) continue
    links.set(ref.key, parked.link)
    others.push({ alerts: parked.alerts })
    draft.parked += 1
  }
}

/** Links whose items a listing contained, so that they don't count as missing. */
function listedIn(
  { loaded, links, toRead }: Draft,
  pages: readonly FolderPage[],
): Effects['listed'] {
  const isLinked = (key: ItemKey) => loaded.has(key) || links.has(key) || toRead.has(key)
  return pages
    .filter(({ cursor }) => cursor.listing)
    .map(({ cursor, page }) => ({
      keys: page.items.map((item) => item.key).filter(isLinked),
      generation: cursor.generation,
    }))
    .filter(({ keys }) => keys.length > 0)
}
