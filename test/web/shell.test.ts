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

describe.skipIf(CHROMIUM === null)('the admin center, in a browser', () => {
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let errors: string[]

  beforeAll(async () => {
    server = await createServerFixture()
    await server.start()
    browser = await launchBrowser()
    context = await browser.newContext()
    page = await openCenter(context, server.url, TOKEN)
    errors = watchErrors(page)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('shows at a glance how synchronization is going', async () => {
    await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
    await page.getByText('Tracked to Dynamics 365').first().waitFor()
    await page.getByRole('link', { name: /^Synchronized: [1-9]/ }).waitFor()
    await expectAccessible(page)
  })

  test('says what to do next while nothing is tracked, and how it goes on afterwards', async () => {
    await page.getByRole('heading', { name: 'Next steps' }).waitFor()
    const sandbox = page.getByRole('link', { name: /^Open the sandbox mailboxes/ })
    expect(await sandbox.getAttribute('href')).toBe(server.sandboxUrl)
    await expectAccessible(page)
    await screenshot(page, 'home-first')
    const { body } = await server.api('GET', '/api/admin/mailboxes')
    const { emailAddress } = body.mailboxes[0]
    const inbox = `/users/${emailAddress}/mailFolders/inbox/messages?$top=1&$select=id`
    const { id } = (await server.graph('GET', inbox)).body.value[0]
    const mark = { categories: ['Tracked to Dynamics 365'] }
    await server.graph('PATCH', `/users/${emailAddress}/messages/${id}`, mark)
    await page.getByRole('link', { name: 'Tracked: 1', exact: true }).waitFor({ timeout: 60_000 })
    await page.getByRole('heading', { name: 'Next steps' }).waitFor({ state: 'hidden' })
    expect(await sandbox.count()).toBe(1)
    await screenshot(page, 'home')
  })

  test('an address that is none says so, and leads back', async () => {
    await page.goto(`${server.url}/admin/no-such-page`)
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor()
    await page.getByRole('link', { name: 'Go to the home page' }).click()
    await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
  })

  test('fits a phone: the navigation is a drawer that closes when it was used', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.getByRole('button', { name: 'Open navigation' }).click()
    await page.getByRole('link', { name: 'Home' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await screenshot(page, 'home-phone')
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  test('a theme that was chosen stays', async () => {
    await page.getByRole('button', { name: 'Theme' }).click()
    await page.getByRole('menuitemradio', { name: 'Dark' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
    expect(await page.evaluate('document.documentElement.style.colorScheme')).toBe('dark')
    await page.evaluate('localStorage.clear()')
  })

  test('below the path of an organization it is that one', async () => {
    await page.goto(`${server.url}/trackmark/`)
    await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/trackmark/admin/')
  })

  test('a person who signs out sees the sign-in page, and nothing else any more', async () => {
    await page.goto(`${server.url}/`)
    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out', exact: true }).waitFor()
    await expectAccessible(page)
    await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
    await page.waitForURL('**/signin**')
    await page.goto(`${server.url}/admin/`)
    await page.waitForURL('**/signin**')
    expect(errors).toEqual([])
  })
})
