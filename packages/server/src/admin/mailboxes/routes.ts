import {
  MAILBOX_SORTS,
  type MailboxErrors,
  type MailboxList,
  type MailboxSync,
} from '@trackmark/admin-api'
import { badRequest, checked, readJson } from '@trackmark/http'
import {
  changeMailboxes,
  countMailboxes,
  listMailboxErrors,
  listMailboxes,
  type MailboxSort,
  markDue,
} from '@trackmark/store'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AdminDeps } from '../shared/deps.ts'
import { findMailbox } from '../shared/find.ts'
import { parseAfter } from '../shared/paging.ts'
import { scopeOf } from '../shared/scope.ts'
import { actOnMailboxes, auditMailboxes } from './actions.ts'
import { addMailbox, newMailbox } from './add.ts'
import { mailboxDetailRoutes, readDetail } from './detail.ts'
import { mailboxFilterSchema, storedFilter } from './filter.ts'
import { mailboxJson } from './json.ts'
import { deleteMailbox } from './remove.ts'
import { testSummary } from './test-summary.ts'

const listing = mailboxFilterSchema.extend({
  sort: z.enum(MAILBOX_SORTS).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
})

const methods = z
  .strictObject({ mail: z.boolean().optional(), appointmentsAndTasks: z.boolean().optional() })
  .refine((input) => input.mail !== undefined || input.appointmentsAndTasks !== undefined, {
    message: 'give mail, appointmentsAndTasks or both',
  })

/** Most kinds of errors that are offered as a filter. */
const ERRORS_MAX = 50

export function mailboxRoutes(deps: AdminDeps): Hono {
  const { database, organizationId, clock } = deps
  return new Hono()
    .get('/', async (c) => c.json(await list(deps, checked(listing, c.req.query()))))
    .get('/errors', async (c) => {
      const own = await scopeOf(deps)
      const scope = own === 'all' ? null : own
      const errors = await listMailboxErrors(database, organizationId, scope, ERRORS_MAX)
      return c.json({ errors } satisfies MailboxErrors)
    })
    .post('/', async (c) => {
      const input = checked(newMailbox, await readJson(c.req.raw))
      const mailboxId = await addMailbox(deps, input)
      deps.changed({})
      return c.json(await readDetail(deps, mailboxId), 201)
    })
    .post('/actions', async (c) => {
      const done = await actOnMailboxes(deps, await readJson(c.req.raw))
      deps.changed({})
      return c.json(done, 202)
    })
    .get('/tests', async (c) => c.json(await testSummary(deps, c.req.query())))
    .get('/:id', async (c) =>
      c.json(await readDetail(deps, (await findMailbox(deps, c.req.param('id'))).id)),
    )
    .patch('/:id', async (c) => {
      const { id } = await findMailbox(deps, c.req.param('id'))
      const input = checked(methods, await readJson(c.req.raw))
      const change = {
        ...(input.mail === undefined
          ? {}
          : ({ incoming: input.mail ? 2 : 0, outgoing: input.mail ? 2 : 0 } as const)),
        ...(input.appointmentsAndTasks === undefined
          ? {}
          : ({ act: input.appointmentsAndTasks ? 1 : 2 } as const)),
      }
      await database.transaction(async (tx) => {
        const by = { by: deps.caller.userId, now: clock() }
        const changed = await changeMailboxes(tx, organizationId, [id], { methods: change }, by)
        await auditMailboxes(deps, tx, changed)
      })
      deps.changed({})
      return c.json(await readDetail(deps, id))
    })
    .delete('/:id', async (c) => {
      await deleteMailbox(deps, c.req.param('id'), c.req.query())
      return c.body(null, 204)
    })
    .post('/:id/sync', async (c) => {
      const { id } = await findMailbox(deps, c.req.param('id'))
      const isQueued = (await markDue(database, organizationId, [id], clock())).queued > 0
      deps.changed({})
      const message = isQueued ? 'Queued; a cycle is under way.' : 'Due now.'
      const answer = { ...(await readDetail(deps, id)), queued: isQueued, message }
      return c.json(answer satisfies MailboxSync, 202)
    })
    .route('/', mailboxDetailRoutes(deps))
}

const afterSchema = z.tuple([z.string().max(1000), z.guid()])

async function list(deps: AdminDeps, options: z.infer<typeof listing>): Promise<MailboxList> {
  const { database, organizationId, clock } = deps
  const { sort, direction, after, limit, ...filter } = options
  const narrowed = await storedFilter(deps, filter)
  const page = await listMailboxes(database, organizationId, clock(), {
    ...narrowed,
    limit,
    sort: sort satisfies MailboxSort,
    descending: direction === 'desc',
    after: after === undefined ? undefined : parseAfter(after, afterSchema),
  }).catch((error: unknown) => {
    // `after` came from a list in another order.
    if (after !== undefined && (error as { code?: string }).code?.startsWith('22')) {
      throw badRequest('"after" must be the "next" of an earlier answer in the same order.')
    }
    throw error
  })
  return {
    mailboxes: page.mailboxes.map(mailboxJson),
    total: after === undefined ? await countMailboxes(database, organizationId, narrowed) : null,
    next: page.next && Buffer.from(JSON.stringify(page.next)).toString('base64url'),
  }
}
