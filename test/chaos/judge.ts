/** An item as Graph tells it. Its subject names it: no two items of a run share one. */
export interface SeenItem {
  readonly subject: string
  readonly isMarked: boolean
}

/** An activity as the Web API tells it. */
export interface SeenActivity {
  readonly activityId: string
  readonly subject: string
}

/** A row of `exchangesyncidmappings`: which activity an item is tied to, and whether it still is. */
export interface SeenMapping {
  readonly activityId: string
  readonly isUnlinked: boolean
}

export interface Seen {
  readonly items: readonly SeenItem[]
  readonly activities: readonly SeenActivity[]
  readonly mappings: readonly SeenMapping[]
  /** Subjects of all items that somebody ever put the mark on, or tried to. */
  readonly everMarked: ReadonlySet<string>
}

/** Subjects of items, by what is wrong with them. */
export interface Verdict {
  /** Marked, and without an activity, or tied to none any more. */
  readonly lost: readonly string[]
  /** More than one activity. */
  readonly doubled: readonly string[]
  /** The mark was taken off and the item is tied to its activity still, or it was tracked unmarked. */
  readonly unmarked: readonly string[]
}

/**
 * What anybody can check who knows nothing of how it works: a marked item has one activity and is
 * tied to it; one whose mark was taken off isn't tied to any, though its activity stays; one that
 * never had the mark has none. A mark that came and went before anybody looked leaves no activity.
 */
export function judge({ items, activities, mappings, everMarked }: Seen): Verdict {
  const idsOf = Map.groupBy(activities, ({ subject }) => subject)
  const tied = new Set(
    mappings.filter(({ isUnlinked }) => !isUnlinked).map(({ activityId }) => activityId),
  )
  const isTied = (subject: string) =>
    (idsOf.get(subject) ?? []).some(({ activityId }) => tied.has(activityId))
  return {
    lost: items.filter((item) => item.isMarked && !isTied(item.subject)).map(subjectOf),
    doubled: [...idsOf].filter(([, found]) => found.length > 1).map(([subject]) => subject),
    unmarked: items
      .filter(({ isMarked }) => !isMarked)
      .map(subjectOf)
      .filter((subject) => isTied(subject) || (idsOf.has(subject) && !everMarked.has(subject))),
  }
}

const subjectOf = ({ subject }: SeenItem): string => subject

export const isClean = ({ lost, doubled, unmarked }: Verdict): boolean =>
  lost.length + doubled.length + unmarked.length === 0
