import { tableByLogicalName } from '@trackmark/dataverse'
import { badRequest, duplicate, stableId } from '@trackmark/http'
import {
  addMailboxes,
  addRows,
  firstUser,
  listProfiles,
  type MailboxMethods,
  type Profile,
  readMailboxDefaults,
} from '@trackmark/store'
import { z } from 'zod'
import { audited } from '../shared/audited.ts'
import type { AdminDeps } from '../shared/deps.ts'
import { findByText } from '../shared/find.ts'

export const newMailbox = z.strictObject({
  emailAddress: z.email('must be an email address').max(100),
  /** Default: the address. */
  name: z.string().trim().min(1).max(160).optional(),
  kind: z.enum(['user', 'queue']).default('user'),
  /** Name or id; optional when there is a default, or just one active profile. */
  profile: z.string().min(1).optional(),
})

export async function addMailbox(
  deps: AdminDeps,
  input: z.infer<typeof newMailbox>,
): Promise<string> {
  const { database, organizationId } = deps
  const address = input.emailAddress.toLowerCase()
  if ((await findByText(deps, tableByLogicalName('mailbox')!, 'emailaddress', address)) !== null) {
    throw duplicate(`There is a mailbox of ${address} already.`)
  }
  const defaults = await readMailboxDefaults(deps.database, organizationId)
  const { profileId } = await chooseProfile(deps, input.profile ?? defaults.profileId ?? undefined)
  const methods = defaults.methods as MailboxMethods
  const name = input.name ?? address
  const regardingId = await userOrQueue(deps, input.kind, address, name)
  const mailboxId = stableId(organizationId, 'mailbox', regardingId, address)
  await addMailboxes(
    database,
    organizationId,
    [
      {
        mailboxId,
        name,
        emailAddress: address,
        regardingId,
        regardingType: input.kind === 'user' ? 'systemuser' : 'queue',
        ownerId: input.kind === 'user' ? regardingId : await anyUser(deps, regardingId),
        profileId,
        // A queue has neither calendar nor tasks.
        methods: input.kind === 'user' ? methods : { ...methods, act: 2 },
      },
    ],
    deps.clock(),
  )
  await audited(deps, database, {
    operation: 'create',
    table: 'mailbox',
    objectId: mailboxId,
    objectName: name,
    changes: [{ name: 'emailaddress', before: null, after: address }],
  })
  return mailboxId
}

/** The active profile with a name or id, or the only active one. @throws ApiError 400 */
export async function chooseProfile(
  deps: AdminDeps,
  nameOrId: string | undefined,
): Promise<Profile> {
  const profiles = await listProfiles(deps.database, deps.organizationId)
  const active = profiles.filter((profile) => profile.isActive)
  const names = active.map((profile) => `"${profile.name}"`).join(', ')
  if (nameOrId === undefined) {
    if (active.length === 1) return active[0]!
    throw badRequest(
      active.length === 0
        ? 'There is no server profile yet; add one first.'
        : `Say which server profile serves the mailbox: ${names}.`,
    )
  }
  const found = active.find(
    (profile) =>
      profile.profileId === nameOrId || profile.name.toLowerCase() === nameOrId.toLowerCase(),
  )
  if (found !== undefined) return found
  throw badRequest(
    `There is no active server profile "${nameOrId.slice(0, 100)}"; there are: ${names || 'none'}.`,
  )
}

/** The user or queue of an address. If there is none it is created, with the same id when it is done twice. */
async function userOrQueue(
  deps: AdminDeps,
  kind: 'user' | 'queue',
  address: string,
  name: string,
): Promise<string> {
  const { organizationId } = deps
  const table = kind === 'user' ? 'systemuser' : 'queue'
  const column = kind === 'user' ? 'internalemailaddress' : 'emailaddress'
  const found = await findByText(deps, tableByLogicalName(table)!, column, address)
  if (found !== null) return found.id
  const id = stableId(organizationId, table, address)
  const row =
    kind === 'user'
      ? { systemuserid: id, fullname: name, domainname: address, internalemailaddress: address }
      : { queueid: id, name, emailaddress: address }
  await addRows(
    deps.database,
    organizationId,
    table,
    [{ ...row, emailrouteraccessapproval: 1 }],
    deps.clock(),
  )
  return id
}

/** The mailbox of a queue needs a user as its owner. */
async function anyUser(deps: AdminDeps, queueId: string): Promise<string> {
  const first = await firstUser(deps.database, deps.organizationId)
  if (first !== null) return first
  throw badRequest(
    `The mailbox of the queue ${queueId} needs a user as its owner: add the mailbox of a user first.`,
  )
}
