import { expect, test } from 'vitest'
import { changesShown, changeText, instantsOf, readSearch } from './view-model.ts'

const change = (name: string, before: string | null, after: string | null) => ({
  name,
  before,
  after,
  label: name,
  from: before,
  to: after,
})

test.each([
  [change('a', 'true', 'false'), 'a: true → false'],
  [change('a', null, 'x'), 'a: nothing → x'],
  [change('a', 'x', ''), 'a: x → nothing'],
  [change('signin', null, 'wrong password'), 'wrong password'],
  [change('password', null, 'changed'), 'password changed'],
  [change('a', 'x'.repeat(80), null), `a: ${'x'.repeat(60)}… → nothing`],
])('%j reads "%s"', (given, text) => {
  expect(changeText(given)).toBe(text)
})

test('a row shows three changes, or two and how many more', () => {
  const many = ['a', 'b', 'c', 'd'].map((name) => change(name, null, null))
  expect(changesShown(many.slice(0, 3))).toEqual({ shown: many.slice(0, 3), more: 0 })
  expect(changesShown(many)).toEqual({ shown: many.slice(0, 2), more: 2 })
})

test('what an address asks for is read, the rest left out', () => {
  expect(
    readSearch({ table: 'mailbox', search: '', from: '2026-11-26', to: 'soon', x: 1 }),
  ).toEqual({ table: 'mailbox', from: '2026-11-26' })
})

test('days are whole, the last one included', () => {
  const { from, to } = instantsOf({ from: '2026-11-26', to: '2026-11-26' })
  expect(Date.parse(to!) - Date.parse(from!)).toBe(24 * 60 * 60_000)
})
