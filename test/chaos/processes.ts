import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, readFileSync, rmSync, type WriteStream } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = resolve(import.meta.dirname, '../..')
const AGAIN_MS = 1_000

/** A process that is started again when it ends by itself, as service managers do. */
export interface Kept {
  /** How often it ended though nobody ended it. */
  readonly ends: () => number
  /** Seconds of a processor that it has had; null = it isn't there, or the system doesn't tell. */
  readonly cpuSeconds: () => number | null
  start(): void
  /** @param signal SIGKILL leaves it no time to tidy up; it isn't started again by itself */
  end(signal: NodeJS.Signals): Promise<void>
  /** SIGSTOP and SIGCONT. */
  signal(signal: NodeJS.Signals): void
  /** Ends it for good: who still wants to start it starts nothing. */
  close(): Promise<void>
}

/**
 * @param logs folder for what it prints; null = nobody reads it
 */
export function keepProcess(
  name: string,
  script: string,
  env: NodeJS.ProcessEnv,
  logs: string | null,
): Kept {
  const log: WriteStream | null =
    logs === null ? null : createWriteStream(join(logs, `${name}.log`), { flags: 'a' })
  let child: ChildProcess | null = null
  let ends = 0
  let isClosed = false

  const start = () => {
    if (isClosed) return
    const started = spawn(process.execPath, [script], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Ctrl+C is for who hurts them, who ends them then.
      detached: true,
    })
    child = started
    for (const stream of [started.stdout, started.stderr]) {
      // Read also where nobody keeps it, or the process would wait for a reader.
      stream?.on('data', (chunk) => log?.write(chunk))
    }
    started.once('exit', async (code, signal) => {
      tidyAfter(started.pid)
      if (child !== started) return
      ends += 1
      log?.write(`${name} ended by itself (${code ?? signal}).\n`)
      await pause(AGAIN_MS)
      if (child === started) start()
    })
  }

  const end = async (signal: NodeJS.Signals) => {
    const ending = child
    child = null
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return
    const ended = new Promise((done) => ending.once('exit', done))
    ending.kill(signal)
    await ended
  }

  return {
    ends: () => ends,
    cpuSeconds: () => cpuSecondsOf(child?.pid),
    start,
    end,
    signal: (signal) => {
      child?.kill(signal)
    },
    close: () => {
      isClosed = true
      return end('SIGKILL')
    },
  }
}

/** A tick is a hundredth of a second on every Linux that Node runs on. */
const TICKS_PER_S = 100

/** proc_pid_stat(5): fields 14 and 15. */
function cpuSecondsOf(pid: number | undefined): number | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S
  } catch {
    return null
  }
}

/** What faketime's library leaves behind of a process that was killed. */
function tidyAfter(pid: number | undefined): void {
  for (const name of [`faketime_shm_${pid}`, `sem.faketime_sem_${pid}`]) {
    rmSync(join('/dev/shm', name), { force: true })
  }
}
