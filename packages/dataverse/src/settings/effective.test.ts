import { expect, test } from 'vitest'
import { booleanSetting, effectiveSettings, numberSetting } from './effective.ts'

const version = '9.2.24033.228'

function effective(xml: string | null, of = version) {
  const result = effectiveSettings(xml, of)
  if (!result.ok) throw new Error(result.refusal.message)
  return result
}

test('[OS2] nothing set: every setting of the XML has its default and says so', () => {
  const { settings, ignored } = effective(null)
  expect(ignored).toEqual([])
  expect(settings.size).toBe(179)
  expect(settings.has('pastexpansionwindow')).toBe(false)
  for (const entry of settings.values()) {
    expect(entry.from).toBe('default')
    expect(entry.value).toBe(entry.default)
  }
  expect(booleanSetting(effective(null), 'TrackCategorizedItems')).toBe(true)
  expect(booleanSetting(effective('', '9.1.0.4038'), 'TrackCategorizedItems')).toBe(false)
})

test('[OS2] a setting that is set has its value, also when that is the default', () => {
  const xml =
    '<OrgSettings><TrackCategorizedItems>true</TrackCategorizedItems><TraceLogPersistenceTimeInDays>7</TraceLogPersistenceTimeInDays></OrgSettings>'
  const result = effective(xml)
  expect(result.settings.get('TrackCategorizedItems')).toMatchObject({ value: true, from: 'set' })
  expect(numberSetting(result, 'tracelogpersistencetimeindays')).toBe(7)
  expect(result.settings.get('TraceLogPersistenceTimeInDays')?.default).toBe(30)
})

test('[OS13] one entry that cannot be read is passed over and reported, the others hold', () => {
  const result = effective(
    '<OrgSettings><Later>1</Later><TrackCategorizedItems>false</TrackCategorizedItems></OrgSettings>',
  )
  expect(booleanSetting(result, 'TrackCategorizedItems')).toBe(false)
  expect(result.ignored.map((refusal) => refusal.setting)).toEqual(['Later'])
})

test('[OS13] a column that is not XML is refused, and not taken for nothing set', () => {
  const result = effectiveSettings('<OrgSettings><TrackCategorizedItems>false', version)
  expect(result.ok).toBe(false)
})

test('asking for a number where there is none is a mistake of the caller', () => {
  expect(() => numberSetting(effective(null), 'TrackCategorizedItems')).toThrow(TypeError)
  expect(() => booleanSetting(effective(null), 'Nope')).toThrow(TypeError)
})
