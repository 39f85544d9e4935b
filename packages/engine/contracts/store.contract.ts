import {
  type Create,
  isLinked,
  LeaseLostError,
  type Listing,
  type LoadedLink,
  RefusedDataError,
  type UnlistedRequest,
} from '@trackmark/core'
import { describe, expect, test } from 'vitest'
import {
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
  type StoreWorld,
} from './store-world.ts'

/** @param mailboxes number of mailboxes of the organization */
type Make = (mailboxes?: number) => Promise<StoreWorld>

/** Tests what the engine expects of any store, however it keeps its rows. */
export function storeContract(make: Make): void {
  describe('leases', () => leaseRules(make))
  describe('pages', () => pageRules(make))
  describe('activities over time', () => activityRules(make))
  describe('links', () => linkRules(make))
  describe('alerts and people', () => otherRules(make))
}

function leaseRules(make: Make): void {
  test('a due mailbox goes to one worker, and to another only when its lease has run out', async () => {
    const world = await make(2)
    expect(await claimAll(world, NOW, 'a')).toHaveLength(2)
    expect(await claimAll(world, NOW, 'b')).toEqual([])
    expect(await claimAll(world, NOW + LEASE_MS - 1, 'b')).toEqual([])
    expect(await claimAll(world, NOW + LEASE_MS, 'b')).toHaveLength(2)
  })

  test('a lost lease writes nothing and closes nothing', async () => {
    const world = await make()
    const [lost] = await leases(world, NOW, 'a')
    const [held] = await leases(world, NOW + LEASE_MS, 'a')
    expect(held?.token).not.toBe(lost?.token)
    const before = await world.contents()
    const write = world.store.commit(lost!, { creates: [create('x')] }, NOW + LEASE_MS)
    await expect(write).rejects.toThrow(LeaseLostError)
    await world.store.close(lost!, closing({ dueAt: NOW }))
    expect(await world.contents()).toEqual(before)
    expect(await claimAll(world, NOW + LEASE_MS + 1)).toEqual([])
    await world.store.commit(held!, { creates: [create('x')] }, NOW + LEASE_MS)
  })

  test('a commit renews the lease', async () => {
    const world = await make()
    const [lease] = await leases(world)
    await world.store.commit(lease!, { cursors: [cursor('f')] }, NOW + MINUTE)
    expect(await claimAll(world, NOW + LEASE_MS, 'b')).toEqual([])
    expect(await claimAll(world, NOW + LEASE_MS + MINUTE, 'b')).toHaveLength(1)
  })

  test('settings that changed under a cycle refuse what it writes, and make it due again', async () => {
    const world = await make()
    const [lease] = await leases(world)
    await world.changeSettings()
    const write = world.store.commit(lease!, { creates: [create('x')] }, NOW)
    await expect(write).rejects.toThrow(LeaseLostError)
    expect(await world.activities()).toEqual([])
    await world.store.close(lease!, closing({ dueAt: NOW + 60 * MINUTE }))
    const [again] = await leases(world, NOW + 2_000)
    expect(again!.settingsRevision).toBeGreaterThan(lease!.settingsRevision)
  })

  test('a closed mailbox is due again when its cycle said, with its health', async () => {
    const world = await make()
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
    const world = await make(2)
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
    const world = await make(3)
    const all = await leases(world)
    for (const [n, lease] of all.entries()) {
      const dueAt = NOW + (10 - n) * MINUTE - 3_600 * MINUTE
      await world.store.close(lease, closing({ dueAt }))
    }
    const request = { workerId: 'w', now: NOW, leaseMs: LEASE_MS, limit: 2 }
    const claims = await world.store.claim(request)
    const ids = claims.map((claim) => claim.lease.mailboxId).sort()
    expect(ids).toEqual([world.mailboxIds[1], world.mailboxIds[2]].sort())
  })

  test('a claim holds all a cycle needs to know', async () => {
    const world = await make()
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
        writes: [{ id: 'w', item, kind: 'stampTracked', tries: 0, nextTryAt: NOW, failure: null }],
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

  test('[CY22] a lease that is renewed is taken over by nobody, one that is not is', async () => {
    const world = await make(2)
    const [renewed, left] = await leases(world)
    await world.store.renew([renewed!], { now: NOW + LEASE_MS - 1, leaseMs: LEASE_MS })
    const taken = await leases(world, NOW + LEASE_MS, 'other')
    expect(taken.map(({ mailboxId }) => mailboxId)).toEqual([left!.mailboxId])
    // It is too late for the lease that was taken over, and doesn't extend the new owner's.
    await world.store.renew([left!], { now: NOW + 9 * LEASE_MS, leaseMs: LEASE_MS })
    expect(await leases(world, NOW + 2 * LEASE_MS, 'third')).toHaveLength(2)
  })

  test('[CY22] a mailbox given back is due at once, but not one that was taken over', async () => {
    const world = await make(2)
    const [mine, lost] = await leases(world)
    await world.store.renew([mine!], { now: NOW + LEASE_MS, leaseMs: LEASE_MS })
    const [takenOver] = await leases(world, NOW + LEASE_MS, 'other')
    expect(takenOver!.mailboxId).toBe(lost!.mailboxId)
    await world.store.giveBack([mine!, lost!], NOW + LEASE_MS)
    const free = await leases(world, NOW + LEASE_MS, 'third')
    expect(free.map(({ mailboxId }) => mailboxId)).toEqual([mine!.mailboxId])
  })

  test('[CY22] what a worker leased without knowing is due at once, what it or another works on is not', async () => {
    const world = await make(3)
    const [kept, ...untold] = await leases(world, NOW, 'cut off')
    await world.store.giveBackOthers('cut', [], NOW)
    expect(await leases(world, NOW, 'other')).toEqual([])
    await world.store.giveBackOthers('cut off', [kept!], NOW)
    const free = await leases(world, NOW, 'other')
    expect(free.map(({ mailboxId }) => mailboxId)).toEqual(untold.map(({ mailboxId }) => mailboxId))
    await world.store.giveBackOthers('cut off', [kept!], NOW)
    expect(await leases(world, NOW, 'third')).toEqual([])
  })
}

function pageRules(make: Make): void {
  test('a page applied twice changes nothing', async () => {
    const world = await make()
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
      // A repeated page makes new drafts: other ids, same identities.
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
    const once = await world.contents()
    expect(await world.store.commit(lease!, page(2), NOW)).toEqual({ created: 0, joined: 2 })
    expect(await world.contents()).toEqual(once)
    expect(await world.activities()).toMatchObject([
      { people: 2, attachments: 1 },
      { people: 2, attachments: 1 },
    ])
  })

  test('[TR7] copies of one message, in one mailbox or two, are one activity with a link each', async () => {
    const world = await make(2)
    const [first, second] = await leases(world)
    const identity = 'email:in:<one@customer.example>'
    const copies = [create('copy1', { identity }), create('copy2', { identity })]
    const made = await world.store.commit(first!, { creates: copies }, NOW)
    expect(made).toEqual({ created: 1, joined: 1 })
    const other = { creates: [create('copy3', { identity })] }
    expect(await world.store.commit(second!, other, NOW)).toEqual({ created: 0, joined: 1 })
    const [email, ...more] = await world.activities()
    expect(more).toEqual([])
    expect(email!.people).toBe(2)
    const links = [
      ...(await world.store.loadLinks(first!, ['copy1', 'copy2'])),
      ...(await world.store.loadLinks(second!, ['copy3'])),
    ]
    expect(links.map((loaded) => loaded.link.activityId)).toEqual(Array(3).fill(email!.activityId))
  })

  test('[TR18] different messages under one id are an activity each', async () => {
    const world = await make()
    const [lease] = await leases(world)
    const identity = 'email:in:<scan@printer.example>'
    const scan = (n: number) =>
      create(`m${n}`, {
        identity,
        draft: emailDraft({ messageid: '<scan@printer.example>', subject: `Scan ${n}` }),
      })
    await world.store.commit(lease!, { creates: [scan(1), scan(2)] }, NOW)
    const found = (await world.activities()).map(({ subject }) => subject)
    expect(found.toSorted()).toEqual(['Scan 1', 'Scan 2'])
  })

  test('[TR7] what was linked before is that activity again, as long as it is there', async () => {
    const world = await make()
    const [lease] = await leases(world)
    const first = create('a')
    await world.store.commit(lease!, { creates: [first] }, NOW)
    const again = (formerActivityId: string) =>
      create('a', { formerActivityId, identity: 'email:in:<another@customer.example>' })
    const joined = await world.store.commit(lease!, { creates: [again(first.activityId)] }, NOW)
    expect(joined).toEqual({ created: 0, joined: 1 })
    const deletes = [{ type: 'email' as const, activityId: first.activityId }]
    await world.store.commit(lease!, { deletes }, NOW)
    const made = await world.store.commit(lease!, { creates: [again(first.activityId)] }, NOW)
    expect(made).toEqual({ created: 1, joined: 0 })
  })

  test('a refused value leaves nothing of its page behind, and names no content', async () => {
    const world = await make()
    const [lease] = await leases(world)
    const before = await world.contents()
    const draft = emailDraft({ regardingobjectid: 'SECRET SUBJECT' })
    const page = { creates: [create('good'), create('bad', { draft })], cursors: [cursor('inbox')] }
    const refused = world.store.commit(lease!, page, NOW)
    const error = await refused.catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(RefusedDataError)
    expect(String(error)).not.toContain('SECRET')
    expect(await world.contents()).toEqual(before)
    await world.store.commit(lease!, { creates: [create('good')] }, NOW)
  })
}

function activityRules(make: Make): void {
  test('occurrences point to the activity of their series', async () => {
    const world = await make()
    const [lease] = await leases(world)
    const master = create('m', {
      identity: 'event:uid',
      draft: {
        type: 'recurringappointmentmaster',
        columns: { subject: 'weekly', interval: 1 },
        parties: [],
        attachments: [],
      },
      link: link('m', { kind: 'event', activityType: 'recurringappointmentmaster' }),
    })
    await world.store.commit(lease!, { creates: [master] }, NOW)
    const occurrence = appointment('o', {}, { seriesId: master.activityId })
    const creates = [{ ...occurrence, link: { ...occurrence.link, masterKey: 'm' } }]
    await world.store.commit(lease!, { creates }, NOW)
    const found = (await world.activities()).find(({ type }) => type === 'appointment')
    expect(found?.seriesId).toBe(master.activityId)
    const links = await world.store.occurrencesOf(lease!, ['m'])
    expect(links.map(({ key, state }) => [key, state])).toEqual([['o', 'linked']])
  })

  test('open and scheduled activities follow their item, completed and canceled ones stay', async () => {
    const world = await make()
    const [lease] = await leases(world)
    const states = [0, 1, 2, 3]
    const creates = states.map((statecode) => appointment(`s${statecode}`, { statecode }))
    await world.store.commit(lease!, { creates }, NOW)
    const later = NOW + MINUTE
    const updates = creates.map(({ activityId, draft, link: linked }) => ({
      activityId,
      draft: {
        ...draft,
        columns: { subject: 'moved', scheduledend: later, statecode: 3, statuscode: 2 },
        parties: [
          ...draft.parties,
          { mask: 5, addressUsed: 'new@x.example', partyId: null, partyType: null },
        ],
      },
      link: { ...linked, activityId, changeKey: 'ck2' },
    }))
    await world.store.commit(lease!, { updates }, later)
    const seen = (await world.activities()).map((one) => [one.subject, one.modifiedOn, one.people])
    expect(seen).toEqual([
      ['moved', later, 2],
      ['s1', NOW, 1],
      ['s2', NOW, 1],
      ['moved', later, 2],
    ])
    const links = await world.store.loadLinks(lease!, ['s0', 's1', 's2', 's3'])
    expect(links.map((loaded) => loaded.link.changeKey)).toEqual(Array(4).fill('ck2'))
  })

  test('a column an update doesn’t name keeps its value', async () => {
    const world = await make()
    const [lease] = await leases(world)
    const creates = ['a', 'b'].map((key) => appointment(key, { location: 'Room 1' }))
    await world.store.commit(lease!, { creates }, NOW)
    const change = (n: number, columns: Record<string, string>) => {
      const { activityId, draft, link: linked } = creates[n]!
      return { activityId, draft: { ...draft, columns }, link: { ...linked, activityId } }
    }
    const updates = [change(0, { subject: 'x' }), change(1, { subject: 'y', location: 'Room 2' })]
    await world.store.commit(lease!, { updates }, NOW)
    expect(await world.activities()).toMatchObject([
      { subject: 'x', location: 'Room 1' },
      { subject: 'y', location: 'Room 2' },
    ])
  })

  const subjects = async (world: StoreWorld) =>
    (await world.activities()).map(({ subject }) => subject)

  test('[TR2] an item tracked again brings what changed while it was not', async () => {
    const world = await make()
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
        link: link(key, { kind: 'task', activityType: 'task' }),
      })
    await world.store.commit(lease!, { creates: [task('t', 'old')] }, NOW)
    await world.store.commit(lease!, { creates: [task('t', 'new')] }, NOW)
    expect(await subjects(world)).toEqual(['new'])
  })

  test('[AC2] an attendee’s copy tracked again brings its fields unless the organizer’s leads', async () => {
    const world = await make(2)
    const [organizer, attendee] = await leases(world)
    const copy = (key: string, subject: string, isOrganizer: boolean): Create => {
      const made = appointment(key, { subject }, { identity: 'event:uid' })
      return { ...made, link: { ...made.link, isOrganizer } }
    }
    await world.store.commit(attendee!, { creates: [copy('a', 'first', false)] }, NOW)
    await world.store.commit(attendee!, { creates: [copy('a', 'again', false)] }, NOW)
    expect(await subjects(world)).toEqual(['again'])
    await world.store.commit(organizer!, { creates: [copy('o', 'organized', true)] }, NOW)
    await world.store.commit(attendee!, { creates: [copy('a', 'my own', false)] }, NOW)
    expect(await subjects(world)).toEqual(['organized'])
  })

  test('[AC8] what was changed in the CRM stays until the item has it', async () => {
    const world = await make()
    const [lease] = await leases(world)
    const made = appointment('a', { subject: 'old', location: 'Room 1' })
    await world.store.commit(lease!, { creates: [made] }, NOW)
    await world.edit(made.activityId, { subject: 'of the CRM' }, ['requiredattendees'])
    const update = {
      activityId: made.activityId,
      draft: {
        ...made.draft,
        columns: { subject: 'of the item', location: 'Room 2' },
        parties: [],
      },
      link: { ...made.link, activityId: made.activityId },
    }
    await world.store.commit(lease!, { updates: [update] }, NOW)
    expect(await world.activities()).toMatchObject([
      { subject: 'of the CRM', location: 'Room 2', people: 1 },
    ])
  })

  test('a deleted activity takes its parties along and ends links of other mailboxes', async () => {
    const world = await make(2)
    const [organizer, attendee] = await leases(world)
    const meeting = appointment('a')
    await world.store.commit(organizer!, { creates: [meeting] }, NOW)
    const copy = appointment('b', {}, { identity: meeting.identity })
    const theirs = { ...copy, link: { ...copy.link, isOrganizer: false } }
    await world.store.commit(attendee!, { creates: [theirs] }, NOW)
    const [loaded] = await world.store.loadLinks(attendee!, ['b'])
    expect(loaded?.organizerElsewhere).toBe(true)

    const ended = link('a', { kind: 'event', state: 'ended' })
    const deletes = [{ type: 'appointment' as const, activityId: meeting.activityId }]
    await world.store.commit(organizer!, { links: [ended], deletes }, NOW)
    expect(await world.activities()).toEqual([])
    const [after] = await world.store.loadLinks(attendee!, ['b'])
    expect(after).toMatchObject({ link: { state: 'ended' }, organizerElsewhere: false })
  })
}

function linkRules(make: Make): void {
  test('a link comes back as it was saved', async () => {
    const world = await make()
    const [lease] = await leases(world)
    const park = { code: 'X', reason: 'x', tries: 3, nextTryAt: null }
    const parked = link('Key', {
      kind: 'event',
      folder: 'cal',
      state: 'parked',
      activityType: null,
      masterKey: 'M',
      mark: 'forgone',
      changeKey: null,
      isOrganizer: true,
      itemEnd: NOW,
      park,
      decision: { rule: 'TR13', at: NOW + 1, seen: 'parked: X' },
      fingerprint: 'f',
    })
    const ending = link('ending', { pendingEnd: 'gone', park: { ...park, nextTryAt: NOW } })
    await world.store.commit(lease!, { links: [parked, ending] }, NOW)
    const loaded = async (...keys: string[]) =>
      (await world.store.loadLinks(lease!, keys)).map((one) => one.link)
    // Keys are case-sensitive.
    expect(await loaded('KEY', 'key', 'Key')).toEqual([parked])
    expect(await loaded('ending')).toEqual([ending])
  })

  test('[TR5] links a listing didn’t meet are told, those in the window only', async () => {
    const world = await make()
    const [lease] = await leases(world)
    const event = (key: string, itemEnd: number | null) => ({
      ...appointment(key),
      link: link(key, { kind: 'event', folder: 'cal', activityType: 'appointment', itemEnd }),
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
      const request = { listings, after: null, limit: 10, ...part }
      return (await world.store.unlisted(lease!, request)).map((found) => found.key)
    }
    expect(await keys([cal])).toEqual(['missing', 'series'])
    expect(await keys([{ ...cal, window: null }])).toEqual(['missing', 'past', 'series'])
    expect(await keys([cal], { limit: 1 })).toEqual(['missing'])
    expect(await keys([cal], { after: 'missing' })).toEqual(['series'])
    expect(await keys([inbox])).toEqual([])
    expect(await keys([{ ...inbox, generation: 3 }, cal])).toEqual(['mail', 'missing', 'series'])
  })

  test('[TR5] a link that moved was met by no listing of its new folder', async () => {
    const world = await make()
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

  test('[TR21] a link whose item moved goes on under its new key, with all that belongs to it', async () => {
    const world = await make()
    const [lease] = await leases(world)
    const series = create('old', { link: link('old', { fingerprint: 'f1', masterKey: null }) })
    const occurrence = create('o', { link: link('o', { masterKey: 'old' }) })
    const item = { kind: 'message', key: 'old', folder: 'inbox' } as const
    const write = {
      id: 'w',
      item,
      kind: 'stampTracked',
      tries: 0,
      nextTryAt: NOW,
      failure: null,
    } as const
    const alert = {
      code: 10,
      level: 'warning',
      subject: 'old',
      text: 'parked',
      details: null,
      question: null,
    } as const
    await world.store.commit(
      lease!,
      {
        creates: [series, occurrence],
        writes: [write],
        alerts: [alert],
        listed: [{ keys: ['old'], generation: 7 }],
      },
      NOW,
    )
    const [before, ...more] = await world.store.linksByFingerprint(lease!, ['f0', 'f1'])
    expect([before?.key, more]).toEqual(['old', []])
    const to = { kind: 'message', key: 'new', folder: 'archive' } as const
    const rekeyed = [{ from: 'old', to }]
    // Repeating it is harmless, since nothing has the old key any more.
    for (let n = 0; n < 2; n++) await world.store.commit(lease!, { rekeyed }, NOW)
    expect(await world.store.loadLinks(lease!, ['old', 'new'])).toMatchObject([
      { link: { ...before!, key: 'new', folder: 'archive' } },
    ])
    const following = await world.store.occurrencesOf(lease!, ['new'])
    expect(following.map(({ key }) => key)).toEqual(['o'])
    expect(await world.store.dueWrites(lease!, NOW, 9)).toEqual([{ ...write, item: to }])
    const listings = [{ folder: 'archive', generation: 2, window: null }]
    const missing = await world.store.unlisted(lease!, { listings, after: null, limit: 9 })
    expect(missing.map(({ key }) => key)).toEqual(['new'])
    await world.store.commit(lease!, { closeAlerts: [{ code: 10, subject: 'new' }] }, NOW)
    expect(await world.alerts()).toMatchObject([{ isOpen: false }])
  })

  test('[TR21] a key that is known already stays with its own link', async () => {
    const world = await make()
    const [lease] = await leases(world)
    await world.store.commit(lease!, { creates: [create('a'), create('b')] }, NOW)
    const before = await world.store.loadLinks(lease!, ['a', 'b'])
    const to = { kind: 'message', key: 'b', folder: 'inbox' } as const
    await world.store.commit(lease!, { rekeyed: [{ from: 'a', to }] }, NOW)
    expect(await world.store.loadLinks(lease!, ['a', 'b'])).toEqual(before)
  })

  test('pending ends come with what their activity looks like now', async () => {
    const world = await make()
    const [lease] = await leases(world)
    const creates = [appointment('a'), create('b'), create('c')]
    await world.store.commit(lease!, { creates }, NOW)
    const loaded = await world.store.loadLinks(lease!, ['a', 'b'])
    const links = loaded
      .map((one) => one.link)
      .filter(isLinked)
      .map((one) => ({ ...one, pendingEnd: 'gone' as const }))
    await world.store.commit(lease!, { links }, NOW)
    const { ends, linked } = await world.store.pendingEnds(lease!, 10)
    expect(linked).toBe(3)
    expect(ends.map(({ link: { key }, activity }) => [key, activity])).toEqual([
      ['a', { statecode: 3, scheduledEnd: NOW + MINUTE }],
      ['b', { statecode: 1, scheduledEnd: null }],
    ])
  })

  test('[TR13] parked items and queued writes come when they are due', async () => {
    const world = await make()
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
}

function otherRules(make: Make): void {
  test('an alert is renewed while open, closed by code and subject, and new again after that', async () => {
    const world = await make()
    const [lease] = await leases(world)
    const alert = (subject: string, text: string) =>
      ({ code: 10, level: 'warning', subject, text, details: 'd', question: null }) as const
    await world.store.commit(lease!, { alerts: [alert('a', 'one'), alert('b', 'two')] }, NOW)
    await world.store.commit(lease!, { alerts: [alert('a', 'one again')] }, NOW + 1)
    expect(await world.alerts()).toEqual([
      { text: 'one again', isOpen: true, modifiedOn: NOW + 1 },
      { text: 'two', isOpen: true, modifiedOn: NOW },
    ])
    const open = async () => (await world.alerts()).map(({ isOpen }) => isOpen)
    await world.store.commit(lease!, { closeAlerts: [{ code: 10, subject: 'a' }] }, NOW + 2)
    await world.store.commit(lease!, { alerts: [alert('a', 'one anew')] }, NOW + 3)
    expect(await open()).toEqual([false, true, true])
    await world.store.commit(lease!, { closeAlerts: [{ code: 10, subject: null }] }, NOW + 4)
    expect(await open()).toEqual([false, false, false])
  })

  test('addresses resolve to the rows that carry them, whatever the case', async () => {
    const world = await make()
    const contact = await world.addContact('Ann@Customer.example')
    const asked = ['ann@customer.example', 'user0@contoso.example', 'nobody@x.example']
    const found = await world.store.findAddresses(world.organizationId, asked)
    const seen = found.map(({ type, id, isActive, address }) => [type, id, isActive, address])
    expect(seen.toSorted()).toEqual([
      ['contact', contact, true, 'ann@customer.example'],
      ['systemuser', world.userIds[0], true, 'user0@contoso.example'],
    ])
  })
}
