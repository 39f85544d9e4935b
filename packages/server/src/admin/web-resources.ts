import { badRequest, checked, notFound, readJson, requireToken, stableId } from '@trackmark/http'
import {
  importWebResources,
  listWebResources,
  type NewWebResource,
  removeWebResources,
} from '@trackmark/store'
import { Hono } from 'hono'
import { z } from 'zod'
import {
  FILE_BYTES_MAX,
  FILES_MAX,
  IMPORT_BYTES_MAX,
  isWebResourceName,
} from '../webresources/kinds.ts'
import { audited } from './shared/audited.ts'
import type { AdminDeps } from './shared/deps.ts'
import { instantText } from './shared/instants.ts'

/** Checks single characters: a pattern with groups of four would overflow the stack at some megabytes. */
const isBase64 = (text: string): boolean =>
  text.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(text.replace(/={1,2}$/, ''))

const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4

const file = z.strictObject({
  name: z
    .string()
    .refine(isWebResourceName, 'must be 1 to 256 letters, digits and _ . - / without ".."'),
  displayName: z.string().max(200).nullable().default(null),
  description: z.string().max(2000).nullable().default(null),
  type: z.int().min(1).max(12),
  content: z
    .string()
    .max(base64Length(FILE_BYTES_MAX), `must be of at most ${FILE_BYTES_MAX} bytes`)
    .refine(isBase64, 'must be base64'),
  languageCode: z.int().min(0).max(0x7fffffff).nullable().default(null),
  introducedVersion: z.string().max(48).nullable().default(null),
})

const importBody = z.strictObject({
  solution: z
    .strictObject({
      uniqueName: z.string().regex(/^\w{1,65}$/, 'must be letters, digits and _'),
      friendlyName: z.string().min(1).max(256),
      version: z.string().regex(/^\d{1,9}(\.\d{1,9}){1,3}$/, 'must be like 1.0.0.0'),
      isManaged: z.boolean(),
    })
    .nullable()
    .default(null),
  files: z.array(file).min(1).max(FILES_MAX),
})

/** Routes below `/api/admin/webresources`. */
export function webResourceRoutes(deps: AdminDeps): Hono {
  const { database, organizationId } = deps
  return new Hono()
    .get('/', async (c) => {
      const listed = await listWebResources(database, organizationId)
      const webResources = listed.map((one) => ({
        ...one,
        modifiedOn: instantText(one.modifiedOn),
      }))
      return c.json({ webResources })
    })
    .post('/', async (c) => {
      requireToken(deps.caller)
      const body = await readJson(c.req.raw, base64Length(IMPORT_BYTES_MAX) + 1024 * 1024)
      return c.json(await importFiles(deps, checked(importBody, body)))
    })
    .delete('/', async (c) => {
      requireToken(deps.caller)
      const names = c.req.queries('name') ?? []
      if (names.length === 0) throw badRequest('Say which by name, as in ?name=new_/page.html.')
      const removed = await removeWebResources(database, organizationId, names)
      if (removed.length === 0)
        throw notFound(`There is no web resource ${names[0]?.slice(0, 256)}.`)
      await audited(deps, database, { ...about(removed), operation: 'delete', changes: [] })
      return c.json({ removed })
    })
}

async function importFiles(deps: AdminDeps, input: z.infer<typeof importBody>) {
  const { database, organizationId } = deps
  const twice = firstTwice(input.files.map(({ name }) => name.toLowerCase()))
  if (twice !== null) throw badRequest(`The web resource ${twice} is there twice.`)
  const files: NewWebResource[] = input.files.map((one) => ({
    ...one,
    webResourceId: stableId(organizationId, 'webresource', one.name.toLowerCase()),
  }))
  const solution = input.solution && {
    ...input.solution,
    solutionId: stableId(organizationId, 'solution', input.solution.uniqueName.toLowerCase()),
  }
  const imported = await importWebResources(
    database,
    organizationId,
    { files, solution, modifiedBy: deps.caller.userId },
    deps.clock(),
  )
  const names = files.map(({ name }) => name)
  await audited(deps, database, { ...about(names), operation: 'create', changes: [] })
  return { ...imported, names }
}

/** @param names of files that were imported or removed together */
const about = (names: readonly string[]) => ({
  table: 'webresource',
  objectId: null,
  objectName: names.length > 5 ? `${names.slice(0, 5).join(', ')}, …` : names.join(', '),
})

function firstTwice(names: readonly string[]): string | null {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) return name
    seen.add(name)
  }
  return null
}
