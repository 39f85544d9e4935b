import { updateOrgDbOrgSettings } from '@trackmark/store'
import { listAndDelete } from './bare.ts'
import type { BenchDatabase } from './database.ts'
import { profiled } from './profile.ts'
import type { Result } from './result.ts'
import type { SandboxProcess } from './sandbox.ts'
import { ratios, spread } from './statistics.ts'
import { createWorld, MARK, type Measured, runCycles, type World } from './world.ts'

export interface RemovalOptions {
  readonly mailboxes: number
  readonly rounds: number
  readonly profile: boolean
}

const LIMIT_SECONDS = 30

/** An administrator turns the feature off: seconds until every mailbox has lost the category. */
export async function benchRemoval(
  sandbox: SandboxProcess,
  db: BenchDatabase,
  options: RemovalOptions,
): Promise<Result> {
  const world = await createWorld(sandbox, db, options.mailboxes)
  await runCycles(world, 'makeDue')
  await db.plain.script('analyze')
  const service: Measured[] = []
  const bare: number[] = []
  for (let round = 0; round <= options.rounds; round++) {
    const name = options.profile && round === options.rounds ? `removal-${db.plain.kind}` : null
    const removed = await profiled(name, db.meter, () => turnOff(world))
    await checkRemoved(world)
    await sandbox.order({ kind: 'restoreCategories', name: MARK })
    const seconds = await listAndDelete(world, MARK)
    await set(world, true)
    await runCycles(world, 'isDue')
    if (round === 0) continue
    service.push(removed)
    bare.push(seconds)
  }
  return resultOf(options, db, service, bare)
}

async function turnOff(world: World): Promise<Measured> {
  await set(world, false)
  return runCycles(world, 'isDue')
}

/** As an administrator's call does it; every mailbox is due by it. */
async function set(world: World, on: boolean): Promise<void> {
  const value = on ? 'true' : 'false'
  const xml = `<OrgSettings><TrackCategorizedItems>${value}</TrackCategorizedItems></OrgSettings>`
  await updateOrgDbOrgSettings(world.db.plain, world.organizationId, xml, Date.now())
}

async function checkRemoved(world: World): Promise<void> {
  const [row] = await world.db.plain.query<{ count: number }>(
    `select count(*) as count from crm.mailboxtrackingcategory
     where organizationid = $1 and purpose = 'tracked' and categoryonboardingstatus = 2`,
    [world.organizationId],
  )
  if (row!.count !== world.people.length) {
    throw new Error(`The category went from ${row!.count} of ${world.people.length} mailboxes.`)
  }
}

function resultOf(
  options: RemovalOptions,
  db: BenchDatabase,
  service: readonly Measured[],
  bare: readonly number[],
): Result {
  const seconds = service.map((one) => one.seconds)
  const took = spread(seconds)
  // Speeds, so that above 1 is faster here as well.
  const toBare = ratios(bare, seconds)
  const { traffic, statements, transactions } = service.at(-1)!
  return {
    bench: 'removal',
    database: db.plain.kind,
    variant: `${options.mailboxes} mailboxes, the feature turned off`,
    unit: 'seconds',
    rounds: options.rounds,
    contenders: [
      { name: 'service', rate: took },
      { name: 'bare loop', rate: spread(bare) },
    ],
    ratios: [{ to: 'bare loop', value: toBare }],
    counts: [
      { name: 'requests per mailbox', value: traffic.requests / options.mailboxes },
      { name: 'statements per mailbox', value: statements / options.mailboxes },
      { name: 'transactions per mailbox', value: transactions / options.mailboxes },
    ],
    targets: [
      {
        goal: `1,000 mailboxes within ${LIMIT_SECONDS} s`,
        reached: (took.median / options.mailboxes) * 1000 <= LIMIT_SECONDS,
      },
      { goal: 'at least half of the bare loop', reached: toBare.median >= 0.5 },
    ],
  }
}
