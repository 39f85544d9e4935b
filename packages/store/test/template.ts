import { createHash, randomBytes } from 'node:crypto'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { type Database, migrate, openDatabase } from '../src/index.ts'
import { migrations } from '../src/upkeep/migrate.ts'

const CACHE = resolve(import.meta.dirname, '../../../node_modules/.cache/trackmark')

/**
 * What a test opens is small: PGlite writes all of its shared memory at each start, and copies of the
 * folder carry its write-ahead log.
 */
const SMALL = `
shared_buffers = 8MB
max_connections = 10
min_wal_size = 2MB
max_wal_size = 2MB
`

/** Of the embedded database, and of how it is prepared here. */
function engineVersion(): string {
  const hash = createHash('sha256')
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  hash.update(readFileSync(join(dirname(entry), '../package.json')))
  hash.update(readFileSync(import.meta.filename))
  return hash.digest('hex').slice(0, 16)
}

/** Of the schema, and of the database that it is kept in. */
export function schemaVersion(): string {
  const hash = createHash('sha256').update(engineVersion())
  for (const file of migrations()) hash.update(file.hash)
  return hash.digest('hex').slice(0, 16)
}

/** A folder of the cache, made by whoever needs it first. */
async function cached(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(CACHE, name)
  if (existsSync(folder)) return folder
  const making = `${folder}.${randomBytes(4).toString('hex')}`
  mkdirSync(making, { recursive: true })
  await make(making)
  try {
    renameSync(making, folder)
  } catch {
    // Another process was faster.
    rmSync(making, { recursive: true })
  }
  return folder
}

/** A data folder of the embedded database with nothing in it. Never open it; copy it. */
export function emptyFolder(): Promise<string> {
  return cached(`empty-${engineVersion()}`, async (folder) => {
    const dataDir = join(folder, 'pglite')
    const made = await PGlite.create({ dataDir, initDbStartParams: ['--wal-segsize=1'] })
    await made.close()
    appendFileSync(join(dataDir, 'postgresql.conf'), SMALL)
    const database = await openDatabase({ kind: 'pglite', dataDir: folder })
    // Nobody makes further databases from them, and each would be copied with every folder.
    await database.query('update pg_database set datistemplate = false')
    await database.query('drop database template0')
    await database.query('drop database template1')
    await database.query('checkpoint')
    await database.close()
  })
}

const KEPT = new URL('./kept/', import.meta.url)

/** Writes into an empty database what `filled` has of that name. */
export async function fill(database: Database, name: Filling): Promise<void> {
  if (name !== 'database') {
    await database.script(readFileSync(new URL(`${name.slice('kept-'.length)}.sql`, KEPT), 'utf8'))
  }
  await migrate(database)
}

/** With today's schema: nothing, or what a version of old has left. */
export type Filling = 'database' | `kept-${string}`

function filledFolder(name: Filling): Promise<string> {
  return cached(`${name}-${schemaVersion()}`, async (folder) => {
    cpSync(await emptyFolder(), folder, { recursive: true })
    const database = await openDatabase({ kind: 'pglite', dataDir: folder })
    await fill(database, name)
    await database.query('checkpoint')
    await database.close()
  })
}

/**
 * A data folder of the embedded database with today's schema and nothing in it, made once for each
 * schema: making one takes many times as long as copying it. Never open it; copy it.
 */
export const templateFolder = (): Promise<string> => filledFolder('database')

/** Handed out whole: to read a real Blob takes as long as all else that opens a database. */
class Archive extends Blob {
  readonly #bytes: ArrayBuffer

  constructor(file: string) {
    super([])
    const { buffer, byteOffset, byteLength } = readFileSync(file)
    const isWhole = buffer.byteLength === byteLength
    this.#bytes = isWhole ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#bytes
  }
}

const archives = new Map<string, Archive>()

/** A folder as an archive, which databases in memory are made from. */
async function archiveOf(folder: string): Promise<Blob> {
  const file = `${folder}.tar`
  if (!existsSync(file)) {
    const copy = `${file}.${randomBytes(4).toString('hex')}`
    cpSync(folder, `${copy}.folder`, { recursive: true })
    const lite = await PGlite.create({ dataDir: join(`${copy}.folder`, 'pglite') })
    const archive = await lite.dumpDataDir('none')
    await lite.close()
    rmSync(`${copy}.folder`, { recursive: true })
    writeFileSync(copy, Buffer.from(await archive.arrayBuffer()))
    renameSync(copy, file)
  }
  const archive = archives.get(file) ?? new Archive(file)
  archives.set(file, archive)
  return archive
}

/** Makes all of the above where it is missing, so that files that run at once don't each make it. */
export async function prepareTemplates(): Promise<void> {
  await archiveOf(await emptyFolder())
  await archiveOf(await templateFolder())
}

/** A database in memory with nothing in it. */
export async function openEmpty(): Promise<Database> {
  return openDatabase({ kind: 'memory', archive: await archiveOf(await emptyFolder()) })
}

/** A database in memory with today's schema. */
export async function openMigrated(name: Filling = 'database'): Promise<Database> {
  return openDatabase({ kind: 'memory', archive: await archiveOf(await filledFolder(name)) })
}
