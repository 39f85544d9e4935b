import type { Table } from '@trackmark/dataverse'
import {
  ApiError,
  badRequest,
  duplicate,
  noSuchRow,
  notFound,
  requireToken,
  requireWrite,
} from '@trackmark/http'
import {
  addAccount,
  changeAccount,
  findAccount,
  findUser,
  hasTokenOfRole,
  type Operation,
  recordAudit,
  roleName,
  type StoredAccount,
  type Writer,
} from '@trackmark/store'
import type { Writing } from './in-transaction.ts'

interface RoleOfUser {
  readonly userId: string
  readonly roleId: string
}

/** The smallest role; each of the others includes it. */
const LEAST = 'Mailbox Owner'

/**
 * Gives a user a role by their account, which is created if there is none. An account has one role: the smallest one
 * is replaced by another, any other has to be removed first.
 * @throws ApiError 400, 403, 404 or 409
 */
export async function giveRole({ writer, caller }: Writing, ids: RoleOfUser): Promise<void> {
  requireWrite(caller, 'systemuserroles')
  requireToken(caller)
  const { tx, organizationId, now } = writer
  const role = await nameOfRole(writer, ids.roleId)
  const address = await addressOf(writer, ids.userId)
  const account = await findAccount(tx, organizationId, { userId: ids.userId })
  if (account === null) {
    if (address === null) {
      throw badRequest('The user has no address to sign in with: set internalemailaddress first.')
    }
    const made = { userId: ids.userId, signInName: address, role }
    if (!(await addAccount(tx, organizationId, made, now))) {
      throw duplicate(`There is an account of ${address} already.`)
    }
    return audited(writer, 'create', made, [{ name: 'role', before: null, after: role }])
  }
  if (account.isDisabled || account.role === LEAST || account.role === role) {
    return change(writer, account, { role, isDisabled: false })
  }
  throw badRequest(
    `The user has the role ${account.role}, and an account has one role; take it off first.`,
  )
}

/**
 * Takes a user's role away: their account is disabled and its sessions end. It keeps its password, for when the user
 * gets a role again.
 * @throws ApiError 403, 404 or 405
 */
export async function takeRole({ writer, caller }: Writing, ids: RoleOfUser): Promise<void> {
  requireWrite(caller, 'systemuserroles')
  requireToken(caller)
  const { tx, organizationId } = writer
  const role = await nameOfRole(writer, ids.roleId)
  await addressOf(writer, ids.userId)
  const account = await findAccount(tx, organizationId, { userId: ids.userId })
  if (account?.role === role && !account.isDisabled) {
    return change(writer, account, { role, isDisabled: true })
  }
  if (!(await hasTokenOfRole(tx, organizationId, ids.userId, role)))
    throw notFound(`The user doesn't have the role ${role}.`)
  throw new ApiError(
    405,
    '0x80040227',
    `The user has the role ${role} by a token: revoke it with "trackmark tokens revoke".`,
  )
}

async function change(
  writer: Writer,
  account: StoredAccount,
  access: { readonly role: string; readonly isDisabled: boolean },
): Promise<void> {
  const { tx, organizationId, now } = writer
  const ends = access.isDisabled ? { sessionsAfter: now + 1 } : {}
  await changeAccount(tx, organizationId, account.userId, { ...access, ...ends })
  const changes = (['role', 'isDisabled'] as const)
    .filter((name) => account[name] !== access[name])
    .map((name) => ({
      name: name.toLowerCase(),
      before: String(account[name]),
      after: String(access[name]),
    }))
  await audited(writer, 'update', account, changes)
}

const audited = (
  { tx, organizationId, userId, now, newId }: Writer,
  operation: Operation,
  account: Pick<StoredAccount, 'userId' | 'signInName'>,
  changes: readonly {
    readonly name: string
    readonly before: string | null
    readonly after: string
  }[],
): Promise<void> => {
  const about = { table: 'useraccount', objectId: account.userId, objectName: account.signInName }
  return recordAudit(
    tx,
    organizationId,
    [{ auditId: newId(), userId, operation, ...about, changes }],
    now,
  )
}

async function nameOfRole({ tx, organizationId }: Writer, roleId: string): Promise<string> {
  const name = await roleName(tx, organizationId, roleId)
  if (name === null) throw noSuchRow('role', roleId)
  return name
}

/** Reads the user's address and locks the user's row. */
async function addressOf({ tx, organizationId }: Writer, userId: string): Promise<string | null> {
  const user = await findUser(tx, organizationId, { userId }, { lock: true })
  if (user === null) throw noSuchRow('systemuser', userId)
  return user.address
}

/** The association can be written from either side. */
export const roleOfUser = (table: Table, id: string, otherId: string): RoleOfUser =>
  table.logicalName === 'systemuser'
    ? { userId: id, roleId: otherId }
    : { userId: otherId, roleId: id }
