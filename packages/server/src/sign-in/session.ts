import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
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
/** Two that begin alike are told apart by their name. */
const session = held.extend({ until: z.number(), name: z.string() })

/** What a browser was signed in with, and for which organization. */
export type Session = z.infer<typeof held>

/** A session as its cookie came in. */
export interface ReadSession extends Session {
  /** Tells it from all others; SHA-256 of its signature, so that nobody signs in with it. */
  readonly hash: string
  /** When it ends by itself, in milliseconds. */
  readonly until: number
}

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
  /**
   * Those that are genuine and whose time isn't over, the one for the longest path first. Some may
   * have been signed out.
   */
  read(cookies: string | null | undefined, now: number): readonly ReadSession[]
}

/** Sessions end with their time, and all of them when the installation's token or the key changes. */
export function createSessions(
  key: Buffer,
  token: string,
  newName: () => string = () => randomBytes(12).toString('base64url'),
): Sessions {
  const sign = (payload: string): string =>
    createHmac('sha256', key).update(`session\n${token}\n${payload}`).digest('base64url')
  const open = (payload: string, signature: string, now: number): readonly ReadSession[] => {
    if (!timingSafeEqual(Buffer.from(signature), Buffer.from(sign(payload)))) return []
    const read = session.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
    // One of an earlier version says other things.
    if (!read.success) return []
    if (read.data.until <= now) return []
    return [{ ...read.data, hash: createHash('sha256').update(signature).digest('hex') }]
  }
  return {
    issue: (begun, place) => {
      const text = JSON.stringify({ ...begun, until: begun.since + LIFE_MS, name: newName() })
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
