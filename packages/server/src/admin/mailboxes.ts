import { tableByLogicalName } from '@trackmark/dataverse'
import {
  addMailboxes,
  addRows,
  explainItems,
  listMailboxes,
  listProfiles,
  type MailboxMethods,
  type MailboxState,
  markDue,
  type Profile,
  readMailboxDefaults,
  setMailboxMethods,
} from '@trackmark/store'
import { Hono } from 'hono'
import { z } from 'zod'
import { checked, readJson } from '../http/body.ts'
import { ApiError, badRequest } from '../http/errors.ts'
import { NON_INTERACTIVE } from '../runtime/administrator.ts'
import { stableId } from '../runtime/stable-id.ts'
import type { AdminDeps } from './deps.ts'
import { findByText, findMailbox } from './find.ts'
import { ownMailboxes } from './scope.ts'
import { instantText, isoOrNull } from './wire.ts'

const limit = z.coerce.number().int().min(1).max(1000).default(200)

const listing = z.strictObject({ after: z.string().max(500).optional(), limit })

const newMailbox = z.strictObject({
  emailAddress: z.email('must be an email address').max(100),
  /** Default: the address. */
  name: z.string().trim().min(1).max(160).optional(),
  kind: z.enum(['user', 'queue']).default('user'),
  /** Name or id; may be left out where a default is chosen or there is one active profile. */
  profile: z.string().min(1).optional(),
})

const methods = z
  .strictObject({ mail: z.boolean().optional(), appointmentsAndTasks: z.boolean().optional() })
  .refine((wish) => wish.mail !== undefined || wish.appointmentsAndTasks !== undefined, {
    message: 'give mail, appointmentsAndTasks or both',
  })

const itemListing = z.strictObject({
  state: z.enum(['noted', 'parked', 'linked', 'ended']).optional(),
  parked: z.stringbool().optional(),
  after: z.string().max(1000).optional(),
  limit,
})

export function mailboxRoutes(deps: AdminDeps): Hono {
  const { database, organization, clock } = deps
  const { organizationId } = organization
  const state = async (mailboxId: string) => {
    const [found] = await listMailboxes(database, organizationId, clock(), {
      mailboxIds: [mailboxId],
    })
    return found === undefined ? null : mailboxJson(found)
  }
  return new Hono()
    .get('/', async (c) => {
      const wish = checked(listing, c.req.query())
      const own = await ownMailboxes(deps)
      const mailboxes = await listMailboxes(database, organizationId, clock(), {
        limit: wish.limit,
        ...(own === 'all' ? {} : { mailboxIds: own }),
        ...(wish.after === undefined ? {} : { after: readAfter(wish.after) }),
      })
      const last = mailboxes.length < wish.limit ? undefined : mailboxes.at(-1)
      const next = last === undefined ? null : writeAfter(last)
      return c.json({ mailboxes: mailboxes.map(mailboxJson), next })
    })
    .post('/', async (c) => {
      const wish = checked(newMailbox, await readJson(c.req.raw))
      const mailboxId = await addMailbox(deps, wish)
      deps.changed({})
      return c.json(await state(mailboxId), 201)
    })
    .get('/:id', async (c) => c.json(await state((await findMailbox(deps, c.req.param('id'))).id)))
    .patch('/:id', async (c) => {
      const { id } = await findMailbox(deps, c.req.param('id'))
      const wish = checked(methods, await readJson(c.req.raw))
      const change = {
        ...(wish.mail === undefined
          ? {}
          : ({ incoming: wish.mail ? 2 : 0, outgoing: wish.mail ? 2 : 0 } as const)),
        ...(wish.appointmentsAndTasks === undefined
          ? {}
          : ({ act: wish.appointmentsAndTasks ? 1 : 2 } as const)),
      }
      await setMailboxMethods(database, organizationId, [id], change, clock())
      deps.changed({})
      return c.json(await state(id))
    })
    .post('/:id/sync', async (c) => {
      const { id } = await findMailbox(deps, c.req.param('id'))
      await markDue(database, organizationId, [id], clock())
      deps.changed({})
      return c.json(await state(id), 202)
    })
    .get('/:id/items', async (c) => {
      const { id } = await findMailbox(deps, c.req.param('id'))
      const wish = checked(itemListing, c.req.query())
      const given = Object.entries(wish).filter(([, value]) => value !== undefined)
      const items = await explainItems(database, organizationId, id, Object.fromEntries(given))
      const last = items.length < wish.limit ? undefined : items.at(-1)
      return c.json({ items: items.map(itemJson), next: last?.link.key ?? null })
    })
}

async function addMailbox(deps: AdminDeps, wish: z.infer<typeof newMailbox>): Promise<string> {
  const { database, organization } = deps
  const { organizationId } = organization
  const address = wish.emailAddress.toLowerCase()
  if ((await findByText(deps, tableByLogicalName('mailbox')!, 'emailaddress', address)) !== null) {
    throw new ApiError(409, '0x80040237', `There is a mailbox of ${address} already.`)
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
  return mailboxId
}

async function chooseProfile(deps: AdminDeps, wish: string | undefined): Promise<Profile> {
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
  const [first] = await deps.database.query<{ id: string }>(
    `select systemuserid as id from crm.systemuser
     where organizationid = $1 and accessmode is distinct from ${NON_INTERACTIVE}
     order by createdon, systemuserid limit 1`,
    [deps.organization.organizationId],
  )
  if (first !== undefined) return first.id
  throw badRequest(
    `The queue ${queueId} needs somebody who answers for it: add the mailbox of a user first.`,
  )
}

type Place = readonly [string, string]

const writeAfter = (mailbox: MailboxState): string =>
  Buffer.from(JSON.stringify([mailbox.name, mailbox.mailboxId])).toString('base64url')

function readAfter(text: string): Place {
  try {
    return z
      .tuple([z.string(), z.guid()])
      .parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    throw badRequest('"after" must be the "next" of an earlier answer.')
  }
}

/** In one word what an administrator wants to know first. */
function conditionOf(mailbox: MailboxState): 'off' | 'waiting' | 'failing' | 'synchronized' {
  if (!mailbox.isSynchronized) return 'off'
  if (mailbox.failures > 0) return 'failing'
  return mailbox.lastSuccessfulSyncOn === null ? 'waiting' : 'synchronized'
}

function mailboxJson(mailbox: MailboxState) {
  return {
    ...mailbox,
    state: conditionOf(mailbox),
    lastSyncStartedOn: isoOrNull(mailbox.lastSyncStartedOn),
    lastSuccessfulSyncOn: isoOrNull(mailbox.lastSuccessfulSyncOn),
    nextDueOn: isoOrNull(mailbox.nextDueOn),
    failingSince: isoOrNull(mailbox.failingSince),
  }
}

function itemJson({ link, subject, modifiedOn }: Awaited<ReturnType<typeof explainItems>>[number]) {
  return {
    key: link.key,
    kind: link.kind,
    state: link.state,
    subject,
    activityId: link.activityId,
    activityType: link.activityType,
    decision: { ...link.decision, at: instantText(link.decision.at) },
    park: link.park && { ...link.park, nextTryAt: isoOrNull(link.park.nextTryAt) },
    pendingEnd: link.pendingEnd,
    modifiedOn: instantText(modifiedOn),
  }
}
