import { defineConfig } from 'vitest/config'
import { mutantAsked, withBug } from './test/simulation/mutants.ts'
import ProgressReporter from './test/support/progress.ts'

const mutant = mutantAsked()

/**
 * What a test waits for ends the wait, and what has died fails it. This only ends a run in which
 * something goes on for ever.
 */
const HOPELESS_MS = 1_800_000

export default defineConfig({
  plugins: [
    {
      name: 'plant the bug that MUTANT names (npm run mutate)',
      enforce: 'pre',
      transform: (source, path) => (mutant === undefined ? null : withBug(mutant, path, source)),
    },
  ],
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/*/test/**/*.test.ts',
      'packages/exchange-sandbox/page/src/**/*.test.ts',
      'test/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    reporters: [new ProgressReporter()],
    // The server's tests and those in browsers are served the built pages.
    globalSetup: ['test/support/build-web.ts', 'test/support/make-template.ts'],
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
