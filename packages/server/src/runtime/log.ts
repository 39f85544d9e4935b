import type { EngineLog } from '@trackmark/engine'
import { destination, type Logger, pino } from 'pino'
import type { Config } from '../config/load.ts'

/** Writes JSON lines to standard error; standard output has the lines for people. */
export function createLog(level: Config['logLevel']): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      formatters: { log: (fields) => withoutAddresses(fields) as Record<string, unknown> },
      redact: ['authorization', '*.authorization', 'token', '*.token', 'secret', '*.secret'],
    },
    destination({ dest: 2, sync: true }),
  )
}

const ADDRESS = /[^\s/<>"'(),;:=&?]+(?:@|%40)[\w.-]+/gi

/**
 * Removes mail addresses. They belong in alerts, which only authorized people read; logs are copied and sent around.
 */
export function withoutAddresses(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(ADDRESS, '***')
  if (Array.isArray(value)) return value.map(withoutAddresses)
  if (value === null || typeof value !== 'object' || value instanceof Error) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withoutAddresses(inner)]),
  )
}

export const engineLog = (log: Logger): EngineLog => ({
  info: (message, fields) => log.info(fields ?? {}, message),
  warn: (message, fields) => log.warn(fields ?? {}, message),
  error: (message, fields) => log.error(fields ?? {}, message),
})
