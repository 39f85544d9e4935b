import { badRequest } from '@trackmark/http'

/** One request of a batch, as it was sent. */
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

/** Dataverse has the same limit. */
const BATCH_REQUESTS_MAX = 1000
const HEADERS_MAX = 100

/** The text between two boundaries. */
interface Part {
  readonly text: string
  /** The body ended without a boundary after this part. */
  readonly isOpen: boolean
}

/**
 * Reads the parts of a multipart/mixed body (OData 4.0 part 1, 11.7). Lines end with CRLF or LF, since many clients
 * write the latter. Some clients omit the last boundary of the batch; that is accepted when the last part is
 * recognizably complete. A change set needs its own last boundary, because otherwise a part of it could be missing
 * unnoticed.
 * @param contentType of the whole batch, with its boundary
 * @throws ApiError 400 that names the part
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

function parseItem({ text, isOpen }: Part, place: string): BatchItem {
  const { headers, rest, ended } = headed(text, place)
  const type = headerOf(headers, 'content-type') ?? ''
  if (!/^multipart\/mixed\b/i.test(type)) {
    if (isOpen && !ended) throw cutOff(place)
    return { kind: 'request', request: parseRequest(headers, { text: rest, isOpen }, place) }
  }
  const requests = partsOf(type, rest, place).map((part, index) => {
    const inner = `${place}, request ${index + 1}`
    if (part.isOpen) throw cutOff(place)
    const own = headed(part.text, inner)
    if (/^multipart\//i.test(headerOf(own.headers, 'content-type') ?? '')) {
      throw badRequest(`${inner}: a change set holds requests, not change sets.`)
    }
    return parseRequest(own.headers, { text: own.rest, isOpen: false }, inner)
  })
  const ids = requests.flatMap(({ contentId }) => contentId ?? [])
  if (new Set(ids).size < ids.length) throw badRequest(`${place} gives a Content-ID twice.`)
  return { kind: 'changeSet', requests }
}

type Headers = BatchRequest['headers']

function parseRequest(partHeaders: Headers, { text, isOpen }: Part, place: string): BatchRequest {
  const type = headerOf(partHeaders, 'content-type') ?? ''
  if (!/^application\/http\b/i.test(type)) {
    throw badRequest(`${place} must have Content-Type: application/http or multipart/mixed.`)
  }
  const start = text.replace(/^(?:[ \t]*\r?\n)+/, '')
  const end = start.indexOf('\n')
  const line = (end < 0 ? start : start.slice(0, end)).trim()
  const method = /^[A-Za-z]{1,20}(?=[ \t])/.exec(line)?.[0]
  // Some clients send spaces in queries, so only the version at the end is cut off.
  const url = line
    .slice(method?.length ?? 0)
    .replace(/[ \t]HTTP\/\d(?:\.\d)?$/, '')
    .trim()
  if (method === undefined || url === '') {
    throw badRequest(`${place} must begin with a request line, such as GET accounts HTTP/1.1.`)
  }
  const after = end < 0 ? '' : start.slice(end + 1)
  const { headers, rest, ended } = headed(after, place)
  const request: BatchRequest = {
    method: method.toUpperCase(),
    url,
    headers,
    body: rest.trimEnd(),
    contentId: headerOf(partHeaders, 'content-id') ?? headerOf(headers, 'content-id') ?? null,
  }
  const length = contentLength(headers, place)
  if (length !== null && Buffer.byteLength(rest) < length) throw cutOff(place)
  if (isOpen && !(ended && isWhole(request, length))) throw cutOff(place)
  return request
}

/**
 * Reads `Content-Length`, which may be repeated with equal values (RFC 9110, 8.6). Some clients count characters
 * instead of bytes: a part longer than it says is read up to its boundary.
 */
function contentLength(headers: Headers, place: string): number | null {
  const given = headers
    .filter(([name]) => name.toLowerCase() === 'content-length')
    .flatMap(([, value]) => value.split(','))
    .map((value) => value.trim())
  const [first] = given
  if (first === undefined) return null
  if (/^\d{1,15}$/.test(first) && given.every((value) => Number(value) === Number(first))) {
    return Number(first)
  }
  throw badRequest(`${place}: the Content-Length must be one whole number.`)
}

/** Whether a request without a boundary after it is recognizably complete. */
function isWhole({ method, body }: BatchRequest, length: number | null): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'DELETE') return body === ''
  if (body === '') return length === 0
  try {
    const value: unknown = JSON.parse(body)
    // A JSON object or list that was cut off can't be parsed.
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}

const cutOff = (place: string) => badRequest(`${place} is cut off.`)

/** Splits a text into header lines and the content after the first empty line. */
function headed(
  text: string,
  place: string,
): {
  readonly headers: Headers
  readonly rest: string
  /** Whether there was an empty line. */
  readonly ended: boolean
} {
  let ended = false
  const headers: (readonly [string, string])[] = []
  let at = 0
  while (at < text.length) {
    const end = text.indexOf('\n', at)
    const line = (end < 0 ? text.slice(at) : text.slice(at, end)).replace(/\r$/, '')
    at = end < 0 ? text.length : end + 1
    if (line.trim() === '') {
      ended = end >= 0
      break
    }
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).trim()
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) {
      throw badRequest(`${place} has a header that can't be read.`)
    }
    if (headers.length >= HEADERS_MAX) throw badRequest(`${place} has too many headers.`)
    headers.push([name, line.slice(colon + 1).trim()])
  }
  return { headers, rest: text.slice(at), ended }
}

const headerOf = (headers: Headers, name: string): string | undefined =>
  headers.find(([own]) => own.toLowerCase() === name)?.[1]

function partsOf(contentType: string, text: string, place: string): readonly Part[] {
  const [, quoted, plain] =
    /;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) throw badRequest(`${place} has no boundary in its Content-Type.`)
  const parts: Part[] = []
  let begun: number | null = null
  let at = 0
  while (at <= text.length) {
    const end = text.indexOf('\n', at)
    const line = (end < 0 ? text.slice(at) : text.slice(at, end)).trimEnd()
    const next = end < 0 ? text.length + 1 : end + 1
    const isLast = line === `--${boundary}--`
    if (isLast || line === `--${boundary}`) {
      if (begun !== null) parts.push({ text: text.slice(begun, at), isOpen: false })
      if (isLast) return parts
      begun = next
    }
    at = next
  }
  if (begun === null) throw badRequest(`${place} has no part that begins with its boundary.`)
  return [...parts, { text: text.slice(begun), isOpen: true }]
}
