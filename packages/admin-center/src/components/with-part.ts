/** With some parts changed; undefined takes one away. */
export function withPart<T extends object>(
  search: T,
  part: { [K in keyof T]?: T[K] | undefined },
): T {
  const entries = Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as T
}
