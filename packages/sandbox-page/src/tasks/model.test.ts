import { expect, test } from 'vitest'
import type { Task } from '../api/wire.ts'
import { dueOf, sorted } from './model.ts'

const task = (title: string, day: string | null, importance: Task['importance'] = 'normal') =>
  ({
    title,
    importance,
    ...(day !== null && { dueDateTime: { dateTime: `${day}T00:00:00`, timeZone: 'UTC' } }),
  }) as Task

test('what is due first comes first, then what is important', () => {
  const all = [
    task('d', null),
    task('c', null, 'high'),
    task('b', '2026-12-01'),
    task('a', '2026-11-01'),
  ]
  expect(sorted(all).map(({ title }) => title)).toEqual(['a', 'b', 'c', 'd'])
})

test('a due day can be taken away', () => {
  expect(dueOf('', 'UTC')).toBeNull()
  expect(dueOf('2026-12-01', 'UTC')).toEqual({ dateTime: '2026-12-01T00:00:00', timeZone: 'UTC' })
})
