import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Folder, ItemRef } from '@trackmark/core'
import { expect, test } from 'vitest'
import { BASE, scripted } from './scripted.ts'

/** Microsoft's own description, shortened. It lies beside the repository and may be absent. */
const FILE = resolve(
  import.meta.dirname,
  '../../../../shared/data/msgraph/msgraph-subset.openapi.json',
)
const isHere = existsSync(FILE)
if (!isHere) console.log(`skipped: no ${FILE.split('/').at(-1)} beside the repository`)

interface OpenApi {
  readonly paths: Record<string, Record<string, { readonly parameters?: readonly Parameter[] }>>
  readonly components: { readonly schemas: Record<string, { properties?: object }> }
}
interface Parameter {
  readonly name?: string
  readonly $ref?: string
}

test.skipIf(!isHere)(
  'every request the connector makes is one that Microsoft describes',
  async () => {
    const api = JSON.parse(readFileSync(FILE, 'utf8')) as OpenApi
    const asked = await everythingAsked()
    expect(asked.length).toBeGreaterThan(25)
    for (const { method, path } of asked) {
      const [plain, query] = path.replace(BASE, '').split('?')
      const described = Object.keys(api.paths).find((known) => fits(known, plain!))
      expect(described, `${method} ${plain}`).toBeDefined()
      expect(api.paths[described!], `${method} ${plain}`).toHaveProperty(method.toLowerCase())
      for (const name of selected(query ?? '')) {
        expect(propertiesOf(api, described!), `$select of ${name} at ${plain}`).toContain(name)
      }
    }
  },
)

function fits(known: string, path: string): boolean {
  const pattern = known
    .replaceAll(/[.$()]/g, '\\$&')
    .replaceAll(/\{[^}]+\}/g, '[^/]+')
    // `delta` and `delta()` are both documented.
    .replace(/delta\\\(\\\)$/, 'delta(\\(\\))?')
  return new RegExp(`^${pattern}$`).test(path)
}

function selected(query: string): string[] {
  const top = /(?:^|&)\$select=([^&]+)/.exec(query)?.[1]
  return top?.split(',') ?? []
}

const TYPES: readonly (readonly [part: string, type: string])[] = [
  ['/attachments', 'fileAttachment'],
  ['/messages', 'message'],
  ['/mailFolders', 'mailFolder'],
  ['/events', 'event'],
  ['/calendar', 'calendar'],
]

function propertiesOf(api: OpenApi, path: string): string[] {
  const type = TYPES.find(([part]) => path.includes(part))![1]
  return Object.keys(api.components.schemas[`microsoft.graph.${type}`]!.properties ?? {})
}

/** Calls each method of the port once, with just enough of an answer to continue. */
async function everythingAsked() {
  const entity = {
    '@odata.etag': 'W/"1"',
    id: 'x',
    categories: [],
    displayName: 'x',
    status: 'notStarted',
    'attachments@odata.nextLink': `${BASE}/users/u/messages/x/attachments?$skip=1`,
    type: 'seriesMaster',
    start: { dateTime: '2026-01-05T09:00:00', timeZone: 'UTC' },
    end: { dateTime: '2026-01-05T09:00:00', timeZone: 'UTC' },
  }
  const file = { '@odata.type': '#microsoft.graph.fileAttachment', id: 'a', size: 1 }
  const graph = scripted((one) => {
    const isList = /delta|attachments\?|instances|lists|calendars|masterCategories$/.test(one.path)
    const isFiles = one.path.includes('/attachments?')
    const value = isFiles ? [file] : []
    const page = { value, '@odata.deltaLink': `${BASE}/users/u/x/delta()?$deltatoken=1` }
    return { body: isList && one.method === 'GET' && !/tasks\/x/.test(one.path) ? page : entity }
  })
  const { port } = graph
  const folder = (kind: Folder['kind'], id: string): Folder => ({ id, kind, role: 'other' })
  const item = (kind: ItemRef['kind']): ItemRef => ({ kind, key: 'x', folder: 'f' })
  const items = [item('message'), item('event'), item('task')]
  const window = { start: 0, end: 1 }
  await port.categories.list()
  await port.categories.create({ name: 'x', color: 'none' })
  await port.categories.delete('x')
  await port.folders.list(null, { mail: true, calendar: true, tasks: true })
  await port.feed.read(
    [
      folder('mail', 'm'),
      folder('calendar', 'x'),
      folder('calendar', 'c'),
      folder('taskList', 't'),
    ].map((one) => ({ folder: one, cursor: null, window })),
  )
  await port.items.light(items)
  await port.items.whole(items, { attachmentBytesMax: 10, marked: null })
  await port.items.series(item('event'), window)
  for (const ref of items) await port.writer.setCategories(ref, [], '1')
  await graph.connector.access('u')
  return graph.asked
}
