import type { Core } from '../core.ts'

/** Figures for people and tests; no content. */
export function stateSummary(core: Core) {
  const organization = core.world.organization()
  const mailboxes = [...organization.mailboxes.values()].map((mailbox) => {
    const user = organization.users.get(mailbox.userId)
    return {
      id: mailbox.userId,
      mail: user?.mail ?? null,
      displayName: user?.displayName ?? null,
      mailboxState: user?.mailboxState ?? null,
      categories: [...mailbox.categories.values()].map(({ displayName }) => displayName),
      folders: mailbox.folders.size,
      messages: mailbox.messages.size,
      events: mailbox.events.size,
      tasks: mailbox.tasks.size,
      version: mailbox.seq,
    }
  })
  return {
    tenantId: organization.tenantId,
    now: new Date(core.world.now()).toISOString(),
    customers: organization.customers,
    mailboxes,
    subscriptions: core.subscriptions.size,
    notifications: core.notifier.figures,
    faults: core.faults.length,
    requests: core.meter.requests,
    refused: core.meter.refused,
    /** Most requests at a time that any application had on any mailbox. */
    inFlightPeak: Math.max(0, ...core.meter.peak.values()),
  }
}
