import type { Folder, FolderId, ItemKey, ItemRef, SeenItem, Window } from '@trackmark/core'
import type { ChangePage, MailboxAccess, MailboxPort, Outcome } from '@trackmark/engine'
import { expect, test } from 'vitest'

/** What people, other programs and administrators do to a mailbox behind the connector's back. */
export interface MailboxWorld {
  /** The connector under test, on a mailbox that is new. Pages are small: `pageSize` items. */
  readonly port: MailboxPort
  /** Another connection of the same application to the same mailbox. */
  readonly secondPort: MailboxPort
  /** Of the same mailbox, and of an address nobody has. */
  readonly access: MailboxAccess
  readonly accessToNobody: MailboxAccess
  readonly pageSize: number
  readonly now: number

  addMail(folder: string, mail?: NewMail): Promise<ItemKey>
  addFolder(parent: string, name: string): Promise<FolderId>
  addEvent(event: NewEvent): Promise<ItemKey>
  addTask(task: { title: string; categories?: readonly string[] }): Promise<ItemKey>
  /** Somebody's Outlook writes the whole list of an item. */
  write(ref: ItemRef, categories: readonly string[]): Promise<void>
  moveMail(key: ItemKey, folder: string): Promise<void>
  /** Gone for good, from every folder. */
  erase(ref: ItemRef): Promise<void>
  eraseFolder(folder: FolderId): Promise<void>
  expireCursors(): Promise<void>
  forbid(kind: 'tasks'): Promise<void>

  /** The next request whose path holds `path` is answered so; `times` of them. */
  fail(path: string, how: FaultWish): Promise<void>
  /** Milliseconds the connector slept so far, by the world's own clock. */
  slept(): number
  /**
   * Most requests the server ever had in flight from the connector, refusals for it, and how many
   * there were, parts of a batch among them.
   */
  load(): { readonly peak: number; readonly refused: number; readonly requests: number }
}

export interface NewMail {
  readonly subject?: string
  readonly categories?: readonly string[]
  readonly html?: string
  readonly attachments?: readonly { name: string; base64: string }[]
}

export interface NewEvent {
  readonly subject: string
  readonly categories?: readonly string[]
  readonly start: number
  readonly minutes: number
  /** Daily, this many times. */
  readonly times?: number
}

export interface FaultWish {
  readonly status?: number
  readonly code?: string
  readonly retryAfterSeconds?: number
  /** The request is done and its answer lost. */
  readonly lostAnswer?: boolean
  readonly times?: number
}

type Make = () => Promise<MailboxWorld>
const everything = { mail: true, calendar: true, tasks: true }
const limits = { attachmentBytesMax: 1_000_000, marked: null }
const DAY = 86_400_000

/** Rules MB1 to MB16 of docs/spec/ports.md, as far as they show from outside. */
export function mailboxContract(make: Make): void {
  categoryRules(make)
  readingRules(make)
  changeRules(make)
  listRules(make)
  writingRules(make)
  troubleRules(make)
  accessRules(make)
}

function accessRules(make: Make): void {
  test('[MB15] a mailbox that is there is reached; of one that is not it is said so', async () => {
    const { access, accessToNobody } = await make()
    await access.signIn()
    await access.reach()
    await accessToNobody.signIn()
    await expect(accessToNobody.reach()).rejects.toMatchObject({
      scope: 'mailbox',
      remedy: 'refused',
    })
  })

  test('[MB15] a refusal of the mailbox itself is told as one', async () => {
    const world = await make()
    await world.fail('/mailFolders/inbox', { status: 403, code: 'ErrorAccessDenied' })
    await expect(world.access.reach()).rejects.toMatchObject({
      scope: 'mailbox',
      remedy: 'refused',
    })
  })
}

function categoryRules(make: Make): void {
  test('[MB1] a category made is in the list, and a second of its name is told', async () => {
    const { port } = await make()
    const made = await port.createCategory({ name: 'Tracked to Dynamics 365', color: 'preset7' })
    expect(made).toMatchObject({ name: 'Tracked to Dynamics 365', color: 'preset7' })
    expect(await port.listCategories()).toContainEqual(made)
    const again = port.createCategory({ name: 'tracked TO dynamics 365', color: 'preset1' })
    await expect(again).rejects.toMatchObject({
      scope: 'categoryList',
      remedy: 'conflict',
    })
    expect(await port.listCategories()).toContainEqual(made)
  })

  test('[MB2] a lost answer makes no second category', async () => {
    const world = await make()
    await world.fail('/masterCategories', { lostAnswer: true })
    const made = await world.port.createCategory({ name: 'Mine', color: 'none' })
    const named = (await world.port.listCategories()).filter(({ name }) => name === 'Mine')
    expect(named).toEqual([made])
  })

  test('[MB2] deleting a category twice is deleting it', async () => {
    const { port } = await make()
    const { id } = await port.createCategory({ name: 'Mine', color: 'none' })
    await port.deleteCategory(id)
    await port.deleteCategory(id)
    expect((await port.listCategories()).some((category) => category.id === id)).toBe(false)
  })
}

function readingRules(make: Make): void {
  test('[MB12] folders come with their roles, and changes of the hierarchy are told', async () => {
    const world = await make()
    const first = await world.port.listFolders(null, everything)
    for (const role of ['inbox', 'sent', 'drafts', 'outbox', 'junk', 'deleted', 'flagged']) {
      expect(
        first.folders.filter((folder) => folder.role === role),
        role,
      ).toHaveLength(1)
    }
    expect(first.folders.filter(({ kind }) => kind === 'calendar').length).toBeGreaterThan(0)
    const inner = await world.addFolder('deleteditems', 'Old')
    const outer = await world.addFolder('inbox', 'Customers')
    const second = await world.port.listFolders(first.memory, everything)
    expect(second.folders).toContainEqual({ id: inner, kind: 'mail', role: 'deleted' })
    expect(second.folders).toContainEqual({ id: outer, kind: 'mail', role: 'other' })
    await world.eraseFolder(outer)
    const third = await world.port.listFolders(second.memory, everything)
    expect(third.folders.filter(({ id, role }) => id === outer && role === 'other')).toEqual([])
    // Without a memory the same folders come, though perhaps in another order.
    const anew = await world.port.listFolders(null, everything)
    const byId = (folders: readonly Folder[]) => folders.map((folder) => folder.id).sort()
    expect(byId(anew.folders)).toEqual(byId(third.folders))
  })

  test('[MB5] an expired hierarchy is listed anew by itself', async () => {
    const world = await make()
    const first = await world.port.listFolders(null, everything)
    await world.expireCursors()
    const second = await world.port.listFolders(first.memory, everything)
    expect(new Set(second.folders.map(({ id }) => id))).toEqual(
      new Set(first.folders.map(({ id }) => id)),
    )
  })

  test('[MB14] tasks that are forbidden are told, and mail goes on', async () => {
    const world = await make()
    await world.forbid('tasks')
    const listing = await world.port.listFolders(null, everything)
    expect(listing.unavailable.map(({ kind }) => kind)).toEqual(['taskList'])
    expect(listing.folders.some(({ role }) => role === 'inbox')).toBe(true)
  })

  test('a message is read whole, with its attachments', async () => {
    const world = await make()
    const key = await world.addMail('inbox', {
      subject: 'Your order',
      html: '<p>Hello</p>',
      categories: ['Blue category'],
      attachments: [
        { name: 'small.txt', base64: 'SGVsbG8=' },
        { name: 'large.bin', base64: 'A'.repeat(2_000_000) },
      ],
    })
    const { folder } = await openFolder(world, 'inbox')
    const ref: ItemRef = { kind: 'message', key, folder: folder.id }
    const message = unwrap((await world.port.readWhole([ref], limits))[0])
    expect(message).toMatchObject({
      kind: 'message',
      key,
      folder: folder.id,
      subject: 'Your order',
      categories: ['Blue category'],
      body: { type: 'html' },
      isDraft: false,
    })
    if (message?.kind !== 'message') throw new Error('not a message')
    expect(message.body.content).toContain('<p>Hello</p>')
    expect(message.attachments.map(({ name, content }) => [name, content])).toEqual([
      ['small.txt', 'SGVsbG8='],
      ['large.bin', null],
    ])
  })

  test('a task is read whole, light and in changes alike', async () => {
    const world = await make()
    const key = await world.addTask({ title: 'Call', categories: ['Mine'] })
    const { folder, items } = await openFolder(world, 'tasks')
    const seen = items.find((item) => item.key === key)
    expect(seen).toMatchObject({ kind: 'task', categories: ['Mine'], folder: folder.id })
    const ref: ItemRef = { kind: 'task', key, folder: folder.id }
    expect(unwrap((await world.port.readLight([ref]))[0])).toMatchObject({
      categories: ['Mine'],
      changeKey: seen!.changeKey,
    })
    const whole = unwrap((await world.port.readWhole([ref], limits))[0])
    expect(whole).toMatchObject({ kind: 'task', subject: 'Call', categories: ['Mine'] })
    expect(seen!.whole).toEqual(whole)
  })

  test('[MB13] a series is told by its master; its occurrences follow it', async () => {
    const world = await make()
    const start = Math.floor(world.now / DAY) * DAY + 9 * 3_600_000
    const key = await world.addEvent({
      subject: 'Daily',
      categories: ['Mine'],
      start,
      minutes: 30,
      times: 4,
    })
    const single = await world.addEvent({ subject: 'Once', start: start + 3_600_000, minutes: 60 })
    const { folder, items } = await openFolder(world, 'calendar')
    const occurrences = items.filter(({ eventType }) => eventType === 'occurrence')
    expect(occurrences).toHaveLength(4)
    for (const occurrence of occurrences) expect(occurrence.masterKey).toBe(key)
    expect(items.find((item) => item.key === single)).toMatchObject({
      eventType: 'single',
      categories: [],
    })
    const window: Window = { start: start - DAY, end: start + 30 * DAY }
    const master: ItemRef = { kind: 'event', key, folder: folder.id }
    const series = await world.port.readSeries(master, window)
    expect(series!.master).toMatchObject({
      subject: 'Daily',
      eventType: 'master',
      categories: ['Mine'],
      recurrence: { type: 'daily', interval: 1, occurrences: 4 },
    })
    expect(series!.instances.map((instance) => instance.start)).toEqual(
      [0, 1, 2, 3].map((day) => start + day * DAY),
    )
    expect(series!.instances.map((instance) => instance.key).sort()).toEqual(
      occurrences.map((occurrence) => occurrence.key).sort(),
    )
    await world.erase(master)
    expect(await world.port.readSeries(master, window)).toBeNull()
  })

  test('[MB13] what is gone is null, and the others keep their places', async () => {
    const world = await make()
    const [a, b, c] = [
      await world.addMail('inbox'),
      await world.addMail('inbox'),
      await world.addMail('inbox'),
    ]
    const { folder } = await openFolder(world, 'inbox')
    const refs = [a, b, c].map((key): ItemRef => ({ kind: 'message', key, folder: folder.id }))
    await world.erase(refs[1]!)
    const [light, whole] = [
      await world.port.readLight(refs),
      await world.port.readWhole(refs, limits),
    ]
    expect(light.map((one) => unwrap(one)?.key ?? null)).toEqual([a, null, c])
    expect(whole.map((one) => unwrap(one)?.key ?? null)).toEqual([a, null, c])
  })
}

function listRules(make: Make): void {
  test('[MB16] many marked messages are read as each by itself would be', async () => {
    const world = await make()
    const keys: ItemKey[] = []
    for (let at = 0; at < 12; at++) {
      const attachments = at % 3 === 0 ? [{ name: 'a.txt', base64: 'YQ==' }] : []
      const html = `<p>${at}</p>`
      keys.push(await world.addMail('inbox', { categories: ["It's mine"], html, attachments }))
    }
    const { folder } = await openFolder(world, 'inbox')
    const refs = keys.map((key): ItemRef => ({ kind: 'message', key, folder: folder.id }))
    await world.write(refs[1]!, [])
    await world.moveMail(keys[2]!, 'archive')
    await world.erase(refs[3]!)
    const before = world.load().requests
    const each = await world.port.readWhole(refs, limits)
    const between = world.load().requests
    const listed = await world.port.readWhole(refs, { ...limits, marked: "IT'S MINE" })
    const after = world.load().requests
    expect(listed).toEqual(each)
    expect(listed.map((one) => unwrap(one)?.key)).toEqual(
      keys.map((key, at) => (at === 3 ? undefined : key)),
    )
    expect(after - between).toBeLessThan(between - before)
  })

  test('[MB16] where they can’t be listed they are read each by itself', async () => {
    const world = await make()
    const keys: ItemKey[] = []
    for (let at = 0; at < 6; at++) keys.push(await world.addMail('inbox', { categories: ['X'] }))
    const { folder } = await openFolder(world, 'inbox')
    const refs = keys.map((key): ItemRef => ({ kind: 'message', key, folder: folder.id }))
    await world.fail(`/${folder.id}/messages`, { status: 400, code: 'ErrorInvalidRestriction' })
    const read = await world.port.readWhole(refs, { ...limits, marked: 'X' })
    expect(read.map((one) => unwrap(one)?.key)).toEqual(keys)
  })
}

function changeRules(make: Make): void {
  test('[MB4] pages followed to their end tell every item; then only what is new', async () => {
    const world = await make()
    const keys: ItemKey[] = []
    for (let at = 0; at < world.pageSize * 2 + 1; at++) keys.push(await world.addMail('inbox'))
    const opened = await openFolder(world, 'inbox')
    expect(opened.pages).toBeGreaterThan(1)
    expect(new Set(opened.items.map(({ key }) => key))).toEqual(new Set(keys))
    expect(await changesSince(world, opened)).toEqual({ items: [], removed: [] })
    const late = await world.addMail('inbox', { categories: ['Mine'] })
    const page = await changesSince(world, opened)
    expect(page.items.map(({ key, categories }) => [key, categories])).toEqual([[late, ['Mine']]])
  })

  test('[MB3] a cursor used twice gives the same changes twice', async () => {
    const world = await make()
    const opened = await openFolder(world, 'inbox')
    const key = await world.addMail('inbox', { categories: ['Mine'] })
    const [first, second] = [await changesSince(world, opened), await changesSince(world, opened)]
    expect(first.items.map((item) => item.key)).toEqual([key])
    expect(second.items).toEqual(first.items)
  })

  test('[MB4] a write by anybody shows as a change, with what decisions need', async () => {
    const world = await make()
    const key = await world.addMail('inbox')
    const opened = await openFolder(world, 'inbox')
    await world.write({ kind: 'message', key, folder: opened.folder.id }, ['Mine', 'Other'])
    const { items } = await changesSince(world, opened)
    expect(items).toMatchObject([
      { key, categories: ['Mine', 'Other'], isDraft: false, isMeetingMessage: false },
    ])
    expect(items[0]!.changeKey).not.toBe(opened.items[0]!.changeKey)
    expect(items[0]!.internetMessageId).toMatch(/^<.+>$/)
  })

  test('[MB5] an expired cursor asks for its folder; a listing from the start is whole', async () => {
    const world = await make()
    const key = await world.addMail('inbox')
    const opened = await openFolder(world, 'inbox')
    await world.expireCursors()
    const request = { folder: opened.folder, cursor: opened.cursor, window: null }
    const [outcome] = await world.port.changes([request])
    expect(outcome).toMatchObject({ ok: false, error: { remedy: 'relist' } })
    const anew = await openFolder(world, 'inbox')
    expect(anew.items.map((item) => item.key)).toEqual([key])
  })

  test('[MB5] a folder that is gone asks for itself only', async () => {
    const world = await make()
    const gone = await world.addFolder('inbox', 'Short-lived')
    const { folder } = await openFolder(world, 'inbox')
    await world.eraseFolder(gone)
    await world.eraseFolder(gone).catch(() => {})
    const [missing, fine] = await world.port.changes([
      { folder: { id: `${gone}x`, kind: 'mail', role: 'other' }, cursor: null, window: null },
      { folder, cursor: null, window: null },
    ])
    expect(missing!.ok).toBe(false)
    expect(fine!.ok).toBe(true)
  })

  test('[MB12] a move is a removal here and the same key there', async () => {
    const world = await make()
    const key = await world.addMail('inbox', { categories: ['Mine'] })
    const here = await openFolder(world, 'inbox')
    const there = await openFolder(world, 'archive', await world.addFolder('inbox', 'Kept'))
    await world.moveMail(key, there.folder.id)
    expect((await changesSince(world, here)).removed).toEqual([key])
    const arrived = await changesSince(world, there)
    expect(arrived.items).toMatchObject([{ key, folder: there.folder.id, categories: ['Mine'] }])
    const ref: ItemRef = { kind: 'message', key, folder: here.folder.id }
    expect(unwrap((await world.port.readLight([ref]))[0])?.folder).toBe(there.folder.id)
  })

  test('[MB12] a message erased is a removal and nowhere else', async () => {
    const world = await make()
    const key = await world.addMail('inbox')
    const opened = await openFolder(world, 'inbox')
    const ref: ItemRef = { kind: 'message', key, folder: opened.folder.id }
    await world.erase(ref)
    expect((await changesSince(world, opened)).removed).toEqual([key])
    expect(unwrap((await world.port.readLight([ref]))[0])).toBeNull()
  })
}

function writingRules(make: Make): void {
  const kinds = ['message', 'event', 'task'] as const
  for (const kind of kinds) {
    test(`[MB8] categories of one ${kind} are written only over what was read`, async () => {
      const world = await make()
      const ref = await addOne(world, kind)
      const seen = unwrap((await world.port.readLight([ref]))[0])!
      const changeKey = await world.port.setCategories(ref, ['Tracked'], seen.changeKey)
      expect(changeKey).not.toBe(seen.changeKey)
      const now = unwrap((await world.port.readLight([ref]))[0])!
      expect([now.categories, now.changeKey]).toEqual([['Tracked'], changeKey])

      await world.write(ref, ['Tracked', "Somebody's own"])
      const stale = world.port.setCategories(ref, ['Tracked', 'Ours'], changeKey)
      await expect(stale).rejects.toMatchObject({ remedy: 'conflict' })
      const after = unwrap((await world.port.readLight([ref]))[0])!
      expect(after.categories).toEqual(['Tracked', "Somebody's own"])

      // Read anew and written again, everybody's category is there.
      await world.port.setCategories(ref, [...after.categories!, 'Ours'], after.changeKey)
      const last = unwrap((await world.port.readLight([ref]))[0])!
      expect(last.categories).toEqual(['Tracked', "Somebody's own", 'Ours'])

      await world.erase(ref)
      const gone = world.port.setCategories(ref, [], last.changeKey)
      await expect(gone).rejects.toMatchObject({ remedy: 'gone' })
    })
  }

  test('[MB8] a write whose answer was lost is there, and telling it again changes nothing', async () => {
    const world = await make()
    const ref = await addOne(world, 'message')
    const seen = unwrap((await world.port.readLight([ref]))[0])!
    await world.fail('/messages/', { lostAnswer: true })
    const write = world.port.setCategories(ref, ['Tracked'], seen.changeKey)
    await expect(write).rejects.toMatchObject({ remedy: 'conflict' })
    const now = unwrap((await world.port.readLight([ref]))[0])!
    expect(now.categories).toEqual(['Tracked'])
  })
}

function troubleRules(make: Make): void {
  test('[MB6] short waits are waited for, and use up no try', async () => {
    const world = await make()
    const wait = { status: 429, code: 'ApplicationThrottled', retryAfterSeconds: 1, times: 4 }
    await world.fail('/masterCategories', wait)
    await world.port.listCategories()
    expect(world.slept()).toBe(4_000)
  })

  test('[MB6] a long Retry-After is passed on, of a request and of a part alike', async () => {
    const world = await make()
    const { folder } = await openFolder(world, 'inbox')
    const wait = { status: 429, code: 'ApplicationThrottled', retryAfterSeconds: 600 }
    await world.fail('/messages/delta', wait)
    const [outcome] = await world.port.changes([{ folder, cursor: null, window: null }])
    expect(outcome).toMatchObject({ ok: false, error: { retryAfterMs: 600_000 } })
    await expect(world.secondPort.listCategories()).rejects.toMatchObject({
      remedy: 'wait',
      retryAfterMs: 600_000,
    })
    expect(world.slept()).toBe(0)
  })

  test('[MB7] trouble of the moment passes unseen', async () => {
    const world = await make()
    await world.fail('/masterCategories', { status: 503, code: 'serviceNotAvailable', times: 2 })
    expect(await world.port.listCategories()).toBeInstanceOf(Array)
  })

  test('[MB9] however much is asked at once, the server never has to refuse', async () => {
    const world = await make()
    const keys: ItemKey[] = []
    for (let at = 0; at < 30; at++) keys.push(await world.addMail('inbox'))
    const { folder } = await openFolder(world, 'inbox')
    const refs = keys.map((key): ItemRef => ({ kind: 'message', key, folder: folder.id }))
    await Promise.all([
      ...refs.map((ref) => world.port.readLight([ref])),
      world.port.readWhole(refs, limits),
      world.secondPort.readLight(refs),
      ...Array.from({ length: 9 }, () => world.secondPort.listCategories()),
    ])
    expect(world.load().refused).toBe(0)
    expect(world.load().peak).toBe(4)
  })

  test('[MB10] one item in trouble fails none of the others', async () => {
    const world = await make()
    const [a, b, c] = [
      await world.addMail('inbox'),
      await world.addMail('inbox'),
      await world.addMail('inbox'),
    ]
    const { folder } = await openFolder(world, 'inbox')
    const refs = [a, b, c].map((key): ItemRef => ({ kind: 'message', key, folder: folder.id }))
    await world.fail(`/messages/${b}`, { status: 400, code: 'ErrorNobodyKnows', times: 2 })
    for (const outcomes of [
      await world.port.readLight(refs),
      await world.port.readWhole(refs, limits),
    ]) {
      expect(outcomes.map((one) => one.ok || one.error.remedy)).toEqual([true, 'refused', true])
    }
  })
}

interface Opened {
  readonly folder: Folder
  readonly items: readonly SeenItem[]
  readonly cursor: string
  readonly pages: number
}

/** A folder by role (or by id), listed to its end. */
async function openFolder(world: MailboxWorld, role: string, id?: FolderId): Promise<Opened> {
  const { folders } = await world.port.listFolders(null, everything)
  const folder = folders.find((one) => (id === undefined ? plays(one, role) : one.id === id))
  if (!folder) throw new Error(`no folder ${id ?? role}`)
  const today = Math.floor(world.now / DAY) * DAY
  const window =
    folder.kind === 'calendar' ? { start: today - 30 * DAY, end: today + 60 * DAY } : null
  const items = new Map<ItemKey, SeenItem>()
  let cursor: string | null = null
  for (let pages = 1; ; pages++) {
    const page: ChangePage = unwrap((await world.port.changes([{ folder, cursor, window }]))[0])
    for (const item of page.items) items.set(item.key, item)
    cursor = page.cursor
    if (!page.more) return { folder, items: [...items.values()], cursor, pages }
  }
}

function plays(folder: Folder, role: string): boolean {
  if (role === 'calendar') return folder.kind === 'calendar'
  if (role === 'tasks') return folder.kind === 'taskList' && folder.role === 'other'
  return folder.kind === 'mail' && folder.role === role
}

/** What changed since, to the end: a page may be empty and have more behind it. */
async function changesSince(
  world: MailboxWorld,
  { folder, cursor: since }: Opened,
): Promise<Pick<ChangePage, 'items' | 'removed'>> {
  const items: SeenItem[] = []
  const removed: ItemKey[] = []
  for (let cursor = since; ; ) {
    const page: ChangePage = unwrap(
      (await world.port.changes([{ folder, cursor, window: null }]))[0],
    )
    items.push(...page.items)
    removed.push(...page.removed)
    if (!page.more) return { items, removed }
    cursor = page.cursor
  }
}

async function addOne(world: MailboxWorld, kind: ItemRef['kind']): Promise<ItemRef> {
  switch (kind) {
    case 'message': {
      const key = await world.addMail('inbox')
      return { kind, key, folder: (await openFolder(world, 'inbox')).folder.id }
    }
    case 'event': {
      const key = await world.addEvent({ subject: 'Once', start: world.now + DAY, minutes: 30 })
      return { kind, key, folder: (await openFolder(world, 'calendar')).folder.id }
    }
    case 'task': {
      const key = await world.addTask({ title: 'Call' })
      return { kind, key, folder: (await openFolder(world, 'tasks')).folder.id }
    }
  }
}

function unwrap<T>(outcome: Outcome<T> | undefined): T {
  if (outcome === undefined) throw new Error('no answer')
  if (!outcome.ok) throw outcome.error
  return outcome.value
}
