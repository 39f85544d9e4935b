import { type EngineDeps, newMemoryBudget, runCycle } from '@trackmark/engine'
import { takeEvent } from '@trackmark/exchange-sandbox'
import type { Database } from '@trackmark/store'
import { beforeAll, describe, expect, test } from 'vitest'
import { createWorld, MARK, openTestDatabase, received, type World } from './support/world.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
const world = (options: Parameters<typeof createWorld>[0] = {}) =>
  createWorld({ database, ...options })

const categoriesOf = async (w: World, n = 0) =>
  (await w.graph('GET', `/users/${w.people[n]!.address}/outlook/masterCategories`)).body.value.map(
    (category: { displayName: string }) => category.displayName,
  )
const inbox = (w: World, n = 0) => `/users/${w.people[n]!.address}/mailFolders/inbox/messages`
const messages = (w: World, n = 0) => `/users/${w.people[n]!.address}/messages`
const emails = (w: World) => w.rows('select * from crm.email where organizationid = $org')
const links = (w: World) => w.rows('select * from sync.link where organizationid = $org')

async function deliver(w: World, patch: Record<string, unknown> = {}, n = 0): Promise<string> {
  const made = await w.graph('POST', inbox(w, n), received(patch))
  expect(made.status).toBe(201)
  return made.body.id
}
const mark = (w: World, id: string, categories: string[] = [MARK], n = 0) =>
  w.graph('PATCH', `${messages(w, n)}/${id}`, { categories })

const control = async (w: World, method: string, path: string, body?: object) => {
  const answer = await w.sandbox.fetch(
    new Request(`http://sandbox.test/sandbox${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    }),
  )
  expect(answer.ok).toBe(true)
}
/** Every request, or part of a batch, whose address has `path` in it fails until `failNoMore`. */
const fail = (w: World, path: string, status: number) =>
  control(w, 'POST', '/faults', { match: { path }, times: 0, effect: { kind: 'status', status } })
const failNoMore = (w: World) => control(w, 'DELETE', '/faults')

describe('the main job', () => {
  test('[CL1] the category appears in every mailbox, and each is told once', async () => {
    const w = await world()
    await w.cycle()
    for (const n of [0, 1]) expect(await categoriesOf(w, n)).toContain(MARK)
    await w.cycle()
    const alerts = await w.rows(
      `select "text" from crm.tracelog where organizationid = $org and tracecode = 1`,
    )
    expect(alerts).toHaveLength(2)
    expect(alerts[0].text).toMatch(/^Outlook Category "Tracked To Dynamics 365" has been enabled/)
  })

  test('[TR1] marking a message makes one email with its people, and links it', async () => {
    const w = await world()
    await w.cycle()
    const id = await deliver(w)
    await w.cycle()
    expect(await emails(w)).toHaveLength(0)
    await mark(w, id, ['Blue category', MARK])
    await w.cycle()
    await w.cycle()
    const [email, ...more] = await emails(w)
    expect(more).toHaveLength(0)
    expect(email).toMatchObject({ subject: 'Offer', directioncode: false, statuscode: 4 })
    const parties = await w.rows(
      'select * from crm.activityparty where organizationid = $org order by participationtypemask',
    )
    expect(parties.map((p) => [p.participationtypemask, p.partyidtype, p.partyidname])).toEqual([
      [1, 'contact', 'Cora Customer'],
      [2, 'systemuser', 'person1'],
      [9, 'systemuser', 'person1'],
    ])
  })

  test('[TR4] taking the mark off ends the link and leaves the email', async () => {
    const w = await world()
    await w.cycle()
    const id = await deliver(w)
    await mark(w, id)
    await w.cycle()
    await mark(w, id, [])
    await w.cycle()
    expect(await emails(w)).toHaveLength(1)
    expect(await links(w)).toMatchObject([{ state: 'ended', rule: 'TR4' }])
    await mark(w, id)
    await w.cycle()
    expect(await emails(w)).toHaveLength(1)
    expect(await links(w)).toMatchObject([{ state: 'linked' }])
  })
})

describe('emails under one Message-ID', () => {
  const internetMessageId = '<scan-0001@printer.example>'
  const scan = (patch: object) => ({
    internetMessageId,
    subject: 'Scan',
    categories: [MARK],
    singleValueExtendedProperties: [
      { id: 'Integer 0x0E07', value: '1' },
      { id: 'SystemTime 0x0039', value: '2026-03-01T08:00:00Z' },
    ],
    ...patch,
  })
  const text = (content: string) => ({ body: { contentType: 'text', content } })

  test('[TR18] different ones are stored each, and copies join theirs', async () => {
    const w = await world()
    await w.cycle()
    await deliver(w, scan({ subject: 'Scan A: contract', ...text('first scan') }))
    await w.cycle()
    await deliver(w, scan({ subject: 'Scan B: invoice', ...text('second scan') }))
    await deliver(w, scan({ subject: 'Scan A: contract', ...text('third scan') }))
    await w.cycle()
    await deliver(w, scan({ subject: 'Scan B: invoice', ...text('second scan') }))
    await deliver(
      w,
      scan({ subject: '[List] Scan A: contract', ...text('first scan. -- list') }),
      1,
    )
    await deliver(w, scan({ subject: 'Scan B: invoice', ...text('second scan') }), 1)
    await w.cycle()
    const rows = await w.rows(
      `select e.subject, e.description, count(*)::int as items from sync.link l
       join crm.email e using (organizationid, activityid)
       where organizationid = $org and l.state = 'linked' group by 1, 2 order by 2`,
    )
    expect(rows).toEqual([
      { subject: 'Scan A: contract', description: 'first scan', items: 2 },
      { subject: 'Scan B: invoice', description: 'second scan', items: 3 },
      { subject: 'Scan A: contract', description: 'third scan', items: 1 },
    ])
    const parties = await w.rows(
      'select activityid from crm.activityparty where organizationid = $org and participationtypemask = 1',
    )
    expect(parties).toHaveLength(3)
  })

  test('[TR18] the same subject and text with other attachments is another email', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    for (const name of ['Scan_1.pdf', 'Scan_2.pdf', 'Scan_1.pdf']) {
      const attachment = {
        '@odata.type': '#microsoft.graph.fileAttachment',
        name,
        contentType: 'application/pdf',
        contentBytes: 'AAAA',
      }
      await deliver(w, scan({ ...text(''), attachments: [attachment] }))
    }
    await w.cycle()
    const names = await w.rows(
      'select filename from crm.activitymimeattachment where organizationid = $org order by 1',
    )
    expect(names.map((row) => row.filename)).toEqual(['Scan_1.pdf', 'Scan_2.pdf'])
    expect((await links(w)).filter((l) => l.state === 'linked')).toHaveLength(3)
  })
})

describe('categories in the mailbox', () => {
  test('[CL3] renamed by the user: items with the old and the new name are tracked, none untracked', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    const old = await deliver(w, { subject: 'old' })
    await mark(w, old)
    await w.cycle()
    await rename(w, 'CRM')
    const fresh = await deliver(w, { subject: 'new' })
    await mark(w, fresh, ['CRM'])
    await w.cycle()
    expect((await links(w)).map((l) => l.state)).toEqual(['linked', 'linked'])
    await mark(w, old, ['Blue category'])
    await w.cycle()
    expect((await links(w)).map((l) => l.state).sort()).toEqual(['ended', 'linked'])
  })

  test('[CL11] a category that only looks like ours is adopted, and items with it are tracked', async () => {
    const w = await world({ people: 1 })
    const displayName = `${MARK} `
    const list = `/users/${w.people[0]!.address}/outlook/masterCategories`
    await w.graph('POST', list, { displayName, color: 'preset3' })
    await w.cycle()
    const named = (await categoriesOf(w)).filter((name: string) => name.trim() === MARK)
    expect(named).toEqual([displayName])
    for (const name of [displayName, MARK, `Tracked\u00a0to Dynamics 365`]) {
      await mark(w, await deliver(w), [name])
    }
    await w.cycle()
    expect((await links(w)).map((l) => l.state)).toEqual(['linked', 'linked', 'linked'])
    await w.set('<TrackCategorizedItems>false</TrackCategorizedItems>')
    await w.cycle()
    expect((await categoriesOf(w)).map((name: string) => name.trim())).not.toContain(MARK)
  })

  test('[CL4] deleted from the list: back in the next cycle, links intact, nobody told', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    await mark(w, await deliver(w))
    await w.cycle()
    const list = `/users/${w.people[0]!.address}/outlook/masterCategories`
    const { body } = await w.graph('GET', list)
    const ours = body.value.find((c: { displayName: string }) => c.displayName === MARK)
    expect((await w.graph('DELETE', `${list}/${ours.id}`)).status).toBe(204)
    await w.cycle()
    expect(await categoriesOf(w)).toContain(MARK)
    expect(await links(w)).toMatchObject([{ state: 'linked' }])
    expect(
      await w.rows('select 1 from crm.tracelog where organizationid = $org and tracecode = 1'),
    ).toHaveLength(1)
  })

  test('[CL5] switched off: gone from every list, assignments, links and emails stay', async () => {
    const w = await world()
    await w.cycle()
    const id = await deliver(w)
    await mark(w, id)
    await w.cycle()
    await w.set('<TrackCategorizedItems>false</TrackCategorizedItems>')
    await w.cycle()
    for (const n of [0, 1]) expect(await categoriesOf(w, n)).not.toContain(MARK)
    const item = await w.graph('GET', `${messages(w)}/${id}`)
    expect(item.body.categories).toEqual([MARK])
    expect(await links(w)).toMatchObject([{ state: 'linked' }])
  })

  test('[CL6, CL7] off and on: marks moved while off track, and untrack nothing', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    const kept = await deliver(w, { subject: 'kept' })
    const bared = await deliver(w, { subject: 'bared' })
    await mark(w, kept)
    await mark(w, bared)
    await w.cycle()
    await w.set('<TrackCategorizedItems>false</TrackCategorizedItems>')
    await w.cycle()
    await mark(w, bared, [])
    const meanwhile = await deliver(w, { subject: 'meanwhile' })
    await mark(w, meanwhile)
    await w.cycle()
    expect(await emails(w)).toHaveLength(2)
    await w.set('<TrackCategorizedItems>true</TrackCategorizedItems>')
    await w.cycle()
    expect(await categoriesOf(w)).toContain(MARK)
    expect((await links(w)).map((l) => l.state)).toEqual(['linked', 'linked', 'linked'])
    expect((await w.graph('GET', `${messages(w)}/${bared}`)).body.categories).toEqual([])
  })

  test('[CL6] what was passed over while off is tracked once on, the category still there', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    await mark(w, await deliver(w, { subject: 'before' }))
    await w.cycle()
    await fail(w, 'masterCategories/', 403)
    await w.set('<TrackCategorizedItems>false</TrackCategorizedItems>')
    await w.cycle()
    await mark(w, await deliver(w, { subject: 'meanwhile' }))
    await w.cycle()
    expect(await emails(w)).toHaveLength(1)
    expect(await categoriesOf(w)).toContain(MARK)
    await w.set('<TrackCategorizedItems>true</TrackCategorizedItems>')
    await w.cycle()
    expect(await emails(w)).toHaveLength(2)
  })

  test('[CL8] a mailbox that leaves synchronization loses the category, and is due no more', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    await w.rows(
      'update crm.mailbox set incomingemaildeliverymethod = 0, actdeliverymethod = 2 where organizationid = $org',
    )
    await w.cycle()
    expect(await categoriesOf(w)).not.toContain(MARK)
    const [schedule] = await w.rows(
      'select dueat from sync.mailbox_schedule where organizationid = $org',
    )
    expect(schedule.dueat).toBeNull()
  })

  test('[CL10] a list that may not be written is told with the next try; items are tracked all the same', async () => {
    const w = await world({
      people: 1,
      wrapFetch: (inner) => async (request) =>
        request.url.includes('masterCategories')
          ? Response.json({ error: { code: 'ErrorAccessDenied', message: 'no' } }, { status: 403 })
          : inner(request),
    })
    await w.cycle()
    await mark(w, await deliver(w))
    await w.cycle()
    expect(await emails(w)).toHaveLength(1)
    const [alert, ...more] = await w.rows(
      'select "text" from crm.tracelog where organizationid = $org and tracecode = 3',
    )
    expect(more).toHaveLength(0)
    expect(alert.text).toMatch(/try again in/)
  })

  test('[CL7] a mark taken off while the list may not be written yet is no mark lost while off', async () => {
    let isWritable = false
    const w = await world({
      people: 1,
      wrapFetch: (inner) => async (request) =>
        request.method === 'POST' && request.url.includes('masterCategories') && !isWritable
          ? Response.json({ error: { code: 'ErrorAccessDenied', message: 'no' } }, { status: 403 })
          : inner(request),
    })
    await w.cycle()
    const id = await deliver(w)
    await mark(w, id)
    await w.cycle()
    expect(await links(w)).toMatchObject([{ state: 'linked' }])
    await mark(w, id, [])
    isWritable = true
    await w.cycle()
    expect(await links(w)).toMatchObject([{ state: 'ended' }])
  })
})

describe('items', () => {
  test('[TR5] a move between folders ends nothing', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    const id = await deliver(w)
    await mark(w, id)
    await w.cycle()
    await w.graph('POST', `${messages(w)}/${id}/move`, { destinationId: 'archive' })
    await w.cycle()
    await w.cycle()
    expect(await links(w)).toMatchObject([{ state: 'linked', pendingend: null }])
  })

  test('[TR5] gone for good: the link ends and the email stays', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    const id = await deliver(w)
    await mark(w, id)
    await w.cycle()
    await w.graph('POST', `${messages(w)}/${id}/permanentDelete`)
    await w.cycle()
    expect(await links(w)).toMatchObject([{ state: 'ended', rule: 'TR5' }])
    expect(await emails(w)).toHaveLength(1)
  })

  test('[TR7] the same message in two mailboxes is one email with two links', async () => {
    const w = await world()
    await w.cycle()
    const internetMessageId = '<same@customer.example>'
    await mark(w, await deliver(w, { internetMessageId }))
    await mark(w, await deliver(w, { internetMessageId }, 1), [MARK], 1)
    await w.cycle()
    expect(await emails(w)).toHaveLength(1)
    expect(await links(w)).toHaveLength(2)
  })

  test('[TR8] mail from Sent Items is outgoing; a draft waits', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    const user = `/users/${w.people[0]!.address}`
    const sent = await w.graph(
      'POST',
      `${user}/mailFolders/sentitems/messages`,
      received({ subject: 'sent' }),
    )
    await mark(w, sent.body.id)
    const draft = await w.graph('POST', `${user}/messages`, { subject: 'draft' })
    await mark(w, draft.body.id)
    await w.cycle()
    expect(await emails(w)).toMatchObject([{ subject: 'sent', directioncode: true, statuscode: 3 }])
    const noted = (await links(w)).find((l) => l.state === 'noted')
    expect(noted).toMatchObject({ rule: 'TR8' })
  })

  test('[TR11] no contact folder is ever read', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    expect(w.requests.some((request) => /contact/i.test(request.pathTemplate))).toBe(false)
  })

  test('[TR12] a mass of lost marks untracks nothing until a person answers', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    const ids: string[] = []
    for (let n = 0; n < 25; n++) ids.push(await deliver(w, { subject: `m${n}` }))
    for (const id of ids) await mark(w, id)
    await w.cycle()
    for (const id of ids) await mark(w, id, [])
    await w.cycle()
    await w.cycle()
    expect((await links(w)).every((l) => l.state === 'linked')).toBe(true)
    const open = 'select * from crm.tracelog where organizationid = $org and tracecode = 12'
    expect(await w.rows(open)).toMatchObject([{ question: 'bulkEnd', tracestatus: false }])
    await w.rows(`update sync.mailbox_schedule set bulkanswer = 'no' where organizationid = $org`)
    await w.cycle()
    await w.cycle()
    expect((await links(w)).every((l) => l.state === 'linked')).toBe(true)
    expect((await w.graph('GET', `${messages(w)}/${ids[3]}`)).body.categories).toEqual([MARK])
    expect(await w.rows(open)).toMatchObject([{ tracestatus: true }])
  })

  test('[TR5] deleted for good between the page and the reading, it isn’t tracked', async () => {
    let deletes = async () => {}
    const w = await world({
      people: 1,
      wrapFetch: (inner) => async (request) => {
        const text = request.method === 'POST' ? await request.clone().text() : ''
        if (text.includes('attachments')) await deletes()
        return inner(request)
      },
    })
    await w.cycle()
    const id = await deliver(w)
    await mark(w, id)
    deletes = async () => {
      deletes = async () => {}
      const to = { destinationId: 'recoverableitemsdeletions' }
      expect((await w.graph('POST', `${messages(w)}/${id}/move`, to)).status).toBe(201)
    }
    await w.cycle()
    await w.cycle()
    expect(await links(w)).toMatchObject([{ state: 'ended', rule: 'TR5' }])
    expect(await emails(w)).toHaveLength(0)
  })

  test('[TR5] a folder that lost more than a thousand tracked items has every one of them looked up', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    await mark(w, await deliver(w))
    await w.cycle()
    await w.rows(
      `insert into sync.link
       select (jsonb_populate_record(l, jsonb_build_object(
         'itemkey', l.itemkey || n, 'linkid', gen_random_uuid()))).*
       from sync.link l, generate_series(1, 1200) n where organizationid = $org`,
    )
    await w.rows('update sync.folder_cursor set value = null where organizationid = $org')
    await w.cycle()
    const gone = (await links(w)).filter((link) => link.pendingend === 'gone')
    expect(gone).toHaveLength(1_200)
  })

  test('[TR12] answered Yes, they end', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    const ids: string[] = []
    for (let n = 0; n < 20; n++) ids.push(await deliver(w, { subject: `m${n}` }))
    for (const id of ids) await mark(w, id)
    await w.cycle()
    for (const id of ids) await mark(w, id, ['Blue category'])
    await w.cycle()
    await w.rows(`update sync.mailbox_schedule set bulkanswer = 'yes' where organizationid = $org`)
    await w.cycle()
    expect((await links(w)).every((l) => l.state === 'ended')).toBe(true)
  })

  test('[TR13, CY3] an item that fails is parked, not lost; then Undeliverable, then tried anew by hand', async () => {
    let broken = true
    const w = await world({
      people: 1,
      wrapFetch: (inner) => async (request) => {
        const text = request.method === 'POST' ? await request.clone().text() : ''
        if (!broken || !text.includes('attachments')) return inner(request)
        return brokenParts(text)
      },
    })
    await w.cycle()
    const id = await deliver(w)
    await mark(w, id, ['Blue category', MARK])
    await w.cycle()
    expect(await links(w)).toMatchObject([{ state: 'parked', parktries: 1 }])
    for (let n = 0; n < 6; n++) {
      w.now += 16 * 60_000
      await w.cycle()
    }
    const item = async () => (await w.graph('GET', `${messages(w)}/${id}`)).body.categories
    expect(await item()).toEqual(['Blue category', 'Tracked to Dynamics 365 (Undeliverable)'])
    await w.cycle()
    broken = false
    await w.cycle()
    expect(await emails(w)).toHaveLength(0)
    await mark(w, id, ['Blue category', 'Tracked to Dynamics 365 (Undeliverable)', MARK])
    await w.cycle()
    await w.cycle()
    expect(await emails(w)).toHaveLength(1)
    expect(await item()).toEqual(['Blue category', MARK])
  })
})

async function rename(w: World, displayName: string): Promise<void> {
  const response = await w.sandbox.fetch(
    new Request(`http://sandbox.test/sandbox/mailboxes/${w.people[0]!.address}/categories/rename`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: MARK, to: displayName }),
    }),
  )
  expect(response.status).toBeLessThan(300)
}

/** A batch whose every part is refused the way Graph refuses an item it can't render. */
function brokenParts(text: string): Response {
  const { requests } = JSON.parse(text) as { requests: { id: string }[] }
  return Response.json({
    responses: requests.map(({ id }) => ({
      id,
      status: 400,
      headers: {},
      body: { error: { code: 'ErrorCorruptData', message: 'corrupt' } },
    })),
  })
}

describe('appointments and tasks', () => {
  const meeting = (patch: Record<string, unknown> = {}) => ({
    subject: 'Review',
    start: { dateTime: '2026-03-10T09:00:00', timeZone: 'UTC' },
    end: { dateTime: '2026-03-10T10:00:00', timeZone: 'UTC' },
    categories: [MARK],
    ...patch,
  })
  const weekly = {
    recurrence: {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
      range: { type: 'numbered', startDate: '2026-03-10', numberOfOccurrences: 4 },
    },
  }
  const appointments = (w: World) =>
    w.rows('select * from crm.appointment where organizationid = $org order by scheduledstart')

  test('[TR2] a marked event becomes an appointment and carries changes over', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    const events = `/users/${w.people[0]!.address}/events`
    const made = await w.graph('POST', events, meeting())
    await w.cycle()
    expect(await appointments(w)).toMatchObject([{ subject: 'Review', statecode: 3 }])
    await w.graph('PATCH', `${events}/${made.body.id}`, {
      subject: 'Review, moved',
      start: { dateTime: '2026-03-11T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-03-11T10:30:00', timeZone: 'UTC' },
    })
    await w.cycle()
    expect(await appointments(w)).toMatchObject([
      { subject: 'Review, moved', scheduledstart: Date.UTC(2026, 2, 11, 9) },
    ])
    await w.graph('PATCH', `${events}/${made.body.id}`, { categories: [] })
    await w.cycle()
    expect(await appointments(w)).toHaveLength(1)
    expect(await links(w)).toMatchObject([{ state: 'ended', rule: 'TR4' }])
  })

  /** A file of a calendar, put into a mailbox as Outlook's copies are: with the id of the original. */
  const importEvent = (w: World, subject: string, start: string, n = 0) =>
    w.sandbox.fetch(
      new Request(
        `http://sandbox.test/sandbox/mailboxes/${w.people[n]!.address}/import?name=event.ics`,
        {
          method: 'POST',
          body: [
            'BEGIN:VCALENDAR',
            'VERSION:2.0',
            'PRODID:-//test//EN',
            'BEGIN:VEVENT',
            'UID:shared@test.example',
            'DTSTAMP:20260301T000000Z',
            `DTSTART:${start}`,
            'DURATION:PT1H',
            `SUMMARY:${subject}`,
            `CATEGORIES:${MARK}`,
            'END:VEVENT',
            'END:VCALENDAR',
          ].join('\r\n'),
        },
      ),
    )

  test('[TR19] two events of a mailbox that share an iCalendar id are two appointments, each with its own end', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    await importEvent(w, 'Site visit', '20260314T090000Z')
    await w.cycle()
    await importEvent(w, 'Site visit, second', '20260316T090000Z')
    await importEvent(w, 'Site visit', '20260314T090000Z')
    await w.cycle()
    expect((await appointments(w)).map((one) => one.subject)).toEqual([
      'Site visit',
      'Site visit',
      'Site visit, second',
    ])
    const [first] = await w.rows(
      `select itemkey from sync.link where organizationid = $org order by createdon, itemkey`,
    )
    await w.graph('DELETE', `/users/${w.people[0]!.address}/events/${first.itemkey}`)
    await w.cycle()
    expect((await appointments(w)).map((one) => one.subject)).toEqual([
      'Site visit',
      'Site visit, second',
    ])
    expect((await links(w)).map((l) => `${l.state} ${l.rule}`).sort()).toEqual([
      'ended TR5',
      'linked TR1',
      'linked TR1',
    ])
  })

  test('[TR19] an attendee’s copy joins the meeting and not its copy, which the organizer made', async () => {
    const w = await world()
    await w.cycle()
    const events = (n: number) => `/users/${w.people[n]!.address}/events`
    const attendees = [{ type: 'required', emailAddress: { address: w.people[1]!.address } }]
    const { body: original } = await w.graph('POST', events(0), meeting({ attendees }))
    const organizer = w.sandbox.core.world.organization()
    const mailbox = organizer.mailboxes.get(w.people[0]!.userId)!
    const user = organizer.users.get(w.people[0]!.userId)!
    const time = (hour: number) => ({ dateTime: `2026-03-12T${hour}:00:00`, timeZone: 'UTC' })
    takeEvent(
      w.sandbox.core.world,
      { user, mailbox },
      {
        subject: 'Review, again',
        start: time(10),
        end: time(11),
        categories: [MARK],
        iCalUId: original.iCalUId,
      },
    )
    await w.cycle()
    const [attending] = (await w.graph('GET', `${events(1)}?$filter=subject eq 'Review'`)).body
      .value
    await w.graph('PATCH', `${events(1)}/${attending.id}`, { categories: [MARK] })
    await w.cycle()
    const rows = await w.rows(
      `select a.subject, count(*)::int as items from sync.link l
       join crm.appointment a using (organizationid, activityid)
       where organizationid = $org and l.state = 'linked' group by 1 order by 1`,
    )
    expect(rows).toEqual([
      { subject: 'Review', items: 2 },
      { subject: 'Review, again', items: 1 },
    ])
  })

  test('[TR7] an event changed while it wasn’t tracked is its own appointment again', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    await importEvent(w, 'Site visit', '20260314T090000Z')
    await importEvent(w, 'Another', '20260316T090000Z')
    await w.cycle()
    const [row] = await w.rows(
      `select l.itemkey, l.activityid from sync.link l join crm.appointment a
       using (organizationid, activityid) where organizationid = $org and a.subject = 'Another'`,
    )
    const event = `/users/${w.people[0]!.address}/events/${row.itemkey}`
    await w.graph('PATCH', event, { categories: [] })
    await w.cycle()
    await w.graph('PATCH', event, { categories: [MARK], subject: 'Site visit' })
    await w.cycle()
    expect(await appointments(w)).toHaveLength(2)
    const [again] = (await links(w)).filter((l) => l.itemkey === row.itemkey)
    expect(again).toMatchObject({ state: 'linked', activityid: row.activityid })
  })

  test('[TR17] a raised window holds from the next cycle on, and may be longer than Graph serves', async () => {
    const w = await world({ people: 1 })
    const windows = (past: number, future: number) =>
      w.rows(
        `update crm.organization set pastexpansionwindow = ${past},
           futureexpansionwindow = ${future}, settingsrevision = settingsrevision + 1
         where organizationid = $org`,
      )
    const events = `/users/${w.people[0]!.address}/events`
    const at = (day: string) => ({
      subject: day,
      start: { dateTime: `${day}T09:00:00`, timeZone: 'UTC' },
      end: { dateTime: `${day}T10:00:00`, timeZone: 'UTC' },
    })
    for (const day of ['2017-06-01', '2024-12-02', '2026-03-10', '2035-06-01']) {
      await w.graph('POST', events, meeting(at(day)))
    }
    const subjects = async () => (await appointments(w)).map((one) => one.subject)
    await w.cycle()
    expect(await subjects()).toEqual(['2026-03-10'])
    await windows(20, 12)
    await w.cycle()
    expect(await subjects()).toEqual(['2024-12-02', '2026-03-10'])
    await windows(120, 140)
    await w.cycle()
    expect(await subjects()).toEqual(['2017-06-01', '2024-12-02', '2026-03-10', '2035-06-01'])
    expect((await links(w)).filter((l) => l.state === 'linked')).toHaveLength(4)
    // A value from before its limits were checked; and what lies outside of a narrower window stays.
    for (const past of [9999, 1, -5]) {
      await windows(past, 1)
      await w.cycle()
      expect((await links(w)).map((l) => [l.state, l.pendingend])).toEqual(
        Array.from({ length: 4 }, () => ['linked', null]),
      )
    }
    const [schedule] = await w.rows(
      'select failures from sync.mailbox_schedule where organizationid = $org',
    )
    expect(schedule.failures).toBe(0)
  })

  test('[TR2, CL6] changed while it was thought to end, and kept after all: brought in step', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    const events = `/users/${w.people[0]!.address}/events`
    const made = await w.graph('POST', events, meeting())
    await w.cycle()
    await fail(w, 'messages/delta', 503)
    await w.graph('PATCH', `${events}/${made.body.id}`, { categories: [], subject: 'Review 2' })
    await w.cycle()
    expect(await links(w)).toMatchObject([{ state: 'linked', pendingend: 'markRemoved' }])
    await failNoMore(w)
    await w.set('<TrackCategorizedItems>false</TrackCategorizedItems>')
    await w.cycle()
    expect(await links(w)).toMatchObject([{ state: 'linked', pendingend: null }])
    expect(await appointments(w)).toMatchObject([{ subject: 'Review 2' }])
  })

  test('[TR5] a meeting to come that its organizer deletes is deleted; in the CRM closed ones stay', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    const events = `/users/${w.people[0]!.address}/events`
    const one = await w.graph('POST', events, meeting())
    const two = await w.graph('POST', events, meeting({ subject: 'Done' }))
    await w.cycle()
    await w.rows(
      `update crm.appointment set statecode = 1, statuscode = 3
       where organizationid = $org and subject = 'Done'`,
    )
    await w.graph('DELETE', `${events}/${one.body.id}`)
    await w.graph('DELETE', `${events}/${two.body.id}`)
    await w.cycle()
    expect(await appointments(w)).toMatchObject([{ subject: 'Done', statecode: 1 }])
  })

  test('[TR10] a marked series is a master and its occurrences; a deleted one goes; unmarked, all links end', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    const events = `/users/${w.people[0]!.address}/events`
    const made = await w.graph('POST', events, meeting(weekly))
    await w.cycle()
    const masters = await w.rows(
      'select * from crm.recurringappointmentmaster where organizationid = $org',
    )
    expect(masters).toMatchObject([{ subject: 'Review', recurrencepatterntype: 1, occurrences: 4 }])
    const four = await appointments(w)
    expect(four.map((a) => a.scheduledstart)).toEqual(
      [10, 17, 24, 31].map((day) => Date.UTC(2026, 2, day, 9)),
    )
    expect(four.every((a) => a.seriesid === masters[0].activityid)).toBe(true)

    const span = 'startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-04-30T00:00:00Z'
    const instances = await w.graph('GET', `${events}/${made.body.id}/instances?${span}`)
    await w.graph('DELETE', `${events}/${instances.body.value[1].id}`)
    await w.cycle()
    await w.cycle()
    expect((await appointments(w)).map((a) => a.scheduledstart)).toEqual(
      [10, 24, 31].map((day) => Date.UTC(2026, 2, day, 9)),
    )

    await w.graph('PATCH', `${events}/${made.body.id}`, { categories: [] })
    await w.cycle()
    await w.cycle()
    expect(await appointments(w)).toHaveLength(3)
    expect((await links(w)).every((l) => l.state === 'ended')).toBe(true)
  })

  test('[AC1] another organizer’s meeting is left alone where the setting says so', async () => {
    const w = await world()
    await w.cycle()
    await w.set('<TrackAppointmentsFromNonOrganizer>false</TrackAppointmentsFromNonOrganizer>')
    await invite(w, meeting({ categories: [] }))
    const copy = await firstEvent(w, 1)
    await w.graph('PATCH', `/users/${w.people[1]!.address}/events/${copy.id}`, {
      categories: [MARK],
    })
    await w.cycle()
    expect(await appointments(w)).toHaveLength(0)
    expect(await links(w)).toMatchObject([{ state: 'noted', rule: 'AC1' }])
  })

  test('[AC2, TR7] organizer’s and attendee’s copies are one appointment, and the organizer’s leads', async () => {
    const w = await world()
    await w.cycle()
    const made = await invite(w, meeting())
    const copy = await firstEvent(w, 1)
    const theirs = `/users/${w.people[1]!.address}/events/${copy.id}`
    await w.graph('PATCH', theirs, { categories: [MARK] })
    await w.cycle()
    expect(await appointments(w)).toHaveLength(1)
    expect((await links(w)).map((l) => l.isorganizer).sort()).toEqual([false, true])
    await w.graph('PATCH', theirs, { showAs: 'free' })
    await w.cycle()
    expect(await appointments(w)).toMatchObject([{ statuscode: 5 }])
    const ours = `/users/${w.people[0]!.address}/events/${made.id}`
    await w.graph('PATCH', ours, { showAs: 'tentative' })
    await w.cycle()
    expect(await appointments(w)).toMatchObject([{ statuscode: 2 }])
  })

  async function invite(w: World, event: Record<string, unknown>) {
    const attendees = [
      { type: 'required', emailAddress: { address: w.people[1]!.address, name: 'Two' } },
    ]
    const made = await w.graph('POST', `/users/${w.people[0]!.address}/events`, {
      ...event,
      attendees,
    })
    expect(made.status).toBe(201)
    return made.body
  }
  const firstEvent = async (w: World, n: number) =>
    (await w.graph('GET', `/users/${w.people[n]!.address}/events`)).body.value[0]

  test('[TR1, TR2, TR9] a marked task becomes a task and follows; flagged mail in the task list does not', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    const todo = `/users/${w.people[0]!.address}/todo/lists`
    const lists = (await w.graph('GET', todo)).body.value
    const list = lists.find(
      (l: { wellknownListName: string }) => l.wellknownListName === 'defaultList',
    )
    const made = await w.graph('POST', `${todo}/${list.id}/tasks`, {
      title: 'Call back',
      importance: 'high',
      categories: [MARK],
    })
    const flagged = await deliver(w, { flag: { flagStatus: 'flagged' }, categories: [MARK] })
    await w.cycle()
    const tasks = () => w.rows('select * from crm.task where organizationid = $org')
    expect(await tasks()).toMatchObject([{ subject: 'Call back', prioritycode: 2, statuscode: 2 }])
    await w.graph('PATCH', `${todo}/${list.id}/tasks/${made.body.id}`, { status: 'completed' })
    await w.cycle()
    expect(await tasks()).toMatchObject([{ statecode: 1, statuscode: 5, percentcomplete: 100 }])
    expect(flagged).toBeTruthy()
  })

  test('[TR2, TR12] our own stamp hides no change of the person’s', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    const todo = `/users/${w.people[0]!.address}/todo/lists`
    const lists: { id: string; wellknownListName: string }[] = (await w.graph('GET', todo)).body
      .value
    const list = lists.find((one) => one.wellknownListName === 'defaultList')!
    const path = `${todo}/${list.id}/tasks`
    const ids: string[] = []
    for (let n = 0; n < 20; n++) {
      const made = await w.graph('POST', path, { title: `Task ${n}`, categories: [MARK] })
      ids.push(made.body.id)
    }
    await w.cycle()
    for (const id of ids) await w.graph('PATCH', `${path}/${id}`, { categories: [] })
    await w.cycle()
    await w.graph('PATCH', `${path}/${ids[7]}`, { title: 'Changed' })
    await w.rows(`update sync.mailbox_schedule set bulkanswer = 'no' where organizationid = $org`)
    await w.cycle()
    await w.cycle()
    expect((await w.graph('GET', `${path}/${ids[7]}`)).body.categories).toEqual([MARK])
    const changed = `select subject from crm.task where organizationid = $org and subject = 'Changed'`
    expect(await w.rows(changed)).toHaveLength(1)
  })
})

describe('folders that come and go', () => {
  test('[TR9] a folder made after the first listing is read like any other', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    const user = `/users/${w.people[0]!.address}`
    const made = await w.graph('POST', `${user}/mailFolders/inbox/childFolders`, {
      displayName: 'Customers',
    })
    await w.graph(
      'POST',
      `${user}/mailFolders/${made.body.id}/messages`,
      received({ categories: [MARK] }),
    )
    await w.cycle()
    expect(await emails(w)).toHaveLength(1)
  })

  test('[TR5] a folder deleted with all that was in it ends its links, once looked up', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    const user = `/users/${w.people[0]!.address}`
    const made = await w.graph('POST', `${user}/mailFolders`, { displayName: 'Project' })
    const folder = `${user}/mailFolders/${made.body.id}`
    const lost = await w.graph('POST', `${folder}/messages`, received({ categories: [MARK] }))
    const moved = await w.graph('POST', `${folder}/messages`, received({ categories: [MARK] }))
    await w.cycle()
    await w.graph('POST', `${messages(w)}/${moved.body.id}/move`, { destinationId: 'inbox' })
    await w.graph('POST', `${messages(w)}/${lost.body.id}/permanentDelete`)
    await w.graph('DELETE', folder)
    await w.cycle()
    await w.cycle()
    const states = Object.fromEntries((await links(w)).map((l) => [l.itemkey, l.state]))
    expect(states).toEqual({ [moved.body.id]: 'linked', [lost.body.id]: 'ended' })
  })
})

/** The tests of this file share one database: only this world's mailbox counts. */
async function claim(w: World, workerId: string) {
  const inputs = await w.store.claim({ workerId, now: w.now, leaseMs: 1000, limit: 999 })
  return inputs.find((input) => input.lease.organizationId === w.organizationId)
}

/** How many calls were under way at once. */
function watchBusy() {
  let now = 0
  let most = 0
  return {
    most: () => most,
    async during<T>(work: () => Promise<T>): Promise<T> {
      most = Math.max(most, ++now)
      return await work().finally(() => {
        now -= 1
      })
    },
  }
}

describe('the cycle', () => {
  const due = (w: World) =>
    w.rows(
      `update sync.mailbox_schedule set dueat = '2000-01-01T00:00:00Z' where organizationid = $org`,
    )

  test('[CY1, CY10] a commit under settings that changed since the claim is refused', async () => {
    const w = await world({ people: 1 })
    await due(w)
    const input = await claim(w, 'a')
    await w.set('<TrackCategorizedItems>false</TrackCategorizedItems>')
    await expect(w.store.commit(input!.lease, { hierarchy: 'x' }, w.now)).rejects.toMatchObject({
      name: 'LeaseLostError',
    })
  })

  test('[CY1] a lease that ran out is taken over, and its first owner can write no more', async () => {
    const w = await world({ people: 1 })
    await due(w)
    const first = await claim(w, 'a')
    expect(await claim(w, 'b')).toBeUndefined()
    w.now += 1001
    const second = await claim(w, 'b')
    expect(second?.lease.mailboxId).toBe(first?.lease.mailboxId)
    await expect(w.store.commit(first!.lease, { hierarchy: 'x' }, w.now)).rejects.toMatchObject({
      name: 'LeaseLostError',
    })
    await w.store.commit(second!.lease, { hierarchy: 'x' }, w.now)
  })

  test('[CY4] a value the database refuses parks its item and none other', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    const bad = await deliver(w, { subject: 'bad' })
    await mark(w, bad)
    for (let n = 0; n < 4; n++) await mark(w, await deliver(w, { subject: `good ${n}` }))
    await w.rows(
      `alter table crm.email add constraint no_bad
       check (organizationid <> $org or subject <> 'bad')`,
    )
    await w.cycle()
    await w.rows('alter table crm.email drop constraint no_bad')
    expect(await emails(w)).toHaveLength(4)
    expect((await links(w)).filter((l) => l.state === 'parked')).toMatchObject([{ itemkey: bad }])
  })

  test('[CY8] one mailbox that is refused stops no other, is told, tried again and comes back', async () => {
    let refused = true
    const w = await world({
      wrapFetch: (inner) => async (request) => {
        const text = request.method === 'POST' ? await request.clone().text() : request.url
        return refused && text.includes('person1')
          ? Response.json(
              { error: { code: 'MailboxNotEnabledForRESTAPI', message: '' } },
              { status: 404 },
            )
          : inner(request)
      },
    })
    await w.cycle()
    expect(await categoriesOf(w, 1)).toContain(MARK)
    const told = () =>
      w.rows(`select tracestatus from crm.tracelog where organizationid = $org and tracecode = 21`)
    expect(await told()).toMatchObject([{ tracestatus: false }])
    refused = false
    await w.cycle()
    expect(await categoriesOf(w, 0)).toContain(MARK)
    expect(await told()).toMatchObject([{ tracestatus: true }])
    expect(
      await w.rows('select 1 from crm.tracelog where organizationid = $org and tracecode = 22'),
    ).toHaveLength(1)
  })

  test('[AL1] "removed" closes "enabled" and the reverse, "synchronizes again" closes "failed" and the reverse', async () => {
    let refused = false
    const w = await world({
      people: 1,
      wrapFetch: (inner) => async (request) =>
        refused ? new Response(null, { status: 503 }) : inner(request),
    })
    const open = async () => {
      const rows = await w.rows(
        'select tracecode from crm.tracelog where organizationid = $org and not tracestatus order by 1',
      )
      return rows.map((row) => row.tracecode)
    }
    await w.cycle()
    expect(await open()).toEqual([1])
    for (const _ of [1, 2]) {
      await w.set('<TrackCategorizedItems>false</TrackCategorizedItems>')
      await w.cycle()
      expect(await open()).toEqual([2])
      await w.set('<TrackCategorizedItems>true</TrackCategorizedItems>')
      await w.cycle()
      expect(await open()).toEqual([1])
    }
    for (const _ of [1, 2]) {
      refused = true
      await w.cycle()
      expect(await open()).toEqual([1, 20])
      refused = false
      await w.cycle()
      expect(await open()).toEqual([1, 22])
    }
  })

  test('[AL1] an alert whose level is switched off closes what it contradicts all the same', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    await w.rows(
      'update crm.organization set generatealertsforinformation = false where organizationid = $org',
    )
    await w.set('<TrackCategorizedItems>false</TrackCategorizedItems>')
    await w.cycle()
    const alerts = await w.rows(
      'select tracecode, tracestatus from crm.tracelog where organizationid = $org',
    )
    expect(alerts).toEqual([{ tracecode: 1, tracestatus: true }])
  })

  test('[CY6] after a hundred failures the mailbox is still tried within the hour', async () => {
    const w = await world({
      people: 1,
      wrapFetch: () => async () => new Response(null, { status: 503 }),
    })
    for (let n = 0; n < 100; n++) await w.cycle()
    const [row] = await w.rows('select * from sync.mailbox_schedule where organizationid = $org')
    expect(row.failures).toBe(100)
    expect(row.dueat - w.now).toBeLessThanOrEqual(80 * 60_000)
  })

  test('[CY9] a cursor that expired: the folder is read again, what went meanwhile ends, nothing else does', async () => {
    let expired = false
    const w = await world({
      people: 1,
      wrapFetch: (inner) => async (request) => {
        if (!expired || request.method !== 'POST') return inner(request)
        return expiring(inner, request)
      },
    })
    await w.cycle()
    const stays = await deliver(w, { subject: 'stays' })
    const goes = await deliver(w, { subject: 'goes' })
    await mark(w, stays)
    await mark(w, goes)
    await w.cycle()
    await w.graph('POST', `${messages(w)}/${goes}/permanentDelete`)
    expired = true
    await w.cycle()
    expired = false
    await w.cycle()
    const states = Object.fromEntries((await links(w)).map((l) => [l.itemkey, l.state]))
    expect(states).toEqual({ [stays]: 'linked', [goes]: 'ended' })
  })

  test('[CY11] a cycle that could not read every folder doesn’t count as synchronized', async () => {
    const w = await world({ people: 1 })
    await w.cycle()
    const last = async () =>
      (
        await w.rows(
          'select lastsuccessfulsynccompletedon as at, lastsyncerror from crm.mailbox where organizationid = $org',
        )
      )[0]
    const before = await last()
    await fail(w, 'messages/delta', 503)
    await w.cycle()
    const after = await last()
    expect(after.at).toBe(before.at)
    expect(after.lastsyncerror).toBeTruthy()
  })

  test('[CY12] a page of 60 tracked messages costs as many statements as a page of 6', async () => {
    const count = async (size: number) => {
      const w = await world({ people: 1 })
      await w.cycle()
      for (let n = 0; n < size; n++) await mark(w, await deliver(w, { subject: `m${n}` }))
      w.statements.length = 0
      await w.cycle()
      expect(await emails(w)).toHaveLength(size)
      return w.statements.length
    }
    expect(await count(60)).toBe(await count(6))
  })

  test.each([
    { size: 'small', memoryBudget: () => newMemoryBudget(3, 2), wait: true },
    { size: 'usual', memoryBudget: newMemoryBudget, wait: false },
  ])('[CY14] four mailboxes at once, $size room: they wait for each other $wait', async (row) => {
    const w = await world({ people: 4 })
    const marked: [string, number][] = []
    for (const n of w.people.keys()) {
      for (let at = 0; at < 3; at++) marked.push([await deliver(w, {}, n), n])
    }
    for (const [id, n] of marked) await mark(w, id, [MARK], n)
    const busy = { listing: watchBusy(), reading: watchBusy() }
    const openMailbox: EngineDeps['openMailbox'] = async (input) => {
      const mailbox = await w.deps.openMailbox(input)
      const { feed, items } = mailbox
      return {
        ...mailbox,
        feed: {
          read: (asked) =>
            asked.some(({ cursor }) => cursor === null)
              ? busy.listing.during(() => feed.read(asked))
              : feed.read(asked),
        },
        items: {
          ...items,
          whole: (refs, options) => busy.reading.during(() => items.whole(refs, options)),
        },
      }
    }
    const claims = await w.store.claim({ workerId: 'w', now: w.now, leaseMs: 9e5, limit: 9 })
    const deps = { ...w.deps, memoryBudget: row.memoryBudget(), openMailbox }
    await Promise.all(claims.map((input) => runCycle(deps, input)))
    expect(await emails(w)).toHaveLength(12)
    expect(busy.listing.most() === 1).toBe(row.wait)
    expect(busy.reading.most() === 1).toBe(row.wait)
  })

  test('[CY2] a process that dies at any statement or request loses nothing and doubles nothing', async () => {
    for (let at = 1; at <= 45; at++) {
      let calls = 0
      const dead = () => {
        if (armed && ++calls >= at) throw new Error('the process died')
      }
      let armed = false
      const w = await world({
        people: 1,
        wrapFetch: (inner) => async (request) => {
          dead()
          const response = await inner(request)
          dead()
          return response
        },
        wrapStore: (store) => ({
          ...store,
          commit: async (...parameters) => {
            dead()
            const result = await store.commit(...parameters)
            dead()
            return result
          },
          close: async (...parameters) => {
            dead()
            return store.close(...parameters)
          },
        }),
      })
      ;(w.deps.log as { error: unknown }).error = () => {}
      await w.cycle()
      for (let n = 0; n < 3; n++) await mark(w, await deliver(w, { subject: `m${n}` }))
      armed = true
      await w.cycle()
      armed = false
      w.now += 600_000
      await w.cycle()
      expect(await emails(w), `died at call ${at}`).toHaveLength(3)
      expect((await links(w)).every((l) => l.state === 'linked')).toBe(true)
    }
  })
})

/** Every cursor of a mail folder is answered as expired, listings from the start are served. */
async function expiring(
  inner: (request: Request) => Promise<Response>,
  request: Request,
): Promise<Response> {
  const { requests } = (await request.clone().json()) as { requests: { id: string; url: string }[] }
  const answer = await inner(request)
  const { responses } = (await answer.json()) as { responses: { id: string }[] }
  const old = new Set(
    requests.filter(({ url }) => /messages\/.*delta.*token/i.test(url)).map(({ id }) => id),
  )
  return Response.json({
    responses: responses.map((part) =>
      old.has(part.id)
        ? { id: part.id, status: 410, body: { error: { code: 'SyncStateNotFound', message: '' } } }
        : part,
    ),
  })
}
