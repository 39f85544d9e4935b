import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  LeaseLostError,
  type Listing,
  type LoadedLink,
  RefusedDataError,
  type UnlistedRequest,
} from '@trackmark/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addRows, createStore, type Database, type Queryable } from '../src/index.ts'
import {
  claimAll,
  closing,
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
  type World,
} from './support.ts'

const kindOf = (kind: 'message' | 'event' | 'task') => ({ kind })

/** Everything the organization holds, for comparing before and after. */
async function contents(world: World): Promise<unknown> {
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

function appointment(key: string, columns = {}, more = {}) {
  return create(key, {
    identity: `event:${key}`,
    draft: {
      type: 'appointment',
      columns: {
        subject: key,
        scheduledend: NOW + MINUTE,
        statecode: 3,
        statuscode: 5,
        ...columns,
      },
      parties: [{ mask: 7, addressUsed: 'org@contoso.example', partyId: null, partyType: null }],
      attachments: [],
    },
    link: link(key, { ...kindOf('event'), activityType: 'appointment', isOrganizer: true }),
    ...more,
  })
}

describe.each(KINDS)('store on %s', (kind) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await migratedDatabase(kind)
  })
  afterAll(() => db.drop())

  describe('leases', () => {
    test('a due mailbox goes to one worker, and to another only when its lease has run out', async () => {
      const world = await newWorld(db.database, 2)
      expect(await claimAll(world, NOW, 'a')).toHaveLength(2)
      expect(await claimAll(world, NOW, 'b')).toEqual([])
      expect(await claimAll(world, NOW + LEASE_MS - 1, 'b')).toEqual([])
      expect(await claimAll(world, NOW + LEASE_MS, 'b')).toHaveLength(2)
    })

    test('a lost lease writes nothing and closes nothing', async () => {
      const world = await newWorld(db.database)
      const [lost] = await leases(world, NOW, 'a')
      const [held] = await leases(world, NOW + LEASE_MS, 'a')
      expect(held?.token).not.toBe(lost?.token)
      const before = await contents(world)
      const write = world.store.commit(lost!, { creates: [create('x')] }, NOW + LEASE_MS)
      await expect(write).rejects.toThrow(LeaseLostError)
      await world.store.close(lost!, closing({ dueAt: NOW }))
      expect(await contents(world)).toEqual(before)
      expect(await claimAll(world, NOW + LEASE_MS + 1)).toEqual([])
      await world.store.commit(held!, { creates: [create('x')] }, NOW + LEASE_MS)
    })

    test('a commit renews the lease', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      await world.store.commit(lease!, { cursors: [cursor('f')] }, NOW + MINUTE)
      expect(await claimAll(world, NOW + LEASE_MS, 'b')).toEqual([])
      expect(await claimAll(world, NOW + LEASE_MS + MINUTE, 'b')).toHaveLength(1)
    })

    test('a closed mailbox is due again when its cycle said, with its health', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      const error = { code: 'Timeout', message: 'No answer.' }
      const dueAt = NOW + 7 * MINUTE
      await world.store.close(lease!, closing({ dueAt, failures: 2, quietCycles: 3, error }))
      expect(await claimAll(world, dueAt - 1)).toEqual([])
      const [claim] = await claimAll(world, dueAt)
      const health = { failures: 2, quietCycles: 3, isTroubled: true, isAsked: false }
      expect(claim?.health).toEqual({ ...health, bulkAnswer: null })
    })

    test('[CY1] the last step and the end of a cycle are written together, or neither is', async () => {
      const world = await newWorld(db.database, 2)
      const [lost, held] = await leases(world)
      const takenOver = await claimAll(world, NOW + LEASE_MS, 'b')
      const other = takenOver.find(({ lease }) => lease.mailboxId === held!.mailboxId)
      const dueAt = NOW + 3 * LEASE_MS
      const end = closing({ dueAt, endedAt: NOW + LEASE_MS })
      const last = { hierarchy: 'of the last step' }
      const outcomes = await Promise.allSettled([
        world.store.close(lost!, end, last),
        world.store.close(other!.lease, end, last),
      ])
      expect(outcomes).toMatchObject([
        { status: 'rejected', reason: { name: 'LeaseLostError' } },
        { status: 'fulfilled' },
      ])
      const claims = await claimAll(world, dueAt, 'c')
      const hierarchyOf = new Map(claims.map((one) => [one.lease.mailboxId, one.hierarchy]))
      expect(hierarchyOf.get(held!.mailboxId)).toBe('of the last step')
      expect(hierarchyOf.get(lost!.mailboxId)).toBeNull()
    })

    test('the soonest due mailbox is claimed first, and as many as asked for', async () => {
      const world = await newWorld(db.database, 3)
      const all = await leases(world)
      for (const [n, lease] of all.entries()) {
        const dueAt = NOW + (10 - n) * MINUTE - 3_600 * MINUTE
        await world.store.close(lease, closing({ dueAt }))
      }
      const wish = { workerId: 'w', now: NOW, leaseMs: LEASE_MS, limit: 2 }
      const claims = await world.store.claim(wish)
      const ids = claims.map((claim) => claim.lease.mailboxId).sort()
      expect(ids).toEqual([world.mailboxIds[1], world.mailboxIds[2]].sort())
    })

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

    test('a claim holds all a cycle needs to know', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      const park = { code: 'X', reason: 'x', tries: 1, nextTryAt: NOW + MINUTE }
      const item = { kind: 'message', key: 'a', folder: 'inbox' } as const
      const saved = cursor('cal', {
        kind: 'calendar',
        value: null,
        listing: true,
        generation: 4,
        catchUp: true,
        windowStart: NOW,
        windowEnd: NOW + MINUTE,
      })
      await world.store.commit(
        lease!,
        {
          cursors: [saved, cursor('gone')],
          creates: [create('a')],
          links: [link('p', { state: 'parked', park })],
          writes: [
            { id: 'w', item, kind: 'stampTracked', tries: 0, nextTryAt: NOW, failure: null },
          ],
          hierarchy: 'memory',
          bulkQuestion: 'asked',
        },
        NOW,
      )
      await world.store.commit(lease!, { removedFolders: ['gone'] }, NOW)
      await world.store.close(lease!, closing({ dueAt: NOW + MINUTE }))
      const [claim] = await claimAll(world, NOW + MINUTE)
      expect(claim).toMatchObject({
        mailbox: {
          name: 'User 0',
          emailAddress: 'User0@contoso.example',
          ownerId: world.userIds[0],
          regardingType: 'systemuser',
          mail: true,
          appointmentsAndTasks: true,
        },
        profile: { id: world.profileId, kind: 'exchangeonline', minPollingMinutes: 0 },
        settings: { trackCategorizedItems: true, taskDeletion: 0, attachmentBytesMax: 5_242_880 },
        cursors: [saved],
        hierarchy: 'memory',
        counts: { hasLinks: true, pendingEnds: 0, parkedDue: 1, writesDue: 1 },
        health: { failures: 0, quietCycles: 0, bulkAnswer: 'asked' },
      })
    })
  })

  describe('pages', () => {
    test('a page applied twice changes nothing', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      const alert = {
        code: 1,
        level: 'information',
        subject: '1',
        text: 'on',
        details: null,
        question: null,
      } as const
      const page = (n: number) => ({
        cursors: [cursor('inbox', { value: 'delta-2' })],
        // A repeated page is drafted anew: other ids, same identities.
        creates: ['a', 'b'].map((key) => create(key)),
        links: [link('n', { state: 'noted' })],
        alerts: [alert],
        listed: [{ keys: ['a', 'n'], generation: 1 }],
        writes: [
          {
            id: 'stampTracked:a',
            item: { kind: 'message', key: 'a', folder: 'inbox' } as const,
            kind: 'stampTracked' as const,
            tries: 0,
            nextTryAt: NOW,
            failure: { code: 'ErrorX', reason: 'Refused.', at: NOW },
          },
        ],
        hierarchy: `memory ${n}`,
      })
      expect(await world.store.commit(lease!, page(1), NOW)).toEqual({ created: 2, joined: 0 })
      const once = await contents(world)
      expect(await world.store.commit(lease!, page(2), NOW)).toEqual({ created: 0, joined: 2 })
      expect(await contents(world)).toEqual(once)
      expect(await rowsOf(world, 'crm.email')).toHaveLength(2)
      expect(await rowsOf(world, 'crm.activityparty')).toHaveLength(4)
      expect(await rowsOf(world, 'crm.activitymimeattachment')).toHaveLength(2)
    })

    test('[TR7] copies of one message, in one mailbox or two, are one activity with a link each', async () => {
      const world = await newWorld(db.database, 2)
      const [first, second] = await leases(world)
      const identity = 'email:in:<one@customer.example>'
      const copies = [create('copy1', { identity }), create('copy2', { identity })]
      expect(await world.store.commit(first!, { creates: copies }, NOW)).toEqual({
        created: 1,
        joined: 1,
      })
      const other = { creates: [create('copy3', { identity })] }
      expect(await world.store.commit(second!, other, NOW)).toEqual({ created: 0, joined: 1 })
      const [email] = await rowsOf<{ activityid: string }>(world, 'crm.email')
      const links = await rowsOf<{ activityid: string }>(world, 'sync.link')
      expect(links.map((row) => row.activityid)).toEqual(Array(3).fill(email!.activityid))
      expect(await rowsOf(world, 'crm.activityparty')).toHaveLength(2)
    })

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

    test('[TR18, TR19] what was taken for copies before migration 0016 is looked at once more', async () => {
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

    test('text of any kind is kept, but for what no database can hold', async () => {
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

  describe('activities over time', () => {
    test('occurrences point to the activity of their series', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      const draft = {
        type: 'recurringappointmentmaster',
        columns: { subject: 'weekly', interval: 1 },
        parties: [],
        attachments: [],
      } as const
      const master = create('m', {
        identity: 'event:uid',
        draft,
        link: link('m', { ...kindOf('event'), activityType: 'recurringappointmentmaster' }),
      })
      await world.store.commit(lease!, { creates: [master] }, NOW)
      const occurrence = appointment('o', {}, { seriesId: master.activityId })
      await world.store.commit(
        lease!,
        { creates: [{ ...occurrence, link: { ...occurrence.link, masterKey: 'm' } }] },
        NOW,
      )
      const [row] = await rowsOf<{ seriesid: string }>(world, 'crm.appointment')
      expect(row?.seriesid).toBe(master.activityId)
      const links = await world.store.occurrencesOf(lease!, ['m'])
      expect(links.map(({ key, state }) => [key, state])).toEqual([['o', 'linked']])
    })

    test('open and scheduled activities follow their item, completed and canceled ones stay', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      const states = [0, 1, 2, 3]
      const creates = states.map((statecode) => appointment(`s${statecode}`, { statecode }))
      await world.store.commit(lease!, { creates }, NOW)
      const later = NOW + MINUTE
      const updates = creates.map(({ activityId, draft, link }) => ({
        activityId,
        draft: {
          ...draft,
          columns: { subject: 'moved', scheduledend: later, statecode: 3, statuscode: 2 },
          parties: [
            ...draft.parties,
            { mask: 5, addressUsed: 'new@x.example', partyId: null, partyType: null },
          ],
        },
        link: { ...link, activityId, changeKey: 'ck2' },
      }))
      await world.store.commit(lease!, { updates }, later)
      const rows = await rowsOf<{ activityid: string; subject: string; modifiedon: number }>(
        world,
        'crm.appointment',
        'activityid, subject, modifiedon',
        'order by activityid',
      )
      expect(rows.map((row) => [row.subject, row.modifiedon])).toEqual([
        ['moved', later],
        ['s1', NOW],
        ['s2', NOW],
        ['moved', later],
      ])
      expect(await rowsOf(world, 'crm.activityparty')).toHaveLength(6)
      const links = await world.store.loadLinks(lease!, ['s0', 's1', 's2', 's3'])
      expect(links.map((loaded) => loaded.link.changeKey)).toEqual(Array(4).fill('ck2'))
    })

    test('a column an update doesn’t name keeps its value', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      const creates = ['a', 'b'].map((key) => appointment(key, { location: 'Room 1' }))
      await world.store.commit(lease!, { creates }, NOW)
      const change = (n: number, columns: Record<string, string>) => {
        const { activityId, draft, link } = creates[n]!
        return { activityId, draft: { ...draft, columns }, link: { ...link, activityId } }
      }
      const updates = [change(0, { subject: 'x' }), change(1, { subject: 'y', location: 'Room 2' })]
      await world.store.commit(lease!, { updates }, NOW)
      const rows = await rowsOf(world, 'crm.appointment', 'subject, location', 'order by subject')
      expect(rows).toEqual([
        { subject: 'x', location: 'Room 1' },
        { subject: 'y', location: 'Room 2' },
      ])
    })

    test('[TR2] an item tracked again brings what changed while it was not', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      const task = (key: string, subject: string) =>
        create(key, {
          identity: `task:${key}`,
          draft: {
            type: 'task',
            columns: { subject, statecode: 0, statuscode: 2 },
            parties: [],
            attachments: [],
          },
          link: link(key, { ...kindOf('task'), activityType: 'task' }),
        })
      await world.store.commit(lease!, { creates: [task('t', 'old')] }, NOW)
      await world.store.commit(lease!, { creates: [task('t', 'new')] }, NOW)
      expect(await rowsOf(world, 'crm.task', 'subject')).toEqual([{ subject: 'new' }])
    })

    test('[AC2] an attendee’s copy tracked again brings its fields unless the organizer’s leads', async () => {
      const world = await newWorld(db.database, 2)
      const [organizer, attendee] = await leases(world)
      const copy = (key: string, subject: string, isOrganizer: boolean) => {
        const made = appointment(key, { subject }, { identity: 'event:uid' })
        return { ...made, link: { ...made.link, isOrganizer } }
      }
      const subjects = () => rowsOf(world, 'crm.appointment', 'subject')
      await world.store.commit(attendee!, { creates: [copy('a', 'first', false)] }, NOW)
      await world.store.commit(attendee!, { creates: [copy('a', 'again', false)] }, NOW)
      expect(await subjects()).toEqual([{ subject: 'again' }])
      await world.store.commit(organizer!, { creates: [copy('o', 'organized', true)] }, NOW)
      await world.store.commit(attendee!, { creates: [copy('a', 'my own', false)] }, NOW)
      expect(await subjects()).toEqual([{ subject: 'organized' }])
    })

    test('[AC8] what was changed in the CRM stays until the item has it', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      const made = appointment('a', { subject: 'old', location: 'Room 1' })
      await world.store.commit(lease!, { creates: [made] }, NOW)
      await world.database.query(
        `update crm.appointment set subject = 'of the CRM' where organizationid = $1`,
        [world.organizationId],
      )
      await world.database.query(
        `insert into sync.crm_change
           (organizationid, activityid, activitytype, columns, changedon, changedby)
         values ($1, $2, 'appointment', '{subject,requiredattendees}', now(), null)`,
        [world.organizationId, made.activityId],
      )
      const update = {
        activityId: made.activityId,
        draft: {
          ...made.draft,
          columns: { subject: 'of the item', location: 'Room 2' },
          parties: [],
        },
        link: { ...made.link, activityId: made.activityId },
      }
      const before = await rowsOf(world, 'crm.activityparty')
      await world.store.commit(lease!, { updates: [update] }, NOW)
      expect(await rowsOf(world, 'crm.appointment', 'subject, location')).toEqual([
        { subject: 'of the CRM', location: 'Room 2' },
      ])
      expect(await rowsOf(world, 'crm.activityparty')).toHaveLength(before.length)
    })

    test('a deleted activity takes its parties along and ends links of other mailboxes', async () => {
      const world = await newWorld(db.database, 2)
      const [organizer, attendee] = await leases(world)
      const meeting = appointment('a')
      await world.store.commit(organizer!, { creates: [meeting] }, NOW)
      const copy = appointment('b', {}, { identity: meeting.identity })
      await world.store.commit(
        attendee!,
        { creates: [{ ...copy, link: { ...copy.link, isOrganizer: false } }] },
        NOW,
      )
      const [loaded] = await world.store.loadLinks(attendee!, ['b'])
      expect(loaded?.organizerElsewhere).toBe(true)

      const ended = link('a', { ...kindOf('event'), state: 'ended' })
      await world.store.commit(
        organizer!,
        { links: [ended], deletes: [{ type: 'appointment', activityId: meeting.activityId }] },
        NOW,
      )
      expect(await rowsOf(world, 'crm.appointment')).toEqual([])
      expect(await rowsOf(world, 'crm.activityparty')).toEqual([])
      const [after] = await world.store.loadLinks(attendee!, ['b'])
      expect(after).toMatchObject({ link: { state: 'ended' }, organizerElsewhere: false })
    })
  })

  describe('links and alerts', () => {
    test('a link comes back as it was saved', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      const park = { code: 'X', reason: 'x', tries: 3, nextTryAt: null }
      const saved = link('Key', {
        ...kindOf('event'),
        folder: 'cal',
        state: 'parked',
        activityType: null,
        masterKey: 'M',
        mark: 'forgone',
        changeKey: null,
        isOrganizer: true,
        itemEnd: NOW,
        pendingEnd: 'gone',
        park,
        decision: { rule: 'TR13', at: NOW + 1, seen: 'parked: X' },
      })
      await world.store.commit(lease!, { links: [saved, link('key')].slice(0, 1) }, NOW)
      // Keys are case-sensitive.
      expect(await world.store.loadLinks(lease!, ['KEY', 'key', 'Key'])).toEqual([
        { link: saved, organizerElsewhere: false },
      ])
    })

    test('[TR5] links a listing didn’t meet are told, those in the window only', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      const event = (key: string, itemEnd: number | null) => ({
        ...appointment(key),
        link: link(key, {
          ...kindOf('event'),
          folder: 'cal',
          activityType: 'appointment',
          itemEnd,
        }),
      })
      const creates = [
        event('met', NOW),
        event('missing', NOW),
        event('past', NOW - 9 * MINUTE),
        event('series', null),
        create('mail'),
      ]
      const listed = [{ keys: ['met', 'mail'], generation: 2 }]
      await world.store.commit(lease!, { creates, listed }, NOW)
      const window = { start: NOW - MINUTE, end: NOW + MINUTE }
      const cal = { folder: 'cal', generation: 2, window }
      const inbox = { folder: 'inbox', generation: 2, window: null }
      const keys = async (listings: readonly Listing[], part: Partial<UnlistedRequest> = {}) => {
        const wish = { listings, after: null, limit: 10, ...part }
        return (await world.store.unlisted(lease!, wish)).map((found) => found.key)
      }
      expect(await keys([cal])).toEqual(['missing', 'series'])
      expect(await keys([{ ...cal, window: null }])).toEqual(['missing', 'past', 'series'])
      expect(await keys([cal], { limit: 1 })).toEqual(['missing'])
      expect(await keys([cal], { after: 'missing' })).toEqual(['series'])
      expect(await keys([inbox])).toEqual([])
      expect(await keys([{ ...inbox, generation: 3 }, cal])).toEqual(['mail', 'missing', 'series'])
    })

    test('[TR5] a link that moved was met by no listing of its new folder', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      await world.store.commit(
        lease!,
        { creates: [create('a')], listed: [{ keys: ['a'], generation: 5 }] },
        NOW,
      )
      const [{ link: known }] = (await world.store.loadLinks(lease!, ['a'])) as [LoadedLink]
      await world.store.commit(lease!, { links: [{ ...known, folder: 'archive' }] }, NOW)
      const missing = async (folder: string) => {
        const listings = [{ folder, generation: 2, window: null }]
        const found = await world.store.unlisted(lease!, { listings, after: null, limit: 10 })
        return found.map(({ key }) => key)
      }
      expect(await missing('archive')).toEqual(['a'])
      const listed = [{ keys: ['a'], generation: 2 }]
      await world.store.commit(lease!, { links: [{ ...known, folder: 'inbox' }], listed }, NOW)
      expect(await missing('inbox')).toEqual([])
    })

    test('pending ends come with what their activity looks like now', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      const meeting = appointment('a')
      await world.store.commit(lease!, { creates: [meeting, create('b'), create('c')] }, NOW)
      const loaded = await world.store.loadLinks(lease!, ['a', 'b'])
      const links = loaded.map(({ link }) => ({ ...link, pendingEnd: 'gone' as const }))
      await world.store.commit(lease!, { links }, NOW)
      const { ends, linked } = await world.store.pendingEnds(lease!, 10)
      expect(linked).toBe(3)
      expect(ends.map(({ link: { key }, activity }) => [key, activity])).toEqual([
        ['a', { statecode: 3, scheduledEnd: NOW + MINUTE }],
        ['b', { statecode: 1, scheduledEnd: null }],
      ])
    })

    test('[TR13] parked items and queued writes come when they are due', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      const parked = (key: string, nextTryAt: number | null) =>
        link(key, { state: 'parked', park: { code: 'X', reason: 'x', tries: 1, nextTryAt } })
      const item = { kind: 'task', key: 'k', folder: 'f' } as const
      const write = {
        id: 'w1',
        item,
        kind: 'stampUndeliverable',
        tries: 2,
        nextTryAt: NOW,
        failure: { code: 'ErrorX', reason: 'Refused.', at: NOW },
      } as const
      await world.store.commit(
        lease!,
        {
          links: [parked('now', NOW), parked('later', NOW + 1), parked('givenUp', null)],
          writes: [write, { ...write, id: 'w2', nextTryAt: NOW + 1 }],
        },
        NOW,
      )
      expect((await world.store.dueParked(lease!, NOW, 9)).map(({ key }) => key)).toEqual(['now'])
      expect(await world.store.dueWrites(lease!, NOW, 9)).toEqual([write])
      await world.store.commit(lease!, { doneWrites: ['w1'], writes: [] }, NOW)
      expect(await world.store.dueWrites(lease!, NOW + 1, 9)).toMatchObject([{ id: 'w2' }])
    })

    test('an alert is renewed while open, closed by code and subject, and new again after that', async () => {
      const world = await newWorld(db.database)
      const [lease] = await leases(world)
      const alert = (subject: string, text: string) =>
        ({ code: 10, level: 'warning', subject, text, details: 'd', question: null }) as const
      const shown = () =>
        rowsOf(world, 'crm.tracelog', 'text, tracestatus, modifiedon', 'order by text')
      await world.store.commit(lease!, { alerts: [alert('a', 'one'), alert('b', 'two')] }, NOW)
      await world.store.commit(lease!, { alerts: [alert('a', 'one again')] }, NOW + 1)
      expect(await shown()).toEqual([
        { text: 'one again', tracestatus: false, modifiedon: NOW + 1 },
        { text: 'two', tracestatus: false, modifiedon: NOW },
      ])
      await world.store.commit(lease!, { closeAlerts: [{ code: 10, subject: 'a' }] }, NOW + 2)
      await world.store.commit(lease!, { alerts: [alert('a', 'one anew')] }, NOW + 3)
      expect((await shown()).map((row) => Object.values(row)[1])).toEqual([true, false, false])
      await world.store.commit(lease!, { closeAlerts: [{ code: 10, subject: null }] }, NOW + 4)
      expect((await shown()).map((row) => Object.values(row)[1])).toEqual([true, true, true])
    })

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
          const wish = { workerId: `w${n}`, now: NOW, leaseMs: LEASE_MS, limit: 7 }
          const batch = await world.store.claim(wish)
          if (batch.length === 0) return mine
          mine.push(...batch.map((claim) => claim.lease.mailboxId))
        }
      }),
    )
    expect(claims.flat().sort()).toEqual([...world.mailboxIds].sort())
  })

  test('a take-over waits for the commit under way and is refused nothing of it', async () => {
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
