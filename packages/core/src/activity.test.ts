import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressesOf, type DraftContext, draftActivity } from './activity.ts'
import { event, message, NOW, task } from './fixtures.test-support.ts'
import { identityOf, isOutgoing } from './identity.ts'
import { addressBook, PARTY, resolveAll, resolveOne } from './parties.ts'
import type { AddressMatch } from './types.ts'

const row = (patch: Partial<AddressMatch>): AddressMatch => ({
  address: 'cora@customer.example',
  type: 'contact',
  id: 'contact-1',
  ownerId: 'someone',
  createdOn: 1,
  isActive: true,
  ...patch,
})
const ada = row({ address: 'ada@contoso.example', type: 'systemuser', id: 'ada', ownerId: 'ada' })

const context = (matches: AddressMatch[], patch: Partial<DraftContext> = {}): DraftContext => ({
  book: addressBook(matches),
  outgoing: false,
  mailboxOwnerId: 'ada',
  unresolveOnMultipleMatch: false,
  unresolveSenderOnMultipleMatch: false,
  resolveForInactive: false,
  syncPrivateFlag: false,
  ...patch,
})
const cora = { name: 'Cora', address: 'CORA@customer.example' }

describe('parties', () => {
  test('[AC3] a sender is one row: user, contact, account, lead, queue; the oldest of a kind', () => {
    const account = row({ type: 'account', id: 'account-1', createdOn: 0 })
    const younger = row({ id: 'contact-2', createdOn: 2 })
    const options = context([account, younger, row({})])
    expect(resolveOne(1, cora, options.book, options, false)).toEqual([
      { mask: 1, addressUsed: cora.address, partyId: 'contact-1', partyType: 'contact' },
    ])
  })

  test('[AC3] a row of the mailbox owner wins over rows of others, across kinds', () => {
    const mine = row({ type: 'lead', id: 'lead-1', ownerId: 'ada', createdOn: 9 })
    const options = context([row({}), mine])
    expect(resolveOne(1, cora, options.book, options, false)[0]?.partyId).toBe('lead-1')
  })

  test('[AC3] several matches leave a sender unresolved where the setting says so', () => {
    const options = context([row({}), row({ id: 'contact-2' })])
    expect(resolveOne(1, cora, options.book, options, true)[0]).toMatchObject({
      partyId: null,
      addressUsed: cora.address,
    })
  })

  test('[AC3] recipients: every match is a party, an unknown address one without a row', () => {
    const options = context([row({}), row({ type: 'lead', id: 'lead-1' })])
    const parties = resolveAll(
      2,
      [cora, { name: null, address: 'x@y.example' }],
      options.book,
      options,
    )
    expect(parties.map((party) => party.partyId)).toEqual(['contact-1', 'lead-1', null])
  })

  test('[AC3] inactive users never resolve; another single match does, whatever its state', () => {
    const gone = row({ type: 'systemuser', id: 'u', isActive: false })
    expect(resolveOne(1, cora, context([gone]).book, context([gone]), false)[0]?.partyId).toBeNull()
    const old = row({ isActive: false })
    expect(resolveOne(1, cora, context([old]).book, context([old]), false)[0]?.partyId).toBe(
      'contact-1',
    )
  })

  test('[AC3] more than 100 matches leave the address unresolved', () => {
    const crowd = Array.from({ length: 101 }, (_, n) => row({ id: `c${n}` }))
    const options = context(crowd)
    expect(resolveAll(2, [cora], options.book, options)).toEqual([
      { mask: 2, addressUsed: cora.address, partyId: null, partyType: null },
    ])
  })
})

describe('drafts', () => {
  test('[TR8] received mail is incoming, Received and Completed; its body goes in as it came', () => {
    const body = { type: 'html', content: '<script>alert(1)</script><p>Hi</p>' } as const
    const draft = draftActivity(message({ body }), context([ada, row({})]))
    expect(draft.type).toBe('email')
    expect(draft.columns).toMatchObject({
      directioncode: false,
      statecode: 1,
      statuscode: 4,
      description: body.content,
      messageid: '<1@example.com>',
      senton: NOW,
      ownerid: 'ada',
    })
    expect(draft.parties).toContainEqual({
      mask: PARTY.sender,
      addressUsed: 'Cora@customer.example',
      partyId: 'contact-1',
      partyType: 'contact',
    })
  })

  test('[TR8] mail from Sent Items is outgoing, Sent, owned by the mailbox owner', () => {
    expect(isOutgoing({ kind: 'message' }, 'sent')).toBe(true)
    const draft = draftActivity(message(), context([], { outgoing: true }))
    expect(draft.columns).toMatchObject({ directioncode: true, statuscode: 3, ownerid: 'ada' })
  })

  test('[AC4] attachments without content are left out and the email says so', () => {
    const attachment = {
      id: '1',
      name: 'big.iso',
      contentType: null,
      size: 9e9,
      contentId: null,
      content: null,
      refusal: null,
    }
    const draft = draftActivity(
      message({ attachments: [attachment, { ...attachment, content: 'AAAA' }] }),
      context([]),
    )
    expect(draft.attachments).toHaveLength(1)
    expect(draft.columns).toMatchObject({ attachmentcount: 1, notifications: 1 })
  })

  // biome-ignore format: a table reads best as a table
  test.each([
    ['free', 0, 1], ['tentative', 3, 2], ['busy', 3, 5], ['oof', 3, 6], ['workingElsewhere', 0, 1], ['unknown', 3, 5],
  ] as const)('[AC5] show as %s is state %i, status %i', (showAs, statecode, statuscode) => {
    expect(draftActivity(event({ showAs }), context([])).columns).toMatchObject({ statecode, statuscode })
  })

  test('[AC5] a cancelled meeting is canceled', () => {
    expect(draftActivity(event({ isCancelled: true }), context([])).columns).toMatchObject({
      statecode: 2,
      statuscode: 4,
    })
  })

  test('[AC6] a meeting is owned by its organizer if that is a user, else by who tracked it', () => {
    const bob = row({ address: 'bob@contoso.example', type: 'systemuser', id: 'bob' })
    const organizer = { name: 'Bob', address: 'bob@contoso.example' }
    expect(draftActivity(event({ organizer }), context([bob])).columns.ownerid).toBe('bob')
    expect(draftActivity(event({ organizer: cora }), context([row({})])).columns.ownerid).toBe(
      'ada',
    )
  })

  test('[TR10] a series becomes a master with its pattern', () => {
    const draft = draftActivity(
      event({
        eventType: 'master',
        recurrence: {
          type: 'weekly',
          interval: 2,
          daysOfWeek: [1, 3],
          dayOfMonth: null,
          month: null,
          index: null,
          firstDayOfWeek: 1,
          startDate: '2026-01-05',
          endDate: null,
          occurrences: 10,
        },
      }),
      context([]),
    )
    expect(draft.type).toBe('recurringappointmentmaster')
    expect(draft.columns).toMatchObject({
      recurrencepatterntype: 1,
      interval: 2,
      daysofweekmask: 2 + 8,
      patternendtype: 2,
      occurrences: 10,
      patternstartdate: Date.UTC(2026, 0, 5),
      duration: 60,
      instancetypecode: 1,
    })
  })

  test('[TR10] pattern dates are those of the calendar, for any date', () => {
    const day = fc.date({
      min: new Date('1970-01-01'),
      max: new Date('2199-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(day, (date) => {
        const startDate = date.toISOString().slice(0, 10)
        const recurrence = {
          type: 'daily',
          interval: 1,
          daysOfWeek: [],
          dayOfMonth: null,
          month: null,
          index: null,
          firstDayOfWeek: null,
          startDate,
          endDate: null,
          occurrences: null,
        } as const
        const draft = draftActivity(event({ eventType: 'master', recurrence }), context([]))
        expect(draft.columns.patternstartdate).toBe(Date.parse(`${startDate}T00:00:00Z`))
      }),
    )
  })

  // biome-ignore format: a table reads best as a table
  test.each([
    ['notStarted', 0, 2], ['inProgress', 0, 3], ['waitingOnOthers', 0, 4], ['deferred', 0, 7], ['completed', 1, 5],
  ] as const)('[AC7] task status %s is state %i, status %i', (status, statecode, statuscode) => {
    expect(draftActivity(task({ status }), context([])).columns).toMatchObject({ statecode, statuscode })
  })

  test('[AC7] a completed task is all done, and says when', () => {
    const done = draftActivity(task({ status: 'completed', completedAt: NOW }), context([]))
    expect(done.columns).toMatchObject({ percentcomplete: 100, actualend: NOW, prioritycode: 2 })
  })

  test('[AC3] all people of an item are looked up, in lower case', () => {
    expect(addressesOf(message())).toEqual(['cora@customer.example', 'ada@contoso.example'])
  })
})

describe('identity', () => {
  test('[TR7] the same message in two mailboxes is one activity per direction', () => {
    const a = identityOf(message({ key: 'A' }), false, 'mb1')
    expect(identityOf(message({ key: 'B' }), false, 'mb2')).toBe(a)
    expect(identityOf(message(), true, 'mb1')).not.toBe(a)
  })

  test('[TR18] what was sent in another second is another message; the second stands in front', () => {
    const at = (sentAt: number) => identityOf(message({ sentAt }), false, 'mb1')
    const noon = Date.UTC(2026, 10, 23, 12)
    expect(at(noon)).toBe('email:in:2026-11-23T12:00:00Z:<1@example.com>')
    expect(at(noon + 999)).toBe(at(noon))
    expect(at(noon + 1000)).not.toBe(at(noon))
    expect(at(noon + 1000) > at(noon)).toBe(true)
    const long = `<${'x'.repeat(400)}@example.com>`
    expect(identityOf(message({ internetMessageId: long }), true, 'mb1')).toBe(`email:out:${long}`)
  })

  test('[TR7] without an Internet message id a message is only itself', () => {
    const a = identityOf(message({ internetMessageId: null }), false, 'mb1')
    expect(identityOf(message({ internetMessageId: ' ', key: 'B' }), false, 'mb1')).not.toBe(a)
  })

  test('[TR7] attendees’ copies of a meeting are one activity, its occurrences one each', () => {
    const organizer = identityOf(event(), false, 'mb1')
    expect(identityOf(event({ key: 'X', isOrganizer: false }), false, 'mb2')).toBe(organizer)
    const first = identityOf(event({ masterKey: 'M', originalStart: 1 }), false, 'mb1')
    const second = identityOf(event({ masterKey: 'M', originalStart: 2 }), false, 'mb1')
    expect(new Set([organizer, first, second]).size).toBe(3)
  })
})
