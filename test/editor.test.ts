import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, launchBrowser } from './support/chromium.ts'
import { createServerFixture, type RunningServer } from './support/server.ts'
import type { Json } from './support/world.ts'

/** Settings pages of the community come as a solution; this one is ours and makes the same calls. */
const FOLDER = join(import.meta.dirname, 'editor')
const NAME = 'new_/settings'
const FILES = [
  ['page.html', 1],
  ['page.js', 3],
  ['style.css', 2],
  ['settings.xml', 4],
] as const

function solutionZip(): string {
  const listed = FILES.map(
    ([name, type]) =>
      `<WebResource><Name>${NAME}/${name}</Name><DisplayName>${name}</DisplayName><WebResourceType>${type}</WebResourceType><FileName>/WebResources/${name}-1</FileName></WebResource>`,
  )
  const path = join(mkdtempSync(join(tmpdir(), 'trackmark-solution-')), 'solution.zip')
  const manifest =
    '<UniqueName>OrganizationSettingsEditor</UniqueName><Version>1.2.3.4</Version><Managed>1</Managed>'
  const archive = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'solution.xml': strToU8(
      `<ImportExportXml><SolutionManifest>${manifest}</SolutionManifest></ImportExportXml>`,
    ),
    'customizations.xml': strToU8(
      `<ImportExportXml><WebResources>${listed.join('')}</WebResources></ImportExportXml>`,
    ),
    ...Object.fromEntries(
      FILES.map(([name]) => [`WebResources/${name}-1`, readFileSync(join(FOLDER, name))]),
    ),
  })
  writeFileSync(path, archive)
  return path
}

describe.skipIf(CHROMIUM === null)('a settings page, in a browser', () => {
  let server: RunningServer
  let browser: Browser
  let page: Page
  const errors: string[] = []

  beforeAll(async () => {
    server = await createServerFixture()
    await server.start()
    browser = await launchBrowser()
    page = await browser.newPage()
    page.on('pageerror', (error) => errors.push(error.message))
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const settings = (...args: string[]) => server.cli('orgdborgsettings', ...args)
  const stored = async (name: string): Promise<Json> =>
    JSON.parse((await settings('retrieve', name, '--json')).out)
  const value = (name: string) => page.locator(`#${name} .value`)
  const change = async (name: string, text: string) => {
    page.once('dialog', (dialog) => dialog.accept(text))
    await page.locator(`#${name} button`, { hasText: 'Change' }).click()
  }
  const message = textOf(() => page.locator('#message'))
  const open = async (prefix = '') => {
    await page.goto(`${server.url}${prefix}/WebResources/${NAME}/page.html`)
    await value('TrackCategorizedItems').waitFor()
  }

  test('is uploaded by the tool and opened after signing in', async () => {
    const imported = await server.cli('trackmark', 'webresources', 'import', solutionZip())
    expect(imported.out).toMatch(/^OrganizationSettingsEditor 1\.2\.3\.4\n4 new/)
    await page.goto(`${server.url}/WebResources/${NAME}/page.html`)
    expect(page.url()).toContain('/signin')
    const link = /http\S+\/signin#code=\S+/.exec(server.output())?.[0]
    await page.goto(link!)
    await page.waitForURL(`${server.url}/admin/`)
    await open()
    expect(await page.locator('#organization').textContent()).toBe('trackmark')
    expect(await page.locator('#version').textContent()).toBe('9.2.24091.190')
    expect(await page.locator('#about').textContent()).toBe('9.2.0.0')
    expect(await page.locator('#solution').textContent()).toBe('1.2.3.4')
  })

  test('[OS4] shows the settings, and changes one and no other', async () => {
    expect(await value('TrackCategorizedItems').textContent()).toBe('not set')
    await settings('update', 'TraceLogPersistenceTimeInDays', '9')
    await open()
    expect(await value('TraceLogPersistenceTimeInDays').textContent()).toBe('9')
    await change('TrackCategorizedItems', 'False')
    await message.toBe('Saved')
    await page.locator('#TrackCategorizedItems .value', { hasText: 'false' }).waitFor()
    expect(await stored('TrackCategorizedItems')).toMatchObject({ value: false, from: 'set' })
    expect(await stored('TraceLogPersistenceTimeInDays')).toMatchObject({ value: 9, from: 'set' })
  })

  test('[OS5] removes one by clearing all and writing the others back', async () => {
    await page.locator('#TrackCategorizedItems button', { hasText: 'Remove' }).click()
    await page.locator('#TrackCategorizedItems .value', { hasText: 'not set' }).waitFor()
    expect(await stored('TrackCategorizedItems')).toMatchObject({ value: true, from: 'default' })
    expect(await stored('TraceLogPersistenceTimeInDays')).toMatchObject({ value: 9, from: 'set' })
  })

  test('[OS8] is told why a value is refused, and nothing is changed', async () => {
    await change('DisableSmartMatching', 'maybe')
    await message.toMatch(/^Invalid Organization Setting passed in\./)
    expect(await stored('DisableSmartMatching')).toMatchObject({ from: 'default' })
  })

  test('works below the path of the organization too', async () => {
    await open('/trackmark')
    await change('DisableSmartMatching', 'true')
    await message.toBe('Saved')
    expect(await stored('DisableSmartMatching')).toMatchObject({ value: true, from: 'set' })
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT })
  })

  test('sees no cookie and reaches no other server', async () => {
    expect(await page.evaluate('document.cookie')).toBe('')
    const reached = `new Promise((done) => {
      addEventListener('securitypolicyviolation', (e) => done(e.effectiveDirective), { once: true })
      fetch('http://127.0.0.1:9/').then(() => done('reached'), () => {})
    })`
    expect(await page.evaluate(reached)).toBe('connect-src')
    expect(errors).toEqual([])
  })

  /** Waits until the text of an element is so, and fails with what it was. */
  function textOf(locator: () => ReturnType<Page['locator']>) {
    const poll = () => expect.poll(() => locator().textContent())
    return {
      toBe: (text: string) => poll().toBe(text),
      toMatch: (pattern: RegExp) => poll().toMatch(pattern),
    }
  }
})
