import { randomBytes, randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, type Resealed, resealSecrets, type SecretKeys } from '@trackmark/store'
import { decodeKey } from '../config/keys.ts'
import { ConfigError } from '../config/load.ts'

export const SECRET_KEY_FILE = 'secret-key'
/** One key a line; there only while secrets are sealed with them. */
const FORMER_FILE = 'secret-keys-former'

/** The keys of the installation, as configured or as kept in the data folder. */
export interface KeyRing extends Required<SecretKeys> {
  readonly current: Buffer
  /**
   * Makes a new key where the data folder keeps it, and seals every secret with the current one. The
   * former ones are given up when nothing needs them any more. Killed in between, everything stays
   * readable, and doing it again does the rest.
   */
  rotate(database: Database): Promise<Resealed>
}

/**
 * @param configured null = the data folder keeps the key, which is made at the first start
 * @throws ConfigError when a kept key isn't one
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
    const text = await kept(keyFile, () => randomBytes(32).toString('hex'))
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
      // One after another: of two at once, one would overwrite the key that the other seals with.
      const rotated = rotating.then(() => rotate(database))
      rotating = rotated.catch(() => {})
      return rotated
    },
  }
  const rotate = async (database: Database): Promise<Resealed> => {
    await refresh()
    // First the former one is written down, then the new one takes its place.
    const former = [...ring.former, ring.current].map((key) => `${key.toString('hex')}\n`)
    await writeWhole(formerFile, former.join(''))
    await writeWhole(keyFile, `${randomBytes(32).toString('hex')}\n`)
    await refresh()
    const first = await resealSecrets(database, keys)
    // Again, for what was being put by the former key meanwhile.
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

/** What a file holds; made where it holds nothing. Files belong to their owner alone. */
export async function kept(file: string, make: () => string): Promise<string> {
  const existing = await readText(file)
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
  return (await readText(file)) ?? made
}

async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, text, { mode: 0o600, flush: true })
  await rename(draft, file)
}

/** Null = no such file. */
export async function readText(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
