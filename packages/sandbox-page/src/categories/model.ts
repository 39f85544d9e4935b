import type { MasterCategory } from '../api/wire.ts'

export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** On all of the items, on some, or on none. */
export type Applied = 'all' | 'some' | 'none'

export interface Choice {
  readonly name: string
  readonly color: string
  readonly applied: Applied
}

interface HasCategories {
  readonly categories: readonly string[]
}

function appliedTo(items: readonly HasCategories[], name: string): Applied {
  const count = items.filter((item) => has(item.categories, name)).length
  if (count === 0) return 'none'
  return count === items.length ? 'all' : 'some'
}

const has = (categories: readonly string[], name: string): boolean =>
  categories.some((one) => sameName(one, name))

/** The master list in its order of names, then what stands on the items and not in the list. */
export function choicesFor(
  master: readonly MasterCategory[],
  items: readonly HasCategories[],
): readonly Choice[] {
  const listed = [...master].sort((a, b) => a.displayName.localeCompare(b.displayName))
  const loose = new Map<string, string>()
  for (const name of items.flatMap((item) => item.categories)) {
    const known = master.some(({ displayName }) => sameName(displayName, name))
    if (!known && !loose.has(name.toLowerCase())) loose.set(name.toLowerCase(), name)
  }
  return [
    ...listed.map(({ displayName, color }) => ({ name: displayName, color })),
    ...[...loose.values()].map((name) => ({ name, color: 'none' })),
  ].map((one) => ({ ...one, applied: appliedTo(items, one.name) }))
}

/** A click on a choice: off where all have it, else on for all. */
export function toggled(
  categories: readonly string[],
  { name, applied }: Pick<Choice, 'name' | 'applied'>,
): readonly string[] {
  if (applied === 'all') return categories.filter((one) => !sameName(one, name))
  return has(categories, name) ? categories : [...categories, name]
}

/** How a name is shown: as the list spells and colours it, where it is listed. */
export function shownAs(
  master: readonly MasterCategory[],
  name: string,
): { readonly name: string; readonly color: string } {
  const known = master.find(({ displayName }) => sameName(displayName, name))
  return known ? { name: known.displayName, color: known.color } : { name, color: 'none' }
}

/** The first colour that no category has yet. */
export function freeColour(master: readonly MasterCategory[], colours: readonly string[]): string {
  return (
    colours.find((colour) => !master.some(({ color }) => color === colour)) ?? colours[0] ?? 'none'
  )
}
