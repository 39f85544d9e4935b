import { graphConnector, type RequestReport } from '@trackmark/connectors'
import type { CycleInput, EngineSettings } from '@trackmark/core'
import { type EngineDeps, newMemoryBudget, runDue } from '@trackmark/engine'
import { createSandbox, type Sandbox } from '@trackmark/exchange-sandbox'
import { createStore, type Database, type Store } from '@trackmark/store'
import { openMigrated } from '../../packages/store/test/template.ts'

export const MARK = 'Tracked to Dynamics 365'
const BASE = 'http://sandbox.test/v1.0'

export interface Person {
  readonly address: string
  readonly userId: string
  readonly mailboxId: string
}

/** The whole of Trackmark in one process, on one clock and one seed, without a socket. */
export interface World {
  now: number
  readonly database: Database
  readonly store: Store
  readonly sandbox: Sandbox
  readonly deps: EngineDeps
  readonly organizationId: string
  readonly people: readonly Person[]
  readonly requests: RequestReport[]
  /** Statements sent to the database since it was last emptied. */
  readonly statements: string[]
  /** Calls of the sandbox's Graph as the person's own mail program would make them. */
  graph(method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }>
  /** Makes every mailbox due, and runs cycles until none is due. */
  cycle(): Promise<void>
  rows(sql: string): Promise<Json[]>
  set(setting: string): Promise<void>
}

// biome-ignore lint/suspicious/noExplicitAny: answers of Graph and rows, looked at by tests only
export type Json = any

export interface WorldOptions {
  readonly people?: number
  readonly database?: Database
  readonly wrapFetch?: (
    inner: (request: Request) => Promise<Response>,
  ) => (request: Request) => Promise<Response>
  readonly wrapStore?: (store: Store) => Store
  readonly settings?: Partial<EngineSettings>
}

/** Ids in sequence, so that a run can be repeated. */
export function idSequence(prefix: string): () => string {
  let count = 0
  return () => `${prefix}-0000-4000-8000-${(++count).toString(16).padStart(12, '0')}`
}

let organizations = 0

export const openTestDatabase = openMigrated

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const real = options.database ?? (await openTestDatabase())
  const statements: string[] = []
  const database: Database = {
    ...real,
    query: (sql, parameters) => {
      statements.push(sql)
      return real.query(sql, parameters)
    },
    transaction: (work) =>
      real.transaction((tx) =>
        work({
          query: (sql, parameters) => {
            statements.push(sql)
            return tx.query(sql, parameters)
          },
        }),
      ),
  }
  const newId = idSequence(`a${(++organizations).toString(16).padStart(7, '0')}`)
  const organizationId = newId()
  const count = options.people ?? 2
  const people = Array.from({ length: count }, (_, n) => ({
    address: `person${n + 1}@contoso.example`,
    userId: newId(),
    mailboxId: newId(),
  }))
  const world = { now: Date.UTC(2026, 2, 2, 9) }
  const sandbox = createSandbox({
    clock: () => world.now,
    random: () => 0.5,
    newId: idSequence('b0000000'),
    sleep: async () => {},
    fetch: async () => new Response(null, { status: 202 }),
    seed: {
      users: people.map((person) => ({
        id: person.userId,
        displayName: person.address.split('@')[0]!,
        mail: person.address,
        userPrincipalName: person.address,
      })),
    },
  })
  await insertPeople(real, organizationId, people, newId, world.now)

  let held = { token: await signIn(sandbox), at: world.now }
  const token = async () => {
    if (world.now - held.at > 30 * 60_000) held = { token: await signIn(sandbox), at: world.now }
    return held.token
  }
  const inner = (request: Request) => sandbox.fetch(request)
  const requests: RequestReport[] = []
  const connector = graphConnector({
    baseUrl: BASE,
    tokens: { token },
    fetch: options.wrapFetch?.(inner) ?? inner,
    clock: () => world.now,
    sleep: async (ms) => {
      world.now += ms
    },
    random: () => 0.5,
    deadline: () => new AbortController().signal,
    onRequest: (report) => requests.push(report),
  })
  const plain = createStore(database, newId)
  const store = options.wrapStore?.(plain) ?? plain
  const deps: EngineDeps = {
    store,
    openMailbox: async (input: CycleInput) =>
      connector.open(input.mailbox.emailAddress, input.health),
    clock: () => world.now,
    newId,
    random: () => 0.5,
    cadence: () => ({ minMs: 120_000, maxMs: 720_000 }),
    memoryBudget: newMemoryBudget(),
    pauseScale: () => 1,
    log: {
      info: () => {},
      warn: () => {},
      error: (message, fields) => {
        if (message.startsWith('unexpected')) throw new Error(`${message}: ${fields?.stack}`)
      },
    },
  }
  return Object.assign(world, {
    database,
    store,
    sandbox,
    deps,
    organizationId,
    people,
    requests,
    statements,
    async graph(method: string, path: string, body?: unknown) {
      const response = await sandbox.fetch(
        new Request(`${BASE}${path}`, {
          method,
          headers: {
            authorization: `Bearer ${await token()}`,
            prefer: 'IdType="ImmutableId"',
            'content-type': 'application/json',
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      )
      const text = await response.text()
      return { status: response.status, body: text === '' ? null : (JSON.parse(text) as Json) }
    },
    async cycle() {
      world.now += 1_000
      await real.query(`update sync.mailbox_schedule set dueat = $2 where organizationid = $1`, [
        organizationId,
        new Date(world.now).toISOString(),
      ])
      while ((await runDue(deps, { workerId: 'w', leaseMs: 300_000, limit: 50 })) > 0) {}
    },
    rows: (sql: string) => real.query<Json>(sql.replaceAll('$org', `'${organizationId}'::uuid`)),
    async set(setting: string) {
      await real.query(
        `update crm.organization set orgdborgsettings = $2,
           settingsrevision = settingsrevision + 1
         where organizationid = $1`,
        [organizationId, `<OrgSettings>${setting}</OrgSettings>`],
      )
    },
  }) as World
}

export async function signIn(sandbox: Sandbox): Promise<string> {
  const response = await sandbox.fetch(
    new Request('http://sandbox.test/contoso/oauth2/v2.0/token', {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'sandbox',
        client_secret: 'sandbox',
        scope: 'https://graph.microsoft.com/.default',
      }),
    }),
  )
  const body = (await response.json()) as { access_token?: string }
  if (body.access_token === undefined) throw new Error(`no token: ${JSON.stringify(body)}`)
  return body.access_token
}

export async function insertPeople(
  database: Database,
  organizationId: string,
  people: readonly Person[],
  newId: () => string,
  now: number,
): Promise<void> {
  const at = new Date(now).toISOString()
  const profile = newId()
  await database.query(
    `insert into crm.organization (organizationid, name, uniquename, version, createdon, modifiedon)
     values ($1, $3, $3, '9.2.24091.190', $2, $2)`,
    [organizationId, at, organizationId],
  )
  await database.query(
    `insert into crm.emailserverprofile
       (organizationid, emailserverprofileid, name, connector, createdon, modifiedon)
     values ($1, $2, 'Sandbox', 'sandbox', $3, $3)`,
    [organizationId, profile, at],
  )
  for (const person of people) {
    const name = person.address.split('@')[0]!
    await database.query(
      `insert into crm.systemuser
         (organizationid, systemuserid, fullname, internalemailaddress, createdon, modifiedon)
       values ($1, $2, $3, $4, $5, $5)`,
      [organizationId, person.userId, name, person.address, at],
    )
    await database.query(
      `insert into crm.mailbox (organizationid, mailboxid, name, emailaddress, regardingobjectid,
         regardingobjectidtype, emailserverprofile, ownerid, owneridtype, emailrouteraccessapproval,
         createdon, modifiedon)
       values ($1, $2, $3, $4, $5, 'systemuser', $6, $5, 'systemuser', 1, $7, $7)`,
      [organizationId, person.mailboxId, name, person.address, person.userId, profile, at],
    )
    await database.query(
      `insert into sync.mailbox_schedule (organizationid, mailboxid, dueat) values ($1, $2, $3)`,
      [organizationId, person.mailboxId, at],
    )
  }
  await database.query(
    `insert into crm.contact
       (organizationid, contactid, fullname, emailaddress1, ownerid, owneridtype, createdon, modifiedon)
     values ($1, $2, 'Cora Customer', 'cora@customer.example', $3, 'systemuser', $4, $4)`,
    [organizationId, newId(), people[0]!.userId, at],
  )
}

/** A received message, as importers make one: flags and time set by MAPI at creation. */
export function received(patch: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    subject: 'Offer',
    body: { contentType: 'html', content: '<p>Hello</p>' },
    from: { emailAddress: { name: 'Cora', address: 'cora@customer.example' } },
    toRecipients: [{ emailAddress: { name: 'One', address: 'person1@contoso.example' } }],
    singleValueExtendedProperties: [{ id: 'Integer 0x0E07', value: '1' }],
    ...patch,
  }
}
