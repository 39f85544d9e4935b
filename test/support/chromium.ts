import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Null = the machine has no Chromium; tests that want it skip, and the reason has been printed. */
export const CHROMIUM: string | null = findChromium()

function findChromium(): string | null {
  const own = chromium.executablePath()
  const found = [
    process.env.CHROMIUM_PATH ?? '',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    own,
  ].find((path) => path !== '' && existsSync(path))
  if (found === undefined) {
    console.warn('Skipped: no Chromium here. Install it, or name one with CHROMIUM_PATH.')
  }
  return found ?? null
}

/**
 * What waits in a page ends when it is there, or when the page or the server has died. This only
 * ends a run in which something never comes.
 */
const WAIT_MAX_MS = 300_000

/** Where `serveBrowser` serves the browser of a test run. */
const SERVED_AT = 'TEST_BROWSER_AT'

/**
 * The browser of the test run, where there is one, otherwise a new one. Its pages are waited for as
 * long as a busy machine takes. Closing it closes only what was opened here.
 */
export async function launchBrowser(): Promise<Browser> {
  const served = process.env[SERVED_AT]
  const browser = await (served === undefined
    ? chromium.launch(options())
    : chromium.connect(served, { timeout: WAIT_MAX_MS }))
  const newContext = browser.newContext.bind(browser)
  browser.newContext = async (wanted) => {
    const context = await newContext({ reducedMotion: 'reduce', ...wanted })
    context.setDefaultTimeout(WAIT_MAX_MS)
    return context
  }
  return browser
}

/**
 * One browser for all test files: starting one takes 5 s of a core.
 * @returns what ends it
 */
export async function serveBrowser(): Promise<() => Promise<void>> {
  if (CHROMIUM === null) return async () => {}
  const server = await chromium.launchServer(options())
  process.env[SERVED_AT] = server.wsEndpoint()
  return () => server.close()
}

const options = () => ({
  timeout: WAIT_MAX_MS,
  executablePath: CHROMIUM ?? '',
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
})
