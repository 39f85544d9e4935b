import { randomBytes } from 'node:crypto'
import { chmod, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigError } from '../config/load.ts'
import {
  type KeyRing,
  openKeyRing,
  readOrCreate,
  readText,
  SECRET_KEY_FILE,
} from './secret-keys.ts'

export interface Secrets {
  readonly adminToken: string
  /** The current key at the start, 32 bytes. It signs things that are valid for hours at most. */
  readonly secretKey: Buffer
  /** Encrypt and decrypt secrets in the database. */
  readonly secretKeys: KeyRing
}

const ADMIN_TOKEN_FILE = 'admin-token'

interface Configured {
  readonly adminToken: string | null
  readonly secretKey: string | null
  readonly secretKeyFormer: string | null
}

/**
 * Loads the configured secrets, or those in the data folder, which the first start makes. Files are readable by their
 * owner only.
 * @throws ConfigError when a kept key is invalid
 */
export async function loadSecrets(dataDir: string, configured: Configured): Promise<Secrets> {
  // From here on, files made by this process and its children are accessible to their owner only.
  process.umask(0o077)
  await mkdir(dataDir, { recursive: true })
  await restrictFolder(dataDir)
  const adminToken =
    configured.adminToken ??
    (await readOrCreate(join(dataDir, ADMIN_TOKEN_FILE), () =>
      randomBytes(32).toString('base64url'),
    ))
  const secretKeys = await openKeyRing(dataDir, {
    current: configured.secretKey,
    former: configured.secretKeyFormer,
  })
  return { adminToken, secretKey: secretKeys.current, secretKeys }
}

/**
 * Makes an existing folder, such as a volume, inaccessible to others. Some volumes have no permissions and stay as
 * they are.
 */
async function restrictFolder(folder: string): Promise<void> {
  const { mode } = await stat(folder)
  if ((mode & 0o077) !== 0) await chmod(folder, 0o700).catch(() => {})
}

/** A worker needs the key that the server encrypts with; a new key would decrypt nothing. @throws ConfigError */
export async function requireSecretKey(
  dataDir: string,
  configured: { readonly secretKey: string | null },
): Promise<void> {
  if (configured.secretKey !== null || (await readText(join(dataDir, SECRET_KEY_FILE)))) return
  throw new ConfigError(
    `A worker needs the secret key of its server: set TRACKMARK_SECRET_KEY to what the server's file ${SECRET_KEY_FILE} holds, or share its data folder.`,
  )
}
