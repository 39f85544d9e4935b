import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeKey } from './config/keys.ts'
import { ConfigError } from './config/load.ts'

export interface Secrets {
  readonly adminToken: string
  /** 32 bytes. */
  readonly secretKey: Buffer
}

export const ADMIN_TOKEN_FILE = 'admin-token'
const SECRET_KEY_FILE = 'secret-key'

/**
 * The configured secrets, or those in the data folder, which are made at the first start. Files
 * belong to their owner alone.
 * @throws ConfigError when a kept key isn't one
 */
export async function loadSecrets(
  dataDir: string,
  configured: { readonly adminToken: string | null; readonly secretKey: string | null },
): Promise<Secrets> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const adminToken =
    configured.adminToken ??
    (await kept(join(dataDir, ADMIN_TOKEN_FILE), () => randomBytes(32).toString('base64url')))
  const keyFile = join(dataDir, SECRET_KEY_FILE)
  const keyText =
    configured.secretKey ?? (await kept(keyFile, () => randomBytes(32).toString('hex')))
  const secretKey = decodeKey(keyText)
  if (secretKey === null) {
    throw new ConfigError(
      `The file ${keyFile} must hold 32 bytes as 64 hexadecimal digits; restore it from a backup, or remove it and enter the credentials of the server profiles again.`,
    )
  }
  return { adminToken, secretKey }
}

async function kept(file: string, make: () => string): Promise<string> {
  const existing = await read(file)
  if (existing !== null && existing !== '') return existing
  const made = make()
  // Written whole before it gets its name: a process killed here leaves no empty secret behind.
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, `${made}\n`, { mode: 0o600 })
  try {
    // `link` takes no name that is taken: of two processes, both go on with the first one's.
    if (existing === null) await link(draft, file)
    else await rename(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
  return (await read(file)) ?? made
}

/** Null = no such file. */
async function read(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * A worker must have the key the server seals with: one of its own would open nothing.
 * @throws ConfigError
 */
export async function requireSecretKey(
  dataDir: string,
  configured: { readonly secretKey: string | null },
): Promise<void> {
  if (configured.secretKey !== null || (await read(join(dataDir, SECRET_KEY_FILE)))) return
  throw new ConfigError(
    `A worker needs the secret key of its server: set TRACKMARK_SECRET_KEY to what the server's file ${SECRET_KEY_FILE} holds, or share its data folder.`,
  )
}
