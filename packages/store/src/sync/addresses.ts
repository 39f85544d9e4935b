import type { AddressMatch, OrganizationId } from '@trackmark/core'
import type { Queryable, Row } from '../database/database.ts'

const MANY = ['contact', 'account', 'lead'] as const

/** Finds the people, companies and queues that have one of these addresses, in one statement. */
async function findAddresses(
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

interface AddressJob {
  readonly organizationId: OrganizationId
  readonly addresses: readonly string[]
}

const ADDRESSES_MAX = 2_000

/** Lookups of one organization share a statement, since it is long and planned anew each time. */
export function mayFindTogether(group: readonly AddressJob[], next: AddressJob): boolean {
  if (group[0]!.organizationId !== next.organizationId) return false
  const count = group.reduce((sum, job) => sum + job.addresses.length, next.addresses.length)
  return count <= ADDRESSES_MAX
}

export async function findForAll(
  db: Queryable,
  jobs: readonly AddressJob[],
): Promise<readonly PromiseSettledResult<AddressMatch[]>[]> {
  const all = [...new Set(jobs.flatMap((job) => job.addresses))]
  const matches = await findAddresses(db, jobs[0]!.organizationId, all)
  const byAddress = Map.groupBy(matches, (match) => match.address)
  return jobs.map(({ addresses }) => ({
    status: 'fulfilled',
    value: [...new Set(addresses)].flatMap((address) => byAddress.get(address) ?? []),
  }))
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
