import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { templateFolder } from '../../packages/store/test/template.ts'
import { type DatabaseServer, type OwnServer, ownServer } from './database-server.ts'
import type { DatabaseKind } from './options.ts'

/** Room for a data folder, or a database, of ten minutes; it is memory. */
const DISK_BYTES = 600 * 1024 * 1024
const MEBIBYTE = 1024 * 1024

/** Where an installation keeps things: folders, a disk of its own, a database. */
export interface Place {
  readonly folder: string
  readonly dataDir: string
  /** Null = the embedded database. */
  readonly databaseUrl: string | null
  /** Runs a statement beside the installation. */
  administer(sql: string, parameters?: readonly unknown[]): Promise<void>
  /** Null = the embedded database, or a server that others may use too. */
  readonly server: DatabaseServer | null
  /** Null = none could be mounted, which only root may, or the server isn't ours. */
  readonly disk: Disk | null
  /** Takes everything away again. */
  remove(): Promise<void>
}

export interface Disk {
  /** Not a byte is left. */
  fill(): void
  empty(): void
}

/** Faketime's library of Debian; null = it isn't installed. */
export const clockLibrary = (): string | null =>
  globSync('/usr/lib/*/faketime/libfaketimeMT.so.1')[0] ?? null

/** @param url a PostgreSQL's that may make databases; asked for by `kind` postgres only */
export async function makePlace(kind: DatabaseKind, url: string | null): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'trackmark-chaos-'))
  const dataDir = join(folder, 'data')
  // Exchange's disk isn't the one that is filled.
  mkdirSync(join(folder, 'exchange'))
  const prepare = () => symlinkSync(join(folder, 'exchange'), join(dataDir, 'sandbox'))
  if (kind === 'pglite') {
    const disk = mount(dataDir, 'mode=0700')
    // Starting with a database saves the time that making one takes.
    cpSync(await templateFolder(), dataDir, { recursive: true })
    prepare()
    const remove = async () => {
      disk?.unmount()
      rmSync(folder, { recursive: true, force: true })
    }
    return {
      folder,
      dataDir,
      databaseUrl: null,
      administer: async () => {},
      server: null,
      disk,
      remove,
    }
  }
  mkdirSync(dataDir, { mode: 0o700 })
  prepare()
  if (url === null) throw new Error('PostgreSQL is wanted: set TEST_DATABASE_URL.')
  return onServer(url, folder, dataDir)
}

async function onServer(url: string, folder: string, dataDir: string): Promise<Place> {
  const name = `trackmark_chaos_${randomBytes(4).toString('hex')}`
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  // A killed server ends this connection too; the next statement gets another.
  pool.on('error', () => {})
  const administer = async (sql: string, parameters: readonly unknown[] = []) => {
    await pool.query(sql, [...parameters])
  }
  const { rows } = await pool.query(`select setting from pg_settings where name = 'data_directory'`)
  const server = ownServer(rows[0].setting)
  const disk = server === null ? null : mountForServer(server, folder)
  if (disk !== null) await administer(`create tablespace ${name} location '${disk.path}'`)
  await administer(`create database ${name}${disk === null ? '' : ` tablespace ${name}`}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const remove = async () => {
    disk?.empty()
    await administer(`drop database ${name} with (force)`)
    if (disk !== null) await administer(`drop tablespace ${name}`)
    await pool.end()
    disk?.unmount()
    rmSync(folder, { recursive: true, force: true })
  }
  return { folder, dataDir, databaseUrl: own.href, administer, server, disk, remove }
}

/** A disk that PostgreSQL may write to. */
function mountForServer({ uid, gid }: OwnServer, folder: string): MountedDisk | null {
  // Its user has to get through to the disk.
  chmodSync(folder, 0o711)
  return mount(join(folder, 'tablespace'), `mode=0700,uid=${uid},gid=${gid}`)
}

interface MountedDisk extends Disk {
  readonly path: string
  unmount(): void
}

function mount(path: string, options: string): MountedDisk | null {
  mkdirSync(path, { mode: 0o700 })
  const all = `size=${DISK_BYTES},${options}`
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', all, 'tmpfs', path], { stdio: 'ignore' })
  } catch {
    return null
  }
  const filler = join(path, 'filler')
  return {
    path,
    fill: () => fill(filler),
    empty: () => rmSync(filler, { force: true }),
    // Lazily: a process that just ended may not be quite gone.
    unmount: () => void execFileSync('umount', ['--lazy', path], { stdio: 'ignore' }),
  }
}

/** To the last block. */
function fill(path: string): void {
  const file = openSync(path, 'w')
  try {
    for (const size of [MEBIBYTE, 4_096]) {
      const chunk = Buffer.alloc(size, 1)
      try {
        while (writeSync(file, chunk) === size) {}
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      }
    }
  } finally {
    closeSync(file)
  }
}
