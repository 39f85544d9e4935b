import { replay } from './bare.ts'
import type { BenchDatabase } from './database.ts'
import { readPeer, startPeer } from './peer.ts'
import { profiled } from './profile.ts'
import type { BenchName, Contender, Result } from './result.ts'
import { countRows, noteBefore, rowsSince } from './rows.ts'
import type { SandboxProcess } from './sandbox.ts'
import { ratios, spread } from './statistics.ts'
import { createWorld, MARK, type Measured, runCycles } from './world.ts'

export interface TrackWish {
  readonly bench: BenchName & ('track' | 'peer')
  readonly mailboxes: number
  readonly messages: number
  readonly events: number
  readonly marked: 'all' | '5%'
  readonly rounds: number
  readonly withPeer: boolean
  readonly profile: boolean
}

interface Round {
  readonly service: Measured
  readonly bareSeconds: number
  readonly peerSeconds: number | null
  readonly peerRequests: number
  readonly rows: number
}

/**
 * From changed items in mailboxes known before to committed activities: service, bare loop and
 * peer read the same changes, one after another, in the same run.
 */
export async function benchTrack(
  sandbox: SandboxProcess,
  db: BenchDatabase,
  wish: TrackWish,
): Promise<Result> {
  const world = await createWorld(sandbox, db, wish.mailboxes)
  await runCycles(world, 'makeDue')
  const peer = wish.withPeer ? await startPeer(world, wish.events > 0) : null
  await db.plain.script('analyze')

  const rounds: Round[] = []
  for (let round = 0; round <= wish.rounds; round++) {
    const markedEvery = wish.marked === 'all' ? 1 : 20
    const { messages, events } = wish
    const changes = { round, messages, events, markedEvery, mark: MARK }
    await sandbox.order({ kind: 'changes', changes })
    const before = await noteBefore(db.plain, world.organizationId)
    const service = await profiled(
      wish.profile && round === wish.rounds ? `${wish.bench}-${db.plain.kind}` : null,
      db.meter,
      () => runCycles(world, 'makeDue'),
    )
    const batches = await rowsSince(db.plain, world.organizationId, before, world.bareId)
    checkTracked(wish, batches)
    const bareSeconds = await replay(world, service.traffic, batches)
    const read = peer === null ? null : await readPeer(world, peer)
    if (round === 0) continue // warms up
    rounds.push({
      service,
      bareSeconds,
      peerSeconds: read?.seconds ?? null,
      peerRequests: read?.requests ?? 0,
      rows: countRows(batches),
    })
  }
  return resultOf(wish, db, rounds)
}

/** A benchmark of work not done would look splendid. */
function checkTracked(
  wish: TrackWish,
  batches: readonly { table: string; rows: readonly unknown[] }[],
): void {
  const count = (table: string) =>
    batches
      .filter((batch) => batch.table === table)
      .reduce((sum, batch) => sum + batch.rows.length, 0)
  const every = wish.marked === 'all' ? 1 : 20
  const expected = wish.mailboxes * (marked(wish.messages, every) + marked(wish.events, every))
  const found = count('crm.email') + count('crm.appointment')
  if (found !== expected) {
    throw new Error(`The service tracked ${found} items where ${expected} are marked.`)
  }
}

const marked = (count: number, every: number): number => Math.ceil(count / every)

function resultOf(wish: TrackWish, db: BenchDatabase, rounds: readonly Round[]): Result {
  const items = wish.mailboxes * (wish.messages + wish.events)
  const rate = (seconds: readonly number[]) => seconds.map((one) => items / one)
  const service = rate(rounds.map((round) => round.service.seconds))
  const bare = rate(rounds.map((round) => round.bareSeconds))
  const peer = wish.withPeer ? rate(rounds.map((round) => round.peerSeconds!)) : null
  const contenders: Contender[] = [
    { name: 'service', rate: spread(service) },
    { name: 'bare loop', rate: spread(bare) },
    ...(peer === null ? [] : [{ name: 'peer', rate: spread(peer) }]),
  ]
  const toBare = ratios(service, bare)
  const toPeer = peer === null ? null : ratios(service, peer)
  const last = rounds.at(-1)!
  const { traffic, statements, transactions } = last.service
  const per = (name: string, value: number) => [
    { name: `${name} per mailbox`, value: value / wish.mailboxes },
    { name: `${name} per item`, value: value / items },
  ]
  const things = wish.events > 0 ? `(${wish.messages} messages + ${wish.events} events)` : ''
  const what = things || `${wish.messages} messages`
  return {
    bench: wish.bench,
    database: db.plain.kind,
    variant: `${wish.mailboxes} mailboxes x ${what}, ${wish.marked} marked`,
    unit: 'items/s',
    rounds: wish.rounds,
    contenders,
    ratios: [
      { to: 'bare loop', value: toBare },
      ...(toPeer === null ? [] : [{ to: 'peer', value: toPeer }]),
    ],
    counts: [
      ...per('requests', traffic.requests),
      ...per('requests, parts of a batch counted one by one,', onServer(traffic)),
      ...per('statements', statements),
      ...per('transactions', transactions),
      ...per('rows', last.rows),
      ...(peer === null ? [] : per('requests of the peer', last.peerRequests)),
    ],
    targets: [
      { wish: 'at least half of the bare loop', reached: toBare.median >= 0.5 },
      ...(toPeer === null
        ? []
        : [{ wish: 'at least twice the peer', reached: toPeer.median >= 2 }]),
    ],
  }
}

/** What a server's limits count: every part of a batch, and what was sent alone. */
function onServer(traffic: Measured['traffic']): number {
  const trips = [...traffic.sent.values()].flat().filter(({ url }) => url.endsWith('/$batch'))
  return traffic.requests - trips.length + traffic.parts
}
