import type { MetadataLevel } from './metadata-level.ts'

/** The preferences that this service supports (RFC 7240, OData 4.0 part 1, 8.2.8). */
export interface Preferences {
  readonly metadata: MetadataLevel
  readonly maxPageSize: number | null
  readonly returnRepresentation: boolean
  /** As it was written; null means no annotations. */
  readonly annotations: string | null
  readonly continueOnError: boolean
  readonly trackChanges: boolean
}

export function parsePrefer(
  header: string | null,
  metadata: MetadataLevel = 'minimal',
): Preferences {
  const given = preferencesIn(header ?? '')
  const size = given.get('maxpagesize')
  const onError = given.get('continue-on-error')
  return {
    metadata,
    maxPageSize: size !== undefined && /^0*[1-9]\d{0,14}$/.test(size) ? Number(size) : null,
    returnRepresentation: given.get('return')?.toLowerCase() === 'representation',
    annotations: given.get('include-annotations') ?? null,
    continueOnError: onError === '' || onError?.toLowerCase() === 'true',
    trackChanges: given.has('track-changes'),
  }
}

const TOKEN = "[!#$%&'*+.^_`|~\\w-]+"
const VALUE = `"((?:[^"\\\\]|\\\\.)*)"|([^\\s",;]*)`
/** Matches `name`, `name=token` or `name="text"`, its parameters, and the separator. */
const PREFERENCE = new RegExp(
  `\\s*(?:(${TOKEN})(?:\\s*=\\s*(?:${VALUE}))?((?:\\s*;(?:[^",]|"(?:[^"\\\\]|\\\\.)*")*)?))?\\s*(?:,|$)`,
  'y',
)

/**
 * Reads preferences by name, in lower case and without `odata.`; the value may be empty. Of repeated ones the first
 * counts, and unreadable ones are ignored (RFC 7240, 2). Some clients write `;` between preferences, so parameters
 * are read as preferences too.
 */
function preferencesIn(header: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const add = (name: string, quoted: string | undefined, token: string | undefined) => {
    const key = name.toLowerCase().replace(/^odata\./, '')
    const value = quoted === undefined ? (token ?? '') : quoted.replaceAll(/\\(.)/g, '$1')
    if (!found.has(key)) found.set(key, value)
  }
  PREFERENCE.lastIndex = 0
  while (PREFERENCE.lastIndex < header.length) {
    const at = PREFERENCE.lastIndex
    const one = PREFERENCE.exec(header)
    if (one === null) {
      const comma = header.indexOf(',', at)
      PREFERENCE.lastIndex = comma < 0 ? header.length : comma + 1
      if (comma < 0) break
      continue
    }
    const [, name, quoted, token, parameters = ''] = one
    if (name === undefined) continue
    add(name, quoted, token)
    const inner = new RegExp(`;\\s*(${TOKEN})(?:\\s*=\\s*(?:${VALUE}))?`, 'g')
    for (const [, own = '', text, word] of parameters.matchAll(inner)) add(own, text, word)
  }
  return found
}

/** Whether the preference includes an annotation: by `*`, its name or `prefix.*`; a minus excludes it. */
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
