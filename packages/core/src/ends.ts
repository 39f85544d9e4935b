import { wears } from './category.ts'
import { isLinked } from './new-link.ts'
import { type MarkContext, mayHaveGoneWhileOff } from './tracking.ts'
import type {
  ActivityType,
  EndReason,
  Instant,
  Link,
  LinkedLink,
  OtherLink,
  SeenItem,
} from './types.ts'

/**
 * TR12: a pass asks first if it would end more than half of a mailbox's links and at least this
 * many.
 */
export const BULK_ENDS_MIN = 20

export interface CheckedEnd {
  readonly link: LinkedLink
  readonly activity: { readonly statecode: number; readonly scheduledEnd: Instant | null } | null
  /**
   * The item as just looked up: null if it isn't in the mailbox, undefined if the checked-up failed.
   */
  readonly item: SeenItem | null | undefined
}

export interface EndsContext extends MarkContext {
  /** Number of the mailbox's links. Occurrences don't count, since they follow their series. */
  readonly linked: number
  readonly answer: 'asked' | 'yes' | 'no' | null
  readonly taskDeletion: 0 | 1 | 2
}

export interface EndsPlan {
  readonly links: readonly Link[]
  readonly deletes: readonly { readonly type: ActivityType; readonly activityId: string }[]
  /** Links whose items get their mark back, because the person answered No. */
  readonly restamp: readonly Link[]
  /** Number of ends that wait for a person's answer; 0 if none do. */
  readonly heldBack: number
  readonly ended: number
  /** Ended links of series. The links of their occurrences end, too (TR10). */
  readonly series: readonly { readonly key: string; readonly reason: EndReason }[]
}

/**
 * Decides the ends that pages suggested (TR4, TR5, TR12), once every folder was read and each item
 * was looked up again. The link of an item that still exists and is still marked doesn't end.
 */
export function decideEnds(context: EndsContext, checkedEnds: readonly CheckedEnd[]): EndsPlan {
  const kept: Link[] = []
  const ending: { checked: CheckedEnd; reason: EndReason }[] = []
  for (const checked of checkedEnds) {
    const verdict = confirm(context, checked)
    if (verdict.kind === 'keep') kept.push(verdict.link)
    else if (verdict.kind === 'end') ending.push({ checked, reason: verdict.reason })
  }

  const counted = ending.filter(({ checked }) => checked.link.masterKey === null).length
  const bulk = counted >= BULK_ENDS_MIN && counted * 2 > context.linked
  if (bulk && context.answer === 'no') return refuse(context, kept, ending)
  if (bulk && context.answer !== 'yes') {
    return { links: kept, deletes: [], restamp: [], heldBack: counted, ended: 0, series: [] }
  }

  const links = [...kept]
  const deletes: { type: ActivityType; activityId: string }[] = []
  for (const { checked, reason } of ending) {
    links.push(endLink(context.now, checked.link, reason))
    if (deletesActivity(context, checked, reason)) {
      deletes.push({ type: checked.link.activityType, activityId: checked.link.activityId })
    }
  }
  const series = ending
    .filter(({ checked }) => checked.link.activityType === 'recurringappointmentmaster')
    .map(({ checked, reason }) => ({ key: checked.link.key, reason }))
  return { links, deletes, restamp: [], heldBack: 0, ended: ending.length, series }
}

type Verdict =
  | { kind: 'end'; reason: EndReason }
  | { kind: 'keep'; link: LinkedLink }
  | { kind: 'wait' }

function confirm(context: EndsContext, checked: CheckedEnd): Verdict {
  const { link, item } = checked
  if (link.pendingEnd === null) return { kind: 'wait' }
  if (item === undefined) return { kind: 'wait' }
  if (item === null) return { kind: 'end', reason: 'gone' }

  const here = { ...link, folder: item.folder, pendingEnd: null }
  if (item.categories === null || wears(item.categories, context.trackedNames)) {
    return { kind: 'keep', link: here }
  }
  if (mayHaveGoneWhileOff(context, item.folder, link)) {
    return { kind: 'keep', link: { ...here, mark: link.mark === 'seen' ? 'forgone' : link.mark } }
  }
  return link.mark === 'seen'
    ? { kind: 'end', reason: 'markRemoved' }
    : { kind: 'keep', link: here }
}

/**
 * TR2: links that are kept although they were about to end, and whose items changed meanwhile. The
 * changes on their pages weren't carried over and won't be reported again. Links kept by the
 * answer No are left out: our own stamp will make their items appear on a page again.
 */
export function changedMeanwhile(
  { links, restamp }: EndsPlan,
  checkedEnds: readonly CheckedEnd[],
): readonly LinkedLink[] {
  const items = new Map(checkedEnds.map(({ link, item }) => [link.key, item]))
  const again = new Set(restamp.map(({ key }) => key))
  return links.filter(isLinked).filter(({ kind, key, changeKey }) => {
    const item = items.get(key)
    if (kind === 'message' || again.has(key) || !item) return false
    return item.changeKey !== changeKey
  })
}

/**
 * TR5: marks links as perhaps gone if a full listing of their folder didn't contain their item.
 * @param masters links of the series that missing occurrences belong to
 */
export function missingFromListing(
  now: Instant,
  missing: readonly LinkedLink[],
  masters: readonly Link[],
): readonly Link[] {
  // Occurrences of a tracked series are compared when the series itself is read (TR10).
  const tracked = new Set(masters.flatMap(({ key, state }) => (state === 'linked' ? [key] : [])))
  const seen = 'missing from a full listing of its folder'
  return missing
    .filter(({ masterKey }) => masterKey === null || !tracked.has(masterKey))
    .map((link) => ({ ...link, pendingEnd: 'gone', decision: { rule: 'TR5', at: now, seen } }))
}

/**
 * TR10: when a series ends, its occurrences end, too. Those of a deleted series are looked up one
 * by one in the next cycle, because what happens to an activity depends on its occurrence.
 * @param occurrences links of the series that `plan` ends
 */
export function occurrencesToEnd(
  now: Instant,
  plan: EndsPlan,
  occurrences: readonly Link[],
): readonly Link[] {
  const reasons = new Map(plan.series.map(({ key, reason }) => [key, reason]))
  const decided = new Set(plan.links.map(({ key }) => key))
  const decision = { rule: 'TR10', at: now, seen: 'its series is no longer tracked' }
  return occurrences
    .filter(isLinked)
    .filter(({ key }) => !decided.has(key))
    .map((link) =>
      reasons.get(link.masterKey ?? '') === 'gone'
        ? { ...link, pendingEnd: 'gone', decision }
        : { ...link, state: 'ended', mark: 'unseen', pendingEnd: null, decision },
    )
}

function endLink(now: Instant, link: LinkedLink, reason: EndReason): OtherLink {
  const rule = { markRemoved: 'TR4', gone: 'TR5' }[reason]
  const seen = {
    markRemoved: 'mark removed',
    gone: 'gone from every folder',
  }[reason]
  return {
    ...link,
    state: 'ended',
    mark: 'unseen',
    pendingEnd: null,
    park: null,
    decision: { rule, at: now, seen },
  }
}

/**
 * Whether a deletion in Exchange deletes the activity. Only appointments and tasks are deleted. An
 * appointment stays if it is completed, canceled, in the past or another organizer's. For tasks
 * SSSTaskDeletionSyncBehaviorFromExchange decides. Source: Microsoft, "Synchronization logic for
 * appointments, contacts, and tasks".
 */
function deletesActivity(context: EndsContext, checked: CheckedEnd, reason: EndReason): boolean {
  const { link, activity } = checked
  if (reason !== 'gone' || activity === null) return false
  const closed = activity.statecode === 1 || activity.statecode === 2
  switch (link.kind) {
    case 'message':
      return false
    case 'event':
      return !closed && link.isOrganizer && (activity.scheduledEnd ?? 0) > context.now
    case 'task':
      if (context.taskDeletion === 2) return false
      return context.taskDeletion === 0 || activity.statecode !== 1
  }
}

/**
 * TR12 was answered with No: the links stay, and items that still exist get the mark back (TR3).
 */
function refuse(
  context: EndsContext,
  kept: readonly Link[],
  ending: readonly { checked: CheckedEnd; reason: EndReason }[],
): EndsPlan {
  const links: Link[] = [...kept]
  const restamp: Link[] = []
  for (const { checked, reason } of ending) {
    const link: LinkedLink = {
      ...checked.link,
      pendingEnd: null,
      mark: reason === 'markRemoved' ? 'unseen' : checked.link.mark,
      decision: { rule: 'TR12', at: context.now, seen: 'kept: a person answered No' },
    }
    links.push(link)
    if (reason === 'markRemoved') restamp.push(link)
  }
  return { links, deletes: [], restamp, heldBack: 0, ended: 0, series: [] }
}
