import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { attributes, type CookiePlace } from './session.ts'

const COOKIE = 'trackmark_browser'
/** The longest that browsers keep a cookie. */
const LIFE_S = 400 * 86_400
/** People who share a browser, the last ones first. */
const PEOPLE_MAX = 5

const held = z.strictObject({
  id: z.guid(),
  /** Subjects of the names that have signed in there. */
  people: z.array(z.string().max(60)).max(PEOPLE_MAX),
})

/** A browser in which people have signed in before. */
export type KnownBrowser = z.infer<typeof held>

const sign = (key: Buffer, payload: string): string =>
  createHmac('sha256', key).update(`browser\n${payload}`).digest('base64url')

const PATTERN = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{1,800})\\.([\\w-]{43})(?=;|$)`)

/** Null = the request says of none, or not by a cookie of ours. */
export function knownBrowser(key: Buffer, cookies: string | null): KnownBrowser | null {
  const [, payload, signature] = PATTERN.exec(cookies ?? '') ?? []
  if (payload === undefined || signature === undefined) return null
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(sign(key, payload)))) return null
  const read = held.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
  return read.success ? read.data : null
}

/**
 * Value of `Set-Cookie` after somebody signed in. It lets nobody in: it only tells their tries from a
 * stranger's.
 */
export function rememberBrowser(
  key: Buffer,
  before: KnownBrowser | null,
  subject: string,
  place: CookiePlace,
): string {
  const others = before?.people.filter((one) => one !== subject) ?? []
  const browser: KnownBrowser = {
    id: before?.id ?? randomUUID(),
    people: [subject, ...others].slice(0, PEOPLE_MAX),
  }
  const payload = Buffer.from(JSON.stringify(browser)).toString('base64url')
  return `${COOKIE}=${payload}.${sign(key, payload)}; Max-Age=${LIFE_S}; ${attributes(place)}`
}
