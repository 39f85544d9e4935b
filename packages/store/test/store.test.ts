import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LeaseLostError, RefusedDataError } from '@trackmark/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addRows, createStore, type Database, type Queryable } from '../src/index.ts'
import {
  appointment,
  claimAll,
  closing,
  contents,
  create,
  cursor,
  emailDraft,
  KINDS,
  LEASE_MS,
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

const kindOf = (kind: 'message' | 'event' | 'task') => ({ kind })

describe.each(KINDS)('store on %s', (kind) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await migratedDatabase(kind)
  })
  afterAll(() => db.drop())

  describe('leases', () => {
    test('health of a cycle is shown on the mailbox; a cycle cut short by settings shows nothing', async () => {
      const world = await newWorld(db.database)
      const columns = `lastsuccessfulsynccompletedon as good, lastsyncerror as error,
        itemsprocessedforlastsync as items, transientfailurecount as failures`
      const shown = () => rowsOf(world, 'crm.mailbox', columns)
      const [first] = await leases(world)
      await world.store.close(first!, closing({ dueAt: NOW + 1, itemsProcessed: 4 }))
      expect(await shown()).toEqual([{ good: NOW + 1_000, error: null, items: 4, failures: 0 }])

      const [second] = await leases(world, NOW + MINUTE)
      const error = { code: 'ErrorX', message: 'It failed.' }
      const failed = closing({ dueAt: NOW + 2 * MINUTE, failures: 1, error })
      await world.store.close(second!, failed)
      const expected = { good: NOW + 1_000, error: 'ErrorX: It failed.', items: 0, failures: 1 }
      expect(await shown()).toEqual([expected])

      const [third] = await leases(world, NOW + 3 * MINUTE)
      await db.database.query(
        `update crm.organization set settingsrevision = settingsrevision + 1
         where organizationid = $1`,
        [world.organizationId],
      )
      await world.store.close(third!, closing({ dueAt: NOW + 3 * MINUTE }))
      expect(await shown()).toEqual([expected])
      expect(await claimAll(world, NOW + 3 * MINUTE)).toHaveLength(1)
    })

    test('statistics are kept of every cycle where the organization asks for them', async () => {
      const world = await newWorld(db.database)
      const [first] = await leases(world)
      await world.store.close(first!, closing({ dueAt: NOW }))
      const kept = { itemsprocessed: 0, processresult: true }
      await db.database.query(
        `update crm.organization set orgdborgsettings =
           '<OrgSettings><MailboxStatisticsPersistenceTimeInDays>3</MailboxStatisticsPersistenceTimeInDays></OrgSettings>'
         where organizationid = $1`,
        [world.organizationId],
      )
      const [second] = await leases(world)
      await world.store.close(second!, closing({ itemsProcessed: 2 }))
      expect(await rowsOf(world, 'crm.mailboxstatistics', 'itemsprocessed, processresult')).toEqual(
        [kept, { itemsprocessed: 2, processresult: true }],
      )
    })

    test('[OS13] a number of days that is not accepted counts as not set for statistics', async () => {
      const world = await newWorld(db.database)
      await db.database.query(
        `update crm.organization set orgdborgsettings =
           '<OrgSettings><MailboxStatisticsPersistenceTimeInDays>1 day</MailboxStatisticsPersistenceTimeInDays></OrgSettings>'
         where organizationid = $1`,
        [world.organizationId],
      )
      for (const processed of [0, 0, 1]) {
        const [lease] = await leases(world)
        await world.store.close(lease!, closing({ dueAt: NOW, itemsProcessed: processed }))
      }
      const kept = await rowsOf(world, 'crm.mailboxstatistics', 'itemsprocessed')
      expect(kept).toEqual([{ itemsprocessed: 0 }, { itemsprocessed: 1 }])
    })
  })

  describe('pages', () => {
    test('[TR18] two mailboxes that commit different messages under one id at the same time lose none', async () => {
      const world = await newWorld(db.database, 4)
      const held = await leases(world)
      const identity = 'email:in:<scan@printer.example>'
      const columns = (n: number) => ({ messageid: '<scan@printer.example>', subject: `Scan ${n}` })
      await Promise.all(
        held.map((lease, n) => {
          const subjects = n % 2 === 0 ? [1, 2, 3] : [3, 2, 1]
          const creates = subjects.map((subject) =>
            create(`m${n}${subject}`, { identity, draft: emailDraft(columns(subject)) }),
          )
          return world.store.commit(lease, { creates }, NOW)
        }),
      )
      const rows = await rowsOf<{ subject: string; links: number }>(
        world,
        `crm.email e`,
        `subject, (select count(*)::int from sync.link l where l.activityid = e.activityid
           and l.organizationid = e.organizationid) as links`,
        'order by subject',
      )
      expect(rows).toEqual([1, 2, 3].map((n) => ({ subject: `Scan ${n}`, links: 4 })))
    })

    test('[TR19] mailboxes that commit copies of meetings at the same time make one of each meeting', async () => {
      const world = await newWorld(db.database, 4)
      const [organizer, ...attending] = await leases(world)
      const identity = 'event:uid'
      const at = (n: number) => ({ scheduledstart: NOW + n * 60 * MINUTE, subject: `Visit ${n}` })
      const theirs = (key: string, n: number) => {
        const one = appointment(key, at(n), { identity })
        return { ...one, link: { ...one.link, isOrganizer: false } }
      }
      await Promise.all([
        world.store.commit(
          organizer!,
          { creates: [1, 2].map((n) => appointment(`o${n}`, at(n), { identity })) },
          NOW,
        ),
        ...attending.map((lease, n) =>
          world.store.commit(lease, { creates: [theirs(`a${n}`, 1)] }, NOW),
        ),
      ])
      const rows = await rowsOf<{ subject: string; links: number }>(
        world,
        `crm.appointment e`,
        `subject, (select count(*)::int from sync.link l where l.activityid = e.activityid
           and l.organizationid = e.organizationid) as links`,
        'order by subject',
      )
      expect(rows).toEqual([
        { subject: 'Visit 1', links: 4 },
        { subject: 'Visit 2', links: 1 },
      ])
    })

    test('[TR18, TR19] items that were taken for copies before migration 0016 are decided again', async () => {
      const world = await newWorld(db.database, 2)
      const [first, second] = await leases(world)
      const mail = 'email:in:<scan@printer.example>'
      await world.store.commit(first!, { creates: [create('m1', { identity: mail })] }, NOW)
      await world.store.commit(second!, { creates: [create('m2', { identity: mail })] }, NOW)
      const meeting = appointment('e1', { exchangeitemid: 'e2' }, { identity: 'event:uid' })
      await world.store.commit(first!, { creates: [meeting] }, NOW)
      const also = { ...meeting.link, activityId: meeting.activityId }
      const theirs = { ...also, key: 'e3', isOrganizer: false }
      await world.store.commit(first!, { links: [{ ...also, key: 'e2' }] }, NOW)
      await world.store.commit(second!, { links: [theirs] }, NOW)
      const sql = readFileSync(join(import.meta.dirname, '../sql/0016_copies.sql'), 'utf8')
      await db.database.query(sql.slice(sql.indexOf('with marked')).replace(/;\s*$/, ''))
      const links = await rowsOf<{ itemkey: string; state: string; parkcode: string | null }>(
        world,
        'sync.link',
        'itemkey, state, parkcode',
        'order by itemkey',
      )
      expect(links.map((row) => [row.itemkey, row.state, row.parkcode])).toEqual([
        ['e1', 'parked', 'SharedId'],
        ['e2', 'linked', null],
        ['e3', 'linked', null],
        ['m1', 'linked', null],
        ['m2', 'parked', 'SharedId'],
      ])
      const [due] = await world.store.dueParked(first!, Date.now() + MINUTE, 10)
      expect(due).toMatchObject({ key: 'e1', activityId: null })
    })

    test('[TR7] two mailboxes that commit the same messages at the same time make one of each', async () => {
      const world = await newWorld(db.database, 4)
      const held = await leases(world)
      const keys = Array.from({ length: 30 }, (_, n) => `m${n}`)
      const results = await Promise.all(
        held.map((lease, n) => {
          const mine = n % 2 === 0 ? keys : keys.toReversed()
          return world.store.commit(lease, { creates: mine.map((key) => create(key)) }, NOW)
        }),
      )
      expect(await rowsOf(world, 'crm.email')).toHaveLength(30)
      expect(await rowsOf(world, 'sync.link')).toHaveLength(120)
      expect(results.reduce((sum, result) => sum + result.created, 0)).toBe(30)
      expect(await rowsOf(world, 'crm.activitymimeattachment')).toHaveLength(30)
      const strays = await db.database.query(
        `select 1 as stray from sync.link l where l.organizationid = $1 and not exists (
           select 1 from crm.email e
           where e.organizationid = $1 and e.activityid = l.activityid)`,
        [world.organizationId],
      )
      expect(strays).toEqual([])
    })

    test('another organization may hold the same message: nothing is shared', async () => {
      for (let n = 0; n < 2; n++) {
        const world = await newWorld(db.database)
        const [lease] = await leases(world)
        expect((await world.store.commit(lease!, { creates: [create('same')] }, NOW)).created).toBe(
          1,
        )
      }
    })

    test('a refused value leaves nothing of its page behind, and names no content', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      const before = await contents(world)
      const draft = emailDraft({ regardingobjectid: 'SECRET SUBJECT' })
      const refused = world.store.commit(
        lease!,
        { creates: [create('good'), create('bad', { draft })], cursors: [cursor('inbox')] },
        NOW,
      )
      const error = await refused.catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(RefusedDataError)
      expect((error as RefusedDataError).cause).toBeUndefined()
      expect(String(error)).not.toContain('SECRET')
      expect(await contents(world)).toEqual(before)
      const late = create('late', { draft: emailDraft({ senton: 1e18 }) })
      await expect(world.store.commit(lease!, { creates: [late] }, NOW)).rejects.toThrow(
        RefusedDataError,
      )
      expect(await contents(world)).toEqual(before)
      await world.store.commit(lease!, { creates: [create('good')] }, NOW)
    })

    test('an id longer than any index allows still makes one activity', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      // Random-looking, so that it can't be compressed under the limit.
      const long = Array.from({ length: 400 }, (_, n) => (n * 7919 * 104_729).toString(36)).join('')
      const identity = `email:in:${long}`
      const draft = emailDraft({ messageid: 'm'.repeat(900) })
      await world.store.commit(lease!, { creates: [create('a', { identity, draft })] }, NOW)
      const again = await world.store.commit(lease!, { creates: [create('b', { identity })] }, NOW)
      expect(again).toEqual({ created: 0, joined: 1 })
    })

    test('any text is kept, except what no database can store', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      const subject = 'Ärger 注文 😀 "\\u0000" \0end\ud83d'
      const draft = emailDraft({ subject, description: '<script>alert(1)</script>' })
      await world.store.commit(lease!, { creates: [create('a', { draft })] }, NOW)
      const [row] = await rowsOf<Record<string, string>>(world, 'crm.email')
      expect(row?.subject).toBe('Ärger 注文 😀 "\\u0000" end\ufffd')
      expect(row?.description).toBe('<script>alert(1)</script>')
    })

    test('attachments of many megabytes are stored whole', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      const content = 'QUJD'.repeat(1_500_000)
      const creates = ['a', 'b', 'c', 'd'].map((key) => {
        const draft = emailDraft()
        const attachments = draft.attachments.map((one) => ({ ...one, content }))
        return create(key, { draft: { ...draft, attachments } })
      })
      await world.store.commit(lease!, { creates }, NOW)
      const sizes = await rowsOf(world, 'crm.activitymimeattachment', 'length(body) as length')
      expect(sizes).toEqual(Array(4).fill({ length: content.length }))
    })

    test('columns left out get their defaults; an owner is also the owning user', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      const ownerid = world.userIds[0]!
      const task = create('t', {
        draft: {
          type: 'task',
          columns: { subject: 't', ownerid, owneridtype: 'systemuser' },
          parties: [{ mask: 9, addressUsed: null, partyId: ownerid, partyType: 'systemuser' }],
          attachments: [],
        },
        link: link('t', { ...kindOf('task'), activityType: 'task' }),
      })
      await world.store.commit(lease!, { creates: [task] }, NOW)
      const columns = 'statecode, statuscode, prioritycode, owninguser, activitytypecode, createdon'
      expect(await rowsOf(world, 'crm.task', columns)).toEqual([
        {
          statecode: 0,
          statuscode: 2,
          prioritycode: 1,
          owninguser: ownerid,
          activitytypecode: 'task',
          createdon: NOW,
        },
      ])
      expect(await rowsOf(world, 'crm.activityparty', 'partyidname')).toEqual([
        { partyidname: 'User 0' },
      ])
      expect(await rowsOf(world, 'crm.activitypointer', 'subject')).toEqual([{ subject: 't' }])
    })
  })

  describe('links and alerts', () => {
    test('levels switched off are not recorded; a question always is', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      await db.database.query(
        `update crm.organization set generatealertsforwarnings = false,
           generatealertsforinformation = false where organizationid = $1`,
        [world.organizationId],
      )
      const base = { subject: '', details: null, question: null } as const
      await world.store.commit(
        lease!,
        {
          alerts: [
            { ...base, code: 1, level: 'information', text: 'i' },
            { ...base, code: 2, level: 'warning', text: 'w' },
            { ...base, code: 3, level: 'error', text: 'e' },
            { ...base, code: 4, level: 'warning', text: 'q', question: 'bulkEnd' },
          ],
        },
        NOW,
      )
      const rows = await rowsOf(world, 'crm.tracelog', 'text', 'order by text')
      expect(rows).toEqual([{ text: 'e' }, { text: 'q' }])
    })
  })

  test('addresses resolve to every row that carries them, whatever the case', async () => {
    const world = await newWorld(db.database)
    const { organizationId, userIds } = world
    const [ownerid] = userIds
    const ids = [newId(), newId(), newId(), newId(), newId()]
    const address = 'Ann@Customer.example'
    const add = (
      table: 'contact' | 'account' | 'lead' | 'queue',
      row: Record<string, string | number>,
    ) => addRows(db.database, organizationId, table, [row], NOW)
    await add('contact', { contactid: ids[0]!, emailaddress2: address, ownerid: ownerid! })
    await add('account', { accountid: ids[1]!, emailaddress3: address, statecode: 1 })
    await add('lead', { leadid: ids[2]!, emailaddress1: 'other@customer.example' })
    await add('queue', { queueid: ids[3]!, emailaddress: address.toLowerCase() })
    await add('contact', { contactid: ids[4]!, emailaddress1: address, emailaddress2: address })
    const found = await world.store.findAddresses(organizationId, [
      'ann@customer.example',
      'user0@contoso.example',
      'no\0body@x.example',
    ])
    const seen = found.map((row) => [row.type, row.id, row.isActive, row.address]).sort()
    expect(seen).toEqual(
      [
        ['contact', ids[0], true, 'ann@customer.example'],
        ['account', ids[1], false, 'ann@customer.example'],
        ['queue', ids[3], true, 'ann@customer.example'],
        ['contact', ids[4], true, 'ann@customer.example'],
        ['systemuser', ownerid, true, 'user0@contoso.example'],
      ].sort(),
    )
    expect(found.find((row) => row.id === ids[0])).toMatchObject({
      ownerId: ownerid,
      createdOn: NOW,
    })
  })

  test('a page costs the same number of statements, whatever is on it', async () => {
    const world = await newWorld(db.database, 6)
    let statements = 0
    const counted = countingStatements(db.database, () => {
      statements += 1
    })
    const store = createStore(counted, newId)
    const cost = async (work: () => Promise<unknown>) => {
      statements = 0
      await work()
      return statements
    }
    const claimCost = async (limit: number) =>
      cost(() => store.claim({ workerId: 'c', now: NOW + LEASE_MS, leaseMs: 1, limit }))
    const [lease] = await leases(world)
    const page = (size: number, round: string) => ({
      cursors: Array.from({ length: size }, (_, n) => cursor(`f${n}`)),
      creates: Array.from({ length: size }, (_, n) => create(`${round}${n}`)),
      links: Array.from({ length: size }, (_, n) => link(`${round}n${n}`, { state: 'noted' })),
      alerts: Array.from({ length: size }, (_, n) => ({
        code: 10,
        level: 'warning' as const,
        subject: `${round}${n}`,
        text: 't',
        details: null,
        question: null,
      })),
    })
    const small = await cost(() => store.commit(lease!, page(1, 's'), NOW))
    const large = await cost(() => store.commit(lease!, page(200, 'l'), NOW))
    expect(large).toBe(small)
    expect(large).toBeLessThan(12)
    const keys = Array.from({ length: 200 }, (_, n) => `l${n}`)
    expect(await cost(() => store.loadLinks(lease!, keys))).toBe(1)
    expect(await cost(() => store.findAddresses(world.organizationId, keys))).toBe(1)
    expect(await claimCost(1)).toBe(await claimCost(5))
  })
})

function countingStatements(database: Database, count: () => void): Database {
  const counting = (target: Queryable): Queryable => ({
    query: (sql, parameters) => {
      count()
      return target.query(sql, parameters)
    },
  })
  return {
    ...database,
    ...counting(database),
    transaction: (work) => database.transaction((tx) => work(counting(tx))),
  }
}

describe.runIf(KINDS.includes('postgres'))('several workers on postgres', () => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await migratedDatabase('postgres')
  })
  afterAll(() => db.drop())

  test('each mailbox goes to one of many workers that claim at once', async () => {
    const world = await newWorld(db.database, 100)
    const claims = await Promise.all(
      Array.from({ length: 6 }, async (_, n) => {
        const mine: string[] = []
        for (;;) {
          const request = { workerId: `w${n}`, now: NOW, leaseMs: LEASE_MS, limit: 7 }
          const batch = await world.store.claim(request)
          if (batch.length === 0) return mine
          mine.push(...batch.map((claim) => claim.lease.mailboxId))
        }
      }),
    )
    expect(claims.flat().sort()).toEqual([...world.mailboxIds].sort())
  })

  test('a take-over waits for the commit under way and finds all of it', async () => {
    const world = await newWorld(db.database)
    const [lease] = await leases(world, NOW, 'a')
    const results = await Promise.allSettled([
      world.store.commit(lease!, { creates: [create('x')] }, NOW + LEASE_MS),
      claimAll(world, NOW + LEASE_MS, 'b'),
    ])
    const [committed, claimed] = results
    const taken = claimed.status === 'fulfilled' && claimed.value.length === 1
    // Either the commit renewed the lease first, or it lost it: never both, never neither.
    expect(taken).toBe(committed.status === 'rejected')
    expect(await rowsOf(world, 'crm.email')).toHaveLength(taken ? 0 : 1)
  })

  test('settings that change while pages are committed end cycles, and nothing is stuck', async () => {
    const { updateOrgDbOrgSettings } = await import('../src/index.ts')
    const world = await newWorld(db.database, 8)
    const held = await leases(world)
    const pages = held.map(async (lease, n) => {
      for (let page = 0; page < 5; page++) {
        const creates = Array.from({ length: 20 }, (_, i) => create(`p${page}-${(i + n) % 20}`))
        await world.store.commit(lease, { creates }, NOW)
      }
    })
    const xml = (n: number) =>
      `<OrgSettings><TraceLogPersistenceTimeInDays>${n}</TraceLogPersistenceTimeInDays></OrgSettings>`
    const changes = [1, 2, 3].map((n) =>
      updateOrgDbOrgSettings(db.database, world.organizationId, xml(n), NOW),
    )
    const results = await Promise.allSettled([...pages, ...changes])
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(LeaseLostError)
    }
    for (const lease of held) await world.store.close(lease, closing({ dueAt: NOW + 60 * MINUTE }))
    expect(await claimAll(world, NOW + 2_000)).toHaveLength(8)
  })
})
