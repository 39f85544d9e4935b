import type { AuditAnswer, AuditRecord } from '@trackmark/admin-api'
import { checked, requireAdministration } from '@trackmark/http'
import { type AuditRow, listAudit, listProfiles } from '@trackmark/store'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AdminDeps } from '../shared/deps.ts'
import { instantText } from '../shared/instants.ts'
import { parseInstantAndId } from '../shared/paging.ts'
import { withoutUndefined } from '../shared/without-undefined.ts'
import { auditWords, type NamesById } from './words.ts'

const listing = z.strictObject({
  /** Logical name. */
  table: z.string().max(100).optional(),
  user: z.guid().optional(),
  object: z.guid().optional(),
  search: z.string().max(200).optional(),
  from: z.iso.datetime({ offset: true }).transform(Date.parse).optional(),
  to: z.iso.datetime({ offset: true }).transform(Date.parse).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})

/** Who changed what, for System Administrators. */
export function auditRoutes(deps: AdminDeps): Hono {
  const { database, organizationId, caller } = deps
  return new Hono().get('/', async (c) => {
    requireAdministration(caller, 'audit')
    const options = checked(listing, c.req.query())
    const rows = await listAudit(database, organizationId, {
      limit: options.limit,
      ...withoutUndefined({
        table: options.table,
        userId: options.user,
        objectId: options.object,
        search: options.search,
        from: options.from,
        to: options.to,
        after: options.after === undefined ? undefined : readAfter(options.after),
      }),
    })
    const names = await profileNames(deps)
    const last = rows.length < options.limit ? undefined : rows.at(-1)
    const answer: AuditAnswer = {
      records: rows.map((row) => recordJson(row, names)),
      next: last === undefined ? null : `${last.createdOn}.${last.auditId}`,
    }
    return c.json(answer)
  })
}

function readAfter(text: string): Pick<AuditRow, 'createdOn' | 'auditId'> {
  const [createdOn, auditId] = parseInstantAndId(text)
  return { createdOn, auditId }
}

const recordJson = (row: AuditRow, names: NamesById): AuditRecord => ({
  ...row,
  createdOn: instantText(row.createdOn),
  changes: row.changes.map((change) => auditWords(row.table, change, names)),
})

/** Names of server profiles, the only rows that audited lookups reference. */
async function profileNames(deps: AdminDeps): Promise<NamesById> {
  const profiles = await listProfiles(deps.database, deps.organizationId)
  const named = profiles.filter(({ name }) => name)
  return new Map(named.map(({ profileId, name }) => [profileId, name]))
}
