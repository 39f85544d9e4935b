import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

const COOKIE = 'trackmark_session'
const LIFE_MS = 12 * 60 * 60_000

const held = z.strictObject({
  organizationId: z.guid(),
  /** What the session stands for, and ends with. */
  for: z.discriminatedUnion('kind', [
    /** The installation's own token. */
    z.strictObject({ kind: z.literal('installation') }),
    z.strictObject({ kind: z.literal('token'), tokenId: z.guid() }),
    /** A person's account; `userId` of its user. */
    z.strictObject({ kind: z.literal('account'), userId: z.guid() }),
  ]),
  /** When it began, in milliseconds. */
  since: z.number(),
})
const session = held.extend({ until: z.number() })

/** What a browser was signed in with, and for which organization. */
export type Session = z.infer<typeof held>

/** Where the cookie of a session goes. */
export interface CookiePlace {
  /** Where the organization answers; no other gets the cookie. */
  readonly path: string
  /** Only over HTTPS. */
  readonly isSecure: boolean
}

/** Signs browsers in: proof, until a time, that somebody had what a session stands for. */
export interface Sessions {
  /** Value of `Set-Cookie`. */
  issue(session: Session, place: CookiePlace): string
  /** Value of `Set-Cookie` that takes the cookie of that place away. */
  end(place: CookiePlace): string
  /** Those that are genuine and haven't ended, the one for the longest path first. */
  read(cookies: string | null | undefined, now: number): readonly Session[]
}

/** Sessions end with their time, and all of them when the installation's token or the key changes. */
export function createSessions(key: Buffer, token: string): Sessions {
  const sign = (payload: string): string =>
    createHmac('sha256', key).update(`session\n${token}\n${payload}`).digest('base64url')
  const open = (payload: string, signature: string, now: number): readonly Session[] => {
    if (!timingSafeEqual(Buffer.from(signature), Buffer.from(sign(payload)))) return []
    const read = session.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
    // One of an earlier version says other things.
    if (!read.success) return []
    const { until, ...rest } = read.data
    return until > now ? [rest] : []
  }
  return {
    issue: (begun, place) => {
      const text = JSON.stringify({ ...begun, until: begun.since + LIFE_MS })
      const payload = Buffer.from(text).toString('base64url')
      return `${COOKIE}=${payload}.${sign(payload)}; Max-Age=${LIFE_MS / 1000}; ${attributes(place)}`
    },
    end: (place) => `${COOKIE}=; Max-Age=0; ${attributes(place)}`,
    // Browsers send a cookie for each path that fits, that of the longest path first (RFC 6265).
    read: (cookies, now) =>
      [...(cookies ?? '').matchAll(PATTERN)].flatMap(([, payload, signature]) =>
        open(payload!, signature!, now),
      ),
  }
}

export const attributes = ({ path, isSecure }: CookiePlace): string =>
  `Path=${path}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`

const PATTERN = new RegExp(`(?<=^|;\\s*)${COOKIE}=([\\w-]{1,500})\\.([\\w-]{43})(?=;|$)`, 'g')
