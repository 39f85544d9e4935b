import type { Queryable } from '../database/database.ts'

export interface User {
  readonly userId: string
  readonly name: string | null
  readonly address: string | null
  readonly isDisabled: boolean
}

type UserKey =
  | { readonly userId: string }
  /** Id of the user in Entra. */
  | { readonly objectId: string }
  /** Compared without case. */
  | { readonly address: string }

/** @param lock locks the user's row until the transaction ends */
export async function findUser(
  database: Queryable,
  organizationId: string,
  key: UserKey,
  { lock = false } = {},
): Promise<User | null> {
  const [condition, value] =
    'userId' in key
      ? ['systemuserid = $2', key.userId]
      : 'objectId' in key
        ? ['azureactivedirectoryobjectid::text = lower($2)', key.objectId]
        : ['lower(internalemailaddress) = lower($2)', key.address]
  const [user] = await database.query<User>(
    `select systemuserid as "userId", fullname as name, internalemailaddress as address,
       coalesce(isdisabled, false) as "isDisabled"
     from crm.systemuser where organizationid = $1 and ${condition}
     order by systemuserid limit 1 ${lock ? 'for update' : ''}`,
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
