import type { MailboxActionResult } from '@trackmark/admin-api'
import { badRequest, checked } from '@trackmark/http'
import {
  type ChangedMailbox,
  changeMailboxes,
  type MailboxChange,
  type MailboxFilter,
  type MailboxMethods,
  mailboxIds,
  markDue,
  type Queryable,
  readMailboxDefaults,
  recordAudit,
  requestTests,
  type Woken,
} from '@trackmark/store'
import { z } from 'zod'
import { auditBy } from '../shared/audited.ts'
import type { AdminDeps } from '../shared/deps.ts'
import { instantText } from '../shared/instants.ts'
import { chooseProfile } from './add.ts'
import { mailboxFilterSchema, storedFilter } from './filter.ts'

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))

const target = {
  ids: z.array(z.guid()).min(1).max(5000).optional(),
  filter: mailboxFilterSchema.partial().optional(),
}

const change = z
  .strictObject({
    ...target,
    action: z.literal('change'),
    methods: z
      .strictObject({
        incoming: z.literal([0, 1, 2, 3]).optional(),
        outgoing: z.literal([0, 1, 2]).optional(),
        act: z.literal([0, 1, 2]).optional(),
      })
      .optional(),
    profileId: z.guid().optional(),
    processFrom: instant.nullable().optional(),
  })
  .refine(
    ({ methods, profileId, processFrom }) =>
      methods !== undefined || profileId !== undefined || processFrom !== undefined,
    { message: 'give methods, profileId or processFrom' },
  )

const action = z.discriminatedUnion('action', [
  z.strictObject({
    ...target,
    action: z.enum(['approve', 'reject', 'applyDefaults', 'sync', 'activate', 'deactivate']),
  }),
  z.strictObject({ ...target, action: z.literal('test'), processFrom: instant.optional() }),
  change,
])

/** Mailboxes that are changed in one transaction; a bulk command is carried out in slices. */
const SLICE = 2_000

/**
 * Carries out a command on the mailboxes with given ids, or on all that a filter finds. Each slice is changed and
 * recorded in one transaction; repeating the command changes nothing more.
 */
export async function actOnMailboxes(deps: AdminDeps, body: unknown): Promise<MailboxActionResult> {
  const input = checked(action, body)
  if ((input.ids === undefined) === (input.filter === undefined)) {
    throw badRequest('Give either ids, or a filter; an empty filter means every mailbox.')
  }
  const act = await actionOf(deps, input)
  const filter = await storedFilter(deps, input.filter ?? {})
  const chosen = input.ids === undefined ? filter : within(filter, input.ids)
  const startedOn = instantText(deps.clock())
  let mailboxes = 0
  let changed = 0
  let queued = 0
  // Slices are ordered by id, so that none is skipped when the command changes what the filter finds.
  for (let after: string | null = null; ; ) {
    const ids = await mailboxIds(deps.database, deps.organizationId, chosen, {
      after,
      limit: SLICE,
    })
    if (ids.length === 0) break
    const done = await act(ids)
    changed += done.due
    queued += done.queued
    mailboxes += ids.length
    after = ids.at(-1)!
    if (ids.length < SLICE) break
  }
  return { mailboxes, changed, queued, startedOn }
}

function within(filter: MailboxFilter, ids: readonly string[]): MailboxFilter {
  const { mailboxIds: own } = filter
  const wanted = ids.map((id) => id.toLowerCase())
  return {
    ...filter,
    mailboxIds: own === undefined ? wanted : wanted.filter((id) => own.includes(id)),
  }
}

/** Carries out the command on one slice. The result's `due` counts the mailboxes that it changed. */
type Act = (ids: readonly string[]) => Promise<Woken>

async function actionOf(deps: AdminDeps, input: z.infer<typeof action>): Promise<Act> {
  const { database, organizationId, clock } = deps
  switch (input.action) {
    case 'approve':
      return changing(deps, { approval: 'approved' })
    case 'reject':
      return changing(deps, { approval: 'rejected' })
    case 'activate':
      return changing(deps, { isActive: true })
    case 'deactivate':
      return changing(deps, { isActive: false })
    case 'sync':
      return (ids) => markDue(database, organizationId, ids, clock())
    case 'test': {
      const { processFrom } = input
      return changing(deps, processFrom === undefined ? {} : { processFrom }, true)
    }
    case 'applyDefaults': {
      const defaults = await readMailboxDefaults(database, organizationId)
      const profile = await chooseProfile(deps, defaults.profileId ?? undefined)
      const methods = defaults.methods as MailboxMethods
      // As in Dynamics 365, applying the defaults also tests and enables the mailboxes.
      return changing(deps, { methods, profileId: profile.profileId }, true)
    }
    case 'change': {
      const { methods, profileId, processFrom } = input
      const profile = profileId === undefined ? null : await chooseProfile(deps, profileId)
      return changing(deps, {
        ...(methods === undefined ? {} : { methods: methods as Partial<MailboxMethods> }),
        ...(profile === null ? {} : { profileId: profile.profileId }),
        ...(processFrom === undefined ? {} : { processFrom }),
      })
    }
  }
}

function changing(deps: AdminDeps, input: MailboxChange, tests = false): Act {
  const { database, organizationId, caller, clock } = deps
  const by = caller.userId
  return (ids) =>
    database.transaction(async (tx) => {
      const now = clock()
      const changed =
        Object.keys(input).length === 0
          ? []
          : await changeMailboxes(tx, organizationId, ids, input, { by, now })
      await auditMailboxes(deps, tx, changed)
      if (!tests) return { due: changed.length, queued: 0 }
      const test = { testId: deps.newId(), by, now }
      return { due: await requestTests(tx, organizationId, ids, test), queued: 0 }
    })
}

const asText = (value: unknown): string | null => (value == null ? null : String(value))

/** Records changes of mailboxes in the audit, in the transaction that makes them. */
export async function auditMailboxes(
  deps: AdminDeps,
  tx: Queryable,
  changed: readonly ChangedMailbox[],
): Promise<void> {
  const entries = changed.map(({ mailboxId, name, before, after }) => ({
    ...auditBy(deps),
    operation: 'update' as const,
    table: 'mailbox',
    objectId: mailboxId,
    objectName: name,
    changes: Object.keys(after).map((column) => ({
      name: column,
      before: asText(before[column]),
      after: asText(after[column]),
    })),
  }))
  await recordAudit(tx, deps.organizationId, entries, deps.clock())
}
