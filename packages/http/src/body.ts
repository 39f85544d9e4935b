import { ERROR_CODES } from '@trackmark/dataverse'
import type { z } from 'zod'
import { ApiError, badRequest } from './errors.ts'
import { LONG_BYTES, turnForLongStep } from './long-steps.ts'
import { requestBudget } from './request-budget.ts'

/** Largest body of a request, in bytes. */
export const BODY_BYTES_MAX = 1024 * 1024

/** @throws ApiError 400, 413 or 415: not JSON, too large, or announced as something else */
export async function readJson(
  request: Request,
  bytesMax: number = BODY_BYTES_MAX,
): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (type !== '' && !/^application\/([\w.-]+\+)?json\b/i.test(type)) {
    throw new ApiError(
      415,
      ERROR_CODES.badQuery,
      'The body must be JSON, with Content-Type: application/json.',
    )
  }
  const text = await readText(request, bytesMax)
  if (text.length > LONG_BYTES) await turnForLongStep()
  if (text.trim() === '') throw badRequest('The request has no body; a JSON object is expected.')
  try {
    return JSON.parse(text)
  } catch (error) {
    const at = /position \d+/.exec(String(error))?.[0]
    throw badRequest(`The body isn't valid JSON${at ? ` (at ${at})` : ''}.`)
  }
}

/** @throws ApiError 400, 408, 413 or 503 */
export async function readText(request: Request, bytesMax: number): Promise<string> {
  const bytes = await readBytes(request, bytesMax)
  if (bytes.length > LONG_BYTES) await turnForLongStep()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw badRequest("The body isn't UTF-8.")
  }
}

/**
 * Reads the body and counts its bytes, with those of all other requests, against the memory limit.
 * @throws ApiError 408 when it takes too long to arrive, 413 or 503 when it is too large
 */
export async function readBytes(request: Request, bytesMax: number): Promise<Buffer> {
  const reader = request.body?.getReader()
  if (reader === undefined) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  const own = requestBudget()
  const begun = Date.now()
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read(), begun + own.patienceMs(size) - Date.now())
      if (done) return Buffer.concat(chunks)
      size += value.byteLength
      if (size > bytesMax) {
        throw new ApiError(413, ERROR_CODES.badQuery, `The body is larger than ${bytesMax} bytes.`)
      }
      own.body(value.byteLength)
      chunks.push(value)
    }
  } catch (error) {
    // The rest of the body is not read.
    void reader.cancel().catch(() => {})
    throw error
  }
}

/** @throws ApiError 408 */
async function inTime<T>(reading: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(bodyTooSlow()), Math.max(0, ms))
  })
  try {
    return await Promise.race([reading, late])
  } finally {
    clearTimeout(timer)
  }
}

const bodyTooSlow = (): ApiError =>
  new ApiError(408, ERROR_CODES.badQuery, 'The body of the request took too long to arrive.', {
    Connection: 'close',
  })

/** Checks a body or query against its schema. @throws ApiError 400 that names each fault and its place */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => {
    const place = issue.path.join('.')
    return place === '' ? issue.message : `${place}: ${issue.message}`
  })
  throw badRequest(`${faults.join('; ')}.`, ERROR_CODES.invalidArgument)
}
