import type { Folder, ItemKey, ItemRef, Window } from '@trackmark/core'
import { expect, test } from 'vitest'
import {
  addOne,
  changesSince,
  DAY,
  everything,
  type MailboxWorld,
  openFolder,
  type ServerWorld,
  unwrap,
} from './mailbox-world.ts'

type Make = () => Promise<MailboxWorld>
const limits = { attachmentBytesMax: 1_000_000, marked: null }

/**
 * Rules MB1 to MB16 of docs/spec/ports.md, as far as they can be seen from outside.
 * @param hasServer whether `MailboxWorld.server` exists, so that rules about failing servers are
 *   tested, too
 */
export function mailboxContract(make: Make, hasServer: boolean): void {
  categoryRules(make)
  readingRules(make)
  changeRules(make)
  writingRules(make)
  accessRules(make)
  if (!hasServer) return
  listRules(make)
  lostAnswerRules(make)
  troubleRules(make)
}

function serverOf({ server }: MailboxWorld): ServerWorld {
  if (server === null) throw new Error('a world without a server')
  return server
}

function accessRules(make: Make): void {
  test('[MB15] a mailbox that is there is reached; of one that is not it is said so', async () => {
    const { access, connector } = await make()
    await access.signIn()
    await access.reach()
    const nobody = connector.access('nobody@northwind.example')
    await nobody.signIn()
    await expect(nobody.reach()).rejects.toMatchObject({
      scope: 'mailbox',
      remedy: 'refused',
    })
  })

  test('[MB15] a refusal of the mailbox itself is told as one', async () => {
    const world = await make()
    await world.refuse()
    await expect(world.access.reach()).rejects.toMatchObject({
      scope: 'mailbox',
      remedy: 'refused',
    })
  })
}

function categoryRules(make: Make): void {
  test('[MB1] a category made is in the list, and a second of its name is told', async () => {
    const { port } = await make()
    const made = await port.categories.create({ name: 'Tracked to Dynamics 365', color: 'preset7' })
    expect(made).toMatchObject({ name: 'Tracked to Dynamics 365', color: 'preset7' })
    expect(await port.categories.list()).toContainEqual(made)
    const again = port.categories.create({ name: 'tracked TO dynamics 365', color: 'preset1' })
    await expect(again).rejects.toMatchObject({
      scope: 'categoryList',
      remedy: 'conflict',
    })
    expect(await port.categories.list()).toContainEqual(made)
  })

  test('[MB2] deleting a category twice is deleting it', async () => {
    const { port } = await make()
    const { id } = await port.categories.create({ name: 'Mine', color: 'none' })
    await port.categories.delete(id)
    await port.categories.delete(id)
    expect((await port.categories.list()).some((category) => category.id === id)).toBe(false)
  })
}

function readingRules(make: Make): void {
  test('[MB12] folders come with their roles, and changes of the hierarchy are told', async () => {
    const world = await make()
    const first = await world.port.folders.list(null, everything)
    for (const role of ['inbox', 'sent', 'drafts', 'outbox', 'junk', 'deleted', 'flagged']) {
      expect(
        first.folders.filter((folder) => folder.role === role),
        role,
      ).toHaveLength(1)
    }
    expect(first.folders.filter(({ kind }) => kind === 'calendar').length).toBeGreaterThan(0)
    const inner = await world.addFolder('deleteditems', 'Old')
    const outer = await world.addFolder('inbox', 'Customers')
    const second = await world.port.folders.list(first.memory, everything)
    expect(second.folders).toContainEqual({ id: inner, kind: 'mail', role: 'deleted' })
    expect(second.folders).toContainEqual({ id: outer, kind: 'mail', role: 'other' })
    await world.eraseFolder(outer)
    const third = await world.port.folders.list(second.memory, everything)
    expect(third.folders.filter(({ id, role }) => id === outer && role === 'other')).toEqual([])
    // Without a memory the list has the same folders, though perhaps in another order.
    const anew = await world.port.folders.list(null, everything)
    const byId = (folders: readonly Folder[]) => folders.map((folder) => folder.id).sort()
    expect(byId(anew.folders)).toEqual(byId(third.folders))
  })

  test('[MB5] an expired hierarchy is listed anew by itself', async () => {
    const world = await make()
    const first = await world.port.folders.list(null, everything)
    await world.expireCursors()
    const second = await world.port.folders.list(first.memory, everything)
    expect(new Set(second.folders.map(({ id }) => id))).toEqual(
      new Set(first.folders.map(({ id }) => id)),
    )
  })

  test('[MB14] tasks that are forbidden are told, and mail goes on', async () => {
    const world = await make()
    await world.forbid('tasks')
    const listing = await world.port.folders.list(null, everything)
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
    const message = unwrap((await world.port.items.whole([ref], limits))[0])
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
    expect(unwrap((await world.port.items.light([ref]))[0])).toMatchObject({
      categories: ['Mine'],
      changeKey: seen!.changeKey,
    })
    const whole = unwrap((await world.port.items.whole([ref], limits))[0])
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
    const series = await world.port.items.series(master, window)
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
    expect(await world.port.items.series(master, window)).toBeNull()
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
      await world.port.items.light(refs),
      await world.port.items.whole(refs, limits),
    ]
    expect(light.map((one) => unwrap(one)?.key ?? null)).toEqual([a, null, c])
    expect(whole.map((one) => unwrap(one)?.key ?? null)).toEqual([a, null, c])
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
    await world.refuseReading(refs[1]!)
    for (const outcomes of [
      await world.port.items.light(refs),
      await world.port.items.whole(refs, limits),
    ]) {
      expect(outcomes.map((one) => one.ok || one.error.remedy)).toEqual([true, 'refused', true])
    }
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
    const before = serverOf(world).load().requests
    const each = await world.port.items.whole(refs, limits)
    const between = serverOf(world).load().requests
    const listed = await world.port.items.whole(refs, { ...limits, marked: "IT'S MINE" })
    const after = serverOf(world).load().requests
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
    await serverOf(world).fail('inboxMarked', { kind: 'refused' })
    const read = await world.port.items.whole(refs, { ...limits, marked: 'X' })
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
    const [outcome] = await world.port.feed.read([request])
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
    const [missing, fine] = await world.port.feed.read([
      { folder: { id: `${gone}x`, kind: 'mail', role: 'other' }, cursor: null, window: null },
      { folder, cursor: null, window: null },
    ])
    expect(missing!.ok).toBe(false)
    expect(fine!.ok).toBe(true)
  })

  test('[MB12] a move is a removal here and the same item there', async () => {
    const world = await make()
    const key = await world.addMail('inbox', { categories: ['Mine'] })
    const here = await openFolder(world, 'inbox')
    const [before] = here.items
    const there = await openFolder(world, 'archive', await world.addFolder('inbox', 'Kept'))
    await world.moveMail(key, there.folder.id)
    expect((await changesSince(world, here)).removed).toEqual([key])
    const { items } = await changesSince(world, there)
    expect(items).toMatchObject([{ folder: there.folder.id, categories: ['Mine'] }])
    const ref: ItemRef = { kind: 'message', key, folder: here.folder.id }
    const found = unwrap((await world.port.items.light([ref]))[0])
    if (world.port.traits.keysSurviveMoves) {
      expect(items[0]!.key).toBe(key)
      expect(found?.folder).toBe(there.folder.id)
    } else {
      expect(items[0]!.key).not.toBe(key)
      expect(items[0]!.fingerprint).toBe(before!.fingerprint)
      expect(before!.fingerprint).not.toBeNull()
      expect(found).toBeNull()
    }
  })

  test('[MB12] a message erased is a removal and nowhere else', async () => {
    const world = await make()
    const key = await world.addMail('inbox')
    const opened = await openFolder(world, 'inbox')
    const ref: ItemRef = { kind: 'message', key, folder: opened.folder.id }
    await world.erase(ref)
    expect((await changesSince(world, opened)).removed).toEqual([key])
    expect(unwrap((await world.port.items.light([ref]))[0])).toBeNull()
  })
}

function writingRules(make: Make): void {
  const kinds = ['message', 'event', 'task'] as const
  for (const kind of kinds) {
    test(`[MB8] categories of one ${kind} are written only over what was read`, async () => {
      const world = await make()
      const ref = await addOne(world, kind)
      const seen = unwrap((await world.port.items.light([ref]))[0])!
      const changeKey = await world.port.writer.setCategories(ref, ['Tracked'], seen.changeKey)
      expect(changeKey).not.toBe(seen.changeKey)
      const now = unwrap((await world.port.items.light([ref]))[0])!
      expect([now.categories, now.changeKey]).toEqual([['Tracked'], changeKey])

      await world.write(ref, ['Tracked', "Somebody's own"])
      const stale = world.port.writer.setCategories(ref, ['Tracked', 'Ours'], changeKey)
      await expect(stale).rejects.toMatchObject({ remedy: 'conflict' })
      const after = unwrap((await world.port.items.light([ref]))[0])!
      expect(after.categories).toEqual(['Tracked', "Somebody's own"])

      // After reading again, the write keeps everybody's categories.
      await world.port.writer.setCategories(ref, [...after.categories!, 'Ours'], after.changeKey)
      const last = unwrap((await world.port.items.light([ref]))[0])!
      expect(last.categories).toEqual(['Tracked', "Somebody's own", 'Ours'])

      await world.erase(ref)
      const gone = world.port.writer.setCategories(ref, [], last.changeKey)
      await expect(gone).rejects.toMatchObject({ remedy: 'gone' })
    })
  }
}

function lostAnswerRules(make: Make): void {
  test('[MB2] a lost answer makes no second category', async () => {
    const world = await make()
    await serverOf(world).fail('categories', { kind: 'lostAnswer' })
    const made = await world.port.categories.create({ name: 'Mine', color: 'none' })
    const named = (await world.port.categories.list()).filter(({ name }) => name === 'Mine')
    expect(named).toEqual([made])
  })

  test('[MB8] a write whose answer was lost is there, and telling it again changes nothing', async () => {
    const world = await make()
    const ref = await addOne(world, 'message')
    const seen = unwrap((await world.port.items.light([ref]))[0])!
    await serverOf(world).fail('messages', { kind: 'lostAnswer' })
    const write = world.port.writer.setCategories(ref, ['Tracked'], seen.changeKey)
    await expect(write).rejects.toMatchObject({ remedy: 'conflict' })
    const now = unwrap((await world.port.items.light([ref]))[0])!
    expect(now.categories).toEqual(['Tracked'])
  })
}

function troubleRules(make: Make): void {
  test('[MB6] short waits are waited for, and use up no try', async () => {
    const world = await make()
    await serverOf(world).fail('categories', { kind: 'slowDown', seconds: 1 }, 4)
    await world.port.categories.list()
    expect(serverOf(world).slept()).toBe(4_000)
  })

  test('[MB6] a long Retry-After is passed on, of a request and of a part alike', async () => {
    const world = await make()
    const { folder } = await openFolder(world, 'inbox')
    const second = world.connector.open(world.address)
    await serverOf(world).fail('inboxChanges', { kind: 'slowDown', seconds: 600 })
    const [outcome] = await world.port.feed.read([{ folder, cursor: null, window: null }])
    expect(outcome).toMatchObject({ ok: false, error: { retryAfterMs: 600_000 } })
    await expect(second.categories.list()).rejects.toMatchObject({
      remedy: 'wait',
      retryAfterMs: 600_000,
    })
    expect(serverOf(world).slept()).toBe(0)
  })

  test('[MB7] trouble of the moment passes unseen', async () => {
    const world = await make()
    await serverOf(world).fail('categories', { kind: 'unavailable' }, 2)
    expect(await world.port.categories.list()).toBeInstanceOf(Array)
  })

  test('[MB9] however much is asked at once, the server never has to refuse', async () => {
    const world = await make()
    const keys: ItemKey[] = []
    for (let at = 0; at < 30; at++) keys.push(await world.addMail('inbox'))
    const { folder } = await openFolder(world, 'inbox')
    const refs = keys.map((key): ItemRef => ({ kind: 'message', key, folder: folder.id }))
    const second = world.connector.open(world.address)
    await Promise.all([
      ...refs.map((ref) => world.port.items.light([ref])),
      world.port.items.whole(refs, limits),
      second.items.light(refs),
      ...Array.from({ length: 9 }, () => second.categories.list()),
    ])
    expect(serverOf(world).load().refused).toBe(0)
    expect(serverOf(world).load().peak).toBe(4)
  })
}
