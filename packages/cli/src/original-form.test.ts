import { expect, test } from 'vitest'
import { original } from './original-form.ts'

test.each([
  [
    'Update /u contoso TrackCategorizedItems false',
    'update TrackCategorizedItems false --org contoso',
  ],
  ['RETRIEVE /U contoso', 'retrieve --org contoso'],
  ['Delete /u contoso TrackCategorizedItems', 'delete TrackCategorizedItems --org contoso'],
  ['Update -u contoso Name false', 'update Name false --org contoso'],
  ['Reset /u contoso --all', 'reset --all --org contoso'],
  ['update TrackCategorizedItems true', 'update TrackCategorizedItems true'],
  ['--help', '--help'],
  ['update /u', 'update /u'],
])('the original’s form "%s" is "%s"', (given, expected) => {
  expect(original(given.split(' ')).join(' ')).toBe(expected)
})
