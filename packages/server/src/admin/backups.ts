import {
  badRequest,
  checked,
  conflict,
  notFound,
  readBytes,
  readJson,
  requireInstallation,
} from '@trackmark/http'
import { hasActivitiesOrAccounts, listOrganizations } from '@trackmark/store'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Transfer } from '../backup/service.ts'
import { audited } from './shared/audited.ts'
import type { AdminDeps } from './shared/deps.ts'

/** Somebody who finds the file could guess a shorter one. */
const PASSPHRASE_MIN = 12
const passphrase = z
  .string()
  .min(PASSPHRASE_MIN, `must have ${PASSPHRASE_MIN} characters at least`)
  .max(1_000)

const backupInput = z.strictObject({ passphrase })
const restoreInput = z.strictObject({
  passphrase: z.string().max(1_000),
  /** Confirms that everything in the database is replaced. */
  replace: z.boolean().default(false),
})

/** Largest part of a file in one message, in bytes. */
export const PART_BYTES = 4 * 1024 * 1024

/**
 * Backups and restores of the whole installation; they need the installation's token. Files are downloaded and
 * uploaded in parts of at most `PART_BYTES`, each from the offset where the last one ended.
 */
export function backupRoutes(deps: AdminDeps): Hono {
  const { backups } = deps
  return new Hono()
    .post('/', async (c) => {
      requireInstallation(deps.caller)
      const { passphrase } = checked(backupInput, await readJson(c.req.raw))
      const transfer = await backups.backUp(passphrase)
      if (transfer === null) throw busy()
      await audited(deps, deps.database, about('access', 'backup'))
      return c.json(await json(deps, transfer), 202)
    })
    .get('/:id', (c) => state(deps, c, 'backup'))
    .get('/:id/content', async (c) => {
      const transfer = find(deps, c.req.param('id'), 'backup')
      if (transfer.state !== 'done') throw conflict('The backup is not done.')
      const bytes = await backups.read(transfer, offsetOf(c), PART_BYTES)
      return c.body(new Uint8Array(bytes), 200, { 'Content-Type': 'application/octet-stream' })
    })
    .delete('/:id', (c) => discard(deps, c, 'backup'))
}

export function restoreRoutes(deps: AdminDeps): Hono {
  const { backups } = deps
  return new Hono()
    .post('/', async (c) => {
      requireInstallation(deps.caller)
      const transfer = await backups.awaitFile()
      if (transfer === null) throw busy()
      return c.json(await json(deps, transfer), 201)
    })
    .get('/:id', (c) => state(deps, c, 'restore'))
    .put('/:id/content', async (c) => {
      const transfer = find(deps, c.req.param('id'), 'restore')
      if (transfer.state !== 'waiting') throw conflict('The restore has begun.')
      const offset = offsetOf(c)
      const size = await backups.size(transfer)
      if (offset !== size) throw conflict(`The file has ${size} bytes so far; go on from there.`)
      await backups.append(transfer, await readBytes(c.req.raw, PART_BYTES))
      return c.body(null, 204)
    })
    .post('/:id/start', async (c) => {
      const transfer = find(deps, c.req.param('id'), 'restore')
      if (transfer.state !== 'waiting') throw conflict('The restore has begun.')
      const { passphrase, replace } = checked(restoreInput, await readJson(c.req.raw))
      if (!replace) await requireEmpty(deps)
      backups.restore(transfer, passphrase)
      return c.json(await json(deps, transfer), 202)
    })
    .delete('/:id', (c) => discard(deps, c, 'restore'))
}

function find(deps: AdminDeps, id: string, kind: Transfer['kind']): Transfer {
  requireInstallation(deps.caller)
  const found = deps.backups.find(id)
  if (found?.kind === kind) return found
  throw notFound(`There is no such ${kind}; it may have been removed.`)
}

async function state(deps: AdminDeps, c: Context, kind: Transfer['kind']) {
  return c.json(await json(deps, find(deps, c.req.param('id') ?? '', kind)))
}

async function discard(deps: AdminDeps, c: Context, kind: Transfer['kind']) {
  const transfer = find(deps, c.req.param('id') ?? '', kind)
  if (transfer.state === 'running') throw conflict(`The ${kind} is under way.`)
  await deps.backups.discard(transfer)
  return c.body(null, 204)
}

async function json({ backups }: AdminDeps, transfer: Transfer) {
  const { id, state, error, result } = transfer
  return { id, state, error, bytes: await backups.size(transfer), result }
}

function offsetOf(c: Context): number {
  const offset = c.req.query('offset') ?? '0'
  if (!/^\d{1,15}$/.test(offset)) throw badRequest('"offset" must be a number of bytes.')
  return Number(offset)
}

/** @throws ApiError 409 when the installation is in use already */
async function requireEmpty({ database }: AdminDeps): Promise<void> {
  for (const { organizationId } of await listOrganizations(database)) {
    if (await hasActivitiesOrAccounts(database, organizationId)) {
      throw conflict(
        'This installation holds activities or accounts. A restore puts the backup in their place: say "replace" to do so.',
      )
    }
  }
}

const about = (operation: 'access', objectName: string) => ({
  table: 'installation',
  objectId: null,
  objectName,
  operation,
  changes: [],
})

const busy = () => conflict('Another backup or restore is under way.')
