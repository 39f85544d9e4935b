import { expect, test } from 'vitest'
import { renderProfile, summarize } from './profile-summary.ts'

const node = (id: number, functionName: string, url = '', lineNumber = 0) => ({
  id,
  callFrame: { functionName, url, lineNumber },
})

const profile = {
  nodes: [
    node(1, '(idle)'),
    node(2, 'commit', 'file:///some/where/packages/store/src/sync/commit.ts', 20),
    node(3, 'commit', 'file:///some/where/packages/store/src/sync/commit.ts', 20),
    node(4, 'fetch', 'node:internal/deps/undici/undici', 9),
    node(5, '(garbage collector)'),
    node(6, 'wasm-function[1]', 'wasm://wasm/abc'),
    node(7, 'parse', 'file:///x/node_modules/zod/v4/core/parse.js', 3),
  ],
  samples: [1, 2, 3, 4, 5, 6, 7],
  timeDeltas: [50_000, 10_000, 20_000, 30_000, 5_000, 25_000, 10_000],
}

test('self times add up by function and by area; idle time is apart', () => {
  const summary = summarize(profile)
  expect(summary.idleMs).toBe(50)
  expect(summary.busyMs).toBe(100)
  expect(summary.functions.slice(0, 2)).toEqual([
    { name: 'commit packages/store/src/sync/commit.ts:21', ms: 30, share: 0.3 },
    { name: 'fetch node:internal/deps/undici/undici:10', ms: 30, share: 0.3 },
  ])
  expect(Object.fromEntries(summary.areas.map(({ name, ms }) => [name, ms]))).toEqual({
    'packages/store': 30,
    'node: fetch (undici)': 30,
    wasm: 25,
    zod: 10,
    'garbage collection': 5,
  })
})

test('only the top is kept, no paths of the machine are shown, and an empty profile is nothing', () => {
  const summary = summarize(profile, 2)
  expect(summary.functions).toHaveLength(2)
  expect(renderProfile(summary)).not.toContain('/some/where')
  expect(summarize({ nodes: [] })).toEqual({ busyMs: 0, idleMs: 0, functions: [], areas: [] })
})
