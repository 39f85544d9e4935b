import {
  ALERT,
  type Alert,
  beforeWrite,
  type CategoryDecision,
  type CategoryState,
  categoryEnabled,
  categoryFailed,
  categoryRemoved,
  created,
  decideCategory,
  type Effects,
  failureOf,
  isRenamed,
  isSynchronized,
  LEFT_OUT,
  type MasterCategory,
  SyncError,
} from '@trackmark/core'
import { commit } from './commit.ts'
import type { Run } from './run.ts'

/**
 * Reads the master list and brings both categories into the wanted state (CL1-CL5, CL7-CL9). The
 * list has no change feed, so every cycle reads it. If the list can't be read or written, an alert
 * says so and the cycle goes on (CL10). A failure that would hit every other request, too, ends
 * the cycle.
 * @returns effects to be committed
 */
export async function categoryPass(
  run: Run,
  undeliverableNeeded = false,
): Promise<Partial<Effects>> {
  const before = run.state.categories.tracked
  const list = await readList(run)
  run.happened({ kind: 'categoriesAsked', areKnown: list !== null })
  if (list === null) return {}
  const tracked = await settle(run, 'tracked', list, true)
  const undeliverable = await settle(run, 'undeliverable', list, undeliverableNeeded)
  const decisions = [tracked, undeliverable].filter((decision) => decision !== null)
  if (decisions.length === 0) return {}

  return {
    relist: isRenamed(before, run.state.categories.tracked),
    categories: decisions.flatMap((decision) => decision.next ?? []),
    alerts: decisions.flatMap((decision) => decision.alerts),
    closeAlerts: decisions.every((decision) => decision.next !== null)
      ? [{ code: ALERT.categoryFailed, subject: null }]
      : [],
  }
}

async function readList(run: Run): Promise<readonly MasterCategory[] | null> {
  try {
    return await run.mailbox.categories.list()
  } catch (error) {
    // A failure of the list alone doesn't stop the synchronization of the mailbox.
    if (!(error instanceof SyncError) || error.scope !== 'categoryList') throw error
    const message = `The category list can't be read: ${error.message}`
    run.happened({ kind: 'leftOut', trouble: { code: LEFT_OUT.categories, message } })
    await commit(run, { alerts: [failed(run, error, 'reading')] })
    return null
  }
}

interface Settled {
  /** Null if the write failed; the next cycle decides again. */
  readonly next: CategoryState | null
  readonly alerts: readonly Alert[]
}

async function settle(
  run: Run,
  purpose: CategoryState['purpose'],
  list: readonly MasterCategory[],
  needed: boolean,
): Promise<Settled | null> {
  const state = run.state.categories[purpose]
  const wanted = run.marksRead
  const decision = decideCategory({ wanted, needed }, state, list)
  const begun = beforeWrite(decision, state)
  if (begun !== null) {
    await commit(run, { categories: [begun], relist: begun.name !== state.name })
  }
  try {
    const next = await perform(run, decision)
    if (JSON.stringify(next) === JSON.stringify(state)) return null
    run.happened({ kind: 'categoryChanged', next })
    run.deps.observe?.({ kind: 'category', rule: decision.rule })
    return { next, alerts: alertsOf(run, decision, next) }
  } catch (error) {
    if (!(error instanceof SyncError) || error.scope !== 'categoryList') throw error
    return {
      next: null,
      alerts: [failed(run, error, decision.write?.kind === 'delete' ? 'removing' : 'creating')],
    }
  }
}

async function perform(run: Run, decision: CategoryDecision): Promise<CategoryState> {
  if (decision.write === null) return decision.next
  if (decision.write.kind === 'delete') {
    await run.mailbox.categories.delete(decision.write.id)
    return decision.next
  }
  try {
    return created(decision, await run.mailbox.categories.create(decision.write))
  } catch (error) {
    if (!(error instanceof SyncError) || error.remedy !== 'conflict') throw error
    // Somebody else created it first, or our own answer was lost. The existing category is adopted
    // (CL2).
    const again = decideCategory(
      { wanted: true, needed: true },
      run.state.categories[decision.next.purpose],
      await run.mailbox.categories.list(),
    )
    if (again.write !== null) throw error
    return again.next
  }
}

function alertsOf(run: Run, decision: CategoryDecision, next: CategoryState): Alert[] {
  const name = run.input.mailbox.name
  if (decision.alert === 'enabled') return [categoryEnabled(name, next.epoch)]
  if (decision.alert === null) return []
  const left = run.input.mailbox.isApproved ? 'left' : 'unapproved'
  const why = isSynchronized(run.input) ? 'off' : left
  return [categoryRemoved(name, next.epoch, why)]
}

function failed(run: Run, error: SyncError, doing: 'reading' | 'creating' | 'removing'): Alert {
  const { minMs } = run.deps.cadence(run.input)
  const failure = failureOf(error, Math.max(minMs, error.retryAfterMs ?? 0))
  return categoryFailed(run.input.mailbox.name, failure, doing)
}
