import { parseArgs } from 'node:util'
import { z } from 'zod'

export type DatabaseKind = 'pglite' | 'postgres'

export interface Options {
  readonly minutes: number
  readonly databases: readonly DatabaseKind[]
  readonly seed: number
  /** Only faults whose name contains one of these; empty = all. */
  readonly faults: readonly string[]
  /** For how long a mailbox may be asleep, and everything may take to come right. */
  readonly patienceMs: number
  readonly json: boolean
  /** Writes the report into docs/reliability.md. */
  readonly record: boolean
  /** Folder that gets what the processes print; null = nobody keeps it. */
  readonly logs: string | null
}

export const USAGE = `scripts/chaos.sh [options]
  --minutes N                       how long faults go on, 1 to 10 (default 2)
  --database pglite|postgres|both   (default pglite)
  --seed N                          repeats a run's choices (default: by the clock)
  --fault WORD                      only faults whose name contains it; may be given several times
  --patience SECONDS                how long a mailbox may be asleep, and things may take to
                                    come right (default 90; more where others use the machine)
  --record                          writes the report into docs/reliability.md
  --json                            the report as JSON on standard output
  --logs FOLDER                     keeps there what the processes print`

const schema = z.strictObject({
  minutes: z.coerce.number().min(1).max(10).default(2),
  database: z.enum(['pglite', 'postgres', 'both']).default('pglite'),
  seed: z.coerce.number().int().min(0).optional(),
  fault: z.array(z.string()).default([]),
  patience: z.coerce.number().min(90).max(600).default(90),
  record: z.boolean().default(false),
  json: z.boolean().default(false),
  logs: z.string().optional(),
})

/** @throws Error whose message is for the person who typed it */
export function readOptions(args: readonly string[], now: number): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string' },
      database: { type: 'string' },
      seed: { type: 'string' },
      fault: { type: 'string', multiple: true },
      patience: { type: 'string' },
      record: { type: 'boolean' },
      json: { type: 'boolean' },
      logs: { type: 'string' },
    },
  })
  const parsed = schema.safeParse(values)
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error))
  const { database, fault, patience, seed = now % 1_000_000, logs = null, ...rest } = parsed.data
  return {
    ...rest,
    faults: fault,
    patienceMs: patience * 1_000,
    seed,
    logs,
    databases: database === 'both' ? ['pglite', 'postgres'] : [database],
  }
}
