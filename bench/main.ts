import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BenchDatabase, createDatabase } from './database.ts'
import { benchGrowth } from './growth.ts'
import { rememberBodies } from './http.ts'
import { benchIdle } from './idle.ts'
import { commit, machine } from './machine.ts'
import { type Options, parseOptions, USAGE } from './options.ts'
import { benchRemoval } from './removal.ts'
import { renderMarkdown, renderText, replaceFigures } from './render.ts'
import { type BenchName, missed, type Report, type Result } from './result.ts'
import { type SandboxProcess, startSandbox } from './sandbox.ts'
import { benchTrack } from './track.ts'
import { benchWebApi } from './webapi.ts'

const PAGE = join(import.meta.dirname, '..', 'docs', 'benchmarks.md')

type Bench = (
  sandbox: SandboxProcess,
  db: BenchDatabase,
  options: Options,
) => Promise<readonly Result[]>

const benches: Readonly<Record<Exclude<BenchName, 'webapi'>, Bench>> = {
  track: async (sandbox, db, { mailboxes, messages, marked, rounds, profile }) => {
    const results: Result[] = []
    for (const share of marked) {
      results.push(
        await benchTrack(sandbox, db, {
          bench: 'track',
          mailboxes: mailboxes ?? 100,
          messages: messages ?? 40,
          events: 0,
          marked: share,
          rounds,
          withPeer: false,
          profile: profile && share === marked[0],
        }),
      )
    }
    return results
  },
  removal: async (sandbox, db, { mailboxes, rounds, profile }) => [
    await benchRemoval(sandbox, db, { mailboxes: mailboxes ?? 1000, rounds, profile }),
  ],
  idle: async (sandbox, db, { mailboxes, rounds, profile }) => [
    await benchIdle(sandbox, db, { mailboxes: mailboxes ?? 1000, rounds, profile }),
  ],
  peer: async (sandbox, db, { mailboxes, messages, rounds, profile }) => {
    const size = { mailboxes: mailboxes ?? 50, messages: messages ?? 40, rounds, profile }
    const shape = { bench: 'peer', marked: 'all', withPeer: true, ...size } as const
    return [
      await benchTrack(sandbox, db, { ...shape, events: 0 }),
      await benchTrack(sandbox, db, { ...shape, events: 10, profile: false }),
    ]
  },
  growth: async (sandbox, db, { mailboxes, messages, rounds, rows }) => [
    await benchGrowth(sandbox, db, {
      mailboxes: mailboxes ?? 100,
      messages: messages ?? 40,
      rounds,
      stored: rows,
    }),
  ],
}

async function main(): Promise<number> {
  const args = process.argv.slice(2)
  if (args.includes('--help')) {
    process.stdout.write(`${USAGE}\n`)
    return 0
  }
  const url = process.env.DATABASE_URL ?? process.env.TEST_DATABASE_URL ?? null
  const options = parseOptions(args, url)
  const startedAt = performance.now()
  rememberBodies()
  const versions = new Set<string>()
  const results: Result[] = []
  for (const name of options.benches) {
    for (const kind of options.databases) {
      if (name === 'growth' && kind === 'pglite') continue
      for (const result of await runOne(name, kind, options, versions)) {
        results.push(result)
        if (!options.json) process.stdout.write(`${renderText(result)}\n\n`)
      }
    }
  }
  const report: Report = {
    date: new Date().toISOString().slice(0, 10),
    commit: commit(),
    machine: machine([...versions]),
    command: commandOf(args),
    tookSeconds: (performance.now() - startedAt) / 1000,
    results,
  }
  if (options.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  if (options.write) await writePage(report)
  const misses = missed(results)
  for (const miss of misses) process.stderr.write(`target missed: ${miss}\n`)
  return options.check && misses.length > 0 ? 1 : 0
}

/** A sandbox and a database of its own for each, so that none inherits another's rows or heat. */
async function runOne(
  name: BenchName,
  kind: 'pglite' | 'postgres',
  options: Options,
  versions: Set<string>,
): Promise<readonly Result[]> {
  const db = await createDatabase(kind, options.databaseUrl)
  versions.add(db.version)
  try {
    if (name === 'webapi') return [await benchWebApi(db, options)]
    const sandbox = await startSandbox()
    try {
      return await benches[name](sandbox, db, options)
    } finally {
      await sandbox.stop()
    }
  } finally {
    await db.drop()
  }
}

function commandOf(args: readonly string[]): string {
  const run = `npm run bench -- ${args.join(' ')}`.trim()
  return `scripts/with-postgres.sh ${run}`
}

async function writePage(report: Report): Promise<void> {
  const page = await readFile(PAGE, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  await writeFile(PAGE, replaceFigures(page, renderMarkdown(report)))
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`)
    if (process.env.BENCH_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    process.exitCode = 2
  },
)
