import { randomUUID } from 'node:crypto'
import type { ProfileTestStep } from '@trackmark/admin-api'
import {
  backOffMs,
  judgeTest,
  LeaseLostError,
  SyncError,
  TEST_ALERTS,
  type TestStep,
  type TestStepName,
  testAlerts,
} from '@trackmark/core'
import { type Connector, removeProbes, type TestSubject, testMailbox } from '@trackmark/engine'
import {
  type ClaimedTest,
  claimTests,
  type Database,
  endTest,
  noteTest,
  releaseTest,
} from '@trackmark/store'
import type { Logger } from 'pino'
import { adviceFor } from './connection-advice.ts'
import { type Repetition, repeat } from './repeat.ts'

export interface TesterDeps {
  readonly database: Database
  readonly log: Logger
  readonly clock: () => number
  readonly newId: () => string
  readonly random: () => number
  /** @throws SyncError when the profile is absent or its secret can't be read */
  readonly reach: (organizationId: string, profileId: string) => Promise<Connector>
}

/** Longer than all tries of all steps together; after it, another process takes over the test. */
const LEASE_MS = 10 * 60_000
const POLL_MS = 1_000
/** Mailboxes that one process tests at the same time. */
const TESTS_MAX = 4

/** Carries out due tests until it is stopped. */
export function runTester(deps: TesterDeps): Repetition {
  const tests = new Set<Promise<void>>()
  let isStopping = false
  const failed = (error: unknown) =>
    deps.log.error({ error: String(error) }, 'testing mailboxes failed; it is tried again')

  async function poll(): Promise<void> {
    while (!isStopping && tests.size < TESTS_MAX) {
      const claims = await claimTests(deps.database, {
        token: randomUUID(),
        now: deps.clock(),
        leaseMs: LEASE_MS,
        limit: TESTS_MAX - tests.size,
      })
      if (claims.length === 0) return
      for (const claim of claims) {
        const test: Promise<void> = carryOut(deps, claim)
          .catch(failed)
          .finally(() => {
            tests.delete(test)
            repetition.poke()
          })
        tests.add(test)
      }
    }
  }
  const repetition = repeat(POLL_MS, poll, failed)
  return {
    poke: repetition.poke,
    stop: async () => {
      isStopping = true
      await repetition.stop()
      await Promise.all(tests)
    },
  }
}

/** Carries out one claimed test, or removes a probe that a test left behind (TE3). */
export async function carryOut(deps: TesterDeps, claim: ClaimedTest): Promise<void> {
  try {
    if (claim.isCleanup) return await removeProbe(deps, claim)
    await test(deps, claim)
  } catch (error) {
    // Another process has the test now, or it was restarted, so this one writes nothing more.
    if (!(error instanceof LeaseLostError)) throw error
  }
}

async function test(deps: TesterDeps, claim: ClaimedTest): Promise<void> {
  const { database, clock } = deps
  const isOurs = (isHeld: boolean) => {
    if (!isHeld) throw new LeaseLostError()
  }
  const subject: TestSubject = {
    isApproved: claim.isApproved,
    emailAddress: claim.emailAddress,
    mail: claim.methods.incoming === 2,
    appointmentsAndTasks: claim.methods.act === 1 && !claim.isQueue,
  }
  const steps = await testMailbox(
    {
      open: async () => {
        const connector = await connectorOf(deps, claim)
        const { categories, folders } = connector.open(claim.emailAddress)
        return { categories, folders, access: connector.access(claim.emailAddress) }
      },
      clock,
      newId: deps.newId,
      advise: (step, error) => adviceFor(PROFILE_STEP[step], error, claim.emailAddress),
      note: async (some: readonly TestStep[]) =>
        isOurs(await noteTest(database, claim, { steps: json(some) })),
      noteProbe: async (probe) => isOurs(await noteTest(database, claim, { probe })),
    },
    subject,
  )
  const verdict = judgeTest(steps, subject)
  const now = clock()
  await endTest(
    database,
    claim,
    {
      ...verdict,
      steps: json(steps),
      alerts: testAlerts(claim.name, steps, subject),
      closes: TEST_ALERTS,
    },
    { now, cleanupAt: now + backOffMs(1, null, deps.random()), newId: deps.newId },
  )
}

const json = (steps: readonly TestStep[]) =>
  steps as unknown as readonly Readonly<Record<string, unknown>>[]

async function removeProbe(deps: TesterDeps, claim: ClaimedTest): Promise<void> {
  try {
    await removeProbes((await connectorOf(deps, claim)).open(claim.emailAddress))
    await releaseTest(deps.database, claim, null)
  } catch (error) {
    if (!(error instanceof SyncError)) throw error
    const pause = backOffMs(claim.tries, error.retryAfterMs, deps.random())
    await releaseTest(deps.database, claim, deps.clock() + pause)
  }
}

async function connectorOf(deps: TesterDeps, claim: ClaimedTest): Promise<Connector> {
  const trouble =
    claim.profileId === null
      ? `The mailbox ${claim.name} has no server profile.`
      : claim.isProfileActive
        ? null
        : `The server profile ${claim.profileName} is inactive.`
  if (trouble !== null || claim.profileId === null) {
    throw new SyncError('mailbox', 'refused', trouble ?? '', { serverCode: 'InvalidServerProfile' })
  }
  return deps.reach(claim.organizationId, claim.profileId)
}

/** The step of a profile's test that needs the same permission. */
const PROFILE_STEP: Readonly<Record<TestStepName, ProfileTestStep>> = {
  approval: 'signIn',
  signIn: 'signIn',
  mailbox: 'mail',
  mail: 'mail',
  categories: 'categories',
  categoryWrite: 'categories',
  calendar: 'calendar',
  tasks: 'tasks',
}
