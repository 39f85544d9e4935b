import { expect, test } from 'vitest'
import { renderTimings, type Timings, withTimings } from './timings.ts'

test('statements are counted by their text, failures too, and the costliest comes first', async () => {
  const timings: Timings = new Map()
  const queryable = withTimings(
    {
      query: async (sql) => {
        if (sql.startsWith('broken')) throw new Error('refused')
        return []
      },
    },
    timings,
  )
  await queryable.query('select\n  1')
  await queryable.query('select 1')
  await expect(queryable.query('broken')).rejects.toThrow('refused')
  expect(timings.get('select 1')?.count).toBe(2)
  expect(timings.get('broken')?.count).toBe(1)
  const shown = renderTimings(
    new Map([
      ['cheap', { count: 9, ms: 1 }],
      ['dear', { count: 1, ms: 9 }],
    ]),
  )
  expect(shown.indexOf('dear')).toBeLessThan(shown.indexOf('cheap'))
})
