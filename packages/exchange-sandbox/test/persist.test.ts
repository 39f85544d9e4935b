import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import {
  createSandbox,
  filePersistence,
  type PersistPort,
  type Sandbox,
  type SandboxOptions,
} from '../src/index.ts'
import { ANNA, caller, deltaRound, type Lab, received, tokenFor } from './harness.ts'

const folders: string[] = []
const opened: Sandbox[] = []
afterEach(async () => {
  for (const sandbox of opened.splice(0)) await sandbox.close()
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'sandbox-'))
  folders.push(made)
  return made
}

const users = [{ id: 'aaaaaaaa-0000-4000-8000-000000000001', displayName: 'Anna', mail: ANNA }]

async function open(persist: PersistPort, more: SandboxOptions = {}) {
  const sandbox = createSandbox({ persist, seed: { users }, ...more })
  opened.push(sandbox)
  await sandbox.ready
  const call = caller(sandbox, await tokenFor(sandbox))
  return { sandbox, call }
}

const AT = `/users/${ANNA}`
const INBOX = `${AT}/mailFolders/inbox/messages`

/** Everything a client can see. */
async function picture(call: Lab['call']) {
  const look = async (path: string) => (await call('GET', path)).json.value
  const list = (await look(`${AT}/todo/lists`))?.[0]?.id
  return {
    categories: await look(`${AT}/outlook/masterCategories`),
    folders: await look(`${AT}/mailFolders?$top=100`),
    messages: await look(`${AT}/messages?$top=100&$expand=attachments`),
    events: await look(`${AT}/events`),
    view: await look(`${AT}/calendarView?startDateTime=2026-01-01&endDateTime=2026-02-01&$top=100`),
    tasks: await look(`${AT}/todo/lists/${list}/tasks?$expand=linkedResources`),
  }
}

async function fill(call: Lab['call']) {
  const attachments = [{ name: 'a', contentBytes: 'aGVsbG8=' }]
  const mail = await call('POST', INBOX, received('Kept', { attachments }))
  await call('PATCH', `${AT}/messages/${mail.json.id}`, { categories: ['X'] })
  const gone = await call('POST', INBOX, received('Gone'))
  const series = await call('POST', `${AT}/events`, {
    subject: 'Weekly',
    start: { dateTime: '2026-01-05T09:00:00', timeZone: 'Europe/Berlin' },
    end: { dateTime: '2026-01-05T10:00:00', timeZone: 'Europe/Berlin' },
    recurrence: {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'] },
      range: { type: 'noEnd', startDate: '2026-01-05' },
    },
  })
  const days = await call(
    'GET',
    `${AT}/events/${series.json.id}/instances?startDateTime=2026-01-01&endDateTime=2026-02-01`,
  )
  await call('PATCH', `${AT}/events/${days.json.value?.[1]?.id}`, { subject: 'Other' })
  await call('DELETE', `${AT}/events/${days.json.value?.[2]?.id}`)
  const list = (await call('GET', `${AT}/todo/lists`)).json.value?.[0]?.id
  await call('POST', `${AT}/todo/lists/${list}/tasks`, {
    title: 'Task',
    linkedResources: [{ externalId: '1' }],
  })
  return gone.json.id
}

test('after an orderly end everything is there, and old cursors go on', async () => {
  const persist = filePersistence(await folder())
  const first = await open(persist)
  const gone = await fill(first.call)
  const { link } = await deltaRound(first.call, `${INBOX}/delta`, {})
  await first.call('DELETE', `${AT}/messages/${gone}`)
  const before = await picture(first.call)
  await first.sandbox.close()

  const second = await open(persist)
  expect(await picture(second.call)).toEqual(before)
  expect((await deltaRound(second.call, link, {})).rows).toEqual([
    { id: gone, '@removed': { reason: 'deleted' } },
  ])
})

test('after a kill what was saved is there; cursors from the lost moment have expired', async () => {
  const persist = filePersistence(await folder())
  const first = await open(persist)
  await fill(first.call)
  // Saved, as the debounce would; then more, which is lost with the process.
  await first.sandbox.close()
  const reopened = await open(persist)
  const safe = await deltaRound(reopened.call, `${INBOX}/delta`, {})
  const before = await picture(reopened.call)
  let alive = true
  const dead: PersistPort = {
    ...persist,
    append: async (id, lines) => {
      if (alive) await persist.append(id, lines)
    },
    saveOrganization: async (text) => {
      if (alive) await persist.saveOrganization(text)
    },
  }
  const doomed = await open(dead)
  alive = false
  await doomed.call('POST', INBOX, received('Lost'))
  const late = await deltaRound(doomed.call, `${INBOX}/delta`, {})

  const second = await open(persist)
  expect(await picture(second.call)).toEqual(before)
  expect((await second.call('GET', safe.link)).status).toBe(200)
  expect((await second.call('GET', late.link)).status).toBe(410)
  await second.call('POST', INBOX, received('New'))
  expect((await deltaRound(second.call, safe.link, {})).rows).toMatchObject([{ subject: 'New' }])
})

test('a journal cut in the middle of a line loses that line only', async () => {
  const dir = await folder()
  const persist = filePersistence(dir)
  const first = await open(persist)
  await fill(first.call)
  const before = await picture(first.call)
  await first.sandbox.close()
  const [name = ''] = await readdir(join(dir, 'mailboxes'))
  const file = join(dir, 'mailboxes', name)
  await appendFile(file, '{"k":"message/half')

  const second = await open(persist)
  expect(await picture(second.call)).toEqual(before)
  await second.call('POST', INBOX, received('After'))
  await second.sandbox.close()
  const third = await open(persist)
  expect((await picture(third.call)).messages).toHaveLength((before.messages?.length ?? 0) + 1)
})

test('damage inside a journal stops the start and names the mailbox', async () => {
  const dir = await folder()
  const persist = filePersistence(dir)
  const first = await open(persist)
  await first.sandbox.close()
  const [name = ''] = await readdir(join(dir, 'mailboxes'))
  await appendFile(join(dir, 'mailboxes', name), 'rubbish\n{"k":"meta/x","v":null}\n')
  const sandbox = createSandbox({ persist, seed: { users } })
  await expect(sandbox.ready).rejects.toThrow(/Line \d+ of the journal of mailbox aaaaaaaa/)
})

test('a journal is written anew when most of it is old', async () => {
  const files = filePersistence(await folder())
  const replaced: number[] = []
  const persist: PersistPort = {
    ...files,
    replace: async (id, lines) => {
      replaced.push(lines.length)
      await files.replace(id, lines)
    },
  }
  const { call, sandbox } = await open(persist, { throttling: { mailboxMax: 0 } })
  const ids: unknown[] = []
  for (let index = 0; index < 20; index += 1) {
    ids.push((await call('POST', `${AT}/messages`, { subject: String(index) })).json.id)
  }
  const markAll = (name: string) =>
    call('POST', '/$batch', {
      requests: ids.map((id) => ({
        id,
        method: 'PATCH',
        url: `${AT}/messages/${id}`,
        headers: { 'Content-Type': 'application/json' },
        body: { categories: [name] },
      })),
    })
  for (let round = 0; round < 80; round += 1) {
    await markAll(String(round))
    await sandbox.close()
  }
  expect(replaced).toEqual([])
  for (let round = 80; round < 130; round += 1) {
    await markAll(String(round))
    await sandbox.close()
  }
  expect(replaced).toHaveLength(1)
  const again = await open(persist)
  const [first] = (await again.call('GET', `${AT}/messages`)).json.value ?? []
  expect(first?.categories).toEqual(['129'])
})

test('reset begins anew and forgets what was kept', async () => {
  const persist = filePersistence(await folder())
  const first = await open(persist)
  await fill(first.call)
  await first.call('POST', 'http://x/sandbox/reset', {})
  expect((await picture(first.call)).messages).toEqual([])
  await first.sandbox.close()
  const second = await open(persist)
  expect((await picture(second.call)).messages).toEqual([])
})
