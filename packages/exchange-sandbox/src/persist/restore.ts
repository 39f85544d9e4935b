import type { Core } from '../core.ts'
import { emptyOrganization, registerUser } from '../model/organization.ts'
import type { Mailbox, Organization, User } from '../model/types.ts'
import type { Subscription } from '../subscription.ts'
import { switchesSchema } from '../switches.ts'
import { throttlingSchema } from '../throttle.ts'
import type { Journal } from './journal.ts'
import type { Kept } from './port.ts'
import { restoreMailbox } from './records.ts'

interface Kind {
  readonly version: 1
  /** The process ended in order: nothing was lost. */
  readonly clean: boolean
  readonly tenantId: string
  readonly signingKey: string
  readonly users: readonly User[]
  readonly customers: Organization['customers']
  readonly apps: readonly { readonly clientId: string; readonly permissions: readonly string[] }[]
  readonly subscriptions: readonly (Omit<Subscription, 'inside'> & {
    readonly inside: readonly string[]
  })[]
  readonly switches: unknown
  readonly throttling: unknown
  readonly clockOffsetMs: number
}

/** What may have been told to somebody and never saved is at most this many versions. */
const LOST_VERSIONS = 1_000_000

export function organizationRecord(core: Core, clean: boolean): string {
  const organization = core.world.organization()
  const kept: Kind = {
    version: 1,
    clean,
    tenantId: organization.tenantId,
    signingKey: core.signingKey,
    users: [...organization.users.values()],
    customers: organization.customers,
    apps: [...core.apps.values()].map(({ clientId, permissions }) => ({ clientId, permissions })),
    subscriptions: [...core.subscriptions.values()].map((one) => ({
      ...one,
      inside: [...one.inside],
    })),
    switches: core.switches,
    throttling: core.throttling,
    clockOffsetMs: core.clockOffsetMs,
  }
  return JSON.stringify(kept)
}

/** @throws Error saying what of the kept state can't be read */
export async function restore(core: Core, kept: Kept, journal: Journal): Promise<Organization> {
  const record = parse(kept.organization)
  const organization = emptyOrganization(record.tenantId, record.customers)
  for (const user of record.users) registerUser(organization, user)
  for (const { id, lines } of kept.mailboxes) {
    if (!organization.users.has(id)) continue
    const { mailbox, lines: count, torn } = await restoreMailbox(id, lines)
    organization.mailboxes.set(id, mailbox)
    // A journal cut short is written anew before anything is put behind the cut.
    journal.begin(id, torn ? Number.MAX_SAFE_INTEGER : count)
    if (!record.clean) expireLost(mailbox, journal)
  }
  core.signingKey = core.signingKey || record.signingKey
  core.switches = switchesSchema.parse(record.switches)
  core.throttling = throttlingSchema.parse(record.throttling)
  core.clockOffsetMs = record.clockOffsetMs
  for (const { clientId, permissions } of record.apps) {
    const app = core.apps.get(clientId)
    if (app) app.permissions = permissions
  }
  for (const one of record.subscriptions) {
    core.subscriptions.set(one.id, { ...one, inside: new Set(one.inside) })
  }
  journal.organizationSaved()
  return organization
}

function expireLost(mailbox: Mailbox, journal: Journal): void {
  const from = mailbox.seq
  mailbox.seq = from + LOST_VERSIONS
  mailbox.lost = [...mailbox.lost, { from, to: mailbox.seq }]
  mailbox.dirty.add('meta/mailbox')
  journal.saved(mailbox)
}

function parse(text: string): Kind {
  const record = JSON.parse(text) as Kind
  if (record.version === 1) return record
  throw new Error(`The kept state of the sandbox has the unknown version ${record.version}.`)
}
