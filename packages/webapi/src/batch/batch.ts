import { STATUS_CODES } from 'node:http'
import { RefusedDataError } from '@trackmark/core'
import { ERROR_CODES, type SettingChange } from '@trackmark/dataverse'
import {
  ApiError,
  addressTooLong,
  BATCH_URL_LENGTH_MAX,
  badRequest,
  errorResponse,
  methodNotAllowed,
  readText,
} from '@trackmark/http'
import type { WebApiContext, WebApiDeps } from '../request/context.ts'
import { belowRoot, contentReference } from '../request/reference.ts'
import { nestedDatabase } from '../write/nested-database.ts'
import { type BatchItem, type BatchRequest, parseBatch } from './parse.ts'

/** Answers one request as if it had been sent alone. */
type AnswerOne = (
  deps: WebApiDeps,
  request: Request,
  references: ReadonlyMap<string, string>,
) => Promise<Response>

/** Once the answers of a batch have this many characters, no further request is carried out. */
const ANSWERS_LENGTH_MAX = 16 * 1024 * 1024

/** Largest batch, in bytes. */
const BATCH_BYTES_MAX = 16 * 1024 * 1024

/**
 * `POST $batch`: carries out requests one after the other, and those of a change set in one transaction. The first
 * failure ends the batch, unless `Prefer: odata.continue-on-error` is sent. (Microsoft, "Execute batch operations
 * using the Web API")
 * @throws ApiError 400, 405, 413 or 415 when the batch itself can't be read
 */
export async function answerBatch(context: WebApiContext, answerOne: AnswerOne): Promise<Response> {
  const { request, deps } = context
  if (request.method !== 'POST') throw methodNotAllowed('A batch is sent with POST.', 'POST')
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/mixed\b/i.test(type)) {
    const message = 'A batch is sent as Content-Type: multipart/mixed with a boundary.'
    throw new ApiError(415, ERROR_CODES.badQuery, message)
  }
  const items = parseBatch(type, await readText(request, BATCH_BYTES_MAX))
  const goesOn = context.reading.preferences.continueOnError
  const parts: string[] = []
  let status = 200
  let length = 0
  for (const item of items) {
    const answered =
      length > ANSWERS_LENGTH_MAX ? await tooMuch() : await answerItem(context, item, answerOne)
    length += answered.text.length
    parts.push(answered.text)
    if (answered.status < 400 || goesOn) continue
    status = answered.status
    break
  }
  return multipart('batchresponse', deps.newId(), parts, status)
}

/** Answers the rest of a batch whose answers are too long already; it isn't carried out. */
async function tooMuch(): Promise<Answered> {
  const message = 'The answers of this batch are larger than 16 MB: send the rest in another one.'
  const response = errorResponse(new ApiError(413, ERROR_CODES.badQuery, message))
  return { text: await partText(response, null), status: response.status }
}

interface Answered {
  readonly text: string
  /** Status of the request; of a change set, that of its first failure. */
  readonly status: number
}

async function answerItem(
  context: WebApiContext,
  item: BatchItem,
  answerOne: AnswerOne,
): Promise<Answered> {
  if (item.kind === 'changeSet') return answerChangeSet(context, item.requests, answerOne)
  const { deps } = context
  const response = await answerOf(async () =>
    answerOne(deps, innerRequest(context, item.request, NONE), NONE),
  )
  return { text: await partText(response, item.request.contentId), status: response.status }
}

const NONE: ReadonlyMap<string, string> = new Map()

class ChangeSetFailed extends Error {
  readonly part: Answered
  constructor(part: Answered) {
    super('a request of the change set failed')
    this.part = part
  }
}

/** Carries out a change set whole or not at all. Of one that failed, only the failure is answered. */
async function answerChangeSet(
  context: WebApiContext,
  requests: readonly BatchRequest[],
  answerOne: AnswerOne,
): Promise<Answered> {
  const { deps } = context
  const wrapped = (parts: readonly string[], status: number): Answered => {
    const boundary = `changesetresponse_${deps.newId()}`
    const text = `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n${multipartText(boundary, parts)}`
    return { text, status }
  }
  try {
    const done = await deps.database.transaction(async (tx) => {
      // Reported after the commit. Reset on each attempt, because the transaction may be retried.
      const changes: (readonly SettingChange[])[] = []
      const inside: WebApiDeps = {
        ...deps,
        database: nestedDatabase(deps.database, tx),
        organizationChanged: (change) => void changes.push(change),
      }
      return { parts: await runChangeSet(context, inside, requests, answerOne), changes }
    })
    for (const change of done.changes) deps.organizationChanged(change)
    return wrapped(done.parts, 200)
  } catch (error) {
    if (!(error instanceof ChangeSetFailed)) throw error
    return wrapped([error.part.text], error.part.status)
  }
}

async function runChangeSet(
  context: WebApiContext,
  deps: WebApiDeps,
  requests: readonly BatchRequest[],
  answerOne: AnswerOne,
): Promise<readonly string[]> {
  const references = new Map<string, string>()
  const parts: string[] = []
  for (const item of requests) {
    const response = await answerOf(async () => {
      if (item.method === 'GET' || item.method === 'HEAD') {
        throw badRequest('A change set changes data: send GET outside of it.')
      }
      return answerOne(deps, innerRequest(context, item, references), references)
    })
    const part = { text: await partText(response, item.contentId), status: response.status }
    if (response.status >= 400) throw new ChangeSetFailed(part)
    parts.push(part.text)
    const address = response.headers.get('location') ?? response.headers.get('odata-entityid')
    const below = address === null ? null : belowRoot(deps, address)
    if (item.contentId !== null && below !== null) references.set(item.contentId, below.rest)
  }
  return parts
}

/** @throws ApiError 400 for an address that isn't of this organization, 414 for a longer one */
function innerRequest(
  { reading, request: outer, deps }: WebApiContext,
  { method, url, headers, body }: BatchRequest,
  references: ReadonlyMap<string, string>,
): Request {
  if (url.length > BATCH_URL_LENGTH_MAX) throw addressTooLong(BATCH_URL_LENGTH_MAX)
  const [path = '', ...query] = url.split('?')
  const search = query.length === 0 ? '' : `?${query.join('?')}`
  const referred = contentReference(references, path)
  const below = referred === null ? belowRoot(deps, path) : { version: null, rest: referred }
  if (below === null)
    throw badRequest(`${path.slice(0, 100)} isn't an address of this organization.`)
  if (/^\$batch\b/.test(below.rest)) throw badRequest("A batch can't hold another batch.")
  const version = below.version ?? /\/(v9[\d.]*)$/.exec(reading.root)?.[1] ?? 'v9.2'
  const { origin } = new URL(outer.url)
  const own = headers.filter(
    ([name]) => !/^(authorization|cookie|host|content-length|content-id)$/i.test(name),
  )
  try {
    return new Request(`${origin}/api/data/${version}/${below.rest}${search}`, {
      method,
      headers: own.map(([name, value]): [string, string] => [name, value]),
      ...(body === '' || method === 'GET' || method === 'HEAD' ? {} : { body }),
    })
  } catch {
    throw badRequest(`${method} ${path.slice(0, 100)} isn't a request that can be read.`)
  }
}

async function answerOf(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ApiError) return errorResponse(error)
    if (error instanceof RefusedDataError) {
      return errorResponse(new ApiError(400, ERROR_CODES.invalidArgument, error.message))
    }
    throw error
  }
}

async function partText(response: Response, contentId: string | null): Promise<string> {
  const body = await response.text()
  const names: Readonly<Record<string, string>> = {
    'odata-version': 'OData-Version',
    'odata-entityid': 'OData-EntityId',
    etag: 'ETag',
  }
  const title = (name: string) =>
    names[name] ?? name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())
  const headers = [...response.headers].map(([name, value]) => `${title(name)}: ${value}`)
  return [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(contentId === null ? [] : [`Content-ID: ${contentId}`]),
    '',
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ''}`.trimEnd(),
    ...headers,
    '',
    body,
  ].join('\r\n')
}

const multipartText = (boundary: string, parts: readonly string[]): string =>
  `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`

function multipart(name: string, id: string, parts: readonly string[], status: number): Response {
  const boundary = `${name}_${id}`
  return new Response(multipartText(boundary, parts), {
    status,
    headers: {
      'Content-Type': `multipart/mixed; boundary=${boundary}`,
      'OData-Version': '4.0',
      'Cache-Control': 'no-cache',
    },
  })
}
