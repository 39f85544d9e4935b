import { createHash } from 'node:crypto'
import { addSignInCode, type Queryable } from '@trackmark/store'

const CODE_BYTES = 32
/** How long a sign-in link is valid, in milliseconds. */
export const LINK_LIFE_MS = 60 * 60_000
/** The same for a link by which a person chooses their password. */
export const INVITATION_LIFE_MS = 7 * 24 * 60 * 60_000

/** 256 random bits need no slow hash. */
export const codeHash = (code: string): string =>
  createHash('sha256').update(code, 'utf8').digest('hex')

/**
 * Makes a code that signs in once; only its hash is stored.
 * @param whom a user's id; null for the installation's administrator
 */
export async function makeSignInCode(
  deps: {
    readonly database: Queryable
    readonly randomBytes: (count: number) => Uint8Array
    readonly clock: () => number
  },
  organizationId: string,
  whom: string | null,
  lifeMs: number,
): Promise<string> {
  const code = Buffer.from(deps.randomBytes(CODE_BYTES)).toString('base64url')
  const now = deps.clock()
  const row = { hash: codeHash(code), userId: whom, expiresOn: now + lifeMs }
  await addSignInCode(deps.database, organizationId, row, now)
  return code
}
