import type { Queryable } from '@trackmark/store'

interface Timing {
  count: number
  ms: number
}

/** Time from asking to answer by statement, for the hunt after a slow one; waits are included. */
export type Timings = Map<string, Timing>

export function withTimings(inner: Queryable, timings: Timings): Queryable {
  return {
    query: async <T>(sql: string, parameters?: readonly unknown[]) => {
      const startedAt = performance.now()
      try {
        return await inner.query<T>(sql, parameters)
      } finally {
        const name = nameOf(sql)
        const timing = timings.get(name) ?? { count: 0, ms: 0 }
        timing.count += 1
        timing.ms += performance.now() - startedAt
        timings.set(name, timing)
      }
    },
  }
}

/** Enough of a statement to find it by. */
export function nameOf(sql: string): string {
  return sql.replace(/\s+/g, ' ').trim().slice(0, 100)
}

export function renderTimings(timings: Timings, top = 12): string {
  const ranked = [...timings].sort(([, a], [, b]) => b.ms - a.ms).slice(0, top)
  const line = ([name, { count, ms }]: [string, Timing]) =>
    `    ${ms.toFixed(0).padStart(6)} ms  ${String(count).padStart(5)} x  ${name}`
  return ['  statements by time from asking to answer:', ...ranked.map(line)].join('\n')
}
