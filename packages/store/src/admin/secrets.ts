import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { Database, Queryable } from '../database/database.ts'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/** The keys of an installation, each of 32 bytes, kept outside the database. */
export interface SecretKeys {
  /** The key that secrets are sealed with. */
  readonly current: Uint8Array
  /** Earlier keys, which open secrets that haven't been sealed with the current one yet. */
  readonly former: readonly Uint8Array[]
  /** Reads the keys again, since another process may have changed them. */
  readonly refresh?: () => Promise<void>
}

/** All keys, or the only one. */
export type Keys = Uint8Array | SecretKeys

/** The stored secret was sealed with another key or for another place, or it was altered. */
export class SecretUnreadableError extends Error {
  override readonly name = 'SecretUnreadableError'
  constructor(name: string, options?: ErrorOptions) {
    super(
      `The secret ${name} cannot be read with the key of this installation. Enter it again.`,
      options,
    )
  }
}

interface Place {
  readonly organizationId: string
  readonly name: string
}

/**
 * Stores a secret, encrypted with AES-256-GCM and bound to its organization and name: a row that is copied to
 * another place can't be decrypted there.
 */
export async function putSecret(
  database: Queryable,
  keys: Keys,
  place: Place,
  value: string,
): Promise<void> {
  const ring = ringOf(keys)
  await ring.refresh?.()
  await database.query(
    `insert into sync.secret (organizationid, name, sealed) values ($1, $2, $3)
     on conflict (organizationid, name) do update set sealed = excluded.sealed`,
    [place.organizationId, place.name, seal(ring.current, place, value)],
  )
}

/** @returns null when no such secret is stored @throws SecretUnreadableError */
export async function getSecret(
  database: Queryable,
  keys: Keys,
  place: Place,
): Promise<string | null> {
  const [row] = await database.query<{ sealed: string }>(
    'select sealed from sync.secret where organizationid = $1 and name = $2',
    [place.organizationId, place.name],
  )
  return row === undefined ? null : open(ringOf(keys), place, row.sealed)
}

/** @returns whether there was one */
export async function deleteSecret(database: Queryable, place: Place): Promise<boolean> {
  const deleted = await database.query(
    'delete from sync.secret where organizationid = $1 and name = $2 returning 1 as deleted',
    [place.organizationId, place.name],
  )
  return deleted.length > 0
}

export interface Resealed {
  /** The number of secrets that were sealed with the current key now. */
  readonly resealed: number
  /** Names of secrets that no key opens. They stay as they are. */
  readonly unreadable: readonly string[]
}

/**
 * Seals secrets with the current key that were sealed with an earlier one, one after another. It may be
 * interrupted at any time: every secret stays readable, and the next run does the rest.
 */
export async function resealSecrets(database: Database, keys: SecretKeys): Promise<Resealed> {
  const rows = await database.query<Place & { readonly sealed: string }>(
    `select organizationid as "organizationId", name, sealed from sync.secret
     where sealed not like $1 order by organizationid, name`,
    [`v2.${keyId(keys.current)}.%`],
  )
  const unreadable: string[] = []
  let resealed = 0
  for (const { sealed, ...place } of rows) {
    try {
      const value = await open(keys, place, sealed)
      // A secret that was replaced meanwhile has been sealed with the current key.
      const changed = await database.query(
        `update sync.secret set sealed = $3
         where organizationid = $1 and name = $2 and sealed = $4 returning 1 as changed`,
        [place.organizationId, place.name, seal(keys.current, place, value), sealed],
      )
      resealed += changed.length
    } catch (error) {
      if (!(error instanceof SecretUnreadableError)) throw error
      unreadable.push(place.name)
    }
  }
  return { resealed, unreadable }
}

const ringOf = (keys: Keys): SecretKeys =>
  keys instanceof Uint8Array ? { current: keys, former: [] } : keys

/** Identifies a key without disclosing anything of it. */
const keyId = (key: Uint8Array): string =>
  createHash('sha256').update('trackmark secret key').update(key).digest('hex').slice(0, 16)

/** `v2.`, the id of the key, then nonce, tag and ciphertext in base64url. `v1.` had no id. */
function seal(key: Uint8Array, place: Place, value: string): string {
  // A nonce must never be used twice with one key, so the caller doesn't choose it.
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, checked(key), nonce)
  cipher.setAAD(boundTo(place))
  const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
  const text = Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
  return `v2.${keyId(key)}.${text}`
}

async function open(keys: SecretKeys, place: Place, sealed: string): Promise<string> {
  const found = keysFor(keys, sealed)
  if (found.length === 0) await keys.refresh?.()
  const [text, id] = sealed.split('.').reverse()
  for (const key of found.length > 0 ? found : keysFor(keys, sealed)) {
    const value = unseal(key, place, Buffer.from(text!, 'base64url'))
    if (value !== null) return value
  }
  throw new SecretUnreadableError(place.name, { cause: new Error(`No key ${id} opens it.`) })
}

function keysFor({ current, former }: SecretKeys, sealed: string): readonly Uint8Array[] {
  const all = [current, ...former]
  const [, id] = /^v2\.([0-9a-f]+)\./.exec(sealed) ?? []
  return id === undefined ? all : all.filter((key) => keyId(key) === id)
}

/** @returns null when this key doesn't open it */
function unseal(key: Uint8Array, place: Place, bytes: Buffer): string | null {
  try {
    const nonce = bytes.subarray(0, NONCE_BYTES)
    const decipher = createDecipheriv(ALGORITHM, checked(key), nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(boundTo(place))
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch (error) {
    if (error instanceof TypeError) throw error
    return null
  }
}

function checked(key: Uint8Array): Uint8Array {
  if (key.byteLength !== KEY_BYTES) throw new TypeError(`A key of ${KEY_BYTES} bytes is needed.`)
  return key
}

const boundTo = (place: Place): Buffer =>
  Buffer.from(JSON.stringify([place.organizationId.toLowerCase(), place.name]))
