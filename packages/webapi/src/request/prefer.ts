import type { MetadataLevel } from './metadata-level.ts'

/** What a client prefers, as far as this service heeds it (RFC 7240, OData 4.0 part 1, 8.2.8). */
export interface Preferences {
  readonly metadata: MetadataLevel
  readonly maxPageSize: number | null
  readonly returnRepresentation: boolean
  /** As written; null = no annotations. */
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
/** `name`, `name=token` or `name="text"`, its parameters, and what ends it. */
const PREFERENCE = new RegExp(
  `\\s*(?:(${TOKEN})(?:\\s*=\\s*(?:${VALUE}))?((?:\\s*;(?:[^",]|"(?:[^"\\\\]|\\\\.)*")*)?))?\\s*(?:,|$)`,
  'y',
)

/**
 * Preferences by name, in lower case and without `odata.`; one without a value has an empty one. Of
 * those given twice the first counts, and what can't be read is passed over (RFC 7240, 2). Some
 * clients write `;` between preferences, so that parameters are taken as such, too.
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
