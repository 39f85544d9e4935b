import { execFile } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A PostgreSQL server that was started for this run. */
export interface DatabaseServer {
  /**
   * SIGKILL, as when memory is short, or SIGQUIT, which is `pg_ctl stop -m immediate`. Resolves when the
   * process is gone.
   */
  kill(signal: 'SIGKILL' | 'SIGQUIT'): Promise<void>
  /** Starts it again as it was started. @throws Error when it doesn't accept connections in a minute */
  start(): Promise<void>
}

export interface OwnServer extends DatabaseServer {
  readonly uid: number
  readonly gid: number
}

const LOOK_MS = 50
const START_MAX_MS = 60_000

/** @returns null when the server wasn't started by scripts/with-postgres.sh, or isn't on this machine */
export function ownServer(dataDirectory: string): OwnServer | null {
  const pgCtl = process.env.TEST_DATABASE_PG_CTL
  const owner = statSync(dataDirectory, { throwIfNoEntry: false })
  if (pgCtl === undefined || owner === undefined) return null
  const { uid, gid } = owner
  const isRoot = process.getuid?.() === 0
  return {
    uid,
    gid,
    kill: async (signal) => {
      const [line] = readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n')
      const pid = Number(line)
      process.kill(pid, signal)
      while (isThere(pid)) await pause(LOOK_MS)
    },
    start: async () => {
      const begun = performance.now()
      for (;;) {
        try {
          // "restart" takes the options of the last start, which "start" doesn't.
          const log = join(dataDirectory, 'again.log')
          await run(pgCtl, ['-D', dataDirectory, '-l', log, '-w', '-t', '60', 'restart'], {
            cwd: dataDirectory,
            ...(isRoot ? { uid, gid } : {}),
          })
          return
        } catch (error) {
          // Its children, which notice its end a moment later, hold its memory until then.
          if (performance.now() - begun > START_MAX_MS) throw error
          await pause(LOOK_MS)
        }
      }
    },
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
