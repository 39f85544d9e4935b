import type { CategoryImpact, CategoryProgress } from '@trackmark/admin-api'
import { booleanSetting } from '@trackmark/dataverse'
import { ApiError, badRequest, checked, noSuchRow } from '@trackmark/http'
import {
  type CategoryPlace,
  categoryImpact,
  countCategories,
  listOpenCategories,
  readOrgSettings,
} from '@trackmark/store'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AdminDeps } from './shared/deps.ts'
import { isoOrNull } from './shared/instants.ts'

const listing = z.strictObject({
  after: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
})

/** How many mailboxes have, or no longer have, the category. */
export function categoryRoutes(deps: AdminDeps): Hono {
  return new Hono()
    .get('/', async (c) => c.json(await progress(deps, checked(listing, c.req.query()))))
    .get('/impact', async (c) => {
      const impact: CategoryImpact = await categoryImpact(
        deps.database,
        deps.organization.organizationId,
      )
      return c.json(impact)
    })
}

async function progress(
  deps: AdminDeps,
  options: z.infer<typeof listing>,
): Promise<CategoryProgress> {
  const { database, clock } = deps
  const { organizationId } = deps.organization
  const isOn = await trackCategorizedItems(deps)
  const totals = await countCategories(database, organizationId, isOn)
  const open = await listOpenCategories(database, organizationId, {
    isOn,
    now: clock(),
    limit: options.limit,
    ...(options.after === undefined ? {} : { after: readPlace(options.after) }),
  })
  const last = open.length < options.limit ? undefined : open.at(-1)
  return {
    isOn,
    totals,
    mailboxes: open.map((one) => ({ ...one, nextTryOn: isoOrNull(one.nextTryOn) })),
    next: last === undefined ? null : writePlace(last),
  }
}

async function trackCategorizedItems({ database, organization }: AdminDeps): Promise<boolean> {
  const read = await readOrgSettings(database, organization.organizationId)
  if (read === null) throw noSuchRow('organization', organization.organizationId)
  if (read.effective.ok) return booleanSetting(read.effective, 'TrackCategorizedItems')
  const { code, reason } = read.effective.refusal
  throw new ApiError(500, code, `The stored settings can't be read (${reason})`)
}

const writePlace = (last: { condition: string; name: string; mailboxId: string }): string =>
  Buffer.from(JSON.stringify([last.condition === 'failing', last.name, last.mailboxId])).toString(
    'base64url',
  )

function readPlace(text: string): CategoryPlace {
  try {
    const [isFailing, name, mailboxId] = z
      .tuple([z.boolean(), z.string(), z.guid()])
      .parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { isFailing, name, mailboxId }
  } catch {
    throw badRequest('"after" must be the "next" of an earlier answer.')
  }
}
