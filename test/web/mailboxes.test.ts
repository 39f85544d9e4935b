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
import { createServerFixture, type RunningServer, TOKEN, until } from '../support/server.ts'

const MARK = 'Tracked to Dynamics 365'
const SOON = { timeout: 60_000 }

describe.skipIf(CHROMIUM === null)('mailboxes, in a browser', () => {
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let errors: string[]
  let people: { name: string; emailAddress: string; mailboxId: string }[]

  beforeAll(async () => {
    server = await createServerFixture()
    await server.start()
    browser = await launchBrowser()
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    page = await openCenter(context, server.url, TOKEN)
    errors = watchErrors(page)
    await until('the category is in the mailboxes', async () => {
      const { body } = await server.api('GET', '/api/admin/mailboxes')
      people = body.mailboxes
      return people.length > 0 && body.mailboxes[0].category === 'provisioned'
    })
    const inbox = `/users/${people[0]!.emailAddress}/mailFolders/inbox/messages`
    const { body } = await server.graph('GET', `${inbox}?$top=1&$select=id`)
    const message = `/users/${people[0]!.emailAddress}/messages/${body.value[0].id}`
    await server.graph('PATCH', message, { categories: [MARK] })
    await until('it is tracked', async () => {
      const { body: status } = await server.api('GET', '/api/admin/status')
      return status.items.linked === 1
    })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const table = () => page.getByRole('table', { name: 'Mailboxes' })
  const look = async (name: string) => {
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await screenshot(page, name)
    await page.setViewportSize({ width: 360, height: 740 })
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await screenshot(page, `${name}-phone`)
    await page.setViewportSize({ width: 1280, height: 800 })
  }

  test('are listed, searched, filtered and sorted, and the address says how', {
    timeout: 120_000,
  }, async () => {
    await page.goto(`${server.url}/admin/mailboxes`)
    await table().getByText(people[0]!.emailAddress).waitFor(SOON)
    await look('mailboxes')
    await page.getByLabel('Search names and addresses').fill(people[1]!.emailAddress)
    await table().getByText(people[0]!.emailAddress).waitFor({ state: 'hidden' })
    await table().getByText(people[1]!.emailAddress).waitFor()
    expect(new URL(page.url()).searchParams.get('search')).toBe(people[1]!.emailAddress)
    await page.getByLabel('Condition').selectOption('Failing')
    await page.getByRole('heading', { name: 'No mailbox matches' }).waitFor()
    await page.goto(`${server.url}/admin/mailboxes`)
    await page.getByRole('button', { name: 'Name', exact: true }).click()
    await page.waitForURL(/direction=desc/)
    await expect
      .poll(() => table().getByRole('rowheader').first().textContent(), SOON)
      .toContain(people.at(-1)!.emailAddress)
  })

  test('several are chosen and commanded at once, with a word before', async () => {
    await page.goto(`${server.url}/admin/mailboxes`)
    for (const { name } of people.slice(0, 2)) {
      await page.getByRole('checkbox', { name: `Select ${name}` }).click()
    }
    await page.getByText('2 selected').waitFor()
    await page.getByRole('button', { name: 'Approve Email' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/The email addresses of 2 mailboxes are approved/).waitFor()
    await dialog.getByRole('button', { name: 'Approve Email' }).click()
    await page
      .getByText(/^Done: \d of 2 changed\.$/)
      .first()
      .waitFor(SOON)
  })

  test('one is tested step by step, and enabled', async () => {
    await page.goto(`${server.url}/admin/mailboxes/${people[0]!.mailboxId}`)
    await page.getByRole('heading', { level: 1, name: people[0]!.name }).waitFor()
    await page.getByRole('button', { name: 'Test & Enable Mailbox' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Test & Enable Mailbox' }).click()
    await page.getByText(/^Tested/).waitFor(SOON)
    for (const step of ['Sign in to the mail server', 'Read mail', 'Write the category list']) {
      await page.getByRole('listitem').filter({ hasText: step }).getByLabel('Success').waitFor(SOON)
    }
    await look('mailbox')
    const lists = await server.graph(
      'GET',
      `/users/${people[0]!.emailAddress}/outlook/masterCategories`,
    )
    const names = lists.body.value.map((one: { displayName: string }) => one.displayName)
    expect(names.filter((name: string) => /test/i.test(name))).toEqual([])
  })

  test('its form tells alerts, items with why, failures, cycles and folders', {
    timeout: 120_000,
  }, async () => {
    const open = async (name: RegExp) => {
      await page.getByRole('tab', { name }).click()
    }
    await open(/^Alerts/)
    await page
      .getByText(/has been enabled for the mailbox/)
      .first()
      .waitFor(SOON)
    await open(/^Items/)
    await page.getByText(/Rule TR1/).waitFor(SOON)
    await look('mailbox-items')
    await open(/^Failures/)
    await page.getByRole('heading', { level: 2 }).first().waitFor(SOON)
    await open(/^Cycles/)
    await page.getByRole('table', { name: 'Recent cycles' }).waitFor(SOON)
    await look('mailbox-cycles')
    await open(/^Folders/)
    await page.getByRole('table', { name: 'Folders' }).getByText('Inbox').waitFor(SOON)
    await look('mailbox-folders')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download Mailbox Details' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.log$/)
    expect(errors).toEqual([])
  })
})
