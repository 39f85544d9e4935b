import type {
  Activities,
  Activity,
  ActivityType,
  ListedActivity as WireListed,
} from '@trackmark/admin-api'
import { OPTION_SETS } from '@trackmark/dataverse'
import { checked, noSuchRow, requestBudget } from '@trackmark/http'
import {
  ACTIVITY_TYPES,
  type ActivityDetail,
  type ListedActivity,
  listActivities,
  readActivity,
  readAttachment,
} from '@trackmark/store'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AdminDeps } from '../shared/deps.ts'
import { requireId } from '../shared/find.ts'
import { instantText, isoOrNull } from '../shared/instants.ts'
import { mailboxFilter } from '../shared/mailbox-filter.ts'
import { nextAfter, parseAfter } from '../shared/paging.ts'
import { scopeOf } from '../shared/scope.ts'
import { withoutUndefined } from '../shared/without-undefined.ts'
import { attachmentResponse } from './attachment.ts'
import { messageFrame } from './message-frame.ts'

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))

const listing = z.strictObject({
  /** One type, or several separated by commas. */
  type: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(ACTIVITY_TYPES as readonly [ActivityType, ...ActivityType[]])))
    .optional(),
  search: z.string().trim().max(200).optional(),
  /** Id or address. */
  mailbox: z.string().min(1).optional(),
  from: instant.optional(),
  before: instant.optional(),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})
const afterSchema = z.tuple([z.number(), z.guid()])

/** Routes of tracked emails, appointments and tasks: lists, one activity, its attachments. */
export function activityRoutes(deps: AdminDeps): Hono {
  const { database, organizationId } = deps
  const scope = async () => {
    const own = await scopeOf(deps, 'activities')
    return own === 'all' ? undefined : own
  }
  return new Hono()
    .get('/', async (c) => {
      const { mailbox, after, limit, ...options } = checked(listing, c.req.query())
      const found = await listActivities(database, organizationId, {
        ...withoutUndefined({
          types: options.type,
          search: options.search === '' ? undefined : options.search,
          createdFrom: options.from,
          createdBefore: options.before,
          after: after === undefined ? undefined : readAfter(after),
        }),
        ...(await mailboxFilter(deps, mailbox, 'activities')),
        limit,
      })
      const answer: Activities = {
        activities: found.map(listedJson),
        next: nextAfter(found, limit, (row) => [row.createdOn, row.activityId]),
      }
      return c.json(answer)
    })
    .get('/frame', () => messageFrame('none'))
    .get('/frame-with-images', () => messageFrame('remote'))
    .get('/:id', async (c) => {
      const id = requireId(c.req.param('id'))
      // Bodies and files may be as large as an answer may be.
      await requestBudget().large()
      const found = await readActivity(database, organizationId, id, await scope())
      if (found === null) throw noSuchRow('activitypointer', id)
      return c.json(activityJson(found))
    })
    .get('/:id/attachments/:attachment', async (c) => {
      const ids = {
        activityId: requireId(c.req.param('id')),
        attachmentId: requireId(c.req.param('attachment')),
      }
      await requestBudget().large()
      const found = await readAttachment(database, organizationId, ids, await scope())
      if (found === null) throw noSuchRow('activitymimeattachment', ids.attachmentId)
      return attachmentResponse(found)
    })
}

function readAfter(text: string) {
  const [createdOn, activityId] = parseAfter(text, afterSchema)
  return { createdOn, activityId }
}

const label = (set: keyof typeof OPTION_SETS, value: number): string =>
  OPTION_SETS[set].options.find((option) => option.value === value)?.label ?? String(value)

const listedJson = ({ statecode: _, statuscode, ...row }: ListedActivity): WireListed => ({
  ...row,
  status: label(`${row.type}_statuscode`, statuscode),
  takesPlaceOn: isoOrNull(row.takesPlaceOn),
  createdOn: instantText(row.createdOn),
})

function activityJson(found: ActivityDetail): Activity {
  const { statecode: _, statuscode, priority: __, parties, attachments, links, ...rest } = found
  return {
    ...rest,
    status: label(`${found.type}_statuscode`, statuscode),
    sentOn: isoOrNull(found.sentOn),
    scheduledStart: isoOrNull(found.scheduledStart),
    scheduledEnd: isoOrNull(found.scheduledEnd),
    createdOn: instantText(found.createdOn),
    modifiedOn: instantText(found.modifiedOn),
    parties: parties.map(({ mask, name, address, type }) => ({
      role: label('activityparty_participationtypemask', mask),
      name,
      address,
      type,
    })),
    attachments: attachments.map((one) => ({ ...one, name: one.name ?? 'attachment' })),
    links: links.map(({ itemKey: ___, mark: ____, trail, ...link }) => ({
      ...link,
      trail: trail.map(({ rule, at, seen }) => ({ rule, at: instantText(at), seen })),
    })),
  }
}
