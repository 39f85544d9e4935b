import { ALERT, alertsClosed } from './alerts.ts'
import { wears } from './category.ts'
import type { UnreadableItem } from './change-page.ts'
import type { LoadedLink } from './cycle.ts'
import { type Effects, joinEffects } from './effects.ts'
import { isLinked } from './new-link.ts'
import { type ParkContext, parkUnreadable } from './park.ts'
import { eventFacts, isLed } from './read-item.ts'
import { deletedInCrm, type MarkContext, markTakenOff, mayHaveGoneWhileOff } from './tracking.ts'
import type { Instant, Link, LinkedLink, WholeEvent, Window } from './types.ts'
import { isUnreadable, readAtLast } from './unreadable.ts'

export interface SeriesPlan {
  /** Occurrences without a link, with the mark that their new link gets. */
  readonly create: readonly { readonly event: WholeEvent; readonly mark: Link['mark'] }[]
  readonly update: readonly { readonly event: WholeEvent; readonly link: LinkedLink }[]
  /** Links whose occurrence wasn't in the series: perhaps gone, to be looked up (TR5). */
  readonly missing: readonly Link[]
  /**
   * Links of occurrences whose activity was deleted in the CRM and whose mark was removed since
   * (TR15).
   */
  readonly unmarked: readonly Link[]
}

/**
 * Compares the occurrences of a tracked series inside the window with their links (TR10). Each
 * reading counts as the whole set, because a server may never report a single deleted occurrence.
 * An unmarked exception of a series that was just tracked belongs to it; one that had the mark and
 * lost it was untracked by the user and stays so.
 */
export function decideSeries(
  context: MarkContext,
  instances: readonly WholeEvent[],
  links: readonly Link[],
  window: Window,
): SeriesPlan {
  const { now, trackedNames } = context
  const byKey = new Map(links.map((link) => [link.key, link]))
  const create: { event: WholeEvent; mark: Link['mark'] }[] = []
  const update: { event: WholeEvent; link: LinkedLink }[] = []
  const unmarked: Link[] = []
  for (const event of instances) {
    const link = byKey.get(event.key)
    byKey.delete(event.key)
    const marked = wears(event.categories, trackedNames)
    const mark = marked ? 'seen' : 'forgone'
    if (link === undefined) create.push({ event, mark })
    else if (deletedInCrm(link)) {
      if (!marked) unmarked.push(markTakenOff(now, link))
    } else if (link.state !== 'linked') {
      // TR20: an occurrence that couldn't be read when its series was first tracked hasn't been
      // decided yet.
      const isNew = marked || link.decision.rule === 'TR20'
      if (link.state === 'ended' && isNew) create.push({ event, mark })
    } else if (link.changeKey !== event.changeKey || link.pendingEnd === 'gone') {
      const isAsked = !marked && !mayHaveGoneWhileOff(context, event.folder, link)
      const here = { ...withMark(now, link, marked, isAsked), itemEnd: event.end }
      update.push({ event, link: { ...here, folder: event.folder } })
    }
  }
  const missing = [...byKey.values()]
    .filter(isLinked)
    .filter(({ pendingEnd }) => pendingEnd === null)
    .filter((link) => inside(link, window))
    .map(
      (link): Link => ({
        ...link,
        pendingEnd: 'gone',
        decision: { rule: 'TR5', at: now, seen: 'missing from its series' },
      }),
    )
  return { create, update, missing, unmarked }
}

export interface SeriesFacts {
  readonly master: LoadedLink
  readonly instances: readonly WholeEvent[]
  /** Occurrences that the connector can't understand. */
  readonly unreadable: readonly UnreadableItem[]
  /** Links of the series' occurrences. */
  readonly links: readonly Link[]
}

export interface SeriesStep extends Pick<SeriesPlan, 'create' | 'update'> {
  readonly effects: Effects
  /** Number of occurrences that were parked because they can't be read (TR20). */
  readonly parked: number
}

/**
 * What follows from the reading of a tracked series (TR10, TR20, AC2). An occurrence that can't be
 * read counts as neither new nor missing.
 */
export function stepOfSeries(
  context: MarkContext & ParkContext,
  { master, instances, unreadable, links }: SeriesFacts,
  window: Window,
): SeriesStep {
  const { now } = context
  const unread = new Set(unreadable.map(({ ref }) => ref.key))
  const here = new Set(instances.map(({ key }) => key))
  const isBack = (link: Link) => isUnreadable(link) && here.has(link.key)
  const back = links.filter(isBack).map((link) => readAtLast(now, link, false))
  const readable = links.filter((link) => !unread.has(link.key) && !isBack(link))
  const plan = decideSeries(context, instances, [...readable, ...back], window)
  const updates = plan.update.map(({ event, link }) => ({
    event,
    link: { ...link, changeKey: event.changeKey, ...eventFacts(event) },
  }))
  const led = isLed(master.link, master.organizerElsewhere)
  const known = new Map(links.map((link) => [link.key, link]))
  const parked = unreadable.flatMap(
    ({ ref, error }) => parkUnreadable(context, ref, known.get(ref.key) ?? null, error) ?? [],
  )
  const effects = joinEffects(
    { links: back, closeAlerts: back.flatMap(({ key }) => alertsClosed(key, [ALERT.itemParked])) },
    { links: [...plan.missing, ...plan.unmarked] },
    led ? { links: updates.map(({ link }) => link) } : {},
    ...parked.map(({ link, alerts }) => ({
      links: [{ ...link, masterKey: master.link.key }],
      alerts,
    })),
  )
  return { create: plan.create, update: led ? [] : updates, effects, parked: parked.length }
}

/** @param isAsked if the mark is missing, whether a person removed it */
function withMark(now: Instant, link: LinkedLink, marked: boolean, isAsked: boolean): LinkedLink {
  if (marked) return { ...link, mark: 'seen', pendingEnd: null }
  if (link.mark !== 'seen') return { ...link, pendingEnd: null }
  if (!isAsked) return { ...link, mark: 'forgone', pendingEnd: null }
  return {
    ...link,
    pendingEnd: 'markRemoved',
    decision: { rule: 'TR4', at: now, seen: 'mark missing' },
  }
}

function inside(link: Link, window: Window): boolean {
  return link.itemEnd === null || (link.itemEnd >= window.start && link.itemEnd <= window.end)
}
