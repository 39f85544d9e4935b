import type { SortKey } from './order.ts'

/** The position at which a FetchXML list continues, as a paging cookie in Dataverse's form. */
interface FetchCookie {
  readonly page: number
  readonly keys: readonly (string | null)[]
}

/** The maximum length of a cookie that is parsed. */
const LENGTH_MAX = 32_768

/**
 * `<cookie page="1"><k0 last="..." /></cookie>`. Values are in base64url, since clients decode and escape
 * cookies in different ways, and not all of them escape `&`.
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

/** The name holds the order of the list, since the values mean nothing in another order. */
const elementName = (key: SortKey): string => `k${key.name}.${key.direction}`

const ELEMENT = /<(k[\w.]{1,300}) (?:lastnull="1"|last="([\w-]*)")[^<>]*>/g

/** Null when the text isn't a cookie, or is the cookie of a list in another order. */
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
