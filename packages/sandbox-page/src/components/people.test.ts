import { expect, test } from 'vitest'
import { knownPeople, outsiders, parseRecipient, suggestions } from './people.ts'

const users = [{ id: '1', displayName: 'Maëlle Quint', mail: 'maelle@a.example', jobTitle: null }]
const known = knownPeople(users, [{ name: 'Owen Pryce', address: 'owen@farm.example' }])

test.each([
  ['maelle', 'Maëlle Quint'],
  ['QUINT ma', 'Maëlle Quint'],
  ['farm', 'Owen Pryce'],
])('"%s" finds %s', (typed, name) => {
  expect(suggestions(known, typed, []).map((one) => one.name)).toEqual([name])
})

test('nobody is offered twice', () => {
  expect(suggestions(known, '', ['OWEN@farm.example'])).toHaveLength(1)
})

test.each([
  ['a@b.example', { name: 'a@b.example', address: 'a@b.example' }],
  [' Ada L <a@b.example> ', { name: 'Ada L', address: 'a@b.example' }],
  ['Ada', null],
  ['a@b@c', null],
  ['a@b;c@d', null],
])('"%s" as a recipient', (typed, parsed) => {
  expect(parseRecipient(typed)).toEqual(parsed)
})

test('who has no mailbox here is told apart', () => {
  const to = ['Maelle@A.example', 'x@y.example'].map((address) => ({ emailAddress: { address } }))
  expect(outsiders(users, to)).toEqual(['x@y.example'])
})
