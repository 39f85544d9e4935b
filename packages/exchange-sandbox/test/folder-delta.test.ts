import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ANNA, type Lab, lab } from './harness.ts'

const AT = `/users/${ANNA}/mailFolders`

const step = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), pick: fc.nat() }),
  fc.record({ kind: fc.constant('rename' as const), pick: fc.nat() }),
  fc.record({ kind: fc.constant('move' as const), pick: fc.nat(), to: fc.nat() }),
  fc.record({ kind: fc.constant('delete' as const), pick: fc.nat() }),
  fc.record({ kind: fc.constant('page' as const) }),
  fc.record({ kind: fc.constant('round' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

interface Known {
  readonly displayName: string
  readonly parentFolderId: string
}

/** A client that builds its tree as it reads, and can't hang a folder below one it doesn't know. */
interface Reader {
  link: string
  readonly root: string
  readonly folders: Map<string, Known>
  rows: number
}

/** Reads a page and applies it. @returns whether the round has ended */
async function readPage(call: Lab['call'], reader: Reader, size: number): Promise<boolean> {
  const headers = { Prefer: `odata.maxpagesize=${size}` }
  const { status, json } = await call('GET', reader.link, undefined, headers)
  expect(status).toBe(200)
  for (const row of json.value ?? []) {
    const id = String(row.id)
    reader.rows += 1
    if ('@removed' in row) {
      reader.folders.delete(id)
      continue
    }
    const parentFolderId = String(row.parentFolderId)
    const isHung = parentFolderId === reader.root || reader.folders.has(parentFolderId)
    if (!isHung) throw new Error(`${String(row.displayName)} comes before the folder it lies in`)
    reader.folders.set(id, { displayName: String(row.displayName), parentFolderId })
  }
  const end = json['@odata.deltaLink']
  reader.link = String(end ?? json['@odata.nextLink'])
  return end !== undefined
}

async function readRound(call: Lab['call'], reader: Reader, size: number): Promise<void> {
  for (let pages = 0; pages < 500; pages += 1) if (await readPage(call, reader, size)) return
  throw new Error('the round has no end')
}

async function newReader(call: Lab['call']): Promise<Reader> {
  const root = String((await call('GET', `${AT}/msgfolderroot`)).json.id)
  return { link: `${AT}/delta()`, root, folders: new Map(), rows: 0 }
}

/** All folders as they are, by walking down. */
async function tree(call: Lab['call'], root: string): Promise<Map<string, Known>> {
  const found = new Map<string, Known>()
  const walk = async (id: string): Promise<void> => {
    const { json } = await call('GET', `${AT}/${id}/childFolders?$top=1000`)
    for (const row of json.value ?? []) {
      const { displayName, parentFolderId } = row as unknown as Known
      found.set(String(row.id), { displayName, parentFolderId })
      await walk(String(row.id))
    }
  }
  await walk(root)
  return found
}

test('folders are told after those they lie in: a new mailbox, in one page or many', async () => {
  const { call } = await lab()
  const make = async (parent: string, displayName: string): Promise<string> => {
    const made = await call('POST', `${AT}/${parent}/childFolders`, { displayName })
    expect(made.status).toBe(201)
    return String(made.json.id)
  }
  // The last folder made is the innermost; Inbox and Customers change after it.
  const customers = await make('inbox', 'Customers')
  const haverleigh = await make(customers, 'Haverleigh')
  await make(haverleigh, 'Invoices')
  await make(customers, 'Prospects')
  await make('inbox', 'Waiting')
  const all = await newReader(call)
  await readRound(call, all, 1000)
  expect(all.folders.size).toBe(12)
  // Each of them once.
  expect(all.rows).toBe(12)
  for (const size of [1, 2, 3, 5]) {
    const reader = await newReader(call)
    await readRound(call, reader, size)
    expect(reader.folders).toEqual(all.folders)
    expect(reader.rows).toBe(12)
  }
})

test('a folder moved below a new one is told after it', async () => {
  const { call } = await lab()
  const make = async (displayName: string) =>
    String((await call('POST', AT, { displayName })).json.id)
  const one = await make('One')
  const reader = await newReader(call)
  await readRound(call, reader, 3)
  const two = await make('Two')
  await call('POST', `${AT}/${one}/move`, { destinationId: two })
  await call('PATCH', `${AT}/${two}`, { displayName: 'Second' })
  reader.rows = 0
  await readRound(call, reader, 1)
  expect(reader.rows).toBe(2)
  expect(reader.folders.get(one)?.parentFolderId).toBe(two)
})

test('whatever is done between pages, every folder finds its parent, and none is lost', async () => {
  const law = fc.asyncProperty(
    fc.array(step, { maxLength: 40 }),
    fc.integer({ min: 1, max: 4 }),
    async (steps, size) => {
      const { call } = await lab({ throttling: { mailboxMax: 0 } })
      const reader = await newReader(call)
      let made = 0
      const perform = async (one: Step): Promise<void> => {
        if (one.kind === 'page') return void (await readPage(call, reader, size))
        if (one.kind === 'round') return readRound(call, reader, size)
        const folders = [...(await tree(call, reader.root)).keys()]
        const pick = (number: number) => folders[number % folders.length]
        const at = `${AT}/${pick(one.pick)}`
        made += 1
        const displayName = `Folder ${made}`
        // Well-known folders can't be moved or deleted: those steps change nothing.
        if (one.kind === 'create') await call('POST', `${at}/childFolders`, { displayName })
        if (one.kind === 'rename') await call('PATCH', at, { displayName })
        if (one.kind === 'move') await call('POST', `${at}/move`, { destinationId: pick(one.to) })
        if (one.kind === 'delete') await call('DELETE', at)
      }
      for (const one of steps) await perform(one)
      await readRound(call, reader, size)
      await readRound(call, reader, size)
      expect(reader.folders).toEqual(await tree(call, reader.root))
    },
  )
  await fc.assert(law, { numRuns: 100 })
})
