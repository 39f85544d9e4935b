import { randomBytes } from 'node:crypto'
import type { ActivityDraft, Create, CycleClose, FolderCursor, Lease, Link } from '@trackmark/core'
import pg from 'pg'
import {
  addMailboxes,
  addProfile,
  addRows,
  createStore,
  type Database,
  ensureOrganization,
  openDatabase,
  type Store,
} from '../src/index.ts'
import { type Filling, fill, openEmpty, openMigrated, schemaVersion } from './template.ts'

const url = process.env.TEST_DATABASE_URL

/** Every suite runs on the embedded database, and on PostgreSQL where there is one. */
export const KINDS: readonly ('pglite' | 'postgres')[] = url ? ['pglite', 'postgres'] : ['pglite']

export interface TestDatabase {
  readonly database: Database
  /** On PostgreSQL. */
  readonly url?: string
  drop(): Promise<void>
}

/** An empty database of its own; on PostgreSQL it is dropped afterwards. */
export async function emptyDatabase(kind: 'pglite' | 'postgres'): Promise<TestDatabase> {
  if (kind === 'pglite') {
    const database = await openEmpty()
    return { database, drop: () => database.close() }
  }
  return newDatabase('template1')
}

/** @param template what it is a copy of */
async function newDatabase(template: string): Promise<TestDatabase> {
  const name = `trackmark_test_${randomBytes(8).toString('hex')}`
  await asAdministrator((client) => client.query(`create database ${name} template ${template}`))
  const own = urlOf(name)
  const database = await openDatabase({ kind: 'postgres', url: own, connectionsMax: 6 })
  return {
    database,
    url: own,
    drop: async () => {
      await database.close()
      await asAdministrator((client) => client.query(`drop database ${name}`))
    },
  }
}

function urlOf(name: string): string {
  const own = new URL(url!)
  own.pathname = `/${name}`
  return own.href
}

async function asAdministrator<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url! })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * A database with today's schema, made by whichever test file needs it first: copying it takes a
 * fraction of migrating.
 */
function postgresTemplate(filling: Filling): Promise<string> {
  const name = `trackmark_${filling.replace('-', '_')}_${schemaVersion()}`
  return asAdministrator(async (client) => {
    // Ends with the connection; other files wait for it.
    await client.query("select pg_advisory_lock(hashtext('trackmark test template'))")
    const known = await client.query('select 1 from pg_database where datname = $1', [name])
    if (known.rows.length > 0) return name
    const making = `${name}_${randomBytes(4).toString('hex')}`
    await client.query(`create database ${making}`)
    const database = await openDatabase({ kind: 'postgres', url: urlOf(making) })
    await fill(database, filling)
    await database.close()
    await client.query(`alter database ${making} rename to ${name}`)
    return name
  })
}

export async function migratedDatabase(
  kind: 'pglite' | 'postgres',
  filling: Filling = 'database',
): Promise<TestDatabase> {
  if (kind === 'pglite') {
    const database = await openMigrated(filling)
    return { database, drop: () => database.close() }
  }
  return newDatabase(await postgresTemplate(filling))
}

/** 2026-01-05 09:00 UTC */
export const NOW = Date.UTC(2026, 0, 5, 9)
export const MINUTE = 60_000
export const LEASE_MS = 5 * MINUTE

let ids = 0
export const newId = (): string => {
  ids += 1
  return `00000000-0000-4000-8000-${ids.toString(16).padStart(12, '0')}`
}

export interface World {
  readonly database: Database
  readonly store: Store
  readonly organizationId: string
  readonly userIds: readonly string[]
  readonly mailboxIds: readonly string[]
  readonly profileId: string
}

/** A new organization with one profile, and as many users with a synchronized mailbox each. */
export async function newWorld(database: Database, mailboxes = 1): Promise<World> {
  const organizationId = newId()
  const uniqueName = `org-${organizationId.slice(-12)}`
  const wish = { organizationId, uniqueName, name: 'Contoso', version: '9.2.0.0' }
  await ensureOrganization(database, wish, NOW)
  const profileId = newId()
  await addProfile(
    database,
    organizationId,
    { profileId, name: 'Exchange Online', connector: 'exchangeonline', connection: {} },
    NOW,
  )
  const users = Array.from({ length: mailboxes }, (_, n) => ({
    systemuserid: newId(),
    fullname: `User ${n}`,
    internalemailaddress: `User${n}@contoso.example`,
  }))
  await addRows(database, organizationId, 'systemuser', users, NOW)
  const wishes = users.map((user) => ({
    mailboxId: newId(),
    name: user.fullname,
    emailAddress: user.internalemailaddress,
    regardingId: user.systemuserid,
    regardingType: 'systemuser' as const,
    ownerId: user.systemuserid,
    profileId,
    methods: { incoming: 2, outgoing: 0, act: 1 } as const,
  }))
  await addMailboxes(database, organizationId, wishes, NOW)
  return {
    database,
    store: createStore(database, newId),
    organizationId,
    profileId,
    userIds: users.map((user) => user.systemuserid),
    mailboxIds: wishes.map((wish) => wish.mailboxId),
  }
}

export async function claimAll(world: World, now = NOW, workerId = 'worker') {
  const claims = await world.store.claim({ workerId, now, leaseMs: LEASE_MS, limit: 1000 })
  return claims.filter((claim) => claim.lease.organizationId === world.organizationId)
}

/** The lease of the world's n-th mailbox, freshly claimed with all others. */
export async function leases(world: World, now = NOW, workerId = 'worker'): Promise<Lease[]> {
  const claims = await claimAll(world, now, workerId)
  return world.mailboxIds.flatMap(
    (id) => claims.find((claim) => claim.lease.mailboxId === id)?.lease ?? [],
  )
}

export function link(key: string, more: Partial<Link> = {}): Link {
  return {
    kind: 'message',
    key,
    folder: 'inbox',
    state: 'linked',
    activityId: null,
    activityType: 'email',
    masterKey: null,
    mark: 'seen',
    changeKey: 'ck1',
    isOrganizer: false,
    itemEnd: null,
    pendingEnd: null,
    park: null,
    decision: { rule: 'TR1', at: NOW, seen: 'marked' },
    ...more,
  }
}

export function emailDraft(columns: ActivityDraft['columns'] = {}): ActivityDraft {
  return {
    type: 'email',
    columns: { subject: 'Offer', statecode: 1, statuscode: 4, senton: NOW, ...columns },
    parties: [
      { mask: 1, addressUsed: 'ann@customer.example', partyId: null, partyType: null },
      { mask: 2, addressUsed: 'user0@contoso.example', partyId: null, partyType: null },
    ],
    attachments: [
      {
        id: 'a1',
        name: 'offer.pdf',
        contentType: 'application/pdf',
        size: 3,
        contentId: null,
        content: 'AAAA',
        refusal: null,
      },
    ],
  }
}

export function create(key: string, more: Partial<Create> = {}): Create {
  return {
    activityId: newId(),
    identity: `email:in:<${key}@customer.example>`,
    draft: emailDraft(),
    link: link(key),
    formerActivityId: null,
    seriesId: null,
    parkedBefore: null,
    markedAt: null,
    ...more,
  }
}

export function cursor(folder: string, more: Partial<FolderCursor> = {}): FolderCursor {
  return {
    folder,
    kind: 'mail',
    value: 'delta-1',
    listing: false,
    generation: 1,
    epoch: 1,
    catchUp: false,
    windowStart: null,
    windowEnd: null,
    failures: 0,
    ...more,
  }
}

export function closing(more: Partial<CycleClose> = {}): CycleClose {
  return {
    dueAt: NOW + 5 * MINUTE,
    failures: 0,
    quietCycles: 0,
    startedAt: NOW,
    endedAt: NOW + 1_000,
    itemsProcessed: 0,
    itemsFailed: 0,
    numbers: { tracked: 0, ended: 0, provisioned: 0, removed: 0, latenciesMs: [] },
    error: null,
    note: null,
    ...more,
  }
}

/** Rows of a world's table, by primary key. */
export function rowsOf<R extends object>(
  world: World,
  table: string,
  columns = '*',
  more = '',
): Promise<R[]> {
  return world.database.query<R>(
    `select ${columns} from ${table} where organizationid = $1 ${more}`,
    [world.organizationId],
  )
}
