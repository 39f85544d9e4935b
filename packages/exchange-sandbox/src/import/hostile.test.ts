import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importFile } from './index.ts'

const NAMES = ['a.eml', 'a.mbox', 'a.ics'] as const

async function importsOrRefuses(name: string, bytes: Uint8Array): Promise<void> {
  const { items, refused } = await importFile(name, bytes)
  expect(items.length + refused.length).toBeGreaterThan(0)
  for (const refusal of refused) {
    expect(refusal.name.startsWith(name)).toBe(true)
    expect(refusal.reason).not.toBe('')
  }
  // What is imported must survive JSON and a database column.
  expect(JSON.stringify(items)).not.toContain('\\u0000')
}

test('[IM1] random bytes are imported or refused and never throw', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...NAMES),
      fc.uint8Array({ maxLength: 3000 }),
      importsOrRefuses,
    ),
    { numRuns: 300 },
  )
})

const shuffled = (lines: readonly string[]) =>
  fc.array(fc.oneof(fc.constantFrom(...lines), fc.string({ maxLength: 30, unit: 'binary' })), {
    maxLength: 40,
  })

const MAIL_LINES = [
  'From ada@pine.example Mon May  2 16:07:05 2005',
  'From: "Ada <ada@pine.example>, Team: ;',
  'To: a@b.example, , <<>>, =?utf-8?B?////?= <x',
  'Subject: =?utf-16?Q?=00=D8?= =?nope?B?AAAA?=',
  'Date: Tue, 99 Foo 20266 99:99:99 +9999',
  'Received: ;;;',
  'Message-ID: <<a>b>',
  'Content-Type: multipart/mixed; boundary="x"',
  'Content-Type: multipart/alternative; boundary=',
  'Content-Type: message/rfc822',
  'Content-Type: text/html; charset=klingon',
  'Content-Transfer-Encoding: base64',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Disposition: attachment; filename*0*=utf-8\'\'%ff; filename="../../x"',
  'Thread-Index: ////',
  '--x',
  '--x--',
  '',
  '=ZZ=',
  '/////w==',
]

test('[IM1] broken mail is imported or refused and never throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('a.eml', 'a.mbox'), shuffled(MAIL_LINES), (name, lines) =>
      importsOrRefuses(name, Buffer.from(lines.join('\r\n'), 'utf8')),
    ),
    { numRuns: 300 },
  )
})

const CALENDAR_LINES = [
  ...['VCALENDAR', 'VEVENT', 'VTODO', 'VALARM', 'VTIMEZONE', 'STANDARD'].flatMap((name) => [
    `BEGIN:${name}`,
    `END:${name}`,
  ]),
  'METHOD:CANCEL',
  'UID:1',
  'DTSTART:20260105T090000Z',
  'DTSTART;TZID=Odd:20260105T090000',
  'DTSTART;VALUE=DATE:20260229',
  'DTEND:99999999T999999',
  'DURATION:-P99999999999W',
  'DURATION:P1D',
  'RECURRENCE-ID;RANGE=THISANDFUTURE:20260106T090000Z',
  'RDATE;VALUE=PERIOD:20260105T090000Z/P9999999D',
  'EXDATE;VALUE=DATE:20260106',
  'TRIGGER:-P99999999D',
  'TZID:Odd',
  'TZOFFSETFROM:+9959',
  'TZOFFSETTO:-0001',
  'ATTENDEE;CN=":x',
  'ATTACH;ENCODING=BASE64;VALUE=BINARY:!!!',
  'X-JUNK',
  ' folded',
]

const parts = fc.record(
  {
    FREQ: fc.constantFrom('YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'),
    INTERVAL: fc.constantFrom('1', '0', '-1', '2', '999', '2147483647'),
    COUNT: fc.constantFrom('0', '1', '50', '367', '999999999'),
    UNTIL: fc.constantFrom('20260201', '20990101T000000Z', '19000101T000000Z'),
    BYMONTH: fc.constantFrom('2', '1,13', '12'),
    BYMONTHDAY: fc.constantFrom('30', '31', '-31', '1,15', '0'),
    BYDAY: fc.constantFrom('MO', '53MO', '-1FR', 'MO,TU', '5SA', 'XX'),
    BYSETPOS: fc.constantFrom('-1', '366', '1,2', '0'),
    BYWEEKNO: fc.constantFrom('53', '-53', '1'),
    BYYEARDAY: fc.constantFrom('366', '-366', '1'),
    BYHOUR: fc.constantFrom('0', '23', '99'),
    BYSECOND: fc.constantFrom('0,30', '60'),
    WKST: fc.constantFrom('SU', 'MO', 'ZZ'),
  },
  { requiredKeys: ['FREQ'] },
)
const rules = parts.map(
  (rule) =>
    `RRULE:${Object.entries(rule)
      .map(([name, value]) => `${name}=${value}`)
      .join(';')}`,
)

test('[IM1] any rule ends in a series, single events or a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(rules, fc.constantFrom('Z', ''), async (rule, zone) => {
      const lines = ['BEGIN:VEVENT', `DTSTART:20240229T013000${zone}`, rule, 'END:VEVENT']
      await importsOrRefuses('a.ics', Buffer.from(lines.join('\r\n')))
    }),
    { numRuns: 150 },
  )
})

test('[IM1] any rule of a time zone ends in a clock or a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(rules, async (rule) => {
      const lines = [
        'BEGIN:VCALENDAR',
        'BEGIN:VTIMEZONE',
        'TZID:Odd',
        'BEGIN:DAYLIGHT',
        'DTSTART:16010101T020000',
        rule,
        'TZOFFSETFROM:+0130',
        'TZOFFSETTO:+0230',
        'END:DAYLIGHT',
        'END:VTIMEZONE',
        'BEGIN:VEVENT',
        'DTSTART;TZID=Odd:20240229T013000',
        'END:VEVENT',
        'END:VCALENDAR',
      ]
      await importsOrRefuses('a.ics', Buffer.from(lines.join('\r\n')))
    }),
    { numRuns: 30 },
  )
})

test('[IM1] a broken calendar is imported or refused and never throws', async () => {
  const lines = fc.array(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...CALENDAR_LINES) }, rules),
    {
      maxLength: 40,
    },
  )
  await fc.assert(
    fc.asyncProperty(lines, fc.boolean(), (all, wrapped) => {
      const text = wrapped
        ? ['BEGIN:VEVENT', 'DTSTART:20260105T090000Z', ...all, 'END:VEVENT']
        : all
      return importsOrRefuses('a.ics', Buffer.from(text.join('\r\n')))
    }),
    { numRuns: 300 },
  )
})

test('[IM1] deep nesting and long runs of one thing are refused or read in time that grows with size', async () => {
  const repeat = (text: string, count: number) => Buffer.from(text.repeat(count))
  await importsOrRefuses('a.ics', repeat('BEGIN:VEVENT\r\n', 50_000))
  await importsOrRefuses('a.ics', repeat('BEGIN:VCALENDAR\r\n', 50_000))
  await importsOrRefuses('a.ics', repeat(' folded\r\n', 50_000))
  await importsOrRefuses('a.mbox', repeat('From \n', 50_000))
  await importsOrRefuses('a.mbox', repeat('>', 500_000))
  await importsOrRefuses('a.eml', repeat('Subject: <<<<\r\n', 20_000))
  await importsOrRefuses(
    'a.eml',
    repeat('Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n', 5000),
  )
  await importsOrRefuses('a.eml', Buffer.from(`To: ${'"'.repeat(200_000)}`))
  await importsOrRefuses('a.eml', Buffer.from(`To: ${'a,'.repeat(100_000)}`))
})

test('[IM1] a file of another kind is refused by its name', async () => {
  expect(await importFile('letter.docx', Buffer.from('x'))).toEqual({
    items: [],
    refused: [{ name: 'letter.docx', reason: 'It is no .eml, .mbox or .ics file.' }],
  })
  expect((await importFile('eml', Buffer.from('x'))).refused).toHaveLength(1)
})

test('[IM1] what is long and never closed comes to an end', async () => {
  const mail = (...lines: string[]) =>
    importFile('a.eml', Buffer.from(['From: a@b.example', ...lines].join('\r\n')))
  const piece = (text: string) => text.repeat(10_000)
  const nested = Array.from({ length: 300 }, (_, level) =>
    [`--b${level - 1}`, `Content-Type: multipart/mixed; boundary=b${level}`, ''].join('\r\n'),
  )
  const files = await Promise.all([
    mail(`To: ${piece('=?a?Q?')}`, `Cc: ${piece('<(')}`, '', 'x'),
    mail('', piece('begin-base64 644 a\r\n'), piece('begin 644 a\r\n!!\r\n')),
    mail('Content-Type: multipart/mixed; boundary=b-1', '', ...nested),
    importFile(
      'a.ics',
      Buffer.from(
        `BEGIN:VEVENT\r\nDTSTART;${piece('A=1;')}:20260105T090000Z\r\nEXDATE:${piece('20260105,')}x\r\nEND:VEVENT`,
      ),
    ),
  ])
  for (const { items, refused } of files) expect(items.length + refused.length).toBe(1)
})
