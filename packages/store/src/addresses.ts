import type { AddressMatch, OrganizationId } from '@trackmark/core'
import type { Queryable, Row } from './database.ts'

const MANY = ['contact', 'account', 'lead'] as const

/** Which rows carry one of these addresses, in one statement; people, companies and queues. */
export async function findAddresses(
  db: Queryable,
  organizationId: OrganizationId,
  addresses: readonly string[],
): Promise<AddressMatch[]> {
  if (addresses.length === 0) return []
  const part = (table: string, column: string, owner: string, active: string) =>
    `select lower(${column}) as address, '${table}' as type, ${table}id as id, ${owner} as ownerid,
       createdon, ${active} as isactive
     from crm.${table} where organizationid = $1 and lower(${column}) = any($2)`
  const parts = [
    part('systemuser', 'internalemailaddress', 'systemuserid', 'not coalesce(isdisabled, false)'),
    part('systemuser', 'personalemailaddress', 'systemuserid', 'not coalesce(isdisabled, false)'),
    part('queue', 'emailaddress', 'ownerid', 'statecode = 0'),
    ...MANY.flatMap((table) =>
      [1, 2, 3].map((n) => part(table, `emailaddress${n}`, 'ownerid', 'statecode = 0')),
    ),
  ]
  const rows = await db.query(parts.join('\nunion\n'), [organizationId, addresses])
  return rows.map(toMatch)
}

function toMatch(row: Row): AddressMatch {
  return {
    address: row.address as string,
    type: row.type as AddressMatch['type'],
    id: row.id as string,
    ownerId: row.ownerid as string | null,
    createdOn: row.createdon as number,
    isActive: row.isactive as boolean,
  }
}
