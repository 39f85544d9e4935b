import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findSetting, SETTINGS } from './registry.ts'
import type { Setting, SettingValue } from './types.ts'
import {
  INVALID_SETTING_MESSAGE,
  type MergedColumn,
  mergeOrgSettings,
  parseOrgSettings,
  removeOrgSetting,
  type SettingsRefusal,
  serializeOrgSettings,
} from './xml-column.ts'
import { XML_LENGTH_MAX } from './xml-reader.ts'

const org = (inner: string) => `<OrgSettings>${inner}</OrgSettings>`
const track = (value: string) => `<TrackCategorizedItems>${value}</TrackCategorizedItems>`
const days = (value: string) =>
  `<TraceLogPersistenceTimeInDays>${value}</TraceLogPersistenceTimeInDays>`

function merged(stored: string | null, patch: string | null): string | null {
  const result = mergeOrgSettings(stored, patch)
  if (!result.ok) throw new Error(result.refusal.message)
  return result.xml
}

function refused(result: MergedColumn | ReturnType<typeof parseOrgSettings>): SettingsRefusal {
  if (result.ok) throw new Error('accepted')
  expect(result.refusal.code).toBe('0x80048514')
  expect(result.refusal.message.startsWith(`${INVALID_SETTING_MESSAGE} `)).toBe(true)
  return result.refusal
}

test('[OS4] a write changes only what it names', () => {
  const stored = org(`${track('false')}${days('7')}`)
  expect(merged(stored, org(days('9')))).toBe(org(`${track('false')}${days('9')}`))
  expect(merged(stored, org(''))).toBe(stored)
  expect(merged(stored, '<OrgSettings/>')).toBe(stored)
  expect(merged(null, org(days('9')))).toBe(org(days('9')))
})

test('[OS4] a change says what was and what is, and nothing of what stays', () => {
  const result = mergeOrgSettings(
    org(`${track('false')}${days('7')}`),
    org(`${days('9')}${track('FALSE')}<AutoTrackSentFolderItems>true</AutoTrackSentFolderItems>`),
  )
  if (!result.ok) throw new Error(result.refusal.message)
  expect(result.changes.map((c) => [c.setting.name, c.before, c.after])).toEqual([
    ['TraceLogPersistenceTimeInDays', 7, 9],
    ['AutoTrackSentFolderItems', null, true],
  ])
})

test('[OS5] the empty string clears all, and so does null', () => {
  expect(merged(org(track('false')), '')).toBeNull()
  expect(merged(org(track('false')), null)).toBeNull()
  expect(merged(null, '')).toBeNull()
  expect(refused(mergeOrgSettings(org(track('false')), ' ')).setting).toBeNull()
})

test('[OS5] clearing works even on a column nothing can read', () => {
  expect(merged('<broken', '')).toBeNull()
})

test('[OS6] values are read in any case and written in one', () => {
  expect(merged(null, `<orgSettings>${track('FALSE')}</orgSettings>`)).toBe(org(track('false')))
  expect(
    merged(null, '<ORGSETTINGS><trackcategorizeditems>True</trackcategorizeditems></ORGSETTINGS>'),
  ).toBe(org(track('true')))
})

test('[OS7] a refused write names the setting and the reason, and changes nothing', () => {
  const patch = org(`${days('9')}${track('maybe')}`)
  const refusal = refused(mergeOrgSettings(org(days('7')), patch))
  expect(refusal.setting).toBe('TrackCategorizedItems')
  expect(refusal.message).toBe(
    'Invalid Organization Setting passed in. Please check the datatype and pass in an appropriate value. ' +
      'TrackCategorizedItems must be a Boolean (true or false); got "maybe".',
  )
  expect(refused(mergeOrgSettings(null, org('<Nope>1</Nope>'))).message).toContain('"Nope"')
})

test('[OS7] a stored column that cannot be read refuses a merge instead of losing what it holds', () => {
  const stored = org('<SettingOfALaterRelease>1</SettingOfALaterRelease>')
  expect(refused(mergeOrgSettings(stored, org(track('true')))).message).toContain('stored')
  expect(refused(removeOrgSetting(stored, 'TrackCategorizedItems')).message).toContain('stored')
})

test.each([
  ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><OrgSettings/>', 'document types'],
  ['an entity', org('<JumpBarAlphabetOverride>&a;</JumpBarAlphabetOverride>'), 'entities'],
  ['a bare ampersand', org('<JumpBarAlphabetOverride>a & b</JumpBarAlphabetOverride>'), 'entities'],
  [
    'a reference to no character',
    org('<JumpBarAlphabetOverride>&#0;</JumpBarAlphabetOverride>'),
    'no character',
  ],
  [
    'a reference to a surrogate',
    org('<JumpBarAlphabetOverride>&#xD800;</JumpBarAlphabetOverride>'),
    'no character',
  ],
  [
    'a control character',
    org('<JumpBarAlphabetOverride>\u0001</JumpBarAlphabetOverride>'),
    'no place',
  ],
  ['a comment', org('<!-- x -->'), 'comments'],
  [
    'a comment in a value',
    org('<TrackCategorizedItems>tr<!-- -->ue</TrackCategorizedItems>'),
    'comments',
  ],
  ['CDATA', org('<TrackCategorizedItems><![CDATA[true]]></TrackCategorizedItems>'), 'CDATA'],
  ['an instruction', org('<?php x ?>'), 'instructions'],
  ['an attribute', '<OrgSettings a="b"/>', 'attribute'],
  ['a namespace', '<OrgSettings xmlns="urn:x"/>', 'attribute'],
  ['a prefix', '<o:OrgSettings/>', 'prefixes'],
  ['nesting', org(`<TrackCategorizedItems>${track('true')}</TrackCategorizedItems>`), 'nest'],
  ['deep nesting', '<OrgSettings>'.repeat(5000), 'nest'],
  ['another root', `<Settings>${track('true')}</Settings>`, 'root element'],
  ['no root', 'true', 'element is expected'],
  ['text between', org(`x${track('true')}`), 'element is expected'],
  ['a second root', '<OrgSettings/><OrgSettings/>', 'follows'],
  ['an open element', '<OrgSettings><TrackCategorizedItems>true', 'ends inside'],
  [
    'a wrong end',
    '<OrgSettings><TrackCategorizedItems>true</DelegateAccessEnabled></OrgSettings>',
    "isn't closed",
  ],
  ['an open root', '<OrgSettings>', 'ends inside'],
  ['a name twice', org(`${track('true')}${track('true')}`), 'named twice'],
  [
    'a name twice in other case',
    org(`${track('true')}<TRACKCATEGORIZEDITEMS>false</TRACKCATEGORIZEDITEMS>`),
    'named twice',
  ],
  ['too much', org(' '.repeat(XML_LENGTH_MAX)), 'longer than'],
])('[OS9] %s is refused with its reason', (_what, xml, reason) => {
  expect(refused(parseOrgSettings(xml)).reason.toLowerCase()).toContain(reason.toLowerCase())
  refused(mergeOrgSettings(org(days('7')), xml))
})

test('[OS8] markup inside a text is written as references and read back', () => {
  const value = ' <a href="x">&amp; \' ]]> \r\n\t '
  const setting = findSetting('JumpBarAlphabetOverride')!
  const xml = serializeOrgSettings([{ setting, value }])
  expect(xml).toBe(
    org(
      '<JumpBarAlphabetOverride> &lt;a href="x"&gt;&amp;amp; \' ]]&gt; &#13;\n\t </JumpBarAlphabetOverride>',
    ),
  )
  expect(parseOrgSettings(xml)).toEqual({ ok: true, settings: [{ setting, value }] })
})

test('[OS9] a declaration, a byte order mark and space between elements are harmless', () => {
  const xml = `\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<OrgSettings>\n  ${track('true')}\n</OrgSettings >\n`
  expect(merged(null, xml)).toBe(org(track('true')))
})

test('[OS10] a column of the organization table is refused in the XML', () => {
  const refusal = refused(
    mergeOrgSettings(null, org('<pastexpansionwindow>3</pastexpansionwindow>')),
  )
  expect(refusal.reason).toContain('column of the organization table')
})

test('[OS11] stored order is kept, and new settings come last', () => {
  const first = merged(null, org(`${days('7')}${track('true')}`))
  const second = merged(
    first,
    org(`<DelegateAccessEnabled>true</DelegateAccessEnabled>${days('8')}`),
  )
  expect(second).toBe(
    org(`${days('8')}${track('true')}<DelegateAccessEnabled>true</DelegateAccessEnabled>`),
  )
})

test('[OS12] removing one setting leaves the others; removing what is not set changes nothing', () => {
  const stored = org(`${track('false')}${days('7')}`)
  const result = removeOrgSetting(stored, 'trackcategorizeditems')
  expect(result).toMatchObject({ ok: true, xml: org(days('7')) })
  expect(removeOrgSetting(stored, 'DelegateAccessEnabled')).toEqual({
    ok: true,
    xml: stored,
    changes: [],
  })
  refused(removeOrgSetting(stored, 'Nope'))
})

test('[OS14] a setting the editor shows read-only, or an older version has, can be set', () => {
  expect(merged(null, org('<EnableTDSEndpoint>true</EnableTDSEndpoint>'))).toBe(
    org('<EnableTDSEndpoint>true</EnableTDSEndpoint>'),
  )
})

const inXml = SETTINGS.filter((setting) => !setting.organizationColumn)

function arbValue(setting: Setting): fc.Arbitrary<SettingValue> {
  if (setting.type === 'Boolean') return fc.boolean()
  if (setting.type === 'String') {
    return fc.string({ unit: 'grapheme', maxLength: 50 }).filter((text) => !/\p{Cc}/u.test(text))
  }
  return fc.integer({ min: setting.min ?? -(2 ** 31), max: setting.max ?? 2 ** 31 - 1 })
}

const arbStored = fc
  .uniqueArray(fc.constantFrom(...inXml), { maxLength: 12 })
  .chain((settings) => fc.tuple(...settings.map((s) => fc.tuple(fc.constant(s), arbValue(s)))))
  .map((pairs) => pairs.map(([setting, value]) => ({ setting, value })))

test('[OS8] what is serialized is parsed back as it was', () => {
  const law = fc.property(arbStored, (settings) => {
    expect(parseOrgSettings(serializeOrgSettings(settings))).toEqual({ ok: true, settings })
  })
  fc.assert(law)
})

test('[OS4] merging is idempotent, sets what it names and keeps the rest', () => {
  const law = fc.property(arbStored, arbStored, (stored, patch) => {
    const once = merged(
      serializeOrgSettings(stored),
      patch.length ? serializeOrgSettings(patch) : '<OrgSettings/>',
    )
    const twice = merged(once, patch.length ? serializeOrgSettings(patch) : '<OrgSettings/>')
    expect(twice).toBe(once)
    const read = parseOrgSettings(once)
    if (!read.ok) throw new Error(read.refusal.message)
    const now = new Map(read.settings.map((s) => [s.setting.name, s.value]))
    const named = new Set(patch.map((s) => s.setting))
    for (const { setting, value } of patch) expect(now.get(setting.name)).toBe(value)
    for (const { setting, value } of stored) {
      if (!named.has(setting)) expect(now.get(setting.name)).toBe(value)
    }
    expect(now.size).toBe(new Set([...stored, ...patch].map((s) => s.setting)).size)
  })
  fc.assert(law)
})

const arbMarkup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<OrgSettings>',
        '</OrgSettings>',
        '<TrackCategorizedItems>',
        '</',
        '/>',
        '<!',
        '&amp;',
        '&#x41;',
        'true',
        '<?xml',
        ' ',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

test('[OS9] no text makes the reader throw', () => {
  const law = fc.property(fc.oneof(fc.string({ unit: 'binary' }), arbMarkup), (xml) => {
    const parsed = parseOrgSettings(xml)
    if (!parsed.ok) expect(parsed.refusal.message.length).toBeLessThan(600)
    else expect(mergeOrgSettings(null, xml).ok).toBe(true)
  })
  fc.assert(law, { numRuns: 3000 })
})
