import { randomUUID } from 'node:crypto'
import { clientCredentials, graphConnector } from '@trackmark/connectors'
import { PROBE_PREFIX, SyncError } from '@trackmark/core'
import type { Connector } from '@trackmark/engine'
import { createSandbox } from '@trackmark/exchange-sandbox'
import { claimTests, noteTest, readTest, requestTests } from '@trackmark/store'
import { pino } from 'pino'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { carryOut, type TesterDeps } from '../src/runtime/tester.ts'
import { ADA, createTestApp, type TestApp } from './support.ts'

const ORIGIN = 'http://sandbox.test'
const ADDRESS = 'ada@contoso.example'
const MINUTE = 60_000

let server: TestApp
let mailboxId: string
let sandbox: ReturnType<typeof createSandbox>
let connector: Connector
const opened: TestApp[] = []

beforeEach(async () => {
  server = await createTestApp()
  opened.push(server)
  const clock = () => server.now.value
  const rest = { clock, random: () => 0.5 }
  sandbox = createSandbox({
    ...rest,
    sleep: async () => {},
    seed: { users: [{ id: ADA, displayName: 'Ada Byron', mail: ADDRESS }] },
    apps: [{ clientId: 'connector', secret: 'one' }],
  })
  await sandbox.ready
  const deadline = () => new AbortController().signal
  const tokens = clientCredentials({
    tenantId: 't',
    clientId: 'connector',
    secret: 'one',
    authorityHost: ORIGIN,
    fetch: sandbox.fetch,
    clock,
    deadline,
  })
  connector = graphConnector({
    ...rest,
    baseUrl: `${ORIGIN}/v1.0`,
    tokens,
    fetch: sandbox.fetch,
    sleep: async () => {},
    deadline,
  })
  const found = await server.call('GET', `/api/admin/mailboxes/${ADDRESS}`)
  mailboxId = found.body.mailboxId
})
afterAll(async () => {
  for (const one of opened) await one.close()
})

const deps = (reach: TesterDeps['reach'] = async () => connector): TesterDeps => ({
  database: server.database,
  log: pino({ level: 'silent' }),
  clock: () => server.now.value,
  newId: randomUUID,
  random: () => 0,
  reach,
})

const request = () =>
  requestTests(server.database, server.organizationId, [mailboxId], {
    testId: randomUUID(),
    by: ADA,
    now: server.now.value,
  })
const claim = () =>
  claimTests(server.database, {
    token: randomUUID(),
    now: server.now.value,
    leaseMs: MINUTE,
    limit: 10,
  })
async function run(reach?: TesterDeps['reach']) {
  for (const one of await claim()) await carryOut(deps(reach), one)
}
const results = async () => {
  const found = await readTest(server.database, server.organizationId, mailboxId)
  return Object.fromEntries(found!.steps.map((step) => [step.step, step.result]))
}
const probes = async () =>
  (await connector.open(ADDRESS).categories.list()).filter(({ name }) =>
    name.startsWith(PROBE_PREFIX),
  )
const shown = async () => (await server.call('GET', `/api/admin/mailboxes/${mailboxId}`)).body
const alerts = async () =>
  (await server.call('GET', `/api/admin/alerts?mailbox=${mailboxId}&open=true`)).body.alerts

describe('Test & Enable Mailbox', () => {
  test('[TE1] tries every step in the mailbox itself, and leaves nothing there', async () => {
    await request()
    await run()
    expect(await results()).toEqual({
      approval: 'success',
      signIn: 'success',
      mailbox: 'success',
      mail: 'success',
      categories: 'success',
      categoryWrite: 'success',
      calendar: 'success',
      tasks: 'success',
    })
    expect(await probes()).toEqual([])
    expect(await shown()).toMatchObject({
      results: { incoming: 'success', outgoing: 'notRun', act: 'success', mailbox: 'success' },
      test: { state: 'done', requestedBy: 'Ada Byron' },
    })
    expect(await alerts()).toMatchObject([{ code: 30, level: 'information' }])
  })

  test('[TE2] a step without permission fails, with what to do about it; tasks are a warning', async () => {
    const app = sandbox.core.apps.get('connector')!
    app.permissions = app.permissions
      .filter((name) => !name.startsWith('Tasks.') && !name.startsWith('MailboxSettings.'))
      .concat('MailboxSettings.Read')
    await request()
    await run()
    expect(await results()).toMatchObject({ categories: 'success', categoryWrite: 'failure' })
    const found = await shown()
    const write = found.test.steps.find((step: { step: string }) => step.step === 'categoryWrite')
    expect(write).toMatchObject({
      code: expect.any(String),
      advice: expect.stringContaining('consent'),
    })
    expect(write.message).toContain('MailboxSettings.ReadWrite')
    expect(await results()).toMatchObject({ tasks: 'warning', calendar: 'success' })
    expect(found.results).toMatchObject({ incoming: 'failure', mailbox: 'failure' })
    expect((await alerts()).map((one: { code: number }) => one.code).sort()).toEqual([31, 32])
  })

  test('[TE1] without a token nothing else is tried', async () => {
    await request()
    await run(async () => {
      throw new SyncError('mailbox', 'refused', 'The secret is wrong.', {
        serverCode: 'AADSTS7000215',
      })
    })
    const all = await results()
    expect(all).toMatchObject({ approval: 'success', signIn: 'failure', mailbox: 'notRun' })
    expect(Object.values(all).filter((result) => result === 'notRun')).toHaveLength(6)
    expect((await shown()).test.steps[1]).toMatchObject({ message: 'The client secret is wrong.' })
  })

  test('[AP1] a missing approval fails it and says what to do', async () => {
    await server.call('POST', '/api/admin/mailboxes/actions', {
      body: { action: 'reject', ids: [mailboxId] },
    })
    await request()
    await run()
    expect(await results()).toMatchObject({ approval: 'failure', calendar: 'success' })
    expect(await alerts()).toMatchObject([{ code: 31 }])
  })

  test('[TE3] [TE6] a process that dies after making the probe is followed by one that removes it', async () => {
    await request()
    const [dead] = await claim()
    await noteTest(server.database, dead!, { probe: true })
    await connector.open(ADDRESS).categories.create({ name: `${PROBE_PREFIX} dead`, color: 'none' })
    server.now.value += 2 * MINUTE
    await run()
    expect(await probes()).toEqual([])
    expect(await results()).toMatchObject({ categoryWrite: 'success' })
  })

  test('[TE3] a probe that can’t be removed at once is removed later', async () => {
    const broken: Connector = {
      ...connector,
      open: (address) => {
        const mailbox = connector.open(address)
        const remove = async () => {
          throw new SyncError('mailbox', 'outage', 'The server is busy.')
        }
        return { ...mailbox, categories: { ...mailbox.categories, delete: remove } }
      },
    }
    await request()
    await run(async () => broken)
    expect(await results()).toMatchObject({ categoryWrite: 'failure' })
    expect(await probes()).toHaveLength(1)
    server.now.value += 2 * MINUTE
    await run(async () => broken)
    expect(await probes()).toHaveLength(1)
    server.now.value += 60 * MINUTE
    await run()
    expect(await probes()).toEqual([])
    server.now.value += 60 * MINUTE
    expect(await claim()).toEqual([])
    expect(await results()).toMatchObject({ categoryWrite: 'failure' })
  })
})
