import { type ServedSandbox, serveSandbox } from '@trackmark/exchange-sandbox'
import type { Browser, Page, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  CHROMIUM,
  expectAccessible,
  expectNoSidewaysScroll,
  launchBrowser,
  screenshot,
  watchErrors,
} from '../support/browser.ts'
import type { Json } from '../support/world.ts'

const PRIYA = 'priya.nambiar@tarnalder.example'
const TOMASZ = 'tomasz.wilk@tarnalder.example'
/** What was just deleted is asked for once more while its pane closes. */
const DELETED = /status of 404 .*\/events\//
const FIRST_LOAD_MAX = 300_000

const soon = <T>(read: () => T | Promise<T>) => expect.poll(read)

describe.skipIf(CHROMIUM === null)('the page of the sandbox, in a browser', () => {
  let served: ServedSandbox
  let browser: Browser
  let page: Page
  let errors: string[]
  let token = ''
  const answers: Response[] = []

  beforeAll(async () => {
    served = await serveSandbox({ port: 0, page: { adminCenter: 'http://127.0.0.1:4310/' } })
    browser = await launchBrowser()
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    errors = watchErrors(page, DELETED)
    page.on('response', (answer) => answers.push(answer))
    token = await signIn(served.url)
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  const graph = async (method: string, path: string, body?: unknown): Promise<Json> => {
    const answer = await fetch(`${served.url}/v1.0${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, Prefer: 'IdType="ImmutableId"' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return answer.status === 204 ? null : ((await answer.json()) as Json)
  }
  const deliver = (to: string, subject: string, more: Readonly<Record<string, unknown>> = {}) =>
    fetch(`${served.url}/sandbox/mailboxes/${to}/deliver`, {
      method: 'POST',
      body: JSON.stringify({ from: { name: 'Kay', address: 'kay@a.example' }, subject, ...more }),
    })
  const messages = async (who: string, subject: string): Promise<Json[]> => {
    const $filter = encodeURIComponent(`subject eq '${subject}'`)
    const { value } = await graph('GET', `/users/${who}/messages?$filter=${$filter}`)
    return value as Json[]
  }
  const categoriesOf = async (subject: string) =>
    (await messages(PRIYA, subject))[0]?.categories as string[]
  const open = async (who: string, place: string) => {
    await page.goto(`${served.url}/#/${who}/${place}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
  const row = (subject: string) => page.getByRole('row', { name: subject })
  const categorize = async (item: string, role: 'menuitemcheckbox' | 'menuitem' = 'menuitem') => {
    await page.getByRole('button', { name: 'Categorize' }).click()
    await page.getByRole(role, { name: item, exact: true }).click()
  }
  const put = (name: string) => categorize(name, 'menuitemcheckbox')
  const dialog = (name: string) => page.getByRole('dialog', { name })
  const told = (text: string | RegExp) => page.getByText(text).first().waitFor()

  test('asks whose mailbox to open, says that nothing leaves, and loads little', async () => {
    await page.goto(served.url)
    await page.getByRole('heading', { level: 1, name: 'Whose mailbox' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'sandbox-people')
    await page.getByRole('button', { name: /^Priya Nambiar/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
    expect(new URL(page.url()).hash).toBe(`#/${PRIYA}/mail/inbox`)
    await page.getByText('Sandbox: nothing leaves this machine').waitFor()
    const link = page.getByRole('link', { name: 'Admin center' })
    expect(await link.getAttribute('href')).toBe('http://127.0.0.1:4310/')
    const files = answers.filter((answer) =>
      /\/(assets\/.*)?$/.test(new URL(answer.url()).pathname),
    )
    const sizes = await Promise.all(files.map((answer) => answer.request().sizes()))
    const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
    expect(bytes).toBeGreaterThan(100_000)
    expect(bytes).toBeLessThan(FIRST_LOAD_MAX)
  })

  test('mail is listed and read; a reload keeps the place', async () => {
    await deliver(PRIYA, 'Hello there', { body: { contentType: 'html', content: '<p>Dear P</p>' } })
    await row('Hello there').click()
    await page.getByRole('heading', { level: 2, name: 'Hello there' }).waitFor()
    await page.frameLocator('iframe').getByText('Dear P').waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 2, name: 'Hello there' }).waitFor()
    await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
    await soon(async () => (await messages(PRIYA, 'Hello there'))[0]?.isRead).toBe(true)
    await expectAccessible(page)
    await screenshot(page, 'sandbox-mail')
  })

  test('one message is categorized, then several at once', async () => {
    await deliver(PRIYA, 'Second one')
    await row('Hello there').click()
    await put('Red category')
    await row('Hello there').getByText('Red category').waitFor()
    await row('Second one').click({ modifiers: ['Control'] })
    await page.getByText('2 messages selected').waitFor()
    await page.getByRole('button', { name: 'Categorize' }).click()
    const red = page.getByRole('menuitemcheckbox', { name: 'Red category' })
    expect(await red.getAttribute('aria-checked')).toBe('mixed')
    await expectAccessible(page)
    await screenshot(page, 'sandbox-categorize')
    await red.click()
    await row('Second one').getByText('Red category').waitFor()
    await put('Blue category')
    await row('Second one').getByText('Blue category').waitFor()
    expect(await categoriesOf('Hello there')).toEqual(['Red category', 'Blue category'])
    await put('Red category')
    await soon(() => categoriesOf('Second one')).toEqual(['Blue category'])
    expect(await categoriesOf('Hello there')).toEqual(['Blue category'])
  })

  test('what is put on elsewhere isn’t lost: it is read again before it is written', async () => {
    const [message] = await messages(PRIYA, 'Second one')
    await row('Second one').click()
    await page.getByRole('button', { name: 'Remove category Blue category' }).waitFor()
    await graph('PATCH', `/users/${PRIYA}/messages/${message?.id}`, {
      categories: ['Blue category', 'From elsewhere'],
    })
    await put('Green category')
    await soon(async () => [...(await categoriesOf('Second one'))].sort()).toEqual([
      'Blue category',
      'From elsewhere',
      'Green category',
    ])
    await row('Second one').getByText('From elsewhere').waitFor()
  })

  test('a category is made, renamed as Outlook does, and deleted; items keep the name', async () => {
    await row('Hello there').click()
    await categorize('New category')
    await dialog('New category').getByLabel('Name').fill('Budget')
    await dialog('New category').getByRole('radio', { name: 'Dark purple' }).check()
    await expectAccessible(page)
    await dialog('New category').getByRole('button', { name: 'Create and put on' }).click()
    await row('Hello there').getByText('Budget').waitFor()
    const listed = async () => {
      const { value } = await graph('GET', `/users/${PRIYA}/outlook/masterCategories`)
      return value as Json[]
    }
    const before = (await listed()).find(({ displayName }) => displayName === 'Budget')
    expect(before).toMatchObject({ color: 'preset23' })

    await categorize('Manage categories')
    await expectAccessible(page)
    await screenshot(page, 'sandbox-manage-categories')
    const manage = dialog('Manage categories')
    await manage.getByRole('button', { name: 'Rename Budget' }).click()
    await manage.getByRole('textbox', { name: 'Name' }).fill('Money')
    await manage.getByRole('button', { name: 'Save' }).click()
    await manage.getByText('Money', { exact: true }).waitFor()
    expect((await listed()).find(({ id }) => id === before?.id)?.displayName).toBe('Money')
    expect(await categoriesOf('Hello there')).toContain('Budget')
    await manage.getByRole('button', { name: 'Delete Money' }).click()
    await manage.getByText('Money', { exact: true }).waitFor({ state: 'hidden' })
    await manage.getByRole('button', { name: 'Close' }).click()
    expect((await listed()).some(({ id }) => id === before?.id)).toBe(false)
    await row('Hello there').getByText('Budget').waitFor()
  })

  test('what others do to the list of categories shows by itself', async () => {
    const list = `/users/${PRIYA}/outlook/masterCategories`
    const made = await graph('POST', list, {
      displayName: 'Tracked to Dynamics 365',
      color: 'preset7',
    })
    await page.getByRole('button', { name: 'Categorize' }).click()
    const tracked = page.getByRole('menuitemcheckbox', { name: 'Tracked to Dynamics 365' })
    await tracked.click()
    await row('Hello there').getByText('Tracked to Dynamics 365').waitFor()
    await graph('DELETE', `${list}/${made.id}`)
    await row('Second one').click()
    await page.getByRole('button', { name: 'Categorize' }).click()
    await tracked.waitFor({ state: 'hidden' })
    await page.keyboard.press('Escape')
    await row('Hello there').getByText('Tracked to Dynamics 365').waitFor()
  })

  test('messages are moved and deleted, by menu and by keys, and it can be undone', async () => {
    await row('Second one').click()
    await page.getByRole('button', { name: 'Move to' }).click()
    await page.getByRole('menuitem', { name: 'Archive' }).click()
    await row('Second one').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await row('Second one').waitFor()

    await row('Second one').click()
    await row('Second one').press('Delete')
    await row('Second one').waitFor({ state: 'hidden' })
    await page.getByRole('link', { name: /^Deleted Items/ }).click()
    await row('Second one').click({ button: 'right' })
    await page.getByRole('menu', { name: 'Commands for the selected messages' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    await row('Second one').waitFor({ state: 'hidden' })
    expect(await messages(PRIYA, 'Second one')).toEqual([])
  })

  test('keys go through the list: arrows, Space, Shift, Ctrl+A, Escape', async () => {
    await open(PRIYA, 'mail/inbox')
    const rows = page.locator('[role=row][data-id]')
    await rows.first().focus()
    const selected = () => page.locator('[role=row][aria-selected=true]').count()
    await page.keyboard.press('ArrowDown')
    await soon(selected).toBe(1)
    await page.keyboard.press('Shift+ArrowDown')
    await soon(selected).toBe(2)
    await page.keyboard.press('Space')
    await soon(selected).toBe(1)
    await page.keyboard.press('Control+a')
    await soon(selected).toBe(await rows.count())
    await page.keyboard.press('Escape')
    await soon(selected).toBe(0)
  })

  test('a message is sent to a colleague, who answers', async () => {
    await page.getByRole('button', { name: 'New mail' }).click()
    const writing = page.getByRole('alertdialog', { name: 'New message' })
    await writing.getByRole('combobox', { name: 'To' }).pressSequentially('toma')
    await page.getByRole('option', { name: /Tomasz Wilk/ }).click()
    await writing.getByLabel('Subject').fill('Lunch?')
    await writing.getByLabel('Message').fill('At one,\n\noutside.')
    await expectAccessible(page)
    await screenshot(page, 'sandbox-compose')
    await writing.getByRole('button', { name: 'Send' }).click()
    await told('Sent.')
    await page.getByRole('link', { name: /^Sent Items/ }).click()
    await row('Lunch?').waitFor()

    await page.getByRole('button', { name: 'Signed in as Priya Nambiar' }).click()
    await expectAccessible(page)
    await page.getByRole('menuitemradio', { name: 'Tomasz Wilk' }).click()
    await page.getByRole('button', { name: 'Signed in as Tomasz Wilk' }).waitFor()
    await open(TOMASZ, 'mail/inbox')
    await row('Lunch?').click()
    await page.frameLocator('iframe').getByText('outside.').waitFor()
    await page.getByRole('button', { name: 'Reply', exact: true }).click()
    const reply = page.getByRole('alertdialog', { name: 'Reply' })
    await reply.getByLabel('Message').fill('Gladly.')
    await reply.getByRole('button', { name: 'Send' }).click()
    await reply.waitFor({ state: 'hidden' })
    const [answer] = await messages(PRIYA, 'RE: Lunch?')
    expect(String(answer?.bodyPreview)).toMatch(/^Gladly\..*At one/)
  })

  test('a recurring meeting is made, categorized as a series, and answered', async () => {
    await open(PRIYA, 'calendar/week/2026-12-01')
    await page.getByRole('button', { name: 'New event' }).click()
    const form = page.getByRole('alertdialog', { name: 'New event' })
    await form.getByLabel('Title').fill('Planning')
    await form.getByLabel('Starts on').fill('2026-12-01')
    await form.getByLabel('Starts at').fill('10:00')
    await form.getByLabel('Repeat').selectOption('daily')
    await form.getByLabel('Times').fill('3')
    await form.getByRole('combobox', { name: 'Invite' }).pressSequentially('tomasz')
    await page.getByRole('option', { name: /Tomasz Wilk/ }).click()
    await expectAccessible(page)
    await form.getByRole('button', { name: 'Send invitation' }).click()
    await form.waitFor({ state: 'hidden' })
    const days = page.getByRole('button', { name: /^Planning.*10:00 – 11:00/ })
    await soon(() => days.count()).toBe(3)
    await expectAccessible(page)
    await screenshot(page, 'sandbox-week')

    await days.first().click()
    await page.getByText('Repeats every day, 3 times').waitFor()
    await page.getByRole('radio', { name: 'The series' }).check()
    await put('Purple category')
    await page.getByRole('button', { name: 'Remove category Purple category' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await soon(() =>
      page.getByRole('button', { name: /^Planning.*category Purple category/ }).count(),
    ).toBe(3)

    await open(TOMASZ, 'mail/inbox')
    await row('Planning').click()
    await page.getByRole('button', { name: 'Accept' }).click()
    await page.getByText('Your answer: accepted').waitFor()
    await open(PRIYA, 'calendar/agenda/2026-12-01')
    await expectAccessible(page)
    await page
      .getByRole('button', { name: /Planning/ })
      .first()
      .click()
    await page.getByRole('region', { name: 'Attendees' }).getByText('accepted').waitFor()

    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('alertdialog').waitFor({ state: 'hidden' })
    await soon(() => page.getByRole('button', { name: /Planning/ }).count()).toBe(2)
    await page.getByRole('tab', { name: 'Month' }).click()
    await soon(() => page.getByRole('button', { name: /Planning/ }).count()).toBe(2)
    await expectAccessible(page)
  })

  test('times are those of the mailbox, wherever the browser is', async () => {
    const start = { dateTime: '2026-07-01T12:00:00', timeZone: 'UTC' }
    const end = { dateTime: '2026-07-01T13:00:00', timeZone: 'UTC' }
    await graph('POST', `/users/${PRIYA}/events`, { subject: 'Call', start, end })
    await open(PRIYA, 'calendar/week/2026-07-01')
    await page.getByText('Times in Europe/London').waitFor()
    await page.getByRole('button', { name: /^Call.*1 July 2026, 13:00 – 14:00/ }).waitFor()
  })

  test('a task is added, dated, categorized, completed and deleted', async () => {
    await open(PRIYA, 'tasks')
    await page.getByRole('textbox', { name: 'Add a task' }).fill('Count the probes')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Count the probes/ }).click()
    const details = page.getByRole('region', { name: 'Task', exact: true })
    await details.getByLabel('Due').fill('2027-01-15')
    await details.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: /^Count the probes.*Due 15 Jan 2027/ }).waitFor()
    await put('Orange category')
    await page.getByRole('button', { name: /^Count the probes.*Orange category/ }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'sandbox-tasks')
    await page.getByRole('checkbox', { name: 'Complete Count the probes' }).click()
    await page.getByRole('button', { name: 'Completed (2)' }).waitFor()
    await details.getByRole('button', { name: 'Delete task' }).click()
    await page.getByRole('button', { name: 'Completed (1)' }).waitFor()
  })

  test('a rule puts a category on what a customer sends', async () => {
    await open(PRIYA, 'mail/inbox')
    await page.getByRole('button', { name: 'Rules' }).click()
    await page.getByRole('button', { name: 'Add a rule' }).click()
    await page.getByLabel('Name').fill('Orders')
    await page.getByLabel('Subject contains').fill('order')
    await page.getByLabel('Put on the category').selectOption('Yellow category')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Save rule' }).click()
    await page.getByText('subject contains order → put on Yellow category').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Close' }).click()

    await page.getByRole('button', { name: 'Receive mail' }).click()
    const receive = dialog('Receive a message from outside')
    await receive.getByLabel('Subject').fill('Our order of probes')
    await expectAccessible(page)
    await receive.getByRole('button', { name: 'Receive' }).click()
    await row('Our order of probes').getByText('Yellow category').waitFor()

    await page.getByRole('button', { name: 'Rules' }).click()
    await page.getByRole('button', { name: 'Delete rule Orders' }).click()
    await page.getByText('There is no rule yet.').waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
  })

  test('people have a card, from which they are written to', async () => {
    await open(PRIYA, 'people')
    await page.getByRole('searchbox', { name: 'Search people' }).fill('lucia')
    await page.getByRole('link', { name: /^Lucía Ferrán/ }).click()
    await page.getByRole('heading', { level: 2, name: 'Lucía Ferrán' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, 'sandbox-people-card')
    await page.getByRole('button', { name: 'Send mail' }).click()
    const writing = page.getByRole('alertdialog', { name: 'New message' })
    await writing.getByText('nothing leaves this machine').waitFor()
    await writing.getByRole('button', { name: 'Discard' }).click()
  })

  test('hostile mail neither runs, nor loads, nor gets out of its frame', async () => {
    expect(errors).toEqual([])
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const content = [
      '<script>parent.document.title = "x"</script>',
      '<img src="https://evil.example/a.png" onerror="parent.document.title = \'x\'">',
      '<a href="javascript:parent.document.title=1">Click</a>',
      '<style>body { background: url(https://evil.example/b.png) }</style>',
      '<iframe src="https://evil.example/"></iframe>',
      '<table width="99999" background="https://evil.example/c.png"><tr><td>Wide</td></tr></table>',
      '<p style="position:fixed;inset:0">The end</p>',
    ].join('')
    await deliver(PRIYA, 'Hostile', { body: { contentType: 'html', content } })
    await open(PRIYA, 'mail/inbox')
    const title = await page.title()
    await row('Hostile').click()
    await page.frameLocator('iframe').getByText('The end').waitFor()
    await page.getByText('Pictures from the internet are not loaded').waitFor()
    const frame = page.locator('iframe')
    expect(await frame.getAttribute('sandbox')).not.toMatch(/scripts|same-origin/)
    expect(await frame.getAttribute('srcdoc')).not.toMatch(/evil|<script|onerror|javascript:/)
    expect(asked.filter((url) => url.includes('evil.example'))).toEqual([])
    expect(await page.title()).toBe(title)
    await expectNoSidewaysScroll(page)
    // The browser tells of all that the page's policy refused while the mail was taken apart.
    expect(errors.filter((error) => !error.includes('Content Security Policy'))).toEqual([])
    errors.length = 0
  })

  test('fits a phone: one pane at a time, nothing sticks out', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    for (const [place, name] of [
      ['mail/inbox', 'mail'],
      ['calendar', 'calendar'],
      ['calendar/week/2026-12-01', 'week'],
      ['tasks', 'tasks'],
      ['people', 'people'],
    ] as const) {
      await open(PRIYA, place)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await screenshot(page, `sandbox-phone-${name}`)
    }
    await open(PRIYA, 'mail/inbox')
    await row('Hello there').click()
    await page.getByRole('heading', { level: 1, name: 'Hello there' }).waitFor()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Back to the list' }).click()
    await page.getByRole('button', { name: 'Show folders' }).click()
    await page.getByRole('link', { name: /^Archive/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Archive' }).waitFor()
  })

  test('a theme that was chosen stays; nothing went wrong on the way', async () => {
    await page.getByRole('button', { name: 'Signed in as Priya Nambiar' }).click()
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Archive' }).waitFor()
    expect(await page.evaluate('document.documentElement.style.colorScheme')).toBe('dark')
    await page.goto(`${served.url}/#/nobody@a.example`)
    await page.getByText('Nobody in the sandbox has the address nobody@a.example.').waitFor()
    expect(errors).toEqual([])
  })
})

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/sandbox/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'sandbox',
      client_secret: 'sandbox',
      scope: 'https://graph.microsoft.com/.default',
    }),
  })
  return ((await answer.json()) as { access_token: string }).access_token
}
