import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  CHROMIUM,
  expectAccessible,
  expectGoodLook,
  expectNoSidewaysScroll,
  launchBrowser,
  openCenter,
  screenshot,
  watchErrors,
} from '../support/browser.ts'
import { createServerFixture, type RunningServer, TOKEN, until } from '../support/server.ts'
import type { Json } from '../support/world.ts'

const MARK = 'Tracked to Dynamics 365'
const PRIYA = 'priya.nambiar@tarnalder.example'

/** Counts what a hostile mail makes a browser ask for. */
interface Stranger {
  readonly url: string
  readonly asked: string[]
  readonly server: Server
}

async function stranger(): Promise<Stranger> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('content-type', 'image/gif')
    response.end(Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64'))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, asked, server }
}

const hostile = (evil: string): string => `<html><head>
<meta http-equiv="refresh" content="0;url=${evil}/refresh"><base href="${evil}/base/">
<link rel="stylesheet" href="${evil}/sheet.css">
<style>@import url(${evil}/import.css);
  body { background: url(${evil}/body.png) } @font-face { font-family: x; src: url(${evil}/font.woff) }
  #escape { position: fixed; inset: 0; z-index: 2147483647; width: 100000px; height: 100000px }</style>
<script>window.top.hacked = 1; fetch('${evil}/script')</script></head>
<body onload="window.top.hacked = 1">
<h1>Dear customer</h1><table width="9000" background="${evil}/background.png"><tr>${'<td width="900">wide</td>'.repeat(10)}</tr></table>
<div id="escape" onclick="window.top.hacked = 1">over everything</div>
<img src="${evil}/pixel.gif" alt="picture" onerror="window.top.hacked = 1" srcset="${evil}/set.gif 2x">
<img src="data:image/svg+xml,<svg onload='top.hacked=1' xmlns='http://www.w3.org/2000/svg'/>" alt="">
<img src="cid:logo@1" alt="logo">
<svg><use href="${evil}/use.svg#x"/><image href="${evil}/svg.png"/><script>window.top.hacked = 1</script></svg>
<math><mtext><table><mglyph><style><img src="x" onerror="window.top.hacked = 1"></style></mglyph></table></mtext></math>
<a id="script" href="javascript:window.top.hacked = 1">click</a>
<a id="link" href="https://example.com/">a link</a><a id="top" href="${evil}/top" target="_top">top</a>
<form action="${evil}/form"><input name="q" autofocus onfocus="window.top.hacked = 1"><button>Send</button></form>
<iframe src="${evil}/frame"></iframe><object data="${evil}/object"></object><embed src="${evil}/embed">
<video src="${evil}/video" poster="${evil}/poster.png" autoplay></video>
</body></html>`

describe.skipIf(CHROMIUM === null)('what is going on, in a browser', () => {
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let errors: string[]
  let evil: Stranger
  let inbox: string
  let address: string

  beforeAll(async () => {
    evil = await stranger()
    server = await createServerFixture()
    await server.start()
    browser = await launchBrowser()
    context = await browser.newContext()
    page = await openCenter(context, server.url, TOKEN)
    // What the frame's policy refuses of a hostile mail is told on the console.
    errors = watchErrors(
      page,
      /violates the following Content Security Policy|^Blocked script execution in/,
    )
    await until('the category is in the mailboxes', async () => {
      const { body } = await server.api('GET', '/api/admin/mailboxes')
      address = body.mailboxes[0]?.emailAddress
      return body.mailboxes.length > 0 && body.mailboxes[0].category === 'provisioned'
    })
    inbox = `/users/${address}/mailFolders/inbox/messages`
    const { body } = await server.graph('GET', `${inbox}?$top=3&$select=id`)
    for (const { id } of body.value) {
      await server.graph('PATCH', `/users/${address}/messages/${id}`, { categories: [MARK] })
    }
    await until('three are tracked', async () => {
      const { body: found } = await server.api('GET', '/api/admin/activities')
      return found.activities.length >= 3
    })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    evil?.server.close()
  })

  /** Places a fault of the sandbox, or takes all of them away. */
  const faulty = (method: 'POST' | 'DELETE', fault?: object) =>
    server.control(method, 'faults', fault)
  const open = async (path: string) => {
    await page.goto(`${server.url}/admin/${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
  const look = (name: string, isWhole = false) => expectGoodLook(page, name, isWhole)

  test('an alert is read, grouped with its like, and deleted', async () => {
    await open('alerts')
    await page
      .getByText(/has been enabled for the mailbox/)
      .first()
      .waitFor()
    await look('alerts')
    await page.getByRole('button', { name: /^Information \(\d+\)/ }).click()
    await page.waitForURL('**level=information**')
    await page.getByRole('button', { name: 'Show it' }).first().click()
    await page.getByRole('button', { name: 'Details' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Alert ID').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'alert-details')
    await dialog.getByRole('button', { name: 'Close' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('checkbox', { name: /^Select Outlook Category/ }).check()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('heading', { name: 'No alerts' }).waitFor()
    await page.getByRole('button', { name: 'Show all open alerts' }).click()
    await page
      .getByText(/has been enabled for the mailbox/)
      .first()
      .waitFor()
  })

  test('which alerts are recorded is set where they are read', async () => {
    await open('alerts')
    await page.getByRole('button', { name: 'Alert settings' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('switch', { name: 'Information' }).uncheck()
    await dialog.getByLabel('Days for which alerts are kept').fill('9999')
    await dialog.getByText('Enter a whole number').waitFor()
    await expectAccessible(page)
    await dialog.getByLabel('Days for which alerts are kept').fill('14')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const days = await server.api('GET', '/api/admin/settings/TraceLogPersistenceTimeInDays')
    expect(days.body.value).toBe(14)
  })

  test('a failure says why, and is tried again at once', async () => {
    await open('failures')
    await page.getByRole('heading', { name: 'No failures' }).waitFor()
    const { body: received } = await server.graph('GET', `${inbox}?$top=4&$select=id,subject`)
    const [, , , message] = received.value
    const effect = { kind: 'status', status: 400 }
    await faulty('POST', {
      match: { method: 'GET', path: `/messages/${message.id}` },
      times: 0,
      effect,
    })
    await server.graph('PATCH', `/users/${address}/messages/${message.id}`, { categories: [MARK] })
    await page.getByRole('button', { name: 'Try now' }).nth(1).waitFor()
    expect(await page.getByText('***').count()).toBeGreaterThan(0)
    expect(await page.getByText(message.subject).count()).toBe(0)
    await look('failures')
    await page.getByRole('button', { name: 'Details' }).first().click()
    await page.getByRole('dialog').getByText('Sync Error').waitFor()
    await expectAccessible(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await faulty('DELETE')
    await page.getByRole('button', { name: 'Try now' }).nth(1).click()
    await page
      .getByText(/tried now/)
      .first()
      .waitFor()
    await page.getByRole('heading', { name: 'No failures' }).waitFor()
  })

  test('a mass of items that lost the category is listed, and untracking them asks once more', async () => {
    const all = `/users/${PRIYA}/messages`
    const { body } = await server.graph(
      'GET',
      `${all}?$top=60&$select=id,subject,isDraft,hasAttachments`,
    )
    // One with attachments is the next test's.
    const kept = body.value.find((one: Json) => one.hasAttachments)
    const some = body.value.filter((one: Json) => !one.isDraft && one !== kept).slice(0, 22)
    expect(some).toHaveLength(22)
    const put = (categories: string[]) =>
      Promise.all(
        some.map(({ id }: { id: string }) => server.graph('PATCH', `${all}/${id}`, { categories })),
      )
    const items = async (query: string) =>
      (await server.api('GET', `/api/admin/mailboxes/${PRIYA}/items?limit=1&${query}`)).body.total
    await put([MARK])
    await until('they are tracked', async () => (await items('state=linked')) === 22)
    // No cycle sees a part of them: from then on none reads a folder.
    await faulty('POST', {
      match: { method: 'GET', path: '/messages/delta' },
      times: 0,
      effect: { kind: 'status', status: 503 },
    })
    await put([])
    await faulty('DELETE')

    await open('')
    await page.getByText(/^22 of 22 tracked items of the mailbox/).waitFor()
    const { out } = await server.cli('trackmark', 'alerts', 'list', '--mailbox', PRIYA)
    expect(out).toMatch(/\n {4}message: .+(\n {4}.+)*\n {2}trackmark alerts answer \S+ no /)
    await page.getByRole('button', { name: 'Untrack…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Untrack 22 items' }).waitFor()
    await dialog.getByText(some[0].subject, { exact: true }).first().waitFor()
    await look('bulk-stop')
    await dialog.getByRole('button', { name: 'Keep tracking' }).click()
    await page.getByText(/^22 of 22 tracked items/).waitFor({ state: 'hidden' })
    await until('the category is back on them', async () => {
      const { body: read } = await server.graph('GET', `${all}/${some[0].id}?$select=categories`)
      return read.categories.includes(MARK)
    })
    expect(await items('state=linked')).toBe(22)
  })

  test('the owner of a mailbox reads what a failed item is about, and the log does not', async () => {
    const all = `/users/${PRIYA}/messages`
    const { body } = await server.graph(
      'GET',
      `${all}?$filter=hasAttachments eq true&$select=id,subject,categories`,
    )
    const message = body.value.find((one: Json) => !one.categories.includes(MARK))
    await faulty('POST', {
      match: { method: 'GET', path: `/messages/${message.id}/attachments/` },
      times: 0,
      // One that is refused for good would be left out, and the rest tracked (AC11).
      effect: { kind: 'status', status: 500, code: 'ErrorInternalServerError' },
    })
    await server.graph('PATCH', `${all}/${message.id}`, { categories: [MARK] })
    const token = await server.api('POST', '/api/admin/tokens', {
      name: 'Priya',
      role: 'Mailbox Owner',
      user: PRIYA,
    })
    const hers = await browser.newContext()
    const failures = await openCenter(hers, server.url, token.body.token, 'failures')
    await failures.getByText(message.subject).waitFor()
    await expectAccessible(failures)
    await screenshot(failures, 'failures-owner')
    expect(server.output()).not.toContain(message.subject)
    await hers.close()
    await faulty('DELETE')
  })

  test('monitoring shows what was tracked, as charts and as tables, and keeps itself up to date', async () => {
    await open('monitoring')
    const tracked = page.getByRole('link', { name: /^Items tracked: ([3-9]|\d\d)/ })
    await tracked.waitFor()
    await page.getByRole('heading', { name: 'Items tracked per hour' }).waitFor()
    await page.locator('svg rect').first().waitFor()
    await look('monitoring', true)
    await page.getByText('Show as table').first().click()
    await page.getByRole('rowheader').first().waitFor()
    await expectAccessible(page)
    await page.getByLabel('Time range').selectOption('336')
    await page.waitForURL('**hours=336**')
    await page.getByRole('link', { name: /^Synchronized: / }).click()
    await page.waitForURL('**/mailboxes?condition=synchronized')
  })

  test('activities are found, and read beside the list with why they are there', async () => {
    await open('activities')
    const first = page.getByRole('row').nth(1).getByRole('link')
    await first.waitFor()
    await look('activities')
    await first.click()
    await page.getByRole('heading', { name: 'Why is this here?' }).waitFor()
    await page
      .getByText(/Rule TR1/)
      .first()
      .waitFor()
    await page.waitForURL('**id=**')
    await look('activities-pane')
    await page.getByRole('button', { name: 'Close the reading pane' }).click()
    await page.getByLabel('Search subjects and people').fill('zzzznothing')
    await page.getByRole('heading', { name: 'No activities' }).waitFor()
    await page.getByRole('button', { name: 'Show all activities' }).click()
    await page.getByRole('row').nth(3).waitFor()
  })

  test('on a phone the reading pane is a page of its own', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await open('activities')
    await page.getByRole('row').nth(1).getByRole('link').click()
    await page.getByRole('button', { name: 'Back to the list' }).click()
    await page.getByLabel('Search subjects and people').waitFor()
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  test('a hostile mail is harmless, and loads nothing before it is asked to', async () => {
    const emails = '/api/data/v9.2/emails'
    const made = await server.api('POST', emails, {
      subject: 'A hostile mail',
      description: hostile(evil.url),
      mimetype: 'text/html',
    })
    expect(made.status).toBeLessThan(300)
    const listed = await server.api('GET', '/api/admin/activities?search=hostile')
    const id = listed.body.activities[0].activityId
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await open(`activities?id=${id}`)
    const frame = page.frameLocator('iframe[title="Message body"]')
    await frame.getByRole('heading', { name: 'Dear customer' }).waitFor()
    /** By then every picture has been asked for, or refused. */
    const loaded = () =>
      expect
        .poll(() => frame.locator('html').evaluate((html) => html.ownerDocument.readyState))
        .toBe('complete')
    await page.getByText(/are kept from loading/).waitFor()
    await screenshot(page, 'hostile')
    await loaded()
    expect(evil.asked).toEqual([])
    expect(requests.filter((url) => url.startsWith(evil.url))).toEqual([])
    expect(await page.evaluate('window.hacked')).toBeUndefined()

    const left = await frame.locator('html').evaluate((html) => ({
      elements: [...html.querySelectorAll('*')].map((element) => element.tagName.toLowerCase()),
      handlers: [...html.querySelectorAll('*')].flatMap((element) =>
        element.getAttributeNames().filter((name: string) => name.startsWith('on')),
      ),
      text: html.outerHTML,
    }))
    for (const name of 'script svg math meta base link form input button iframe object embed video'.split(
      ' ',
    )) {
      expect(left.elements, name).not.toContain(name)
    }
    expect(left.handlers).toEqual([])
    expect(left.text).not.toMatch(/javascript:|127\.0\.0\.1.*\.(png|gif|css|woff)/)
    const link = frame.locator('#link')
    expect(await link.getAttribute('target')).toBe('_blank')
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
    expect(await frame.locator('#script').getAttribute('href')).toBeNull()
    expect(await frame.locator('#top').getAttribute('target')).toBe('_blank')

    // What covers everything covers the frame only; what is too wide scrolls inside of it.
    await expectNoSidewaysScroll(page)
    const box = await page.locator('iframe[title="Message body"]').boundingBox()
    expect(box!.width).toBeLessThan(1280)
    expect(box!.height).toBeLessThanOrEqual(902)
    await page.getByRole('button', { name: 'Close the reading pane' }).click({ trial: true })
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Load remote images' }).click()
    await until('the pictures were asked for', async () => evil.asked.length > 0)
    await loaded()
    expect(new Set(evil.asked)).toEqual(new Set(['/pixel.gif', '/body.png', '/background.png']))
    expect(await page.evaluate('window.hacked')).toBeUndefined()
  })

  test('nothing went wrong meanwhile', () => {
    expect(errors).toEqual([])
  })
})
