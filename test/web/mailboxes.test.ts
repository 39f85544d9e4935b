import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  CHROMIUM,
  expectAccessible,
  expectGoodLook,
  launchBrowser,
  openCenter,
  screenshot,
  watchErrors,
} from '../support/browser.ts'
import { createServerFixture, type RunningServer, TOKEN, until } from '../support/server.ts'

const MARK = 'Tracked to Dynamics 365'

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
  const look = (name: string) => expectGoodLook(page, name)

  test('are listed, searched, filtered and sorted, and the address says how', async () => {
    await page.goto(`${server.url}/admin/mailboxes`)
    await table().getByText(people[0]!.emailAddress).waitFor()
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
      .poll(() => table().getByRole('rowheader').first().textContent())
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
    const told = page.getByRole('complementary', { name: 'Menus and messages' })
    const toast = told.getByText(/^Done: \d of 2 changed\.$/)
    await toast.waitFor()
    // Once it has slid in, it stays as long as somebody points at it.
    await told.locator('[data-timer-status=running]').waitFor({ state: 'attached' })
    await toast.hover()
    await expectAccessible(page)
    expect(await toast.isVisible()).toBe(true)
  })

  test('one is tested step by step, and enabled', async () => {
    await page.goto(`${server.url}/admin/mailboxes/${people[0]!.mailboxId}`)
    await page.getByRole('heading', { level: 1, name: people[0]!.name }).waitFor()
    await page.getByRole('button', { name: 'Test & Enable Mailbox' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Trackmark test (may be deleted)').waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Test & Enable', exact: true }).click()
    await dialog.getByText('Outgoing email stays Not Run').waitFor()
    await expectAccessible(page)
    await screenshot(page, 'mailbox-test')
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.getByText(/^Tested/).waitFor()
    for (const step of ['Sign in to the mail server', 'Read mail', 'Write the category list']) {
      await page.getByRole('listitem').filter({ hasText: step }).getByLabel('Success').waitFor()
    }
    await look('mailbox')
    const lists = await server.graph(
      'GET',
      `/users/${people[0]!.emailAddress}/outlook/masterCategories`,
    )
    const names = lists.body.value.map((one: { displayName: string }) => one.displayName)
    expect(names.filter((name: string) => /test/i.test(name))).toEqual([])
  })

  test('several are tested at once, and each shows its steps; the list its result', async () => {
    await page.goto(`${server.url}/admin/mailboxes`)
    for (const { name } of people.slice(1, 3)) {
      await page.getByRole('checkbox', { name: `Select ${name}` }).click()
    }
    await page.getByRole('button', { name: 'Test & Enable Mailboxes' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Test & Enable', exact: true }).click()
    for (const { name } of people.slice(1, 3)) {
      await dialog.getByRole('button', { name: new RegExp(`${name}.*Success`) }).waitFor()
    }
    expect(await dialog.getByText('Write the category list').count()).toBe(2)
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Clear selection' }).click()
    await page.getByLabel('Test result').selectOption('Success')
    await page.getByText('3 mailboxes').waitFor()
    await page.getByLabel('Approval').selectOption('Rejected')
    await page.getByRole('heading', { name: 'No mailbox matches' }).waitFor()
  })

  test('[AP1] one whose approval is taken back loses the category, and says why', async () => {
    const { mailboxId, emailAddress, name } = people[3]!
    const command = async (pick: () => Promise<void>, confirm: string) => {
      await page.goto(`${server.url}/admin/mailboxes/${mailboxId}`)
      await page.getByRole('heading', { level: 1, name }).waitFor()
      await pick()
      await page.getByRole('dialog').getByRole('button', { name: confirm }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    await command(async () => {
      await page.getByRole('button', { name: 'More' }).click()
      await page.getByRole('menuitem', { name: 'Reject Email' }).waitFor()
      await expectAccessible(page)
      await page.getByRole('menuitem', { name: 'Reject Email' }).click()
    }, 'Reject Email')
    await page.getByText('Its email address is not approved').waitFor()
    const hasMark = async () => {
      const { body } = await server.graph('GET', `/users/${emailAddress}/outlook/masterCategories`)
      return body.value.some((one: { displayName: string }) => one.displayName === MARK)
    }
    await until('the category has left', async () => !(await hasMark()))
    await command(
      () => page.getByRole('button', { name: 'Approve Email' }).click(),
      'Approve Email',
    )
    await until('the category is back', hasMark)
  })

  test('methods are changed, and a mailbox is added', async () => {
    await page.goto(`${server.url}/admin/mailboxes/${people[4]!.mailboxId}`)
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Appointments, Contacts, and Tasks').selectOption('None')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const { body } = await server.api('GET', `/api/admin/mailboxes/${people[4]!.mailboxId}`)
    expect(body.methods).toMatchObject({ incoming: 2, act: 2 })

    await page.goto(`${server.url}/admin/mailboxes`)
    await page.getByRole('button', { name: 'Add mailbox' }).click()
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await dialog.getByText('Enter an email address.').waitFor()
    await dialog.getByLabel('Email Address').fill('nobody@tarnalder.example')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'nobody@tarnalder.example' }).waitFor()
    await server.api('PATCH', '/api/admin/mailboxes/nobody@tarnalder.example', {
      mail: false,
      appointmentsAndTasks: false,
    })
  })

  test('the owner of one sees theirs, has it synchronized, and does nothing else', async () => {
    const [mine, other] = people
    const { body } = await server.api('POST', '/api/admin/tokens', {
      name: 'Owner',
      role: 'Mailbox Owner',
      user: mine!.emailAddress,
    })
    const own = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const theirs = await openCenter(own, server.url, body.token, 'mailboxes')
    await theirs.getByRole('link', { name: mine!.name }).waitFor()
    expect(await theirs.getByText(other!.emailAddress).count()).toBe(0)
    expect(await theirs.getByRole('checkbox').count()).toBe(0)
    expect(await theirs.getByRole('button', { name: 'Add mailbox' }).count()).toBe(0)
    await expectAccessible(theirs)
    await theirs.getByRole('link', { name: mine!.name }).click()
    await theirs.getByRole('button', { name: 'Synchronize now' }).click()
    await theirs
      .getByText(/ (is synchronized now|is queued; a cycle is under way)\.$/)
      .first()
      .waitFor()
    expect(await theirs.getByRole('button', { name: 'Approve Email' }).count()).toBe(0)
    await theirs.goto(`${server.url}/admin/mailboxes/${other!.mailboxId}`)
    await theirs.getByText(/There is no mailbox/).waitFor()
    await own.close()
  })

  test('its form tells alerts, items with why, failures, cycles and folders', async () => {
    const open = async (name: RegExp) => {
      await page.getByRole('tab', { name }).click()
    }
    await page.goto(`${server.url}/admin/mailboxes/${people[0]!.mailboxId}`)
    await open(/^Alerts/)
    await page
      .getByText(/has been enabled for the mailbox/)
      .first()
      .waitFor()
    await open(/^Items/)
    await page.getByText(/Rule TR1/).waitFor()
    await look('mailbox-items')
    await open(/^Failures/)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await open(/^Cycles/)
    await page.getByRole('table', { name: 'Recent cycles' }).waitFor()
    await look('mailbox-cycles')
    await open(/^Folders/)
    await page.getByRole('table', { name: 'Folders' }).getByText('Inbox').waitFor()
    await look('mailbox-folders')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download Mailbox Details' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.log$/)
    expect(errors).toEqual([])
  })
})
