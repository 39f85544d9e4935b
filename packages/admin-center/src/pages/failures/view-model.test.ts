import type { Failure } from '@trackmark/admin-api'
import { expect, test } from 'vitest'
import { failureQuery, itemName, mayTry, readFailureSearch } from './view-model.ts'

const failure = (patch: Partial<Failure>): Failure => ({
  source: 'item',
  id: 'i',
  mailboxId: 'm',
  mailboxName: 'Ada',
  isOwn: false,
  itemKind: 'message',
  subject: null,
  activityId: null,
  state: 'retrying',
  code: 'ErrorX',
  reason: 'It failed.',
  tries: 1,
  nextTryOn: null,
  failedOn: '2026-01-05T09:00:00.000Z',
  ...patch,
})

test('a subject that isn’t there, or is nobody else’s business, is told as such', () => {
  expect(itemName(failure({ subject: 'Offer' }))).toEqual({ name: 'Offer', note: null })
  expect(itemName(failure({ subject: '***' })).note).toMatch(/hidden/)
  expect(itemName(failure({ itemKind: 'task' })).name).toBe('Task')
})

test('only what can be tried is tried', () => {
  expect(mayTry(failure({}))).toBe(true)
  expect(mayTry(failure({ state: 'givenUp' }))).toBe(true)
  expect(mayTry(failure({ state: 'notTracked' }))).toBe(false)
})

test('an address is read, and what doesn’t fit is left out', () => {
  expect(readFailureSearch({ section: 'act', state: 'odd', search: 5 })).toEqual({ section: 'act' })
  expect(failureQuery({}, 'm')).toMatchObject({ section: 'incoming', mailbox: 'm' })
})
