import { FolderLockedError, SchemaError } from '@trackmark/store'
import { ConfigError } from './config/load.ts'
import { StartError } from './config/start-error.ts'

export const EXIT = { ok: 0, failed: 1, usage: 2 } as const

/** Ends a script with a message; the stack is shown only for defects. */
export function exitWith(error: unknown): never {
  if (error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n`)
    process.exit(EXIT.usage)
  }
  const isExpected = [StartError, FolderLockedError, SchemaError].some(
    (expected) => error instanceof expected,
  )
  const { message, stack } = (error ?? {}) as Partial<Error>
  const text = (isExpected ? message : stack) ?? String(error)
  process.stderr.write(`${text}\n`)
  process.exit(EXIT.failed)
}

/** Runs `stop` once, at the first signal that asks for it, and then ends the process. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false
  const onSignal = () => {
    // Ctrl+C in a terminal signals the whole process group, and a parent may forward it once more.
    if (stopping) return
    stopping = true
    const timer = setTimeout(() => {
      process.stderr.write(
        'Stopping took too long; the next start continues where this one ended.\n',
      )
      process.exit(EXIT.failed)
    }, STOP_MS_MAX)
    timer.unref()
    stop().then(() => process.exit(EXIT.ok), exitWith)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
}

const STOP_MS_MAX = 30_000
