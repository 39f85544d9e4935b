import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPage } from '../src/page.ts'
import { lab } from './harness.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-page-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets/main-1a.js'), 'run()')
  writeFileSync(join(folder, 'secret.txt'), 'no')
  writeFileSync(
    join(folder, 'index.html'),
    '<meta property="csp-nonce" nonce="__CSP_NONCE__"><meta name="admin-center" content="__ADMIN_CENTER__">',
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const get = (path: string, headers: Readonly<Record<string, string>> = {}, adminCenter = '') =>
  createPage({ adminCenter }, folder)(new Request(`http://127.0.0.1${path}`, { headers }))

test('the page has a fresh nonce in itself and in its policy, which allows no other script', async () => {
  const [one, two] = [get('/'), get('/')]
  const policy = one?.headers.get('content-security-policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none'
  expect(await one?.text()).toContain(`nonce="${nonce}"`)
  expect(policy).toMatch(/default-src 'none'; script-src 'self';/)
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
  expect(two?.headers.get('content-security-policy')).not.toBe(policy)
  expect(one?.headers.get('cache-control')).toBe('no-store')
})

test('the link to the admin center stays an attribute', async () => {
  const text = await get('/', {}, 'http://a/"><script>')?.text()
  expect(text).toContain('content="http://a/&#34;&#62;&#60;script&#62;"')
})

test('files are kept by browsers, zipped where they take it', async () => {
  const zipped = get('/assets/main-1a.js', { 'accept-encoding': 'br, gzip' })
  expect(gunzipSync(new Uint8Array((await zipped?.arrayBuffer()) ?? [])).toString()).toBe('run()')
  expect(Object.fromEntries(zipped?.headers ?? [])).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'gzip',
    'content-type': 'text/javascript; charset=utf-8',
    'x-content-type-options': 'nosniff',
  })
  expect(await get('/assets/main-1a.js')?.text()).toBe('run()')
})

test.each(['/secret.txt', '/assets/', '/assets/..%2Findex.html', '/../page.ts', '/v1.0/users'])(
  '%s is no part of the page',
  (path) => {
    expect(get(path)).toBeNull()
  },
)

test('where nothing was built, it says how', async () => {
  const answer = createPage({}, join(folder, 'nowhere'))(new Request('http://127.0.0.1/'))
  expect(answer?.status).toBe(503)
  expect(await answer?.text()).toBe(
    'The page of the sandbox has not been built. Run: npm run build\n',
  )
})

test('in process there is no page', async () => {
  const { sandbox } = await lab()
  expect((await sandbox.fetch(new Request('http://127.0.0.1/'))).status).toBe(404)
})
