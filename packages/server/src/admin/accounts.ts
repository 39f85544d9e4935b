import type { AccountRecord, AccountsAnswer, Invitation } from '@trackmark/admin-api'
import { tableByLogicalName } from '@trackmark/dataverse'
import {
  badRequest,
  checked,
  duplicate,
  notFound,
  ROLES,
  readJson,
  requireAdministration,
  requireInstallation,
  requireToken,
} from '@trackmark/http'
import {
  type Account,
  addAccount,
  changeAccount,
  listAccounts,
  removeAccount,
} from '@trackmark/store'
import { Hono } from 'hono'
import { z } from 'zod'
import { INVITATION_LIFE_MS, LINK_LIFE_MS, makeSignInCode } from '../sign-in/code.ts'
import { audited } from './shared/audited.ts'
import type { AdminDeps } from './shared/deps.ts'
import { findByText } from './shared/find.ts'
import { instantText, isoOrNull } from './shared/instants.ts'
import { withoutUndefined } from './shared/without-undefined.ts'

const USER = tableByLogicalName('systemuser')!

const newAccount = z.strictObject({
  /** Address, name or id of a user of the organization. */
  user: z.string().trim().min(1).max(200),
  role: z.enum(ROLES).default('Mailbox Owner'),
  /** Default: the user's address. */
  signInName: z.string().trim().min(1).max(200).optional(),
})

const change = z
  .strictObject({ role: z.enum(ROLES).optional(), isDisabled: z.boolean().optional() })
  .refine((input) => input.role !== undefined || input.isDisabled !== undefined, {
    message: 'give role, isDisabled or both',
  })

/**
 * Accounts of people who sign in. Administrators read them. Adding, changing and inviting needs a token: a script in
 * an uploaded page, which acts by the session of its reader, must not be able to create an account.
 */
export function accountRoutes(deps: AdminDeps): Hono {
  const { database, caller, organizationId } = deps
  return new Hono()
    .use(async (c, next) => {
      requireAdministration(caller, 'accounts')
      if (c.req.method !== 'GET') requireToken(caller)
      await next()
    })
    .get('/', async (c) => {
      const accounts = await listAccounts(database, organizationId)
      const answer: AccountsAnswer = { accounts: accounts.map(json) }
      return c.json(answer)
    })
    .post('/', async (c) => {
      const userId = await add(deps, checked(newAccount, await readJson(c.req.raw)))
      return c.json(json(await find(deps, userId)), 201)
    })
    .patch('/:name', async (c) => {
      const account = await find(deps, c.req.param('name'))
      const input = checked(change, await readJson(c.req.raw))
      // Roles are looked up for each request; sessions of a disabled account end.
      await database.transaction(async (tx) => {
        await changeAccount(tx, organizationId, account.userId, {
          ...withoutUndefined(input),
          ...(input.isDisabled === true ? { sessionsAfter: deps.clock() + 1 } : {}),
        })
        await audited(deps, tx, {
          ...about(account),
          operation: 'update',
          changes: [
            ...changed('role', account.role, input.role),
            ...changed('isdisabled', account.isDisabled, input.isDisabled),
          ],
        })
      })
      return c.json(json(await find(deps, account.userId)))
    })
    .delete('/:name', async (c) => {
      const account = await find(deps, c.req.param('name'))
      await database.transaction(async (tx) => {
        await removeAccount(tx, organizationId, account.userId)
        await audited(deps, tx, { ...about(account), operation: 'delete', changes: [] })
      })
      return c.body(null, 204)
    })
    .post('/:name/invite', async (c) => {
      const account = await find(deps, c.req.param('name'))
      if (account.isDisabled) throw badRequest(`The account ${account.signInName} is disabled.`)
      const code = await makeSignInCode(deps, organizationId, account.userId, INVITATION_LIFE_MS)
      await audited(deps, database, {
        ...about(account),
        operation: 'update',
        changes: [{ name: 'invitation', before: null, after: 'sent' }],
      })
      return c.json(invitation(deps, 'invite', code, INVITATION_LIFE_MS))
    })
}

/** Makes a link that signs the installation's administrator in once. @throws ApiError 403 */
export async function signInLink(deps: AdminDeps): Promise<Invitation> {
  requireInstallation(deps.caller)
  const code = await makeSignInCode(deps, deps.organizationId, null, LINK_LIFE_MS)
  return invitation(deps, 'code', code, LINK_LIFE_MS)
}

const invitation = (
  deps: AdminDeps,
  kind: 'code' | 'invite',
  code: string,
  lifeMs: number,
): Invitation => ({
  path: `signin#${kind}=${code}`,
  url: deps.publicRoot === null ? null : `${deps.publicRoot}/signin#${kind}=${code}`,
  expiresOn: instantText(deps.clock() + lifeMs),
})

async function add(deps: AdminDeps, input: z.infer<typeof newAccount>): Promise<string> {
  const { organizationId, uniqueName } = deps.organization
  const user = await findUser(deps, input.user)
  if (user === null) {
    throw badRequest(`There is no user "${input.user.slice(0, 100)}" in ${uniqueName}.`)
  }
  const signInName = input.signInName ?? user.values.internalemailaddress
  if (typeof signInName !== 'string') {
    throw badRequest('The user has no address to sign in with; give signInName.')
  }
  const account = { userId: user.id, signInName, role: input.role }
  return deps.database.transaction(async (tx) => {
    if (!(await addAccount(tx, organizationId, account, deps.clock()))) {
      throw duplicate(`There is an account of ${signInName} already.`)
    }
    await audited(deps, tx, {
      ...about(account),
      operation: 'create',
      changes: [{ name: 'role', before: null, after: input.role }],
    })
    return user.id
  })
}

async function findUser(deps: AdminDeps, text: string) {
  for (const column of ['internalemailaddress', 'domainname', 'fullname']) {
    const found = await findByText(deps, USER, column, text)
    if (found !== null) return found
  }
  return null
}

/** @param name the account's sign-in name, or the id of its user @throws ApiError 404 */
async function find(deps: AdminDeps, name: string): Promise<Account> {
  const wanted = name.toLowerCase()
  const accounts = await listAccounts(deps.database, deps.organizationId)
  const found = accounts.find(
    (one) => one.signInName.toLowerCase() === wanted || one.userId === wanted,
  )
  if (found !== undefined) return found
  throw notFound(`There is no account ${name.slice(0, 100)}.`)
}

const about = (account: Pick<Account, 'userId' | 'signInName'>) => ({
  table: 'useraccount',
  objectId: account.userId,
  objectName: account.signInName,
})

function changed(name: string, before: string | boolean, after: string | boolean | undefined) {
  if (after === undefined || after === before) return []
  return [{ name, before: String(before), after: String(after) }]
}

const json = (account: Account): AccountRecord => ({
  ...account,
  createdOn: instantText(account.createdOn),
  lastSignInOn: isoOrNull(account.lastSignInOn),
})
