import type { Queryable } from '../database/database.ts'

export interface User {
  readonly userId: string
  readonly name: string | null
}

/** @param key the user's id, or an address, compared without case */
export async function findUser(
  database: Queryable,
  organizationId: string,
  key: { readonly userId: string } | { readonly address: string },
): Promise<User | null> {
  const [condition, value] =
    'userId' in key
      ? ['systemuserid = $2', key.userId]
      : ['lower(internalemailaddress) = lower($2)', key.address]
  const [user] = await database.query<User>(
    `select systemuserid as "userId", fullname as name from crm.systemuser
     where organizationid = $1 and ${condition} limit 1`,
    [organizationId, value],
  )
  return user ?? null
}

/** Non-interactive, in the numbers of `systemuser_accessmode`: no mailbox, no licence. */
export const NON_INTERACTIVE = 4

/** Id of the user who was added first, services left out; null when there is none. */
export async function firstUser(
  database: Queryable,
  organizationId: string,
): Promise<string | null> {
  const [first] = await database.query<{ id: string }>(
    `select systemuserid as id from crm.systemuser
     where organizationid = $1 and accessmode is distinct from ${NON_INTERACTIVE}
     order by createdon, systemuserid limit 1`,
    [organizationId],
  )
  return first?.id ?? null
}

/** Locks a user's row until the transaction ends. Null when there is no such user. */
export async function lockUser(
  tx: Queryable,
  organizationId: string,
  userId: string,
): Promise<{ readonly address: string | null } | null> {
  const [user] = await tx.query<{ address: string | null }>(
    `select internalemailaddress as address from crm.systemuser
     where organizationid = $1 and systemuserid = $2 for update`,
    [organizationId, userId],
  )
  return user ?? null
}

/** Null when there is no such security role. */
export async function roleName(
  database: Queryable,
  organizationId: string,
  roleId: string,
): Promise<string | null> {
  const [role] = await database.query<{ name: string }>(
    'select name from crm.role where organizationid = $1 and roleid = $2',
    [organizationId, roleId],
  )
  return role?.name ?? null
}
