import { listen } from '@trackmark/server'
import { ADA, createTestApp, TOKEN } from '../packages/server/test/support.ts'
import type { BenchDatabase } from './database.ts'
import { profiled } from './profile.ts'
import type { Result } from './result.ts'
import { quantile, ratios, spread } from './statistics.ts'

export interface WebApiOptions {
  readonly rows: number
  readonly rounds: number
  readonly profile: boolean
}

const PAGE = 50
const PAGES_PER_ROUND = 500
const FROM = Date.UTC(2025, 0, 1)
const SPAN_MS = 365 * 86_400_000
const COLUMNS = ['subject', 'createdon', 'senton', 'statuscode', 'directioncode'] as const

/** Milliseconds of each page of one round. */
interface Round {
  readonly service: number[]
  /** The same rows by SQL of our own, served as JSON by the same HTTP server: the limit. */
  readonly served: number[]
  readonly hand: number[]
}

/** A filtered, ordered page of a large table, over HTTP, beside the same question asked in SQL. */
export async function benchWebApi(db: BenchDatabase, options: WebApiOptions): Promise<Result> {
  const server = await createTestApp(db.database)
  const { organizationId } = server
  const listening = await listen({ host: '127.0.0.1', port: 0 }, async (request) =>
    server.app.fetch(request),
  )
  const plain = await listen({ host: '127.0.0.1', port: 0 }, async ({ url }) =>
    Response.json({ value: await handWritten(db, organizationId, url.split('until=')[1]!) }),
  )
  const urls = { service: listening.url, served: plain.url }
  try {
    await fill(db, organizationId, options.rows)
    const rounds: Round[] = []
    let statements = 0
    for (let round = 0; round <= options.rounds; round++) {
      const name = options.profile && round === options.rounds ? `webapi-${db.plain.kind}` : null
      const before = db.meter.statements
      const times = await profiled(name, db.meter, () => measure(db, organizationId, urls))
      if (round > 0) rounds.push(times)
      statements = (db.meter.statements - before) / PAGES_PER_ROUND
    }
    return resultOf(db, options, rounds, statements)
  } finally {
    await listening.close()
    await plain.close()
  }
}

async function fill(db: BenchDatabase, organizationId: string, rows: number): Promise<void> {
  const chunk = 50_000
  for (let from = 0; from < rows; from += chunk) {
    await db.plain.query(
      `insert into crm.email (organizationid, activityid, activitytypecode, subject, senton,
         directioncode, statecode, statuscode, ownerid, owneridtype, createdon, modifiedon, identity)
       select $1::uuid, gen_random_uuid(), 'email', 'Mail ' || n, at, n % 4 = 0, 1,
         case when n % 4 = 0 then 3 else 4 end, $2::uuid, 'systemuser', at, at, 'bench ' || n
       from (select n, to_timestamp(($3::float8 + n * $4::float8) / 1000) as at
             from generate_series($5::int, $6::int) n) s`,
      [organizationId, ADA, FROM, SPAN_MS / rows, from, Math.min(from + chunk, rows) - 1],
    )
  }
  await db.plain.script('vacuum analyze crm.email')
}

interface Urls {
  readonly service: string
  readonly served: string
}

/** Each page is asked of all, in turns: who isn't first finds it warm. */
async function measure(db: BenchDatabase, organizationId: string, urls: Urls): Promise<Round> {
  const round: Round = { service: [], served: [], hand: [] }
  for (let page = 0; page < PAGES_PER_ROUND; page++) {
    const until = new Date(FROM + ((page * 0.618_034) % 1) * SPAN_MS).toISOString()
    const asks = [
      async () => round.service.push(await timed(() => fromService(urls.service, until))),
      async () => round.served.push(await timed(() => rowsOf(`${urls.served}/?until=${until}`))),
      async () => round.hand.push(await timed(() => handWritten(db, organizationId, until))),
    ]
    for (let turn = 0; turn < asks.length; turn++) await asks[(page + turn) % asks.length]!()
  }
  return round
}

async function timed(work: () => Promise<readonly unknown[]>): Promise<number> {
  const start = performance.now()
  const rows = await work()
  const took = performance.now() - start
  if (rows.length > PAGE) throw new Error(`a page of ${rows.length} rows`)
  return took
}

function fromService(url: string, until: string): Promise<readonly unknown[]> {
  const query = new URLSearchParams({
    $select: COLUMNS.join(),
    $filter: `statuscode eq 4 and directioncode eq false and createdon lt ${until}`,
    $orderby: 'createdon desc',
  })
  return rowsOf(`${url}/api/data/v9.2/emails?${query}`)
}

async function rowsOf(url: string): Promise<readonly unknown[]> {
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${TOKEN}`, prefer: `odata.maxpagesize=${PAGE}` },
  })
  const body = (await response.json()) as { value?: unknown[]; error?: { message: string } }
  if (body.value === undefined) throw new Error(body.error?.message ?? String(response.status))
  return body.value
}

function handWritten(
  db: BenchDatabase,
  organizationId: string,
  until: string,
): Promise<readonly unknown[]> {
  return db.plain.query(
    `select activityid, versionnumber, ${COLUMNS.join()} from crm.email
     where organizationid = $1 and statuscode = 4 and directioncode = false and createdon < $2
     order by createdon desc, activityid desc limit ${PAGE}`,
    [organizationId, until],
  )
}

function resultOf(
  db: BenchDatabase,
  options: WebApiOptions,
  rounds: readonly Round[],
  statementsPerPage: number,
): Result {
  const at = (part: number, who: keyof Round) =>
    rounds.map((round) =>
      quantile(
        [...round[who]].sort((a, b) => a - b),
        part,
      ),
    )
  const speed = (milliseconds: readonly number[]) => milliseconds.map((one) => 1000 / one)
  const beside = (who: keyof Round, part: number) =>
    ratios(speed(at(part, 'service')), speed(at(part, who)))
  const p50 = beside('served', 0.5)
  const p99 = beside('served', 0.99)
  const ms = (who: keyof Round, part: number) => spread(at(part, who)).median
  return {
    bench: 'webapi',
    database: db.plain.kind,
    variant: `a filtered, ordered page of ${PAGE} of ${options.rows.toLocaleString('en-US')} emails`,
    unit: 'pages/s, one after another',
    rounds: options.rounds,
    contenders: [
      { name: 'service, over HTTP', rate: spread(speed(at(0.5, 'service'))) },
      { name: 'SQL by hand, over HTTP', rate: spread(speed(at(0.5, 'served'))) },
      { name: 'SQL by hand, no HTTP', rate: spread(speed(at(0.5, 'hand'))) },
    ],
    ratios: [
      { to: 'SQL by hand over HTTP (p50)', value: p50 },
      { to: 'SQL by hand over HTTP (p99)', value: p99 },
      { to: 'SQL by hand without HTTP (p50)', value: beside('hand', 0.5) },
      { to: 'SQL by hand without HTTP (p99)', value: beside('hand', 0.99) },
    ],
    counts: [
      { name: 'p50 of the service, ms', value: ms('service', 0.5) },
      { name: 'p99 of the service, ms', value: ms('service', 0.99) },
      { name: 'p50 by hand over HTTP, ms', value: ms('served', 0.5) },
      { name: 'p99 by hand over HTTP, ms', value: ms('served', 0.99) },
      { name: 'p50 by hand, ms', value: ms('hand', 0.5) },
      { name: 'p99 by hand, ms', value: ms('hand', 0.99) },
      { name: 'statements per page', value: statementsPerPage },
    ],
    targets: [
      {
        goal: 'p50 and p99 within twice those of the SQL by hand over the same HTTP',
        reached: p50.median >= 0.5 && p99.median >= 0.5,
      },
    ],
  }
}
