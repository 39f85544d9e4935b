import type { ItemKey, SeenItem, Window } from '@trackmark/core'
import type { ChangePage, ChangesRequest, Outcome, UnreadableItem } from '@trackmark/engine'

/** Longest window that Graph allows. Source: Microsoft, "List calendarView". */
const SLICE_MS = 1_825 * 86_400_000

/** Splits a window into windows that are each as long as Graph allows. */
export function slicesOf({ start, end }: Window): Window[] {
  const slices: Window[] = []
  for (let from = start; from < end; from += SLICE_MS) {
    slices.push({ start: from, end: Math.min(from + SLICE_MS, end) })
  }
  return slices.length === 0 ? [{ start, end }] : slices
}

type AskChanges = (requests: readonly ChangesRequest[]) => Promise<readonly Outcome<ChangePage>[]>

/**
 * Reads changes of calendars whose window may be longer than Graph allows. Such a calendar is read
 * in slices, and its cursor holds one cursor for each slice.
 */
export async function changesInSlices(
  requests: readonly ChangesRequest[],
  ask: AskChanges,
): Promise<readonly Outcome<ChangePage>[]> {
  const parts = requests.map(partsOf)
  const outcomes = (await ask(parts.flat()))[Symbol.iterator]()
  return parts.map((some) => {
    const answers = some.map((): Outcome<ChangePage> => outcomes.next().value!)
    return some.length === 1 ? answers[0]! : together(answers)
  })
}

function partsOf(request: ChangesRequest): readonly ChangesRequest[] {
  const { folder, cursor, window } = request
  if (folder.kind !== 'calendar') return [request]
  if (cursor !== null) return cursorsIn(cursor).map((one) => ({ ...request, cursor: one }))
  if (window === null) return [request]
  return slicesOf(window).map((slice) => ({ ...request, window: slice }))
}

const cursorsIn = (cursor: string): readonly string[] =>
  cursor.startsWith('[') ? (JSON.parse(cursor) as string[]) : [cursor]

/**
 * Two slices report an event that crosses their border. If one slice removed it and the other
 * added it, it moved across.
 */
function together(answers: readonly Outcome<ChangePage>[]): Outcome<ChangePage> {
  const pages: ChangePage[] = []
  for (const answer of answers) {
    if (!answer.ok) return answer
    pages.push(answer.value)
  }
  const items = new Map<ItemKey, SeenItem>()
  for (const item of pages.flatMap((page) => page.items)) items.set(item.key, item)
  const removed = new Set(pages.flatMap((page) => page.removed))
  const unreadable = new Map<ItemKey, UnreadableItem>()
  for (const one of pages.flatMap((page) => page.unreadable)) unreadable.set(one.ref.key, one)
  return {
    ok: true,
    value: {
      items: [...items.values()],
      removed: [...removed].filter((key) => !items.has(key)),
      unreadable: [...unreadable.values()].filter(({ ref }) => !items.has(ref.key)),
      nameless: pages.reduce((sum, page) => sum + page.nameless, 0),
      cursor: JSON.stringify(pages.map((page) => page.cursor)),
      more: pages.some((page) => page.more),
    },
  }
}
