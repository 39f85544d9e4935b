import { wears } from './category.ts'
import type { Instant, Link, OutgoingWrite } from './types.ts'

/** Tries of one write before it is given up. */
export const WRITE_TRIES_MAX = 10

/** Queueing the same write twice is one write: its id says what it is for. */
export function outgoingWrite(
  now: Instant,
  { kind: itemKind, key, folder }: Link,
  kind: OutgoingWrite['kind'],
): OutgoingWrite {
  const item = { kind: itemKind, key, folder }
  return { id: `${kind}:${key}`, item, kind, tries: 0, nextTryAt: now, failure: null }
}

/** The link ended, or the item was tracked after all, since the write was queued. */
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

/** One of our categories: the name to put on, and all names it is known by, folded (CL11). */
export interface WrittenCategory {
  readonly name: string
  readonly names: ReadonlySet<string>
}

/**
 * The item's categories as they shall be (TR3, TR13); those of the person's own stay (TR6).
 * @returns null = they are so already
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
      // The mark gives way: an item that wears it would look tracked, and putting it back on by
      // hand is how a person asks for another try.
      if (!has(undeliverable)) return [...without(tracked), undeliverable.name]
      return has(tracked) ? without(tracked) : null
    case 'clearUndeliverable':
      return has(undeliverable) ? without(undeliverable) : null
  }
}

/**
 * The link once its item wears what it should.
 * @param before change key of the item as it was read
 * @param after its change key now
 */
export function writtenLink(
  kind: OutgoingWrite['kind'],
  link: Link,
  before: string,
  after: string,
): Link {
  // TR2: a change of the person's that no page has told of yet must not hide behind our own.
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
