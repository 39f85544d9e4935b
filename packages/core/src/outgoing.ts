import { wears } from './category.ts'
import type { Instant, Link, OutgoingWrite } from './types.ts'

/** Number of tries after which a write is given up. */
export const WRITE_TRIES_MAX = 10

/** The id is made from the purpose of the write, so that queueing it twice results in one write. */
export function outgoingWrite(
  now: Instant,
  { kind: itemKind, key, folder }: Link,
  kind: OutgoingWrite['kind'],
): OutgoingWrite {
  const item = { kind: itemKind, key, folder }
  return { id: `${kind}:${key}`, item, kind, tries: 0, nextTryAt: now, failure: null }
}

/**
 * Whether a queued write has become pointless, because the link ended or the item was tracked
 * after all.
 */
export function isMoot({ kind }: Pick<OutgoingWrite, 'kind'>, link: Link | null): boolean {
  switch (kind) {
    case 'stampTracked':
      return link?.state !== 'linked'
    case 'stampUndeliverable':
      return link?.park?.nextTryAt !== null
    case 'clearUndeliverable':
      return false
  }
}

/** One of our categories: the name to write, and all its known names, folded (CL11). */
export interface WrittenCategory {
  readonly name: string
  readonly names: ReadonlySet<string>
}

/**
 * The categories that the item should have (TR3, TR13). The person's own categories stay (TR6).
 * @returns null if the item has them already
 */
export function wantedCategories(
  kind: OutgoingWrite['kind'],
  categories: readonly string[],
  { tracked, undeliverable }: Record<'tracked' | 'undeliverable', WrittenCategory>,
): readonly string[] | null {
  const has = ({ names }: WrittenCategory) => wears(categories, names)
  const without = ({ names }: WrittenCategory) => categories.filter((one) => !wears([one], names))
  switch (kind) {
    case 'stampTracked':
      return has(tracked) ? null : [...categories, tracked.name]
    case 'stampUndeliverable':
      // The mark is removed: with it the item would look tracked, and a person who wants another
      // try puts it back by hand.
      if (!has(undeliverable)) return [...without(tracked), undeliverable.name]
      return has(tracked) ? without(tracked) : null
    case 'clearUndeliverable':
      return has(undeliverable) ? without(undeliverable) : null
  }
}

/**
 * The link after the write, or after a read that found nothing to write.
 * @param before change key of the item as it was read
 * @param after its change key now
 */
export function writtenLink(
  kind: OutgoingWrite['kind'],
  link: Link,
  before: string,
  after: string,
): Link {
  // TR2: a person's change that no page has reported yet must not be hidden by our own write.
  const known = link.changeKey === before ? after : link.changeKey
  switch (kind) {
    case 'stampTracked':
      return { ...link, mark: 'seen', changeKey: known }
    case 'stampUndeliverable':
      return { ...link, mark: 'forgone', changeKey: after }
    case 'clearUndeliverable':
      return { ...link, changeKey: known }
  }
}
