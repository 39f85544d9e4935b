import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  CHROMIUM,
  expectAccessible,
  expectNoSidewaysScroll,
  launchBrowser,
  openCenter,
  screenshot,
  watchErrors,
} from '../support/browser.ts'
import { createServerFixture, type RunningServer, TOKEN } from '../support/server.ts'

const PASSWORD = 'correct horse battery'

describe.skipIf(CHROMIUM === null)('signing in, in a browser', () => {
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let ada: { emailAddress: string; name: string }
  // What is refused on purpose.
  const errors = () => watchErrors(page, /401|403|signin/)

  beforeAll(async () => {
    server = await createServerFixture()
    await server.start()
    browser = await launchBrowser()
    context = await browser.newContext()
    page = await context.newPage()
    const { body } = await server.api('GET', '/api/admin/mailboxes')
    ada = body.mailboxes[0]
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

  test('a fresh installation says how to get in, and tidies up after a link that is none', async () => {
    await page.goto(server.url)
    await page.getByText('npx --no trackmark signin-link').waitFor()
    expect(await page.getByLabel('Password', { exact: true }).count()).toBe(0)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await screenshot(page, 'sign-in-fresh')
    await page.goto(`${server.url}/signin#code=nonsense`)
    await page.getByText('This link has been used').waitFor()
    await page.getByText('npx --no trackmark signin-link').waitFor()
  })

  test('the printed link signs in once, also in a tab that shows the sign-in page', async () => {
    const link = /http\S+\/signin#code=\S+/.exec(server.output())?.[0] ?? ''
    await page.goto(`${server.url}/signin`)
    // As when it is pasted into the address: only the fragment changes, and nothing is loaded.
    await page.evaluate(`location.assign(${JSON.stringify(link)})`)
    await heading('Home')
    expect(page.url()).not.toContain('code')
    const second = await browser.newPage()
    await second.goto(link)
    await second.getByText('This link has been used').waitFor()
    await second.close()
  })

  test('an invited person chooses a password', async () => {
    const { out, code } = await server.cli('trackmark', 'accounts', 'add', ada.emailAddress)
    expect(code).toBe(0)
    await context.clearCookies()
    await page.goto(/http\S+/.exec(out)![0])
    await expectAccessible(page)
    await page.getByLabel('New password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Keep it and sign in' }).click()
    await heading('Home')
  })

  test('signs in with it, after a wrong one, and lands where they wanted to go', async () => {
    await context.clearCookies()
    await page.goto(`${server.url}/admin/alerts?level=error`)
    await page.waitForURL('**/signin**')
    await expectAccessible(page)
    await screenshot(page, 'sign-in')
    await page.getByLabel('Name or address').fill(ada.emailAddress)
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText('The name or the password is wrong.').waitFor()
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL('**/admin/alerts?level=error')
  })

  test('never leads to another site', async () => {
    await context.clearCookies()
    await page.goto(`${server.url}/signin?to=https://evil.example/`)
    await page.getByLabel('Name or address').fill(ada.emailAddress)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await heading('Home')
    expect(new URL(page.url()).origin).toBe(server.url)
  })

  test('a mailbox owner finds their own mailbox, and nothing of administration', async () => {
    const failures = errors()
    await page.goto(`${server.url}/admin/`)
    await page.getByRole('link', { name: 'Synchronized: 1', exact: true }).waitFor()
    expect(await page.getByRole('link', { name: 'Settings' }).count()).toBe(0)
    await page.goto(`${server.url}/admin/audit`)
    await page.getByText('Your role does not include this page').waitFor()
    expect(failures).toEqual([])
  })

  test('changes the password, and signs in with the new one', async () => {
    await page.goto(`${server.url}/admin/`)
    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('menuitem', { name: 'Change password' }).click()
    await page.getByLabel('Old password').fill(PASSWORD)
    await page.getByLabel('New password').fill('another horse battery')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Change password' }).click()
    await page.waitForURL('**/signin**')
    await page.getByLabel('Name or address').fill(ada.emailAddress)
    await page.getByLabel('Password', { exact: true }).fill('another horse battery')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await heading('Home')
  })

  test('an administrator reads who has access, and who changed what', async () => {
    await context.clearCookies()
    await page.close()
    await server.api('PATCH', '/api/admin/settings', { TraceLogPersistenceTimeInDays: 12 })
    page = await openCenter(context, server.url, TOKEN, 'access')
    const failures = errors()
    await page.getByRole('table', { name: 'Accounts' }).getByText(ada.emailAddress).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'access')
    await page.goto(`${server.url}/admin/audit`)
    const changes = page.getByRole('table', { name: 'Changes' })
    await changes.getByText('TraceLogPersistenceTimeInDays: nothing → 12').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'audit')
    await page.getByLabel('Search names and values').fill('nothing like that')
    await page.getByText('Nothing matches').waitFor()
    expect(new URL(page.url()).searchParams.get('search')).toBe('nothing like that')
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${server.url}/admin/audit`)
    await changes.getByText('TraceLogPersistenceTimeInDays: nothing → 12').waitFor()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await screenshot(page, 'audit-phone')
    expect(failures).toEqual([])
  })
})
