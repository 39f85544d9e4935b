/** A source of chance that gives the same throws for the same seed, on every machine. */
export interface Dice {
  /** In [0, 1). */
  readonly next: () => number
  /** From 0 to `below` - 1. */
  readonly int: (below: number) => number
  readonly chance: (probability: number) => boolean
  /** @throws RangeError for an empty list */
  readonly pick: <T>(list: readonly T[]) => T
  /** A stream of its own: what one part throws doesn't shift the throws of another. */
  readonly fork: (name: string) => Dice
}

export function createDice(seed: number, name = ''): Dice {
  let state = hash(`${seed}/${name}`)
  // Mulberry32, a public-domain generator: one 32-bit word of state is enough for a few thousand
  // throws.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (below: number) => Math.floor(next() * below)
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('nothing to pick from')
      return list[int(list.length)]!
    },
    fork: (part) => createDice(seed, `${name}/${part}`),
  }
}

/** FNV-1a */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  }
  return value | 0
}
