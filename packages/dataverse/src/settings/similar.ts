import { SETTINGS } from './registry.ts'
import { quoteShort } from './value.ts'

/** Why a name is refused that no setting has, with the names it may have been meant to be. */
export function unknownSetting(name: string): string {
  const similar = similarSettings(name)
  const question = similar.length === 0 ? '' : ` Did you mean ${similar.join(' or ')}?`
  return `No setting is called ${quoteShort(name)}.${question}`
}

const NAMED_MAX = 3
const PART_MIN = 5

/**
 * Settings of the XML whose names need the fewest letters changed, or that have the text in them.
 * @returns at most three names
 */
export function similarSettings(name: string): readonly string[] {
  const wanted = name.trim().toLowerCase()
  if (wanted === '' || wanted.length > 100) return []
  const names = SETTINGS.filter((one) => !one.organizationColumn).map((one) => one.name)
  const ranked = names
    .map((one) => ({ one, edits: editDistance(wanted, one.toLowerCase()) }))
    .filter(({ one, edits }) => edits <= Math.max(1, Math.min(wanted.length, one.length) / 4))
  const least = Math.min(...ranked.map(({ edits }) => edits))
  const nearest = ranked.filter(({ edits }) => edits === least).map(({ one }) => one)
  const holding =
    wanted.length < PART_MIN ? [] : names.filter((one) => one.toLowerCase().includes(wanted))
  return (nearest.length > 0 ? nearest : holding).slice(0, NAMED_MAX)
}

/** Letters to insert, delete or replace (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let line = 1; line <= a.length; line++) {
    const next = [line]
    for (let column = 1; column <= b.length; column++) {
      const replaced = row[column - 1]! + (a[line - 1] === b[column - 1] ? 0 : 1)
      next.push(Math.min(replaced, row[column]! + 1, next[column - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
