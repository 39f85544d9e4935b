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

/** Its pages are waited for as long as a busy machine takes. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await launch()
  const newContext = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await newContext(options)
    context.setDefaultTimeout(WAIT_MAX_MS)
    return context
  }
  return browser
}

const launch = (): Promise<Browser> =>
  chromium.launch({
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
