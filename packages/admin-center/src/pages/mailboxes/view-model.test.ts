import type { MailboxTest } from '@trackmark/admin-api'
import { expect, test } from 'vitest'
import {
  EMPTY_EDIT,
  editOf,
  filterOf,
  isFiltered,
  outcomeOf,
  readSearch,
  sortOf,
} from './view-model.ts'

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

test('profile, approval and result of the test narrow too', () => {
  const search = readSearch({ profile: 'none', approval: 'rejected', test: 'failure' })
  expect(filterOf(search)).toEqual({
    profile: 'none',
    approval: 'rejected',
    test: 'failure',
    view: 'all',
  })
  expect(isFiltered(search)).toBe(true)
})

test('only what was chosen is changed; nothing chosen is no change', () => {
  expect(editOf(EMPTY_EDIT)).toBeNull()
  expect(editOf({ ...EMPTY_EDIT, act: '2', processFrom: '2026-01-31' })).toEqual({
    methods: { act: 2 },
    processFrom: '2026-01-31T00:00:00Z',
  })
})

test('a test has an outcome once it is done; a warning is none to fail by', () => {
  const step = (result: 'success' | 'warning' | 'failure') => ({
    step: 'tasks' as const,
    result,
    durationMs: 1,
    code: null,
    message: null,
    advice: null,
  })
  const one = (state: MailboxTest['state'], ...results: ('success' | 'warning' | 'failure')[]) =>
    outcomeOf({
      testId: 'x',
      state,
      requestedOn: '',
      requestedBy: null,
      completedOn: null,
      steps: results.map(step),
    })
  expect(one('running', 'failure')).toBeNull()
  expect(one('done', 'success', 'warning')).toBe('success')
  expect(one('done', 'success', 'failure')).toBe('failure')
})
