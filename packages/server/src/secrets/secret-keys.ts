import { randomBytes, randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, type Resealed, resealSecrets, type SecretKeys } from '@trackmark/store'
import { decodeKey } from '../config/keys.ts'
import { ConfigError } from '../config/load.ts'

export const SECRET_KEY_FILE = 'secret-key'
/** Former keys, one per line; the file exists only while secrets are encrypted with them. */
const FORMER_FILE = 'secret-keys-former'

/** The keys of the installation, from the configuration or the data folder. */
export interface KeyRing extends Required<SecretKeys> {
  readonly current: Buffer
  /**
   * Makes a new key if the key is kept in the data folder, and encrypts every secret with the current key. Former
   * keys are removed once nothing needs them. If the process is killed, everything stays readable, and repeating it
   * completes the work.
   */
  rotate(database: Database): Promise<Resealed>
}

/**
 * @param configured null when the key is kept in the data folder, where the first start makes it
 * @throws ConfigError when a kept key is invalid
 */
export async function openKeyRing(
  dataDir: string,
  configured: { readonly current: string | null; readonly former: string | null },
): Promise<KeyRing> {
  const keyFile = join(dataDir, SECRET_KEY_FILE)
  const formerFile = join(dataDir, FORMER_FILE)
  if (configured.current !== null) {
    const current = keyOf(configured.current, 'TRACKMARK_SECRET_KEY')
    const texts = configured.former?.split(',') ?? []
    const former = texts.map((text) => keyOf(text.trim(), 'TRACKMARK_SECRET_KEY_FORMER'))
    const ring = { current, former, refresh: async () => {} }
    return { ...ring, rotate: (database) => resealSecrets(database, ring) }
  }
  const ring: { current: Buffer; former: Buffer[] } = { current: Buffer.alloc(0), former: [] }
  const refresh = async () => {
    const text = await readOrCreate(keyFile, () => randomBytes(32).toString('hex'))
    const lines = ((await readText(formerFile)) ?? '').split('\n').filter((line) => line !== '')
    ring.former = lines.map((line) => keyOf(line, formerFile))
    ring.current = keyOf(text, keyFile)
  }
  await refresh()
  let rotating: Promise<unknown> = Promise.resolve()
  const keys: KeyRing = {
    get current() {
      return ring.current
    },
    get former() {
      return ring.former
    },
    refresh,
    rotate: (database) => {
      // Rotations run one after another: otherwise one could overwrite the key that the other encrypts with.
      const rotated = rotating.then(() => rotate(database))
      rotating = rotated.catch(() => {})
      return rotated
    },
  }
  const rotate = async (database: Database): Promise<Resealed> => {
    await refresh()
    // The former key is stored before the new key replaces it.
    const former = [...ring.former, ring.current].map((key) => `${key.toString('hex')}\n`)
    await writeWhole(formerFile, former.join(''))
    await writeWhole(keyFile, `${randomBytes(32).toString('hex')}\n`)
    await refresh()
    const first = await resealSecrets(database, keys)
    // The second pass covers secrets that were stored with the former key meanwhile.
    const { resealed, unreadable } = await resealSecrets(database, keys)
    if (unreadable.length === 0) {
      await rm(formerFile, { force: true })
      await refresh()
    }
    return { resealed: first.resealed + resealed, unreadable }
  }
  return keys
}

function keyOf(text: string, where: string): Buffer {
  const key = decodeKey(text)
  if (key !== null) return key
  throw new ConfigError(
    `${where.startsWith('TRACKMARK') ? where : `The file ${where}`} must hold 32 bytes as 64 hexadecimal digits; restore it from a backup, or remove it and enter the credentials of the server profiles again.`,
  )
}

/** Reads a file, or creates it with the given text. Files are readable by their owner only. */
export async function readOrCreate(file: string, make: () => string): Promise<string> {
  const existing = await readText(file)
  if (existing !== null && existing !== '') return existing
  const made = make()
  // Written under another name first, so that a killed process leaves no incomplete secret.
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, `${made}\n`, { mode: 0o600 })
  try {
    // `link` fails if the name exists, so that two processes use the same secret.
    if (existing === null) await link(draft, file)
    else await rename(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
  return (await readText(file)) ?? made
}

async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, text, { mode: 0o600, flush: true })
  await rename(draft, file)
}

/** Null when there is no such file. */
export async function readText(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
