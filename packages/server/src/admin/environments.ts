import type { Environment, EnvironmentList } from '@trackmark/admin-api'
import { booleanSetting, isVersion } from '@trackmark/dataverse'
import {
  badRequest,
  checked,
  conflict,
  notFound,
  readJson,
  requireInstallation,
} from '@trackmark/http'
import {
  addOrganization,
  changeOrganization,
  mailboxConditions,
  type Organization,
  readOrgSettings,
  removeOrganization,
} from '@trackmark/store'
import { Hono } from 'hono'
import { z } from 'zod'
import { ORGANIZATION_VERSION } from '../config/version.ts'
import { ensureAdministrator } from '../organizations/administrator.ts'
import { uniqueNameFault } from '../organizations/unique-name.ts'
import { audited } from './shared/audited.ts'
import type { AdminDeps } from './shared/deps.ts'
import { withoutUndefined } from './shared/without-undefined.ts'

const displayName = z.string().trim().min(1).max(160)
const version = z.string().max(60).refine(isVersion, 'must be a version such as 9.2.24091.190')
const hostName = z
  .string()
  .toLowerCase()
  .max(253)
  .regex(
    /^(?=.*[a-z])[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/,
    'must be a host name without port',
  )
const hostNames = z.array(hostName).max(20)

const newEnvironment = z.strictObject({
  uniqueName: z.string().superRefine((name, refinement) => {
    const fault = uniqueNameFault(name)
    if (fault !== null) refinement.addIssue({ code: 'custom', message: fault })
  }),
  /** Default: the unique name. */
  displayName: displayName.optional(),
  version: version.default(ORGANIZATION_VERSION),
  hostNames: hostNames.default([]),
})

const change = z
  .strictObject({
    displayName: displayName.optional(),
    version: version.optional(),
    hostNames: hostNames.optional(),
    isDisabled: z.boolean().optional(),
  })
  .refine((input) => Object.values(input).some((value) => value !== undefined), {
    message: 'give displayName, version, hostNames or isDisabled',
  })

const removal = z.strictObject({
  /** The unique name again, as a confirmation. */
  confirm: z.string(),
  leaveCategories: z.stringbool().default(false),
})

/** Routes of the installation's organizations. A user of one organization sees only that one and changes none. */
export function environmentRoutes(deps: AdminDeps): Hono {
  return new Hono()
    .get('/', async (c) => {
      const environments = await visible(deps)
      const list: EnvironmentList = {
        environments: await Promise.all(environments.map((one) => json(deps, one))),
      }
      return c.json(list)
    })
    .post('/', async (c) => {
      requireInstallation(deps.caller)
      const input = checked(newEnvironment, await readJson(c.req.raw))
      return c.json(await json(deps, await add(deps, input)), 201)
    })
    .get('/:name', async (c) => c.json(await json(deps, await find(deps, c.req.param('name')))))
    .patch('/:name', async (c) => {
      requireInstallation(deps.caller)
      const organization = await find(deps, c.req.param('name'))
      await set(deps, organization, checked(change, await readJson(c.req.raw)))
      return c.json(await json(deps, await find(deps, organization.uniqueName)))
    })
    .delete('/:name', async (c) => {
      requireInstallation(deps.caller)
      const organization = await find(deps, c.req.param('name'))
      await remove(deps, organization, checked(removal, c.req.query()))
      return c.body(null, 204)
    })
}

async function visible({ organizations, caller, organization }: AdminDeps) {
  const all = await organizations.list()
  if (caller.ofInstallation) return all
  return all.filter((one) => one.organizationId === organization.organizationId)
}

/** @throws ApiError 404, also for one that the caller may not see */
async function find(deps: AdminDeps, name: string): Promise<Organization> {
  const found = (await visible(deps)).find((one) => one.uniqueName === name.toLowerCase())
  if (found !== undefined) return found
  throw notFound(`There is no organization ${name.slice(0, 60)}.`)
}

async function add(deps: AdminDeps, input: z.infer<typeof newEnvironment>): Promise<Organization> {
  const { database, organizations } = deps
  await requireFreeHosts(deps, null, input.hostNames)
  const organizationId = deps.newId()
  const { displayName: name = input.uniqueName, ...rest } = input
  if (!(await addOrganization(database, { organizationId, name, ...rest }, deps.clock()))) {
    throw conflict(`There is an organization ${input.uniqueName} already.`)
  }
  await ensureAdministrator(database, organizationId, deps.clock())
  await audited(deps, database, {
    ...about({ organizationId, uniqueName: input.uniqueName }),
    operation: 'create',
    changes: [],
  })
  organizations.forget()
  return find(deps, input.uniqueName)
}

async function set(
  deps: AdminDeps,
  organization: Organization,
  input: z.infer<typeof change>,
): Promise<void> {
  const { organizationId } = organization
  await requireFreeHosts(deps, organizationId, input.hostNames ?? [])
  const { displayName: name, ...rest } = input
  const given = withoutUndefined({ name, ...rest })
  await changeOrganization(deps.database, organizationId, given, deps.clock())
  await audited(deps, deps.database, {
    ...about(organization),
    operation: 'update',
    changes: Object.entries(given).flatMap(([key, value]) => {
      const before = String(organization[key as keyof Organization])
      return before === String(value) ? [] : [{ name: key, before, after: String(value) }]
    }),
  })
  deps.organizations.forget()
  deps.changed({})
}

/** A host name must belong to one organization only. */
async function requireFreeHosts(
  deps: AdminDeps,
  organizationId: string | null,
  wanted: readonly string[],
): Promise<void> {
  deps.organizations.forget()
  const others = (await deps.organizations.list()).filter(
    (one) => one.organizationId !== organizationId,
  )
  for (const host of wanted) {
    const holder = others.find((one) => one.hostNames.includes(host))
    if (holder !== undefined) throw conflict(`${host} is the host name of ${holder.uniqueName}.`)
  }
}

async function remove(
  deps: AdminDeps,
  { organizationId, uniqueName }: Organization,
  input: z.infer<typeof removal>,
): Promise<void> {
  if (input.confirm.toLowerCase() !== uniqueName) {
    throw badRequest(`Repeat the name ${uniqueName} as "confirm" to remove the organization.`)
  }
  if (organizationId === deps.defaultOrganizationId) {
    throw conflict(
      `${uniqueName} is the organization the installation started with; it can be disabled, not removed.`,
    )
  }
  const { leaveCategories } = input
  const removed = await removeOrganization(deps.database, organizationId, { leaveCategories })
  deps.organizations.forget()
  if (removed.kind === 'notFound') throw notFound(`There is no organization ${uniqueName}.`)
  if (removed.kind === 'notDisabled') {
    throw conflict(`Disable ${uniqueName} first; removing it can't be undone.`)
  }
  if (removed.kind === 'removed') {
    const entry = { ...about({ organizationId, uniqueName }), operation: 'delete' } as const
    await audited(deps, deps.database, { ...entry, changes: [] })
  }
  if (removed.kind === 'categories') {
    throw conflict(
      `The category is still in ${removed.mailboxes} mailboxes of ${uniqueName}. Enable it, set TrackCategorizedItems to false and wait until the category has left; or remove it with leaveCategories, and the category stays in those mailboxes.`,
    )
  }
}

const about = ({
  organizationId,
  uniqueName,
}: Pick<Organization, 'organizationId' | 'uniqueName'>) => ({
  table: 'environment',
  objectId: organizationId,
  objectName: uniqueName,
})

async function json(deps: AdminDeps, organization: Organization): Promise<Environment> {
  const { name, ...rest } = organization
  const { organizationId } = organization
  const settings = await readOrgSettings(deps.database, organizationId)
  const { mailboxes } = await mailboxConditions(deps.database, organizationId)
  return {
    ...rest,
    displayName: name,
    isDefault: organizationId === deps.defaultOrganizationId,
    trackCategorizedItems: settings?.effective.ok
      ? booleanSetting(settings.effective, 'TrackCategorizedItems')
      : null,
    mailboxes: mailboxes.waiting + mailboxes.failing + mailboxes.partial + mailboxes.synchronized,
  }
}
