import { expect, test } from 'vitest'
import { withPart } from '../../components/with-part.ts'
import { alertQuery, deletionFilter, isFiltered, readAlertSearch } from './view-model.ts'

test('an address is read, and what doesn’t fit is left out', () => {
  const search = { level: 'error', state: 'all', search: 'x', single: true, code: 12, mailbox: 'a' }
  expect(readAlertSearch({ ...search, other: 1 })).toEqual(search)
  expect(
    readAlertSearch({ level: 'loud', state: 1, search: '', single: 'yes', code: 'x' }),
  ).toEqual({})
})

test('open alerts are shown unless others are asked for', () => {
  expect(alertQuery({}).open).toBe(true)
  expect(alertQuery({ state: 'closed' }).open).toBe(false)
  expect(alertQuery({ state: 'all' }).open).toBeUndefined()
  expect(alertQuery({ mailbox: 'a' }, 'b').mailbox).toBe('b')
  expect(deletionFilter(alertQuery({ level: 'error' }))).toEqual({ level: 'error', open: true })
})

test('parts are changed and taken away', () => {
  expect(withPart({ level: 'error' as const, code: 1 }, { code: undefined })).toEqual({
    level: 'error',
  })
  expect([isFiltered({}), isFiltered({ single: true }), isFiltered({ code: 1 })]).toEqual([
    false,
    false,
    true,
  ])
})
