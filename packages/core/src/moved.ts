import type { ChangePage } from './page.ts'
import type { ItemKey, ItemRef, Link, SeenItem } from './types.ts'

/** A link that goes on under the key, and in the folder, that its item has now (TR21). */
export interface Rekeying {
  readonly from: ItemKey
  readonly to: ItemRef
}

/** Items of a round that nobody knows by their keys, but perhaps by their fingerprints. */
export function strangersIn(
  pages: readonly { readonly page: Pick<ChangePage, 'items'> }[],
  known: { has(key: ItemKey): boolean },
): readonly SeenItem[] {
  const items = pages.flatMap(({ page }) => page.items)
  const strangers = items.filter(({ fingerprint, key }) => fingerprint !== null && !known.has(key))
  return [...new Map(strangers.map((item) => [item.key, item])).values()]
}

/**
 * TR21: where keys don't survive moves, an item that is new and has the fingerprint of a link whose
 * item is gone under its old key is the one that moved. An item that is still there was copied.
 * @param gone links with the fingerprints of the strangers whose items aren't in the mailbox
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
