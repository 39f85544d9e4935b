import { z } from 'zod'
import { badRequest } from '../errors.ts'
import { type Answer, type Call, parseBody, type Route } from './call.ts'
import type { Incoming } from './dispatch.ts'
import { splitPath } from './router.ts'

const PARTS_MAX = 20
/** Outlook runs this many parts at a time on one mailbox. */
const PER_MAILBOX = 4

const part = z.strictObject({
  id: z.string().min(1),
  method: z.string().transform((method) => method.toUpperCase()),
  url: z.string().min(1),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).optional(),
  atomicityGroup: z.string().optional(),
})
type Part = z.output<typeof part>

const schema = z.looseObject({ requests: z.array(part).min(1) })

interface PartAnswer {
  readonly id: string
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export function batchRoute(send: (incoming: Incoming) => Promise<Answer>): Route {
  return {
    method: 'POST',
    path: '/$batch',
    area: 'none',
    handler: async (call) => {
      const { requests } = parseBody(schema, call)
      check(requests)
      const responses = await run(requests, (one) => answerPart(call, one, send))
      return { status: 200, body: { responses } }
    },
  }
}

function check(requests: readonly Part[]): void {
  if (requests.length > PARTS_MAX) {
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${PARTS_MAX}.`)
  }
  const seen = new Set<string>()
  for (const { id, dependsOn, body, headers } of requests) {
    if (seen.has(id.toLowerCase())) throw badRequest(`Duplicate request id '${id}'.`)
    const unknown = dependsOn?.find((other) => !seen.has(other.toLowerCase()))
    // Only earlier parts can be waited for, which also rules out rings.
    if (unknown !== undefined) {
      throw badRequest(`The request '${id}' depends on '${unknown}', which is not before it.`)
    }
    seen.add(id.toLowerCase())
    const types = Object.keys(headers ?? {}).map((name) => name.toLowerCase())
    if (body !== undefined && body !== null && !types.includes('content-type')) {
      throw badRequest(`The request '${id}' has a body and no Content-Type.`)
    }
  }
}

/** Parts without a tie run together, at most four at a time on one mailbox. */
async function run(
  requests: readonly Part[],
  answer: (one: Part) => Promise<PartAnswer>,
): Promise<PartAnswer[]> {
  const done = new Map<string, Promise<PartAnswer>>()
  const lanes = new Map<string, Promise<unknown>[]>()
  return await Promise.all(
    requests.map((one, index) => {
      const lane = laneOf(lanes, one, index)
      const before = lane[0] ?? Promise.resolve()
      const work = (async () => {
        const needed = await Promise.all(
          (one.dependsOn ?? []).map((id) => done.get(id.toLowerCase())),
        )
        await before
        if (needed.some((other) => other !== undefined && other.status >= 400)) return failed(one)
        return await answer(one)
      })()
      lane[0] = work.catch(() => {})
      done.set(one.id.toLowerCase(), work)
      return work
    }),
  )
}

/** One of the mailbox's four lanes, in turn. */
function laneOf(lanes: Map<string, Promise<unknown>[]>, one: Part, index: number) {
  const [first = '', second = ''] = splitPath(belowVersion(one.url).split('?')[0] ?? '')
  const name = `${first}/${second}/${index % PER_MAILBOX}`.toLowerCase()
  const lane = lanes.get(name) ?? []
  lanes.set(name, lane)
  return lane
}

const failed = (one: Part): PartAnswer => ({
  id: one.id,
  status: 424,
  headers: { 'Content-Type': 'application/json' },
  body: {
    error: {
      code: 'FailedDependency',
      message: 'A request that this one depends on has failed.',
    },
  },
})

async function answerPart(
  call: Call,
  one: Part,
  send: (incoming: Incoming) => Promise<Answer>,
): Promise<PartAnswer> {
  const headers = new Map(
    Object.entries(one.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  )
  const answer = await send({
    method: one.method,
    url: partUrl(call, one.url),
    header: (name) => headers.get(name.toLowerCase()) ?? inherited(call, name),
    body: one.body === undefined || one.body === null ? undefined : bodyOf(one.body),
  })
  const body = typeof answer.body === 'string' || Buffer.isBuffer(answer.body)
  const text = body ? Buffer.from(answer.body as string).toString('base64') : answer.body
  return {
    id: one.id,
    status: answer.status,
    headers: {
      ...(answer.body !== undefined && {
        'Content-Type': answer.contentType ?? 'application/json',
      }),
      ...answer.headers,
    },
    ...(text !== undefined && { body: text }),
  }
}

/** Of the outer request, only who asks and the trace id hold for the parts. */
const inherited = (call: Call, name: string): string | null =>
  ['authorization', 'client-request-id'].includes(name.toLowerCase()) ? call.header(name) : null

const bodyOf = (body: unknown): Incoming['body'] => ({ json: body })

function partUrl(call: Call, url: string): URL {
  const path = belowVersion(url)
  if (/^\$batch/i.test(path)) throw badRequest('A batch holds no batches.')
  if (/^[a-z]+:/i.test(path)) throw badRequest(`The url '${url}' of a batch part is not relative.`)
  return new URL(`${call.base}/${path}`)
}

/** Microsoft's JavaScript library leaves the version in the addresses it makes relative. */
const belowVersion = (url: string): string => url.replace(/^\/?(?:(?:v1\.0|beta)\/)?/i, '')
