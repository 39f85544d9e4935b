import { expect, test } from 'vitest'
import { filterOf, isFiltered, readSearch, sortOf } from './viewModel.ts'

test('what an address asks for is read, the rest left out', () => {
  const raw = {
    search: 'ada',
    condition: 'failing',
    category: 'lost',
    view: 'mine',
    direction: 'up',
  }
  expect(readSearch(raw)).toEqual({ search: 'ada', condition: 'failing', view: 'mine' })
})

test('a list is by name, unless an address says otherwise', () => {
  expect(sortOf({})).toEqual({ by: 'name', direction: 'asc' })
  expect(sortOf({ sort: 'lastSync', direction: 'desc' })).toEqual({
    by: 'lastSync',
    direction: 'desc',
  })
})

test('the server is asked in its own words', () => {
  expect(filterOf({ condition: 'failing', search: 'ada' })).toEqual({
    search: 'ada',
    state: 'failing',
    view: 'all',
  })
})

test.each([
  [{}, false],
  [{ sort: 'name' }, false],
  [{ view: 'all' as const }, false],
  [{ view: 'mine' as const }, true],
  [{ search: 'x' }, true],
])('%j is narrowed: %s', (search, filtered) => {
  expect(isFiltered(search)).toBe(filtered)
})
