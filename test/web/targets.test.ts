import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  CHROMIUM,
  drawn,
  expectTargets,
  launchBrowser,
  openCenter,
  TARGET_WIDTHS,
  visit,
} from '../support/browser.ts'
import { createServerFixture, type RunningServer, TOKEN, until } from '../support/server.ts'

/** Bars with a value show shares; they stay. */
const WAITING = '[aria-busy=true], [role=progressbar]:not([aria-valuenow])'
/** With less motion, what gets the focus would be measured on its way there. */
const AS_IT_IS = { reducedMotion: 'no-preference' } as const
const PRIYA = 'priya.nambiar@tarnalder.example'

describe.skipIf(CHROMIUM === null)('what is pressed is large enough and free, in a browser', () => {
  let server: RunningServer
  let browser: Browser
  let mailboxId = ''

  beforeAll(async () => {
    server = await createServerFixture()
    await server.start()
    browser = await launchBrowser()
    const inbox = `/users/${PRIYA}/mailFolders/inbox/messages`
    const { body } = await server.graph('GET', `${inbox}?$top=1&$select=id`)
    await server.graph('PATCH', `/users/${PRIYA}/messages/${body.value[0].id}`, {
      categories: ['Tracked to Dynamics 365'],
    })
    await until('a message is tracked', async () => {
      const status = await server.api('GET', '/api/admin/status')
      return status.body.items.linked > 0
    })
    const { body: found } = await server.api('GET', `/api/admin/mailboxes?search=${PRIYA}`)
    mailboxId = found.mailboxes[0].mailboxId
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  /** At each width the page is drawn anew where it looks at the width. */
  const atEveryWidth = async (page: Page, where: string) => {
    for (const width of TARGET_WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      await drawn(page)
      await expectTargets(page, `${where} at ${width} px`)
    }
  }
  const settled = async (page: Page) => {
    await page.getByRole('heading').first().waitFor()
    await expect.poll(() => page.locator(WAITING).count()).toBe(0)
  }

  test('on every page of the admin center', async () => {
    const page = await openCenter(await browser.newContext(AS_IT_IS), server.url, TOKEN)
    const tabs = ['summary', 'alerts', 'items', 'failures', 'cycles', 'folders']
    for (const [path, heading] of [
      ['', 'Home'],
      ['activities', 'Activities'],
      ['mailboxes', 'Mailboxes'],
      ...tabs.map((tab) => [`mailboxes/${mailboxId}?tab=${tab}`, 'Priya Nambiar'] as const),
      ['alerts', 'Alerts'],
      ['failures', 'Server-Side Synchronization Failures'],
      ['monitoring', 'Server-Side Synchronization Monitoring'],
      ['audit', 'Audit'],
      ['personal-data', 'Personal data'],
      ['access', 'Access'],
      ['settings', 'Settings'],
      ['settings/email', 'Email settings'],
      ['settings/email/tracking', 'Email tracking'],
      ['settings/email/profiles', 'Server profiles'],
      ['settings/email/profiles/new', 'New server profile'],
      ['settings/organization', /OrgDBOrgSettings/],
      ['environments', 'Environments'],
      ['no-such-page', 'There is no such page'],
    ] as const) {
      await visit(page, `${server.url}/admin/${path}`, heading)
      await settled(page)
      await atEveryWidth(page, path)
    }
  })

  test('on the page of the sandbox', async () => {
    const page = await browser.newPage(AS_IT_IS)
    for (const path of [
      '',
      `${PRIYA}/mail/inbox`,
      `${PRIYA}/calendar/week`,
      `${PRIYA}/calendar/month`,
      `${PRIYA}/calendar/agenda`,
      `${PRIYA}/tasks`,
      `${PRIYA}/people`,
    ]) {
      await page.goto(`${server.sandboxUrl}/#/${path}`)
      await settled(page)
      await atEveryWidth(page, path)
    }
  })
})
