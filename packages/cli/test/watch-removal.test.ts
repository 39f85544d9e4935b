import { mkdtempSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { run } from './run.ts'

/** A server whose three mailboxes lose the category one by one, one each time it is asked. */
let fake: Server
let asked = 0
let isOn = true
let fails: string | null = null
let isStuck = false
const home = mkdtempSync(join(tmpdir(), 'trackmark-home-'))

const mailboxes = () =>
  ['ada', 'bob', 'cy'].map((name, index) => {
    const isFailing = fails === name && !isOn
    const isGone = !isOn && !isStuck && !isFailing && asked > index + 1
    return {
      mailboxId: name,
      name,
      emailAddress: `${name}@contoso.example`,
      state: isFailing ? 'failing' : 'synchronized',
      category: isGone ? 'removed' : 'provisioned',
      linked: 0,
      parked: 0,
      openAlerts: 0,
      lastSyncStartedOn: isOn ? 'before' : 'since',
      lastSuccessfulSyncOn: null,
      nextDueOn: null,
      lastError: isFailing ? 'The mailbox is locked.' : null,
    }
  })

function answer(method: string, path: string): unknown {
  if (path.startsWith('/api/admin/mailboxes')) {
    if (!isOn) asked += 1
    return { mailboxes: mailboxes(), next: null }
  }
  if (method === 'PATCH') {
    isOn = false
    return { applied: true, changes: [] }
  }
  const from = isOn ? 'default' : 'set'
  return {
    name: 'TrackCategorizedItems',
    type: 'Boolean',
    mustBe: 'Boolean',
    value: isOn,
    default: true,
    from,
    available: true,
    effect: 'acts',
    description: null,
  }
}

beforeAll(async () => {
  fake = createServer((request, response) => {
    request.resume().once('end', () => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(answer(request.method ?? '', request.url ?? '')))
    })
  })
  await new Promise<void>((done) => fake.listen(0, '127.0.0.1', done))
})
afterAll(() => void fake.close())
beforeEach(() => {
  asked = 0
  isOn = true
  fails = null
  isStuck = false
})

const update = (...more: string[]) =>
  run(
    'orgdborgsettings',
    ['update', 'TrackCategorizedItems', 'false', '--watch-removal', ...more],
    {
      HOME: home,
      TRACKMARK_URL: `http://127.0.0.1:${(fake.address() as AddressInfo).port}`,
      TRACKMARK_TOKEN: 't',
    },
  )

test('ends when the category has left every mailbox, with a line for each step', async () => {
  const ended = await update()
  expect(ended.code).toBe(0)
  expect(ended.err.split('\n')).toEqual([
    'Category removed: 0/3',
    'Category removed: 1/3',
    'Category removed: 2/3',
    'Category removed: 3/3',
    '',
  ])
  expect(ended.out).toContain('TrackCategorizedItems = false')
})

test('names what failed once all others are done, and ends with 1', async () => {
  fails = 'bob'
  const ended = await update()
  expect(ended.code).toBe(1)
  expect(ended.err).toContain('Category removed: 2/3, 1 failed\n1 of 3 mailboxes failed')
  expect(ended.err).toContain('  bob@contoso.example: The mailbox is locked.')
})

test('ends with 5 when time runs out, naming what is left', async () => {
  isStuck = true
  const ended = await update('--timeout', '0.1')
  expect(ended.code).toBe(5)
  expect(ended.err).toContain('3 of 3 mailboxes aren')
  expect(ended.err).toContain('cy@contoso.example: synchronized')
})
