import { ALERT } from './alerts.ts'
import type { Alert } from './types.ts'

/** In the order they are taken. */
export const TEST_STEPS = [
  'approval',
  'signIn',
  'mailbox',
  'mail',
  'categories',
  'categoryWrite',
  'calendar',
  'tasks',
] as const
export type TestStepName = (typeof TEST_STEPS)[number]

/** One step of "Test & Enable" (TE1). */
export interface TestStep {
  readonly step: TestStepName
  /** `warning`: failed, and can be done without. `notRun`: an earlier one failed, or it isn't wanted. */
  readonly result: 'success' | 'warning' | 'failure' | 'notRun'
  readonly durationMs: number | null
  readonly code: string | null
  readonly message: string | null
  readonly advice: string | null
}

/** What of the mailbox is to be synchronized. */
export interface TestWanted {
  readonly mail: boolean
  readonly appointmentsAndTasks: boolean
}

/** `mailbox_incomingemailstatus` and the others: 0 Not Run, 1 Success, 2 Failure. */
export type TestStatus = 0 | 1 | 2

export interface TestVerdict {
  readonly incoming: TestStatus
  /** TE5: nothing is sent, so there is nothing to try. */
  readonly outgoing: 0
  readonly act: TestStatus
  readonly mailbox: TestStatus
}

/** What everything else depends on. */
const BASE: readonly TestStepName[] = [
  'approval',
  'signIn',
  'mailbox',
  'categories',
  'categoryWrite',
]

/**
 * TE2: a method passes when what it needs passed. Tasks can be done without, since they take a
 * permission that not every organization gives.
 */
export function judgeTest(steps: readonly TestStep[], wanted: TestWanted): TestVerdict {
  const passed = (names: readonly TestStepName[]): TestStatus =>
    names.every((name) => isPassed(steps, name)) ? 1 : 2
  const incoming = wanted.mail ? passed([...BASE, 'mail']) : 0
  const act = wanted.appointmentsAndTasks ? passed([...BASE, 'calendar']) : 0
  const mailbox = Math.max(passed(BASE), incoming, act) as TestStatus
  return { incoming, outgoing: 0, act, mailbox }
}

function isPassed(steps: readonly TestStep[], name: TestStepName): boolean {
  const result = steps.find(({ step }) => step === name)?.result
  return result === 'success' || result === 'warning'
}

/** Whether a step is taken, by what the earlier ones came to (TE1). */
export function isStepDue(
  step: TestStepName,
  earlier: readonly TestStep[],
  wanted: TestWanted,
): boolean {
  const passed = (name: TestStepName) => isPassed(earlier, name)
  switch (step) {
    // A missing approval says nothing of the mailbox: the rest is tried all the same.
    case 'approval':
    case 'signIn':
      return true
    case 'mailbox':
      return passed('signIn')
    case 'mail':
      return wanted.mail && passed('mailbox')
    case 'categories':
      return passed('mailbox')
    case 'categoryWrite':
      return passed('categories')
    case 'calendar':
    case 'tasks':
      return wanted.appointmentsAndTasks && passed('mailbox')
  }
}

/**
 * TE3: names the category that is made to see whether one can be made. A person who finds one knows that
 * it may go; anything of that name is ours.
 */
export const PROBE_PREFIX = 'Trackmark test (may be deleted)'
export const isProbe = (name: string): boolean =>
  name.toLowerCase().startsWith(PROBE_PREFIX.toLowerCase())

/** Alerts of earlier tests that a new one takes the place of. */
export const TEST_ALERTS = [ALERT.testPassed, ALERT.testFailedMail, ALERT.testFailedAct] as const

/** TE4: after A16, A15 and A21 of the original; success is told to the owner as well. */
export function testAlerts(
  mailbox: string,
  steps: readonly TestStep[],
  wanted: TestWanted,
): readonly Alert[] {
  const verdict = judgeTest(steps, wanted)
  const failed = steps.find(({ result }) => result === 'failure')
  const base = {
    subject: '',
    question: null,
    level: 'error',
    details: failed?.code == null ? null : `Email Server Error Code: ${failed.code}`,
  } as const
  const why = failed?.message == null ? '' : ` ${failed.message}`
  if (verdict.mailbox === 1) {
    const what = [
      ...(wanted.mail ? ['incoming email'] : []),
      ...(wanted.appointmentsAndTasks ? ['appointments and tasks'] : []),
    ].join(', ')
    const text = what
      ? `The mailbox ${mailbox} has been tested and enabled for the synchronization of ${what}.`
      : `The mailbox ${mailbox} has been tested. Nothing of it is synchronized.`
    return [{ ...base, code: ALERT.testPassed, level: 'information', details: null, text }]
  }
  const alerts: Alert[] = []
  if (failed?.step === 'approval') {
    return [
      {
        ...base,
        code: ALERT.testFailedMail,
        text: `Email can't be received for the mailbox ${mailbox} because the email address of the mailbox ${mailbox} is not approved. Approve the email address, then test and enable the mailbox.`,
      },
    ]
  }
  if (verdict.incoming === 2 || verdict.act === 0) {
    alerts.push({
      ...base,
      code: ALERT.testFailedMail,
      text: `Email cannot be received for the mailbox ${mailbox}.${why} Make sure that the credentials of its server profile are correct and have sufficient permissions for receiving email. Then, test and enable the mailbox.`,
    })
  }
  if (verdict.act === 2) {
    alerts.push({
      ...base,
      code: ALERT.testFailedAct,
      text: `Appointments, contacts, and tasks can't be synchronized.${why} Make sure that the credentials of the server profile of the mailbox ${mailbox} are correct and have sufficient permissions. Then, test and enable the mailbox.`,
    })
  }
  return alerts
}
