import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { BenchName, DatabaseKind } from './result.ts'

export const NAMES = ['track', 'removal', 'idle', 'peer', 'webapi', 'growth'] as const
/** What runs without a word: all but `growth`, which fills a database for minutes first. */
export const USUAL = NAMES.filter((name) => name !== 'growth')

export interface Options {
  readonly benches: readonly BenchName[]
  readonly databases: readonly DatabaseKind[]
  readonly databaseUrl: string | null
  /** Null: what each benchmark takes by itself. */
  readonly mailboxes: number | null
  readonly messages: number | null
  readonly marked: readonly ('all' | '5%')[]
  readonly rounds: number
  /** Emails stored, for the Web API and for growth. */
  readonly rows: number
  readonly json: boolean
  readonly write: boolean
  readonly check: boolean
  readonly profile: boolean
}

export const USAGE = `npm run bench -- [track] [removal] [idle] [peer] [webapi] [growth] [options]
  --database pglite|postgres|both   both where DATABASE_URL is set (default), else pglite
  --mailboxes N  --messages M       sizes, in place of each benchmark's own
  --marked all|5%                   track: one of the two mixes (default: both)
  --rounds R                        measured rounds, after one to warm up (default 3)
  --rows R                          webapi, growth: emails stored (default 1,000,000)
  --json                            the whole report as JSON on standard output
  --write                           writes the figures into docs/benchmarks.md
  --check                           exit code 1 when a target is missed
  --profile                         CPU profiles into data/bench, the top costs printed`

const whole = z.coerce.number().int().min(1)

const schema = z.object({
  database: z.enum(['pglite', 'postgres', 'both']).optional(),
  mailboxes: whole.max(100_000).optional(),
  messages: whole.max(10_000).optional(),
  marked: z.enum(['all', '5%']).optional(),
  rounds: whole.max(100).default(3),
  rows: whole.max(100_000_000).default(1_000_000),
  json: z.boolean().default(false),
  write: z.boolean().default(false),
  check: z.boolean().default(false),
  profile: z.boolean().default(false),
})

/** @throws Error whose message is for the person who typed it */
export function parseOptions(args: readonly string[], databaseUrl: string | null): Options {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      database: text,
      mailboxes: text,
      messages: text,
      marked: text,
      rounds: text,
      rows: text,
      json: flag,
      write: flag,
      check: flag,
      profile: flag,
    },
  })
  const benches = positionals.map(benchNamed)
  const parsed = schema.safeParse(values)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw new Error(`--${issue.path.join('.')}: ${issue.message}`)
  }
  const { database, marked, mailboxes, messages, ...rest } = parsed.data
  return {
    ...rest,
    benches: benches.length === 0 ? USUAL : benches,
    databases: databasesOf(database, databaseUrl),
    databaseUrl,
    mailboxes: mailboxes ?? null,
    messages: messages ?? null,
    marked: marked === undefined ? ['all', '5%'] : [marked],
  }
}

function benchNamed(name: string): BenchName {
  const found = NAMES.find((one) => one === name)
  if (found === undefined) throw new Error(`There is no benchmark ${name}: ${NAMES.join(', ')}.`)
  return found
}

function databasesOf(
  wanted: 'pglite' | 'postgres' | 'both' | undefined,
  url: string | null,
): readonly DatabaseKind[] {
  if (wanted === 'pglite') return ['pglite']
  if (wanted !== undefined && url === null) {
    throw new Error('PostgreSQL is asked for, and DATABASE_URL is not set.')
  }
  if (wanted === 'postgres') return ['postgres']
  return url === null ? ['pglite'] : ['pglite', 'postgres']
}
