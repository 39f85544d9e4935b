import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { importFile } from './index.ts'
import type { GraphEventInput, GraphMessageInput, ImportResult } from './types.ts'

const repositoryRoot = new URL('../../../../', import.meta.url)
const samples = new URL('../shared/samples/', repositoryRoot)
const present = existsSync(samples)
if (!present) console.log('skipped: ../shared/samples is not beside the repository')

const results = new Map<string, ImportResult>()

describe.skipIf(!present)('the sample files', () => {
  beforeAll(async () => {
    for (const folder of ['mail/', 'calendar/']) {
      const place = new URL(folder, samples)
      for (const name of readdirSync(fileURLToPath(place))) {
        results.set(name, await importFile(name, readFileSync(new URL(name, place))))
      }
    }
  })

  function message(name: string): GraphMessageInput {
    const item = results.get(name)?.items[0]
    if (item?.kind !== 'message') throw new Error(`${name} gave no message`)
    return item.message
  }

  function events(name: string): GraphEventInput[] {
    return (results.get(name)?.items ?? []).flatMap((item) =>
      item.kind === 'event' ? [item.event] : [],
    )
  }

  const reasons = (name: string): string[] =>
    (results.get(name)?.refused ?? []).map((refusal) => refusal.reason)

  test('every one is imported or refused with a reason, most of them imported', () => {
    const tally = (ending: string) => {
      const own = [...results].filter(([name]) => name.endsWith(ending))
      const imported = own.filter(([, result]) => result.items.length > 0).length
      return { imported, refused: own.length - imported }
    }
    const mail = tally('.eml')
    const calendar = tally('.ics')
    console.log('samples imported and refused:', JSON.stringify({ mail, calendar }))
    for (const [name, { items, refused }] of results) {
      expect(items.length + refused.length, name).toBeGreaterThan(0)
      for (const { reason } of refused) expect(reason, name).toMatch(/^[A-Z0-9].{10,}\.?$/s)
    }
    expect(mail.refused).toBe(0)
    expect(calendar.imported).toBeGreaterThanOrEqual(50)
  })

  test('a calendar is refused whole only when no event in it has a start', () => {
    const wrongly = [...results]
      .filter(([name, { items }]) => name.endsWith('.ics') && items.length === 0)
      .filter(([name]) => !INVALID_ON_PURPOSE.has(name))
      .filter(([name]) => {
        const text = readFileSync(new URL(`calendar/${name}`, samples), 'utf8')
        return /BEGIN:VTODO|BEGIN:VEVENT(?:(?!END:VEVENT)[\s\S])*\nDTSTART/.test(text)
      })
    expect(wrongly.map(([name]) => name)).toEqual([])
  })

  test('names and subjects in Korean, Japanese and French are read', () => {
    expect(message('plain_emails-raw_email.eml')).toMatchObject({
      subject: 'NOTE: 한국말로 하는 것',
      from: { emailAddress: { name: 'Jamis Buck', address: 'jamis@37signals.com' } },
      sentDateTime: '2005-05-02T22:07:05Z',
      internetMessageId: '<d3b8cf8e49f04480850c28713a1f473e@37signals.com>',
    })
    expect(message('plain_emails-raw_email.eml').body.content).toContain('대부분의')
    expect(message('multi_charset-japanese_iso_2022.eml').body.content).toContain('すみません')
    expect(message('mime_emails-raw_email_encoded_stack_level_too_deep.eml').subject).toBe(
      'Nicolas Fouché has accepted your invitation to Gmail',
    )
  })

  test('attachments keep their names and sizes', () => {
    const named = (name: string) => message(name).attachments.map((attachment) => attachment.name)
    expect(named('attachment_emails-attachment_nonascii_filename.eml')).toEqual(['ciële.txt'])
    expect(named('multi_charset-japanese_attachment.eml')).toEqual(['てすと.txt'])
    expect(named('mime_emails-raw_email_with_nested_attachment.eml')).toEqual([
      'truncated.png',
      'smime.p7s',
    ])
    expect(message('attachment_emails-attachment_only_email.eml').hasAttachments).toBe(true)
  })

  test('a broken date falls back to that of the last server', () => {
    expect(message('error_emails-bad_date_header2.eml').sentDateTime).toBe('2010-12-15T06:59:10Z')
    expect(message('error_emails-invalid_subject_characters.eml').sentDateTime).toBeNull()
  })

  test('an obsolete route before an address is dropped', () => {
    const [first] = message('rfc2822-example11.eml').toRecipients
    expect(first?.emailAddress).toEqual({ name: 'Mary Smith', address: 'mary@example.net' })
  })

  test('zones behind vendor prefixes, of Windows and of the file itself are understood', () => {
    const zones = (name: string) => events(name).map((event) => event.start.timeZone)
    expect(zones('calendars-issue_313_globally_unique_tzid.ics')).toEqual([
      'Europe/Berlin',
      'America/New_York',
      'America/Argentina/Buenos_Aires',
    ])
    expect(zones('calendars-timezone_same_start.ics')).toEqual(['America/Los_Angeles'])
    expect(zones('calendars-america_new_york.ics')).toEqual(['America/New_York'])
    expect(zones('calendars-issue_466_respect_unique_timezone.ics')).toEqual(['Europe/Berlin'])
  })

  test('a zone of its own whose clock goes from 8 to 6 gives the instants that its author says', () => {
    const name = 'calendars-issue_722_timezone_transition_ambiguity.ics'
    expect(events(name).map((event) => `${event.start.dateTime.slice(0, 19)}Z`)).toEqual([
      '2024-03-02T20:00:00Z',
      '2024-08-02T22:00:00Z',
      '2024-05-04T22:00:01Z',
      '2024-05-04T19:00:01Z',
    ])
  })

  test('a weekly series loses the two occurrences that its calendar excludes', () => {
    const item = results.get('events-issue_112_missing_tzinfo_on_exdate.ics')?.items[0]
    if (item?.kind !== 'event') throw new Error('no event')
    expect(item.event.recurrence?.pattern).toMatchObject({
      type: 'weekly',
      daysOfWeek: ['friday', 'saturday'],
    })
    expect(item.event.recurrence?.range?.endDate).toBe('2013-10-24')
    expect(item.exceptions.map((one) => new Date(one.originalStartUtcMs).toISOString())).toEqual([
      '2013-10-11T16:00:00.000Z',
      '2013-10-12T16:00:00.000Z',
    ])
  })

  test('dates given one by one become events of their own', () => {
    expect(events('calendars-issue_156_RDATE_with_PERIOD_TZID_khal.ics')).toHaveLength(19)
    const third = events('calendars-period_with_timezone.ics')
    expect(third.map((event) => event.start.dateTime.slice(0, 10))).toContain('2023-12-13')
    expect(third.map((event) => event.start.dateTime.slice(0, 10))).not.toContain('2023-12-20')
    expect(third).toHaveLength(9)
  })

  test('invalid calendars are refused by what is wrong with them', () => {
    expect(reasons('calendars-issue_1081_invalid_start_valid_end.ics')[0]).toContain('DTSTART')
    expect(reasons('calendars-issue_1081_invalid_rrule_freq.ics')[0]).toContain('no frequency')
    expect(reasons('events-issue_104_mark_events_broken.ics')).toEqual([
      'It has no name and value in line 9 of the file.',
    ])
    expect(reasons('calendars-issue_722_missing_VTIMEZONE_custom.ics')[0]).toContain(
      "'CUSTOM_tzid'",
    )
    expect(reasons('calendars-bom_calendar.ics')).toEqual(['It holds no event and no task.'])
    expect(reasons('freebusy-example.ics')[0]).toContain('VFREEBUSY')
  })
})

/** Their only event names a zone that nobody defines, or a line or value in it is broken. */
const INVALID_ON_PURPOSE: ReadonlySet<string> = new Set([
  'calendars-issue_1081_invalid_rrule_freq.ics',
  'calendars-issue_1081_invalid_start_valid_end.ics',
  'calendars-issue_1633_rdate_with_dates_and_tzid.ics',
  'calendars-issue_526_calendar_with_event_subset.ics',
  'calendars-issue_722_missing_VTIMEZONE_custom.ics',
  'calendars-timezone_rdate.ics',
  'events-issue_104_mark_events_broken.ics',
])
