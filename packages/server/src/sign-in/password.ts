import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { badRequest } from '@trackmark/http'

interface PasswordCost {
  /** A power of two. */
  readonly N: number
  readonly r: number
  readonly p: number
}

/** OWASP, "Password Storage Cheat Sheet": one of the equal choices for scrypt; 32 MiB for each. */
const COST: PasswordCost = { N: 2 ** 15, r: 8, p: 3 }
const SALT_BYTES = 16
const HASH_BYTES = 32
export const PASSWORD_LENGTH_MIN = 12
const LENGTH_MAX = 200

export interface Passwords {
  /** `scrypt$N$r$p$salt$hash`: the cost is kept with the hash, so that it can be raised later. */
  hash(password: string): Promise<string>
  /**
   * Whether the password matches a hash. It takes as long without a hash, so that nobody learns which names exist.
   * @param kept the stored hash; null when there is none
   */
  matches(password: string, stored: string | null): Promise<boolean>
}

/** @param cost of new hashes */
export function createPasswords(cost = COST): Passwords {
  const derive = oneAtATime()
  const hash = async (password: string): Promise<string> => {
    const salt = randomBytes(SALT_BYTES)
    const derived = await derive(password, salt, cost)
    const { N, r, p } = cost
    return ['scrypt', N, r, p, salt.toString('base64url'), derived.toString('base64url')].join('$')
  }
  let nobody: Promise<string> | null = null
  const nobodys = (): Promise<string> => {
    nobody ??= hash(randomBytes(SALT_BYTES).toString('hex'))
    return nobody
  }
  return {
    hash,
    matches: async (password, stored) => {
      const [, N, r, p, salt, wanted] = (stored ?? (await nobodys())).split('$')
      const itsCost = { N: Number(N), r: Number(r), p: Number(p) }
      const given = await derive(password, Buffer.from(salt!, 'base64url'), itsCost)
      return timingSafeEqual(given, Buffer.from(wanted!, 'base64url')) && stored !== null
    },
  }
}

/** @throws ApiError 400 that says what is wrong with the password */
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

/** Each derivation takes memory, so they run one after another. */
function oneAtATime() {
  let queue: Promise<unknown> = Promise.resolve()
  return (password: string, salt: Buffer, cost: PasswordCost): Promise<Buffer> => {
    const derived = queue.then(
      () =>
        new Promise<Buffer>((resolve, reject) => {
          const options = { ...cost, maxmem: 256 * cost.N * cost.r }
          scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, key) =>
            error === null ? resolve(key) : reject(error),
          )
        }),
    )
    queue = derived.catch(() => {})
    return derived
  }
}
