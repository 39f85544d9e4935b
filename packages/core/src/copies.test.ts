import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type EventItem,
  type KnownEvent,
  type MailFacts,
  mailPrint,
  placeEvents,
  sameMail,
} from './copies.ts'

const SENT = Date.UTC(2026, 10, 23, 9)
const mail: MailFacts = {
  sentAt: SENT,
  subject: 'Offer 12',
  body: '<p>Dear Cora, please find our offer no. 12 of 4,200 EUR.</p>',
  attachments: [{ name: 'offer.pdf', length: 4000 }],
}

describe('copies of an email', () => {
  test.each<[string, Partial<MailFacts>]>([
    ['a fraction of a second', { sentAt: SENT + 400 }],
    ['blanks in the subject', { subject: ' Offer  12 ' }],
    ['a list’s tag', { subject: '[Sales] Offer 12' }],
    ['a banner', { body: `<b>You don't often get email from this sender.</b>${mail.body}` }],
    ['a footer with numbers', { body: `${mail.body}<p>List 7, https://list.example/2026</p>` }],
    ['markup', { body: 'Dear Cora,\nplease find our offer no. 12 of 4,200 EUR.' }],
    ['attachments taken off', { attachments: [] }],
  ])('[TR18] are copies although they differ in %s', (_, more) => {
    const other = { ...mail, ...more }
    expect(sameMail(mail, other)).toBe(true)
    expect(sameMail(other, mail)).toBe(true)
  })

  test('[TR18] links that a filter rewrites for each recipient tell nothing', () => {
    const link = (to: string) => `See https://safe.example/?url=x&for=${to} for more`
    const to = (name: string) => ({ ...mail, body: link(name) })
    expect(sameMail(to('ada'), to('bob'))).toBe(true)
  })

  test.each<[string, Partial<MailFacts>]>([
    ['the time they were sent', { sentAt: SENT + 1000 }],
    ['the subject', { subject: 'Offer 13' }],
    ['a tag, where each has one', { subject: '[B] Offer 12' }],
    ['one number of the text', { body: mail.body.replace('4,200', '4,300') }],
    ['the text', { body: 'something else altogether' }],
    ['an attachment’s name', { attachments: [{ name: 'invoice.pdf', length: 4000 }] }],
    ['an attachment’s length', { attachments: [{ name: 'offer.pdf', length: 4004 }] }],
  ])('[TR18] are none if they differ in %s', (_, more) => {
    const one = more.subject?.startsWith('[') ? { ...mail, subject: '[A] Offer 12' } : mail
    expect(sameMail(one, { ...mail, ...more })).toBe(false)
  })

  const text = fc.string({ maxLength: 30 })
  const words = fc.stringMatching(/^[a-zäß0-9 .,]{0,40}$/)
  const arbMail = fc.record({
    sentAt: fc.constantFrom(null, SENT, SENT + 5000),
    subject: fc.oneof(text, fc.constantFrom('Scan', '[A] Scan')),
    body: fc.oneof(text, fc.constantFrom('', 'first scan', '<p>second scan</p>')),
    attachments: fc.array(
      fc.record({ name: fc.constantFrom('a.pdf', 'b.pdf'), length: fc.constantFrom(4, 8) }),
      { maxLength: 3 },
    ),
  })

  test('[TR18] being a copy is mutual, each is a copy of itself, and exact copies have one print', () => {
    fc.assert(
      fc.property(arbMail, arbMail, (a, b) => {
        expect(sameMail(a, a)).toBe(true)
        expect(sameMail(a, b)).toBe(sameMail(b, a))
        if (mailPrint(a) === mailPrint(b)) expect(sameMail(a, b)).toBe(true)
        expect(mailPrint({ ...a, subject: ` ${a.subject} ` })).toBe(mailPrint(a))
      }),
    )
  })

  test('[TR18] what is added around a text never makes it another mail', () => {
    fc.assert(
      fc.property(arbMail, words, words, words, (a, body, before, after) => {
        const longer = { ...a, body: `<p>${before}</p> ${body} <hr>${after}` }
        expect(sameMail({ ...a, body }, longer)).toBe(true)
      }),
    )
  })
})

const day = (n: number) => Date.UTC(2026, 11, n, 9)
let made = 0
const event = (mailboxId: string, more: Partial<EventItem> = {}): EventItem => ({
  mailboxId,
  key: `k${++made}`,
  isOrganizer: mailboxId === 'organizer',
  seriesId: null,
  start: day(14),
  subject: 'Site visit',
  activityId: `a${made}`,
  ...more,
})
const known = (activityId: string, ...items: EventItem[]): KnownEvent => ({
  ...items[0]!,
  activityId,
  items: items.map((item) => ({ ...item, isGone: false })),
})

describe('copies of a meeting', () => {
  const original = event('organizer')
  const copy = event('organizer', { start: day(16), subject: 'Site visit, second' })

  test('[TR19] two events of one mailbox are two, whether met together or one after the other', () => {
    expect(placeEvents([original, copy], [])).toEqual([original.activityId, copy.activityId])
    expect(placeEvents([copy], [known('x', original)])).toEqual([copy.activityId])
    const identical = event('organizer')
    expect(placeEvents([identical], [known('x', original)])).toEqual([identical.activityId])
  })

  test('[TR19] attendees’ copies join their organizer’s, whichever is met first', () => {
    const attendees = [event('ada'), event('bob')]
    expect(new Set(placeEvents([original, ...attendees], []))).toEqual(
      new Set([original.activityId]),
    )
    expect(placeEvents([original], [known('x', attendees[0]!)])).toEqual(['x'])
    const lagging = event('ada', { start: day(15), subject: 'Visit' })
    expect(placeEvents([lagging], [known('x', original)])).toEqual(['x'])
  })

  test('[TR19] of several an event joins the one that agrees, and none if none does', () => {
    const both = [known('y', copy), known('x', original)]
    expect(placeEvents([event('ada')], both)).toEqual(['x'])
    const sameSubject = event('ada', { start: day(20), subject: 'Site visit, second' })
    expect(placeEvents([sameSubject], both)).toEqual(['y'])
    const neither = event('ada', { start: day(20), subject: 'Lunch' })
    expect(placeEvents([neither], both)).toEqual([neither.activityId])
  })

  test('[TR19] the copy never takes the original’s place in an attendee’s activity', () => {
    const attending = known('x', event('ada'))
    expect(placeEvents([copy, original], [attending])).toEqual([copy.activityId, 'x'])
  })

  test('[TR19] a second organizer’s event is another one', () => {
    const other = event('ada', { isOrganizer: true })
    expect(placeEvents([other], [known('x', original)])).toEqual([other.activityId])
  })

  test('[TR19] an event that came back under another key joins what is left of it', () => {
    const gone = { ...known('x', original), items: [{ ...original, isGone: true }] }
    expect(placeEvents([event('organizer')], [gone])).toEqual(['x'])
    expect(placeEvents([original], [known('x', original)])).toEqual(['x'])
  })

  test('[TR19] occurrences stay with the series of their master', () => {
    const occurrence = event('ada', { seriesId: 's2' })
    const of = (seriesId: string) => ({ ...known(`in ${seriesId}`, original), seriesId })
    expect(placeEvents([occurrence], [of('s1'), of('s2')])).toEqual(['in s2'])
    expect(placeEvents([occurrence], [of('s1')])).toEqual([occurrence.activityId])
  })

  test('[TR19] whatever comes in whatever order, no activity has two items of a mailbox or two organizers', () => {
    const arbItem = fc.record({
      mailboxId: fc.constantFrom('organizer', 'ada', 'bob'),
      isOrganizer: fc.boolean(),
      start: fc.constantFrom(day(14), day(16)),
      subject: fc.constantFrom('A', 'B'),
    })
    fc.assert(
      fc.property(fc.array(fc.array(arbItem, { maxLength: 4 }), { maxLength: 4 }), (commits) => {
        const activities = new Map<string, EventItem[]>()
        let all = 0
        for (const commit of commits) {
          const items = commit.map((one) => event(one.mailboxId, one))
          const there = [...activities].map(([id, some]) => known(id, ...some))
          for (const [at, id] of placeEvents(items, there).entries()) {
            activities.set(id, [...(activities.get(id) ?? []), items[at]!])
            all += 1
          }
        }
        const some = [...activities.values()]
        expect(some.flat()).toHaveLength(all)
        for (const items of some) {
          expect(new Set(items.map((item) => item.mailboxId)).size).toBe(items.length)
          expect(items.filter((item) => item.isOrganizer).length).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
