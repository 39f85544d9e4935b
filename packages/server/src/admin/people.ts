import {
  checked,
  conflict,
  notFound,
  readJson,
  requireAdministration,
  requireToken,
} from '@trackmark/http'
import {
  erasePerson,
  exportPerson,
  findUser,
  holderOf,
  readRetention,
  removeUser,
  type User,
  writeRetention,
} from '@trackmark/store'
import { Hono } from 'hono'
import { z } from 'zod'
import { administratorId } from '../organizations/administrator.ts'
import { audited } from './shared/audited.ts'
import { type AdminDeps, writerOf } from './shared/deps.ts'
import { requireId } from './shared/find.ts'
import { withoutUndefined } from './shared/without-undefined.ts'

const address = z
  .string()
  .trim()
  .max(320)
  .regex(/^[^@\s]+@[^@\s]+$/, 'must be an email address')
const erasure = z.strictObject({
  address,
  /** The address again, as a confirmation, because erasing can't be undone. */
  confirm: z.string(),
  allActivities: z.boolean().default(false),
  /** The pseudonym in the first answer, when that said that erasing isn't done yet. */
  pseudonym: z
    .string()
    .regex(/^erased-[0-9a-f]{12}$/)
    .optional(),
})

/** Routes that export and erase what is stored of a person. */
export function peopleRoutes(deps: AdminDeps): Hono {
  const { database, organizationId } = deps
  return new Hono()
    .get('/:address', async (c) => {
      requireAdministration(deps.caller, 'people')
      const wanted = checked(address, c.req.param('address'))
      await audited(deps, database, { ...aboutPeople, operation: 'access', changes: [] })
      const rows = exportPerson(database, organizationId, wanted)
      return new Response(lines(rows), { headers: { 'Content-Type': 'application/x-ndjson' } })
    })
    .post('/erase', async (c) => {
      // Erasing can't be undone, so a script in somebody's session must not start it.
      requireToken(deps.caller)
      const input = checked(erasure, await readJson(c.req.raw))
      if (input.confirm.trim().toLowerCase() !== input.address.toLowerCase()) {
        throw conflict('Repeat the address as "confirm"; erasing can\'t be undone.')
      }
      const holder = await holderOf(database, organizationId, input.address)
      if (holder !== null) throw conflict(HELD[holder])
      const pseudonym =
        input.pseudonym ?? `erased-${Buffer.from(deps.randomBytes(6)).toString('hex')}`
      const erased = await erasePerson(database, writerOf(deps), {
        address: input.address,
        pseudonym,
        allActivities: input.allActivities,
      })
      if (erased.isDone) {
        const entry = { ...aboutPeople, objectName: pseudonym, operation: 'delete' } as const
        await audited(deps, database, { ...entry, changes: [] })
      }
      return c.json({ ...erased, pseudonym })
    })
}

const aboutPeople = { table: 'person', objectId: null, objectName: 'personal data' }

const HELD = {
  mailbox: 'This address is a mailbox of the organization. Remove the mailbox and its user first.',
  user: 'This address is a user of the organization. Remove the user first.',
  account: 'Somebody signs in with this address. Remove the account first.',
} as const

/** Removes users who have left. */
export function userRoutes(deps: AdminDeps): Hono {
  const { database, organizationId } = deps
  return new Hono().delete('/:id', async (c) => {
    const user = await requireUser(deps, c.req.param('id'))
    const heir = administratorId(organizationId)
    if (user.userId === heir) throw conflict('This user is the installation itself.')
    const removed = await removeUser(database, writerOf(deps), user.userId, heir)
    if (removed === 'notFound') throw notFound('There is no such user.')
    if (removed === 'mailbox') throw conflict('Remove the mailbox of this user first.')
    await audited(deps, database, {
      table: 'systemuser',
      objectId: user.userId,
      objectName: user.name ?? user.userId,
      operation: 'delete',
      changes: [],
    })
    return c.body(null, 204)
  })
}

/** @throws ApiError 404 */
async function requireUser(
  { database, organizationId }: AdminDeps,
  idOrAddress: string,
): Promise<User> {
  const key = idOrAddress.includes('@')
    ? { address: idOrAddress }
    : { userId: requireId(idOrAddress) }
  const user = await findUser(database, organizationId, key)
  if (user !== null) return user
  throw notFound(`There is no user ${idOrAddress.slice(0, 100)}.`)
}

const days = z.number().int().min(1).max(36_500).nullable().optional()
const retentionChange = z.strictObject({
  bodies: days,
  audit: days,
  signInAttempts: days,
  trail: days,
})

/** For how many days personal data is kept; null means for ever. */
export function retentionRoutes(deps: AdminDeps): Hono {
  const { database, organizationId } = deps
  return new Hono()
    .get('/', async (c) => c.json(await readRetention(database, organizationId)))
    .patch('/', async (c) => {
      const input = checked(retentionChange, await readJson(c.req.raw))
      const after = await database.transaction(async (tx) => {
        const before = await readRetention(tx, organizationId)
        const next = { ...before, ...withoutUndefined(input) }
        await writeRetention(tx, organizationId, next)
        const text = (value: number | null) => (value === null ? null : String(value))
        const names = Object.keys(before) as (keyof typeof before)[]
        await audited(deps, tx, {
          table: 'retention',
          objectId: null,
          objectName: 'retention',
          operation: 'update',
          changes: names
            .filter((name) => before[name] !== next[name])
            .map((name) => ({ name, before: text(before[name]), after: text(next[name]) })),
        })
        return next
      })
      return c.json(after)
    })
}

function lines(rows: AsyncGenerator<unknown>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await rows.next()
      if (done) controller.close()
      else controller.enqueue(Buffer.from(`${JSON.stringify(value)}\n`))
    },
    cancel: async () => void (await rows.return(undefined)),
  })
}
