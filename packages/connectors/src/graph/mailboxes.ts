import type { Connector, ConnectorTraits, Mailbox } from '@trackmark/engine'
import { mailboxAccess } from './access.ts'
import { createCategory, deleteCategory, listCategories } from './categories.ts'
import { changes } from './changes.ts'
import { listFolders } from './folders.ts'
import { gates } from './gate.ts'
import { readSummaries } from './item-summaries.ts'
import { readLight, setCategories } from './items.ts'
import { defaultLimits, type GraphOptions } from './options.ts'
import { readWhole } from './read-whole.ts'
import { readSeries } from './series.ts'
import { changesInSlices } from './slices.ts'
import { openWire, type Wire } from './wire.ts'

const TRAITS: ConnectorTraits = { keysSurviveMoves: true }

/**
 * Connector to mailboxes of Exchange Online, or of any server with Microsoft Graph v1.0.
 * Everything opened for one mailbox shares its permits and its Retry-After, so one connector per
 * application is enough.
 */
export function graphConnector(given: GraphOptions): Connector {
  const options = { ...given, baseUrl: given.baseUrl.replace(/\/+$/, '') }
  if (!URL.canParse(options.baseUrl)) {
    throw new Error(`The Graph address is not a URL: ${options.baseUrl}`)
  }
  const limits = { ...defaultLimits, ...options.limits }
  const context = { options, limits, gates: gates(limits.concurrencyPerMailbox, options.clock) }
  const wireOf = (mailbox: string, isAsked: boolean) => {
    if (isAsked) context.gates.of(mailbox).closedUntil = 0
    return openWire(context, mailbox)
  }
  return {
    open: (mailbox, { isAsked } = { isAsked: false }) => graphMailbox(wireOf(mailbox, isAsked)),
    access: (mailbox) => mailboxAccess(wireOf(mailbox, true)),
  }
}

function graphMailbox(wire: Wire): Mailbox {
  // Only chooses between two spellings of one path, so it may be forgotten at any time.
  let primaryCalendar: string | null = null
  return {
    traits: TRAITS,
    categories: {
      list: () => listCategories(wire),
      create: (category) => createCategory(wire, category),
      delete: (id) => deleteCategory(wire, id),
    },
    folders: {
      async list(memory, scope, failedBefore) {
        const found = await listFolders(wire, memory, scope, failedBefore)
        const { primaryCalendar: calendar, ...listing } = found
        primaryCalendar = calendar
        return listing
      },
    },
    feed: {
      read: (requests) =>
        changesInSlices(requests, (parts) => changes(wire, parts, primaryCalendar)),
    },
    items: {
      light: (refs) => readLight(wire, refs),
      whole: (refs, options) => readWhole(wire, refs, options),
      series: (master, window) => readSeries(wire, master, window),
      summaries: (refs) => readSummaries(wire, refs),
    },
    writer: {
      setCategories: (ref, categories, ifMatch) => setCategories(wire, ref, categories, ifMatch),
      edits: null,
    },
  }
}
