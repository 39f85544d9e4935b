import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { createSandbox } from '@trackmark/exchange-sandbox'
import { listen } from '@trackmark/server'
import { expectThat, type Run, recorder } from './calls.ts'

const SCRIPT = resolve(import.meta.dirname, '../../scripts/thunderbird.sh')
export const PERSON = 'priya.nambiar@tarnalder.example'

/** What `scripts/thunderbird.sh` prints. */
export interface Seen {
  readonly version: string
  readonly steps: Readonly<Record<string, string>>
  readonly folders: readonly {
    /** `Inbox/Customers` */
    readonly path: string
    readonly total: number
    readonly unread: number
    readonly headers: number
  }[]
}

/** @throws Error where Thunderbird isn't installed or tells nothing */
export async function lookWithThunderbird(url: string, person = PERSON): Promise<Seen> {
  const { stdout } = await promisify(execFile)(SCRIPT, [url, person], { timeout: 600_000 })
  return JSON.parse(stdout) as Seen
}

/**
 * A sandbox whose callers are all one person: the Graph account of Thunderbird signs in at Microsoft
 * only, so that what it sends as its password is exchanged for a token of the sandbox on the way.
 */
export async function startMailbox(person = PERSON) {
  const sandbox = createSandbox({})
  await sandbox.ready
  const form = { grant_type: 'password', username: person, password: 'x' }
  const app = { client_id: 'sandbox', client_secret: 'sandbox' }
  const scope = 'https://graph.microsoft.com/.default'
  const signed = await sandbox.fetch(
    new Request('http://sandbox.test/sandbox/oauth2/v2.0/token', {
      method: 'POST',
      body: new URLSearchParams({ ...form, ...app, scope }),
    }),
  )
  const { access_token: token } = (await signed.json()) as { access_token: string }
  const listening = await listen({ host: '127.0.0.1', port: 0 }, async (request) => {
    const { method } = request
    const headers = new Headers(request.headers)
    headers.set('authorization', `Bearer ${token}`)
    const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer()
    return sandbox.fetch(new Request(request.url, { method, headers, body }))
  })
  const close = async () => {
    await listening.close()
    await sandbox.close()
  }
  return { url: listening.url, close }
}

/** Folders of the mailbox with the number of their messages, as Graph says. */
export async function foldersOf(url: string): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>()
  const walk = async (path: string, prefix: string): Promise<void> => {
    const answer = await fetch(`${url}/v1.0/me/mailFolders${path}?$top=100`)
    const { value } = (await answer.json()) as {
      value: readonly { id: string; displayName: string; totalItemCount: number }[]
    }
    for (const { id, displayName, totalItemCount } of value) {
      found.set(prefix + displayName, totalItemCount)
      await walk(`/${id}/childFolders`, `${prefix}${displayName}/`)
    }
  }
  await walk('', '')
  return found
}

export async function runThunderbird(): Promise<Run> {
  const mailbox = await startMailbox()
  try {
    const wanted = await foldersOf(mailbox.url)
    const seen = await lookWithThunderbird(mailbox.url)
    const { calls, attempt } = recorder()
    await attempt('show every folder, where it lies', () => {
      const shown = new Set(seen.folders.map((one) => one.path))
      const missing = [...wanted.keys()].filter((path) => !shown.has(path))
      expectThat(missing.length === 0, `missing: ${missing.join(', ')}`)
    })
    await attempt('show every message', () => {
      const shown = new Map(seen.folders.map((one) => [one.path, one.headers]))
      const wrong = [...wanted].filter(([path, total]) => shown.get(path) !== total)
      expectThat(wrong.length === 0, `other numbers: ${wrong.map(([path]) => path).join(', ')}`)
    })
    for (const [name, outcome] of Object.entries(seen.steps)) {
      if (['password', 'folders', 'messages'].includes(name)) continue
      await attempt(name, () => expectThat(outcome === 'ok', outcome))
    }
    const facts = { client: 'Thunderbird', version: seen.version, license: 'MPL-2.0' }
    return { ...facts, source: 'Debian', calls }
  } finally {
    await mailbox.close()
  }
}
