import {
  ALERT,
  type Alert,
  beforeWrite,
  type CategoryState,
  type CategoryStep,
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
 * Reads the master list and brings both categories in line (CL1-CL5, CL7-CL9). The list has no
 * change feed, so every cycle reads it. A refusal to write it is told and the cycle goes on (CL10);
 * trouble that would meet every other request too ends the cycle as usual.
 * @returns what is to be committed of it
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
  const steps = [tracked, undeliverable].filter((step) => step !== null)
  if (steps.length === 0) return {}

  return {
    relist: isRenamed(before, run.state.categories.tracked),
    categories: steps.flatMap((step) => step.next ?? []),
    alerts: steps.flatMap((step) => step.alerts),
    closeAlerts: steps.every((step) => step.next !== null)
      ? [{ code: ALERT.categoryFailed, subject: null }]
      : [],
  }
}

async function readList(run: Run): Promise<readonly MasterCategory[] | null> {
  try {
    return await run.mailbox.categories.list()
  } catch (error) {
    // What concerns the list alone leaves the rest of the mailbox in step.
    if (!(error instanceof SyncError) || error.scope !== 'categoryList') throw error
    const message = `The category list can't be read: ${error.message}`
    run.happened({ kind: 'leftOut', trouble: { code: LEFT_OUT.categories, message } })
    await commit(run, { alerts: [failed(run, error, 'reading')] })
    return null
  }
}

interface Settled {
  /** Null where the write failed: the next cycle decides again. */
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
  const step = decideCategory({ wanted, needed }, state, list)
  const begun = beforeWrite(step, state)
  if (begun !== null) {
    await commit(run, { categories: [begun], relist: begun.name !== state.name })
  }
  try {
    const next = await perform(run, step)
    if (JSON.stringify(next) === JSON.stringify(state)) return null
    run.happened({ kind: 'categoryChanged', next })
    run.deps.observe?.({ kind: 'category', rule: step.rule })
    return { next, alerts: told(run, step, next) }
  } catch (error) {
    if (!(error instanceof SyncError) || error.scope !== 'categoryList') throw error
    return {
      next: null,
      alerts: [failed(run, error, step.write?.kind === 'delete' ? 'removing' : 'creating')],
    }
  }
}

async function perform(run: Run, step: CategoryStep): Promise<CategoryState> {
  if (step.write === null) return step.next
  if (step.write.kind === 'delete') {
    await run.mailbox.categories.delete(step.write.id)
    return step.next
  }
  try {
    return created(step, await run.mailbox.categories.create(step.write))
  } catch (error) {
    if (!(error instanceof SyncError) || error.remedy !== 'conflict') throw error
    // Somebody was faster, or our own answer was lost: what is there now is adopted (CL2).
    const again = decideCategory(
      { wanted: true, needed: true },
      run.state.categories[step.next.purpose],
      await run.mailbox.categories.list(),
    )
    if (again.write !== null) throw error
    return again.next
  }
}

function told(run: Run, step: CategoryStep, next: CategoryState): Alert[] {
  const name = run.input.mailbox.name
  if (step.told === 'enabled') return [categoryEnabled(name, next.epoch)]
  if (step.told === null) return []
  const left = run.input.mailbox.isApproved ? 'left' : 'unapproved'
  const why = isSynchronized(run.input) ? 'off' : left
  return [categoryRemoved(name, next.epoch, why)]
}

function failed(run: Run, error: SyncError, doing: 'reading' | 'creating' | 'removing'): Alert {
  const { minMs } = run.deps.cadence(run.input)
  const failure = failureOf(error, Math.max(minMs, error.retryAfterMs ?? 0))
  return categoryFailed(run.input.mailbox.name, failure, doing)
}
