import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'

export { CHROMIUM, launchBrowser } from './chromium.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const findCovered = readFileSync(join(import.meta.dirname, 'covered.js'), 'utf8')

/** What a theme can break. */
const COLOUR_RULES = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const

const RULES = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
} as const

/**
 * All pages at all widths in both themes, each loaded anew (`npm run test:long`). Otherwise a page is
 * looked at in both themes when it is wide, and on a phone in whichever it has.
 */
const IS_LONG = process.env.TEST_LONG === '1'

export type Theme = 'light' | 'dark'
const other = (theme: Theme): Theme => (theme === 'light' ? 'dark' : 'light')

/** To change the theme draws everything anew, so that each look begins with the one of the last. */
const themes = new WeakMap<Page, Theme>()

async function setTheme(page: Page, theme: Theme): Promise<void> {
  themes.set(page, theme)
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await themed(page, theme)
}

/**
 * axe finds nothing on the page as it is, neither in light nor in dark, where only colours differ.
 * The page must follow `prefers-color-scheme`.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const first = themes.get(page) ?? 'light'
  await expectNoViolations(page, first, RULES)
  await expectNoViolations(page, other(first), COLOUR_RULES)
}

async function expectNoViolations(
  page: Page,
  theme: Theme,
  rules: { readonly type: 'tag' | 'rule'; readonly values: readonly string[] },
): Promise<void> {
  await setTheme(page, theme)
  // Not a script element: the page's own policy would refuse it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const violations = await page.evaluate(async (rules) => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(context: object, options: object): Promise<{ violations: Violation[] }> }
    }
    interface Violation {
      readonly id: string
      readonly help: string
      readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[]
    }
    // What frames show is somebody's mail, not ours. Tabster's dummies hand the focus on as soon as
    // they get it, which a look at the document alone can't tell.
    const result = await checker.run(
      { exclude: ['iframe', '[data-tabster-dummy]'] },
      { runOnly: rules, iframes: false, resultTypes: ['violations'] },
    )
    return result.violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes.map((node) => `  ${String(node.target)}: ${node.failureSummary ?? ''}`).join('\n')}`,
    )
  }, rules)
  expect(violations, `${theme}: ${page.url()}`).toEqual([])
}

const DESK = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 740 }

/**
 * A page as it is, wide and on a phone: accessible, nowhere to be scrolled sideways.
 * @param name of its pictures
 */
export async function expectGoodLook(page: Page, name: string, isWhole = false): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await screenshot(page, name, isWhole)
  await page.setViewportSize(PHONE)
  await expectNoSidewaysScroll(page)
  if (IS_LONG) await expectAccessible(page)
  else await expectNoViolations(page, themes.get(page) ?? 'light', RULES)
  await screenshot(page, `${name}-phone`, isWhole)
  await page.setViewportSize(DESK)
}

/** The widths at which what is pressed is measured. */
export const TARGET_WIDTHS = IS_LONG ? [360, 768, 1024, 1440] : [360, 1024]

/**
 * Another page of the admin center, as by a link of the one that is open: to load it all anew costs
 * 1.3 s of a core.
 */
export async function visit(page: Page, url: string, heading: string | RegExp): Promise<void> {
  const isOpen = page.url().startsWith(new URL('/admin/', url).href)
  if (IS_LONG || !isOpen) await page.goto(url)
  else {
    await page.evaluate((to) => {
      const here = globalThis as unknown as {
        history: { pushState(state: null, title: string, to: string): void }
        dispatchEvent(event: unknown): void
        PopStateEvent: new (name: string) => unknown
      }
      here.history.pushState(null, '', to)
      here.dispatchEvent(new here.PopStateEvent('popstate'))
    }, url)
  }
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

/**
 * Whatever somebody presses is at least 24 x 24 px large or has that much room (WCAG 2.2, 2.5.8), by
 * axe, and nothing lies on its middle once it has the focus (2.4.11).
 */
export async function expectTargets(page: Page, where: string): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const small = await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(context: object, options: object): Promise<{ violations: Violation[] }> }
    }
    interface Violation {
      readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
    }
    const { violations } = await checker.run(
      { exclude: ['iframe', '[data-tabster-dummy]'] },
      {
        runOnly: { type: 'rule', values: ['target-size'] },
        iframes: false,
        resultTypes: ['violations'],
      },
    )
    return violations.flatMap(({ nodes }) =>
      nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)}: ${failureSummary}`),
    )
  })
  const covered = await page.evaluate<string[]>(findCovered)
  expect.soft([...small, ...covered], where).toEqual([])
}

/** Frames, not seconds: where the machine is busy, the page draws fewer of them. */
const FRAMES_MAX = 600

/** Waits a while until something is true. Playwright's own waiting evaluates texts, which the policy refuses. */
async function holds(page: Page, expression: string): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    let frames = 0
    const look = () => {
      if ((${expression}) || frames++ > ${FRAMES_MAX}) done()
      else requestAnimationFrame(look)
    }
    look()
  })`)
}

/** Until a page shows a theme, and its colours have faded. Pages without script have it at once. */
async function themed(page: Page, theme: Theme): Promise<void> {
  await holds(page, `['', '${theme}'].includes(document.documentElement.style.colorScheme)`)
  await drawn(page)
}

/**
 * Until what was changed is drawn, and what moves or fades has come to rest. A colour that fades is
 * passed on to each element within, which then fades in its turn, so that single frames may be calm.
 */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    const moves = (one) =>
      one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity
    let calm = 0
    let frames = 0
    const look = () => {
      calm = document.getAnimations().some(moves) ? 0 : calm + 1
      if (calm > 3 || frames++ > ${FRAMES_MAX}) done()
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })`)
}

/** Nothing sticks out to the right, so that nobody scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  // A page that is drawn anew for another width may take a moment.
  const fits = 'document.documentElement.scrollWidth <= window.innerWidth'
  await holds(page, fits)
  const { inner, wide } = await page.evaluate<{ inner: number; wide: number }>(
    '({ inner: window.innerWidth, wide: document.documentElement.scrollWidth })',
  )
  expect(wide, page.url()).toBeLessThanOrEqual(inner)
}

/**
 * What went wrong in a page, written down as it happens. Requests refused on purpose are told with
 * `expected`, a pattern their line fits.
 */
export function watchErrors(page: Page, expected?: RegExp): string[] {
  const errors: string[] = []
  const note = (text: string) => {
    if (expected === undefined || !expected.test(text)) errors.push(text)
  }
  page.on('pageerror', (error) => note(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') note(`${message.text()} ${message.location().url}`)
  })
  return errors
}

/** Signs in with a token, as the sign-in page does, and opens the admin center. */
export async function openCenter(
  context: BrowserContext,
  url: string,
  token: string,
  path = '',
): Promise<Page> {
  const page = await context.newPage()
  await context.request.post(`${url}/signin`, { data: { token }, headers: { origin: url } })
  await page.goto(`${url}/admin/${path}`)
  return page
}

/**
 * Kept where SCREENSHOTS names a folder, to be looked at; elsewhere nothing happens.
 * @param isWhole also what is below the window's edge
 */
export async function screenshot(page: Page, name: string, isWhole = false): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  const size = page.viewportSize()
  // In a window as high as the page what sticks to the window's edges stands where it should.
  if (isWhole && size !== null) {
    const height = await page.evaluate<number>('document.documentElement.scrollHeight')
    await page.setViewportSize({ ...size, height })
  }
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme)
    await page.screenshot({ path: join(folder, `${name}-${theme}.png`) })
  }
  if (size !== null) await page.setViewportSize(size)
}
