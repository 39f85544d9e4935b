import { SyncError } from '@trackmark/core'
import { malformed } from './errors.ts'
import { relativeLink } from './route.ts'
import { pageSchema, type WirePage } from './schemas.ts'
import type { Ask, Wire } from './wire.ts'

/**
 * Far more pages than any list has, so that a server which pages for ever doesn't block a worker
 * for ever.
 */
const PAGES_MAX = 2_000

export function parsePage(body: unknown, ask: Ask, wire: Wire): WirePage {
  const parsed = pageSchema.safeParse(body)
  if (parsed.success) return parsed.data
  throw malformed('mailbox', ask.subject, wire.mailbox, parsed.error)
}

/** The same request for the page behind a link. Links are used unchanged. */
export function following(ask: Ask, link: string, wire: Wire): Ask {
  const path = relativeLink(wire.baseUrl, link)
  if (path === null) throw foreignLink(ask, wire)
  return { ...ask, to: { ...ask.to, path }, resumes: true }
}

function foreignLink(ask: Ask, wire: Wire): SyncError {
  return new SyncError(
    'mailbox',
    'outage',
    `Exchange's answer for ${ask.subject} of ${wire.mailbox} goes on at another address; it isn't followed.`,
  )
}

/** Reads all entries from the first page on, and the delta link at the end if there is one. */
export async function collect(
  wire: Wire,
  ask: Ask,
  firstBody: unknown,
): Promise<{ readonly entries: readonly unknown[]; readonly deltaLink: string | null }> {
  let page = parsePage(firstBody, ask, wire)
  const entries = [...page.value]
  for (let count = 1; page['@odata.nextLink'] !== undefined; count++) {
    if (count >= PAGES_MAX) throw malformed('mailbox', ask.subject, wire.mailbox, null)
    const next = following(ask, page['@odata.nextLink'], wire)
    page = parsePage((await wire.ask(next)).body, next, wire)
    for (const entry of page.value) entries.push(entry)
  }
  return { entries, deltaLink: page['@odata.deltaLink'] ?? null }
}
