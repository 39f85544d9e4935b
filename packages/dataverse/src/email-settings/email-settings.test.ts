import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnByLogicalName, tableByLogicalName } from '../catalogue/catalogue.ts'
import { effectiveSettings } from '../settings/effective.ts'
import { ACTED_ON } from '../settings/effects.ts'
import { findSetting } from '../settings/registry.ts'
import {
  EMAIL_SETTINGS,
  type EmailSettingsSource,
  emailSetting,
  emailSettingDefault,
  emailSettingFault,
  emailSettingsWrite,
  emailSettingValue,
  readDefaultMethods,
  writeDefaultMethods,
} from './index.ts'

const VERSION = '9.2.0.0'
const source = (write: Partial<EmailSettingsSource> & { xml?: string | null } = {}) => {
  const effective = effectiveSettings(write.xml ?? null, VERSION)
  if (!effective.ok) throw new Error('the XML is refused')
  return {
    columns: {},
    defaultEmailSettings: null,
    usesTrackingTokens: true,
    ...write,
    effective,
  } satisfies EmailSettingsSource
}

describe('every setting of the two pages', () => {
  test.each(EMAIL_SETTINGS)('$label is kept where Dataverse keeps it', (setting) => {
    const { place } = setting
    if (place.kind === 'column') {
      const column = columnByLogicalName(tableByLogicalName('organization')!, place.column)
      expect(column?.readOnly).toBe(false)
    }
    if (place.kind === 'orgDbOrgSetting') {
      expect(findSetting(place.setting)?.type).toBe('Boolean')
      expect(setting.acts).toBe(ACTED_ON.includes(place.setting))
    }
    const byDefault = emailSettingDefault(setting, VERSION)
    expect(emailSettingFault(setting, byDefault)).toBeNull()
    expect(emailSettingValue(setting, source())).toBe(byDefault)
  })

  test('has a name of its own, and names another that it goes with', () => {
    expect(new Set(EMAIL_SETTINGS.map(({ name }) => name)).size).toBe(EMAIL_SETTINGS.length)
    for (const { onlyWith } of EMAIL_SETTINGS) {
      if (onlyWith !== null) expect(emailSetting(onlyWith)?.type).toBe('boolean')
    }
  })

  test('is read back as it was written', () => {
    const anyValue = (setting: (typeof EMAIL_SETTINGS)[number]): fc.Arbitrary<unknown> => {
      if (setting.type === 'boolean') return fc.boolean()
      if (setting.type === 'integer') return fc.integer({ min: setting.min!, max: setting.max! })
      if (setting.type === 'choice') return fc.constantFrom(...setting.options.map((o) => o.value))
      if (setting.type === 'profile') return fc.option(fc.uuid())
      return fc.stringMatching(/^[A-Za-z][A-Za-z: ]{0,19}$/)
    }
    const anything = fc
      .constantFrom(...EMAIL_SETTINGS)
      .chain((setting) => anyValue(setting).map((value) => [setting, value] as const))
    fc.assert(
      fc.property(fc.uniqueArray(anything, { selector: ([one]) => one.name }), (changes) => {
        for (const [setting, value] of changes) expect(emailSettingFault(setting, value)).toBeNull()
        const { columns, usesTrackingTokens } = emailSettingsWrite(changes as never, null)
        const { orgdborgsettings = null, defaultemailsettings = null, ...plain } = columns
        const after = source({
          columns: plain,
          xml: orgdborgsettings as string | null,
          defaultEmailSettings: defaultemailsettings as string | null,
          usesTrackingTokens: usesTrackingTokens ?? true,
        })
        for (const setting of EMAIL_SETTINGS) {
          const changed = changes.find(([one]) => one === setting)
          const isCleared = changed !== undefined && changed[1] === null
          const expected =
            changed === undefined || isCleared ? emailSettingDefault(setting, VERSION) : changed[1]
          expect([setting.name, emailSettingValue(setting, after)]).toEqual([
            setting.name,
            expected,
          ])
        }
      }),
    )
  })
})

test.each([
  ['maxuploadfilesize', 131_073, 'a whole number from 0 to 131072'],
  ['maxuploadfilesize', 1.5, 'a whole number from 0 to 131072'],
  ['trackingprefix', ' ', 'a text of 1 to 20 characters'],
  ['trackingprefix', 'CRM\r\nBcc:', 'a text of 1 to 20 characters'],
  ['trackingtokeniddigits', 10, 'a whole number from 1 to 9'],
  ['TrackCategorizedItems', 'false', 'true or false'],
  ['outgoingemaildeliverymethod', 3, /^one of 0 \(None\)/],
  ['defaultemailserverprofileid', 'Exchange Online', 'the id of a server profile, or null'],
])('%s may not be %j', (name, value, mustBe) => {
  const fault = emailSettingFault(emailSetting(name)!, value)
  if (typeof mustBe === 'string') expect(fault).toBe(mustBe)
  else expect(fault).toMatch(mustBe)
})

test('internal email is tracked twice unless it is ignored; sizes are kept in bytes', () => {
  const changes = [
    [emailSetting('trackinternalemail')!, true],
    [emailSetting('maxuploadfilesize')!, 5120],
    [emailSetting('trackingcounterdigits')!, 4],
  ] as const
  expect(emailSettingsWrite(changes, null).columns).toEqual({
    ignoreinternalemail: false,
    maxuploadfilesize: 5_242_880,
    maximumtrackingnumber: 9999,
  })
})

describe('default methods', () => {
  test('are the XML that Dataverse keeps', () => {
    const xml =
      '<EmailSettings><IncomingEmailDeliveryMethod>0</IncomingEmailDeliveryMethod><OutgoingEmailDeliveryMethod>2</OutgoingEmailDeliveryMethod><ACTDeliveryMethod>2</ACTDeliveryMethod></EmailSettings>'
    expect(readDefaultMethods(xml)).toEqual({ incoming: 0, outgoing: 2, act: 2 })
    expect(writeDefaultMethods({ incoming: 0, outgoing: 2, act: 2 })).toBe(xml)
  })

  test.each([
    null,
    '',
    'nonsense',
    '<EmailSettings><ACTDeliveryMethod>9</ACTDeliveryMethod></EmailSettings>',
  ])('of %j are server-side synchronization', (xml) =>
    expect(readDefaultMethods(xml)).toEqual({ incoming: 2, outgoing: 2, act: 1 }),
  )
})
