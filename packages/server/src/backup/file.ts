import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline as piped, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import {
  appliedSchema,
  type Database,
  dumpDatabase,
  type Keys,
  loadDatabase,
  migrate,
  openDatabase,
  refuseNewer,
  schemaNumber,
} from '@trackmark/store'
import { z } from 'zod'
import { TRACKMARK_VERSION } from '../config/version.ts'
import { BackupError, COST, deriveKey, seal, unseal } from './cipher.ts'

/** The first line of a file, not encrypted but authenticated. */
const header = z.object({
  trackmark: z.literal('backup'),
  format: z.literal(1),
  schema: z.number().int().min(1),
  /** Version of Trackmark. */
  version: z.string(),
  createdOn: z.string(),
  scrypt: z.object({ n: z.number(), r: z.number(), p: z.number(), salt: z.string() }),
})
const HEADER_BYTES_MAX = 4_096

export interface BackupMade {
  readonly rows: number
  readonly bytes: number
  /** Names of secrets that the key of this installation can't decrypt; they aren't in the backup. */
  readonly unreadableSecrets: readonly string[]
}

export interface BackupRestored {
  readonly rows: number
  /** Version of Trackmark that made the backup. */
  readonly version: string
  readonly createdOn: string
}

/**
 * Writes the whole database, including its secrets, into a file encrypted with the pass phrase. The file is about as
 * large as the compressed texts of the database; little memory is needed.
 * @param cost of one try at the pass phrase
 */
export async function writeBackup(
  from: { readonly database: Database; readonly secretKeys: Keys; readonly now: number },
  path: string,
  passphrase: string,
  cost = COST,
): Promise<BackupMade> {
  const scrypt = { ...cost, salt: randomBytes(16).toString('base64url') }
  const line = `${JSON.stringify({
    trackmark: 'backup',
    format: 1,
    schema: await appliedSchema(from.database),
    version: TRACKMARK_VERSION,
    createdOn: new Date(from.now).toISOString(),
    scrypt,
  })}\n`
  const about = Buffer.from(line)
  const key = await deriveKey(passphrase, scrypt)
  const gzip = createGzip()
  const written = pipeline(
    gzip,
    async function* (compressed) {
      yield about
      yield* seal(compressed, key, about)
    },
    createWriteStream(path, { mode: 0o600 }),
  )
  // An error such as a full disk is reported by the next await.
  written.catch(() => {})
  const writing = dumpDatabase(from.database, from.secretKeys, async (text) => {
    if (gzip.write(`${text}\n`)) return
    await Promise.race([once(gzip, 'drain'), written])
  })
  try {
    const dumped = await Promise.race([writing, written.then(() => writing)])
    gzip.end()
    await written
    return { ...dumped, bytes: (await stat(path)).size }
  } catch (error) {
    gzip.destroy()
    await Promise.allSettled([writing, written])
    await rm(path, { force: true })
    throw error
  }
}

/**
 * Replaces everything in the database, which has today's schema, by a backup. A backup of an older schema is first
 * migrated in an embedded database in `scratch`.
 * @throws BackupError, SchemaError, DumpError: the database is as it was
 */
export async function restoreBackup(
  to: { readonly database: Database; readonly secretKeys: Keys; readonly scratch: string },
  path: string,
  passphrase: string,
): Promise<BackupRestored> {
  const file = await openBackup(path, passphrase)
  const { schema, version, createdOn } = file.header
  refuseNewer('This backup', schema)
  const load = (database: Database, keys: Keys) => loadDatabase(database, keys, file.lines)
  if (schema === schemaNumber()) {
    const { rows } = await load(to.database, to.secretKeys)
    return { rows, version, createdOn }
  }
  const folder = await mkdtemp(join(to.scratch, 'upgrade-'))
  try {
    const between = { secretKeys: randomBytes(32), now: Date.now() }
    const newer = join(folder, 'newer.trackmark')
    const database = await openDatabase({ kind: 'pglite', dataDir: join(folder, 'data') })
    try {
      await migrate(database, { to: schema })
      await load(database, between.secretKeys)
      await migrate(database)
      await writeBackup({ ...between, database }, newer, passphrase)
    } finally {
      await database.close()
    }
    const { rows } = await restoreBackup(to, newer, passphrase)
    return { rows, version, createdOn }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function openBackup(path: string, passphrase: string) {
  const line = await firstLine(path)
  const read = header.safeParse(parsed(line))
  if (!read.success) {
    const { format } = (parsed(line) ?? {}) as { readonly format?: unknown }
    throw new BackupError(
      typeof format === 'number' && format > 1
        ? 'This backup was made by a newer version of Trackmark. Use that version or a later one.'
        : 'This is no backup of Trackmark.',
    )
  }
  const about = Buffer.from(line)
  const key = await deriveKey(passphrase, read.data.scrypt)
  const lines = () => {
    const sealed = createReadStream(path, { start: about.length })
    const whole = piped(
      sealed,
      (chunks: AsyncIterable<Buffer>) => unseal(chunks, key, about),
      createGunzip(),
      // The reading side reports the error.
      () => {},
    )
    return linesOf(whole as unknown as Readable)
  }
  return { header: read.data, lines }
}

async function firstLine(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES_MAX), { position: 0 })
    const text = buffer.toString('utf8', 0, bytesRead)
    return text.slice(0, text.indexOf('\n') + 1)
  } finally {
    await file.close()
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

const NEWLINE = 0x0a

async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let buffered: Buffer[] = []
  for await (const chunk of stream) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      buffered.push(chunk.subarray(from, at))
      yield Buffer.concat(buffered).toString('utf8')
      buffered = []
      from = at + 1
    }
    if (from < chunk.length) buffered.push(chunk.subarray(from))
  }
}
