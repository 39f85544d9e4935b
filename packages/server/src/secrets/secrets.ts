import { randomBytes } from 'node:crypto'
import { chmod, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigError } from '../config/load.ts'
import { type KeyRing, kept, openKeyRing, readText, SECRET_KEY_FILE } from './secret-keys.ts'

export interface Secrets {
  readonly adminToken: string
  /** 32 bytes: the current key, as it was at the start. Signs what lives for hours at most. */
  readonly secretKey: Buffer
  /** Seal and open what is kept in the database. */
  readonly secretKeys: KeyRing
}

export const ADMIN_TOKEN_FILE = 'admin-token'

interface Configured {
  readonly adminToken: string | null
  readonly secretKey: string | null
  readonly secretKeyFormer: string | null
}

/**
 * The configured secrets, or those in the data folder, which are made at the first start. Files
 * belong to their owner alone.
 * @throws ConfigError when a kept key isn't one
 */
export async function loadSecrets(dataDir: string, configured: Configured): Promise<Secrets> {
  // Whatever is made from here on, by this process and those it starts, is its owner's alone.
  process.umask(0o077)
  await mkdir(dataDir, { recursive: true })
  await closeFolder(dataDir)
  const adminToken =
    configured.adminToken ??
    (await kept(join(dataDir, ADMIN_TOKEN_FILE), () => randomBytes(32).toString('base64url')))
  const secretKeys = await openKeyRing(dataDir, {
    current: configured.secretKey,
    former: configured.secretKeyFormer,
  })
  return { adminToken, secretKey: secretKeys.current, secretKeys }
}

/**
 * Takes a folder that was there already, a volume perhaps, away from others: nobody but its owner
 * gets at anything in it then. Some volumes know no rights; they stay as they are.
 */
async function closeFolder(folder: string): Promise<void> {
  const { mode } = await stat(folder)
  if ((mode & 0o077) !== 0) await chmod(folder, 0o700).catch(() => {})
}

/**
 * A worker must have the key the server seals with: one of its own would open nothing.
 * @throws ConfigError
 */
export async function requireSecretKey(
  dataDir: string,
  configured: { readonly secretKey: string | null },
): Promise<void> {
  if (configured.secretKey !== null || (await readText(join(dataDir, SECRET_KEY_FILE)))) return
  throw new ConfigError(
    `A worker needs the secret key of its server: set TRACKMARK_SECRET_KEY to what the server's file ${SECRET_KEY_FILE} holds, or share its data folder.`,
  )
}
