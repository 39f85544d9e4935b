/** What a client prefers, as far as this service heeds it (RFC 7240, OData 4.0 part 1, 8.2.8). */
export interface Preferences {
  readonly maxPageSize: number | null
  readonly returnRepresentation: boolean
  /** As written; null = no annotations. */
  readonly annotations: string | null
}

export function parsePrefer(header: string | null): Preferences {
  const text = header ?? ''
  const size = /(?:^|[,;\s])(?:odata\.)?maxpagesize\s*=\s*"?(\d{1,9})"?/i.exec(text)?.[1]
  const annotations = /(?:odata\.)?include-annotations\s*=\s*"([^"]*)"/i.exec(text)?.[1]
  return {
    maxPageSize: size === undefined ? null : Number(size),
    returnRepresentation: /(?:^|[,;\s])return\s*=\s*representation\b/i.test(text),
    annotations: annotations ?? null,
  }
}

/** Whether the preference asks for an annotation: `*`, its name, or `prefix.*`; a minus excludes. */
export function wantsAnnotation(preference: string | null, name: string): boolean {
  if (preference === null) return false
  const items = preference.split(',').map((item) => item.trim())
  const matches = (pattern: string): boolean =>
    pattern === '*' ||
    pattern === name ||
    (pattern.endsWith('.*') && name.startsWith(pattern.slice(0, -1)))
  const excluded = items.some((item) => item.startsWith('-') && matches(item.slice(1)))
  return !excluded && items.some(matches)
}
