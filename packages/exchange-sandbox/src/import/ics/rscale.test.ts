import { expect, test } from 'vitest'
import { readCalendars } from './calendar.ts'

function read(start: string, rule: string) {
  const lines = [
    'BEGIN:VEVENT',
    'UID:u1',
    `DTSTART;VALUE=DATE:${start}`,
    `RRULE:${rule}`,
    'END:VEVENT',
  ]
  const { items, refused } = readCalendars('a.ics', Buffer.from(lines.join('\r\n')))
  const days = items.flatMap((item) =>
    item.kind === 'event' ? [item.event.start.dateTime.slice(0, 10)] : [],
  )
  return { items, days, reasons: refused.map(({ reason }) => reason) }
}

// Source of the Chinese new years: Hong Kong Observatory, Gregorian-Lunar Calendar Conversion Table.
test('[IM7] a Chinese new year is on its day, near midnight in Beijing too', () => {
  expect(read('20260217', 'RSCALE=CHINESE;FREQ=YEARLY;COUNT=6').days).toEqual([
    '2026-02-17',
    '2027-02-06',
    '2028-01-26',
    '2029-02-13',
    '2030-02-03',
    '2031-01-23',
  ])
})

test('[IM7] without an end, single events go on to 2099, and the rest is told', () => {
  const { days, reasons } = read('20260217', 'RSCALE=CHINESE;FREQ=YEARLY')
  expect(days).toHaveLength(74)
  expect(days.at(-1)).toBe('2099-01-21')
  expect(reasons).toEqual([expect.stringContaining('the later ones are left out')])
})

test('[IM7] a leap month is kept, left out or replaced as SKIP says', () => {
  // The year 2025 has a sixth month twice; the next one is 2036.
  const leap = 'RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=6L;BYMONTHDAY=1;COUNT=2'
  expect(read('20250725', leap).days).toEqual(['2025-07-25', '2036-07-23'])
  expect(read('20250725', 'RSCALE=CHINESE;FREQ=YEARLY;COUNT=2').days).toEqual(
    read('20250725', leap).days,
  )
  expect(read('20250725', `${leap};SKIP=FORWARD`).days).toEqual(['2025-07-25', '2026-08-13'])
  expect(read('20250725', `${leap};SKIP=BACKWARD`).days).toEqual(['2025-07-25', '2026-07-14'])
})

// RFC 7529, section 4.2: a Hebrew birthday in Adar I.
test('[IM7] Adar I moves to Adar in years that have one month of this name', () => {
  const rule = 'RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=8;SKIP=FORWARD;COUNT=5'
  expect(read('20140208', rule).days).toEqual([
    '2014-02-08',
    '2015-02-27',
    '2016-02-17',
    '2017-03-06',
    '2018-02-23',
  ])
})

// RFC 7529, section 4.2: the last month of the Ethiopic year.
test('[IM7] the thirteenth month of the Ethiopic calendar is known', () => {
  const rule = 'RSCALE=ETHIOPIC;FREQ=MONTHLY;BYMONTH=13;COUNT=3'
  expect(read('20130906', rule).days).toEqual(['2013-09-06', '2014-09-06', '2015-09-06'])
})

test('[IM7] Gregorian rules with SKIP leave out, shorten or lengthen February as they say', () => {
  const days = (skip: string) =>
    read('20240229', `RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=${skip};COUNT=3`).days
  expect(days('OMIT')).toEqual(['2024-02-29', '2028-02-29', '2032-02-29'])
  expect(days('BACKWARD')).toEqual(['2024-02-29', '2025-02-28', '2026-02-28'])
  expect(days('FORWARD')).toEqual(['2024-02-29', '2025-03-01', '2026-03-01'])
})

test('[IM7] UNTIL ends a series of another calendar, and months are counted by INTERVAL', () => {
  expect(read('20260217', 'RSCALE=CHINESE;FREQ=YEARLY;UNTIL=20280125').days).toEqual([
    '2026-02-17',
    '2027-02-06',
  ])
  expect(read('20260217', 'RSCALE=CHINESE;FREQ=MONTHLY;INTERVAL=2;COUNT=3').days).toEqual([
    '2026-02-17',
    '2026-04-17',
    '2026-06-15',
  ])
})

test('[IM7] days, weeks and plain Gregorian rules stay series', () => {
  for (const rule of [
    'RSCALE=CHINESE;FREQ=WEEKLY',
    'RSCALE=HEBREW;FREQ=DAILY;INTERVAL=3',
    'RSCALE=GREGORIAN;FREQ=YEARLY',
    'FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=OMIT;BYMONTHDAY=17',
  ]) {
    const [item] = read('20260217', rule).items
    expect(item?.kind === 'event' && item.event.recurrence, rule).toBeTruthy()
  }
})

test('[IM7] what no almanac tells is refused in words', () => {
  const reason = (rule: string) => read('20260217', rule).reasons[0]
  expect(reason('RSCALE=KLINGON;FREQ=YEARLY')).toContain("'KLINGON'")
  expect(reason('RSCALE=CHINESE;FREQ=YEARLY;BYDAY=1MO')).toContain('BYDAY')
  expect(reason('RSCALE=CHINESE;FREQ=MONTHLY')).toContain('too many')
})
