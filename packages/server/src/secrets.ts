import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
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
  if (existing !== null) return existing
  const made = make()
  // `wx`: of two processes starting at once, both go on with what the first one wrote.
  await writeFile(file, `${made}\n`, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  })
  await chmod(file, 0o600)
  return (await read(file)) ?? made
}

async function read(file: string): Promise<string | null> {
  try {
    const text = (await readFile(file, 'utf8')).trim()
    return text === '' ? null : text
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
