import { createHash, randomBytes } from 'node:crypto'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { type Database, migrate, openDatabase } from '../src/index.ts'
import { migrations } from '../src/migrate.ts'

const CACHE = resolve(import.meta.dirname, '../../../node_modules/.cache/trackmark')

/** Of the schema, and of the database that it is kept in. */
export function schemaVersion(): string {
  const hash = createHash('sha256')
  for (const file of migrations()) hash.update(file.hash)
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  hash.update(readFileSync(join(dirname(entry), '../package.json')))
  return hash.digest('hex').slice(0, 16)
}

/**
 * A data folder of the embedded database with today's schema and nothing in it, made once for each
 * schema: making one takes many times as long as copying it. Never open it; copy it.
 */
export async function templateFolder(): Promise<string> {
  const folder = join(CACHE, `database-${schemaVersion()}`)
  if (existsSync(folder)) return folder
  const making = `${folder}.${randomBytes(4).toString('hex')}`
  const database = await openDatabase({ kind: 'pglite', dataDir: making })
  await migrate(database)
  await database.query('checkpoint')
  await database.close()
  try {
    renameSync(making, folder)
  } catch {
    // Another process was faster.
    rmSync(making, { recursive: true })
  }
  return folder
}

/** The template as an archive, which databases in memory are made from. */
export async function templateArchive(): Promise<Blob> {
  const folder = await templateFolder()
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
  return new Blob([readFileSync(file)])
}

/** A database in memory with today's schema and nothing in it. */
export async function openMigrated(): Promise<Database> {
  return openDatabase({ kind: 'memory', archive: await templateArchive() })
}
