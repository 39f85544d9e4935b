import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

describe.skipIf(CHROMIUM === null)('personal data, in a browser', () => {
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let errors: string[]

  beforeAll(async () => {
    server = await createServerFixture()
    await server.start()
    browser = await launchBrowser()
    context = await browser.newContext({ acceptDownloads: true })
    page = await openCenter(context, server.url, TOKEN, 'settings')
    errors = watchErrors(page)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const retention = async () => (await server.api('GET', '/api/admin/retention')).body
  const bodies = () => page.getByLabel('Texts and attachments of activities')
  const save = () => page.getByRole('button', { name: 'Save', exact: true }).click()

  test('an administrator finds the page among the settings', async () => {
    await page.getByRole('link', { name: /^Personal data/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Personal data' }).waitFor()
    await bodies().waitFor()
    expect(await bodies().inputValue()).toBe('')
    expect(await page.getByLabel('Counts of wrong passwords').inputValue()).toBe('30')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await screenshot(page, 'personal-data')
  })

  test('what deletes is asked about first, and no is no', async () => {
    await bodies().fill('0')
    await page.getByText('Enter a whole number from 1 to 36,500, or nothing.').waitFor()
    expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true)
    await bodies().fill('730')
    await save()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('when older than 730 days').waitFor()
    await screenshot(page, 'personal-data-confirm')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    expect((await retention()).bodies).toBe(null)
    await save()
    await dialog.getByRole('button', { name: 'Save and delete' }).click()
    await page.getByText('Saved. What is older goes within an hour.').first().waitFor()
    expect((await retention()).bodies).toBe(730)
  })

  test('what keeps more is saved at once, and told by the audit', async () => {
    await bodies().fill('')
    await save()
    await page.getByText('No unsaved changes').waitFor()
    expect(await retention()).toEqual({
      bodies: null,
      audit: null,
      signInAttempts: 30,
      trail: null,
    })
    const { body } = await server.api('GET', '/api/admin/audit?table=retention')
    expect(body.records).toHaveLength(2)
  })

  test('what is kept of a person is fetched as a file, and the audit says so', async () => {
    const { body } = await server.api('GET', '/api/admin/mailboxes')
    const [{ emailAddress }] = body.mailboxes
    await page.getByRole('button', { name: 'Download' }).click()
    await page.getByText('Enter an email address.').waitFor()
    await page.getByLabel('Email address').fill(emailAddress)
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download' }).click()
    const download = await coming
    expect(download.suggestedFilename()).toBe(`${emailAddress}.ndjson`)
    const folder = mkdtempSync(join(tmpdir(), 'trackmark-download-'))
    const file = join(folder, 'person.ndjson')
    await download.saveAs(file)
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    rmSync(folder, { recursive: true })
    const tables = lines.map((line) => JSON.parse(line).table)
    expect(tables).toContain('crm.mailbox')
    const audit = await server.api('GET', '/api/admin/audit?table=person')
    expect(audit.body.records).toHaveLength(1)
  })

  test('on a phone nothing sticks out', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await expectNoSidewaysScroll(page)
    await screenshot(page, 'personal-data-phone')
    expect(errors).toEqual([])
  })
})
