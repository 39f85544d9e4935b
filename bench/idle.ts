import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { replay } from './bare.ts'
import type { BenchDatabase } from './database.ts'
import { profiled } from './profile.ts'
import type { Result } from './result.ts'
import type { SandboxProcess } from './sandbox.ts'
import { ratios, spread } from './statistics.ts'
import { createWorld, type Measured, runCycles } from './world.ts'

export interface IdleOptions {
  readonly mailboxes: number
  readonly rounds: number
  readonly profile: boolean
}

interface Memory {
  readonly residentMb: number
  readonly heapMb: number
}

interface Runs {
  readonly service: readonly Measured[]
  readonly bare: readonly number[]
  readonly folders: number
  readonly before: Memory
  readonly after: Memory
}

/** Cycles in which no mailbox holds anything new: what most cycles of a day are. */
export async function benchIdle(
  sandbox: SandboxProcess,
  db: BenchDatabase,
  options: IdleOptions,
): Promise<Result> {
  const before = memory()
  const world = await createWorld(sandbox, db, options.mailboxes)
  await runCycles(world, 'makeDue')
  await db.plain.script('analyze')
  const [row] = await db.plain.query<{ folders: number }>(
    `select count(*) as folders from sync.folder_cursor where organizationid = $1`,
    [world.organizationId],
  )
  const service: Measured[] = []
  const bare: number[] = []
  for (let round = 0; round <= options.rounds; round++) {
    const name = options.profile && round === options.rounds ? `idle-${db.plain.kind}` : null
    const quiet = await profiled(name, db.meter, () => runCycles(world, 'makeDue'))
    const seconds = await replay(world, quiet.traffic, [])
    // What was sent is kept for the bare loop only; it isn't the service's memory.
    quiet.traffic.sent.length = 0
    if (round === 0) continue
    service.push(quiet)
    bare.push(seconds)
  }
  return resultOf(options, db, { service, bare, folders: row!.folders, before, after: memory() })
}

function memory(): Memory {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  const { rss, heapUsed } = process.memoryUsage()
  return { residentMb: rss / 2 ** 20, heapMb: heapUsed / 2 ** 20 }
}

function resultOf(options: IdleOptions, db: BenchDatabase, runs: Runs): Result {
  const rate = (seconds: readonly number[]) => seconds.map((one) => options.mailboxes / one)
  const service = rate(runs.service.map((one) => one.seconds))
  const bare = rate(runs.bare)
  const toBare = ratios(service, bare)
  const { traffic, statements, transactions } = runs.service.at(-1)!
  const perThousand = (mb: number) => (mb / options.mailboxes) * 1000
  const perFolder = {
    requests: traffic.requests / runs.folders,
    statements: statements / runs.folders,
  }
  return {
    bench: 'idle',
    database: db.plain.kind,
    variant: `${options.mailboxes} mailboxes of ${runs.folders / options.mailboxes} folders, nothing new`,
    unit: 'mailboxes/s',
    rounds: options.rounds,
    contenders: [
      { name: 'service', rate: spread(service) },
      { name: 'bare loop', rate: spread(bare) },
    ],
    ratios: [{ to: 'bare loop', value: toBare }],
    counts: [
      { name: 'requests per quiet folder', value: perFolder.requests },
      { name: 'statements per quiet folder', value: perFolder.statements },
      { name: 'requests per mailbox', value: traffic.requests / options.mailboxes },
      { name: 'parts of batches per mailbox', value: traffic.parts / options.mailboxes },
      { name: 'statements per mailbox', value: statements / options.mailboxes },
      { name: 'transactions per mailbox', value: transactions / options.mailboxes },
      {
        name: 'MB of heap more per 1,000 mailboxes',
        value: perThousand(runs.after.heapMb - runs.before.heapMb),
      },
      {
        name: 'MB resident afterwards, the benchmark itself (and PGlite) included',
        value: runs.after.residentMb,
      },
    ],
    targets: [
      {
        goal: 'one request and one statement per quiet folder or better',
        reached: perFolder.requests <= 1 && perFolder.statements <= 1,
      },
      { goal: 'at least half of the bare calls', reached: toBare.median >= 0.5 },
    ],
  }
}
