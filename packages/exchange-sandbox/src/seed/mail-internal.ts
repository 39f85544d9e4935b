import { csvFile, textFile } from './files.ts'
import * as p from './people.ts'
import type { Thread } from './thread.ts'

const EVERYBODY = [p.TOMASZ, p.PRIYA, p.JONAS, p.MAELLE, p.DALE, p.RUTH]

/** What the house writes to itself, and drafts that nobody has sent yet. */
export const INTERNAL_THREADS: readonly Thread[] = [
  {
    key: 'int-quarter',
    subject: 'How the quarter went',
    turns: [
      {
        from: p.ISLA,
        to: EVERYBODY,
        day: -12,
        time: '15:00',
        html: '<p>Dear all,</p><p>the quarter closed 6&nbsp;% above plan, most of it from service. Three things I would like us to keep doing:</p><ul><li>answering on the day, which customers mention unasked,</li><li>lending before selling,</li><li>writing down what we learn in the field.</li></ul><p>Cake is in the kitchen, and the home offices get a voucher.</p><p>Isla</p>',
        unread: [p.DALE.email],
      },
      {
        from: p.JONAS,
        to: [p.ISLA],
        day: -12,
        time: '15:20',
        text: 'My van is my kitchen. I accept the voucher in diesel.\n\nJonas',
      },
    ],
  },
  {
    key: 'int-price-list',
    subject: 'New price list: please check your lines',
    turns: [
      {
        from: p.RUTH,
        to: [p.TOMASZ, p.PRIYA, p.DALE],
        day: -7,
        time: '11:05',
        text: 'The list for the new year is attached. Please check the lines you sell most; I print on Friday.\n\nRuth',
        files: [
          csvFile('prices-draft.csv', [
            ['article', 'old', 'new'],
            ['DO-3', '640', '655'],
            ['DO-3S', '890', '910'],
            ['PH-2', '310', '310'],
            ['TX-4', '420', '435'],
            ['FM-2', '75', '79'],
          ]),
        ],
      },
      {
        from: p.PRIYA,
        to: [p.RUTH],
        cc: [p.TOMASZ, p.DALE],
        day: -6,
        time: '09:32',
        text: 'FM-2 costs us 71 since the new supplier, so 79 is fair. Fine for me.\n\nPriya',
      },
      {
        from: p.DALE,
        to: [p.RUTH],
        cc: [p.TOMASZ, p.PRIYA],
        day: -6,
        time: '14:48',
        text: 'Could DO-3 stay at 655 in dollars as well? Two offers out there name it.\n\nDale',
      },
      {
        from: p.RUTH,
        to: [p.DALE],
        cc: [p.TOMASZ, p.PRIYA],
        day: -5,
        time: '08:20',
        text: 'It can, until the end of March.\n\nRuth',
      },
    ],
  },
  {
    key: 'int-firmware',
    subject: 'Firmware 3.2: what changes for customers',
    turns: [
      {
        from: p.JONAS,
        to: [p.MAELLE, p.SUPPORT],
        cc: [p.PRIYA, p.DALE, p.TOMASZ],
        day: -13,
        time: '16:02',
        text: 'In short:\n- temperature is measured at the tip (no more drift after hot rinse)\n- E17 says in words that the cap is loose\n- menus in Spanish and Turkish\n\nEverything from serial TA-30000 on can be updated in the field.\n\nJonas',
        files: [
          textFile('release-notes-3.2.txt', ['3.2.0', 'tip temperature', 'E17 text', 'es, tr']),
        ],
      },
      {
        from: p.MAELLE,
        to: [p.JONAS],
        cc: [p.SUPPORT],
        day: -13,
        time: '16:30',
        text: 'Merci! I will put it into the answers we send most. Does the update keep the calibration?\n\nMaëlle',
      },
      {
        from: p.JONAS,
        to: [p.MAELLE],
        day: -12,
        time: '07:11',
        text: 'It does.\n\nJonas',
      },
    ],
  },
  {
    key: 'int-van',
    subject: 'Van: service due',
    turns: [
      {
        from: p.RUTH,
        to: [p.JONAS],
        day: -4,
        time: '10:00',
        text: 'The leasing company reminds us that the van is due for service by the end of the month. Can you book it in Vienna?\n\nRuth',
      },
      {
        from: p.JONAS,
        to: [p.RUTH],
        day: -4,
        time: '18:40',
        text: 'Booked for the 24th.\n\nJonas',
      },
    ],
  },
  {
    key: 'int-northstrand-news',
    subject: 'Northstrand: we won it',
    turns: [
      {
        from: p.PRIYA,
        to: [p.TOMASZ, p.ISLA, p.JONAS],
        day: -1,
        time: '09:02',
        text: 'Greta told me on the phone that the letter is in the post. Congratulations, all! Tomasz, shall I hold the workshop slots in weeks 3 and 4?\n\nPriya',
        unread: [p.ISLA.email],
      },
      {
        from: p.ISLA,
        to: [p.PRIYA, p.TOMASZ, p.JONAS],
        day: -1,
        time: '11:47',
        text: 'Wonderful. Yes, hold them.\n\nIsla',
        unread: [p.TOMASZ.email],
      },
    ],
  },
  {
    key: 'int-holiday',
    subject: 'Holidays: who covers support?',
    turns: [
      {
        from: p.MAELLE,
        to: [p.TOMASZ],
        cc: [p.PRIYA],
        day: -10,
        time: '09:50',
        text: 'I am away for the first week of next month. Could Priya look after the queue in the mornings?\n\nMaëlle',
      },
      {
        from: p.PRIYA,
        to: [p.MAELLE, p.TOMASZ],
        day: -10,
        time: '10:12',
        text: 'With pleasure, if somebody tells me what the yellow folder is for.\n\nPriya',
      },
    ],
  },
  draft(
    'draft-adeyemi',
    'Call next week?',
    p.TOMASZ,
    [p.SAMUEL],
    'Dear Samuel,\n\nWednesday at 10:00 your time? I would ask Kofi from Accra to join, so that ',
  ),
  draft(
    'draft-offer',
    'Offer for the channels',
    p.DALE,
    [p.LUCIA],
    'Hi Lucía,\n\nas promised after our call, the offer for eight PH-2 and the gateway. Two things to note:\n\n1. ',
  ),
  draft(
    'draft-note',
    'Field notes: Steinloh',
    p.JONAS,
    [],
    'Line 2 updated to 3.2.0. Seal looked fine. Ask about line 1 next year.',
  ),
]

function draft(
  key: string,
  subject: string,
  from: (typeof EVERYBODY)[number],
  to: Thread['turns'][number]['to'],
  text: string,
): Thread {
  return { key, subject, turns: [{ from, to, day: -1, time: '13:00', text, isDraft: true }] }
}
