import { badRequest } from '../http/errors.ts'

/** One request of a batch, as written. */
export interface BatchRequest {
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
  readonly contentId: string | null
}

export type BatchItem =
  | { readonly kind: 'request'; readonly request: BatchRequest }
  | { readonly kind: 'changeSet'; readonly requests: readonly BatchRequest[] }

/** As many as Dataverse takes. */
export const BATCH_REQUESTS_MAX = 1000
/** Characters of an address inside a batch, which is why long queries are sent this way. */
const URL_LENGTH_MAX = 65_536
const HEADERS_MAX = 100

/**
 * The parts of a multipart/mixed body (OData 4.0 part 1, 11.7). Lines end with CRLF or LF, since
 * many clients write the latter.
 * @param contentType of the whole, with its boundary
 * @throws ApiError 400 naming the part
 */
export function parseBatch(contentType: string, body: string): readonly BatchItem[] {
  const items = partsOf(contentType, body, 'The batch').map((part, index) =>
    parseItem(part, `Part ${index + 1} of the batch`),
  )
  const count = items.reduce(
    (sum, item) => sum + (item.kind === 'request' ? 1 : item.requests.length),
    0,
  )
  if (count > BATCH_REQUESTS_MAX) {
    throw badRequest(`A batch holds ${BATCH_REQUESTS_MAX} requests at most; this one has ${count}.`)
  }
  return items
}

function parseItem(text: string, place: string): BatchItem {
  const { headers, rest } = headed(text, place)
  const type = headerOf(headers, 'content-type') ?? ''
  if (!/^multipart\/mixed\b/i.test(type)) {
    return { kind: 'request', request: parseRequest(headers, rest, place) }
  }
  const requests = partsOf(type, rest, place).map((part, index) => {
    const inner = `${place}, request ${index + 1}`
    const own = headed(part, inner)
    if (/^multipart\//i.test(headerOf(own.headers, 'content-type') ?? '')) {
      throw badRequest(`${inner}: a change set holds requests, not change sets.`)
    }
    return parseRequest(own.headers, own.rest, inner)
  })
  const ids = requests.flatMap(({ contentId }) => contentId ?? [])
  if (new Set(ids).size < ids.length) throw badRequest(`${place} gives a Content-ID twice.`)
  return { kind: 'changeSet', requests }
}

type Headers = BatchRequest['headers']

function parseRequest(partHeaders: Headers, text: string, place: string): BatchRequest {
  const type = headerOf(partHeaders, 'content-type') ?? ''
  if (!/^application\/http\b/i.test(type)) {
    throw badRequest(`${place} must have Content-Type: application/http or multipart/mixed.`)
  }
  const start = text.replace(/^(?:[ \t]*\r?\n)+/, '')
  const end = start.indexOf('\n')
  const line = (end < 0 ? start : start.slice(0, end)).trim()
  const method = /^[A-Za-z]{1,20}(?=[ \t])/.exec(line)?.[0]
  // Queries come with spaces in them too, so the version is what is taken off the end.
  const url = line
    .slice(method?.length ?? 0)
    .replace(/[ \t]HTTP\/\d(?:\.\d)?$/, '')
    .trim()
  if (method === undefined || url === '') {
    throw badRequest(`${place} must begin with a request line, such as GET accounts HTTP/1.1.`)
  }
  if (url.length > URL_LENGTH_MAX) {
    throw badRequest(`${place}: the address is longer than ${URL_LENGTH_MAX} characters.`)
  }
  const after = end < 0 ? '' : start.slice(end + 1)
  const { headers, rest } = headed(after, place)
  const contentId = headerOf(partHeaders, 'content-id') ?? headerOf(headers, 'content-id')
  return {
    method: method.toUpperCase(),
    url,
    headers,
    body: rest.trimEnd(),
    contentId: contentId ?? null,
  }
}

/** Header lines up to an empty one; what follows is the content. */
function headed(text: string, place: string): { readonly headers: Headers; readonly rest: string } {
  const headers: (readonly [string, string])[] = []
  let at = 0
  while (at < text.length) {
    const end = text.indexOf('\n', at)
    const line = (end < 0 ? text.slice(at) : text.slice(at, end)).replace(/\r$/, '')
    at = end < 0 ? text.length : end + 1
    if (line.trim() === '') break
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).trim()
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) {
      throw badRequest(`${place} has a header that can't be read.`)
    }
    if (headers.length >= HEADERS_MAX) throw badRequest(`${place} has too many headers.`)
    headers.push([name, line.slice(colon + 1).trim()])
  }
  return { headers, rest: text.slice(at) }
}

export const headerOf = (headers: Headers, name: string): string | undefined =>
  headers.find(([own]) => own.toLowerCase() === name)?.[1]

function partsOf(contentType: string, text: string, place: string): readonly string[] {
  const [, quoted, plain] =
    /;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) throw badRequest(`${place} has no boundary in its Content-Type.`)
  const parts: string[] = []
  let begun: number | null = null
  let at = 0
  while (at <= text.length) {
    const end = text.indexOf('\n', at)
    const line = (end < 0 ? text.slice(at) : text.slice(at, end)).trimEnd()
    const next = end < 0 ? text.length + 1 : end + 1
    const isLast = line === `--${boundary}--`
    if (isLast || line === `--${boundary}`) {
      if (begun !== null) parts.push(text.slice(begun, at))
      if (isLast) return parts
      begun = next
    }
    at = next
  }
  if (begun === null) throw badRequest(`${place} has no part that begins with its boundary.`)
  throw badRequest(`${place} doesn't end with its boundary and two hyphens.`)
}
