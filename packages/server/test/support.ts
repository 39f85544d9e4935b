import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connector } from '@trackmark/engine'
import {
  type Database,
  ensureOrganization,
  forHealth,
  forRequests,
  migrate,
  resealSecrets,
} from '@trackmark/store'
import { pino } from 'pino'
import { openMigrated } from '../../store/test/template.ts'
import { type App, createApp } from '../src/app/app.ts'
import { createHealth } from '../src/app/health.ts'
import { createBackups } from '../src/backup/service.ts'
import { ORGANIZATION_VERSION } from '../src/config/version.ts'
import type { ProxySettings } from '../src/listener/forwarded.ts'
import { ensureAdministrator } from '../src/organizations/administrator.ts'
import { createOrganizations } from '../src/organizations/organizations.ts'
import { createMetrics } from '../src/runtime/metrics.ts'
import { newId } from '../src/runtime/new-id.ts'
import { provisionCustomers, provisionPeople, provisionProfile } from '../src/sandbox/provision.ts'
import type { ProviderConfig } from '../src/sign-in/identity-provider.ts'
import { createPasswords } from '../src/sign-in/password.ts'
import { createSessions } from '../src/sign-in/session.ts'

export const TOKEN = 'token-of-the-test-administrator'
export const NOW = Date.UTC(2026, 0, 5, 9)
export const ADA = '00000000-0000-4000-8000-00000000000a'
export const HELP = '00000000-0000-4000-8000-00000000000b'
const KEY = Buffer.alloc(32, 7)
/** Tests check hundreds of passwords; password.test.ts tests the real cost. */
const CHEAP = { N: 16, r: 8, p: 1 }

// biome-ignore lint/suspicious/noExplicitAny: answers, looked at by tests only
export type Json = any

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Json
}

export interface TestApp {
  readonly app: App
  readonly database: Database
  readonly organizationId: string
  /** The changes that were reported to the worker. */
  readonly changes: unknown[]
  readonly now: { value: number }
  /** The connector of every server profile; null makes a test that opens a mailbox fail. */
  readonly connector: { value: Connector | null }
  /** Sends a request with the token, unless headers contain another one. */
  call(
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer>
  close(): Promise<void>
}

/**
 * The app on a database in memory, or on a given one: Ada with a mailbox, a queue with one, and some
 * customers.
 */
export async function createTestApp(
  given?: Database,
  provider: ProviderConfig | null = null,
  proxies: ProxySettings = { trusts: () => false, publicUrl: null },
  statementMs = 30_000,
  bodyPatienceMs = 30_000,
): Promise<TestApp> {
  const database = given ?? (await openMigrated())
  await migrate(database)
  const { organization } = await ensureOrganization(
    database,
    {
      organizationId: '00000000-0000-4000-8000-0000000000ff',
      uniqueName: 'trackmark',
      name: 'Trackmark',
      version: ORGANIZATION_VERSION,
    },
    NOW,
  )
  const { organizationId } = organization
  await ensureAdministrator(database, organizationId, NOW)
  const to = { database, organizationId, secretKeys: KEY, now: NOW }
  const access = {
    url: 'http://sandbox.test',
    tenantId: 't',
    clientId: 'sandbox',
    clientSecret: 'top-secret',
  }
  const profileId = await provisionProfile(to, access)
  const name = { givenName: 'Ada', surname: 'Byron' }
  await provisionPeople(to, profileId, [
    { id: ADA, kind: 'user', name: 'Ada Byron', email: 'ada@contoso.example', ...name },
    {
      id: HELP,
      kind: 'queue',
      name: 'Help',
      email: 'help@contoso.example',
      givenName: null,
      surname: null,
    },
  ])
  await provisionCustomers(
    to,
    [
      { kind: 'account', name: 'Litware', email: 'info@litware.example', company: null },
      { kind: 'contact', name: 'Cora Mell', email: 'cora@litware.example', company: 'Litware' },
    ],
    ADA,
  )
  const connector: TestApp['connector'] = { value: null }
  const changes: unknown[] = []
  const now = { value: NOW }
  const app = createApp({
    adminToken: TOKEN,
    sessions: createSessions(KEY, TOKEN),
    hosts: ['crm.example'],
    proxies,
    provider,
    metrics: createMetrics(),
    mailboxesByState: async () => ({ trackmark: { synchronized: 2 } }),
    health: createHealth({
      database: forHealth(database),
      dataDir: tmpdir(),
      worker: 'off',
      processId: 'test',
      startedOn: NOW,
      clock: () => now.value,
    }),
    log: pino({ level: 'silent' }),
    statementMs,
    bodyPatienceMs,
    admin: {
      database,
      organizations: createOrganizations(forRequests(database, { statementMs }), () => now.value),
      defaultOrganizationId: organizationId,
      secretKey: KEY,
      secretKeys: KEY,
      rotateSecrets: () => resealSecrets(database, { current: KEY, former: [] }),
      clock: () => now.value,
      newId,
      randomBytes,
      passwords: createPasswords(CHEAP),
      exchangeAddresses: ['https://proxy.example'],
      reach: async () => {
        if (connector.value === null) throw new Error('nothing is reached in these tests')
        return connector.value
      },
      postWebhook: async () => ({ kind: 'failed', error: 'nothing is sent in these tests' }),
      backups: createBackups({
        database,
        secretKeys: KEY,
        dataDir: join(tmpdir(), `trackmark-app-${randomBytes(8).toString('hex')}`),
        clock: () => now.value,
        newId,
        restored: async () => void changes.push('restored'),
        log: pino({ level: 'silent' }),
      }),
      changed: (what) => changes.push(what),
      about: () => ({ startedOn: NOW, worker: 'on', sandboxUrl: null, sandboxYields: true }),
    },
  })
  return {
    app,
    database,
    organizationId,
    changes,
    now,
    connector,
    close: () => database.close(),
    call: async (method, path, { body, headers = {} } = {}) => {
      const response = await app.request(`http://crm.test${path}`, {
        method,
        headers: {
          authorization: `Bearer ${TOKEN}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      const isJson = response.headers.get('content-type')?.includes('json') === true
      return {
        status: response.status,
        headers: response.headers,
        body: isJson && text !== '' ? JSON.parse(text) : text,
      }
    },
  }
}

export interface EmailRow {
  readonly id: string
  readonly subject: string | null
  readonly sentOn?: string | null
}

export async function insertEmails(test: TestApp, rows: readonly EmailRow[]): Promise<void> {
  for (const { id, subject, sentOn = null } of rows) {
    await test.database.query(
      `insert into crm.email (organizationid, activityid, activitytypecode, subject, senton,
         directioncode, statecode, statuscode, ownerid, owneridtype, createdon, modifiedon, identity)
       values ($1, $2, 'email', $3, $4, false, 1, 4, $5, 'systemuser', $6, $6, $7)`,
      [test.organizationId, id, subject, sentOn, ADA, new Date(NOW).toISOString(), id],
    )
  }
}
