import type { CategoryProgress, EmailSettingState } from '@trackmark/admin-api'
import { expect, test } from 'vitest'
import {
  bodyOf,
  categoryView,
  type Draft,
  faultOf,
  groupsOf,
  isIdle,
  tokenPreview,
  valueText,
  withChange,
  withoutMade,
} from './view-model.ts'

const setting = (name: string, more: Partial<EmailSettingState> = {}): EmailSettingState => ({
  name,
  page: 'tracking',
  group: 'Group',
  label: name,
  type: 'boolean',
  min: null,
  max: null,
  unit: null,
  options: [],
  acts: false,
  onlyWith: null,
  value: true,
  default: true,
  storedIn: name,
  ...more,
})
const integer = (name: string, value: number, min: number, max: number) =>
  setting(name, { type: 'integer', value, min, max, onlyWith: 'usetrackingtokens' })
const none: Draft = new Map()

const token = [
  setting('usetrackingtokens'),
  setting('trackingprefix', {
    type: 'text',
    value: 'CRM:',
    min: 1,
    max: 20,
    onlyWith: 'usetrackingtokens',
  }),
  integer('trackingtokenidbase', 0, 0, 2_147_483_647),
  integer('trackingtokeniddigits', 3, 1, 9),
  integer('trackingcounterdigits', 3, 1, 9),
]

test('settings stay in their groups and order, those that act apart from those that do not', () => {
  const settings = [
    setting('a'),
    setting('b', { group: 'Other', acts: true }),
    setting('c'),
    setting('d', { page: 'settings' }),
    setting('e', { group: 'Other' }),
  ]
  const { active, inactive } = groupsOf(settings, 'tracking')
  const named = (groups: typeof active) =>
    groups.map((g) => [g.title, g.settings.map((s) => s.name)])
  expect(named(active)).toEqual([['Other', ['b']]])
  expect(named(inactive)).toEqual([
    ['Group', ['a', 'c']],
    ['Other', ['e']],
  ])
})

test('changing a value back is no change', () => {
  const size = integer('size', 5120, 0, 131_072)
  const changed = withChange(none, size, '5121')
  expect(changed.size).toBe(1)
  expect(withChange(changed, size, '5120').size).toBe(0)
  expect(bodyOf(changed, [size])).toEqual({ size: 5121 })
  expect(withoutMade(changed, [{ ...size, value: 5121 }]).size).toBe(0)
  expect(withoutMade(changed, [{ ...size, value: 7 }]).size).toBe(1)
})

test.each([
  ['5', null],
  ['', /whole number from 1 to 9/],
  ['10', /whole number/],
  ['1.5', /whole number/],
  ['-1', /whole number/],
])('%j digits', (typed, fault) => {
  const found = faultOf(integer('digits', 3, 1, 9), typed)
  if (fault === null) expect(found).toBeNull()
  else expect(found).toMatch(fault)
})

test('the token is previewed while it can be', () => {
  expect(tokenPreview(token, none)).toBe('CRM:0001001')
  expect(tokenPreview(token, new Map([['trackingcounterdigits', '5']]))).toBe('CRM:000100001')
  expect(tokenPreview(token, new Map([['trackingcounterdigits', '0']]))).toBeNull()
  const off: Draft = new Map([['usetrackingtokens', false]])
  expect(tokenPreview(token, off)).toBeNull()
  expect(isIdle(token[1]!, token, off)).toBe(true)
  expect(isIdle(token[1]!, token, none)).toBe(false)
})

test('values are told in words', () => {
  expect(valueText(setting('a'), false)).toBe('Off')
  expect(valueText(setting('a', { type: 'integer', unit: 'KB' }), 5120)).toBe('5,120 KB')
  const options = [{ value: 2, label: 'Two' }]
  expect(valueText(setting('a', { type: 'choice', options }), 2)).toBe('Two')
  expect(valueText(setting('a', { type: 'profile' }), null)).toBe('None')
})

const progress = (isOn: boolean, totals: Partial<CategoryProgress['totals']>) => ({
  isOn,
  totals: { provisioned: 0, removed: 0, waiting: 0, failing: 0, off: 0, ...totals },
  mailboxes: [],
  next: null,
})

test.each([
  [true, { provisioned: 3, waiting: 1 }, false, 'The category is in 3 of 4 mailboxes.'],
  [true, { provisioned: 4, off: 2 }, true, 'The category is in all 4 synchronized mailboxes.'],
  [false, { removed: 1, failing: 1 }, false, 'The category is gone from 1 of 2 mailboxes.'],
  [false, { removed: 1200 }, true, 'The category is gone from all 1,200 mailboxes.'],
  [true, { off: 1 }, true, 'No mailbox is synchronized yet.'],
] as const)('progress, on %s, %j', (isOn, totals, isDone, text) => {
  expect(categoryView(progress(isOn, totals))).toMatchObject({ isDone, text })
})
