import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addMailboxes,
  addRows,
  answerAlert,
  changeMailboxes,
  closeAlerts,
  deleteSecret,
  ensureOrganization,
  explainItems,
  findOrganization,
  findProfile,
  getSecret,
  housekeeping,
  listAlerts,
  listMailboxes,
  listOrganizations,
  listProfiles,
  type MailboxMethods,
  markDue,
  putSecret,
  readOrgSettings,
  removeOrgDbOrgSetting,
  SecretUnreadableError,
  setProfileActive,
  updateOrganization,
  updateOrgDbOrgSettings,
} from '../src/index.ts'
import {
  claimAll,
  closing,
  create,
  KINDS,
  leases,
  link,
  MINUTE,
  migratedDatabase,
  NOW,
  newId,
  newWorld,
  rowsOf,
  type TestDatabase,
} from './support.ts'

const DAY = 86_400_000

describe.each(KINDS)('administration on %s', (kind) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await migratedDatabase(kind)
  })
  afterAll(() => db.drop())

  test('an organization is made once, and found by its name in any case or its id', async () => {
    const organization = {
      organizationId: newId(),
      uniqueName: 'Fabrikam',
      name: 'F',
      version: '9.2.1.0',
    }
    const first = await ensureOrganization(db.database, organization, NOW)
    const again = await ensureOrganization(
      db.database,
      { ...organization, organizationId: newId() },
      NOW,
    )
    expect(first.created).toBe(true)
    expect(again).toEqual({ organization: first.organization, created: false })
    expect(await findOrganization(db.database, 'FABRIKAM')).toEqual(first.organization)
    expect(await findOrganization(db.database, organization.organizationId)).toEqual(
      first.organization,
    )
    expect(await findOrganization(db.database, 'nobody')).toBeNull()
    expect(await listOrganizations(db.database)).toContainEqual(first.organization)
  })

  test('settings merge, one is removed, and clearing brings all defaults back', async () => {
    const world = await newWorld(db.database)
    const set = (xml: string | null) =>
      updateOrgDbOrgSettings(db.database, world.organizationId, xml, NOW)
    await set('<OrgSettings><TrackCategorizedItems>false</TrackCategorizedItems></OrgSettings>')
    const merged = await set(
      '<OrgSettings><TraceLogPersistenceTimeInDays>9</TraceLogPersistenceTimeInDays></OrgSettings>',
    )
    expect(merged).toMatchObject({ kind: 'updated', changes: [{ before: null, after: 9 }] })
    const read = await readOrgSettings(db.database, world.organizationId)
    expect(read?.xml).toContain('<TrackCategorizedItems>false</TrackCategorizedItems>')
    expect(read?.xml).toContain('<TraceLogPersistenceTimeInDays>9')

    const name = 'trackcategorizeditems'
    await removeOrgDbOrgSetting(db.database, world.organizationId, name, NOW)
    const after = await readOrgSettings(db.database, world.organizationId)
    expect(after?.xml).not.toContain('TrackCategorizedItems')
    expect(after?.xml).toContain('<TraceLogPersistenceTimeInDays>9')
    await set('')
    expect((await readOrgSettings(db.database, world.organizationId))?.xml).toBeNull()
    expect(await readOrgSettings(db.database, newId())).toBeNull()
  })

  test('a refused setting changes nothing, neither the columns written with it nor the schedule', async () => {
    const world = await newWorld(db.database)
    const before = await rowsOf(world, 'crm.organization')
    const [lease] = await leases(world)
    const columns = { name: 'Other', orgdborgsettings: '<OrgSettings><Nope>1</Nope></OrgSettings>' }
    const result = await updateOrganization(
      db.database,
      world.organizationId,
      { columns },
      NOW + MINUTE,
    )
    expect(result).toMatchObject({ kind: 'refused', refusal: { code: '0x80048514' } })
    expect(await rowsOf(world, 'crm.organization')).toEqual(before)
    await world.store.commit(lease!, { links: [link('a', { state: 'noted' })] }, NOW)
  })

  test('a write that changes nothing disturbs no cycle', async () => {
    const world = await newWorld(db.database)
    const xml = '<OrgSettings><TrackCategorizedItems>false</TrackCategorizedItems></OrgSettings>'
    await updateOrgDbOrgSettings(db.database, world.organizationId, xml, NOW)
    const [lease] = await leases(world)
    await updateOrgDbOrgSettings(db.database, world.organizationId, xml, NOW + MINUTE)
    await world.store.commit(lease!, { links: [link('a', { state: 'noted' })] }, NOW)
  })

  test('[CY1] a changed setting ends cycles under way and makes every mailbox due', async () => {
    const world = await newWorld(db.database, 3)
    const [first, second, third] = await leases(world)
    await world.store.close(first!, closing({ dueAt: NOW + 60 * MINUTE }))
    await world.store.close(second!, closing({ dueAt: NOW + 60 * MINUTE }))
    const xml = '<OrgSettings><TrackCategorizedItems>false</TrackCategorizedItems></OrgSettings>'
    await updateOrgDbOrgSettings(db.database, world.organizationId, xml, NOW + MINUTE)

    await expect(world.store.commit(third!, { cursors: [] }, NOW + MINUTE)).rejects.toThrow(
      'settings changed',
    )
    expect(await claimAll(world, NOW + MINUTE)).toHaveLength(2)
    await world.store.close(third!, closing({ dueAt: NOW + 60 * MINUTE }))
    const [again] = await claimAll(world, NOW + MINUTE)
    expect(again?.lease.mailboxId).toBe(third!.mailboxId)
    expect(again?.settings.trackCategorizedItems).toBe(false)
  })

  test('columns are written with a new version, and only if the version is still the one seen', async () => {
    const world = await newWorld(db.database)
    const [before] = await rowsOf<{ versionnumber: number }>(world, 'crm.organization')
    const at = Date.UTC(2026, 5, 1)
    const update = (ifVersion: number) =>
      updateOrganization(
        db.database,
        world.organizationId,
        {
          columns: { name: 'Renamed', maxuploadfilesize: 1000 },
          ifVersion: (version) => version === ifVersion,
        },
        at,
      )
    expect(await update(before!.versionnumber)).toEqual({ kind: 'updated', changes: [] })
    const [row] = await rowsOf<Record<string, unknown>>(world, 'crm.organization')
    expect(row).toMatchObject({ name: 'Renamed', maxuploadfilesize: 1000, modifiedon: at })
    expect(row!.versionnumber).toBeGreaterThan(before!.versionnumber)
    expect(await update(before!.versionnumber)).toEqual({ kind: 'changedMeanwhile' })
    const nobody = updateOrganization(db.database, newId(), { columns: { name: 'x' } }, NOW)
    expect(await nobody).toEqual({ kind: 'notFound' })
  })

  test('a read-only or unknown column is refused before any SQL runs', async () => {
    const world = await newWorld(db.database)
    for (const name of ['versionnumber', 'settingsrevision', 'x" = null --']) {
      const input = { columns: { [name]: 1 } }
      const written = updateOrganization(db.database, world.organizationId, input, NOW)
      await expect(written).rejects.toThrow(TypeError)
    }
  })

  test('people are added in bulk with defaults; adding them again changes nothing', async () => {
    const world = await newWorld(db.database)
    const contacts = [
      { contactid: newId(), firstname: 'Ann', lastname: 'Lee\0', emailaddress1: 'ann@x.example' },
      { contactid: newId(), lastname: 'Solo', ownerid: world.userIds[0]! },
    ]
    const add = () => addRows(db.database, world.organizationId, 'contact', contacts, NOW)
    expect([await add(), await add()]).toEqual([2, 0])
    const rows = await rowsOf(
      world,
      'crm.contact',
      'fullname, statecode, owneridtype',
      'order by fullname',
    )
    expect(rows).toEqual([
      { fullname: 'Ann Lee', statecode: 0, owneridtype: null },
      { fullname: 'Solo', statecode: 0, owneridtype: 'systemuser' },
    ])
    const wrong = addRows(db.database, world.organizationId, 'lead', [{ nope: 1 }], NOW)
    await expect(wrong).rejects.toThrow('lead has no column nope')
  })

  test('mailboxes are scheduled when added, once, and become their people’s default', async () => {
    const world = await newWorld(db.database, 2)
    const [row] = await rowsOf<{ defaultmailbox: string }>(
      world,
      'crm.systemuser',
      'defaultmailbox',
      `and systemuserid = '${world.userIds[0]}'`,
    )
    expect(row?.defaultmailbox).toBe(world.mailboxIds[0])
    const again = await addMailboxes(
      db.database,
      world.organizationId,
      [
        {
          mailboxId: world.mailboxIds[0]!,
          name: 'Other',
          emailAddress: 'o@contoso.example',
          regardingId: world.userIds[0]!,
          regardingType: 'systemuser',
          ownerId: world.userIds[0]!,
          profileId: null,
          methods: { incoming: 0, outgoing: 0, act: 2 },
        },
      ],
      NOW,
    )
    expect(again).toBe(0)
    expect(
      (await listMailboxes(db.database, world.organizationId, NOW)).mailboxes.map((m) => m.name),
    ).toEqual(['User 0', 'User 1'])
  })

  test('[CL8] a mailbox that is no longer synchronized is due once more while its category is there, then never', async () => {
    const world = await newWorld(db.database)
    const [lease] = await leases(world)
    const category = {
      purpose: 'tracked',
      name: 'Tracked to Dynamics 365',
      earlierNames: ['Old "name", {x}'],
      color: 'preset5',
      exchangeId: '6f1a2f0e-7d3b-4c58-9b7e-0d8f6f1b2c3d',
      status: 'provisioned',
      epoch: 1,
    } as const
    await world.store.commit(lease!, { categories: [category] }, NOW)
    await world.store.close(lease!, closing({ dueAt: NOW + 60 * MINUTE }))

    const methods = { incoming: 0, act: 2 } as const
    const { organizationId, mailboxIds } = world
    const change = (to: Partial<MailboxMethods>, now: number) =>
      changeMailboxes(db.database, organizationId, mailboxIds, { methods: to }, { by: null, now })
    await change(methods, NOW + MINUTE)
    const [leaving] = await claimAll(world, NOW + MINUTE)
    expect(leaving?.mailbox).toMatchObject({ mail: false, appointmentsAndTasks: false })
    expect(leaving?.categories).toEqual([category])
    const removed = { ...category, exchangeId: null, status: 'removed' } as const
    await world.store.commit(leaving!.lease, { categories: [removed] }, NOW + MINUTE)
    await world.store.close(leaving!.lease, closing({ dueAt: NOW + 2 * MINUTE }))

    expect(await claimAll(world, NOW + DAY)).toEqual([])
    const [state] = (await listMailboxes(db.database, organizationId, NOW)).mailboxes
    expect(state).toMatchObject({ category: 'removed', nextDueOn: null, isSynchronized: false })
    await change({ incoming: 2 }, NOW + DAY)
    expect((await claimAll(world, NOW + DAY))[0]?.mailbox.mail).toBe(true)
  })

  test('a profile’s mailboxes synchronize while it is active', async () => {
    const world = await newWorld(db.database)
    const { organizationId, profileId } = world
    const active = (is: boolean) =>
      setProfileActive(db.database, organizationId, profileId, is, NOW)
    expect(await active(false)).toBe(true)
    const [off] = await claimAll(world)
    expect(off?.mailbox.mail).toBe(false)
    await active(true)
    await world.store.close(off!.lease, closing({ dueAt: NOW + 60 * MINUTE }))
    const [on] = await claimAll(world, NOW + MINUTE)
    expect(on?.mailbox.mail).toBe(true)
    expect(on?.profile).toMatchObject({ id: profileId, kind: 'exchangeonline' })
    expect(await findProfile(db.database, organizationId, profileId)).toMatchObject({
      connection: {},
      isActive: true,
    })
    expect(await listProfiles(db.database, organizationId)).toHaveLength(1)
    expect(await setProfileActive(db.database, organizationId, newId(), true, NOW)).toBe(false)
  })

  test('a mailbox asked for during its cycle is due again when the cycle closes', async () => {
    const world = await newWorld(db.database)
    const [lease] = await leases(world)
    const due = await markDue(db.database, world.organizationId, 'all', NOW + 1)
    expect(due).toEqual({ due: 1, queued: 1 })
    await world.store.close(lease!, closing({ dueAt: NOW + 60 * MINUTE }))
    expect(await claimAll(world, NOW + 2_000)).toHaveLength(1)
  })

  test('[TR12] an alert that asks takes the first answer, is closed, and makes its mailbox due', async () => {
    const world = await newWorld(db.database)
    const { organizationId } = world
    const [lease] = await leases(world)
    const base = { level: 'warning', subject: '', details: null } as const
    await world.store.commit(
      lease!,
      {
        alerts: [
          { ...base, code: 12, text: 'Untrack 30 items?', question: 'bulkEnd' },
          { ...base, code: 10, text: 'Parked', question: null },
        ],
        bulkQuestion: 'asked',
      },
      NOW,
    )
    await world.store.close(lease!, closing({ dueAt: NOW + 60 * MINUTE }))
    const alerts = await listAlerts(db.database, organizationId, { open: true })
    const asks = alerts.find((alert) => alert.question !== null)!
    const tells = alerts.find((alert) => alert.question === null)!
    expect(asks).toMatchObject({ text: 'Untrack 30 items?', mailboxId: lease!.mailboxId, code: 12 })

    const answer = (id: string, what: 'yes' | 'no') =>
      answerAlert(db.database, organizationId, id, what, NOW + MINUTE)
    expect(await closeAlerts(db.database, organizationId, [asks.alertId, tells.alertId], NOW)).toBe(
      1,
    )
    expect(await answer(tells.alertId, 'yes')).toBe('noQuestion')
    expect(await answer(newId(), 'yes')).toBe('notFound')
    expect(await answer(asks.alertId, 'no')).toBe('answered')
    expect(await answer(asks.alertId, 'yes')).toBe('settled')
    const [claim] = await claimAll(world, NOW + MINUTE)
    expect(claim?.health.bulkAnswer).toBe('no')
    expect(await listAlerts(db.database, organizationId, { open: true })).toEqual([])
  })

  test('[TR14] items tell what was decided, why and when', async () => {
    const world = await newWorld(db.database)
    const [lease] = await leases(world)
    const park = { code: 'Timeout', reason: 'No answer.', tries: 2, nextTryAt: NOW + MINUTE }
    const noted = link('b', { state: 'noted', decision: { rule: 'TR8', at: NOW, seen: 'a draft' } })
    const parked = link('c', { state: 'parked', park })
    await world.store.commit(lease!, { creates: [create('a')], links: [noted, parked] }, NOW)
    const [mailboxId] = world.mailboxIds
    const items = await explainItems(db.database, world.organizationId, mailboxId!)
    expect(items.map((item) => [item.link.key, item.link.state, item.subject])).toEqual([
      ['c', 'parked', null],
      ['b', 'noted', null],
      ['a', 'linked', 'Offer'],
    ])
    expect(items[1]?.link.decision).toEqual({ rule: 'TR8', at: NOW, seen: 'a draft' })
    const request = { parked: true, after: { decidedAt: NOW, key: 'd' } }
    const some = await explainItems(db.database, world.organizationId, mailboxId!, request)
    expect(some.map((item) => item.link.park)).toEqual([park])
    const [state] = (await listMailboxes(db.database, world.organizationId, NOW)).mailboxes
    expect(state).toMatchObject({ linked: 1, parked: 1, isRunning: true, failures: 0 })
  })

  test('secrets are unreadable without their key, in another organization and under another name', async () => {
    const { organizationId } = await newWorld(db.database)
    const key = new Uint8Array(32).fill(7)
    const place = { organizationId, name: 'profile/1' }
    await putSecret(db.database, key, place, 'old')
    await putSecret(db.database, key, place, 'pässword')
    expect(await getSecret(db.database, key, place)).toBe('pässword')
    const stored = await db.database.query<{ sealed: string }>(
      'select sealed from sync.secret where organizationid = $1',
      [organizationId],
    )
    expect(JSON.stringify(stored)).not.toContain('password')

    const otherKey = new Uint8Array(32).fill(8)
    await expect(getSecret(db.database, otherKey, place)).rejects.toThrow(SecretUnreadableError)
    await db.database.query(`update sync.secret set name = 'x' where organizationid = $1`, [
      organizationId,
    ])
    const moved = getSecret(db.database, key, { organizationId, name: 'x' })
    await expect(moved).rejects.toThrow(SecretUnreadableError)
    expect(await deleteSecret(db.database, { organizationId, name: 'x' })).toBe(true)
    expect(await getSecret(db.database, key, { organizationId, name: 'x' })).toBeNull()
    await expect(putSecret(db.database, new Uint8Array(16), place, 'x')).rejects.toThrow(TypeError)
  })

  test('housekeeping keeps live rows and open questions, and deletes rows that are too old', async () => {
    const world = await newWorld(db.database)
    const [lease] = await leases(world)
    const base = { level: 'information', details: null, subject: '' } as const
    const park = { code: 'X', reason: 'x', tries: 6, nextTryAt: null }
    await world.store.commit(
      lease!,
      {
        creates: [create('live')],
        links: [
          link('ended', { state: 'ended' }),
          link('noted', { state: 'noted' }),
          link('givenUp', { state: 'parked', park }),
          link('parked', { state: 'parked', park: { ...park, nextTryAt: NOW } }),
        ],
        alerts: [
          { ...base, code: 1, text: 'told', question: null },
          { ...base, code: 12, text: 'asks', question: 'bulkEnd' },
        ],
      },
      NOW,
    )
    const keys = async () =>
      (await rowsOf<{ itemkey: string }>(world, 'sync.link', 'itemkey', 'order by itemkey')).map(
        (row) => row.itemkey,
      )
    await housekeeping(db.database, NOW + 2 * DAY)
    expect(await keys()).toHaveLength(5)
    await housekeeping(db.database, NOW + 4 * DAY)
    expect(await keys()).toEqual(['live', 'parked'])
    expect(await rowsOf(world, 'crm.tracelog')).toHaveLength(2)
    await housekeeping(db.database, NOW + 31 * DAY)
    expect(await rowsOf(world, 'crm.tracelog', 'text')).toEqual([{ text: 'asks' }])
  })
})
