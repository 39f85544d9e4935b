import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type ServedSandbox, seedOrganization, serveSandbox } from '@trackmark/exchange-sandbox'
import {
  type Provisioning,
  provisionCustomers,
  provisionPeople,
  provisionProfile,
  type SandboxPerson,
} from './provision.ts'

/** What the sandbox's own registration is called; nothing of value lies behind it. */
const CLIENT = 'sandbox'

export interface StartedSandbox {
  readonly url: string
  readonly mailboxes: number
  close(): Promise<void>
}

/**
 * Starts the sandbox with its organization, and makes everybody in it known to the CRM: a profile,
 * users and queues with their mailboxes, and the customers who write to them. Done again after a
 * restart, it adds who is new.
 */
export async function startSandbox(
  to: Provisioning,
  options: { port: number; dataDir: string },
): Promise<StartedSandbox> {
  const served = await serveSandbox({
    port: options.port,
    dataDir: join(options.dataDir, 'sandbox'),
    clock: Date.now,
    random: Math.random,
    newId: randomUUID,
  })
  try {
    const people = peopleOf(served, to.now)
    const profileId = await provisionProfile(to, {
      url: served.url,
      tenantId: served.sandbox.core.world.organization().tenantId,
      clientId: CLIENT,
      clientSecret: CLIENT,
    })
    await provisionPeople(to, profileId, people)
    const owner = people.find((person) => person.kind === 'user')?.id
    await provisionCustomers(to, seedOrganization(to.now).customers, owner)
    return { url: served.url, mailboxes: people.length, close: served.close }
  } catch (error) {
    await served.close()
    throw error
  }
}

/** Everybody with a mailbox; which of them are queues only the seed knows. */
function peopleOf(served: ServedSandbox, now: number): SandboxPerson[] {
  const queues = new Set(
    seedOrganization(now)
      .mailboxes.filter(({ user }) => user.kind === 'queue')
      .map(({ user }) => user.email.toLowerCase()),
  )
  return [...served.sandbox.core.world.organization().users.values()]
    .filter((user) => user.hasMailbox)
    .map((user) => ({
      id: user.id,
      kind: queues.has(user.mail.toLowerCase()) ? 'queue' : 'user',
      name: user.displayName,
      email: user.mail,
      givenName: user.givenName,
      surname: user.surname,
    }))
}
