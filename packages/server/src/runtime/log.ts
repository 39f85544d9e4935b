import type { EngineLog } from '@trackmark/engine'
import { destination, type Logger, pino } from 'pino'
import type { Config } from '../config/load.ts'

/** JSON lines on standard error; standard output belongs to the lines for people. */
export function createLog(level: Config['logLevel']): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      redact: ['authorization', '*.authorization', 'token', '*.token', 'secret', '*.secret'],
    },
    destination({ dest: 2, sync: true }),
  )
}

export const engineLog = (log: Logger): EngineLog => ({
  info: (message, fields) => log.info(fields ?? {}, message),
  warn: (message, fields) => log.warn(fields ?? {}, message),
  error: (message, fields) => log.error(fields ?? {}, message),
})
