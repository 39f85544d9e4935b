import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addApiToken,
  addOrganization,
  changeOrganization,
  findApiToken,
  findOrganization,
  listApiTokens,
  markApiTokenUsed,
  removeOrganization,
  revokeApiToken,
} from '../src/index.ts'
import {
  claimAll,
  KINDS,
  leases,
  MINUTE,
  migratedDatabase,
  NOW,
  newId,
  newWorld,
  type TestDatabase,
  type World,
} from './support.ts'

describe.each(KINDS)('organizations on %s', (kind) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await migratedDatabase(kind)
  })
  afterAll(() => db.drop())

  const change = (world: World, to: Parameters<typeof changeOrganization>[2], now = NOW) =>
    changeOrganization(db.database, world.organizationId, to, now)

  test('a unique name is taken once, in any case', async () => {
    const organization = { name: 'L', version: '9.2.0.0', hostNames: ['crm.litware.example'] }
    const add = (uniqueName: string) =>
      addOrganization(db.database, { ...organization, organizationId: newId(), uniqueName }, NOW)
    expect([await add('Litware'), await add('liTware')]).toEqual([true, false])
    expect(await findOrganization(db.database, 'litware')).toMatchObject({
      uniqueName: 'litware',
      hostNames: ['crm.litware.example'],
      isDisabled: false,
    })
  })

  test('mailboxes of a disabled organization are left alone until it is enabled', async () => {
    const world = await newWorld(db.database, 2)
    const other = await newWorld(db.database)
    const [lease] = await leases(world)
    await change(world, { isDisabled: true })
    const alert = { alerts: [], categories: [] }
    await expect(world.store.commit(lease!, alert, NOW)).rejects.toThrow()
    // Somebody names a mailbox all the same.
    await db.database.query(
      'update sync.mailbox_schedule set dueat = $2, leaseuntil = null where organizationid = $1',
      [world.organizationId, new Date(NOW).toISOString()],
    )
    expect(await claimAll(world, NOW + MINUTE)).toEqual([])
    expect(await claimAll(other, NOW + 10 * MINUTE)).toHaveLength(1)
    await change(world, { isDisabled: false }, NOW + MINUTE)
    expect(await claimAll(world, NOW + 20 * MINUTE)).toHaveLength(2)
  })

  test('a new version makes every mailbox due, which may have other defaults of settings', async () => {
    const world = await newWorld(db.database)
    const [lease] = await leases(world)
    await change(world, { version: '9.1.0.4038' })
    await expect(world.store.commit(lease!, { alerts: [] }, NOW)).rejects.toThrow()
    const [claim] = await claimAll(world, NOW + 60 * MINUTE)
    expect(claim?.settings.trackCategorizedItems).toBe(false)
    await change(world, { version: '9.1.0.4039' })
    const [later] = await claimAll(world, NOW + 120 * MINUTE)
    expect(later?.settings.trackCategorizedItems).toBe(true)
  })

  test('only a disabled organization is removed, with every row of it and none of others', async () => {
    const world = await newWorld(db.database, 2)
    const other = await newWorld(db.database)
    const remove = (leaveCategories = false) =>
      removeOrganization(db.database, world.organizationId, { leaveCategories })
    await addApiToken(db.database, world.organizationId, token(world), NOW)
    await db.database.query(
      `insert into crm.mailboxtrackingcategory (organizationid, mailboxtrackingcategoryid, mailboxid,
         exchangecategoryname, categoryonboardingstatus, purpose, color, createdon, modifiedon)
       values ($1, $2, $3, 'Tracked to Dynamics 365', 1, 'tracked', 'preset9', $4, $4)`,
      [world.organizationId, newId(), world.mailboxIds[0], new Date(NOW).toISOString()],
    )
    expect(await remove()).toEqual({ kind: 'notDisabled' })
    await change(world, { isDisabled: true })
    const before = await rowsOf(other)
    expect(await remove()).toEqual({ kind: 'categories', mailboxes: 1 })
    expect((await rowsOf(world)).length).toBeGreaterThan(6)
    expect(await remove(true)).toEqual({ kind: 'removed' })
    expect(await rowsOf(world)).toEqual([])
    expect(await rowsOf(other)).toEqual(before)
    expect(await remove()).toEqual({ kind: 'notFound' })
  })

  async function rowsOf(world: World): Promise<string[]> {
    const tables = await db.database.query<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.columns
       join information_schema.tables using (table_schema, table_name)
       where column_name = 'organizationid' and table_type = 'BASE TABLE' order by 1`,
    )
    const all: string[] = []
    for (const { name } of tables) {
      const rows = await db.database.query<{ row: string }>(
        `select row_to_json(t)::text as row from ${name} t where organizationid = $1`,
        [world.organizationId],
      )
      all.push(...rows.map(({ row }) => `${name} ${row}`))
    }
    return all.sort()
  }

  const token = (world: World, name = 'Nightly report') => ({
    tokenId: newId(),
    name,
    hash: 'abc',
    userId: world.userIds[0]!,
    role: 'Basic User',
    expiresOn: NOW + MINUTE,
  })

  test('a token is found in its organization only, while its user is there and enabled', async () => {
    const [world, other] = [await newWorld(db.database), await newWorld(db.database)]
    const made = token(world)
    const find = (of: World) => findApiToken(db.database, of.organizationId, made.tokenId)
    expect(await addApiToken(db.database, world.organizationId, made, NOW)).toBe(true)
    expect(await find(world)).toEqual({
      hash: 'abc',
      userId: world.userIds[0],
      role: 'Basic User',
      expiresOn: NOW + MINUTE,
      lastUsedOn: null,
    })
    expect(await find(other)).toBeNull()
    expect(
      await addApiToken(db.database, world.organizationId, token(world, 'NIGHTLY report'), NOW),
    ).toBe(false)
    await markApiTokenUsed(db.database, world.organizationId, made.tokenId, NOW)
    const [listed] = await listApiTokens(db.database, world.organizationId)
    expect(listed).toMatchObject({ name: 'Nightly report', userName: 'User 0', lastUsedOn: NOW })
    expect(await listApiTokens(db.database, other.organizationId)).toEqual([])
    await db.database.query(
      'update crm.systemuser set isdisabled = true where organizationid = $1',
      [world.organizationId],
    )
    expect(await find(world)).toBeNull()
  })

  test('a token is revoked by name or id', async () => {
    const world = await newWorld(db.database)
    const [one, two] = [token(world, 'One'), token(world, 'Two')]
    for (const made of [one, two]) await addApiToken(db.database, world.organizationId, made, NOW)
    const revoke = (name: string) => revokeApiToken(db.database, world.organizationId, name)
    expect([await revoke('ONE'), await revoke('one'), await revoke(two.tokenId)]).toEqual([
      true,
      false,
      true,
    ])
  })
})
