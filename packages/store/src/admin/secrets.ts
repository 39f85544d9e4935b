import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Queryable } from '../database.ts'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/** The stored secret was sealed with another key, for another place, or was changed. */
export class SecretUnreadableError extends Error {
  override readonly name = 'SecretUnreadableError'
  constructor(name: string, options?: ErrorOptions) {
    super(
      `The secret ${name} cannot be read with the key of this installation. Enter it again.`,
      options,
    )
  }
}

/**
 * Keeps a secret encrypted (AES-256-GCM), bound to its organization and name: a row copied
 * elsewhere can't be read there.
 * @param key 32 bytes, kept outside the database
 */
export async function putSecret(
  database: Queryable,
  key: Uint8Array,
  place: { organizationId: string; name: string },
  value: string,
): Promise<void> {
  await database.query(
    `insert into sync.secret (organizationid, name, sealed) values ($1, $2, $3)
     on conflict (organizationid, name) do update set sealed = excluded.sealed`,
    [place.organizationId, place.name, seal(key, place, value)],
  )
}

/**
 * @returns null = never put
 * @throws SecretUnreadableError
 */
export async function getSecret(
  database: Queryable,
  key: Uint8Array,
  place: { organizationId: string; name: string },
): Promise<string | null> {
  const [row] = await database.query<{ sealed: string }>(
    'select sealed from sync.secret where organizationid = $1 and name = $2',
    [place.organizationId, place.name],
  )
  return row === undefined ? null : unseal(key, place, row.sealed)
}

/** @returns whether there was one */
export async function deleteSecret(
  database: Queryable,
  place: { organizationId: string; name: string },
): Promise<boolean> {
  const deleted = await database.query(
    'delete from sync.secret where organizationid = $1 and name = $2 returning 1 as deleted',
    [place.organizationId, place.name],
  )
  return deleted.length > 0
}

type Place = Parameters<typeof deleteSecret>[1]

/** `v1.` then nonce, tag and ciphertext, in base64url. */
function seal(key: Uint8Array, place: Place, value: string): string {
  // A nonce must never come twice under one key, whoever passes what in: it isn't the caller's.
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, checked(key), nonce)
  cipher.setAAD(boundTo(place))
  const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
  return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`
}

function unseal(key: Uint8Array, place: Place, sealed: string): string {
  const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64url')
  try {
    const nonce = bytes.subarray(0, NONCE_BYTES)
    const decipher = createDecipheriv(ALGORITHM, checked(key), nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(boundTo(place))
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch (error) {
    if (error instanceof TypeError) throw error
    throw new SecretUnreadableError(place.name, { cause: error })
  }
}

function checked(key: Uint8Array): Uint8Array {
  if (key.byteLength !== KEY_BYTES) throw new TypeError(`A key of ${KEY_BYTES} bytes is needed.`)
  return key
}

const boundTo = (place: Place): Buffer =>
  Buffer.from(JSON.stringify([place.organizationId.toLowerCase(), place.name]))
