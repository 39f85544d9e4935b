import { readFileSync } from 'node:fs'
import type { BenchDatabase } from './database.ts'
import { fillCopies } from './growth-fill.ts'
import type { Result } from './result.ts'
import type { SandboxProcess } from './sandbox.ts'
import { ratios, spread } from './statistics.ts'
import { createWorld, MARK, runCycles, type World } from './world.ts'

export interface GrowthInput {
  readonly mailboxes: number
  /** New marked messages of each mailbox in a round. */
  readonly messages: number
  readonly rounds: number
  /** Emails stored when the second half is measured. */
  readonly stored: number
}

/** The most that an item may cost with all of them stored, beside what it costs with none. */
const GROWTH_MAX = 1.3

/**
 * What one more tracked email costs PostgreSQL with nothing stored and with many emails stored, all
 * of the organization that is measured. The rows stored are copies of what the service itself wrote.
 * PostgreSQL only: it has the processes and the write-ahead log that are measured.
 */
export async function benchGrowth(
  sandbox: SandboxProcess,
  db: BenchDatabase,
  input: GrowthInput,
): Promise<Result> {
  const world = await createWorld(sandbox, db, input.mailboxes)
  await runCycles(world, 'makeDue')
  const rounds = numberedRounds(world, sandbox, input.messages)
  await rounds()
  const before = await measure(world, rounds, input)
  await fillCopies(db.plain, world.organizationId, input.stored)
  const after = await measure(world, rounds, input)
  return resultOf(input, before, after)
}

function numberedRounds(world: World, sandbox: SandboxProcess, messages: number) {
  let round = 0
  return async (): Promise<number> => {
    const changes = { round: round++, messages, events: 0, markedEvery: 1, mark: MARK }
    await sandbox.order({ kind: 'changes', changes })
    return (await runCycles(world, 'makeDue')).seconds
  }
}

interface Cost {
  readonly itemsPerSecond: readonly number[]
  readonly walBytesPerItem: number
  /** Null where the server's processes can't be seen: on another machine, or without /proc. */
  readonly processorUsPerItem: number | null
}

/**
 * A checkpoint comes first, so that both halves pay for writing whole pages into the log once, and
 * one round warms up, of which nothing is counted.
 */
async function measure(
  { db, organizationId }: World,
  round: () => Promise<number>,
  input: GrowthInput,
): Promise<Cost> {
  const { plain } = db
  await plain.script('checkpoint')
  await round()
  const items = input.mailboxes * input.messages
  const emails = async () => {
    const [row] = await plain.query<{ n: number }>(
      'select count(*) as n from crm.email where organizationid = $1',
      [organizationId],
    )
    return row!.n
  }
  const position = async () => {
    const [row] = await plain.query<{ at: number }>(
      `select pg_current_wal_insert_lsn() - '0/0'::pg_lsn as at`,
    )
    return row!.at
  }
  const had = await emails()
  const [processorBefore, walBefore] = [await serverProcessorS(plain), await position()]
  const seconds: number[] = []
  for (let n = 0; n < input.rounds; n++) seconds.push(await round())
  const [processorAfter, walAfter] = [await serverProcessorS(plain), await position()]
  const tracked = (await emails()) - had
  if (tracked !== items * input.rounds) {
    throw new Error(`The service tracked ${tracked} emails of ${items * input.rounds}.`)
  }
  return {
    itemsPerSecond: seconds.map((one) => items / one),
    walBytesPerItem: (walAfter - walBefore) / tracked,
    processorUsPerItem:
      processorBefore === null || processorAfter === null
        ? null
        : ((processorAfter - processorBefore) / tracked) * 1e6,
  }
}

/** Linux counts a process's time in hundredths of a second. */
const TICKS_PER_SECOND = 100

/** Processor time that all processes of the server have taken so far, those that ended included. */
async function serverProcessorS(database: BenchDatabase['plain']): Promise<number | null> {
  const rows = await database.query<{ pid: number }>('select pid from pg_stat_activity')
  try {
    const stats = rows.map(({ pid }) => statOf(pid))
    const parent = statOf(stats[0]!.parent)
    const ticks = stats.reduce((sum, one) => sum + one.own, parent.own + parent.ofEnded)
    return ticks / TICKS_PER_SECOND
  } catch {
    return null
  }
}

/** Of proc(5): fields 4 (parent), 14 and 15 (own time), 16 and 17 (time of children that ended). */
function statOf(pid: number) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const field = (number: number) => Number(fields[number - 3])
  return { parent: field(4), own: field(14) + field(15), ofEnded: field(16) + field(17) }
}

function resultOf(input: GrowthInput, before: Cost, after: Cost): Result {
  const stored = `${input.stored.toLocaleString('en-US')} emails stored`
  const walGrowth = after.walBytesPerItem / before.walBytesPerItem
  const processor =
    before.processorUsPerItem === null || after.processorUsPerItem === null
      ? null
      : { before: before.processorUsPerItem, after: after.processorUsPerItem }
  return {
    bench: 'growth',
    database: 'postgres',
    variant: `${input.mailboxes} mailboxes x ${input.messages} messages, all marked`,
    unit: 'items/s',
    rounds: input.rounds,
    contenders: [
      { name: 'service with nothing stored', rate: spread(before.itemsPerSecond) },
      { name: `service with ${stored}`, rate: spread(after.itemsPerSecond) },
    ],
    ratios: [
      {
        to: 'service with nothing stored',
        value: ratios(after.itemsPerSecond, before.itemsPerSecond),
      },
    ],
    counts: [
      { name: 'bytes of write-ahead log per item, nothing stored', value: before.walBytesPerItem },
      { name: `bytes of write-ahead log per item, ${stored}`, value: after.walBytesPerItem },
      { name: 'growth of the write-ahead log', value: walGrowth },
      ...(processor === null
        ? []
        : [
            { name: 'µs of PostgreSQL per item, nothing stored', value: processor.before },
            { name: `µs of PostgreSQL per item, ${stored}`, value: processor.after },
            { name: 'growth of PostgreSQL’s time', value: processor.after / processor.before },
          ]),
    ],
    targets: [
      { goal: `write-ahead log of at most ${GROWTH_MAX} times`, reached: walGrowth <= GROWTH_MAX },
      ...(processor === null
        ? []
        : [
            {
              goal: `processor time of PostgreSQL of at most ${GROWTH_MAX} times`,
              reached: processor.after / processor.before <= GROWTH_MAX,
            },
          ]),
    ],
  }
}
