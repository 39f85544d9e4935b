import type { ServerProfile } from '@trackmark/admin-api'
import { duplicate, noSuchRow, type VersionTest, versionDiffers } from '@trackmark/http'
import {
  addProfile,
  assignMailboxes,
  changeProfile,
  deleteProfile,
  deleteSecret,
  findProfile,
  findProfileDetails,
  isProfileNameTaken,
  mailboxesByAddress,
  type ProfileDetails,
  putSecret,
  type Queryable,
  updateOrganization,
} from '@trackmark/store'
import { nestedDatabase } from '@trackmark/webapi'
import { type Connection, connectionSchema, secretName } from '../../runtime/connections.ts'
import { sandboxProfileId } from '../../sandbox/provision.ts'
import { auditBy, audited } from '../shared/audited.ts'
import type { AdminDeps } from '../shared/deps.ts'
import { withoutUndefined } from '../shared/without-undefined.ts'
import { profileChanges } from './audit.ts'
import { requireKnownAddresses, requireSecretAgain } from './exchange-addresses.ts'
import { profileJson } from './json.ts'
import type { NewProfileInput, ProfileChangeInput } from './schemas.ts'

/** @throws ApiError 404 */
export async function findServerProfile(
  deps: AdminDeps,
  idOrName: string,
): Promise<ProfileDetails> {
  const { organizationId } = deps
  const found = await findProfileDetails(deps.database, organizationId, idOrName)
  if (found === null) throw noSuchRow('emailserverprofile', idOrName.slice(0, 100))
  return found
}

/** @returns the profile, and how many of the addresses asked for have no mailbox yet */
export async function addServerProfile(
  deps: AdminDeps,
  input: NewProfileInput,
): Promise<{ profile: ServerProfile; unknownAddresses: readonly string[] }> {
  const { database, organizationId, clock } = deps
  const profileId = deps.newId()
  if (input.connector === 'exchangeonline') requireKnownAddresses(input, deps.exchangeAddresses)
  const connection = await newConnection(deps, input)
  const unknownAddresses = await database.transaction(async (tx) => {
    await requireFreeName(tx, organizationId, input.name, profileId)
    await saveSecret(deps, tx, profileId, input)
    const { name, connector } = input
    const profile = { profileId, name, connector, connection, ownerId: deps.caller.userId }
    await addProfile(nestedDatabase(database, tx), organizationId, profile, clock())
    await write(deps, tx, profileId, input, {})
    await recordChanges(deps, tx, 'create', null, profileId, input)
    return assign(deps, tx, profileId, input.mailboxes)
  })
  deps.changed({ profileId })
  return {
    profile: profileJson(await findServerProfile(deps, profileId), clock()),
    unknownAddresses,
  }
}

export async function changeServerProfile(
  deps: AdminDeps,
  profile: ProfileDetails,
  input: ProfileChangeInput,
  ifVersion: VersionTest,
): Promise<ServerProfile> {
  const { profileId, connection } = profile
  const { organizationId } = deps
  await deps.database.transaction(async (tx) => {
    if (input.name !== undefined) await requireFreeName(tx, organizationId, input.name, profileId)
    await saveSecret(deps, tx, profileId, input)
    await write(deps, tx, profileId, input, {
      ifVersion,
      ...(touchesConnection(input)
        ? { connection: changedConnection(deps, connectionSchema.parse(connection), input) }
        : {}),
      ...(input.isActive === undefined ? {} : { isActive: input.isActive }),
    })
    await recordChanges(deps, tx, 'update', profile, profileId, input)
  })
  deps.changed({ profileId })
  return profileJson(await findServerProfile(deps, profileId), deps.clock())
}

export async function removeServerProfile(deps: AdminDeps, profile: ProfileDetails): Promise<void> {
  const { organizationId } = deps
  const { profileId, name } = profile
  await deps.database.transaction(async (tx) => {
    const result = await deleteProfile(tx, organizationId, profileId)
    if (result === 'notFound') throw noSuchRow('emailserverprofile', profileId)
    if (result === 'inUse') {
      throw duplicate(
        `"${name}" serves ${profile.mailboxes === 1 ? '1 mailbox' : `${profile.mailboxes} mailboxes`}. Choose another server profile there first, or deactivate this one.`,
      )
    }
    await deleteSecret(tx, { organizationId, name: secretName(profileId) })
    const entry = { operation: 'delete', table: 'emailserverprofile', changes: [] } as const
    await audited(deps, tx, { ...entry, objectId: profileId, objectName: name })
  })
  deps.changed({ profileId })
}

/** Records the changes of a profile in the audit. */
async function recordChanges(
  deps: AdminDeps,
  tx: Queryable,
  operation: 'create' | 'update',
  before: ProfileDetails | null,
  profileId: string,
  input: Credentials,
): Promise<void> {
  const after = await findProfileDetails(tx, deps.organizationId, profileId)
  if (after === null) return
  const isSecretNew = input.secret !== undefined || input.privateKey !== undefined
  await audited(deps, tx, {
    operation,
    table: 'emailserverprofile',
    objectId: profileId,
    objectName: after.name,
    changes: profileChanges(before, after, isSecretNew),
  })
}

/** Writes the columns, and whether the profile is the default for new mailboxes. */
async function write(
  deps: AdminDeps,
  tx: Queryable,
  profileId: string,
  input: Omit<ProfileChangeInput, 'isActive'>,
  more: { connection?: Connection; isActive?: boolean; ifVersion?: VersionTest },
): Promise<void> {
  const { organizationId } = deps
  const after = input.processEmailsReceivedAfter
  const columns = {
    name: input.name,
    description: input.description,
    processemailsreceivedafter:
      after === undefined ? undefined : after === null ? null : Date.parse(after),
    minpollingintervalinminutes: input.minPollingMinutes,
    maxconcurrentconnections: input.maxConcurrentConnections,
    moveundeliveredemails: input.moveUndeliveredEmails,
    sendemailalert: input.sendEmailAlert,
  }
  const change = { columns: withoutUndefined(columns), modifiedBy: deps.caller.userId, ...more }
  const result = await changeProfile(tx, organizationId, profileId, change, deps.clock())
  if (result === 'notFound') throw noSuchRow('emailserverprofile', profileId)
  if (result === 'changedMeanwhile') throw versionDiffers()
  if (input.isDefault !== undefined) await setDefault(deps, tx, profileId, input.isDefault)
}

async function setDefault(
  deps: AdminDeps,
  tx: Queryable,
  profileId: string,
  isDefault: boolean,
): Promise<void> {
  const { database, organizationId, caller, clock } = deps
  const before = await findProfileDetails(tx, organizationId, profileId)
  if (before === null || before.isDefault === isDefault) return
  const columns = { defaultemailserverprofileid: isDefault ? profileId : null }
  const input = { columns, modifiedBy: caller.userId, by: auditBy(deps) }
  await updateOrganization(nestedDatabase(database, tx), organizationId, input, clock())
}

async function requireFreeName(
  tx: Queryable,
  organizationId: string,
  name: string,
  profileId: string,
): Promise<void> {
  if (await isProfileNameTaken(tx, organizationId, name, profileId)) {
    throw duplicate(`There is a server profile "${name}" already.`)
  }
}

interface Credentials {
  readonly secret?: string | undefined
  readonly privateKey?: string | undefined
}

async function saveSecret(
  deps: AdminDeps,
  tx: Queryable,
  profileId: string,
  input: Credentials,
): Promise<void> {
  const secret = input.secret ?? input.privateKey
  if (secret === undefined) return
  const address = { organizationId: deps.organizationId, name: secretName(profileId) }
  await putSecret(tx, deps.secretKeys, address, secret)
}

async function newConnection(deps: AdminDeps, input: NewProfileInput): Promise<Connection> {
  const secretSetOn = new Date(deps.clock()).toISOString()
  if (input.connector === 'sandbox') {
    const { sandboxUrl } = deps.about()
    const { defaultOrganizationId: home } = deps
    const known = await findProfile(deps.database, home, sandboxProfileId(home))
    if (sandboxUrl === null || known === null) {
      throw duplicate(
        'The sandbox is not running. Start the server with TRACKMARK_SANDBOX=on first.',
      )
    }
    return {
      tenantId: String(known.connection.tenantId),
      clientId: input.clientId,
      credential: 'secret',
      graphUrl: `${sandboxUrl}/v1.0`,
      authorityUrl: sandboxUrl,
      secretSetOn,
    }
  }
  const { tenantId, clientId, certificate, graphUrl, authorityUrl } = input
  return {
    tenantId,
    clientId,
    credential: input.secret === undefined ? 'certificate' : 'secret',
    ...withoutUndefined({ certificate, graphUrl, authorityUrl }),
    secretSetOn,
  }
}

const CONNECTION = [
  'tenantId',
  'clientId',
  'secret',
  'certificate',
  'privateKey',
  'graphUrl',
  'authorityUrl',
] as const

const touchesConnection = (input: ProfileChangeInput): boolean =>
  CONNECTION.some((name) => input[name] !== undefined)

function changedConnection(
  deps: AdminDeps,
  before: Connection,
  input: ProfileChangeInput,
): Connection {
  requireKnownAddresses(input, deps.exchangeAddresses)
  const { certificate, ...rest } = before
  const { tenantId, clientId, graphUrl, authorityUrl } = input
  const changed = {
    ...rest,
    ...withoutUndefined({ tenantId, clientId, graphUrl, authorityUrl }),
  }
  requireSecretAgain(before, changed, (input.secret ?? input.privateKey) !== undefined)
  const secretSetOn = new Date(deps.clock()).toISOString()
  if (input.secret !== undefined) return { ...changed, credential: 'secret', secretSetOn }
  if (input.privateKey !== undefined) {
    return { ...changed, credential: 'certificate', certificate: input.certificate, secretSetOn }
  }
  return { ...changed, ...(certificate === undefined ? {} : { certificate }) }
}

/** @returns addresses that have no mailbox */
async function assign(
  deps: AdminDeps,
  tx: Queryable,
  profileId: string,
  input: NewProfileInput['mailboxes'],
): Promise<readonly string[]> {
  const { organizationId } = deps
  if (input === 'all') {
    await assignMailboxes(tx, organizationId, profileId, 'all', deps.clock())
    return []
  }
  const addresses = [...new Set(input.map((address) => address.toLowerCase()))]
  const found = await mailboxesByAddress(tx, organizationId, addresses)
  const ids = found.map(({ mailboxId }) => mailboxId)
  await assignMailboxes(tx, organizationId, profileId, ids, deps.clock())
  const known = new Set(found.map((row) => row.address))
  return addresses.filter((address) => !known.has(address))
}
