import { mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, DumpError, type Keys, SchemaError, sqlState } from '@trackmark/store'
import type { Logger } from 'pino'
import { BackupError } from './cipher.ts'
import { type BackupMade, type BackupRestored, restoreBackup, writeBackup } from './file.ts'

interface BackupDeps {
  readonly database: Database
  readonly secretKeys: Keys
  /** Files are in a folder of it until they are fetched or removed, at most an hour. */
  readonly dataDir: string
  readonly clock: () => number
  readonly newId: () => string
  /** Called after a restore: what this process has cached of the database is invalid. */
  readonly restored: () => Promise<void>
  readonly log: Logger
}

/** A backup to be downloaded, or one that was uploaded. */
export interface Transfer {
  readonly id: string
  readonly kind: 'backup' | 'restore'
  /** `waiting`: a restore whose file is being uploaded. */
  state: 'waiting' | 'running' | 'done' | 'failed'
  result: BackupMade | BackupRestored | null
  /** The reason of a failure, for people. */
  error: string | null
}

/**
 * Backups and restores of the running installation. Each is a file in the data folder, so that a slow connection
 * keeps no transaction open and large ones can be transferred in parts.
 */
export interface Backups {
  /** @returns null when another one is running */
  backUp(passphrase: string): Promise<Transfer | null>
  awaitFile(): Promise<Transfer | null>
  /** Starts a restore whose file is complete. */
  restore(transfer: Transfer, passphrase: string): void
  find(id: string): Transfer | null
  /** Bytes of the file so far. */
  size(transfer: Transfer): Promise<number>
  read(transfer: Transfer, offset: number, length: number): Promise<Buffer>
  append(transfer: Transfer, bytes: Uint8Array): Promise<void>
  discard(transfer: Transfer): Promise<void>
  /** Waits for a running transfer, and removes all files. */
  stop(): Promise<void>
}

const KEPT_MS = 60 * 60_000

export function createBackups(deps: BackupDeps): Backups {
  const folder = join(deps.dataDir, 'transfers')
  let current: Transfer | null = null
  let touchedAt = 0
  let working: Promise<void> = Promise.resolve()
  const fileOf = ({ id }: Transfer) => join(folder, id)

  async function begin(kind: Transfer['kind']): Promise<Transfer | null> {
    const isLeft = deps.clock() - touchedAt > KEPT_MS
    const isBusy = current?.state === 'running' || (current?.state === 'waiting' && !isLeft)
    if (isBusy) return null
    const transfer: Transfer = {
      id: deps.newId(),
      kind,
      state: kind === 'backup' ? 'running' : 'waiting',
      result: null,
      error: null,
    }
    current = transfer
    touchedAt = deps.clock()
    // Removes what an earlier process left.
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return transfer
  }

  function run(transfer: Transfer, work: () => Promise<BackupMade | BackupRestored>): void {
    transfer.state = 'running'
    working = work().then(
      (result) => {
        touchedAt = deps.clock()
        Object.assign(transfer, { state: 'done', result })
      },
      (error: unknown) => {
        touchedAt = deps.clock()
        Object.assign(transfer, { state: 'failed', error: inWords(error) })
        if (!isOfFile(error))
          deps.log.error({ error: nameOf(error) }, `the ${transfer.kind} failed`)
      },
    )
  }

  const discard = async (transfer: Transfer) => {
    if (transfer.state === 'running') return
    if (current === transfer) current = null
    await rm(fileOf(transfer), { force: true })
  }

  return {
    backUp: async (passphrase) => {
      const transfer = await begin('backup')
      if (transfer === null) return null
      run(transfer, () => writeBackup({ ...deps, now: deps.clock() }, fileOf(transfer), passphrase))
      return transfer
    },
    awaitFile: async () => {
      const transfer = await begin('restore')
      if (transfer !== null) await (await open(fileOf(transfer), 'wx', 0o600)).close()
      return transfer
    },
    restore: (transfer, passphrase) =>
      run(transfer, async () => {
        const restored = await restoreBackup(
          { ...deps, scratch: folder },
          fileOf(transfer),
          passphrase,
        )
        await deps.restored()
        await rm(fileOf(transfer), { force: true })
        return restored
      }),
    find: (id) => (current?.id === id ? current : null),
    size: (transfer) => sizeOf(fileOf(transfer)),
    read: (transfer, offset, length) => {
      touchedAt = deps.clock()
      return readPart(fileOf(transfer), offset, length)
    },
    append: (transfer, bytes) => {
      touchedAt = deps.clock()
      return appendTo(fileOf(transfer), bytes)
    },
    discard,
    stop: async () => {
      await working
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function readPart(path: string, position: number, length: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), { position })
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function appendTo(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'a', 0o600)
  try {
    await file.appendFile(bytes)
  } finally {
    await file.close()
  }
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

/** Errors of the file, not of this service. */
const isOfFile = (error: unknown): error is Error =>
  [BackupError, SchemaError, DumpError].some((known) => error instanceof known)

/** Messages of the database may quote mail, so they aren't shown. */
function inWords(error: unknown): string {
  if (isOfFile(error)) return error.message
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC') return 'The disk of the data folder is full.'
  return `It failed (${nameOf(error)}); nothing was changed. The log of the server may say more.`
}

const nameOf = (error: unknown): string =>
  sqlState(error) ?? (error as NodeJS.ErrnoException).code ?? (error as Error).name
