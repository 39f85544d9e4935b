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

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
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
