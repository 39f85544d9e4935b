import type { MailboxTestStepName, MailboxTestSummary } from '@trackmark/admin-api'
import { checked } from '@trackmark/http'
import { summarizeTests, type TestGroup } from '@trackmark/store'
import { z } from 'zod'
import type { AdminDeps } from '../shared/deps.ts'
import { scopeOf } from '../shared/scope.ts'

const testListing = z.strictObject({ since: z.iso.datetime({ offset: true }) })

/**
 * Progress of "Test & Enable" of many mailboxes, as far as the caller may see them.
 * @param query `since`, an ISO 8601 instant
 */
export async function testSummary(deps: AdminDeps, query: unknown): Promise<MailboxTestSummary> {
  const since = Date.parse(checked(testListing, query).since)
  const own = await scopeOf(deps)
  const { organizationId } = deps
  const scope = own === 'all' ? null : own
  const groups = await summarizeTests(deps.database, organizationId, since, scope)
  const count = (of: (group: TestGroup) => boolean) =>
    groups.filter(of).reduce((sum, group) => sum + group.count, 0)
  return {
    waiting: count(({ state }) => state !== 'done'),
    passed: count(({ state, step }) => state === 'done' && step === null),
    failed: count(({ step }) => step !== null),
    reasons: groups.flatMap(({ state: _state, step, ...rest }) =>
      step === null ? [] : [{ step: step as MailboxTestStepName, ...rest }],
    ),
  }
}
