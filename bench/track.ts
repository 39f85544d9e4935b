import { replay } from './bare.ts'
import type { BenchDatabase } from './database.ts'
import { type Peer, readPeer, startPeer } from './peer.ts'
import { profiled } from './profile.ts'
import type { BenchName, Contender, Result } from './result.ts'
import { countRows, noteBefore, rowsSince } from './rows.ts'
import type { SandboxProcess } from './sandbox.ts'
import { ratios, spread } from './statistics.ts'
import { CONCURRENCY, createWorld, MARK, type Measured, runCycles } from './world.ts'

export interface TrackOptions {
  readonly bench: BenchName & ('track' | 'peer')
  readonly mailboxes: number
  readonly messages: number
  readonly events: number
  readonly marked: 'all' | '5%'
  readonly rounds: number
  readonly withPeer: boolean
  readonly profile: boolean
}

/**
 * That CRM takes one mailbox at a time: its queue for mail has a concurrency of 1 in each worker
 * process (twentyhq/twenty, message-queue-worker-config.constant.ts at 00343b2). The others show
 * what its algorithm could do.
 */
const PEERS = [
  { name: 'peer, one mailbox at a time', stores: 'sameRows', atOnce: 1 },
  { name: 'peer, all at a time', stores: 'sameRows', atOnce: CONCURRENCY },
  {
    name: 'peer, all at a time, but for people, files and links',
    stores: 'messageRow',
    atOnce: CONCURRENCY,
  },
] as const

interface Round {
  readonly service: Measured
  readonly bareSeconds: number
  readonly peers: readonly { readonly seconds: number; readonly requests: number }[]
  readonly rows: number
}

/**
 * From changed items in mailboxes known before to committed activities: service, bare loop and
 * peer read the same changes, one after another, in the same run.
 */
export async function benchTrack(
  sandbox: SandboxProcess,
  db: BenchDatabase,
  options: TrackOptions,
): Promise<Result> {
  const world = await createWorld(sandbox, db, options.mailboxes)
  await runCycles(world, 'makeDue')
  const peers: Peer[] = []
  for (const peer of options.withPeer ? PEERS : []) {
    peers.push(await startPeer(world, peer, options.events > 0))
  }
  await db.plain.script('analyze')

  const rounds: Round[] = []
  for (let round = 0; round <= options.rounds; round++) {
    const markedEvery = options.marked === 'all' ? 1 : 20
    const { messages, events } = options
    const changes = { round, messages, events, markedEvery, mark: MARK }
    await sandbox.order({ kind: 'changes', changes })
    const before = await noteBefore(db.plain, world.organizationId)
    const service = await profiled(
      options.profile && round === options.rounds ? `${options.bench}-${db.plain.kind}` : null,
      db.meter,
      () => runCycles(world, 'makeDue'),
    )
    const batches = await rowsSince(db.plain, world.organizationId, before, world.bareId)
    checkTracked(options, batches)
    const bareSeconds = await replay(world, service.traffic, batches)
    const read: Round['peers'][number][] = []
    for (const peer of peers) read.push(await readPeer(world, peer))
    if (round === 0) continue // warms up
    rounds.push({
      service,
      bareSeconds,
      peers: read,
      rows: countRows(batches),
    })
  }
  return resultOf(options, db, rounds)
}

/** A benchmark of work not done would look splendid. */
function checkTracked(
  options: TrackOptions,
  batches: readonly { table: string; rows: readonly unknown[] }[],
): void {
  const count = (table: string) =>
    batches
      .filter((batch) => batch.table === table)
      .reduce((sum, batch) => sum + batch.rows.length, 0)
  const every = options.marked === 'all' ? 1 : 20
  const expected =
    options.mailboxes * (marked(options.messages, every) + marked(options.events, every))
  const found = count('crm.email') + count('crm.appointment')
  if (found !== expected) {
    throw new Error(`The service tracked ${found} items where ${expected} are marked.`)
  }
}

const marked = (count: number, every: number): number => Math.ceil(count / every)

function resultOf(options: TrackOptions, db: BenchDatabase, rounds: readonly Round[]): Result {
  const items = options.mailboxes * (options.messages + options.events)
  const rate = (seconds: readonly number[]) => seconds.map((one) => items / one)
  const service = rate(rounds.map((round) => round.service.seconds))
  const bare = rate(rounds.map((round) => round.bareSeconds))
  const peers = (options.withPeer ? PEERS : []).map(({ name, stores }, at) => {
    const rates = rate(rounds.map((round) => round.peers[at]!.seconds))
    return { name, rates, value: ratios(service, rates), isTarget: stores === 'sameRows' }
  })
  const contenders: Contender[] = [
    { name: 'service', rate: spread(service) },
    { name: 'bare loop', rate: spread(bare) },
    ...peers.map(({ name, rates }) => ({ name, rate: spread(rates) })),
  ]
  const toBare = ratios(service, bare)
  const last = rounds.at(-1)!
  const { traffic, statements, transactions } = last.service
  const per = (name: string, value: number) => [
    { name: `${name} per mailbox`, value: value / options.mailboxes },
    { name: `${name} per item`, value: value / items },
  ]
  const things =
    options.events > 0 ? `(${options.messages} messages + ${options.events} events)` : ''
  const what = things || `${options.messages} messages`
  return {
    bench: options.bench,
    database: db.plain.kind,
    variant: `${options.mailboxes} mailboxes x ${what}, ${options.marked} marked`,
    unit: 'items/s',
    rounds: options.rounds,
    contenders,
    ratios: [
      { to: 'bare loop', value: toBare },
      ...peers.map(({ name, value }) => ({ to: name, value })),
    ],
    counts: [
      ...per('requests', traffic.requests),
      ...per('requests, parts of a batch counted one by one,', onServer(traffic)),
      ...per('statements', statements),
      ...per('transactions', transactions),
      ...per('rows', last.rows),
      ...last.peers.slice(0, 1).flatMap((peer) => per('requests of the peer', peer.requests)),
    ],
    targets: [
      { goal: 'at least half of the bare loop', reached: toBare.median >= 0.5 },
      ...peers
        .filter(({ isTarget }) => isTarget)
        .map(({ name, value }) => ({
          goal: `at least twice the ${name}`,
          reached: value.median >= 2,
        })),
    ],
  }
}

/** What a server's limits count: every part of a batch, and what was sent alone. */
function onServer(traffic: Measured['traffic']): number {
  const trips = traffic.sent.filter(({ url }) => url.endsWith('/$batch'))
  return traffic.requests - trips.length + traffic.parts
}
