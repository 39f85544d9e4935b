import { type Database, markDue } from '@trackmark/store'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  alerts,
  control,
  deliver,
  heal,
  lastError,
  linkOf,
  MINUTE,
  mailboxIn,
  mark,
  open,
  refuse,
  schedule,
  UNDELIVERABLE,
  unmark,
  user,
  write,
} from './support/refusals.ts'
import { createWorld, MARK, openTestDatabase, type World } from './support/world.ts'

/** What is wrong with one item, one folder or the category list stays there. */

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})

const mailbox = (options: Parameters<typeof mailboxIn>[1] = {}) => mailboxIn(database, options)

describe('one item', () => {
  test.each([
    [400, 'ErrorCorruptData'],
    [400, 'ErrorNobodyKnows'],
    [401, 'InvalidAuthenticationToken'],
    [403, 'ErrorAccessDenied'],
    [404, 'ResourceNotFound'],
    [410, 'SyncStateNotFound'],
    [422, 'ErrorNobodyKnows'],
    [500, 'ErrorContentConversionFailed'],
    [503, 'serviceNotAvailable'],
  ])(
    '[TR20] that answers %i %s holds up neither its page nor another folder',
    async (status, code) => {
      const w = await mailbox()
      const elsewhere = await deliver(w, 'archive', { categories: [MARK] })
      const bad = await deliver(w)
      const good = await deliver(w)
      await w.cycle()
      await refuse(w, `/messages/${bad}`, { status, code })
      await open(w, bad)
      await mark(w, good)
      await unmark(w, elsewhere)
      await w.cycle()
      expect(await linkOf(w, good)).toMatchObject({ state: 'linked' })
      expect(await linkOf(w, elsewhere)).toMatchObject({ state: 'ended', rule: 'TR4' })
      expect(await linkOf(w, bad)).toMatchObject({
        state: 'parked',
        rule: 'TR20',
        parkcode: code,
        parknexttryat: w.now + 15 * MINUTE,
      })
      const [alert, ...more] = await alerts(w, 10)
      expect(more).toEqual([])
      expect(alert).toMatchObject({ alertsubject: bad, tracestatus: false })
      expect(alert.text).toContain("An email of the mailbox person1 changed and can't be read")
      expect(alert.errordetails).toContain(`Item: ${bad}`)
      expect(await schedule(w)).toMatchObject({ failures: 0, lastcode: null })
    },
  )

  test('[TR20] marked while it can’t be read, it is tracked once it can, and the alert is closed', async () => {
    const w = await mailbox()
    const id = await deliver(w)
    await w.cycle()
    await refuse(w, `/messages/${id}`, { status: 403, code: 'ErrorAccessDenied' })
    await mark(w, id)
    await w.cycle()
    expect(await linkOf(w, id)).toMatchObject({ state: 'parked', parktries: 1 })
    await heal(w)
    await w.cycle()
    expect(await linkOf(w, id)).toMatchObject({ state: 'parked' })
    w.now += 15 * MINUTE
    await w.cycle()
    expect(await linkOf(w, id)).toMatchObject({ state: 'linked', rule: 'TR1', parkcode: null })
    expect(await alerts(w, 10)).toMatchObject([{ tracestatus: true }])
  })

  test('[TR20] only opened while it couldn’t be read: nothing is left but the reason', async () => {
    const w = await mailbox()
    const id = await deliver(w)
    await w.cycle()
    await refuse(w, `/messages/${id}`, { status: 400, code: 'ErrorCorruptData' })
    await open(w, id)
    await w.cycle()
    await heal(w)
    // Told of again, it needn't wait for its next try.
    await write(w, id, { importance: 'high' })
    await w.cycle()
    expect(await linkOf(w, id)).toMatchObject({ state: 'ended', rule: 'TR20', parkcode: null })
    expect(await alerts(w, 10)).toMatchObject([{ tracestatus: true }])
    await mark(w, id)
    await w.cycle()
    expect(await linkOf(w, id)).toMatchObject({ state: 'linked' })
  })

  test('[TR20] the mark taken off while it can’t be read ends the link once it can', async () => {
    const w = await mailbox()
    const id = await deliver(w, 'inbox', { categories: [MARK] })
    await w.cycle()
    await refuse(w, `/messages/${id}`, { status: 500, code: 'ErrorContentConversionFailed' })
    await unmark(w, id)
    await w.cycle()
    expect(await linkOf(w, id)).toMatchObject({ state: 'linked', rule: 'TR20', pendingend: null })
    await heal(w)
    w.now += 15 * MINUTE
    await w.cycle()
    expect(await linkOf(w, id)).toMatchObject({ state: 'ended', rule: 'TR4', parkcode: null })
    expect(await alerts(w, 10)).toMatchObject([{ tracestatus: true }])
  })

  test('[TR20] it is never given up, nor called Undeliverable: after five tries once a day', async () => {
    const w = await mailbox()
    const id = await deliver(w)
    await w.cycle()
    await refuse(w, `/messages/${id}`, { status: 403, code: 'ErrorAccessDenied' })
    await mark(w, id)
    await w.cycle()
    for (let n = 0; n < 5; n++) {
      w.now += 16 * MINUTE
      await w.cycle()
    }
    expect(await linkOf(w, id)).toMatchObject({
      state: 'parked',
      parktries: 5,
      parknexttryat: w.now + 24 * 60 * MINUTE,
    })
    expect(await alerts(w, 11)).toEqual([])
    await heal(w)
    const { body } = await w.graph('GET', `${user(w)}/messages/${id}`)
    expect(body.categories).toEqual([MARK])
    w.now += 24 * 60 * MINUTE
    await w.cycle()
    expect(await linkOf(w, id)).toMatchObject({ state: 'linked' })
  })

  test('[TR20] given up before, and marked by hand while it can’t be read, it loses Undeliverable too', async () => {
    const w = await mailbox()
    const id = await deliver(w)
    await w.cycle()
    // Only reading it whole fails: its light reading has no $expand.
    await refuse(w, `/messages/${id}`, { status: 400, code: 'ErrorCorruptData' })
    await heal(w)
    await write(w, id, { categories: [UNDELIVERABLE] })
    await w.rows(`insert into sync.link (organizationid, mailboxid, itemkey, kind, folder, state, mark,
      isorganizer, parkcode, parkreason, parktries, rule, decidedat, seen, linkid, createdon, modifiedon)
      select $org, '${w.people[0]!.mailboxId}', '${id}', 'message', 'x', 'parked', 'forgone', false,
        'ErrorCorruptData', 'r', 6, 'TR13', now(), 'given up', gen_random_uuid(), now(), now()`)
    await refuse(w, `/messages/${id}`, { status: 400, code: 'ErrorCorruptData' })
    await write(w, id, { categories: [UNDELIVERABLE, MARK] })
    await w.cycle()
    expect(await linkOf(w, id)).toMatchObject({ state: 'parked', rule: 'TR20' })
    await heal(w)
    w.now += 15 * MINUTE
    await w.cycle()
    await w.cycle()
    expect(await linkOf(w, id)).toMatchObject({ state: 'linked' })
    const { body } = await w.graph('GET', `${user(w)}/messages/${id}`)
    expect(body.categories).toEqual([MARK])
  })

  test('[TR20] deleted for good while it couldn’t be read, it is let go', async () => {
    const w = await mailbox()
    const id = await deliver(w)
    await w.cycle()
    await refuse(w, `/messages/${id}`, { status: 403, code: 'ErrorAccessDenied' })
    await mark(w, id)
    await w.cycle()
    await heal(w)
    await w.graph('POST', `${user(w)}/messages/${id}/permanentDelete`)
    w.now += 15 * MINUTE
    await w.cycle()
    expect(await linkOf(w, id)).toMatchObject({ state: 'ended', rule: 'TR5', parkcode: null })
    expect(await alerts(w, 10)).toMatchObject([{ tracestatus: true }])
  })

  test('[CY7] told to wait for one item, its try isn’t used up and the others are tracked', async () => {
    const w = await mailbox()
    const [bad, good] = [await deliver(w), await deliver(w)]
    await w.cycle()
    const busy = { status: 503, code: 'serviceNotAvailable', retryAfterSeconds: 1200 }
    await refuse(w, `/messages/${bad}`, busy)
    await open(w, bad)
    await mark(w, good)
    await w.cycle()
    expect(await linkOf(w, bad)).toMatchObject({
      state: 'parked',
      parktries: 0,
      parknexttryat: w.now + 20 * MINUTE,
    })
    w.now += 21 * MINUTE
    await w.cycle()
    expect(await linkOf(w, good)).toMatchObject({ state: 'linked' })
  })
})

describe('one folder', () => {
  const folderOf = async (w: World, name: string) =>
    (await w.graph('GET', `${user(w)}/mailFolders/${name}?$select=id`)).body.id as string

  test.each([
    [403, 'ErrorAccessDenied'],
    [401, 'UnknownError'],
    [404, 'ErrorFolderNotFound'],
    [400, 'ErrorNobodyKnows'],
  ])('[CY20] refused with %i %s stops neither the others nor their ends', async (status, code) => {
    const w = await mailbox()
    const tracked = await deliver(w, 'inbox', { categories: [MARK] })
    const inside = await deliver(w, 'archive')
    await w.cycle()
    const archive = await folderOf(w, 'archive')
    await refuse(w, `/mailFolders/${archive}/messages/delta`, { status, code })
    const fresh = await deliver(w, 'inbox', { categories: [MARK] })
    await unmark(w, tracked)
    await mark(w, inside)
    await w.cycle()
    await w.cycle()
    expect(await linkOf(w, fresh)).toMatchObject({ state: 'linked' })
    expect(await linkOf(w, tracked)).toMatchObject({ state: 'ended', rule: 'TR4' })
    const [alert] = await alerts(w, 27)
    expect(alert).toMatchObject({ tracestatus: false })
    expect(alert.text).toMatch(
      /^Not every folder of the mailbox person1 can be read: a mail folder\./,
    )
    expect(alert.errordetails).toContain(`Folder: ${archive}`)
    // The mailbox goes on at its own pace, and doesn't count as synchronized (CY11).
    expect(await schedule(w)).toMatchObject({ failures: 0, lastcode: 'FoldersLeftOut' })
    expect(await lastError(w)).toMatch(
      /^FoldersLeftOut: A mail folder is left out: Exchange answered /,
    )
    await heal(w)
    await w.cycle()
    expect(await linkOf(w, inside)).toMatchObject({ state: 'linked' })
    expect(await alerts(w, 27)).toMatchObject([{ tracestatus: true }])
    expect(await schedule(w)).toMatchObject({ failures: 0, lastcode: null })
  })

  test('[CY20] whose cursor the server can’t work with is listed from the start after three failures', async () => {
    let archive: string | null = null
    const w = await mailbox({
      wrapFetch: (inner) => async (request) => {
        const text = request.method === 'POST' ? await request.clone().text() : ''
        const response = await inner(request)
        if (archive === null || !text.includes(archive)) return response
        return brokenCursor(archive, text, (await response.json()) as object)
      },
    })
    archive = await folderOf(w, 'archive')
    const inside = await deliver(w, 'archive', { categories: [MARK] })
    for (let n = 0; n < 3; n++) await w.cycle()
    expect(await linkOf(w, inside)).toBeUndefined()
    await w.cycle()
    expect(await linkOf(w, inside)).toMatchObject({ state: 'linked' })
    archive = null
    await w.cycle()
    expect(await alerts(w, 27)).toMatchObject([{ tracestatus: true }])
  })

  test('[CY9] a cursor refused with a code nobody knows is the same as one that has expired', async () => {
    const w = await mailbox()
    const stays = await deliver(w, 'inbox', { categories: [MARK] })
    await w.cycle()
    await control(w, 'PATCH', '/switches', {
      expiredDelta: { status: 400, code: 'ErrorNobodyKnows' },
    })
    await control(w, 'POST', `/mailboxes/${w.people[0]!.address}/expire-tokens`)
    const fresh = await deliver(w, 'inbox', { categories: [MARK] })
    await w.cycle()
    await w.cycle()
    expect(await linkOf(w, fresh)).toMatchObject({ state: 'linked' })
    expect(await linkOf(w, stays)).toMatchObject({ state: 'linked' })
    expect(await alerts(w, 27)).toEqual([])
    expect(await alerts(w, 20)).toEqual([])
  })

  test.each([
    [404, 'ErrorFolderNotFound'],
    [403, 'ErrorAccessDenied'],
    [404, 'MailboxNotEnabledForRESTAPI'],
    [400, 'ErrorNobodyKnows'],
  ])('[MB20] a well-known folder refused with %i %s stops nothing', async (status, code) => {
    const w = await createWorld({ database, people: 1 })
    for (const name of ['junkemail', 'outbox']) {
      await refuse(w, `/mailFolders/${name}`, { status, code })
    }
    await w.cycle()
    const id = await deliver(w, 'inbox', { categories: [MARK] })
    await w.cycle()
    expect(await linkOf(w, id)).toMatchObject({ state: 'linked' })
    // The cycle succeeded, and the list of mailboxes says what it went without.
    expect(await schedule(w)).toMatchObject({ failures: 0, lastcode: 'FoldersUnknown' })
    const why = status === 404 ? 'the mailbox has no such folder' : 'the mail server refuses to say'
    expect(await lastError(w)).toContain(
      `Junk Email is left out${status === 404 ? '' : ' as such'}: ${why}`,
    )
    expect(await lastError(w)).toContain('The Outbox is left out')
    expect(
      await w.rows(
        'select 1 from crm.mailbox where organizationid = $org and lastsuccessfulsynccompletedon is not null',
      ),
    ).toHaveLength(1)
    expect(
      await w.rows('select 1 from crm.tracelog where organizationid = $org and level > 1'),
    ).toEqual([])
  })
})

describe('the category list', () => {
  test.each([
    [400, 'ErrorNobodyKnows'],
    [403, 'ErrorAccessDenied'],
    [500, 'ErrorInternalServerError'],
  ])(
    '[CL10] refused with %i %s: items go on, and a mark that is missing ends nothing',
    async (status, code) => {
      const w = await mailbox()
      const [tracked, fresh] = [await deliver(w, 'inbox', { categories: [MARK] }), await deliver(w)]
      await w.cycle()
      await refuse(w, '/masterCategories', { status, code })
      await unmark(w, tracked)
      await mark(w, fresh)
      await w.cycle()
      expect(await linkOf(w, fresh)).toMatchObject({ state: 'linked' })
      // It may have been renamed.
      expect(await linkOf(w, tracked)).toMatchObject({ state: 'linked', pendingend: 'markRemoved' })
      expect(await alerts(w, 3)).toMatchObject([{ tracestatus: false, alertsubject: 'reading' }])
      expect(await schedule(w)).toMatchObject({ failures: 0, lastcode: 'CategoriesNotRead' })
      await heal(w)
      await w.cycle()
      expect(await linkOf(w, tracked)).toMatchObject({ state: 'ended', rule: 'TR4' })
      expect(await alerts(w, 3)).toMatchObject([{ tracestatus: true }])
    },
  )
})

describe('a wait of days', () => {
  test('[CY21] ends within the hour, is said, and a person doesn’t wait for it', async () => {
    const w = await mailbox()
    const id = await deliver(w, 'inbox', { categories: [MARK] })
    const days = { status: 429, code: 'ApplicationThrottled', retryAfterSeconds: 2_000_000 }
    await refuse(w, '/masterCategories', days)
    await w.cycle()
    const { dueat } = await schedule(w)
    expect(dueat - w.now).toBe(60 * MINUTE)
    const [alert] = await alerts(w, 20)
    expect(alert.text).toContain(
      'It asked to be left alone for 23 days; it is asked again within 60 minutes all the same.',
    )
    expect(alert.text).toContain('The system will try again in 60 minutes.')
    await heal(w)
    // Due, but nobody asked: the pause that the server asked for holds.
    await w.cycle()
    expect(await linkOf(w, id)).toBeUndefined()
    await markDue(w.database, w.organizationId, [w.people[0]!.mailboxId], w.now)
    expect(await schedule(w)).toMatchObject({ asked: true })
    await w.cycle()
    expect(await linkOf(w, id)).toMatchObject({ state: 'linked' })
    expect(await schedule(w)).toMatchObject({ asked: false, failures: 0 })
  })
})

/** A batch whose part for this folder fails where it goes on from a cursor. */
function brokenCursor(folder: string, asked: string, answer: object): Response {
  const { requests } = JSON.parse(asked) as { requests: { id: string; url: string }[] }
  const { responses } = answer as { responses: { id: string }[] }
  const hit = requests.find(({ url }) => url.includes(folder) && url.includes('token='))
  const body = { error: { code: 'ErrorInternalServerError', message: '' } }
  return Response.json({
    responses: responses.map((one) =>
      one.id === hit?.id ? { id: one.id, status: 500, headers: {}, body } : one,
    ),
  })
}
