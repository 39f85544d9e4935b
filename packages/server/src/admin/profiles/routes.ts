import type {
  ProfileTest,
  ProfileTestResult,
  ProfileTestStep,
  ServerProfileList,
} from '@trackmark/admin-api'
import { SyncError } from '@trackmark/core'
import type { AccessReport } from '@trackmark/engine'
import { checked, readJson, versionTest } from '@trackmark/http'
import { listProfileDetails, type ProfileDetails, recordProfileTest } from '@trackmark/store'
import { Hono } from 'hono'
import type { z } from 'zod'
import { adviceFor, PERMISSIONS } from '../../runtime/connection-advice.ts'
import type { AdminDeps } from '../shared/deps.ts'
import { profileJson } from './json.ts'
import { newProfile, profileChange, profileListing, profileTest } from './schemas.ts'
import {
  addServerProfile,
  changeServerProfile,
  findServerProfile,
  removeServerProfile,
} from './write.ts'

export function profileRoutes(deps: AdminDeps): Hono {
  const { clock } = deps
  const find = (id: string) => findServerProfile(deps, id)
  return new Hono()
    .get('/', async (c) => c.json(await list(deps, checked(profileListing, c.req.query()))))
    .post('/', async (c) => {
      const input = checked(newProfile, await readJson(c.req.raw))
      const { profile, unknownAddresses } = await addServerProfile(deps, input)
      return c.json({ ...profile, unknownAddresses }, 201)
    })
    .get('/:id', async (c) => c.json(profileJson(await find(c.req.param('id')), clock())))
    .patch('/:id', async (c) => {
      const profile = await find(c.req.param('id'))
      const input = checked(profileChange, await readJson(c.req.raw))
      const ifVersion = versionTest(c.req.raw.headers)
      return c.json(await changeServerProfile(deps, profile, input, ifVersion))
    })
    .delete('/:id', async (c) => {
      await removeServerProfile(deps, await find(c.req.param('id')))
      return c.body(null, 204)
    })
    .post('/:id/test', async (c) => {
      const profile = await find(c.req.param('id'))
      const { mailbox } = checked(profileTest, await readJson(c.req.raw))
      return c.json(await test(deps, profile, mailbox))
    })
}

async function list(
  deps: AdminDeps,
  options: z.infer<typeof profileListing>,
): Promise<ServerProfileList> {
  const skip = Number(options.after ?? 0)
  const { profiles, total } = await listProfileDetails(deps.database, deps.organizationId, {
    ...(options.search ? { search: options.search } : {}),
    ...(options.state === 'all' ? {} : { isActive: options.state === 'active' }),
    order: options.sort,
    descending: options.direction === 'desc',
    skip,
    limit: options.limit,
  })
  const seen = skip + profiles.length
  return {
    profiles: profiles.map((profile) => profileJson(profile, deps.clock())),
    total,
    next: seen < total && profiles.length > 0 ? String(seen) : null,
  }
}

/** Tests what the credentials have access to, and stores the result with the profile. */
async function test(
  deps: AdminDeps,
  { profileId }: ProfileDetails,
  mailbox: string,
): Promise<ProfileTest> {
  const { organizationId } = deps
  const startedOn = deps.clock()
  deps.changed({ profileId })
  const answer = testJson(await access(deps, profileId, mailbox), mailbox)
  const failed = answer.steps.find(({ result }) => result === 'failure' || result === 'warning')
  await recordProfileTest(deps.database, organizationId, profileId, {
    startedOn,
    status: !answer.ok ? 0 : failed === undefined ? 1 : 2,
    message: failed?.message ?? null,
    durationMs: Math.max(0, deps.clock() - startedOn),
  })
  return answer
}

async function access(deps: AdminDeps, profileId: string, mailbox: string): Promise<AccessReport> {
  try {
    const connector = await deps.reach(deps.organizationId, profileId)
    return await connector.access(mailbox).check()
  } catch (error) {
    // Unusable credentials are reported as a failure of the first step.
    if (!(error instanceof SyncError)) throw error
    const failed = { ok: false, error } as const
    return { signIn: failed, categories: failed, mail: failed, calendar: failed, tasks: failed }
  }
}

const STEPS = ['signIn', 'categories', 'mail', 'calendar', 'tasks'] as const
/** Without the permission for tasks, only tasks aren't synchronized. */
const OPTIONAL: readonly ProfileTestStep[] = ['tasks']

function testJson(report: AccessReport, mailbox: string): ProfileTest {
  const checks = Object.fromEntries(
    STEPS.map((step) => {
      const outcome = report[step]
      return [step, { ok: outcome.ok, message: outcome.ok ? null : outcome.error.message }]
    }),
  ) as ProfileTest['checks']
  const ok = STEPS.every((step) => OPTIONAL.includes(step) || report[step].ok)
  return { ok, checks, steps: STEPS.map((step) => stepResult(report, step, mailbox)) }
}

function stepResult(
  report: AccessReport,
  step: ProfileTestStep,
  mailbox: string,
): ProfileTestResult {
  const nothing = { permission: PERMISSIONS[step], code: null, message: null, advice: null }
  const outcome = report[step]
  if (outcome.ok) return { step, result: 'success', ...nothing }
  if (step !== 'signIn' && !report.signIn.ok) return { step, result: 'notRun', ...nothing }
  return {
    step,
    result: OPTIONAL.includes(step) ? 'warning' : 'failure',
    permission: PERMISSIONS[step],
    code: outcome.error.serverCode,
    ...adviceFor(step, outcome.error, mailbox),
  }
}
