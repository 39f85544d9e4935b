import { expect, test } from 'vitest'
import { changesIn, daysIn, draftOf, faultsIn, isAddress, shortened } from './view-model.ts'

const STORED = { bodies: 730, audit: null, signInAttempts: 30, trail: null }

test.each([
  ['', null],
  ['  ', null],
  ['1', 1],
  [' 365 ', 365],
  ['36500', 36_500],
  ['0', undefined],
  ['36501', undefined],
  ['-3', undefined],
  ['1.5', undefined],
  ['1e3', undefined],
  ['a year', undefined],
])('%j is read as %j days', (text, days) => {
  expect(daysIn(text)).toBe(days)
})

test('what stands there unchanged is nothing to save', () => {
  expect(changesIn(draftOf(STORED), STORED)).toEqual({})
})

test('fields that changed are saved, and those that cannot be read are not', () => {
  const draft = { ...draftOf(STORED), bodies: '', audit: '365', trail: 'x' }
  expect(changesIn(draft, STORED)).toEqual({ bodies: null, audit: 365 })
  expect(faultsIn(draft)).toEqual(['trail'])
})

test('what is kept for less time than before is deleted, what is kept longer is not', () => {
  const changes = { bodies: 365, audit: 90, signInAttempts: 60, trail: null }
  expect(shortened(changes, STORED)).toEqual([
    { name: 'bodies', days: 365 },
    { name: 'audit', days: 90 },
  ])
})

test('an address has one @ with something on both sides', () => {
  expect(['a@b.example', ' a@b '].map(isAddress)).toEqual([true, true])
  expect(['', 'a', '@b', 'a@', 'a b@c', 'a@b@c'].some(isAddress)).toBe(false)
})
