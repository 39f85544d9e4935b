import { ALERT } from './alerts.ts'
import type { Alert } from './types.ts'

/** The steps in the order in which they run. */
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
  /**
   * `warning`: it failed but isn't required. `notRun`: an earlier one failed, or it isn't wanted.
   */
  readonly result: 'success' | 'warning' | 'failure' | 'notRun'
  readonly durationMs: number | null
  readonly code: string | null
  readonly message: string | null
  readonly advice: string | null
}

/** Which parts of the mailbox are to be synchronized. */
export interface TestWanted {
  readonly mail: boolean
  readonly appointmentsAndTasks: boolean
}

/** `mailbox_incomingemailstatus` and the others: 0 Not Run, 1 Success, 2 Failure. */
export type TestStatus = 0 | 1 | 2

export interface TestVerdict {
  readonly incoming: TestStatus
  /** TE5: Trackmark sends nothing, so there is nothing to test. */
  readonly outgoing: 0
  readonly act: TestStatus
  readonly mailbox: TestStatus
}

/** The steps that all methods depend on. */
const BASE: readonly TestStepName[] = [
  'approval',
  'signIn',
  'mailbox',
  'categories',
  'categoryWrite',
]

/**
 * TE2: a method passes if the steps that it needs passed. Tasks aren't required, since they need a
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

/** Whether a step runs, given the results of the earlier ones (TE1). */
export function isStepDue(
  step: TestStepName,
  earlier: readonly TestStep[],
  wanted: TestWanted,
): boolean {
  const passed = (name: TestStepName) => isPassed(earlier, name)
  switch (step) {
    // A missing approval says nothing about the mailbox, so the rest is tested anyway.
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
 * TE3: start of the name of the category that the test creates. The name tells people that they
 * may delete it; every category with this prefix is ours.
 */
export const PROBE_PREFIX = 'Trackmark test (may be deleted)'
export const isProbe = (name: string): boolean =>
  name.toLowerCase().startsWith(PROBE_PREFIX.toLowerCase())

/** Alerts of earlier tests that a new test closes. */
export const TEST_ALERTS = [ALERT.testPassed, ALERT.testFailedMail, ALERT.testFailedAct] as const

/** TE4: follows A16, A15 and A21 of the original. The owner is informed of success, too. */
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
