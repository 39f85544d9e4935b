import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expandRecurrence, validateRecurrence } from '../recurrence.ts'
import { toUtcMs } from '../zones.ts'
import { type SeedMessage, type SeedOrganization, seedOrganization } from './index.ts'

const NOW = Date.UTC(2026, 2, 11, 14, 0)

const messagesOf = (seed: SeedOrganization): SeedMessage[] =>
  seed.mailboxes.flatMap((mailbox) => mailbox.messages)

const header = (message: SeedMessage, name: string): string | undefined =>
  message.message.internetMessageHeaders.find((found) => found.name === name)?.value

test('the same moment gives the same organization, to the byte', () => {
  expect(JSON.stringify(seedOrganization(NOW))).toBe(JSON.stringify(seedOrganization(NOW)))
})

test('people, a queue and customers of every kind are there', () => {
  const seed = seedOrganization(NOW)
  const kinds = seed.mailboxes.map((mailbox) => mailbox.user.kind)
  expect(kinds.filter((kind) => kind === 'user').length).toBeGreaterThanOrEqual(6)
  expect(seed.mailboxes.filter((mailbox) => mailbox.user.kind === 'queue')).toHaveLength(1)
  expect(new Set(seed.customers.map((customer) => customer.kind))).toEqual(
    new Set(['contact', 'account', 'lead']),
  )
  expect(new Set(seed.mailboxes.map((mailbox) => mailbox.user.id)).size).toBe(kinds.length)
  for (const customer of seed.customers) {
    expect(customer.email).not.toContain(seed.domain)
    const wrote = messagesOf(seed).filter(
      ({ message }) => message.from?.emailAddress?.address === customer.email,
    )
    if (customer.kind !== 'account') expect(wrote.length, customer.name).toBeGreaterThan(0)
  }
})

test('there is enough of everything', () => {
  const seed = seedOrganization(NOW)
  const ids = new Set(messagesOf(seed).map(({ message }) => message.internetMessageId))
  const events = seed.mailboxes.flatMap((mailbox) => mailbox.events)
  const tasks = seed.mailboxes.flatMap((mailbox) => mailbox.taskLists.flatMap((list) => list.tasks))
  expect(ids.size).toBeGreaterThanOrEqual(80)
  expect(new Set(events.map(({ event }) => event.iCalUId)).size).toBeGreaterThanOrEqual(20)
  expect(tasks.length).toBeGreaterThanOrEqual(25)
  expect(new Set(tasks.map((task) => task.status)).size).toBe(5)
  expect(new Set(tasks.map((task) => task.importance)).size).toBe(3)
  expect(tasks.some((task) => task.recurrence !== null)).toBe(true)
  const folders = new Set(messagesOf(seed).map((message) => message.folder.split('/')[0]))
  for (const folder of ['inbox', 'sentitems', 'drafts', 'junkemail', 'deleteditems', 'archive']) {
    expect(folders).toContain(folder)
  }
  expect(messagesOf(seed).some((message) => message.isFlagged)).toBe(true)
  expect(messagesOf(seed).some(({ message }) => message.hasAttachments)).toBe(true)
})

test('nothing carries the tracking category, and other categories are there to be kept', () => {
  const seed = seedOrganization(NOW)
  expect(JSON.stringify(seed)).not.toContain('Tracked to Dynamics 365')
  expect(messagesOf(seed).some(({ message }) => message.categories.length > 0)).toBe(true)
  const events = seed.mailboxes.flatMap((mailbox) => mailbox.events)
  expect(events.some(({ event }) => event.categories.length > 0)).toBe(true)
})

test('every address lies in a domain that can belong to nobody', () => {
  const addresses = JSON.stringify(seedOrganization(NOW)).match(/[\w.+-]+@[\w.-]+\w/g) ?? []
  expect(addresses.length).toBeGreaterThan(100)
  expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([])
})

test('copies of a message share its id and differ in their mailbox and folder', () => {
  const seed = seedOrganization(NOW)
  for (const { user, messages } of seed.mailboxes) {
    const ids = messages.map(({ message }) => message.internetMessageId)
    expect(new Set(ids).size, user.email).toBe(ids.length)
    for (const { folder, isDraft, message } of messages) {
      const wroteIt = message.from?.emailAddress?.address === user.email
      if (wroteIt) expect(folder).toBe(isDraft ? 'drafts' : 'sentitems')
      else expect(folder).not.toBe('sentitems')
    }
  }
  const sent = messagesOf(seed).filter((message) => message.folder === 'sentitems')
  for (const { message } of sent) {
    const inside = [...message.toRecipients, ...message.ccRecipients].filter((one) =>
      seed.mailboxes.some(({ user }) => user.email === one.emailAddress?.address),
    )
    const copies = messagesOf(seed).filter(
      (other) => other.message.internetMessageId === message.internetMessageId,
    )
    expect(copies).toHaveLength(inside.length + 1)
  }
})

test('replies name what they answer and grow the conversation index by five bytes', () => {
  const all = messagesOf(seedOrganization(NOW))
  const byId = new Map(all.map((one) => [one.message.internetMessageId, one]))
  const replies = [...byId.values()].filter((one) => header(one, 'In-Reply-To') !== undefined)
  expect(replies.length).toBeGreaterThan(30)
  for (const reply of replies) {
    const parent = byId.get(header(reply, 'In-Reply-To') ?? '')
    if (parent === undefined) continue // Between customers only: no mailbox of ours holds it.
    const index = Buffer.from(reply.message.conversationIndex ?? '', 'base64')
    const parentIndex = Buffer.from(parent.message.conversationIndex ?? '', 'base64')
    expect(index.subarray(0, index.length - 5).equals(parentIndex)).toBe(true)
    expect(header(reply, 'References')?.split(' ')).toContain(parent.message.internetMessageId)
    expect(Date.parse(reply.message.sentDateTime ?? '')).toBeGreaterThan(
      Date.parse(parent.message.sentDateTime ?? ''),
    )
    expect(reply.message.subject.startsWith('RE: ')).toBe(true)
  }
})

test('attachments are what their names say', () => {
  const files = messagesOf(seedOrganization(NOW)).flatMap(({ message }) => message.attachments)
  const heads: Record<string, string> = { pdf: '%PDF-1.4', png: '\u0089PNG' }
  for (const file of files) {
    const bytes = Buffer.from(file.contentBytes ?? '', 'base64')
    expect(bytes.length).toBe(file.size)
    const head = heads[file.name.split('.').at(-1) ?? '']
    if (head !== undefined) expect(bytes.toString('latin1').startsWith(head), file.name).toBe(true)
  }
})

test('on any day mail lies in the past, and series begin and change where they should', () => {
  const day = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) })
  fc.assert(
    fc.property(day, (nowMs) => {
      const seed = seedOrganization(nowMs)
      for (const { message } of messagesOf(seed)) {
        expect(Date.parse(message.receivedDateTime ?? '')).toBeLessThanOrEqual(nowMs)
      }
      for (const { event, exceptions } of seed.mailboxes.flatMap((mailbox) => mailbox.events)) {
        const startMs = toUtcMs(event.start)
        expect(toUtcMs(event.end)).toBeGreaterThan(startMs)
        if (event.recurrence === null) continue
        expect(validateRecurrence(event.recurrence), event.subject).toBeNull()
        const series = { ...event, recurrence: event.recurrence }
        const window = { fromUtcMs: startMs - 1, toUtcMs: nowMs + 30 * 86_400_000 }
        const starts = expandRecurrence(series, window, 500).map((one) => one.startUtcMs)
        expect(starts[0], event.subject).toBe(startMs)
        for (const { originalStartUtcMs } of exceptions)
          expect(starts).toContain(originalStartUtcMs)
      }
    }),
    { numRuns: 40 },
  )
})

test('one weekly series has a moved and a cancelled occurrence', () => {
  const events = seedOrganization(NOW).mailboxes.flatMap((mailbox) => mailbox.events)
  const changed = events.find(({ exceptions }) => exceptions.length > 0)
  expect(changed?.event.recurrence?.pattern?.type).toBe('weekly')
  expect(changed?.exceptions.map(({ event }) => event === null)).toEqual([true, false])
})
