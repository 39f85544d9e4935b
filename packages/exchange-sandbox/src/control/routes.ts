import { Hono } from 'hono'
import { z } from 'zod'
import type { Core } from '../core.ts'
import { badRequest, SandboxError } from '../errors.ts'
import { placeFault } from '../faults.ts'
import { renameCategory, wipeCategories } from '../model/categories.ts'
import { addUser } from '../model/organization.ts'
import { simpleRule } from '../model/rules.ts'
import { deliver } from '../model/transport.ts'
import type { Mailbox, User } from '../model/types.ts'
import { findUser, mailboxOf, touch } from '../model/world.ts'
import { applySwitches } from '../switches.ts'
import { throttlingSchema } from '../throttle.ts'
import { importInto } from './import.ts'
import { deliverySchema, letterOf } from './letter.ts'
import * as bodies from './schemas.ts'
import { stateSummary } from './state.ts'

/** What Outlook or an administrator can do and Graph can't. Documented in the package's README. */
export function controlRoutes(core: Core): Hono {
  const app = new Hono()
  installationRoutes(app, core)
  faultRoutes(app, core)
  peopleRoutes(app, core)
  mailboxRoutes(app, core)
  app.onError((error) => controlError(error))
  app.notFound(() => controlError(new SandboxError(404, 'NotFound', 'No such control route.')))
  return app
}

/** Finds people by id or address. @throws SandboxError 404 */
const ownerIn =
  ({ world }: Core) =>
  (name: string): { user: User; mailbox: Mailbox } => {
    const user = findUser(world.organization(), name)
    if (!user) throw new SandboxError(404, 'NotFound', `Nobody is called '${name}'.`)
    return { user, mailbox: mailboxOf(world.organization(), user) }
  }

/** State, clock, switches, throttling, applications, subscriptions. */
function installationRoutes(app: Hono, core: Core): void {
  const { world } = core
  app.get('/health', (c) =>
    c.json({ status: 'ok', mailboxes: world.organization().mailboxes.size }),
  )
  app.get('/state', (c) => c.json(stateSummary(core)))
  app.post('/reset', async (c) => {
    const { seed } = await read(c.req.raw, bodies.reset)
    core.reset(seed ?? null)
    return c.json(stateSummary(core))
  })
  app.post('/clock', async (c) => {
    const input = await read(c.req.raw, bodies.clock)
    core.clockOffsetMs +=
      'advanceMs' in input ? input.advanceMs : Date.parse(input.now) - world.now()
    core.organizationSaved()
    return c.json({ now: new Date(world.now()).toISOString() })
  })
  app.get('/switches', (c) => c.json(core.switches))
  app.patch('/switches', async (c) => {
    core.switches = applySwitches(core.switches, await read(c.req.raw, bodies.anyObject))
    core.organizationSaved()
    return c.json(core.switches)
  })
  app.get('/throttling', (c) => c.json(core.throttling))
  app.patch('/throttling', async (c) => {
    const changes = await read(c.req.raw, bodies.anyObject)
    core.throttling = throttlingSchema.parse({ ...core.throttling, ...changes })
    core.meter.buckets.clear()
    core.organizationSaved()
    return c.json(core.throttling)
  })
  app.post('/expire-tokens', (c) => {
    for (const mailbox of world.organization().mailboxes.values()) expireTokens(core, mailbox)
    return c.body(null, 204)
  })
  app.patch('/apps/:id', async (c) => {
    const found = core.apps.get(c.req.param('id'))
    if (!found) throw new SandboxError(404, 'NotFound', 'The application is not registered.')
    found.permissions = (await read(c.req.raw, bodies.permissions)).permissions
    core.organizationSaved()
    return c.json({ clientId: found.clientId, permissions: found.permissions })
  })
  app.post('/subscriptions/:id/lifecycle', async (c) => {
    const subscription = core.subscriptions.get(c.req.param('id'))
    if (!subscription) throw new SandboxError(404, 'NotFound', 'The subscription is not known.')
    const { event } = await read(c.req.raw, bodies.lifecycle)
    core.notifier.lifecycle(subscription, event)
    if (event === 'subscriptionRemoved') core.subscriptions.delete(subscription.id)
    core.organizationSaved()
    return c.body(null, 202)
  })
}

function faultRoutes(app: Hono, core: Core): void {
  const { world } = core
  app.get('/faults', (c) => c.json(core.faults.map(({ pattern: _pattern, ...shown }) => shown)))
  app.post('/faults', async (c) => {
    const placed = placeFault(world.newId(), await read(c.req.raw, bodies.anyObject))
    core.faults.push(placed)
    return c.json({ id: placed.id }, 201)
  })
  app.delete('/faults', (c) => {
    core.faults = []
    return c.body(null, 204)
  })
  app.delete('/faults/:id', (c) => {
    core.faults = core.faults.filter((one) => one.id !== c.req.param('id'))
    return c.body(null, 204)
  })
}

function peopleRoutes(app: Hono, core: Core): void {
  const { world } = core
  const owner = ownerIn(core)
  app.get('/customers', (c) => c.json(world.organization().customers))
  app.get('/users', (c) => c.json([...world.organization().users.values()]))
  app.post('/users', async (c) => {
    const input = await read(c.req.raw, bodies.user)
    if (findUser(world.organization(), input.mail)) {
      throw new SandboxError(409, 'Conflict', `The address '${input.mail}' is taken.`)
    }
    const user = addUser(world, { ...input, id: input.id ?? world.newId() })
    core.organizationSaved()
    return c.json(user, 201)
  })
  app.patch('/users/:user', async (c) => {
    const { user } = owner(c.req.param('user'))
    user.mailboxState = (await read(c.req.raw, bodies.mailboxState)).mailboxState
    core.organizationSaved()
    return c.json(user)
  })
}

function mailboxRoutes(app: Hono, core: Core): void {
  const { world } = core
  const owner = ownerIn(core)
  app.post('/mailboxes/:user/categories/rename', async (c) => {
    const { mailbox } = owner(c.req.param('user'))
    return c.json(renameAsOutlook(core, mailbox, await read(c.req.raw, bodies.rename)))
  })
  app.delete('/mailboxes/:user/categories', (c) => {
    wipeCategories(world, owner(c.req.param('user')).mailbox)
    return c.body(null, 204)
  })
  app.get('/mailboxes/:user/rules', (c) => c.json(owner(c.req.param('user')).mailbox.rules))
  app.put('/mailboxes/:user/rules', async (c) => {
    const { mailbox } = owner(c.req.param('user'))
    const rules = await read(c.req.raw, bodies.rules)
    mailbox.rules = rules.map((rule, index) => simpleRule(world.newId(), index + 1, rule, mailbox))
    touch(world, mailbox, 'meta', 'mailbox')
    return c.json(mailbox.rules)
  })
  app.post('/mailboxes/:user/deliver', async (c) => {
    const { user, mailbox } = owner(c.req.param('user'))
    const input = await read(c.req.raw, deliverySchema)
    const message = deliver(world, mailbox, letterOf(world, user, input))
    const { id, key: immutableId, internetMessageId } = message
    return c.json({ id, immutableId, internetMessageId }, 201)
  })
  app.post('/mailboxes/:user/expire-tokens', (c) => {
    expireTokens(core, owner(c.req.param('user')).mailbox)
    return c.body(null, 204)
  })
  app.post('/mailboxes/:user/import', async (c) => {
    const target = owner(c.req.param('user'))
    return c.json(await importInto(world, target, c.req.raw))
  })
}

function expireTokens(core: Core, mailbox: Mailbox): void {
  mailbox.epoch += 1
  touch(core.world, mailbox, 'meta', 'mailbox')
}

/** As desktop Outlook renames: the id stays; whether items follow is a switch. */
function renameAsOutlook(core: Core, mailbox: Mailbox, input: { from: string; to: string }) {
  const category = [...mailbox.categories.values()].find(
    (one) => one.displayName.toLowerCase() === input.from.toLowerCase(),
  )
  if (!category) {
    throw new SandboxError(404, 'NotFound', `The mailbox has no category '${input.from}'.`)
  }
  renameCategory(core.world, mailbox, category.id, input.to)
  if (core.switches.renameRewritesItems) {
    bodies.rewriteItems(core.world, mailbox, input.from, input.to)
  }
  return category
}

async function read<T extends z.ZodType>(request: Request, schema: T): Promise<z.output<T>> {
  const text = await request.text()
  try {
    return schema.parse(text.trim() === '' ? {} : JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) throw badRequest(`The body is no JSON: ${error.message}`)
    throw error
  }
}

export function controlError(error: unknown): Response {
  if (error instanceof SandboxError) return refusal(error.status, error.code, error.message)
  if (error instanceof z.ZodError) {
    const issue = error.issues[0]
    const where = issue?.path.join('.') || 'body'
    return refusal(400, 'BadRequest', `Invalid value at '${where}': ${issue?.message ?? ''}`)
  }
  if (error instanceof SyntaxError) return refusal(400, 'BadRequest', error.message)
  process.stderr.write(`exchange-sandbox: control route failed: ${String(error)}\n`)
  return refusal(500, 'InternalServerError', 'The sandbox failed.')
}

const refusal = (status: number, code: string, message: string): Response =>
  Response.json({ error: { code, message } }, { status })
