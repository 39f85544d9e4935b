import type { ItemRef } from '@trackmark/core'
import type { MailboxAccess, MailboxPort, Outcome } from '@trackmark/engine'
import { type AccessReport, checkAccess, mailboxAccess } from './access.ts'
import { createCategory, deleteCategory, listCategories } from './categories.ts'
import { changes } from './changes.ts'
import { listFolders } from './folders.ts'
import { gates } from './gate.ts'
import { glance, type ItemGlance } from './glance.ts'
import { readLight, setCategories } from './items.ts'
import { defaultLimits, type GraphOptions } from './options.ts'
import { readSeries } from './series.ts'
import { changesInSlices } from './slices.ts'
import { readWhole } from './whole.ts'
import { openWire, type Wire } from './wire.ts'

/**
 * Mailboxes of Exchange Online, or of anything that speaks Microsoft Graph v1.0. All ports of one
 * mailbox share its permits and its Retry-After, so one `graphMailboxes` per application suffices.
 */
export interface GraphMailboxes {
  /**
   * Nothing is sent before the first method is called.
   * @param wish.isAsked a person asked for it: it doesn't wait, although the server asked for a pause (CY21)
   */
  open(emailAddressOrUserId: string, wish?: { readonly isAsked: boolean }): MailboxPort
  checkAccess(emailAddressOrUserId: string): Promise<AccessReport>
  access(emailAddressOrUserId: string): MailboxAccess
  /** For people who look at items; the engine doesn't ask for it. */
  glance(
    emailAddressOrUserId: string,
    refs: readonly ItemRef[],
  ): Promise<readonly Outcome<ItemGlance | null>[]>
}

export function graphMailboxes(given: GraphOptions): GraphMailboxes {
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
    open: (mailbox, wish) => port(wireOf(mailbox, wish?.isAsked ?? false)),
    checkAccess: (mailbox) => checkAccess(wireOf(mailbox, true)),
    access: (mailbox) => mailboxAccess(wireOf(mailbox, true)),
    glance: (mailbox, refs) => glance(openWire(context, mailbox), refs),
  }
}

function port(wire: Wire): MailboxPort {
  // Only picks between two spellings of one path; forgetting it changes nothing.
  let primaryCalendar: string | null = null
  return {
    listCategories: () => listCategories(wire),
    createCategory: (wish) => createCategory(wire, wish),
    deleteCategory: (id) => deleteCategory(wire, id),
    async listFolders(memory, scope, failedBefore) {
      const { primaryCalendar: found, ...listing } = await listFolders(
        wire,
        memory,
        scope,
        failedBefore,
      )
      primaryCalendar = found
      return listing
    },
    changes: (requests) =>
      changesInSlices(requests, (parts) => changes(wire, parts, primaryCalendar)),
    readLight: (refs) => readLight(wire, refs),
    readWhole: (refs, wish) => readWhole(wire, refs, wish),
    readSeries: (master, window) => readSeries(wire, master, window),
    setCategories: (ref, categories, ifMatch) => setCategories(wire, ref, categories, ifMatch),
  }
}
