/** Which rows of a list are selected, as Outlook has it. */
export interface Selection {
  /** Where a range begins. */
  readonly anchor: string | null
  readonly ids: ReadonlySet<string>
}

export const NOTHING: Selection = { anchor: null, ids: new Set() }

export const only = (id: string): Selection => ({ anchor: id, ids: new Set([id]) })

/** A check box, or a click with Ctrl. */
export function withToggled({ ids }: Selection, id: string): Selection {
  const after = new Set(ids)
  if (!after.delete(id)) after.add(id)
  return { anchor: id, ids: after }
}

/** A click with Shift, or an arrow key with it: all from the anchor to here. */
export function withRange(order: readonly string[], selection: Selection, id: string): Selection {
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor)
  const to = order.indexOf(id)
  if (from < 0 || to < 0) return only(id)
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { anchor: selection.anchor, ids: new Set(range) }
}

export const everything = (order: readonly string[]): Selection => ({
  anchor: order[0] ?? null,
  ids: new Set(order),
})

/** Without rows that have gone. */
export function still(order: readonly string[], selection: Selection): Selection {
  const known = new Set(order)
  if ([...selection.ids].every((id) => known.has(id))) return selection
  return {
    anchor: selection.anchor !== null && known.has(selection.anchor) ? selection.anchor : null,
    ids: new Set([...selection.ids].filter((id) => known.has(id))),
  }
}

/** The row to go on with when some go away: the one below, else the one above. */
export function neighbour(order: readonly string[], gone: ReadonlySet<string>): string | null {
  const last = order.findLastIndex((id) => gone.has(id))
  const below = order.slice(last + 1).find((id) => !gone.has(id))
  return below ?? order.slice(0, Math.max(last, 0)).findLast((id) => !gone.has(id)) ?? null
}
