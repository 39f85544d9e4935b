import { defineConfig } from 'vitest/config'
import { mutantAsked, withBug } from './test/simulation/mutants.ts'
import ProgressReporter from './test/support/progress.ts'
import LongestFirst from './test/support/sequencer.ts'

const mutant = mutantAsked()

/**
 * What a test waits for ends the wait, and what has died fails it. This only ends a run in which
 * something goes on for ever.
 */
const HOPELESS_MS = 1_800_000

/** Functions and small objects, which leave nothing behind: they share processes. */
const UNITS = [
  'packages/{admin-center,cli,core,dataverse,engine,exchange,server}/src/**/*.test.ts',
  'packages/exchange-sandbox/{src,page/src}/**/*.test.ts',
  'test/chaos/*.test.ts',
  'test/{arrows,spec}.test.ts',
  'bench/**/*.test.ts',
]

export default defineConfig({
  plugins: [
    {
      name: 'plant the bug that MUTANT names (npm run mutate)',
      enforce: 'pre',
      transform: (source, path) => (mutant === undefined ? null : withBug(mutant, path, source)),
    },
  ],
  test: {
    projects: [
      { extends: true, test: { name: 'units', include: UNITS, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: [
            'packages/*/src/**/*.test.ts',
            'packages/*/test/**/*.test.ts',
            'test/**/*.test.ts',
          ],
          exclude: [...UNITS, '**/node_modules/**'],
          // The server's tests and those in browsers are served the built pages.
          globalSetup: 'test/support/prepare.ts',
        },
      },
    ],
    reporters: [new ProgressReporter()],
    sequence: { sequencer: LongestFirst },
    testTimeout: HOPELESS_MS,
    hookTimeout: HOPELESS_MS,
    teardownTimeout: HOPELESS_MS,
    expect: { poll: { timeout: 300_000 } },
    pool: 'forks',
    maxWorkers: 2,
    // What is kept of a file with a bug in it would be served to the next run.
    fsModuleCache: mutant === undefined,
  },
})
