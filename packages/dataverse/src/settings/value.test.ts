import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findSetting, SETTINGS } from './registry.ts'
import { formatSettingValue, parseSettingValue, quoteShort } from './value.ts'

const setting = (name: string) => findSetting(name)!

test.each([
  ['TrackCategorizedItems', 'True', true],
  ['TrackCategorizedItems', ' fAlSe ', false],
  ['TraceLogPersistenceTimeInDays', '0', 0],
  ['TraceLogPersistenceTimeInDays', '3650', 3650],
  ['TraceLogPersistenceTimeInDays', '007', 7],
  ['SSSForceFilteringMethodForUserMailboxes', '-1', -1],
  ['DefaultHeightForWizardReports', '0.5', 0.5],
  ['JumpBarAlphabetOverride', '', ''],
  ['JumpBarAlphabetOverride', ' a & b ', ' a & b '],
])('[OS6] %s takes %j as %j', (name, text, value) => {
  expect(parseSettingValue(setting(name), text)).toEqual({ ok: true, value })
})

test.each([
  ['TrackCategorizedItems', 'maybe', 'Boolean (true or false)'],
  ['TrackCategorizedItems', '', 'Boolean (true or false)'],
  ['TrackCategorizedItems', '1', 'Boolean (true or false)'],
  ['TraceLogPersistenceTimeInDays', '-1', 'whole Number from 0 to 3650'],
  ['TraceLogPersistenceTimeInDays', '3651', 'whole Number from 0 to 3650'],
  ['TraceLogPersistenceTimeInDays', '1.5', 'whole Number from 0 to 3650'],
  ['TraceLogPersistenceTimeInDays', '1e2', 'whole Number from 0 to 3650'],
  ['TraceLogPersistenceTimeInDays', '0x10', 'whole Number from 0 to 3650'],
  ['TraceLogPersistenceTimeInDays', '9'.repeat(400), 'whole Number from 0 to 3650'],
  ['SocialPaneQueryHint', '99999999999', 'whole Number from -1 to 2147483647'],
  ['DefaultHeightForWizardReports', 'NaN', 'Double from'],
  ['JumpBarAlphabetOverride', 'x'.repeat(4001), 'String of at most 4000 characters'],
])('[OS6] %s refuses %j and says what it must be', (name, text, kind) => {
  const parsed = parseSettingValue(setting(name), text)
  if (parsed.ok) throw new Error('accepted')
  expect(parsed.reason).toContain(`${name} must be a ${kind}`)
  expect(parsed.reason.length).toBeLessThan(250)
})

test('[OS6] what is written is read back as the same value', () => {
  const law = fc.property(fc.constantFrom(...SETTINGS), fc.string(), (any, text) => {
    const parsed = parseSettingValue(any, text)
    fc.pre(parsed.ok)
    const again = parseSettingValue(any, formatSettingValue(parsed.value))
    expect(again).toEqual(parsed)
  })
  fc.assert(law)
  const numbers = fc.property(
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    fc.integer({ min: 0, max: 15 }),
    (number, digits) => {
      const parsed = parseSettingValue(
        setting('DefaultHeightForWizardReports'),
        number.toFixed(digits),
      )
      if (!parsed.ok) throw new Error(parsed.reason)
      const text = formatSettingValue(parsed.value)
      expect(parseSettingValue(setting('DefaultHeightForWizardReports'), text)).toEqual(parsed)
    },
  )
  fc.assert(numbers)
})

test('a quoted piece of foreign text is short and printable', () => {
  expect(quoteShort('a\u0000b')).toBe('"a\uFFFDb"')
  expect(quoteShort('x'.repeat(1000)).length).toBeLessThan(70)
  expect(quoteShort('\ud800')).toBe('"\uFFFD"')
})
