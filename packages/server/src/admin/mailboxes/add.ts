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
  /** Name or id; may be left out where a default is chosen or there is one active profile. */
  profile: z.string().min(1).optional(),
})

export async function addMailbox(
  deps: AdminDeps,
  wish: z.infer<typeof newMailbox>,
): Promise<string> {
  const { database, organization } = deps
  const { organizationId } = organization
  const address = wish.emailAddress.toLowerCase()
  if ((await findByText(deps, tableByLogicalName('mailbox')!, 'emailaddress', address)) !== null) {
    throw duplicate(`There is a mailbox of ${address} already.`)
  }
  const defaults = await readMailboxDefaults(deps.database, organizationId)
  const { profileId } = await chooseProfile(deps, wish.profile ?? defaults.profileId ?? undefined)
  const methods = defaults.methods as MailboxMethods
  const name = wish.name ?? address
  const regardingId = await userOrQueue(deps, wish.kind, address, name)
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
        regardingType: wish.kind === 'user' ? 'systemuser' : 'queue',
        ownerId: wish.kind === 'user' ? regardingId : await anyUser(deps, regardingId),
        profileId,
        // A queue has neither calendar nor tasks.
        methods: wish.kind === 'user' ? methods : { ...methods, act: 2 },
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

/** The active profile of a name or id; may be left out where there is one. @throws ApiError 400 */
export async function chooseProfile(deps: AdminDeps, wish: string | undefined): Promise<Profile> {
  const profiles = await listProfiles(deps.database, deps.organization.organizationId)
  const active = profiles.filter((profile) => profile.isActive)
  const names = active.map((profile) => `"${profile.name}"`).join(', ')
  if (wish === undefined) {
    if (active.length === 1) return active[0]!
    throw badRequest(
      active.length === 0
        ? 'There is no server profile yet; add one first.'
        : `Say which server profile serves the mailbox: ${names}.`,
    )
  }
  const found = active.find(
    (profile) => profile.profileId === wish || profile.name.toLowerCase() === wish.toLowerCase(),
  )
  if (found !== undefined) return found
  throw badRequest(
    `There is no active server profile "${wish.slice(0, 100)}"; there are: ${names || 'none'}.`,
  )
}

/** The user or queue of an address; made where there is none, under the same id if done twice. */
async function userOrQueue(
  deps: AdminDeps,
  kind: 'user' | 'queue',
  address: string,
  name: string,
): Promise<string> {
  const { organizationId } = deps.organization
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

/** Somebody must answer for a queue's mailbox. */
async function anyUser(deps: AdminDeps, queueId: string): Promise<string> {
  const first = await firstUser(deps.database, deps.organization.organizationId)
  if (first !== null) return first
  throw badRequest(
    `The queue ${queueId} needs somebody who answers for it: add the mailbox of a user first.`,
  )
}
