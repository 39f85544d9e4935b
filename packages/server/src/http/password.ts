import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { badRequest } from './errors.ts'

/** OWASP, "Password Storage Cheat Sheet": one of the equal choices for scrypt; 32 MiB for each. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const
const SALT_BYTES = 16
const HASH_BYTES = 32
export const PASSWORD_LENGTH_MIN = 12
const LENGTH_MAX = 200

/** `scrypt$N$r$p$salt$hash`: the cost is kept with the hash, so that it can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(password, salt, COST)
  const { N, r, p } = COST
  return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/**
 * Whether it is the password of that hash. Takes as long where there is none to compare with, so that
 * nobody learns which names exist.
 * @param kept null = there is none
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, N, r, p, salt, hash] = (kept ?? (await nobodys())).split('$')
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  const wanted = Buffer.from(hash!, 'base64url')
  const given = await derive(password, Buffer.from(salt!, 'base64url'), cost)
  return timingSafeEqual(given, wanted) && kept !== null
}

/** @throws ApiError 400 saying what is wrong with it */
export function requireGoodPassword(password: string, signInName: string): void {
  if (password.length < PASSWORD_LENGTH_MIN) {
    throw badRequest(`A password has at least ${PASSWORD_LENGTH_MIN} characters.`)
  }
  if (password.length > LENGTH_MAX) {
    throw badRequest(`A password has at most ${LENGTH_MAX} characters.`)
  }
  const folded = password.toLowerCase()
  const name = signInName.toLowerCase()
  if (folded.includes(name) || new Set(folded).size < 5) {
    throw badRequest("A password isn't the name it belongs to, nor a few characters over and over.")
  }
}

let nobody: Promise<string> | null = null
const nobodys = (): Promise<string> => {
  nobody ??= hashPassword(randomBytes(SALT_BYTES).toString('hex'))
  return nobody
}

/** One at a time: each takes memory, and who asks for many at once has to wait. */
let queue: Promise<unknown> = Promise.resolve()

function derive(
  password: string,
  salt: Buffer,
  cost: { readonly N: number; readonly r: number; readonly p: number },
): Promise<Buffer> {
  const derived = queue.then(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        const maxmem = 256 * cost.N * cost.r
        scrypt(password.normalize('NFKC'), salt, HASH_BYTES, { ...cost, maxmem }, (error, key) =>
          error === null ? resolve(key) : reject(error),
        )
      }),
  )
  queue = derived.catch(() => {})
  return derived
}
