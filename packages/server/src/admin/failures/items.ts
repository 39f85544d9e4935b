import type { FailedItem, FailedItems } from '@trackmark/admin-api'
import { type ItemRef, SyncError } from '@trackmark/core'
import { type FailedItemPlace, findFailedItems } from '@trackmark/store'
import type { AdminDeps } from '../shared/deps.ts'
import { isoOrNull } from '../shared/instants.ts'

/** How long the answer waits for a mail server, in milliseconds. */
const PATIENCE_MS = 15_000

type Ref = Pick<FailedItemPlace, 'source' | 'mailboxId' | 'id'>

/**
 * Reads subjects and the like of failed items from the mailboxes. Subjects of items that were never tracked aren't
 * stored, neither here nor elsewhere. Items of others' mailboxes are left out.
 */
export async function readFailedItems(deps: AdminDeps, refs: readonly Ref[]): Promise<FailedItems> {
  const { database, organizationId, caller } = deps
  const items = await findFailedItems(database, organizationId, caller.userId, refs)
  const mailboxIds = [...new Set(items.map(({ mailboxId }) => mailboxId))]
  const read = mailboxIds.map((mailboxId) =>
    inTime(
      deps,
      items.filter((item) => item.mailboxId === mailboxId),
    ),
  )
  return { items: (await Promise.all(read)).flat() }
}

async function inTime(
  deps: AdminDeps,
  items: readonly FailedItemPlace[],
): Promise<readonly FailedItem[]> {
  const { promise: late, resolve } = Promise.withResolvers<readonly FailedItem[]>()
  const timer = setTimeout(() => {
    resolve(items.map((item) => problemOf(item, 'The mail server has not answered in time.')))
  }, PATIENCE_MS)
  try {
    return await Promise.race([readMailbox(deps, items), late])
  } finally {
    clearTimeout(timer)
  }
}

async function readMailbox(
  deps: AdminDeps,
  items: readonly FailedItemPlace[],
): Promise<readonly FailedItem[]> {
  const [{ profileId, emailAddress } = { profileId: null, emailAddress: '' }] = items
  if (profileId === null) {
    return items.map((item) => problemOf(item, 'The mailbox has no server profile.'))
  }
  try {
    const connector = await deps.reach(deps.organizationId, profileId)
    const outcomes = await connector.open(emailAddress).items.summaries(items.map(refOf))
    return items.map((item, at) => {
      const outcome = outcomes[at]!
      if (!outcome.ok) return problemOf(item, refused(outcome.error))
      if (outcome.value === null) return problemOf(item, 'It is no longer in the mailbox.')
      const { at: takesPlace, ...seen } = outcome.value
      return { ...keysOf(item), ...seen, at: isoOrNull(takesPlace), problem: null }
    })
  } catch (error) {
    if (!(error instanceof SyncError)) throw error
    return items.map((item) => problemOf(item, refused(error)))
  }
}

/** Omits what the engine does next, because the failure itself says it. */
const refused = ({ answer, message }: SyncError): string =>
  answer === null ? message : `The mail server answered ${answer}.`

const refOf = ({ itemKind: kind, itemKey: key, folder }: FailedItemPlace): ItemRef => ({
  kind,
  key,
  folder,
})

const keysOf = ({ source, mailboxId, id }: FailedItemPlace): Ref => ({ source, mailboxId, id })

const problemOf = (item: FailedItemPlace, problem: string): FailedItem => ({
  ...keysOf(item),
  subject: null,
  sender: null,
  at: null,
  webLink: null,
  problem,
})
