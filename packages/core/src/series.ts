import { wears } from './category.ts'
import { deletedInCrm, type MarkContext, markTakenOff, mayHaveGoneWhileOff } from './tracking.ts'
import type { Instant, Link, WholeEvent, Window } from './types.ts'

export interface SeriesPlan {
  /** Occurrences without a link, with the mark their link starts with. */
  readonly create: readonly { readonly event: WholeEvent; readonly mark: Link['mark'] }[]
  readonly update: readonly { readonly event: WholeEvent; readonly link: Link }[]
  /** Links whose occurrence is missing from the whole set: perhaps gone, to be looked up (TR5). */
  readonly missing: readonly Link[]
  /** Links of occurrences deleted in the CRM whose mark was taken off since (TR15). */
  readonly unmarked: readonly Link[]
}

/**
 * Compares a tracked series' occurrences inside the window with their links (TR10). A server need
 * not tell of a single deleted occurrence, so each reading counts as the whole set and is diffed.
 * An exception without the mark in a series just tracked is part of it; one that had the mark and
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
  const update: { event: WholeEvent; link: Link }[] = []
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
      // TR20: one that couldn't be read when its series was first tracked was never decided.
      const isNew = marked || link.decision.rule === 'TR20'
      if (link.state === 'ended' && isNew) create.push({ event, mark })
    } else if (link.changeKey !== event.changeKey || link.pendingEnd === 'gone') {
      const isAsked = !marked && !mayHaveGoneWhileOff(context, event.folder, link)
      const here = { ...withMark(now, link, marked, isAsked), itemEnd: event.end }
      update.push({ event, link: { ...here, folder: event.folder } })
    }
  }
  const missing = [...byKey.values()]
    .filter((link) => link.state === 'linked' && link.pendingEnd === null)
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

/** @param isAsked the mark is missing, and a person took it off */
function withMark(now: Instant, link: Link, marked: boolean, isAsked: boolean): Link {
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
