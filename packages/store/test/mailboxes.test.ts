import { ALERT, type Alert } from '@trackmark/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  changeMailboxes,
  claimTests,
  countItems,
  countMailboxes,
  endTest,
  explainItems,
  housekeeping,
  listCycles,
  listFolderStates,
  listMailboxes,
  type MailboxRequest,
  mailboxConditions,
  mailboxIds,
  noteTest,
  readMailbox,
  readTest,
  releaseTest,
  requestTests,
  updateOrganization,
} from '../src/index.ts'
import {
  claimAll,
  closing,
  create,
  cursor,
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
  type World,
} from './support.ts'

const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const BY = { by: null, now: NOW }

describe.each(KINDS)('mailboxes on %s', (kind) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await migratedDatabase(kind)
  })
  afterAll(() => db.drop())

  const list = async (world: World, request: MailboxRequest = {}) =>
    (await listMailboxes(db.database, world.organizationId, NOW, request)).mailboxes.map(
      (m) => m.name,
    )

  /** Of seven mailboxes: 0 failing, 1 synchronized, 2 inactive, 3 not approved, others waiting. */
  async function variety(): Promise<World> {
    const world = await newWorld(db.database, 7)
    const held = await leases(world)
    const error = { code: 'ErrorX', message: 'It failed.' }
    await world.store.close(held[0]!, closing({ failures: 2, error, dueAt: NOW + HOUR }))
    await world.store.close(held[1]!, closing({ dueAt: NOW + 2 * HOUR }))
    const change = (n: number, to: Parameters<typeof changeMailboxes>[3]) =>
      changeMailboxes(db.database, world.organizationId, [world.mailboxIds[n]!], to, BY)
    await change(2, { isActive: false })
    await change(3, { approval: 'rejected' })
    return world
  }

  test('are searched, filtered, sorted both ways and counted', async () => {
    const world = await variety()
    expect(await list(world, { search: 'uSER 1' })).toEqual(['User 1'])
    expect(await list(world, { search: 'user5@' })).toEqual(['User 5'])
    expect(await list(world, { search: '%' })).toEqual([])
    expect(await list(world, { state: 'failing' })).toEqual(['User 0'])
    expect(await list(world, { state: 'synchronized' })).toEqual(['User 1'])
    expect(await list(world, { state: 'off' })).toEqual(['User 2', 'User 3'])
    expect(await list(world, { state: 'waiting' })).toEqual(['User 4', 'User 5', 'User 6'])
    expect(await list(world, { isActive: true, state: 'off' })).toEqual(['User 3'])
    expect(await list(world, { approval: 'rejected' })).toEqual(['User 3'])
    expect(await list(world, { profile: 'none' })).toEqual([])
    expect(await list(world, { profile: world.profileId, search: '6' })).toEqual(['User 6'])
    expect(await list(world, { category: 'provisioned' })).toEqual([])
    expect(await list(world, { category: 'absent' })).toHaveLength(7)
    expect(await list(world, { test: 'failure' })).toEqual([])
    expect(await list(world, { ownerId: world.userIds[4]! })).toEqual(['User 4'])
    expect(await list(world, { mailboxIds: [] })).toEqual([])
    const by = (sort: MailboxRequest['sort'], descending = false) =>
      list(world, { sort: sort!, descending })
    expect((await by('state')).slice(0, 2)).toEqual(['User 0', expect.any(String)])
    expect((await by('state', true)).slice(0, 2).sort()).toEqual(['User 2', 'User 3'])
    expect((await by('lastSync', true))[0]).toBe('User 1')
    expect(await by('emailAddress', true)).toEqual(await by('name', true))
    expect((await by('nextDue', true)).slice(0, 2)).toEqual(['User 1', 'User 0'])
    const count = (request: MailboxRequest) =>
      countMailboxes(db.database, world.organizationId, request)
    expect(await count({})).toBe(7)
    expect(await count({ state: 'waiting', search: 'user' })).toBe(3)
  })

  test('[CY25] that leave something out are partial, with and without success, and are found by the code', async () => {
    const world = await newWorld(db.database, 3)
    const held = await leases(world)
    const note = { code: 'FoldersUnknown', message: 'Junk Email is left out: there is none.' }
    const error = { code: 'FoldersLeftOut', message: 'A calendar is left out: refused.' }
    await world.store.close(held[0]!, closing({ note }))
    await world.store.close(held[1]!, closing({ error, note }))
    await world.store.close(held[2]!, closing())
    expect(await list(world, { state: 'partial' })).toEqual(['User 0', 'User 1'])
    expect(await list(world, { state: 'synchronized' })).toEqual(['User 2'])
    expect(await list(world, { state: 'waiting' })).toEqual([])
    expect(await list(world, { sort: 'state' })).toHaveLength(3)
    expect(await list(world, { error: 'FoldersLeftOut' })).toEqual(['User 1'])
    const { mailboxes } = await listMailboxes(db.database, world.organizationId, NOW, {})
    expect(mailboxes.map((one) => [one.lastError, one.lastSuccessfulSyncOn !== null])).toEqual([
      ['FoldersUnknown: Junk Email is left out: there is none.', true],
      [
        'FoldersLeftOut: A calendar is left out: refused. Junk Email is left out: there is none.',
        false,
      ],
      [null, true],
    ])
    const { mailboxes: counts } = await mailboxConditions(db.database, world.organizationId)
    expect(counts).toMatchObject({ partial: 2, synchronized: 1, waiting: 0, failing: 0 })
  })

  test.each(['name', 'emailAddress', 'state', 'lastSync', 'nextDue', 'alerts'] as const)(
    'are paged by %s without leaving one out or showing one twice',
    async (sort) => {
      const world = await variety()
      for (const descending of [false, true]) {
        const all = await list(world, { sort, descending })
        const paged: string[] = []
        for (let after: MailboxRequest['after'], left = true; left; ) {
          const request = { sort, descending, limit: 2, after }
          const page = await listMailboxes(db.database, world.organizationId, NOW, request)
          paged.push(...page.mailboxes.map((m) => m.name))
          after = page.next ?? undefined
          left = page.next !== null
        }
        expect(paged).toEqual(all)
      }
    },
  )

  test('are sorted by their open alerts', async () => {
    const world = await newWorld(db.database, 3)
    const held = await leases(world)
    const alert = (subject: string): Alert => ({
      code: ALERT.itemParked,
      level: 'warning',
      subject,
      text: 'x',
      details: null,
      question: null,
    })
    await world.store.commit(held[2]!, { alerts: [alert('a'), alert('b')] }, NOW)
    await world.store.commit(held[1]!, { alerts: [alert('a')] }, NOW)
    expect(await list(world, { sort: 'alerts', descending: true })).toEqual([
      'User 2',
      'User 1',
      'User 0',
    ])
  })

  test('ids of what a filter finds are read page by page', async () => {
    const world = await newWorld(db.database, 5)
    const slice = (after: string | null) =>
      mailboxIds(db.database, world.organizationId, { search: 'user' }, { after, limit: 2 })
    const first = await slice(null)
    const second = await slice(first.at(-1)!)
    const third = await slice(second.at(-1)!)
    expect([...first, ...second, ...third].sort()).toEqual([...world.mailboxIds].sort())
  })

  test('the detail tells category, backlog, folders and the last cycle', async () => {
    const world = await newWorld(db.database)
    const [mailboxId] = world.mailboxIds as [string]
    const [lease] = await leases(world)
    const item = { kind: 'message', key: 'a', folder: 'inbox' } as const
    await world.store.commit(
      lease!,
      {
        cursors: [
          cursor('inbox'),
          cursor('archive', { value: 'next', listing: true }),
          cursor('cal', { kind: 'calendar', value: null, windowStart: NOW, windowEnd: NOW + DAY }),
        ],
        creates: [create('a')],
        links: [
          link('p', {
            state: 'parked',
            park: { code: 'X', reason: 'x', tries: 1, nextTryAt: NOW - 1 },
          }),
        ],
        writes: [{ id: 'w', item, kind: 'stampTracked', tries: 0, nextTryAt: NOW, failure: null }],
        categories: [
          {
            purpose: 'tracked',
            name: 'Verfolgt',
            earlierNames: ['Tracked to Dynamics 365'],
            color: 'preset7',
            exchangeId: newId(),
            status: 'provisioned',
            epoch: 1,
          },
        ],
        bulkQuestion: 'asked',
      },
      NOW,
    )
    await world.store.close(lease!, closing({ itemsProcessed: 3, dueAt: NOW + HOUR }))
    const detail = await readMailbox(db.database, world.organizationId, mailboxId, NOW)
    expect(detail).toMatchObject({
      name: 'User 0',
      kind: 'user',
      ownerName: 'User 0',
      approval: 'approved',
      lacksApproval: false,
      methods: { incoming: 2, outgoing: 0, act: 1 },
      results: { incoming: 'notRun', mailbox: 'notRun' },
      category: 'provisioned',
      trackedCategory: {
        name: 'Verfolgt',
        earlierNames: ['Tracked to Dynamics 365'],
        color: 'preset7',
        since: NOW,
      },
      lastProcessed: 3,
      lastDurationMs: 1_000,
      nextDueOn: NOW + HOUR,
      backlog: {
        outgoingWrites: 1,
        parked: 1,
        parkedDue: 1,
        pendingEnds: 0,
        isAsking: true,
        folders: 3,
        unreadFolders: 2,
      },
    })
    const { folders } = await listFolderStates(db.database, world.organizationId, mailboxId)
    expect(folders.map((f) => [f.folderId, f.state, f.linked])).toEqual([
      ['cal', 'never', 0],
      ['inbox', 'read', 1],
      ['archive', 'listing', 0],
    ])
    expect(folders[0]).toMatchObject({ windowStart: NOW, windowEnd: NOW + DAY })
    expect(await readMailbox(db.database, world.organizationId, newId(), NOW)).toBeNull()
  })

  test('items are found by subject and kind, the last decided first, page by page', async () => {
    const world = await newWorld(db.database)
    const [mailboxId] = world.mailboxIds as [string]
    const [lease] = await leases(world)
    const at = (key: string, minutes: number) => {
      const made = create(key)
      const decision = { rule: 'TR1', at: NOW + minutes * MINUTE, seen: 'marked' }
      const subject = `Offer ${key}`
      const columns = { ...made.draft.columns, subject }
      return { ...made, draft: { ...made.draft, columns }, link: link(key, { decision }) }
    }
    await world.store.commit(
      lease!,
      {
        creates: [at('a', 1), at('b', 3), at('c', 2)],
        links: [link('n', { kind: 'event', state: 'noted', activityId: null })],
      },
      NOW,
    )
    const keys = async (request: object) =>
      (await explainItems(db.database, world.organizationId, mailboxId, request)).map(
        (one) => one.link.key,
      )
    expect(await keys({})).toEqual(['b', 'c', 'a', 'n'])
    expect(await keys({ search: 'OFFER C' })).toEqual(['c'])
    expect(await keys({ search: '_' })).toEqual([])
    expect(await keys({ kind: 'event' })).toEqual(['n'])
    const after = { decidedAt: NOW + 2 * MINUTE, key: 'c' }
    expect(await keys({ after, limit: 1 })).toEqual(['a'])
    const count = (filter: object) =>
      countItems(db.database, world.organizationId, mailboxId, filter)
    expect([await count({}), await count({ search: 'offer' })]).toEqual([4, 3])
  })

  test('cycles that did something, and one quiet cycle per hour, are kept for three days', async () => {
    const world = await newWorld(db.database)
    const [mailboxId] = world.mailboxIds as [string]
    const run = async (minutes: number, more: Parameters<typeof closing>[0] = {}) => {
      const at = NOW + minutes * MINUTE
      const [lease] = await leases(world, at)
      await world.store.close(lease!, closing({ startedAt: at, endedAt: at, dueAt: at, ...more }))
    }
    await run(0)
    await run(5)
    await run(10, { itemsProcessed: 1 })
    await run(20, { error: { code: 'X', message: 'x' }, failures: 1 })
    await run(50)
    await run(90)
    const cycles = await listCycles(db.database, world.organizationId, mailboxId, 10)
    expect(cycles.map((one) => [(one.startedOn - NOW) / MINUTE, one.ok])).toEqual([
      [90, true],
      [20, false],
      [10, true],
      [0, true],
    ])
    await housekeeping(db.database, NOW + 3 * DAY + 30 * MINUTE)
    expect(await listCycles(db.database, world.organizationId, mailboxId, 10)).toHaveLength(1)

    const columns = {
      orgdborgsettings:
        '<OrgSettings><MailboxStatisticsPersistenceTimeInDays>0</MailboxStatisticsPersistenceTimeInDays></OrgSettings>',
    }
    await updateOrganization(db.database, world.organizationId, { columns }, NOW)
    await run(200, { itemsProcessed: 1 })
    expect(await listCycles(db.database, world.organizationId, mailboxId, 10)).toHaveLength(1)
  })

  test('[AP1] one without approval is not synchronized, until it has it or nobody asks', async () => {
    const world = await newWorld(db.database)
    const [mailboxId] = world.mailboxIds as [string]
    const { organizationId } = world
    const by = { by: world.userIds[0]!, now: NOW }
    const change = (approval: 'approved' | 'rejected') =>
      changeMailboxes(db.database, organizationId, [mailboxId], { approval }, by)
    const claimed = async () => {
      const [claim] = await claimAll(world)
      await world.store.close(claim!.lease, closing({ dueAt: NOW }))
      return claim!.mailbox
    }
    expect(await claimed()).toMatchObject({ isApproved: true, mail: true })
    const [rejected] = await change('rejected')
    expect(rejected).toMatchObject({
      name: 'User 0',
      before: { emailrouteraccessapproval: 1 },
      after: { emailrouteraccessapproval: 3 },
    })
    expect(await claimed()).toMatchObject({
      isApproved: false,
      mail: false,
      appointmentsAndTasks: false,
    })
    expect(await readMailbox(db.database, organizationId, mailboxId, NOW)).toMatchObject({
      isSynchronized: false,
      lacksApproval: true,
      approvedBy: null,
    })
    const columns = { requireapprovalforuseremail: false }
    await updateOrganization(db.database, organizationId, { columns }, NOW)
    expect(await claimed()).toMatchObject({ isApproved: true, mail: true })
    await updateOrganization(
      db.database,
      organizationId,
      { columns: { requireapprovalforuseremail: true } },
      NOW,
    )
    await change('approved')
    expect(await claimed()).toMatchObject({ isApproved: true, mail: true })
    expect(await readMailbox(db.database, organizationId, mailboxId, NOW)).toMatchObject({
      isSynchronized: true,
      approvedBy: 'User 0',
      approvedOn: NOW,
    })
    const [user] = await rowsOf<{ approval: number }>(
      world,
      'crm.systemuser',
      'emailrouteraccessapproval as approval',
    )
    expect(user?.approval).toBe(1)
  })

  test('a change returns what differs; where nothing does it returns nothing', async () => {
    const world = await newWorld(db.database, 2)
    const to = { methods: { incoming: 0 }, processFrom: NOW } as const
    const change = () =>
      changeMailboxes(db.database, world.organizationId, world.mailboxIds, to, BY)
    const changed = await change()
    expect(changed).toHaveLength(2)
    expect(changed[0]?.before).toEqual({
      incomingemaildeliverymethod: 2,
      processemailreceivedafter: null,
    })
    expect(changed[0]?.after).toMatchObject({ incomingemaildeliverymethod: 0 })
    expect(await change()).toEqual([])
    const cleared = { processFrom: null }
    await changeMailboxes(db.database, world.organizationId, world.mailboxIds, cleared, BY)
    const detail = await readMailbox(db.database, world.organizationId, world.mailboxIds[0]!, NOW)
    expect(detail).toMatchObject({
      processEmailsReceivedAfter: null,
      methods: { incoming: 0, act: 1 },
    })
  })

  describe('Test & Enable', () => {
    const request = (world: World, ids = world.mailboxIds, now = NOW) =>
      requestTests(db.database, world.organizationId, ids, {
        testId: newId(),
        by: world.userIds[0]!,
        now,
      })
    /** Other tests' organizations aren't looked at. */
    const take = async (world: World, now = NOW, token = newId()) =>
      (await claimTests(db.database, { token, now, leaseMs: MINUTE, limit: 100 })).filter(
        (one) => one.organizationId === world.organizationId,
      )
    const passed = {
      steps: [{ step: 'signIn', result: 'success' }],
      incoming: 1,
      outgoing: 0,
      act: 1,
      mailbox: 1,
      alerts: [],
      closes: [],
    } as const
    const at = (now: number) => ({ now, cleanupAt: now + MINUTE, newId })

    test('[TE6] a test belongs to one process, and to another once its lease has run out', async () => {
      const world = await newWorld(db.database, 2)
      expect(await request(world)).toBe(2)
      expect(await request(world)).toBe(0)
      const [first] = await take(world)
      expect(first).toMatchObject({
        name: 'User 0',
        profileName: 'Exchange Online',
        isProfileActive: true,
        isApproved: true,
        isCleanup: false,
        methods: { incoming: 2, outgoing: 0, act: 1 },
      })
      expect(await take(world)).toEqual([])
      expect(await noteTest(db.database, first!, { steps: [{ step: 'signIn' }] })).toBe(true)
      const later = NOW + 2 * MINUTE
      const again = await take(world, later)
      expect(again).toHaveLength(2)
      expect(await noteTest(db.database, first!, { probe: true })).toBe(false)
      expect(await endTest(db.database, first!, passed, at(later))).toBe(false)
      expect(again[0]).toMatchObject({ tries: 2 })
    })

    test('[TE4] the end writes results and alerts, enables, and makes the mailbox due', async () => {
      const world = await newWorld(db.database)
      const [mailboxId] = world.mailboxIds as [string]
      const [lease] = await leases(world)
      await world.store.close(lease!, closing({ dueAt: NOW + DAY, failures: 5 }))
      await request(world)
      const [claim] = await take(world)
      const alert = (code: number): Alert => ({
        code,
        level: 'information',
        subject: '',
        text: 'x',
        details: null,
        question: null,
      })
      const failed = { ...passed, incoming: 2, act: 2, mailbox: 2 } as const
      const first = { ...failed, alerts: [alert(31)] }
      expect(await endTest(db.database, claim!, first, at(NOW))).toBe(true)
      expect(await readMailbox(db.database, world.organizationId, mailboxId, NOW)).toMatchObject({
        results: { incoming: 'failure', outgoing: 'notRun', mailbox: 'failure' },
        nextDueOn: NOW + DAY,
      })
      expect(await request(world, world.mailboxIds, NOW + MINUTE)).toBe(1)
      const [second] = await take(world, NOW + MINUTE)
      const end = { ...passed, alerts: [alert(30)], closes: [30, 31, 32] }
      await endTest(db.database, second!, end, at(NOW + MINUTE))
      expect(await readMailbox(db.database, world.organizationId, mailboxId, NOW)).toMatchObject({
        results: { incoming: 'success', act: 'success', mailbox: 'success' },
        nextDueOn: NOW + MINUTE,
      })
      const alerts = await rowsOf(world, 'crm.tracelog', 'tracecode, tracestatus', 'order by 1')
      expect(alerts).toEqual([
        { tracecode: 30, tracestatus: false },
        { tracecode: 31, tracestatus: true },
      ])
      expect(await readTest(db.database, world.organizationId, mailboxId)).toMatchObject({
        state: 'done',
        requestedBy: 'User 0',
        completedOn: NOW + MINUTE,
        steps: passed.steps,
      })
      const [row] = await rowsOf(
        world,
        'crm.mailbox',
        'testandenablelastattemptedby as by, testmailboxaccesscompletedon as completed',
      )
      expect(row).toEqual({ by: world.userIds[0], completed: NOW + MINUTE })
    })

    test('[TE3] a probe that may be left keeps its row due until it is gone', async () => {
      const world = await newWorld(db.database)
      await request(world)
      const [claim] = await take(world)
      await noteTest(db.database, claim!, { probe: true })
      await endTest(db.database, claim!, passed, at(NOW))
      expect(await take(world)).toEqual([])
      const [cleanup] = await take(world, NOW + MINUTE)
      expect(cleanup).toMatchObject({ isCleanup: true })
      await releaseTest(db.database, cleanup!, NOW + 2 * MINUTE)
      const [again] = await take(world, NOW + 2 * MINUTE)
      await releaseTest(db.database, again!, null)
      expect(await take(world, NOW + DAY)).toEqual([])
    })
  })
})
