import { randomUUID } from 'node:crypto'
import { link, readFile, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** Another living process has the data folder open. */
export class FolderLockedError extends Error {
  override readonly name = 'FolderLockedError'
  readonly pid: number
  constructor(folder: string, owner: Owner) {
    super(
      `The data folder ${folder} is in use by process ${owner.pid} on ${owner.host}. ` +
        'Two processes would destroy the embedded database. Stop that one first, choose another ' +
        'folder with TRACKMARK_DATA_DIR, or use PostgreSQL with DATABASE_URL.',
    )
    this.pid = owner.pid
  }
}

interface Owner {
  readonly pid: number
  readonly host: string
  /** Start time of that process, as the system reports it, since pids are used again. Null where unknown. */
  readonly started: string | null
}

const HEARTBEAT_MS = 10_000
/** An owner on another host, such as another container, can only be judged by its heartbeat. */
const SILENT_MS = 60_000
/** A takeover takes milliseconds. An older guard was left by a process that died during one. */
const GUARD_MS = 10_000
const ATTEMPTS_MAX = 20

/** Locks of this process. Its pid in a lock file proves nothing, since all containers have a process 1. */
const ownLocks = new Set<string>()

/**
 * Locks the data folder for this process. PGlite has no lock of its own, and two processes on one folder lose
 * rows without an error. The lock file is created atomically with its content, so that nobody reads a
 * half-written one. It is taken over from a process that no longer runs.
 * @returns releases the folder
 * @throws FolderLockedError
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'trackmark.lock')
  const own: Owner = {
    pid: process.pid,
    host: hostname(),
    started: await startOf(process.pid),
  }
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, JSON.stringify(own), { mode: 0o600 })
  try {
    await take(folder, path, draft)
  } finally {
    await unlink(draft).catch(() => {})
  }
  ownLocks.add(path)
  const heartbeat = setInterval(() => {
    const at = new Date()
    utimes(path, at, at).catch(() => {})
  }, HEARTBEAT_MS)
  heartbeat.unref()
  return async () => {
    clearInterval(heartbeat)
    ownLocks.delete(path)
    await unlink(path).catch(() => {})
  }
}

async function take(folder: string, path: string, draft: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    if (await linked(draft, path)) return
    const owner = await ownerOf(path)
    if (owner === 'gone') continue
    if (owner !== null && (await lives(path, owner))) throw new FolderLockedError(folder, owner)
    if (await takenOver(path, draft)) return
  }
  throw new Error(`The lock file ${path} could not be taken. Remove it if no Trackmark is running.`)
}

/** Only one process at a time judges and replaces a stale lock; a second one would undo the first. */
async function takenOver(path: string, draft: string): Promise<boolean> {
  const guard = `${path}.takeover`
  if (!(await linked(draft, guard))) {
    const made = await stat(guard).catch(() => null)
    if (made !== null && Date.now() - made.ctimeMs > GUARD_MS) await unlink(guard).catch(() => {})
    return false
  }
  try {
    const owner = await ownerOf(path)
    if (owner === 'gone' || (owner !== null && (await lives(path, owner)))) return false
    await rename(guard, path)
    return true
  } finally {
    await unlink(guard).catch(() => {})
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Null when the file wasn't written by this function, or only in part (full disk): nobody owns it. */
async function ownerOf(path: string): Promise<Owner | 'gone' | null> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'gone'
    throw error
  }
  try {
    const owner = JSON.parse(text) as Owner | null
    return owner !== null && Number.isSafeInteger(owner.pid) && owner.pid > 0 ? owner : null
  } catch {
    return null
  }
}

async function lives(path: string, owner: Owner): Promise<boolean> {
  if (owner.host !== hostname()) {
    const file = await stat(path).catch(() => null)
    return file !== null && Date.now() - file.mtimeMs < SILENT_MS
  }
  if (owner.pid === process.pid) return ownLocks.has(path)
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    // EPERM: the process runs, and belongs to another user.
    if (codeOf(error) === 'ESRCH') return false
  }
  const started = await startOf(owner.pid)
  return started === null || owner.started === null || started === owner.started
}

/** Boot and start tick of a process (Linux, proc_pid_stat(5), field 22). */
async function startOf(pid: number): Promise<string | null> {
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim()
    const line = await readFile(`/proc/${pid}/stat`, 'utf8')
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    return `${boot} ${fields[19]}`
  } catch {
    return null
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code
