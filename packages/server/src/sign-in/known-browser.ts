import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { attributes, type CookieScope } from './session.ts'

const COOKIE = 'trackmark_browser'
/** Browsers keep no cookie longer. */
const LIFE_S = 400 * 86_400
/** Most people per browser; the latest ones are kept. */
const PEOPLE_MAX = 5

const browserSchema = z.strictObject({
  id: z.guid(),
  /** Hashes of the names that signed in with this browser. */
  people: z.array(z.string().max(60)).max(PEOPLE_MAX),
})

/** A browser in which people have signed in before. */
export type KnownBrowser = z.infer<typeof browserSchema>

const sign = (key: Buffer, payload: string): string =>
  createHmac('sha256', key).update(`browser\n${payload}`).digest('base64url')

const PATTERN = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{1,800})\\.([\\w-]{43})(?=;|$)`)

/** Null when the request has no valid cookie of this kind. */
export function knownBrowser(key: Buffer, cookies: string | null): KnownBrowser | null {
  const [, payload, signature] = PATTERN.exec(cookies ?? '') ?? []
  if (payload === undefined || signature === undefined) return null
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(sign(key, payload)))) return null
  const read = browserSchema.safeParse(
    JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')),
  )
  return read.success ? read.data : null
}

/**
 * Value of `Set-Cookie` after a sign-in. The cookie grants nothing: it only separates the person's tries from a
 * stranger's.
 */
export function rememberBrowser(
  key: Buffer,
  before: KnownBrowser | null,
  subject: string,
  scope: CookieScope,
): string {
  const others = before?.people.filter((one) => one !== subject) ?? []
  const browser: KnownBrowser = {
    id: before?.id ?? randomUUID(),
    people: [subject, ...others].slice(0, PEOPLE_MAX),
  }
  const payload = Buffer.from(JSON.stringify(browser)).toString('base64url')
  return `${COOKIE}=${payload}.${sign(key, payload)}; Max-Age=${LIFE_S}; ${attributes(scope)}`
}
