import { createHmac, timingSafeEqual } from 'node:crypto'

const COOKIE = 'trackmark_session'
const LIFE_MS = 12 * 60 * 60_000

/** Signs browsers in: proof, until a time, that somebody had the token. */
export interface Sessions {
  /** Value of `Set-Cookie`. */
  issue(now: number): string
  isValid(cookies: string | null | undefined, now: number): boolean
}

/** Sessions end with their time, and all of them when the token or the key changes. */
export function createSessions(key: Buffer, token: string): Sessions {
  const sign = (until: string): string =>
    createHmac('sha256', key).update(`session\n${token}\n${until}`).digest('base64url')
  return {
    issue: (now) => {
      const until = String(now + LIFE_MS)
      const attributes = `Path=/; Max-Age=${LIFE_MS / 1000}; HttpOnly; SameSite=Strict`
      return `${COOKIE}=${until}.${sign(until)}; ${attributes}`
    },
    isValid: (cookies, now) => {
      const found = new RegExp(`(?:^|;\\s*)${COOKIE}=(\\d{1,15})\\.([\\w-]{43})(?:;|$)`).exec(
        cookies ?? '',
      )
      const [, until, signature] = found ?? []
      if (until === undefined || signature === undefined || Number(until) <= now) return false
      return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(until)))
    },
  }
}
