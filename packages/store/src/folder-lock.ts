import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export class FolderLockedError extends Error {
  override readonly name = 'FolderLockedError'
}

/**
 * Takes the data folder for this process. PGlite has no lock of its own: two processes on one
 * folder lose rows without an error. A lock whose process is gone is taken over.
 * @returns gives the folder back
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'trackmark.lock')
  for (let tries = 0; ; tries++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || tries > 3) throw error
    }
    const pid = holder(file)
    if (pid !== null && isAlive(pid)) {
      throw new FolderLockedError(
        `The data folder ${folder} is in use by process ${pid}. Stop that server first, or choose another folder with TRACKMARK_DATA_DIR.`,
      )
    }
    rmSync(file, { force: true })
  }
}

function holder(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    return Number.isInteger(pid) && pid > 0 ? pid : null
  } catch {
    return null
  }
}

/** After a restart of the machine or a container the number may be ours, or somebody else's. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && runsNode(pid)
  }
  return runsNode(pid)
}

/** Linux tells what a process runs; elsewhere a living process counts as the holder. */
function runsNode(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT'
  }
}
