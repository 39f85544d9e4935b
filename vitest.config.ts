import { resolve } from 'node:path'
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

/** Functions and small objects. */
const UNIT = [
  'packages/{admin-api,admin-center,cli,connectors,core,dataverse,engine,http,sandbox-page,server,web-parts,webapi}/src/**/*.test.ts',
  'packages/engine/testing/*.test.ts',
  'packages/exchange-sandbox/src/**/*.test.ts',
  'test/chaos/*.test.ts',
  'test/{arrows,limits,links,npx,spec}.test.ts',
  'bench/**/*.test.ts',
]
/** All that starts programs: servers, commands, clients of others. */
const PROCESS = [
  'packages/cli/test/**/*.test.ts',
  'packages/server/test/typed-client.test.ts',
  'test/simulation/*.test.ts',
  'test/{backup,cli,compatibility,e2e,sbom}.test.ts',
]
const WEB = ['test/web/**/*.test.ts', 'test/editor.test.ts']
/** Everything else: the parts put together in one process, with a database in memory. */
const DB = ['packages/*/{src,test}/**/*.test.ts', 'test/*.test.ts']

/** To compile the embedded database a second time, for speed, costs more than tests gain by it. */
const COMPILED_ONCE = '--liftoff-only'

const DATABASES = 'test/support/prepare-databases.ts'

/**
 * Servers and commands that tests start keep what Node compiled of them: half of a command's time went
 * into compiling the same files again.
 */
const COMPILED = resolve(import.meta.dirname, 'node_modules/.cache/node')

const NONE = ['**/node_modules/**']

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
      { extends: true, test: { name: 'unit', include: UNIT, exclude: NONE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'db',
          include: DB,
          exclude: [...NONE, ...UNIT, ...PROCESS, ...WEB],
          isolate: false,
          execArgv: [COMPILED_ONCE],
          globalSetup: DATABASES,
        },
      },
      {
        extends: true,
        test: {
          name: 'process',
          include: PROCESS,
          exclude: NONE,
          globalSetup: [DATABASES, 'test/support/build-pages.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'web',
          include: WEB,
          exclude: NONE,
          isolate: false,
          globalSetup: [DATABASES, 'test/support/build-pages.ts', 'test/support/start-browser.ts'],
        },
      },
    ],
    reporters: [new ProgressReporter()],
    sequence: { sequencer: LongestFirst },
    testTimeout: HOPELESS_MS,
    hookTimeout: HOPELESS_MS,
    teardownTimeout: HOPELESS_MS,
    expect: { poll: { timeout: 300_000 } },
    env: { NODE_COMPILE_CACHE: COMPILED },
    pool: 'forks',
    maxWorkers: 2,
    // What is kept of a file with a bug in it would be served to the next run.
    fsModuleCache: mutant === undefined,
  },
})
