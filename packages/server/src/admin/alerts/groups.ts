import type { AlertCounts, AlertGroups, AlertsDeleted } from '@trackmark/admin-api'
import { booleanSetting } from '@trackmark/dataverse'
import { checked, hasRole, reachOf, readJson, requireAdministration } from '@trackmark/http'
import {
  type AlertFilter,
  type AlertGroup,
  countAlerts,
  deleteAlerts,
  groupAlerts,
  readOrgSettings,
} from '@trackmark/store'
import { Hono } from 'hono'
import { z } from 'zod'
import { audited } from '../shared/audited.ts'
import type { AdminDeps } from '../shared/deps.ts'
import { instantText } from '../shared/instants.ts'
import { mailboxFilter } from '../shared/mailbox-filter.ts'
import { nextAfter, parseAfter } from '../shared/paging.ts'
import { withoutUndefined } from '../shared/without-undefined.ts'

/** Options that narrow every list of alerts. */
export const alertFilter = {
  level: z.enum(['information', 'warning', 'error']).optional(),
  /** Id or address. */
  mailbox: z.string().min(1).optional(),
  /** Id of a server profile. */
  profile: z.guid().optional(),
  open: z.stringbool().optional(),
  code: z.coerce.number().int().optional(),
  search: z.string().trim().max(200).optional(),
}

const filterOnly = z.strictObject(alertFilter)
const grouping = z.strictObject({
  ...alertFilter,
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})
const afterSchema = z.tuple([z.number(), z.number(), z.guid().nullable()])

const deletion = z.union([
  z.strictObject({ alertIds: z.array(z.guid()).min(1).max(1000) }),
  z.strictObject({ filter: z.strictObject({ ...alertFilter, open: z.boolean().optional() }) }),
])

type FilterOptions = z.infer<typeof filterOnly>

/** @throws ApiError 404 for a mailbox that the caller may not see */
export async function toFilter(deps: AdminDeps, options: FilterOptions): Promise<AlertFilter> {
  const { mailbox, profile: profileId, search, ...rest } = options
  return {
    ...withoutUndefined({ ...rest, profileId, search: search === '' ? undefined : search }),
    ...(await mailboxFilter(deps, mailbox)),
  }
}

/** Routes of the alert page: repeated alerts as groups, counts by level, and deleting many. */
export function alertGroupRoutes(deps: AdminDeps): Hono {
  const { database, organizationId } = deps
  return new Hono()
    .get('/groups', async (c) => {
      const { after, limit, ...options } = checked(grouping, c.req.query())
      const groups = await groupAlerts(database, organizationId, {
        ...(await toFilter(deps, options)),
        ...(after === undefined ? {} : { after: readAfter(after) }),
        limit,
      })
      const answer: AlertGroups = {
        groups: groups.map(groupJson),
        next: nextAfter(groups, limit, (group) => [group.lastOn, group.code, group.mailboxId]),
      }
      return c.json(answer)
    })
    .get('/counts', async (c) => {
      const filter = await toFilter(deps, checked(filterOnly, c.req.query()))
      const counts: AlertCounts = await countAlerts(database, organizationId, filter)
      return c.json(counts)
    })
    .post('/delete', async (c) => {
      const input = checked(deletion, await readJson(c.req.raw))
      const byId = 'alertIds' in input
      const within = await deletable(deps)
      const filter = await toFilter({ ...deps, within }, byId ? {} : input.filter)
      const ids = byId ? input.alertIds : undefined
      const answer: AlertsDeleted = await database.transaction(async (tx) => {
        const result = await deleteAlerts(tx, organizationId, filter, ids)
        if (result.deleted > 0) await audited(deps, tx, deletionOf(result.deleted, ids))
        // Callers who see others' alerts but may not delete them get an error instead of "0 deleted".
        else if (within === 'own' && reachOf(deps.caller).length > 0)
          requireAdministration(deps.caller, 'alerts')
        return result
      })
      return c.json(answer)
    })
}

/**
 * Everybody may delete alerts of their own mailboxes. Administrators may delete others' alerts, and so may
 * customizers where AlwaysCheckTraceLogDeletePrivilege is set.
 */
async function deletable(deps: AdminDeps): Promise<AdminDeps['within']> {
  const { caller, database, organizationId } = deps
  if (!hasRole(caller, 'System Customizer')) return 'own'
  const settings = await readOrgSettings(database, organizationId)
  const counts =
    settings?.effective.ok === true &&
    booleanSetting(settings.effective, 'AlwaysCheckTraceLogDeletePrivilege')
  return counts ? 'seen' : 'own'
}

/** The texts of deleted alerts aren't kept in the audit. */
const deletionOf = (count: number, ids: readonly string[] | undefined) =>
  ({
    operation: 'delete',
    table: 'tracelog',
    objectId: ids?.length === 1 ? ids[0]! : null,
    objectName: count === 1 ? '1 alert' : `${count} alerts`,
    changes: [],
  }) as const

function readAfter(text: string) {
  const [lastOn, code, mailboxId] = parseAfter(text, afterSchema)
  return { lastOn, code, mailboxId }
}

const groupJson = (group: AlertGroup) => ({
  ...group,
  firstOn: instantText(group.firstOn),
  lastOn: instantText(group.lastOn),
})
