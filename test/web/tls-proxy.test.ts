import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import type { ProxySettings } from '@trackmark/server'
import { type Listening, listen, trustOf } from '@trackmark/server'
import { DynamicsWebApi } from 'dynamics-web-api'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createTestApp,
  insertEmails,
  type TestApp,
  TOKEN,
} from '../../packages/server/test/support.ts'
import { CHROMIUM, launchBrowser, watchErrors } from '../support/browser.ts'
import { HAS_NGINX, startNginx, type TlsProxy } from '../support/nginx.ts'
import { freePort } from '../support/server.ts'

const MAILS = 12
const id = (n: number): string => `30000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** As docs/proxy.md sets nginx up. */
const SAYS = [
  ['Host', '$http_host'],
  ['X-Forwarded-For', '$remote_addr'],
  ['X-Forwarded-Host', '$http_host'],
  ['X-Forwarded-Proto', '$scheme'],
  ['X-Forwarded-Port', '$server_port'],
]
  .map(([name, value]) => `proxy_set_header ${name} ${value};`)
  .join(' ')

const WAYS: readonly {
  readonly name: string
  readonly headers: string
  readonly proxies: (url: string) => ProxySettings
}[] = [
  {
    name: 'that says what was asked (TRACKMARK_TRUST_PROXY=on)',
    headers: SAYS,
    proxies: () => ({ trusts: trustOf('on'), publicUrl: null }),
  },
  {
    name: 'that says nothing (TRACKMARK_PUBLIC_URL)',
    headers: '',
    proxies: (publicUrl) => ({ trusts: trustOf('off'), publicUrl }),
  },
]

describe.skipIf(!HAS_NGINX).each(WAYS)('behind an nginx $name', ({ headers, proxies }) => {
  let server: TestApp
  let listening: Listening
  let proxy: TlsProxy
  const trusted = getCACertificates('default')

  beforeAll(async () => {
    const port = await freePort()
    server = await createTestApp(undefined, null, proxies(`https://localhost:${port}`))
    await insertEmails(
      server,
      Array.from({ length: MAILS }, (_, n) => ({ id: id(n), subject: `Mail ${n + 10}` })),
    )
    listening = await listen({ host: '127.0.0.1', port: 0 }, async (request, connection) =>
      server.app.fetch(request, connection),
    )
    proxy = await startNginx({ port }, listening.url, headers)
    setDefaultCACertificates([...trusted, proxy.certificate])
  })
  afterAll(async () => {
    setDefaultCACertificates(trusted)
    await proxy?.close()
    await listening?.close()
    await server?.close()
  })

  test('a client pages, writes, batches and follows changes by the links it gets', async () => {
    const client = new DynamicsWebApi({
      serverUrl: proxy.url,
      dataApi: { version: '9.2' },
      onTokenRefresh: async () => ({ accessToken: TOKEN }),
    })
    const request = { collection: 'emails', select: ['subject'], maxPageSize: 5 }
    const first = await client.retrieveMultiple(request)
    expect(first.oDataNextLink).toMatch(new RegExp(`^${proxy.url}/api/data/v9.2/`))
    const second = await client.retrieveMultiple(request, first.oDataNextLink)
    expect(second.value).toHaveLength(5)
    expect((await client.retrieveAll(request)).value).toHaveLength(MAILS)

    const contact = String(
      await client.create({ collection: 'contacts', data: { lastname: 'Mell' } }),
    )
    client.startBatch()
    void client.update({ collection: 'contacts', key: contact, data: { firstname: 'Cora' } })
    void client.retrieve({ collection: 'contacts', key: contact, select: ['firstname'] })
    expect(await client.executeBatch()).toMatchObject([{}, { firstname: 'Cora' }])

    const tracked = await client.retrieveMultiple({
      collection: 'contacts',
      select: ['lastname'],
      trackChanges: true,
    })
    expect(tracked.oDataDeltaLink).toMatch(new RegExp(`^${proxy.url}/`))
    const changes = await client.retrieveMultiple(
      { collection: 'contacts' },
      tracked.oDataDeltaLink,
    )
    expect(changes.value).toEqual([])
  })

  describe.skipIf(CHROMIUM === null)('a browser', () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await launchBrowser()
    })
    afterAll(async () => {
      await browser?.close()
    })

    test('signs in, gets a cookie for HTTPS only, pages and writes', async () => {
      const context = await browser.newContext({ ignoreHTTPSErrors: true })
      const page = await context.newPage()
      const errors = watchErrors(page)
      await page.goto(`${proxy.url}/signin#token=${TOKEN}`)
      await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
      expect(new URL(page.url()).origin).toBe(proxy.url)
      expect(await context.cookies()).toMatchObject([{ name: /^trackmark_session/, secure: true }])
      const seen = await page.evaluate<{ rows: number; links: string[]; written: number }>(`
        (async () => {
          const links = []
          let rows = 0
          let link = 'api/data/v9.2/emails?$select=subject'
          link = new URL(link, location.origin).href
          while (link !== undefined) {
            const response = await fetch(link, { headers: { prefer: 'odata.maxpagesize=5' } })
            const page = await response.json()
            rows += page.value.length
            link = page['@odata.nextLink']
            if (link !== undefined) links.push(new URL(link).origin)
          }
          const made = await fetch('/api/data/v9.2/contacts', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: '{"lastname":"Mell"}',
          })
          return { rows, links, written: made.status }
        })()`)
      expect(seen).toEqual({ rows: MAILS, links: [proxy.url, proxy.url], written: 204 })
      expect(errors).toEqual([])
      await context.close()
    })
  })
})
