import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ANNA, BASE, caller, type Lab, lab, tokenFor } from './harness.ts'
import { createChecker, hasDescription } from './openapi.ts'

const SAMPLES = fileURLToPath(new URL('../../../../shared/samples', import.meta.url))
const hasSamples = existsSync(SAMPLES)
if (!hasSamples) {
  process.stderr.write('import.test.ts runs without ../shared/samples: they are not there\n')
}

const AT = `/users/${ANNA}`
const WINDOW = 'startDateTime=1990-01-01&endDateTime=1994-12-01'

interface Report {
  readonly imported: { message: number; event: number; task: number }
  readonly refused: readonly { name: string; reason: string }[]
}

async function send(world: Lab, name: string, bytes: Uint8Array): Promise<Report> {
  const url = `${BASE}/sandbox/mailboxes/${ANNA}/import?name=${encodeURIComponent(name)}`
  const answer = await world.sandbox.fetch(new Request(url, { method: 'POST', body: bytes }))
  expect(answer.status).toBe(200)
  return (await answer.json()) as Report
}

const eml = (subject: string, more = '') =>
  Buffer.from(
    `From: Carla <carla@customer.example>\r\nTo: ${ANNA}\r\nSubject: ${subject}\r\n` +
      `Message-ID: <${subject}@customer.example>\r\nDate: Mon, 5 Jan 2026 08:00:00 +0000\r\n${more}\r\nText\r\n`,
  )

test('mail from a file lies in the inbox as received, in its thread', async () => {
  const world = await lab()
  expect(await send(world, 'a.eml', eml('First'))).toEqual({
    imported: { message: 1, event: 0, task: 0 },
    refused: [],
  })
  await send(world, 'b.eml', eml('Second', 'In-Reply-To: <First@customer.example>\r\n'))
  const rows = (await world.call('GET', `${AT}/mailFolders/inbox/messages`)).json.value ?? []
  expect(rows).toMatchObject([
    { isDraft: false, receivedDateTime: '2026-01-05T08:00:00Z' },
    { isDraft: false },
  ])
  expect(rows[0]?.conversationId).toBe(rows[1]?.conversationId)
})

test('several files come as a form, and each bad one is named with its reason', async () => {
  const world = await lab()
  const form = new FormData()
  form.append('file', new File([eml('One')], 'one.eml'))
  form.append('file', new File(['BEGIN:VCALENDAR\r\nBEGIN'], 'bad.ics'))
  form.append('file', new File(['x'], 'note.txt'))
  const answer = await world.sandbox.fetch(
    new Request(`${BASE}/sandbox/mailboxes/${ANNA}/import`, { method: 'POST', body: form }),
  )
  const report = (await answer.json()) as Report
  expect(report.imported.message).toBe(1)
  expect(report.refused.map(({ name }) => name)).toEqual(['bad.ics', 'note.txt'])
  const nowhere = await world.call(
    'POST',
    `${BASE}/sandbox/mailboxes/nobody/import?name=a.eml`,
    'x',
  )
  expect(nowhere.status).toBe(404)
})

test.skipIf(!hasSamples)('every sample is imported or refused with a reason', async () => {
  const world = await lab()
  for (const folder of ['mail', 'calendar']) {
    for (const name of readdirSync(join(SAMPLES, folder))) {
      const { imported, refused } = await send(
        world,
        name,
        readFileSync(join(SAMPLES, folder, name)),
      )
      const count = imported.message + imported.event + imported.task
      expect(count + refused.length, name).toBeGreaterThan(0)
      for (const { reason } of refused) expect(reason, name).toMatch(/\S/)
    }
  }
  const call = hasDescription ? createChecker().watch(world.call) : world.call
  expect((await call('GET', `${AT}/messages?$top=1000&$expand=attachments`)).status).toBe(200)
  expect((await call('GET', `${AT}/events?$top=1000`)).status).toBe(200)
  expect((await call('GET', `${AT}/calendarView?${WINDOW}&$top=1000`)).status).toBe(200)
})

test("the sandbox's own organization is there, whole, and keeps to the description", async () => {
  const world = await lab({ seed: 'default' })
  const raw = caller(world.sandbox, await tokenFor(world.sandbox))
  const call = hasDescription ? createChecker().watch(raw) : raw
  const users = (await call('GET', '/users')).json.value ?? []
  expect(users.length).toBeGreaterThanOrEqual(6)
  let messages = 0
  let series = 0
  for (const { id } of users) {
    const mail = await call('GET', `/users/${id}/messages?$top=1000`)
    messages += mail.json.value?.length ?? 0
    const events = (await call('GET', `/users/${id}/events?$top=1000`)).json.value ?? []
    series += events.filter((event) => event.type === 'seriesMaster').length
    expect((await call('GET', `/users/${id}/mailFolders/delta()`)).status).toBe(200)
  }
  expect(messages).toBeGreaterThan(20)
  expect(series).toBeGreaterThan(0)
})
