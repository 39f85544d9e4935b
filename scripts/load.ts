/**
 * Many readers and a few writers of large bodies, and what the server makes of them: resident memory,
 * answers by status, and how long health takes.
 *
 *   scripts/with-postgres.sh node scripts/load.ts [--seconds 60] [--readers 120] [--writers 6] [--json]
 *
 * Starts a server of its own, on the PostgreSQL of TEST_DATABASE_URL where there is one, else on the
 * embedded database. Figures are in docs/reliability.md. Exits with 1 where health took longer than a
 * second, or memory more than 700 MB on PostgreSQL.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import pg from 'pg'

const MEBIBYTE = 1024 * 1024
const RSS_MAX_MB = 700
const HEALTH_MAX_MS = 1_000

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    readers: { type: 'string', default: '120' },
    writers: { type: 'string', default: '6' },
    json: { type: 'boolean', default: false },
  },
})
const [seconds, readers, writers] = [values.seconds, values.readers, values.writers].map(Number)

const PATHS = [
  'contacts?$top=50',
  'systemusers?$select=fullname',
  'emails?$top=20&$expand=email_activity_parties',
  'emails?$orderby=createdon desc',
  'tracelogs?$top=50',
  "contacts?$filter=contains(fullname,'a')",
]

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function ownDatabase(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const name = `trackmark_load_${randomBytes(4).toString('hex')}`
  await client.query(`create database ${name}`)
  await client.end()
  const own = new URL(url)
  own.pathname = `/${name}`
  return own.href
}

const token = randomBytes(24).toString('hex')
const dataDir = await mkdtemp(join(tmpdir(), 'trackmark-load-'))
const port = await freePort()
const shared = process.env.TEST_DATABASE_URL
const databaseUrl = shared === undefined ? null : await ownDatabase(shared)
const child: ChildProcess = spawn(
  process.execPath,
  [join(import.meta.dirname, '../packages/server/src/main.ts')],
  {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      TRACKMARK_PORT: String(port),
      TRACKMARK_SANDBOX: 'off',
      TRACKMARK_DATA_DIR: dataDir,
      TRACKMARK_ADMIN_TOKEN: token,
      ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
    },
  },
)
const base = `http://127.0.0.1:${port}`
const headers = { authorization: `Bearer ${token}` }

const rssMb = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024

const isReady = (): Promise<boolean> =>
  fetch(`${base}/healthz/ready`, { signal: AbortSignal.timeout(20_000) }).then(
    (answer) => answer.ok,
    () => false,
  )

interface Look {
  readonly status: string
  readonly ms: number
}

const healthUntil = (until: number): Promise<readonly Look[]> =>
  new Promise((resolve, reject) => {
    const url = `${base}/healthz/ready`
    const worker = new Worker(new URL('./load-health.ts', import.meta.url), {
      workerData: { url, until },
    })
    worker.once('message', resolve)
    worker.once('error', reject)
  })

const statuses: Record<string, number> = {}
const count = (name: string): void => {
  statuses[name] = (statuses[name] ?? 0) + 1
}

/** As a client does that heeds Retry-After, though not for as long. */
async function ask(name: string, path: string, init: RequestInit): Promise<void> {
  try {
    const answer = await fetch(`${base}/api/data/v9.2/${path}`, {
      ...init,
      signal: AbortSignal.timeout(120_000),
    })
    await answer.arrayBuffer()
    count(`${name} ${answer.status}`)
    if (answer.status === 429 || answer.status === 503) await pause(1_000)
  } catch (error) {
    const { cause, name: kind } = error as Error & { cause?: { code?: string } }
    count(`${name} ${cause?.code ?? kind}`)
    await pause(1_000)
  }
}

try {
  while (!(await isReady())) await pause(200)
  const beforeMb = rssMb()
  let peakMb = beforeMb
  const until = Date.now() + seconds! * 1_000
  const memory = async (): Promise<void> => {
    while (Date.now() < until) {
      peakMb = Math.max(peakMb, rssMb())
      await pause(50)
    }
  }
  const read = async (n: number): Promise<void> => {
    for (let turn = n; Date.now() < until; turn++) {
      await ask('read', PATHS[turn % PATHS.length]!, { headers })
    }
  }
  const text = Buffer.alloc(15 * MEBIBYTE, 'QUJD').toString()
  const body = JSON.stringify({ subject: 'Large', description: text })
  const write = async (): Promise<void> => {
    while (Date.now() < until) {
      await ask('write', 'emails', {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body,
      })
    }
  }
  const [looks] = await Promise.all([
    healthUntil(until),
    memory(),
    ...Array.from({ length: readers! }, (_, n) => read(n)),
    ...Array.from({ length: writers! }, write),
  ])
  await pause(3_000)
  const times = looks.map(({ ms }) => ms).sort((a, b) => a - b)
  const result = {
    database: databaseUrl === null ? 'pglite' : 'postgres',
    seconds,
    readers,
    writers,
    statuses,
    rssMb: { before: Math.round(beforeMb), peak: Math.round(peakMb), after: Math.round(rssMb()) },
    health: {
      looks: looks.length,
      failed: looks.filter(({ status }) => status !== '200').length,
      medianMs: Math.round(times[times.length >> 1] ?? 0),
      worstMs: Math.round(times.at(-1) ?? 0),
    },
  }
  console.log(values.json ? JSON.stringify(result) : result)
  const isSmall = result.database === 'pglite' || result.rssMb.peak <= RSS_MAX_MB
  const isHealthy = result.health.failed === 0 && result.health.worstMs <= HEALTH_MAX_MS
  process.exitCode = isSmall && isHealthy ? 0 : 1
} finally {
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('exit', resolve))
  await rm(dataDir, { recursive: true, force: true })
}
