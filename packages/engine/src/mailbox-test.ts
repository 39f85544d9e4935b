import {
  type Instant,
  isProbe,
  isStepDue,
  PROBE_PREFIX,
  SyncError,
  TEST_STEPS,
  type TestStep,
  type TestStepName,
  type TestWanted,
} from '@trackmark/core'
import type { Mailbox, MailboxAccess } from './ports/index.ts'

/** The part of a mailbox that a test needs. */
export interface TestedMailbox extends Pick<Mailbox, 'categories' | 'folders'> {
  readonly access: Pick<MailboxAccess, 'signIn' | 'reach'>
}

export interface MailboxTestDeps {
  /** @throws SyncError when the server profile is absent or its secret can't be read */
  readonly open: () => Promise<TestedMailbox>
  readonly clock: () => Instant
  readonly newId: () => string
  /** Explains in words what a failure means and what to do. */
  readonly advise: (
    step: TestStepName,
    error: SyncError,
  ) => { readonly message: string; readonly advice: string }
  /** Stores the steps at once, so that a person sees the progress. @throws LeaseLostError */
  readonly note: (steps: readonly TestStep[]) => Promise<void>
  /** TE3: stored before a probe may exist in the mailbox. @throws LeaseLostError */
  readonly noteProbe: (mayStand: boolean) => Promise<void>
}

export interface TestSubject extends TestWanted {
  readonly isApproved: boolean
  readonly emailAddress: string
}

/**
 * "Test & Enable": every step is really tried in the mailbox (TE1). It rejects only if the lease
 * is lost or something other than the mailbox fails; another process then starts again.
 */
export async function testMailbox(
  deps: MailboxTestDeps,
  subject: TestSubject,
): Promise<readonly TestStep[]> {
  const steps: TestStep[] = []
  for (const step of TEST_STEPS) {
    steps.push(isStepDue(step, steps, subject) ? await take(deps, subject, step) : notRun(step))
    await deps.note(steps)
  }
  return steps
}

const NOTHING = { durationMs: null, code: null, message: null, advice: null } as const
const notRun = (step: TestStepName): TestStep => ({ step, result: 'notRun', ...NOTHING })

async function take(
  deps: MailboxTestDeps,
  subject: TestSubject,
  step: TestStepName,
): Promise<TestStep> {
  if (step === 'approval') return approval(subject)
  const startedAt = deps.clock()
  const done = (rest: Omit<TestStep, 'step' | 'durationMs'>): TestStep => ({
    step,
    durationMs: Math.max(0, deps.clock() - startedAt),
    ...rest,
  })
  try {
    await STEPS[step](await deps.open(), deps)
    return done({ result: 'success', code: null, message: null, advice: null })
  } catch (error) {
    if (!(error instanceof SyncError) || error.name === 'LeaseLostError') throw error
    return done({
      result: step === 'tasks' ? 'warning' : 'failure',
      code: error.serverCode ?? error.name,
      ...deps.advise(step, error),
    })
  }
}

function approval({ isApproved, emailAddress }: TestSubject): TestStep {
  if (isApproved) return { step: 'approval', result: 'success', ...NOTHING }
  return {
    step: 'approval',
    result: 'failure',
    durationMs: null,
    code: 'EmailAddressNotApproved',
    message: `The email address ${emailAddress} is not approved, and the organization processes emails only for approved users and queues.`,
    advice:
      'Choose "Approve Email" for the mailbox, or turn "Process emails only for approved users" (or queues) off under Settings > Email > Email settings.',
  }
}

const STEPS: Readonly<
  Record<
    Exclude<TestStepName, 'approval'>,
    (mailbox: TestedMailbox, deps: MailboxTestDeps) => Promise<unknown>
  >
> = {
  signIn: ({ access }) => access.signIn(),
  mailbox: ({ access }) => access.reach(),
  mail: ({ folders }) => folders.list(null, { mail: true, calendar: false, tasks: false }),
  categories: ({ categories }) => categories.list(),
  categoryWrite: probe,
  calendar: (mailbox) => kindOf(mailbox, 'calendar'),
  tasks: (mailbox) => kindOf(mailbox, 'taskList'),
}

async function kindOf({ folders }: TestedMailbox, kind: 'calendar' | 'taskList'): Promise<void> {
  const { unavailable } = await folders.list(null, {
    mail: false,
    calendar: kind === 'calendar',
    tasks: kind === 'taskList',
  })
  const refused = unavailable.find((one) => one.kind === kind)
  if (refused !== undefined) throw refused.error
}

/** Creates a category and deletes it again, together with any that an earlier test left behind. */
async function probe(mailbox: TestedMailbox, deps: MailboxTestDeps): Promise<void> {
  await deps.noteProbe(true)
  const name = `${PROBE_PREFIX} ${deps.newId().slice(0, 8)}`
  await mailbox.categories.create({ name, color: 'none' })
  await removeProbes(mailbox)
  await deps.noteProbe(false)
}

/** TE3: afterwards no probe is left in the mailbox's list. */
export async function removeProbes({ categories }: Pick<Mailbox, 'categories'>): Promise<void> {
  for (const { id, name } of await categories.list()) {
    if (isProbe(name)) await categories.delete(id)
  }
}
