import { pdfFile } from './files.ts'
import * as p from './people.ts'
import type { Thread, Turn } from './thread.ts'
import type { Person } from './types.ts'

/** Mail that fills every mailbox and that nobody would ever track. */

const LIST_HEADERS = [
  { name: 'List-Unsubscribe', value: '<https://wqweekly.example/unsubscribe>' },
  { name: 'Precedence', value: 'bulk' },
]

function one(key: string, subject: string, turn: Turn): Thread {
  return { key, subject, turns: [turn] }
}

const filed = (people: readonly Person[], folder: string): Record<string, string> =>
  Object.fromEntries(people.map((person) => [person.email, folder]))

function bulletin(issue: number, day: number, headline: string): Thread {
  const to = [p.TOMASZ, p.PRIYA]
  return one(`noise-bulletin-${issue}`, `Water Quality Weekly ${issue}: ${headline}`, {
    from: p.BULLETIN,
    to,
    day,
    time: '05:00',
    html: `<h2>${headline}</h2><p>Also in this issue: jobs, meetings and the picture of the week.</p><p><a href="https://wqweekly.example/${issue}">Read it in the browser</a></p>`,
    headers: LIST_HEADERS,
    folders: filed([p.PRIYA], 'inbox/Newsletters'),
    unread: [p.TOMASZ.email],
  })
}

export const NOISE_THREADS: readonly Thread[] = [
  bulletin(311, -20, 'Algae arrive earlier'),
  bulletin(312, -13, 'What a sensor sees in the dark'),
  bulletin(313, -6, 'Nitrate limits explained'),
  one('noise-courier-1', 'Your parcel 88-10231 is on its way', {
    from: p.COURIER,
    to: [p.SUPPORT],
    day: -4,
    time: '15:31',
    text: 'Parcel 88-10231 to HAVERLEIGH has been picked up.\n\nThis message was sent by a machine.',
  }),
  one('noise-courier-2', 'Your parcel 88-10231 has arrived', {
    from: p.COURIER,
    to: [p.SUPPORT],
    day: -3,
    time: '09:12',
    text: 'Parcel 88-10231 was handed to: PRYCE.\n\nThis message was sent by a machine.',
  }),
  one('noise-printer', 'Invoice 20418', {
    from: p.PRINTER,
    to: [p.RUTH],
    day: -8,
    time: '07:45',
    text: 'Please find attached our invoice 20418 for 500 data sheets. Payable within 30 days.\n\nKestrel Print',
    files: [pdfFile('Invoice-20418.pdf', ['Kestrel Print', 'Invoice 20418', '500 data sheets'])],
    folders: filed([p.RUTH], 'inbox/Invoices'),
  }),
  one('noise-gaskets', 'Seals: longer lead time from January', {
    from: p.GASKETS,
    to: [p.RUTH],
    cc: [p.JONAS],
    day: -15,
    time: '10:18',
    text: 'Dear Ruth,\n\nour rubber supplier moves house. From January please count on five weeks instead of three. Orders before the 15th are not touched.\n\nNils Aaberg, Fjordseal',
    folders: filed([p.RUTH], 'inbox/Suppliers'),
  }),
  one('noise-fair', 'Exhibitor manual and stand number', {
    from: p.FAIR,
    to: [p.TOMASZ],
    cc: [p.PRIYA],
    day: -11,
    time: '12:00',
    html: '<p>Dear exhibitor,</p><p>your stand is <b>5.B14</b>. Please order power and water by the 30th.</p>',
    files: [pdfFile('Exhibitor-manual.pdf', ['AquaTech Fair', 'Stand 5.B14'])],
  }),
  one('noise-travel', 'Booking 7QX2LM: Vienna to Linz', {
    from: p.TRAVEL,
    to: [p.JONAS],
    day: -9,
    time: '11:02',
    text: 'Your train is booked.\nVienna 11:30 to Linz 12:46, seat 62, coach 24.\n\nHave a good journey.',
  }),
  one('noise-coffee', 'Your beans are roasting', {
    from: p.COFFEE,
    to: [p.ISLA],
    day: -5,
    time: '07:07',
    text: 'Order 5512: 3 kg House Blend. We deliver on Thursday.\n\nCorner Roast',
  }),
  one('noise-build', 'Backup finished', {
    from: p.MACHINE,
    to: [p.RUTH, p.MAELLE],
    day: -1,
    time: '03:00',
    text: 'All 4 jobs finished without errors.',
    folders: { ...filed([p.RUTH], 'deleteditems'), ...filed([p.MAELLE], 'deleteditems') },
  }),
  one('noise-old', 'Summer party: photographs', {
    from: p.RUTH,
    to: [p.ISLA, p.PRIYA, p.MAELLE],
    day: -120,
    time: '14:00',
    text: 'The photographs are on the shared drive. The one with the kayak stays private, Isla.\n\nRuth',
    folders: filed([p.ISLA, p.PRIYA, p.MAELLE], 'archive'),
  }),
  one('noise-prize', 'You are our WINNER of the month!!!', {
    from: p.WINNER,
    to: [p.DALE],
    day: -2,
    time: '02:14',
    html: '<p>Dear lucky friend, claim <b>your price</b> now: <a href="http://lucky-draw.example/claim">CLICK</a></p>',
    folders: filed([p.DALE], 'junkemail'),
    unread: [p.DALE.email],
  }),
  one('noise-phish', 'Unusual sign-in: confirm your acount', {
    from: p.BANKISH,
    to: [p.RUTH, p.SUPPORT],
    day: -3,
    time: '04:40',
    html: '<p>We noticed a sign-in. <a href="http://verify-acount.example">Confirm within 24 h</a> or loose access.</p>',
    folders: { ...filed([p.RUTH], 'junkemail'), ...filed([p.SUPPORT], 'junkemail') },
    unread: [p.RUTH.email, p.SUPPORT.email],
  }),
  one('noise-survey', 'Two minutes for our survey?', {
    from: p.TRAVEL,
    to: [p.JONAS, p.TOMASZ],
    day: -6,
    time: '16:00',
    html: '<p>How was your journey? Five questions, two minutes.</p>',
    headers: LIST_HEADERS,
    unread: [p.JONAS.email, p.TOMASZ.email],
  }),
]
