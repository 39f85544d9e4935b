import type { SortKey } from './order.ts'

/** Where a FetchXML list goes on, in the form Dataverse's clients expect a cookie in. */
export interface FetchCookie {
  readonly page: number
  readonly keys: readonly (string | null)[]
}

/** Longest cookie that is looked at. */
const LENGTH_MAX = 32_768

/**
 * `<cookie page="1"><k0 last="..." /></cookie>`. Values stand in base64url: clients decode and
 * escape cookies in their own ways, and not all of them escape `&`.
 */
export function writeFetchCookie(
  keys: readonly SortKey[],
  page: number,
  first: readonly (string | null)[],
  last: readonly (string | null)[],
): string {
  const elements = keys.map((key, index) => {
    const ends = [attribute('last', last[index] ?? null), attribute('first', first[index] ?? null)]
    return `<${elementName(key)} ${ends.join(' ')} />`
  })
  return `<cookie page="${page}">${elements.join('')}</cookie>`
}

const attribute = (name: string, value: string | null): string =>
  value === null
    ? `${name}null="1"`
    : `${name}="${Buffer.from(value, 'utf8').toString('base64url')}"`

/** The order is part of the name: with another one, the values would mean nothing. */
const elementName = (key: SortKey): string => `k${key.name}.${key.direction}`

const ELEMENT = /<(k[\w.]{1,300}) (?:lastnull="1"|last="([\w-]*)")[^<>]*>/g

/** Null for what was never a cookie, or is one of a list in another order. */
export function readFetchCookie(keys: readonly SortKey[], text: string): FetchCookie | null {
  if (text.length > LENGTH_MAX) return null
  const [, page, content] = /^\s*<cookie page="(\d{1,7})">(.*)<\/cookie>\s*$/s.exec(text) ?? []
  if (page === undefined || content === undefined) return null
  const elements = [...content.matchAll(ELEMENT)]
  if (elements.length !== keys.length) return null
  const isOurs = elements.every((element, index) => element[1] === elementName(keys[index]!))
  if (!isOurs) return null
  const values = elements.map(([, , value]) =>
    value === undefined ? null : Buffer.from(value, 'base64url').toString('utf8'),
  )
  return values.some((value) => value?.includes('\u0000'))
    ? null
    : { page: Number(page), keys: values }
}
