import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

const COOKIE = 'trackmark_session'
const LIFE_MS = 12 * 60 * 60_000

const sessionSchema = z.strictObject({
  organizationId: z.guid(),
  /** The credential that the session was started with; the session ends with it. */
  for: z.discriminatedUnion('kind', [
    /** The installation's own token. */
    z.strictObject({ kind: z.literal('installation') }),
    z.strictObject({ kind: z.literal('token'), tokenId: z.guid() }),
    /** A person's account, by the id of its user. */
    z.strictObject({ kind: z.literal('account'), userId: z.guid() }),
  ]),
  /** When the session began, in milliseconds. */
  since: z.number(),
})
/** The name distinguishes sessions that are otherwise equal. */
const cookieSchema = sessionSchema.extend({ until: z.number(), name: z.string() })

/** The session of a browser in one organization. */
export type Session = z.infer<typeof sessionSchema>

/** A session read from a cookie. */
interface ReadSession extends Session {
  /** SHA-256 of the cookie's signature. It identifies the session, but nobody can sign in with it. */
  readonly hash: string
  /** When the session expires, in milliseconds. */
  readonly until: number
}

/** Which requests the browser sends the cookie with. */
export interface CookieScope {
  /** The organization's path; no other organization gets the cookie. */
  readonly path: string
  /** Only over HTTPS. */
  readonly isSecure: boolean
}

/** Issues and reads signed cookies, which prove until they expire that the browser had valid credentials. */
export interface Sessions {
  /** Value of `Set-Cookie`. */
  issue(session: Session, scope: CookieScope): string
  /** Value of `Set-Cookie` that removes the cookie. */
  end(scope: CookieScope): string
  /** Valid, unexpired sessions in the cookies, the most specific path first. Some may have been signed out. */
  read(cookies: string | null | undefined, now: number): readonly ReadSession[]
}

/** Sessions expire, and all of them end when the installation's token or the key changes. */
export function createSessions(
  key: Buffer,
  token: string,
  newName: () => string = () => randomBytes(12).toString('base64url'),
): Sessions {
  const sign = (payload: string): string =>
    createHmac('sha256', key).update(`session\n${token}\n${payload}`).digest('base64url')
  const open = (payload: string, signature: string, now: number): readonly ReadSession[] => {
    if (!timingSafeEqual(Buffer.from(signature), Buffer.from(sign(payload)))) return []
    const read = cookieSchema.safeParse(
      JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')),
    )
    // Cookies of earlier versions have other properties.
    if (!read.success) return []
    if (read.data.until <= now) return []
    return [{ ...read.data, hash: createHash('sha256').update(signature).digest('hex') }]
  }
  return {
    issue: (begun, scope) => {
      const text = JSON.stringify({ ...begun, until: begun.since + LIFE_MS, name: newName() })
      const payload = Buffer.from(text).toString('base64url')
      return `${COOKIE}=${payload}.${sign(payload)}; Max-Age=${LIFE_MS / 1000}; ${attributes(scope)}`
    },
    end: (scope) => `${COOKIE}=; Max-Age=0; ${attributes(scope)}`,
    // Browsers send a cookie for each matching path, that of the longest path first (RFC 6265).
    read: (cookies, now) =>
      [...(cookies ?? '').matchAll(PATTERN)].flatMap(([, payload, signature]) =>
        open(payload!, signature!, now),
      ),
  }
}

export const attributes = ({ path, isSecure }: CookieScope): string =>
  `Path=${path}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`

const PATTERN = new RegExp(`(?<=^|;\\s*)${COOKIE}=([\\w-]{1,500})\\.([\\w-]{43})(?=;|$)`, 'g')
