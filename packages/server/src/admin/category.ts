import type { CategoryImpact, CategoryProgress } from '@trackmark/admin-api'
import { booleanSetting } from '@trackmark/dataverse'
import { ApiError, checked, noSuchRow } from '@trackmark/http'
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
import { nextAfter, parseAfter } from './shared/paging.ts'

const listing = z.strictObject({
  after: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
})

/** How many mailboxes have, or no longer have, the category. */
export function categoryRoutes(deps: AdminDeps): Hono {
  return new Hono()
    .get('/', async (c) => c.json(await progress(deps, checked(listing, c.req.query()))))
    .get('/impact', async (c) => {
      const impact: CategoryImpact = await categoryImpact(deps.database, deps.organizationId)
      return c.json(impact)
    })
}

const afterSchema = z.tuple([z.boolean(), z.string(), z.guid()])

async function progress(
  deps: AdminDeps,
  { after, limit }: z.infer<typeof listing>,
): Promise<CategoryProgress> {
  const { database, clock, organizationId } = deps
  const isOn = await trackCategorizedItems(deps)
  const totals = await countCategories(database, organizationId, isOn)
  const open = await listOpenCategories(database, organizationId, {
    isOn,
    now: clock(),
    limit,
    ...(after === undefined ? {} : { after: readAfter(after) }),
  })
  return {
    isOn,
    totals,
    mailboxes: open.map((one) => ({ ...one, nextTryOn: isoOrNull(one.nextTryOn) })),
    next: nextAfter(open, limit, ({ condition, name, mailboxId }) => [
      condition === 'failing',
      name,
      mailboxId,
    ]),
  }
}

async function trackCategorizedItems({ database, organizationId }: AdminDeps): Promise<boolean> {
  const read = await readOrgSettings(database, organizationId)
  if (read === null) throw noSuchRow('organization', organizationId)
  if (read.effective.ok) return booleanSetting(read.effective, 'TrackCategorizedItems')
  const { code, reason } = read.effective.refusal
  throw new ApiError(500, code, `The stored settings can't be read (${reason})`)
}

function readAfter(text: string): CategoryPlace {
  const [isFailing, name, mailboxId] = parseAfter(text, afterSchema)
  return { isFailing, name, mailboxId }
}
