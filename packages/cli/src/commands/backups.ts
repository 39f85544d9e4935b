import { existsSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Command } from 'commander'
import { z } from 'zod'
import type { Client } from '../client.ts'
import { EXIT, Failure } from '../failure.ts'
import { print, printJson, progress, warn } from '../output.ts'
import { readPassphrase } from '../passphrase.ts'
import { type Connection, clientOf, examples, online } from '../program.ts'

const made = z.object({ rows: z.number(), unreadableSecrets: z.array(z.string()) })
const restored = z.object({ rows: z.number(), version: z.string(), createdOn: z.string() })

const transferOf = <T>(result: z.ZodType<T>) =>
  z.object({
    id: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    error: z.string().nullable(),
    bytes: z.number(),
    result: result.nullable(),
  })

interface BackupOptions extends Connection {
  readonly passphraseFile?: string
  readonly force?: boolean
}

interface RestoreOptions extends Connection {
  readonly passphraseFile?: string
  readonly replace?: boolean
}

const PASSPHRASE = [
  '--passphrase-file <file>',
  'file with the pass phrase (default: TRACKMARK_BACKUP_PASSPHRASE, or it is asked for)',
] as const

export function addBackups(program: Command): void {
  examples(
    online(program, 'backup <file>', 'copies everything, secrets too, into an encrypted file')
      .option(...PASSPHRASE)
      .option('--force', 'overwrite the file'),
    'trackmark backup trackmark.backup',
    'trackmark backup nightly.backup --force --passphrase-file /run/secrets/backup',
  ).action(backup)
  examples(
    online(program, 'restore <file>', 'puts a backup in the place of everything that is there')
      .option(...PASSPHRASE)
      .option('--replace', 'also where the installation holds activities or accounts'),
    'trackmark restore trackmark.backup',
  ).action(restore)
}

async function backup(file: string, options: BackupOptions): Promise<void> {
  if (existsSync(file) && !options.force) {
    throw new Failure(EXIT.usage, `${file} is there already; --force overwrites it.`)
  }
  const passphrase = await readPassphrase(options.passphraseFile, { twice: true })
  const client = clientOf(options)
  const begun = await client.call('POST', '/backups', transferOf(made), { passphrase })
  const path = `/backups/${begun.id}`
  const { result, bytes } = await ended(client, path, made)
  // The file gets its final name when it is complete.
  const part = `${file}.part`
  try {
    await fetchFile(client, path, part, bytes)
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  } finally {
    await client.send('DELETE', path).catch(() => {})
  }
  if (options.json) return printJson({ file, bytes, ...result })
  print(`${file}: ${result.rows} rows, ${bytes} bytes. Only the pass phrase opens it: keep it too.`)
  for (const name of result.unreadableSecrets) {
    warn(`The secret ${name} can't be read with this installation's key, so it isn't in it.`)
  }
}

async function fetchFile(client: Client, path: string, file: string, bytes: number) {
  const bar = progress('Fetching')
  const out = await open(file, 'w', 0o600)
  try {
    for (let offset = 0; offset < bytes; ) {
      const part = await client.bytes(`${path}/content?offset=${offset}`)
      if (part.length === 0) throw new Failure(EXIT.refused, 'The backup ended too early.')
      await out.writeFile(part)
      offset += part.length
      bar.update(offset, bytes)
    }
    await out.sync()
  } finally {
    await out.close()
    bar.end()
  }
}

const PART_BYTES = 4 * 1024 * 1024

async function restore(file: string, options: RestoreOptions): Promise<void> {
  if (!existsSync(file)) throw new Failure(EXIT.usage, `There is no file ${file}.`)
  const passphrase = await readPassphrase(options.passphraseFile, { twice: false })
  const client = clientOf(options)
  const begun = await client.call('POST', '/restores', transferOf(restored), {})
  const path = `/restores/${begun.id}`
  try {
    await bringFile(client, path, file)
    const replace = options.replace === true
    await client.call('POST', `${path}/start`, transferOf(restored), { passphrase, replace })
    const { result } = await ended(client, path, restored)
    if (options.json) return printJson(result)
    print(
      `Restored ${result.rows} rows of ${result.createdOn} (Trackmark ${result.version}). Mailboxes are synchronized from there on.`,
    )
  } finally {
    await client.send('DELETE', path).catch(() => {})
  }
}

async function bringFile(client: Client, path: string, file: string): Promise<void> {
  const { size } = await stat(file)
  const bar = progress('Sending')
  const source = await open(file)
  try {
    for (let offset = 0; offset < size; ) {
      const { buffer, bytesRead } = await source.read(Buffer.alloc(PART_BYTES), {
        position: offset,
      })
      if (bytesRead === 0) throw new Failure(EXIT.refused, `${file} became shorter meanwhile.`)
      await client.send('PUT', `${path}/content?offset=${offset}`, buffer.subarray(0, bytesRead))
      offset += bytesRead
      bar.update(offset, size)
    }
  } finally {
    await source.close()
    bar.end()
  }
}

const LOOK_MS = 300

/** Waits until the server is done. @throws Failure with the server's message */
async function ended<T>(client: Client, path: string, schema: z.ZodType<T>) {
  for (;;) {
    const { state, error, result, bytes } = await client.call('GET', path, transferOf(schema))
    if (state === 'failed') throw new Failure(EXIT.refused, error ?? 'It failed.')
    if (state === 'done' && result !== null) return { result, bytes }
    await pause(LOOK_MS)
  }
}
