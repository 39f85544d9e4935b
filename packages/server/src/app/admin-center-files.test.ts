import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createAdminCenterFiles } from './admin-center-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'trackmark-center-'))
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'assets/index-1.js'), 'start()')
writeFileSync(join(folder, '.fingerprint'), 'secret')
writeFileSync(join(folder, 'icon.svg'), '<svg/>')
writeFileSync(
  join(folder, 'index.html'),
  '<html><head><script nonce="__CSP_NONCE__"></script></head></html>',
)
const bytes = (count: number) => new Uint8Array(count).fill(7)
const center = createAdminCenterFiles(bytes, folder)
const ask = (headers: Record<string, string> = {}) => new Request('http://h/', { headers })

test('a page has a nonce of its own and the path of the organization', async () => {
  const page = center.page('/admin/settings/email', '/contoso')
  const nonce = Buffer.from(bytes(18)).toString('base64')
  const html = await page?.text()
  expect(html).toContain(`<script nonce="${nonce}">`)
  expect(html).toContain('<base href="/contoso/admin/" />')
  const policy = page?.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain(`'nonce-${nonce}'`)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(page?.headers.get('cache-control')).toBe('no-store')
})

test.each([
  ['/', '/contoso', '/contoso/admin/'],
  ['/admin', '', '/admin/'],
])('%s redirects to the pages', (path, prefix, to) => {
  expect(center.page(path, prefix)?.headers.get('location')).toBe(to)
})

test.each(['/api/admin/me', '/WebResources/x', '/administrator'])(
  '%s is none of its pages',
  (path) => {
    expect(center.page(path, '')).toBeNull()
  },
)

test('a script is compressed for clients that accept it, and cached for ever', async () => {
  const plain = center.asset('/admin/assets/index-1.js', ask())
  expect(await plain?.text()).toBe('start()')
  expect(plain?.headers.get('cache-control')).toContain('immutable')
  const zipped = center.asset('/admin/assets/index-1.js', ask({ 'accept-encoding': 'br, gzip' }))
  expect(zipped?.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(Buffer.from((await zipped?.arrayBuffer()) as ArrayBuffer)).toString()).toBe(
    'start()',
  )
})

test.each([
  '/admin/.fingerprint',
  '/admin/assets/../index.html',
  '/admin/../icon.svg',
  '/admin/assets/none.js',
  '/admin/index.html',
  '/icon.svg',
])('%s is no asset', (path) => {
  expect(center.asset(path, ask())).toBeNull()
})

test('an admin center that was not built says how to build it', async () => {
  const page = createAdminCenterFiles(bytes, join(folder, 'none')).page('/admin/', '')
  expect(page?.status).toBe(503)
  expect(await page?.text()).toContain('npm run build')
})
