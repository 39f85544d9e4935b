import { failureOf, itemGivenUp, itemParked, itemUnreadable } from './alerts.ts'
import type { Create } from './cycle.ts'
import type { Effects } from './effects.ts'
import type { SyncError } from './errors.ts'
import { isLinked } from './new-link.ts'
import { outgoingWrite } from './outgoing.ts'
import { ITEM_PAUSE_MS, parkAgain } from './policy.ts'
import type { Instant, ItemRef, Link } from './types.ts'
import { unreadableLink } from './unreadable.ts'

export interface ParkContext {
  readonly now: Instant
  readonly mailboxName: string
  /** Factor for pauses: 1 for a real server, less for a sandbox. */
  readonly pauseScale: number
}

/**
 * What parking an item writes: its link, an alert, and after the last try the Undeliverable
 * category.
 */
export type Parked = Pick<Effects, 'links' | 'alerts' | 'writes'> & { readonly link: Link }

/** The link of an item whose activity the database refused to create. It has no activity. */
export function refusedLink({ link, parkedBefore }: Pick<Create, 'link' | 'parkedBefore'>): Link {
  return { ...link, state: 'noted', activityId: null, pendingEnd: null, park: parkedBefore }
}

/**
 * Parks an item with its reason and next try (TR13). A linked item keeps its activity. Any other
 * item gets the Undeliverable category in place of the mark once it is given up.
 */
export function parkItem(context: ParkContext, link: Link, error: SyncError): Parked {
  const { now, mailboxName, pauseScale } = context
  const { code, message, retryAfterMs } = error
  const pause = ITEM_PAUSE_MS * pauseScale
  const park = parkAgain(link.park, { code, reason: message, retryAfterMs }, now, pause)
  const isGivenUp = park.nextTryAt === null
  const failure = failureOf(error, isGivenUp ? null : park.nextTryAt - now)
  const seen = isGivenUp ? `given up after ${park.tries} tries: ${code}` : `parked: ${code}`
  const decision = { rule: 'TR13', at: now, seen }
  const next: Link = isLinked(link)
    ? { ...link, park, decision }
    : { ...link, state: 'parked', park, decision }
  const alertOf = isGivenUp ? itemGivenUp : itemParked
  return {
    link: next,
    links: [next],
    alerts: [alertOf(mailboxName, link.kind, link.key, failure)],
    writes: isGivenUp && !isLinked(link) ? [outgoingWrite(now, next, 'stampUndeliverable')] : [],
  }
}

/**
 * Parks an item that a page named and that can't be read (TR20).
 * @returns null if it is parked already and waits for its next try
 */
export function parkUnreadable(
  { now, mailboxName, pauseScale }: ParkContext,
  ref: ItemRef,
  known: Link | null,
  error: SyncError,
): Parked | null {
  const { code, message, retryAfterMs } = error
  const failure = { code, reason: message, retryAfterMs }
  const link = unreadableLink(now, ref, known, failure, ITEM_PAUSE_MS * pauseScale)
  if (link === null) return null
  const told = failureOf(error, link.park!.nextTryAt! - now)
  return {
    link,
    links: [link],
    alerts: [itemUnreadable(mailboxName, ref.kind, ref.key, told)],
    writes: [],
  }
}
