import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, launchBrowser, watchErrors } from '../support/browser.ts'
import { createServerFixture, type RunningServer } from '../support/server.ts'

const MARK = 'Tracked to Dynamics 365'
const SWITCH = 'People can use categories to track emails and appointments'

/** With nothing but a mouse: the sandbox's page is Outlook, the admin center is the CRM. */
describe.skipIf(CHROMIUM === null)('a newcomer, in a browser', () => {
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext
  let outlook: Page
  let center: Page
  let errors: string[]
  let person: { name: string; emailAddress: string }
  const subjects: string[] = []

  beforeAll(async () => {
    server = await createServerFixture()
    await server.start()
    browser = await launchBrowser()
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    center = await context.newPage()
    outlook = await context.newPage()
    errors = watchErrors(outlook)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const h1 = (name: string) => center.getByRole('heading', { level: 1, name }).waitFor()
  const go = async (path: string, heading: string) => {
    await center.goto(`${server.url}/admin/${path}`)
    await h1(heading)
  }
  const rows = () =>
    outlook
      .getByRole('grid')
      .getByRole('row')
      .filter({ has: outlook.getByRole('checkbox') })
  const choose = (line: Locator) => line.getByRole('checkbox').click()
  const menu = async () => {
    await outlook.getByRole('button', { name: 'Categorize' }).click()
    return outlook.getByRole('menuitemcheckbox', { name: MARK })
  }
  const subjectOf = async (line: Locator) =>
    ((await line.getByRole('checkbox').getAttribute('aria-label')) ?? '').replace(/^Select /, '')
  const activity = (subject: string) =>
    center.getByRole('table').getByText(subject, { exact: true })

  test('follows the printed link and sees mailboxes being synchronized', async () => {
    await center.goto(/http\S+\/signin#code=\S+/.exec(server.output())![0])
    await h1('Home')
    await center.getByRole('link', { name: /^Synchronized: [1-9]/ }).waitFor()
    await go('mailboxes', 'Mailboxes')
    const { body } = await server.api('GET', '/api/admin/mailboxes')
    person = body.mailboxes[0]
    await center.getByRole('table').getByText(person.emailAddress).waitFor()
  })

  test('opens the sandbox’s page, picks a person, and finds the category there', async () => {
    await outlook.goto(server.sandboxUrl)
    await outlook.getByRole('button', { name: person.emailAddress }).click()
    await rows().first().waitFor()
    await choose(rows().nth(0))
    const item = await menu()
    await item.waitFor()
    subjects.push(await subjectOf(rows().nth(0)))
    await item.click()
    await rows().nth(0).getByText(MARK).waitFor()
  })

  test('sees the message as an activity, and why it is there', async () => {
    await go('activities', 'Activities')
    await activity(subjects[0]!).waitFor()
    await activity(subjects[0]!).click()
    await center.getByRole('heading', { name: 'Why is this here?' }).waitFor()
    await center
      .getByText(/Rule TR1/)
      .first()
      .waitFor()
  })

  test('marks several at once', async () => {
    await choose(rows().nth(0))
    for (const place of [1, 2]) {
      subjects.push(await subjectOf(rows().nth(place)))
      await choose(rows().nth(place))
    }
    await (await menu()).click()
    await rows().nth(2).getByText(MARK).waitFor()
    await go('activities', 'Activities')
    for (const subject of subjects) await activity(subject).first().waitFor()
  })

  test('takes the category off: the link ends, the activity stays', async () => {
    await (await menu()).click()
    await rows().nth(1).getByText(MARK).waitFor({ state: 'hidden' })
    await expect
      .poll(async () => (await server.api('GET', '/api/admin/status')).body.items.ended)
      .toBe(2)
    await go('activities', 'Activities')
    for (const subject of subjects) await activity(subject).first().waitFor()
  })

  test('reads in the mailbox’s alerts that the category is there', async () => {
    await go('mailboxes', 'Mailboxes')
    await center.getByRole('table').getByRole('link', { name: person.name }).click()
    await h1(person.name)
    await center.getByRole('tab', { name: /^Alerts/ }).click()
    await center
      .getByText(/Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox/)
      .first()
      .waitFor()
  })

  test('switches the feature off: the category leaves the menu, the message keeps its mark', async () => {
    await go('settings/email/tracking', 'Email tracking')
    await center.getByRole('switch', { name: SWITCH }).click()
    await center.getByRole('dialog').getByRole('button', { name: 'Switch off' }).click()
    await center.getByText(/^The category is gone from all \d+ mailboxes\.$/).waitFor()
    const { body } = await server.api('GET', '/api/admin/status')
    expect(body.items.linked).toBe(1)
    // The menu looks at the master list by itself, every few seconds; the message still has the name.
    await outlook.getByRole('button', { name: 'Clear selection' }).click()
    await choose(rows().nth(5))
    await expect
      .poll(async () => {
        const item = await menu()
        const count = await item.count()
        await outlook.keyboard.press('Escape')
        return count
      })
      .toBe(0)
    await rows().nth(0).getByText(MARK).waitFor()
  })

  test('switches it on again: the category is back in the menu', async () => {
    await center.getByRole('switch', { name: SWITCH }).click()
    await center.getByText(/^The category is in all \d+ synchronized mailboxes\.$/).waitFor()
    await expect
      .poll(async () => {
        const item = await menu()
        const count = await item.count()
        await outlook.keyboard.press('Escape')
        return count
      })
      .toBe(1)
    expect(errors).toEqual([])
  })
})
