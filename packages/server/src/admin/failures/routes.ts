import type { Failures, FailuresRetried, Failure as WireFailure } from '@trackmark/admin-api'
import { checked, readJson } from '@trackmark/http'
import {
  countFailures,
  FAILURE_SECTIONS,
  type Failure,
  type FailureSection,
  listFailures,
  retryFailures,
} from '@trackmark/store'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AdminDeps } from '../shared/deps.ts'
import { instantText, isoOrNull } from '../shared/instants.ts'
import { mailboxFilter } from '../shared/mailbox-filter.ts'
import { nextAfter, parseAfter } from '../shared/paging.ts'
import { MASK, scopeOf } from '../shared/scope.ts'
import { withoutUndefined } from '../shared/without-undefined.ts'
import { readFailedItems } from './items.ts'

const listing = z.strictObject({
  section: z.enum(FAILURE_SECTIONS as readonly [FailureSection, ...FailureSection[]]),
  /** Id or address. */
  mailbox: z.string().min(1).optional(),
  state: z.enum(['retrying', 'givenUp', 'notTracked']).optional(),
  code: z.string().min(1).max(200).optional(),
  search: z.string().trim().max(200).optional(),
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
const afterSchema = z.tuple([z.number(), z.enum(['item', 'write']), z.string(), z.guid()])

const ref = z.strictObject({
  source: z.enum(['item', 'write']),
  mailboxId: z.guid(),
  id: z.string().min(1).max(1000),
})
const refs = z.strictObject({ failures: z.array(ref).min(1).max(500) })
/** The mail server is asked for this many items in a few requests. */
const itemsInput = z.strictObject({ failures: z.array(ref).min(1).max(50) })

/** Routes of items that couldn't be synchronized, and of retrying them. */
export function failureRoutes(deps: AdminDeps): Hono {
  const { database, caller, clock, organizationId } = deps
  return new Hono()
    .get('/', async (c) => {
      const { mailbox, after, limit, section, ...options } = checked(listing, c.req.query())
      const filter = {
        ...withoutUndefined({
          ...options,
          search: options.search === '' ? undefined : options.search,
        }),
        ...(await mailboxFilter(deps, mailbox)),
      }
      const found = await listFailures(database, organizationId, {
        ...filter,
        section,
        limit,
        userId: caller.userId,
        ...(after === undefined ? {} : { after: readAfter(after) }),
      })
      const answer: Failures = {
        failures: found.map(failureJson),
        counts: await countFailures(database, organizationId, filter),
        next: nextAfter(found, limit, (row) => [row.failedOn, row.source, row.id, row.mailboxId]),
      }
      return c.json(answer)
    })
    .post('/items', async (c) => {
      const { failures } = checked(itemsInput, await readJson(c.req.raw))
      c.header('Cache-Control', 'private, no-store')
      return c.json(await readFailedItems(deps, failures))
    })
    .post('/retry', async (c) => {
      const { failures } = checked(refs, await readJson(c.req.raw))
      const own = await scopeOf(deps)
      const mine = failures.filter(({ mailboxId }) => own === 'all' || own.includes(mailboxId))
      const retried = await retryFailures(database, organizationId, mine, clock())
      if (retried > 0) deps.changed({})
      return c.json({ retried } satisfies FailuresRetried)
    })
}

function readAfter(text: string) {
  const [failedOn, source, id, mailboxId] = parseAfter(text, afterSchema)
  return { failedOn, source, id, mailboxId }
}

function failureJson({ itemKey: _, ...failure }: Failure): WireFailure {
  const { isOwn } = failure
  return {
    ...failure,
    subject: isOwn ? failure.subject : MASK,
    activityId: isOwn ? failure.activityId : null,
    nextTryOn: isoOrNull(failure.nextTryOn),
    failedOn: instantText(failure.failedOn),
  }
}
