import type { ChangePage } from './change-page.ts'
import type { ItemKey, ItemRef, Link, SeenItem } from './types.ts'

/** A link whose item moved, with the item's new key and folder (TR21). */
export interface Rekeying {
  readonly from: ItemKey
  readonly to: ItemRef
}

/** Items of a round whose keys have no link. Their fingerprints may have one. */
export function strangersIn(
  pages: readonly { readonly page: Pick<ChangePage, 'items'> }[],
  known: { has(key: ItemKey): boolean },
): readonly SeenItem[] {
  const items = pages.flatMap(({ page }) => page.items)
  const strangers = items.filter(({ fingerprint, key }) => fingerprint !== null && !known.has(key))
  return [...new Map(strangers.map((item) => [item.key, item])).values()]
}

/**
 * TR21: if keys don't survive moves, a new item is one that moved if it has the fingerprint of a
 * link whose item doesn't exist any more under its old key. If that item still exists, the new one
 * is a copy.
 * @param gone links with those fingerprints whose items aren't in the mailbox any more
 */
export function rekeyingsOf(
  strangers: readonly SeenItem[],
  gone: readonly Link[],
): readonly Rekeying[] {
  const left = [...gone]
  return strangers.flatMap(({ kind, key, folder, fingerprint }) => {
    const at = left.findIndex((link) => link.kind === kind && link.fingerprint === fingerprint)
    if (at === -1) return []
    const [link] = left.splice(at, 1)
    return { from: link!.key, to: { kind, key, folder } }
  })
}
