import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  CHROMIUM,
  expectAccessible,
  launchBrowser,
  openCenter,
  watchErrors,
} from '../support/browser.ts'
import { createServerFixture, type RunningServer, TOKEN, until } from '../support/server.ts'

const MARK = 'Tracked to Dynamics 365'
const COLLEAGUE = { displayName: 'Nora Quill', mail: 'nora.quill@tarnalder.example' }
const SUBJECT = 'The order of last week'

/** A server profile made by hand is as good as the one the sandbox comes with. */
describe.skipIf(CHROMIUM === null)('a server profile of one’s own, in a browser', () => {
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let errors: string[]
  let people: { name: string; emailAddress: string; mailboxId: string }[]

  const control = (path: string, body: unknown) => server.control('POST', path, body)
  const hasMark = async (address: string) => {
    const { body } = await server.graph('GET', `/users/${address}/outlook/masterCategories`)
    return body.value.some((one: { displayName: string }) => one.displayName === MARK)
  }
  const profileOf = async (address: string) =>
    (await server.api('GET', `/api/admin/mailboxes/${address}`)).body.profileName
  const next = () => page.getByRole('button', { name: 'Next' }).click()

  beforeAll(async () => {
    server = await createServerFixture()
    await server.start()
    browser = await launchBrowser()
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    page = await openCenter(context, server.url, TOKEN)
    errors = watchErrors(page)
    people = (await server.api('GET', '/api/admin/mailboxes')).body.mailboxes
    await until('the category is in the mailboxes', () => hasMark(people[0]!.emailAddress))
    // Who is hired while the server runs has a mailbox in the sandbox, and none here.
    await control('users', COLLEAGUE)
    await control(`mailboxes/${COLLEAGUE.mail}/deliver`, {
      from: { name: 'Cora', address: 'cora@customer.example' },
      subject: SUBJECT,
      body: { contentType: 'text', content: 'Has it been sent?' },
    })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('who would connect Exchange Online hears what becomes of the sandbox', async () => {
    await page.goto(`${server.url}/admin/settings/email/profiles`)
    await page.getByRole('link', { name: 'New server profile' }).click()
    await next()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Contoso')
    await page.getByLabel('Directory (tenant) ID').fill('contoso.example')
    await page.getByLabel('Application (client) ID').fill('11111111-2222-3333-4444-555555555555')
    await page.locator('input[type=password]').fill('never-sent')
    await next()
    await next()
    await page.getByText(/the sandbox does not start with the server any more/).waitFor()
    await expectAccessible(page)
  })

  test('is made in four steps, and an added mailbox is put on it', async () => {
    await page.goto(`${server.url}/admin/settings/email/profiles/new`)
    await page.getByRole('radio', { name: /Sandbox/ }).click()
    await next()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('By hand')
    await next()
    await next()
    expect(await page.getByText(/the sandbox does not start/).count()).toBe(0)
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('heading', { level: 1, name: 'By hand' }).waitFor()

    await page.goto(`${server.url}/admin/mailboxes`)
    await page.getByRole('button', { name: 'Add mailbox' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Email Address').fill(COLLEAGUE.mail)
    await dialog.getByLabel('Name', { exact: true }).fill(COLLEAGUE.displayName)
    await dialog.getByLabel('Server Profile').selectOption('By hand')
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: COLLEAGUE.displayName }).waitFor()
    await page.getByText('Synchronized', { exact: true }).waitFor()
    expect(await profileOf(COLLEAGUE.mail)).toBe('By hand')
    expect(await hasMark(COLLEAGUE.mail)).toBe(true)
  })

  test('a mailbox that was on another is put on it, and goes on', async () => {
    const { mailboxId, emailAddress, name } = people[0]!
    await page.goto(`${server.url}/admin/mailboxes/${mailboxId}`)
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Server Profile').selectOption('By hand')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await profileOf(emailAddress)).toBe('By hand')
  })

  test('without the profile that came along, only its mailboxes rest', async () => {
    await page.goto(`${server.url}/admin/settings/email/profiles`)
    await page.getByRole('link', { name: 'Sandbox Exchange' }).click()
    await page.getByRole('button', { name: 'Deactivate' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click()
    await page.getByRole('button', { name: 'Activate', exact: true }).waitFor()
    await until('the category has left a mailbox of it', async () => {
      return !(await hasMark(people[1]!.emailAddress))
    })
    for (const address of [people[0]!.emailAddress, COLLEAGUE.mail]) {
      expect(await hasMark(address), address).toBe(true)
    }
  })

  test('what is marked in a mailbox of it becomes an activity', async () => {
    const outlook = await context.newPage()
    await outlook.goto(`${server.sandboxUrl}/#/${COLLEAGUE.mail}/mail/inbox`)
    await outlook.getByRole('checkbox', { name: `Select ${SUBJECT}` }).click()
    await outlook.getByRole('button', { name: 'Categorize' }).click()
    await outlook.getByRole('menuitemcheckbox', { name: MARK }).click()
    await page.goto(`${server.url}/admin/activities`)
    await page.getByRole('table').getByText(SUBJECT, { exact: true }).waitFor()
    expect(errors).toEqual([])
  })
})
