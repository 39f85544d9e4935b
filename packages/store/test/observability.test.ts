import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  countAlerts,
  countFailures,
  createStore,
  deleteAlerts,
  groupAlerts,
  housekeeping,
  listActivities,
  listAlerts,
  listFailures,
  readActivity,
  readAttachment,
  readMonitoring,
  retryFailures,
} from '../src/index.ts'
import {
  closing,
  create,
  emailDraft,
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

const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe.each(KINDS)('what the pages show, on %s', (kind) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await migratedDatabase(kind)
  })
  afterAll(() => db.drop())

  test('[TR14] the decisions before the last one are kept, ten in all, the same one only once', async () => {
    const world = await newWorld(db.database)
    const [lease] = await leases(world)
    const save = (rule: string, seen: string, at: number) =>
      world.store.commit(
        lease!,
        { links: [link('k', { state: 'noted', decision: { rule, at, seen } })] },
        at,
      )
    await save('TR1', 'marked', NOW)
    await save('TR2', 'changed', NOW + 1)
    await save('TR2', 'changed', NOW + 2)
    await save('TR13', 'parked: X', NOW + 3)
    const trail = async () => {
      const [row] = await rowsOf<{ trail: unknown }>(world, 'sync.link', 'trail')
      return row!.trail
    }
    expect(await trail()).toEqual([
      { rule: 'TR2', seen: 'changed', at: NOW + 2 },
      { rule: 'TR1', seen: 'marked', at: NOW },
    ])
    for (let n = 0; n < 20; n++) await save('TR2', `changed ${n}`, NOW + 10 + n)
    const last = (await trail()) as { seen: string }[]
    expect(last.map(({ seen }) => seen)).toEqual(
      Array.from({ length: 9 }, (_, n) => `changed ${18 - n}`),
    )
  })

  test('alerts of one code and mailbox are one group, with how often, first and last', async () => {
    const world = await newWorld(db.database, 2)
    const held = await leases(world)
    const { organizationId, mailboxIds } = world
    const raise = (n: number, code: number, at: number, more = {}) =>
      world.store.commit(
        held[n]!,
        {
          alerts: [
            {
              code,
              level: 'warning',
              subject: '',
              text: `It is 100% odd (${code}).`,
              details: null,
              question: null,
              ...more,
            },
          ],
        },
        at,
      )
    await raise(0, 20, NOW)
    await raise(0, 20, NOW)
    await raise(0, 20, NOW + 1)
    await raise(0, 20, NOW + 2, { subject: 'another' })
    await raise(1, 20, NOW + 3)
    await raise(1, 21, NOW + 4, { level: 'error' })
    await raise(1, 12, NOW + 5, { question: 'bulkEnd' })
    const groups = await groupAlerts(db.database, organizationId, { limit: 10 })
    expect(groups.map((group) => [group.code, group.mailboxId])).toEqual([
      [12, mailboxIds[1]],
      [21, mailboxIds[1]],
      [20, mailboxIds[1]],
      [20, mailboxIds[0]],
    ])
    expect(groups[3]).toMatchObject({
      level: 'warning',
      mailboxName: 'User 0',
      alerts: 2,
      timesRaised: 3,
      open: 2,
      asking: null,
      firstOn: NOW,
      lastOn: NOW + 2,
      text: 'It is 100% odd (20).',
    })
    const paged = []
    for (let after = undefined as (typeof groups)[0] | undefined; ; ) {
      const [next] = await groupAlerts(db.database, organizationId, {
        limit: 1,
        ...(after ? { after } : {}),
      })
      if (next === undefined) break
      paged.push(next)
      after = next
    }
    expect(paged).toEqual(groups)
    const filtered = async (filter: object) =>
      (await groupAlerts(db.database, organizationId, { limit: 10, ...filter })).length
    expect(await filtered({ level: 'error' })).toBe(1)
    expect(await filtered({ mailboxIds: [mailboxIds[0]] })).toBe(1)
    expect(await filtered({ mailboxIds: [] })).toBe(0)
    expect(await filtered({ profileId: world.profileId })).toBe(4)
    expect(await filtered({ profileId: newId() })).toBe(0)
    expect(await filtered({ search: '100% ODD' })).toBe(4)
    expect(await filtered({ search: '100_' })).toBe(0)
    expect(await filtered({ open: false })).toBe(0)
    expect(await countAlerts(db.database, organizationId, { level: 'error' })).toEqual({
      information: 0,
      warning: 4,
      error: 1,
    })
  })

  test('alerts are deleted one by one or all of a filter; those that ask are kept', async () => {
    const world = await newWorld(db.database, 2)
    const held = await leases(world)
    const { organizationId, mailboxIds } = world
    for (const [n, lease] of held.entries()) {
      const base = { level: 'warning', text: 't', details: null, question: null } as const
      await world.store.commit(
        lease,
        {
          alerts: [
            { ...base, code: 10, subject: `k${n}` },
            { ...base, code: 20, subject: '' },
            { ...base, code: 12, subject: '', question: 'bulkEnd' },
          ],
        },
        NOW,
      )
    }
    const mine = { mailboxIds: [mailboxIds[0]!] }
    const all = await listAlerts(db.database, organizationId)
    const others = all.filter((alert) => alert.mailboxId === mailboxIds[1])
    expect(
      await deleteAlerts(db.database, organizationId, mine, [others[0]!.alertId]),
      'of another mailbox than the filter’s',
    ).toEqual({ deleted: 0, kept: 0 })
    const [plain] = all.filter(({ code, mailboxId }) => code === 10 && mailboxId === mailboxIds[0])
    expect(await deleteAlerts(db.database, organizationId, mine, [plain!.alertId])).toEqual({
      deleted: 1,
      kept: 0,
    })
    expect(await deleteAlerts(db.database, organizationId, {})).toEqual({ deleted: 3, kept: 2 })
    const left = await listAlerts(db.database, organizationId)
    expect(left.map(({ code }) => code)).toEqual([12, 12])
  })

  test('levels that the organization switched off aren’t recorded, but questions are', async () => {
    const world = await newWorld(db.database)
    const [lease] = await leases(world)
    await db.database.query(
      `update crm.organization set generatealertsforwarnings = false,
         generatealertsforinformation = false where organizationid = $1`,
      [world.organizationId],
    )
    const base = { subject: '', text: 't', details: null, question: null } as const
    await world.store.commit(
      lease!,
      {
        alerts: [
          { ...base, code: 1, level: 'information' },
          { ...base, code: 20, level: 'warning' },
          { ...base, code: 12, level: 'warning', question: 'bulkEnd' },
          { ...base, code: 21, level: 'error' },
        ],
      },
      NOW,
    )
    const codes = (await listAlerts(db.database, world.organizationId)).map(({ code }) => code)
    expect(codes.sort()).toEqual([12, 21])
  })

  test('numbers of cycles are added up by the hour, by several processes, without another statement', async () => {
    const world = await newWorld(db.database, 3)
    const throttled = { throttled: 2, waitMs: 9_000 }
    let statements = 0
    const counting = {
      ...db.database,
      query: <T>(sql: string, parameters?: readonly unknown[]) => {
        statements += 1
        return db.database.query<T>(sql, parameters)
      },
    }
    const other = createStore(counting, newId, { takeThrottling: () => throttled })
    const held = await leases(world)
    const error = { code: 'X', message: 'x' }
    const numbers = { tracked: 2, ended: 1, provisioned: 1, removed: 0, latenciesMs: [900, 1_500] }
    await world.store.close(held[0]!, closing({ endedAt: NOW, numbers, itemsFailed: 1 }))
    await other.close(held[1]!, closing({ endedAt: NOW + MINUTE, numbers, error, failures: 1 }))
    await world.store.close(held[2]!, closing({ endedAt: NOW + HOUR }))
    expect(statements).toBe(1)
    const { hours, mailboxes, categories, failing } = await readMonitoring(
      db.database,
      world.organizationId,
      NOW - HOUR,
    )
    expect(hours).toHaveLength(1)
    expect(hours[0]).toMatchObject({
      hour: NOW,
      tracked: 4,
      ended: 2,
      itemsFailed: 1,
      cyclesFailed: 1,
      throttled: 2,
      throttledMs: 9_000,
      provisioned: 2,
      removed: 0,
    })
    expect(hours[0]!.latency.slice(0, 3)).toEqual([2, 2, 0])
    expect(mailboxes).toEqual({ off: 0, waiting: 0, failing: 1, partial: 0, synchronized: 2 })
    expect([categories, failing]).toEqual([
      { provisioned: 0, removed: 0, pending: 0 },
      { retrying: 0, givenUp: 0, writes: 0 },
    ])
    await housekeeping(db.database, NOW + 36 * DAY)
    expect(await rowsOf(world, 'sync.monitoring_hour')).toEqual([])
  })

  test('failures are listed by section, the latest first, page by page', async () => {
    const world = await newWorld(db.database, 2)
    const held = await leases(world)
    const { organizationId, mailboxIds, userIds } = world
    const park = (nextTryAt: number | null) => ({
      code: 'ErrorX',
      reason: 'Refused.',
      tries: 2,
      nextTryAt,
    })
    const at = (n: number) => ({ rule: 'TR13', at: NOW + n, seen: 'parked: ErrorX' })
    await world.store.commit(
      held[0]!,
      {
        creates: [create('tracked')],
        links: [
          link('m1', { state: 'parked', park: park(NOW + MINUTE), decision: at(1) }),
          link('m2', { state: 'parked', park: park(null), decision: at(2) }),
          link('m3', { state: 'noted', decision: { rule: 'TR8', at: NOW + 3, seen: 'a draft' } }),
          link('e1', { kind: 'event', state: 'parked', park: park(NOW), decision: at(4) }),
        ],
        writes: ['tracked', 't2'].map((key, n) => ({
          id: `stampTracked:${key}`,
          item: { kind: n === 0 ? 'message' : 'task', key, folder: 'f' } as const,
          kind: 'stampTracked' as const,
          tries: 1,
          nextTryAt: NOW + MINUTE,
          failure: { code: 'ErrorY', reason: 'Locked.', at: NOW + 4 },
        })),
      },
      NOW,
    )
    await world.store.commit(
      held[1]!,
      { links: [link('o1', { state: 'parked', park: park(NOW), decision: at(9) })] },
      NOW,
    )
    const list = (section: 'incoming' | 'outgoing' | 'act', more = {}) =>
      listFailures(db.database, organizationId, {
        section,
        userId: userIds[0]!,
        limit: 50,
        ...more,
      })
    const incoming = await list('incoming')
    expect(incoming.map(({ itemKey, state, isOwn }) => [itemKey, state, isOwn])).toEqual([
      ['o1', 'retrying', false],
      ['m3', 'notTracked', true],
      ['m2', 'givenUp', true],
      ['m1', 'retrying', true],
    ])
    expect(await list('outgoing')).toMatchObject([
      { source: 'write', itemKey: 'tracked', subject: 'Offer', code: 'ErrorY', reason: 'Locked.' },
    ])
    expect((await list('act')).map(({ itemKey }) => itemKey)).toEqual(['t2', 'e1'])
    for (const section of ['incoming', 'act'] as const) {
      const paged = []
      let after: (typeof incoming)[0] | undefined
      do {
        ;[after] = await list(section, { limit: 1, ...(after ? { after } : {}) })
        if (after) paged.push(after)
      } while (after)
      expect(paged).toEqual(await list(section))
    }
    expect(await list('incoming', { state: 'givenUp' })).toHaveLength(1)
    expect(await list('incoming', { code: 'TR8' })).toHaveLength(1)
    expect(await list('incoming', { search: 'refuSED' })).toHaveLength(3)
    expect(await list('incoming', { mailboxIds: [mailboxIds[1]] })).toHaveLength(1)
    expect(await countFailures(db.database, organizationId, {})).toEqual({
      incoming: 4,
      outgoing: 1,
      act: 2,
    })

    const refs = [...incoming, ...(await list('outgoing'))]
    expect(await retryFailures(db.database, organizationId, refs, NOW + 7)).toBe(4)
    const due = await world.store.dueParked(held[0]!, NOW + 7, 9)
    expect(due.map(({ key, park: one }) => [key, one?.tries])).toEqual([
      ['e1', 2],
      ['m1', 2],
      ['m2', 6],
    ])
    expect(await world.store.dueWrites(held[0]!, NOW + 7, 9)).toHaveLength(1)
    const schedule = await rowsOf<{ dueat: number; dueagain: boolean }>(
      world,
      'sync.mailbox_schedule',
      'dueat, dueagain',
    )
    expect(schedule).toEqual([
      { dueat: NOW + 7, dueagain: true },
      { dueat: NOW + 7, dueagain: true },
    ])
  })

  test('activities are listed over all types, searched by beginnings of words, and read whole', async () => {
    const world = await newWorld(db.database, 2)
    const held = await leases(world)
    const { organizationId, mailboxIds } = world
    const email = (key: string, columns: object) =>
      create(key, {
        draft: emailDraft({
          sender: 'ann.lee@customer.example',
          torecipients: 'ada@contoso.example',
          directioncode: false,
          ...columns,
        }),
      })
    await world.store.commit(
      held[0]!,
      { creates: [email('a', { subject: 'Offer for Łódź' })] },
      NOW,
    )
    const task = create('t', {
      identity: 'task:t',
      draft: {
        type: 'task',
        columns: { subject: 'Send offer', statecode: 0, statuscode: 2 },
        parties: [],
        attachments: [],
      },
      link: link('t', { kind: 'task', activityType: 'task' }),
    })
    await world.store.commit(
      held[1]!,
      { creates: [task, email('b', { subject: "It's 100% done" })] },
      NOW + 1,
    )
    const list = async (more = {}) =>
      listActivities(db.database, organizationId, { limit: 10, ...more })
    const all = await list()
    expect(all).toHaveLength(3)
    expect(all[2]).toMatchObject({
      type: 'email',
      isOutgoing: false,
      attachments: 0,
      createdOn: NOW,
    })
    const paged = [...(await list({ limit: 2 })), ...(await list({ limit: 2, after: all[1] }))]
    expect(paged).toEqual(all)
    const subjects = async (more: object) => (await list(more)).map(({ subject }) => subject).sort()
    expect(await subjects({ search: 'off' })).toEqual(['Offer for Łódź', 'Send offer'])
    expect(await subjects({ search: 'ŁÓD offer' })).toEqual(['Offer for Łódź'])
    expect(await subjects({ search: 'custom' })).toEqual(["It's 100% done", 'Offer for Łódź'])
    expect(await subjects({ search: "it's & | ! \\ ' :* ( done" })).toEqual(["It's 100% done"])
    expect(await subjects({ search: '%%%' })).toEqual([])
    expect(await subjects({ types: ['task'] })).toEqual(['Send offer'])
    expect(await subjects({ mailboxIds: [mailboxIds[0]] })).toEqual(['Offer for Łódź'])
    expect(await subjects({ createdFrom: NOW + 1 })).toHaveLength(2)
    expect(await subjects({ createdBefore: NOW + 1 })).toHaveLength(1)

    const id = all[2]!.activityId
    const read = (scope?: readonly string[]) => readActivity(db.database, organizationId, id, scope)
    const whole = await read()
    expect(whole).toMatchObject({ subject: 'Offer for Łódź', type: 'email', regarding: null })
    expect(whole!.parties.map(({ mask, address }) => [mask, address])).toEqual([
      [1, 'ann@customer.example'],
      [2, 'user0@contoso.example'],
    ])
    expect(whole!.links).toMatchObject([
      { mailboxName: 'User 0', state: 'linked', trail: [{ rule: 'TR1', at: NOW, seen: 'marked' }] },
    ])
    expect(await read([mailboxIds[1]!])).toBeNull()
    expect(await read([mailboxIds[0]!])).toEqual(whole)
    const attachmentId = whole!.attachments[0]!.attachmentId
    const content = (scope?: readonly string[]) =>
      readAttachment(db.database, organizationId, { activityId: id, attachmentId }, scope)
    expect(await content()).toEqual({
      name: 'offer.pdf',
      mimeType: 'application/pdf',
      content: 'AAAA',
    })
    expect(await content([mailboxIds[1]!])).toBeNull()
  })
})
