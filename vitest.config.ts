import { defineConfig } from 'vitest/config'
import { mutantAsked, withBug } from './test/simulation/mutants.ts'

const mutant = mutantAsked()

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
    // The server's tests and those in browsers are served the built pages.
    globalSetup: 'test/support/build-web.ts',
    testTimeout: 900_000,
    // A server of its own starts in hooks; on a busy machine that takes a while.
    hookTimeout: 900_000,
    expect: { poll: { timeout: 300_000 } },
    pool: 'forks',
    maxWorkers: 2,
    // What is kept of a file with a bug in it would be served to the next run.
    fsModuleCache: mutant === undefined,
  },
})
