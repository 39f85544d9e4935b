import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import {
  type ServedHttps,
  type ServedSandbox,
  seedOrganization,
  serveSandbox,
} from '@trackmark/exchange-sandbox'
import { listProfiles, relocateSandboxProfiles, setProfileActive } from '@trackmark/store'
import type { Config } from '../config/load.ts'
import { StartError } from '../config/start-error.ts'
import { urlOf } from '../listener/listen.ts'
import type { Runtime } from '../runtime/open.ts'
import { readOrCreate } from '../secrets/secret-keys.ts'
import {
  type Provisioning,
  provisionCustomers,
  provisionPeople,
  provisionProfile,
  type SandboxCustomer,
  type SandboxPerson,
  sandboxProfileId,
} from './provision.ts'

export interface RunningSandbox {
  readonly url: string
  readonly people: number
  /** Null when no port for HTTPS is configured. */
  readonly https: ServedHttps | null
  /** Repeats the provisioning after the database was replaced. */
  readonly provision: () => Promise<void>
  readonly close: () => Promise<void>
}

/** The secret that control requests send in `x-sandbox-control`; it is printed nowhere. */
const CONTROL_SECRET_FILE = 'sandbox-control-secret'

/** The application registration that the sandbox has from the start. */
const CLIENT = { clientId: 'sandbox', clientSecret: 'sandbox' } as const

/** Whether the sandbox shall run: as configured, or while there is no real mail server. */
export async function shouldRunSandbox(runtime: Runtime): Promise<boolean> {
  const { config, database, organization } = runtime
  if (config.sandbox !== 'auto') return config.sandbox === 'on'
  const profiles = await listProfiles(database, organization.organizationId)
  return !profiles.some((profile) => profile.connector === 'exchangeonline' && profile.isActive)
}

/**
 * Starts the sandbox with its saved state, and creates mailboxes for everybody in it.
 * @throws StartError when its port is in use or its state can't be read
 */
export async function startSandbox(runtime: Runtime): Promise<RunningSandbox> {
  const served = await serve(runtime.config)
  try {
    const people = await provision(runtime, served)
    const { url, https, close } = served
    const provisionAgain = async () => void (await provision(runtime, served))
    return { url, https, people, provision: provisionAgain, close }
  } catch (error) {
    await served.close().catch(() => {})
    throw error
  }
}

/** @returns the number of people in it */
async function provision(runtime: Runtime, served: ServedSandbox): Promise<number> {
  const organization = served.sandbox.core.world.organization()
  const to = provisioning(runtime)
  const people = peopleOf(served)
  const access = { url: served.url, tenantId: organization.tenantId, ...CLIENT }
  const profileId = await provisionProfile(to, access)
  await setProfileActive(to.database, to.organizationId, profileId, true, to.now)
  await provisionPeople(to, profileId, people)
  const owner = people.find((person) => person.kind === 'user')
  await provisionCustomers(to, customersOf(organization.customers, to.now), owner?.id)
  await relocateAll(runtime, served.url)
  return people.length
}

/** Updates the address in sandbox profiles that people added, in all organizations. */
async function relocateAll({ database, organizations }: Runtime, url: string | null) {
  for (const { organizationId } of await organizations.list()) {
    await relocateSandboxProfiles(database, organizationId, url)
  }
}

/** Without the sandbox its mailboxes aren't synchronized; they continue when it runs again. */
export async function pauseSandboxMailboxes(runtime: Runtime): Promise<void> {
  const to = provisioning(runtime)
  await relocateAll(runtime, null)
  const profileId = sandboxProfileId(to.organizationId)
  const profiles = await listProfiles(to.database, to.organizationId)
  const known = profiles.find((profile) => profile.profileId === profileId)
  if (known === undefined) return
  await provisionProfile(to, { url: null, tenantId: String(known.connection.tenantId), ...CLIENT })
  await setProfileActive(to.database, to.organizationId, profileId, false, to.now)
}

function provisioning({ database, organization, secrets }: Runtime): Provisioning {
  return {
    database,
    organizationId: organization.organizationId,
    secretKeys: secrets.secretKeys,
    now: Date.now(),
  }
}

async function serve(config: Config): Promise<ServedSandbox> {
  const controlSecret = await readOrCreate(join(config.dataDir, CONTROL_SECRET_FILE), () =>
    randomBytes(24).toString('base64url'),
  )
  const dataDir = join(config.dataDir, 'sandbox')
  const page = { adminCenter: `${urlOf(config.host, config.port)}/` }
  const { sandboxPort, sandboxHttpsPort } = config
  const ports = {
    port: sandboxPort,
    ...(sandboxHttpsPort !== null && { httpsPort: sandboxHttpsPort }),
  }
  return serveSandbox({ ...ports, dataDir, page, controlSecret }).catch((error: unknown) => {
    const { code, message, port } = error as NodeJS.ErrnoException & { port?: number }
    if (code === 'EADDRINUSE') {
      const [name, flag] =
        port === sandboxHttpsPort
          ? ['TRACKMARK_SANDBOX_HTTPS_PORT', '--sandbox-https-port']
          : ['TRACKMARK_SANDBOX_PORT', '--sandbox-port']
      throw new StartError(
        `Port ${port ?? sandboxPort}, meant for the sandbox, is in use by another program. Stop that one, choose another with ${name} or ${flag}, or set TRACKMARK_SANDBOX=off.`,
      )
    }
    throw new StartError(
      `The sandbox can't start: ${message}. Remove ${dataDir} to begin it anew, or set TRACKMARK_SANDBOX=off.`,
      { cause: error },
    )
  })
}

function peopleOf({ sandbox }: ServedSandbox): readonly SandboxPerson[] {
  const organization = sandbox.core.world.organization()
  return [...organization.mailboxes.values()].flatMap((mailbox) => {
    const user = organization.users.get(mailbox.userId)
    if (user === undefined) return []
    const kind = mailbox.settings.userPurpose === 'shared' ? 'queue' : 'user'
    const { id, displayName: name, mail: email, givenName, surname } = user
    return [{ id, kind, name, email, givenName, surname }]
  })
}

/** Finds out which kind of record each correspondent is, which the sandbox's seed says. */
function customersOf(
  known: readonly { readonly name: string; readonly address: string }[],
  now: number,
): readonly SandboxCustomer[] {
  const seeded = new Map(seedOrganization(now).customers.map((one) => [one.email, one]))
  return known.map(
    ({ name, address }) =>
      seeded.get(address) ?? { kind: 'contact', name, email: address, company: null },
  )
}
