import { randomBytes } from 'node:crypto'
import { NOW, newId } from '@trackmark/engine/contracts/store-world'
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

export {
  appointment,
  claimAll,
  closing,
  create,
  cursor,
  emailDraft,
  LEASE_MS,
  leases,
  link,
  MINUTE,
  NOW,
  newId,
} from '@trackmark/engine/contracts/store-world'

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
  const organization = { organizationId, uniqueName, name: 'Contoso', version: '9.2.0.0' }
  await ensureOrganization(database, organization, NOW)
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
  const newMailboxes = users.map((user) => ({
    mailboxId: newId(),
    name: user.fullname,
    emailAddress: user.internalemailaddress,
    regardingId: user.systemuserid,
    regardingType: 'systemuser' as const,
    ownerId: user.systemuserid,
    profileId,
    methods: { incoming: 2, outgoing: 0, act: 1 } as const,
  }))
  await addMailboxes(database, organizationId, newMailboxes, NOW)
  return {
    database,
    store: createStore(database, newId),
    organizationId,
    profileId,
    userIds: users.map((user) => user.systemuserid),
    mailboxIds: newMailboxes.map(({ mailboxId }) => mailboxId),
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

/** Everything the organization holds, for comparing before and after. */
export async function contents(world: World): Promise<unknown> {
  const tables = [
    'crm.email',
    'crm.appointment',
    'crm.recurringappointmentmaster',
    'crm.task',
    'crm.activityparty',
    'crm.activitymimeattachment',
    'crm.tracelog',
    'crm.mailboxtrackingcategory',
    'sync.link',
    'sync.folder_cursor',
    'sync.outgoing_write',
  ]
  const found: Record<string, unknown> = {}
  for (const table of tables) {
    const rows = await rowsOf<Record<string, unknown>>(world, table, '*', 'order by 2, 3')
    // Version and transaction tell that a row was written, not what it holds.
    found[table] = rows.map(({ versionnumber: _, changexid: __, ...row }) => row)
  }
  return found
}
