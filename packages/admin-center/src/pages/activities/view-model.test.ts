import type { ListedActivity } from '@trackmark/admin-api'
import { expect, test } from 'vitest'
import {
  activityQuery,
  byteText,
  partiesByRole,
  readActivitySearch,
  secondLine,
} from './view-model.ts'

const email: ListedActivity = {
  activityId: 'a',
  type: 'email',
  subject: 'Offer',
  isOutgoing: false,
  sender: 'ann@customer.example',
  recipients: 'a@contoso.example;b@contoso.example',
  location: null,
  takesPlaceOn: null,
  status: 'Received',
  attachments: 0,
  createdOn: '2026-01-05T09:00:00.000Z',
}

test('an email names who is at its other end, others where they take place', () => {
  expect(secondLine(email)).toBe('From ann@customer.example')
  expect(secondLine({ ...email, isOutgoing: true })).toBe('To a@contoso.example, b@contoso.example')
  expect(secondLine({ ...email, sender: null })).toBe('Email')
  expect(secondLine({ ...email, type: 'appointment', location: 'Room 1' })).toBe('Room 1')
  expect(secondLine({ ...email, type: 'task' })).toBe('Task')
})

test('people are grouped by their role; the owner is none of them', () => {
  const person = (role: string, name: string) => ({ role, name, address: null, type: null })
  const groups = partiesByRole([
    person('Sender', 'A'),
    person('To', 'B'),
    person('To', 'C'),
    person('Owner', 'D'),
  ])
  expect(groups.map(([role, people]) => [role, people.length])).toEqual([
    ['Sender', 1],
    ['To', 2],
  ])
})

test('sizes are told in their own unit', () => {
  expect([0, 999, 1_000, 1_500_000, 2e12].map(byteText)).toEqual([
    '0 B',
    '999 B',
    '1 kB',
    '1.5 MB',
    '2,000 GB',
  ])
})

test('an address is read, and what doesn’t fit is left out', () => {
  const search = { type: 'task', search: 'x', days: 7, mailbox: 'm', id: 'i' }
  expect(readActivitySearch({ ...search, other: 1 })).toEqual(search)
  expect(readActivitySearch({ type: 'fax', search: '', days: 8, mailbox: 1, id: null })).toEqual({})
  expect(activityQuery({ days: 1 }, Date.UTC(2026, 0, 5)).from).toBe('2026-01-04T00:00:00.000Z')
})
