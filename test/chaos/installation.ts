import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../support/server.ts'
import type { DatabaseKind } from './options.ts'
import { clockLibrary, makePlace, type Place } from './place.ts'
import { type Kept, keepProcess } from './processes.ts'

const START_MAX_MS = 120_000
/** On a machine that is busy with other things a start may take that long. */
const STARVED_MAX_MS = 480_000
/** Starting takes a few seconds of a processor: with fewer than these it wasn't the server that was slow. */
const START_CPU_S = 20
const LOOK_MS = 100

/** A server with its sandbox and, on PostgreSQL, two workers beside it: as somebody would run them. */
export interface Installation {
  readonly kind: DatabaseKind
  readonly url: string
  readonly sandboxUrl: string
  readonly token: string
  readonly place: Place
  readonly server: Kept
  /** None with the embedded database, which belongs to one process. */
  readonly workers: readonly Kept[]
  /** When database and Exchange were last known to come back; monotonic. */
  readonly reachableAt: () => number
  /** They are there again as of now. */
  noteReachable(): void
  /** @throws Error when it isn't ready within two minutes, or within eight without having had a processor */
  ready(): Promise<void>
  /** Null = the clock can't be set, for want of Debian's package faketime. */
  readonly setClockBack: ((seconds: number) => void) | null
  /** Ends all processes and takes all files away. */
  remove(): Promise<void>
}

/** @param logs folder for what the processes print; null = nobody keeps it */
export async function createInstallation(
  kind: DatabaseKind,
  databaseUrl: string | null,
  logs: string | null,
): Promise<Installation> {
  const place = await makePlace(kind, databaseUrl)
  const [port, sandboxPort] = [await freePort(), await freePort()]
  const [url, sandboxUrl] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${sandboxPort}`]
  const token = randomBytes(24).toString('hex')
  const clock = movableClock(place.folder)
  const env = {
    ...withoutOurs(process.env),
    TRACKMARK_PORT: String(port),
    TRACKMARK_SANDBOX: 'on',
    TRACKMARK_SANDBOX_PORT: String(sandboxPort),
    TRACKMARK_DATA_DIR: place.dataDir,
    TRACKMARK_ADMIN_TOKEN: token,
    DATABASE_URL: place.databaseUrl ?? '',
    ...(logs === null ? {} : { TRACKMARK_LOG_LEVEL: 'info' }),
  }
  const keep = (name: string, script: string, more: NodeJS.ProcessEnv = {}) =>
    keepProcess(`${kind}-${name}`, `packages/server/src/${script}`, { ...env, ...more }, logs)
  const server = keep('server', 'main.ts', clock?.env)
  const workers = kind === 'pglite' ? [] : [1, 2].map((n) => keep(`worker-${n}`, 'worker-main.ts'))
  let reachableAt = performance.now()
  const ready = async () => {
    const begun = performance.now()
    while ((await statusOf(`${url}/healthz/ready`)) !== 200 || !(await statusOf(sandboxUrl))) {
      const ms = performance.now() - begun
      const cpu = server.cpuSeconds()
      const isStarved = cpu !== null && cpu < START_CPU_S && ms < STARVED_MAX_MS
      if (ms > START_MAX_MS && !isStarved) {
        throw new Error(
          `The server isn't ready after ${Math.round(ms / 1_000)} s, of which it had a processor for ${cpu?.toFixed(1) ?? '?'} s.`,
        )
      }
      await pause(LOOK_MS)
    }
  }
  return {
    kind,
    url,
    sandboxUrl,
    token,
    place,
    server,
    workers,
    reachableAt: () => reachableAt,
    noteReachable: () => {
      reachableAt = performance.now()
    },
    ready,
    setClockBack: clock?.setBack ?? null,
    remove: async () => {
      await Promise.all([server, ...workers].map((kept) => kept.close()))
      await place.remove()
    },
  }
}

/** Null = nothing answers. */
const statusOf = (url: string): Promise<number | null> =>
  fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    async (answer) => {
      await answer.arrayBuffer()
      return answer.status
    },
    () => null,
  )

/** What is configured for another installation isn't for this one. */
const withoutOurs = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TRACKMARK_')))

/** A clock for processes started with `env`, that can be set while they run. */
function movableClock(folder: string) {
  const library = clockLibrary()
  if (library === null) return null
  const file = join(folder, 'clock')
  let back = 0
  const setBack = (seconds: number) => {
    back += seconds
    writeFileSync(file, `-${back}`)
  }
  setBack(0)
  const env = {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: file,
    // Seconds; every look at the clock would read the file otherwise.
    FAKETIME_CACHE_DURATION: '1',
    // As a real clock that is set: what measures durations goes on.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    NO_FAKE_STAT: '1',
  }
  return { env, setBack }
}
