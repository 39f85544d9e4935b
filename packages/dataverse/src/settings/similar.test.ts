import { expect, test } from 'vitest'
import { similarSettings, unknownSetting } from './similar.ts'

test.each([
  ['TrackCategorizedItem', ['TrackCategorizedItems']],
  ['trackcategorisedItems', ['TrackCategorizedItems']],
  [' TrakCategorizedItms ', ['TrackCategorizedItems']],
  ['CategorizedItems', ['TrackCategorizedItems']],
  ['TraceLogPersistence', ['TraceLogPersistenceTimeInDays']],
  ['NoSuchSetting', []],
  ['x', []],
  ['', []],
])('"%s" may be meant to be %j', (name, similar) => {
  expect(similarSettings(name)).toEqual(similar)
})

test('a refusal asks for what may be meant', () => {
  expect(unknownSetting('TrackCategorizedItem')).toBe(
    'No setting is called "TrackCategorizedItem". Did you mean TrackCategorizedItems?',
  )
  expect(unknownSetting('NoSuch')).toBe('No setting is called "NoSuch".')
})
