import type { Option, OptionSet } from './types.ts'

/** Numbers are the contract; labels are those Dataverse shows in English. */
export function optionSet(name: string, labels: Readonly<Record<number, string>>): OptionSet {
  const options = Object.entries(labels).map(([value, label]) => ({ value: Number(value), label }))
  return { name, options: options.sort((a, b) => a.value - b.value) }
}

/** Status reasons: value, label, and the state each belongs to. */
export function statusSet(
  name: string,
  rows: readonly (readonly [number, string, number])[],
): OptionSet {
  const options: Option[] = rows.map(([value, label, state]) => ({ value, label, state }))
  return { name, options }
}
