import { ITEM_PAUSE_MS, ITEM_TRIES_MAX, triesUsedBy } from './policy.ts'
import { deletedInCrm } from './tracking.ts'
import type { Instant, ItemRef, Link, Park, ParkedLink } from './types.ts'

/** Pauses of 15 minutes that make a day: so long after the last retry each further one waits. */
const PAUSES_A_DAY = 96

export interface ReadFailure {
  readonly code: string
  readonly reason: string
  readonly retryAfterMs: number | null
}

/**
 * TR20: an item that a page names, and that can't be read. Nobody knows what changed about it, nor
 * whether it wears the mark, so it isn't given up: it is read again, after the usual retries once a
 * day. What its link says otherwise stays.
 * @returns null where it waits for a try already
 */
export function setAsideUnread(
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
  // TR15: its mark has been answered, and must still be known to be when it can be read again.
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

/** TR20: set aside without having been read. */
export function isUnreadable(link: Link | null): boolean {
  if (link === null || link.park === null || link.park.nextTryAt === null) return false
  return link.decision.rule === 'TR20' || deletedInCrm(link)
}

/**
 * TR20: what is known of an item that can be read again, before it is decided what it shows.
 * @param isUndeliverable it wears that category: it had been given up before (TR13)
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
