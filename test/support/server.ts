import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { templateFolder } from '../../packages/store/test/template.ts'
import type { Json } from './world.ts'

const root = resolve(import.meta.dirname, '../..')
/** Of the installation's administrator. */
export const TOKEN = 'token-of-the-test-administrator'

/** What was started, and not told to end. */
const running = new Set<{ readonly process: ChildProcess; readonly output: () => string }>()

/** A server of its own, as `npm start` runs it, on free ports and in a new folder. */
export interface RunningServer {
  readonly url: string
  readonly sandboxUrl: string
  readonly output: () => string
  start(): Promise<void>
  /** SIGKILL: nothing gets to tidy up. */
  kill(): Promise<void>
  stop(): Promise<void>
  /** Web API and admin API. */
  api(method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }>
  /** Control routes of the sandbox. @throws where it refuses */
  control(method: string, path: string, body?: unknown): Promise<void>
  /** The sandbox's Graph. */
  graph(method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }>
  cli(
    tool: 'trackmark' | 'orgdborgsettings',
    ...args: string[]
  ): Promise<{ code: number; out: string; err: string }>
}

/** @param checkout where its sources are */
export async function createServerFixture(
  env: Record<string, string> = {},
  checkout = root,
): Promise<RunningServer> {
  // Not there yet: the first start brings a database, so that nobody waits until one is made.
  const folder = mkdtempSync(join(tmpdir(), 'trackmark-test-'))
  const dataDir = env.TRACKMARK_DATA_DIR ?? join(folder, 'data')
  const [port, sandboxPort] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}`
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`
  const environment = {
    ...process.env,
    TRACKMARK_PORT: String(port),
    TRACKMARK_SANDBOX_PORT: String(sandboxPort),
    TRACKMARK_DATA_DIR: dataDir,
    TRACKMARK_ADMIN_TOKEN: TOKEN,
    TRACKMARK_URL: url,
    DATABASE_URL: '',
    // Its sources are read once for all tests.
    NODE_COMPILE_CACHE: resolve(root, 'node_modules/.cache/node'),
    ...env,
  }
  let child: ChildProcess | null = null
  let printed = ''
  let graphToken = ''

  const ended = (process: ChildProcess) =>
    new Promise<void>((done) => {
      if (hasEnded(process)) done()
      else process.once('exit', () => done())
    })
  const end = async (signal: NodeJS.Signals) => {
    if (child === null) return
    const process = child
    child = null
    for (const one of running) if (one.process === process) running.delete(one)
    process.kill(signal)
    await ended(process)
  }
  const call = async (base: string, token: string, method: string, path: string, body: unknown) => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        prefer: 'IdType="ImmutableId"',
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as Json) }
  }

  return {
    url,
    sandboxUrl,
    output: () => printed,
    async start() {
      if (!existsSync(join(dataDir, 'pglite'))) {
        cpSync(await templateFolder(), dataDir, { recursive: true })
      }
      // The embedded database is compiled once, and not again for a speed that tests don't live to see.
      const started = spawn(process.execPath, ['--liftoff-only', 'packages/server/src/main.ts'], {
        cwd: checkout,
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child = started
      running.add({ process: started, output: () => printed })
      started.stdout?.on('data', (chunk) => {
        printed += chunk
      })
      started.stderr?.on('data', (chunk) => {
        printed += chunk
      })
      // However long that takes: only a server that has ended never answers.
      while (!(await fetch(`${url}/healthz`).catch(() => null))?.ok) {
        if (hasEnded(started)) {
          throw new Error(`The server ended before it answered. It printed:\n${printed}`)
        }
        await new Promise((done) => setTimeout(done, 100))
      }
      graphToken = await signIn(sandboxUrl)
    },
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
    api: (method, path, body) => call(url, TOKEN, method, path, body),
    graph: (method, path, body) => call(`${sandboxUrl}/v1.0`, graphToken, method, path, body),
    control: async (method, path, body) => {
      const secret = readFileSync(join(dataDir, 'sandbox-control-secret'), 'utf8').trim()
      const answer = await fetch(`${sandboxUrl}/sandbox/${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'x-sandbox-control': secret },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    },
    cli: (tool, ...args) =>
      new Promise((done) => {
        const command = spawn(process.execPath, [`packages/cli/src/${tool}.ts`, ...args], {
          cwd: root,
          env: { ...environment, TRACKMARK_TOKEN: TOKEN },
        })
        let out = ''
        let err = ''
        command.stdout.on('data', (chunk) => {
          out += chunk
        })
        command.stderr.on('data', (chunk) => {
          err += chunk
        })
        command.once('close', (code) => done({ code: code ?? -1, out, err }))
      }),
  }
}

async function signIn(sandboxUrl: string): Promise<string> {
  const response = await fetch(`${sandboxUrl}/sandbox/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'sandbox',
      client_secret: 'sandbox',
      scope: 'https://graph.microsoft.com/.default',
    }),
  })
  const { access_token: token } = (await response.json()) as { access_token: string }
  return token
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Looks, not seconds: where the machine is busy, the server takes longer to answer each of them. */
const LOOKS_MAX = 1_500

/**
 * Asks again until it holds.
 * @throws when a server has ended that nobody told to, or when it has not come true by `LOOKS_MAX`
 */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let look = 1; !(await holds()); look++) {
    for (const { process, output } of running) {
      if (hasEnded(process)) {
        throw new Error(`The server ended before ${what}. It printed:\n${output()}`)
      }
    }
    if (look >= LOOKS_MAX) throw new Error(`After ${look} looks it was still not so that ${what}.`)
    await new Promise((done) => setTimeout(done, 100))
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null
