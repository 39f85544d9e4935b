import type { OrganizationSetting } from '@trackmark/admin-api'
import { expect, test } from 'vitest'
import { parseValue, readSearch, shownSettings } from './view-model.ts'

const setting = (name: string, more: Partial<OrganizationSetting> = {}): OrganizationSetting => ({
  name,
  type: 'Boolean',
  mustBe: 'Boolean (true or false)',
  min: null,
  max: null,
  value: false,
  default: false,
  from: 'default',
  available: true,
  effect: 'kept',
  description: null,
  changedOn: null,
  changedBy: null,
  ...more,
})

test('settings are found by name first, then by what they do; what acts comes before the rest', () => {
  const settings = [
    setting('Alpha', { description: 'Tracks something.' }),
    setting('TrackIt', { effect: 'acts', description: 'It.' }),
    setting('Other', { from: 'set' }),
  ]
  const names = (search: string, show = 'all') =>
    shownSettings(settings, readSearch({ search, show } as never)).map((one) => one.name)
  expect(names('track')).toEqual(['TrackIt', 'Alpha'])
  expect(names('', 'acts')).toEqual(['TrackIt'])
  expect(names('', 'set')).toEqual(['Other'])
  expect(names('', 'sync')).toEqual(['TrackIt', 'Alpha'])
  expect(names('', 'nonsense')).toEqual(['TrackIt', 'Alpha', 'Other'])
})

test.each([
  ['Number', '30', { value: 30 }],
  ['Number', '3651', { fault: 'Must be a Boolean (true or false).' }],
  ['Number', '1.5', { fault: 'Must be a Boolean (true or false).' }],
  ['Number', '', { fault: 'Must be a Boolean (true or false).' }],
  ['Double', '1.5', { value: 1.5 }],
  ['Boolean', 'true', { value: true }],
  ['Boolean', 'yes', { fault: 'Must be a Boolean (true or false).' }],
  ['String', ' kept as it is ', { value: ' kept as it is ' }],
] as const)('a %s of %j', (type, text, parsed) => {
  expect(parseValue(setting('a', { type, min: 0, max: 3650 }), text)).toEqual(parsed)
})
