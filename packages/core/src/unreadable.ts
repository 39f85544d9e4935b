import { ITEM_PAUSE_MS, ITEM_TRIES_MAX, triesUsedBy } from './policy.ts'
import { deletedInCrm } from './tracking.ts'
import type { Instant, ItemRef, Link, Park, ParkedLink } from './types.ts'

/** Number of 15-minute pauses in a day, the wait before each try after the last retry. */
const PAUSES_A_DAY = 96

export interface ReadFailure {
  readonly code: string
  readonly reason: string
  readonly retryAfterMs: number | null
}

/**
 * TR20: parks an item that a page names and that can't be read. It is unknown what changed about
 * it and whether it has the mark, so it isn't given up: after the usual retries it is read once a
 * day. The rest of its link stays as it is.
 * @returns null if it is parked already and waits for its next try
 */
export function unreadableLink(
  now: Instant,
  ref: ItemRef,
  link: Link | null,
  failure: ReadFailure,
  pauseMs: number = ITEM_PAUSE_MS,
): Link | null {
  const before = link?.park ?? null
  const isDue = isUnreadable(link) && before!.nextTryAt! <= now
  if (before !== null && before.nextTryAt !== null && !isDue) return null
  const park = nextPark(isDue ? before : null, failure, now, pauseMs)
  const decision = { rule: 'TR20', at: now, seen: `can't be read: ${failure.code}` }
  if (link === null) return { ...newlyMet(ref), park, decision }
  if (link.state === 'linked') return { ...link, folder: ref.folder, park, decision }
  // TR15: the link must still show that this mark doesn't track the item again.
  if (deletedInCrm(link)) return { ...link, folder: ref.folder, park }
  return { ...link, folder: ref.folder, state: 'parked', park, decision }
}

function nextPark(before: Park | null, failure: ReadFailure, now: Instant, pauseMs: number): Park {
  const tries = (before?.tries ?? 0) + triesUsedBy(failure.retryAfterMs)
  const pause = tries > ITEM_TRIES_MAX ? pauseMs * PAUSES_A_DAY : pauseMs
  return {
    code: failure.code,
    reason: failure.reason,
    tries: Math.min(tries, ITEM_TRIES_MAX),
    nextTryAt: now + Math.max(pause, failure.retryAfterMs ?? 0),
  }
}

function newlyMet(ref: ItemRef): Omit<ParkedLink, 'park' | 'decision'> {
  return {
    kind: ref.kind,
    key: ref.key,
    folder: ref.folder,
    state: 'parked',
    activityId: null,
    activityType: null,
    masterKey: null,
    mark: 'unseen',
    changeKey: null,
    isOrganizer: false,
    itemEnd: null,
    pendingEnd: null,
    fingerprint: null,
  }
}

/** TR20: whether the item was parked because it couldn't be read. */
export function isUnreadable(link: Link | null): boolean {
  if (link === null || link.park === null || link.park.nextTryAt === null) return false
  return link.decision.rule === 'TR20' || deletedInCrm(link)
}

/**
 * TR20: the link of an item that can be read again, before a decision about it.
 * @param isUndeliverable the item has that category: it had been given up before (TR13)
 */
export function readAtLast(now: Instant, link: Link, isUndeliverable: boolean): Link {
  const decision = { rule: 'TR20', at: now, seen: 'can be read again' }
  if (link.state === 'linked') return { ...link, park: null, decision }
  if (deletedInCrm(link)) return { ...link, state: 'ended', park: null }
  if (isUndeliverable && link.park !== null) {
    const givenUp = { rule: 'TR13', at: now, seen: 'given up before; can be read again' }
    return { ...link, mark: 'forgone', park: { ...link.park, nextTryAt: null }, decision: givenUp }
  }
  return { ...link, state: 'ended', mark: 'unseen', park: null, decision }
}
