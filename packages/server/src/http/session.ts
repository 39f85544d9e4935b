import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

const COOKIE = 'trackmark_session'
const LIFE_MS = 12 * 60 * 60_000

const session = z.strictObject({
  until: z.number(),
  organizationId: z.guid(),
  /** The token somebody signed in with; null = the installation's own. */
  tokenId: z.guid().nullable(),
})

/** What a browser was signed in with, and for which organization. */
export type Session = Pick<z.infer<typeof session>, 'organizationId' | 'tokenId'>

/** Signs browsers in: proof, until a time, that somebody had a token. */
export interface Sessions {
  /** Value of `Set-Cookie`. @param path where the organization answers; no other gets the cookie */
  issue(session: Session, path: string, now: number): string
  /** Value of `Set-Cookie` that takes the cookie of that path away. */
  end(path: string): string
  /** Those that are genuine and haven't ended, the one for the longest path first. */
  read(cookies: string | null | undefined, now: number): readonly Session[]
}

/** Sessions end with their time, and all of them when the installation's token or the key changes. */
export function createSessions(key: Buffer, token: string): Sessions {
  const sign = (payload: string): string =>
    createHmac('sha256', key).update(`session\n${token}\n${payload}`).digest('base64url')
  const open = (payload: string, signature: string, now: number): readonly Session[] => {
    if (!timingSafeEqual(Buffer.from(signature), Buffer.from(sign(payload)))) return []
    const { until, ...held } = session.parse(
      JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')),
    )
    return until > now ? [held] : []
  }
  return {
    issue: (held, path, now) => {
      const text = JSON.stringify({ until: now + LIFE_MS, ...held })
      const payload = Buffer.from(text).toString('base64url')
      const attributes = `Path=${path}; Max-Age=${LIFE_MS / 1000}; HttpOnly; SameSite=Strict`
      return `${COOKIE}=${payload}.${sign(payload)}; ${attributes}`
    },
    end: (path) => `${COOKIE}=; Path=${path}; Max-Age=0; HttpOnly; SameSite=Strict`,
    // Browsers send a cookie for each path that fits, that of the longest path first (RFC 6265).
    read: (cookies, now) =>
      [...(cookies ?? '').matchAll(PATTERN)].flatMap(([, payload, signature]) =>
        open(payload!, signature!, now),
      ),
  }
}

const PATTERN = new RegExp(`(?<=^|;\\s*)${COOKIE}=([\\w-]{1,400})\\.([\\w-]{43})(?=;|$)`, 'g')
