import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALERT } from './alerts.ts'
import {
  isProbe,
  isStepDue,
  judgeTest,
  PROBE_PREFIX,
  TEST_STEPS,
  type TestStep,
  type TestStepName,
  testAlerts,
} from './mailbox-test.ts'

const ALL = { mail: true, appointmentsAndTasks: true }

/** All steps succeeded, but those named. */
function steps(but: Partial<Record<TestStepName, TestStep['result']>> = {}): TestStep[] {
  return TEST_STEPS.map((step) => ({
    step,
    result: but[step] ?? 'success',
    durationMs: 1,
    code: but[step] === undefined ? null : 'ErrorX',
    message: but[step] === undefined ? null : 'It failed.',
    advice: null,
  }))
}

describe('Test & Enable', () => {
  test.each([
    ['TE1', 'mailbox', { signIn: 'failure' }, ALL, false],
    ['TE1', 'signIn', { approval: 'failure' }, ALL, true],
    ['TE1', 'categoryWrite', { categories: 'failure' }, ALL, false],
    ['TE1', 'calendar', { categories: 'failure' }, ALL, true],
    ['TE1', 'mail', {}, { ...ALL, mail: false }, false],
    ['TE1', 'tasks', {}, { ...ALL, appointmentsAndTasks: false }, false],
    ['TE1', 'tasks', {}, ALL, true],
  ] as const)(
    '[%s] whether %s is tried after %o, wanted %o: %s',
    (_rule, step, but, wanted, due) => {
      expect(isStepDue(step, steps(but), wanted)).toBe(due)
    },
  )

  test.each([
    ['TE2', {}, ALL, [1, 1, 1]],
    ['TE2', { mail: 'failure' }, ALL, [2, 1, 2]],
    ['TE2', { calendar: 'failure' }, ALL, [1, 2, 2]],
    ['TE2', { tasks: 'warning' }, ALL, [1, 1, 1]],
    ['TE2', { categoryWrite: 'failure' }, ALL, [2, 2, 2]],
    ['TE2', { approval: 'failure' }, ALL, [2, 2, 2]],
    ['TE2', { calendar: 'failure' }, { ...ALL, appointmentsAndTasks: false }, [1, 0, 1]],
    ['TE2', {}, { mail: false, appointmentsAndTasks: false }, [0, 0, 1]],
  ] as const)('[%s] %o with %o comes to %o', (_rule, but, wanted, [incoming, act, mailbox]) => {
    // [TE5] outgoing is never said to have been tried.
    expect(judgeTest(steps(but), wanted)).toEqual({ incoming, outgoing: 0, act, mailbox })
  })

  test('[TE5] nothing is sent, so that outgoing email is never said to be tried', () => {
    const result = fc.constantFrom('success', 'warning', 'failure', 'notRun' as const)
    const any = fc.record(Object.fromEntries(TEST_STEPS.map((name) => [name, result])))
    fc.assert(
      fc.property(any, (but) => {
        expect(judgeTest(steps(but as never), ALL).outgoing).toBe(0)
      }),
    )
  })

  test('[TE3] a probe is known by its name, whatever the case', () => {
    expect(isProbe(`${PROBE_PREFIX} 12`)).toBe(true)
    expect(isProbe(PROBE_PREFIX.toUpperCase())).toBe(true)
    expect(isProbe('Tracked to Dynamics 365')).toBe(false)
  })

  test('[TE4] success is told as information, failure as errors of what failed, with the code', () => {
    expect(testAlerts('Ada', steps(), ALL)).toMatchObject([
      { code: ALERT.testPassed, level: 'information' },
    ])
    expect(testAlerts('Ada', steps({ signIn: 'failure' }), ALL)).toMatchObject([
      { code: ALERT.testFailedMail, level: 'error', details: 'Email Server Error Code: ErrorX' },
      { code: ALERT.testFailedAct, level: 'error' },
    ])
    expect(testAlerts('Ada', steps({ calendar: 'failure' }), ALL)).toMatchObject([
      { code: ALERT.testFailedAct },
    ])
    const [unapproved] = testAlerts('Ada', steps({ approval: 'failure' }), ALL)
    expect(unapproved?.text).toContain('is not approved')
  })
})
