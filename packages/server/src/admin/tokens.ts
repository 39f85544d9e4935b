import { tableByLogicalName } from '@trackmark/dataverse'
import {
  badRequest,
  checked,
  duplicate,
  notFound,
  ROLES,
  readJson,
  requireAdministration,
  requireToken,
  stableId,
} from '@trackmark/http'
import { type ApiToken, addApiToken, listApiTokens, revokeApiToken } from '@trackmark/store'
import { Hono } from 'hono'
import { z } from 'zod'
import { addApplicationUser } from '../organizations/administrator.ts'
import { tokenHash, writeToken } from '../sign-in/api-token.ts'
import { audited } from './shared/audited.ts'
import type { AdminDeps } from './shared/deps.ts'
import { findByText, findRow, isId } from './shared/find.ts'
import { instantText, isoOrNull } from './shared/instants.ts'

const SECRET_BYTES = 32
const SYSTEMUSER = tableByLogicalName('systemuser')!

const newToken = z.strictObject({
  name: z.string().trim().min(1).max(100),
  role: z.enum(ROLES),
  /** Id, address, user name or full name; by default a user is created for the token. */
  user: z.string().trim().min(1).max(200).optional(),
  /** Default: never. */
  expiresOn: z.iso.datetime({ offset: true }).optional(),
})

/** Routes of the organization's tokens, for its System Administrators. */
export function tokenRoutes(deps: AdminDeps): Hono {
  const { database, clock, caller, organizationId } = deps
  return new Hono()
    .use(async (_c, next) => {
      // Reading needs the privilege too: the list shows who may act as whom.
      requireAdministration(caller, 'tokens')
      await next()
    })
    .get('/', async (c) => {
      const tokens = await listApiTokens(database, organizationId)
      return c.json({ tokens: tokens.map((token) => json(token, clock())) })
    })
    .post('/', async (c) => {
      requireToken(caller)
      return c.json(await add(deps, checked(newToken, await readJson(c.req.raw))), 201)
    })
    .delete('/:name', async (c) => {
      const name = c.req.param('name')
      if (await revokeApiToken(database, organizationId, name)) {
        await audited(deps, database, { ...about(name), operation: 'delete', changes: [] })
        return c.body(null, 204)
      }
      throw notFound(`There is no token ${name.slice(0, 100)}.`)
    })
}

/** The answer contains the token itself, which can't be read again. */
async function add(deps: AdminDeps, input: z.infer<typeof newToken>) {
  const { organizationId } = deps
  const now = deps.clock()
  const expiresOn = input.expiresOn === undefined ? null : Date.parse(input.expiresOn)
  if (expiresOn !== null && expiresOn <= now) throw badRequest('expiresOn lies in the past.')
  const userId = await userOf(deps, input)
  const tokenId = deps.newId()
  const token = writeToken({ organizationId, tokenId }, deps.randomBytes(SECRET_BYTES))
  const { name, role } = input
  const row = { tokenId, name, role, userId, expiresOn, hash: tokenHash(token) }
  if (!(await addApiToken(deps.database, organizationId, row, now))) {
    throw duplicate(`There is a token "${name}" already.`)
  }
  await audited(deps, deps.database, {
    ...about(name),
    operation: 'create',
    changes: [{ name: 'role', before: null, after: role }],
  })
  const tokens = await listApiTokens(deps.database, organizationId)
  return { token, ...json(tokens.find((one) => one.tokenId === tokenId)!, now) }
}

async function userOf(deps: AdminDeps, input: z.infer<typeof newToken>): Promise<string> {
  const { database, organization, organizationId } = deps
  if (input.user === undefined) {
    const systemuserid = stableId(organizationId, 'systemuser', 'token', input.name.toLowerCase())
    const user = { systemuserid, name: input.name }
    await addApplicationUser(database, organizationId, user, deps.clock())
    return systemuserid
  }
  const { user } = input
  const byId = isId(user) ? await findRow(deps, SYSTEMUSER, user) : null
  if (byId !== null) return byId.id
  for (const column of ['internalemailaddress', 'domainname', 'fullname']) {
    const found = await findByText(deps, SYSTEMUSER, column, user)
    if (found !== null) return found.id
  }
  throw badRequest(`There is no user "${user.slice(0, 100)}" in ${organization.uniqueName}.`)
}

const about = (name: string) => ({ table: 'apitoken', objectId: null, objectName: name })

const json = (token: ApiToken, now: number) => ({
  ...token,
  isExpired: token.expiresOn !== null && token.expiresOn <= now,
  createdOn: instantText(token.createdOn),
  expiresOn: isoOrNull(token.expiresOn),
  lastUsedOn: isoOrNull(token.lastUsedOn),
})
