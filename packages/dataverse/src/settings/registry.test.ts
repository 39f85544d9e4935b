import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DESCRIPTIONS } from './descriptions.ts'
import { ACTED_ON } from './effects.ts'
import { findSetting, isAvailable, SETTINGS, settingDefault } from './registry.ts'
import { compareVersions, isVersion } from './version.ts'

test('[OS1] a setting is found without regard to case, and nothing else is', () => {
  expect(findSetting('trackcategorizeditems')?.name).toBe('TrackCategorizedItems')
  expect(findSetting('TRACKCATEGORIZEDITEMS')?.name).toBe('TrackCategorizedItems')
  expect(findSetting('TrackCategorisedItems')).toBeUndefined()
  expect(findSetting('__proto__')).toBeUndefined()
  expect(findSetting('')).toBeUndefined()
})

test('[OS1] each setting is in the registry once, with limits only where there are numbers', () => {
  const names = SETTINGS.map((setting) => setting.name.toLowerCase())
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBe(192)
  expect(SETTINGS.filter((setting) => setting.organizationColumn).length).toBe(13)
  for (const setting of SETTINGS.filter((s) => s.type === 'Boolean' || s.type === 'String')) {
    expect([setting.name, setting.min, setting.max]).toEqual([setting.name, null, null])
  }
})

test('[OS1] ranges are versions, in order, each from its first to its last', () => {
  for (const { name, ranges } of SETTINGS) {
    expect(ranges.length, name).toBeGreaterThan(0)
    for (const [i, range] of ranges.entries()) {
      expect(compareVersions(range.minVersion, range.maxVersion), name).toBeLessThan(0)
      const before = ranges[i - 1]
      if (before === undefined) continue
      expect(compareVersions(before.minVersion, range.minVersion), name).toBeLessThan(0)
    }
  }
})

test('[OS2] the default follows the version of the organization', () => {
  expect(settingDefault('MailboxStatisticsPersistenceTimeInDays', '8.0.1.0')).toBe(3)
  expect(settingDefault('MailboxStatisticsPersistenceTimeInDays', '9.2.24033.1')).toBe(0)
  expect(settingDefault('CreateQueueItemForSynchronizingMailbox', '9.2.21114.135')).toBe(false)
  expect(settingDefault('CreateQueueItemForSynchronizingMailbox', '9.2.21114.136')).toBe(true)
  expect(settingDefault('tracelogpersistencetimeindays', '9.2.0.0')).toBe(30)
  expect(settingDefault('NoSuchSetting', '9.2.0.0')).toBeNull()
})

test('[OS2] a version outside every range has the default of the range before it, or of the first', () => {
  expect(settingDefault('MailboxStatisticsPersistenceTimeInDays', '7.0.0.0')).toBe(3)
  expect(settingDefault('TrackCategorizedItems', '9.0.0.0')).toBe(false)
  expect(settingDefault('AuditRetentionPeriod', '9.2.30000.0')).toBe(30)
  const retention = findSetting('AuditRetentionPeriod')!
  expect(isAvailable(retention, '9.2.30000.0')).toBe(false)
  expect(isAvailable(retention, '9.2.0.0')).toBe(true)
})

test.each([
  ['8.2.2.840', false],
  ['9.0.2.100', false],
  ['9.1.0.4038', false],
  ['9.1.0.4039', true],
  ['9.1.0.15323', true],
  ['9.2.24033.228', true],
])('[OS3] TrackCategorizedItems in version %s is %s by default', (version, expected) => {
  expect(settingDefault('TrackCategorizedItems', version)).toBe(expected)
})

test('[OS15] what the product acts on is a setting it describes', () => {
  for (const name of ACTED_ON) {
    expect(findSetting(name)?.name).toBe(name)
    expect(findSetting(name)?.effect).toBe('acts')
  }
  expect(SETTINGS.filter((s) => s.effect === 'acts').length).toBe(ACTED_ON.length)
  expect(findSetting('RestrictIRMEmailItems')?.effect).toBe('kept')
})

test('descriptions belong to settings, are sentences, and cover all the product acts on', () => {
  for (const [name, text] of Object.entries(DESCRIPTIONS)) {
    expect(findSetting(name)?.name).toBe(name)
    expect(text).toMatch(/^[A-Z].*\.$/)
  }
  for (const name of ACTED_ON) expect(DESCRIPTIONS[name], name).toBeDefined()
})

test('versions compare by number and group, not as text', () => {
  expect(compareVersions('9.1.0000.25547', '9.1.0.3648')).toBeGreaterThan(0)
  expect(compareVersions('9.1.0.0729', '9.1.0.729')).toBe(0)
  expect(compareVersions('9.2', '9.2.0.0')).toBe(0)
  expect(compareVersions('9.10', '9.9')).toBeGreaterThan(0)
  expect(compareVersions('8.999.9999.9999', '9.0')).toBeLessThan(0)
  for (const bad of ['', '9.2.x', '9..1', '-1', '9.2 ', 'v9'])
    expect(isVersion(bad), bad).toBe(false)
  expect(() => compareVersions('9.2.x', '9.2')).toThrow(TypeError)
})

interface SourceRow {
  readonly name: string
  readonly type: string
  readonly default: string
  readonly min: string | null
  readonly max: string | null
  readonly minVersion: string
  readonly maxVersion: string
  readonly organizationColumn: boolean
  readonly isReadonly?: string
  readonly isNullable?: string
  readonly isOptInSetting?: string
}

const sourceFile = new URL('../../../../../shared/data/orgdborgsettings.json', import.meta.url)
const source: readonly SourceRow[] = existsSync(sourceFile)
  ? JSON.parse(readFileSync(sourceFile, 'utf8')).settings
  : []

test('the registry says of every entry what its source says', (context) => {
  if (source.length === 0) context.skip('../shared/data/orgdborgsettings.json is absent')
  const overruled = source.filter((row) => row.name !== 'TrackCategorizedItems')
  for (const row of overruled) {
    const setting = findSetting(row.name)!
    expect(setting, row.name).toMatchObject({
      name: row.name,
      type: row.type,
      min: row.min === null ? null : Number(row.min),
      max: row.max === null ? null : Number(row.max),
      organizationColumn: row.organizationColumn,
      readOnly: row.isReadonly === 'true',
      nullable: row.isNullable === 'true',
      optIn: row.isOptInSetting === 'true',
    })
    const range = setting.ranges.find(
      (r) => r.minVersion === row.minVersion.trim() && r.maxVersion === row.maxVersion.trim(),
    )
    const text = range?.default === null ? 'null' : String(range?.default)
    expect(text, row.name).toBe(row.type === 'Boolean' ? row.default.toLowerCase() : row.default)
  }
  const ranges = SETTINGS.flatMap((setting) => setting.ranges).length
  expect(ranges).toBe(source.length)
  expect(new Set(source.map((row) => row.name)).size).toBe(SETTINGS.length)
})
