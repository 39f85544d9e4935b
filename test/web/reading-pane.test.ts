import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { payloads } from '../../packages/web-parts/src/mail/payloads.test-support.ts'
import { CHROMIUM, launchBrowser, openCenter } from '../support/browser.ts'
import { createServerFixture, type RunningServer, TOKEN } from '../support/server.ts'

const AT_ONCE = 8

describe.skipIf(CHROMIUM === null)('the corpus of hostile bodies, in the reading pane', () => {
  let server: RunningServer
  let browser: Browser
  let page: Page
  /** Whoever asks it was made to by a mail. */
  let evil: Server
  const asked: string[] = []

  beforeAll(async () => {
    evil = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>((done) => evil.listen(0, '127.0.0.1', done))
    server = await createServerFixture()
    await server.start()
    browser = await launchBrowser()
    page = await openCenter(await browser.newContext(), server.url, TOKEN)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    evil?.close()
  })

  test('runs nothing and asks for nothing, also when it is pressed', {
    timeout: 600_000,
  }, async () => {
    const { port } = evil.address() as AddressInfo
    const evilUrl = `http://127.0.0.1:${port}`
    const all = payloads('top.hacked=1', evilUrl).map(({ kind, html }, n) => ({
      kind,
      // No text in a database has such signs.
      html: html.replaceAll('\u0000', ''),
      id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      /** Comes first, so that no payload hides it. */
      mark: `Payload ${n}.`,
    }))
    for (let from = 0; from < all.length; from += AT_ONCE) {
      await Promise.all(
        all.slice(from, from + AT_ONCE).map(async ({ kind, html, id, mark }) => {
          const { status, body } = await server.api('POST', '/api/data/v9.2/emails', {
            activityid: id,
            subject: kind,
            description: `<p>${mark}</p>${html}`,
            mimetype: 'text/html',
          })
          expect(status, JSON.stringify(body)).toBeLessThan(300)
        }),
      )
    }
    const elsewhere: string[] = []
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(`${server.url}/`) && !url.startsWith('data:')) elsewhere.push(url)
    })
    page.on('dialog', () => elsewhere.push('a dialog'))
    page.on('popup', (popup) => elsewhere.push(`a window: ${popup.url()}`))
    for (const { kind, html, id, mark } of all) {
      await page.evaluate(
        `history.pushState(null, '', '/admin/activities?id=${id}'); dispatchEvent(new PopStateEvent('popstate'))`,
      )
      const frame = page.frameLocator('iframe[title="Message body"]')
      await frame.getByText(mark, { exact: true }).waitFor()
      await frame.locator('html').evaluate((root) => {
        for (const element of root.querySelectorAll('.press')) {
          ;(element as unknown as { click?: () => void }).click?.()
        }
      })
      const what = `${kind}: ${html}`
      expect(await page.evaluate('window.hacked'), what).toBeUndefined()
      expect(elsewhere, what).toEqual([])
      expect(asked, what).toEqual([])
    }
    expect(page.url()).toContain(server.url)
  })
})
