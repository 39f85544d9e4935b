import { ERROR_CODES } from '@trackmark/dataverse'
import { ApiError } from './errors.ts'

/** The value of `If-Match` or `If-None-Match`: any row, or a list of opaque tags. */
type EntityTags = 'any' | readonly string[]

/** Whether a row of this version may be written. */
export type VersionTest = (version: number | string) => boolean

/** One member of the list and the comma behind it. Members may be empty (RFC 9110, 5.6.1). */
const MEMBER = /[ \t]*(?:(?:W\/)?"([\x21\x23-\x7e\x80-\u00ff]*)")?[ \t]*(?:,|$)/y

/**
 * Reads a list of entity tags (RFC 9110, 8.8.3 and 13.1). Tags may contain commas. All are compared weakly, since the
 * tags of rows are weak, and a proxy that compresses weakens the others.
 * @returns null when the header is absent; no tags when the list can't be read
 */
function entityTags(header: string | null): EntityTags | null {
  if (header === null) return null
  const text = header.trim()
  if (text === '*') return 'any'
  const tags: string[] = []
  MEMBER.lastIndex = 0
  while (MEMBER.lastIndex < text.length) {
    const member = MEMBER.exec(text)
    if (member === null) return []
    if (member[1] !== undefined) tags.push(member[1])
  }
  return tags
}

const matches = (tags: EntityTags, tag: string): boolean => tags === 'any' || tags.includes(tag)

/** The condition that a request sets on the version of the row it writes. */
export function versionTest(headers: Headers): VersionTest {
  const match = entityTags(headers.get('if-match'))
  const noneMatch = entityTags(headers.get('if-none-match'))
  return (version) => {
    const tag = String(version)
    return (
      (match === null || matches(match, tag)) && !(noneMatch !== null && matches(noneMatch, tag))
    )
  }
}

/** Whether a request may only create its row. */
export const isCreateOnly = (headers: Headers): boolean =>
  entityTags(headers.get('if-none-match')) === 'any'

/** Whether a request asks for a version of a row other than this one. @param etag quoted */
export function isOtherVersion(headers: Headers, etag: string): boolean {
  const match = entityTags(headers.get('if-match'))
  return match !== null && !matches(match, opaque(etag))
}

/** Whether the client has this version already, so that 304 will do. @param etag quoted */
export function isKnown(headers: Headers, etag: string): boolean {
  const noneMatch = entityTags(headers.get('if-none-match'))
  return noneMatch !== null && matches(noneMatch, opaque(etag))
}

const opaque = (etag: string): string => etag.replace(/^W\//, '').slice(1, -1)

export const versionDiffers = () =>
  new ApiError(
    412,
    ERROR_CODES.concurrencyVersionMismatch,
    // Worded as Dataverse words it.
    "The version of the existing record doesn't match the RowVersion property provided.",
  )

export const alreadyThere = () =>
  new ApiError(
    412,
    ERROR_CODES.duplicateRecord,
    // Worded as Dataverse words it.
    'A record with matching key values already exists.',
  )
