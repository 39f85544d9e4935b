import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  CHROMIUM,
  expectAccessible,
  expectGoodLook,
  launchBrowser,
  openCenter,
  screenshot,
  visit,
  watchErrors,
} from '../support/browser.ts'
import { createServerFixture, type RunningServer, TOKEN, until } from '../support/server.ts'

const SWITCH = 'People can use categories to track emails and appointments'

describe.skipIf(CHROMIUM === null)('settings, in a browser', () => {
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let errors: string[]

  const open = (path: string, heading: string | RegExp) =>
    visit(page, `${server.url}/admin/${path}`, heading)
  const looksGood = (name: string) => expectGoodLook(page, name)

  beforeAll(async () => {
    server = await createServerFixture()
    await server.start()
    browser = await launchBrowser()
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    page = await openCenter(context, server.url, TOKEN)
    errors = watchErrors(page, /\b(400|409|412)\b/)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('lie behind cards, as in the Power Platform admin center', async () => {
    await open('settings', 'Settings')
    await looksGood('settings')
    await page.getByRole('link', { name: /^Email tracking/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Email tracking' }).waitFor()
  })

  test('the category is switched off with a word before, watched until it is gone, and on again', async () => {
    await open('settings/email/tracking', 'Email tracking')
    await page.getByText(/^The category is in all \d+ synchronized mailboxes\.$/).waitFor()
    await looksGood('email-tracking')
    const feature = page.getByRole('switch', { name: SWITCH })
    await feature.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/will be removed from the category lists of \d+ mailboxes/).waitFor()
    await dialog.getByText(/nothing is untracked/i).waitFor()
    expect((await page.locator('header').first().boundingBox())?.y).toBe(0)
    await expectAccessible(page)
    await screenshot(page, 'email-tracking-off')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await feature.isChecked()).toBe(true)

    await feature.click()
    await dialog.getByRole('button', { name: 'Switch off' }).click()
    await page.getByRole('heading', { name: 'Removal of the category' }).waitFor()
    await page.reload()
    const gone = page.getByText(/^The category is gone from all \d+ mailboxes\.$/)
    await gone.waitFor()
    await until('the sandbox has no mark to offer any more', async () => {
      const { body } = await server.graph('GET', '/users')
      const lists = await Promise.all(
        body.value.map(async (user: { id: string }) => {
          const path = `/users/${user.id}/outlook/masterCategories`
          return (await server.graph('GET', path)).body.value ?? []
        }),
      )
      const names = lists.flat().map((one: { displayName: string }) => one.displayName)
      return !names.includes('Tracked to Dynamics 365')
    })
    await feature.click()
    await page.getByText(/^The category is in all \d+ synchronized mailboxes\.$/).waitFor()
    expect(await feature.isChecked()).toBe(true)
  })

  test('a mailbox that refuses is named, with why and when it is tried again', async () => {
    const { body } = await server.api('GET', '/api/admin/mailboxes?limit=1')
    const { emailAddress, name } = body.mailboxes[0]
    const mailbox = (mailboxState: string) =>
      server.control('PATCH', `users/${emailAddress}`, { mailboxState })
    await mailbox('readOnlySettings')
    await open('settings/email/tracking', 'Email tracking')
    await page.getByRole('switch', { name: SWITCH }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Switch off' }).click()
    await page.getByText(/^1 mailbox fails\. It is tried again by itself\.$/).waitFor()
    const failing = page.getByRole('list', { name: 'Mailboxes that are not done yet' })
    await failing.getByRole('link', { name }).waitFor()
    await failing.getByText(/Next try/).waitFor()
    await looksGood('email-tracking-failing')

    await mailbox('active')
    await server.api('POST', `/api/admin/mailboxes/${emailAddress}/sync`)
    await page.getByText(/^The category is gone from all \d+ mailboxes\.$/).waitFor()
    await page.getByRole('switch', { name: SWITCH }).click()
    await page.getByText(/^The category is in all \d+ synchronized mailboxes\.$/).waitFor()
  })

  test('changes are saved together, discarded together, and not lost by leaving', async () => {
    await open('settings/email', 'Email settings')
    await looksGood('email-settings')
    const size = page.getByRole('textbox', { name: 'Maximum file size attachments' })
    await size.fill('200000')
    await page.getByText('Enter a whole number from 0 to 131,072.').waitFor()
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
    await size.fill('1024')
    await page.getByRole('switch', { name: 'Information', exact: true }).click()
    await page.getByText('2 unsaved changes').waitFor()
    await page.getByRole('link', { name: 'Home', exact: true }).click()
    await page.getByRole('button', { name: 'Stay on the page' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('No unsaved changes').waitFor()
    const { body } = await server.api('GET', '/api/admin/email-settings')
    const values = Object.fromEntries(
      body.settings.map((one: { name: string; value: unknown }) => [one.name, one.value]),
    )
    expect(values).toMatchObject({ maxuploadfilesize: 1024, generatealertsforinformation: false })

    await size.fill('99')
    await page.getByRole('button', { name: 'Discard' }).click()
    expect(await size.inputValue()).toBe('1024')
  })

  test('who saves over somebody else is told, and keeps what they typed', async () => {
    await open('settings/email', 'Email settings')
    await server.api('PATCH', '/api/admin/email-settings', { generatealertsforinformation: true })
    const size = page.getByRole('textbox', { name: 'Maximum file size attachments' })
    await size.fill('4096')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText(/Somebody else has changed something here/).waitFor()
    expect(await size.inputValue()).toBe('4096')
    await until('their value is shown', () =>
      page.getByRole('switch', { name: 'Information', exact: true }).isChecked(),
    )
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('No unsaved changes').waitFor()
  })

  test('a server profile with a wrong secret says so in plain words, and what to do', async () => {
    await open('settings/email/profiles', 'Server profiles')
    await page.getByRole('link', { name: 'Sandbox Exchange' }).waitFor()
    await looksGood('server-profiles')
    await page.getByRole('link', { name: 'New server profile' }).click()
    await page.getByRole('radio', { name: /Sandbox/ }).click()
    await looksGood('server-profile-new')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByText('Enter a name.').waitFor()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Mistyped')
    await page.getByLabel('Client secret').fill('not-the-secret')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByText('Kept encrypted').waitFor()
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('heading', { level: 1, name: 'Mistyped' }).waitFor()

    const mailbox = page.getByRole('textbox', { name: 'Mailbox to test with' })
    const { body } = await server.api('GET', '/api/admin/mailboxes?limit=1')
    await mailbox.fill(body.mailboxes[0].emailAddress)
    await page.getByRole('button', { name: 'Test Connection' }).click()
    await page.getByText('The client secret is wrong.').waitFor()
    await page.getByText(/Make a new client secret/).waitFor()
    await page.getByText('AADSTS7000215').waitFor()
    expect(await page.getByText(/: Not Run$/).count()).toBe(4)
    await looksGood('server-profile')
    expect(await page.content()).not.toContain('not-the-secret')

    await page.getByLabel('Client secret').fill('sandbox')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('No unsaved changes').waitFor()
    await page.getByRole('button', { name: 'Test Connection' }).click()
    await page.getByText('Everything that is needed is granted.').waitFor()
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('heading', { level: 1, name: 'Server profiles' }).waitFor()
    await page.getByRole('link', { name: 'Mistyped' }).waitFor({ state: 'detached' })
  })

  test('an OrgDBOrgSetting is found, changed within its range, and reset', async () => {
    await open('settings/organization', /OrgDBOrgSettings/)
    await page.getByText('TrackCategorizedItems', { exact: true }).waitFor()
    await looksGood('organization-settings')
    await page.getByRole('searchbox', { name: 'Search by name or description' }).fill('TraceLogP')
    await page.getByText(/^1 of \d+ settings$/).waitFor()
    await page.getByRole('button', { name: 'Edit TraceLogPersistenceTimeInDays' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Value' }).fill('4000')
    await dialog.getByText('Must be a whole Number from 0 to 3650.').waitFor()
    await dialog.getByRole('textbox', { name: 'Value' }).fill('7')
    await expectAccessible(page)
    await screenshot(page, 'organization-settings-edit')
    await dialog.getByRole('button', { name: 'Save' }).click()
    const row = page.getByRole('row', { name: /TraceLogPersistenceTimeInDays/ })
    await row.getByText(/by Trackmark administrator/).waitFor()
    expect(await row.getByText('7', { exact: true }).count()).toBe(1)
    await page.reload()
    await page.getByText(/^1 of \d+ settings$/).waitFor()
    await page.getByRole('button', { name: 'Edit TraceLogPersistenceTimeInDays' }).click()
    await dialog.getByRole('button', { name: 'Reset to default' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const { body } = await server.api('GET', '/api/admin/settings/TraceLogPersistenceTimeInDays')
    expect(body).toMatchObject({ value: 30, from: 'default' })
  })

  test('environments are listed, and one is opened by its address', async () => {
    await server.cli('trackmark', 'environments', 'add', 'contoso', '--display-name', 'Contoso Ltd')
    await open('environments', 'Environments')
    await page.getByRole('link', { name: 'Contoso Ltd' }).waitFor()
    await looksGood('environments')
    await page.getByRole('link', { name: 'Contoso Ltd' }).click()
    await page.getByRole('heading', { level: 1, name: 'Contoso Ltd' }).waitFor()
    const link = page.getByRole('link', { name: 'Open Contoso Ltd' })
    expect(await link.getAttribute('href')).toBe(`${server.url}/contoso/admin/`)
    await page.getByText('npx --no trackmark environments set contoso --disable').waitFor()
    await looksGood('environment')
    expect(errors).toEqual([])
  })
})
