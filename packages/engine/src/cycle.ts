import {
  ALERT,
  type CycleClose,
  type CycleInput,
  cadenceMs,
  type Effects,
  failureOf,
  isSynchronized,
  isWithoutEffect,
  joinEffects,
  LeaseLostError,
  mailboxRecovered,
  mailboxRefused,
  mailboxRetry,
  pauseAfterFailure,
  readsFolders,
  SyncError,
} from '@trackmark/core'
import { categoryPass } from './category-pass.ts'
import { commit } from './commit.ts'
import type { EngineDeps } from './deps.ts'
import { endsPass } from './ends-pass.ts'
import { type FolderPassResult, folderPass } from './folder-pass.ts'
import { outgoingPass } from './outgoing-pass.ts'
import { beginCycle, type Claimed, newRun, type Run } from './run.ts'

/**
 * Runs one cycle of one mailbox: categories, items, ends, retries, outgoing writes, close. It
 * never rejects: a failure becomes an alert and the next due time. A process may die between any
 * two awaits; the next owner then repeats at most what wasn't committed.
 * @returns whether the cycle was closed; if the database can't be reached, the lease is still ours
 *   (CY22)
 */
export async function runCycle(deps: EngineDeps, input: CycleInput): Promise<boolean> {
  const claimed = beginCycle(deps, input)
  let ok = false
  let closed = true
  try {
    try {
      const run = newRun(claimed, await deps.openMailbox(input))
      await closeWell(run, await passes(run))
      ok = true
    } catch (error) {
      await closeFailed(claimed, error)
    }
  } catch (error) {
    closed = false
    deps.log.error('a cycle could not be closed; its mailbox is given back later', {
      mailbox: input.lease.mailboxId,
      error: String(error),
    })
  }
  deps.observe?.({ kind: 'cycle', ok, durationMs: deps.clock() - claimed.startedAt })
  return closed
}

interface Passed {
  /** Every folder was read to its end. */
  readonly complete: boolean
  /** Effects still to be committed, together with the end of the cycle. */
  readonly last: Partial<Effects>
}

const NOTHING_READ: FolderPassResult = {
  complete: true,
  mayEnd: true,
  folders: new Set(),
  last: {},
}

async function passes(run: Run): Promise<Passed> {
  const { input } = run
  const categories = await categoryPass(run)
  const follow = readsFolders(input)
  const writes = isSynchronized(input) && input.counts.writesDue > 0
  // If only the category is looked at, the cycle needs a single transaction.
  if (!follow && !writes) return { complete: true, last: categories }
  await commit(run, categories)

  const read = follow ? await folderPass(run) : NOTHING_READ
  const hasEnds = run.state.counts.pendingEnds > 0 || input.health.bulkAnswer !== null
  const ends = follow && read.mayEnd && hasEnds
  const { last } = read
  if (!ends && run.state.counts.writes === 0) return { complete: read.complete, last }
  await commit(run, last)
  if (ends) await endsPass(run, read.folders)
  if (run.state.counts.writes > 0) await outgoingPass(run)
  return { complete: read.complete, last: {} }
}

async function closeWell(run: Run, { complete, last }: Passed): Promise<void> {
  const { deps, input } = run
  const { counts } = run.state
  const { health } = input
  const effects = joinEffects(
    last,
    health.failures > 0 ? recovered(run) : {},
    health.isTroubled && run.state.trouble === null ? NOTHING_LEFT_OUT : {},
  )
  const quietCycles = counts.processed > 0 || !complete ? 0 : health.quietCycles + 1
  const minPolling = input.profile?.minPollingMinutes ?? 0
  const pause = cadenceMs(quietCycles, deps.cadence(input), minPolling, deps.random())
  const close: CycleClose = {
    ...closing(run),
    dueAt: complete ? deps.clock() + pause : deps.clock(),
    failures: 0,
    quietCycles,
    error: run.state.trouble,
    note: run.state.note,
  }
  await deps.store.close(input.lease, close, isWithoutEffect(effects) ? undefined : effects)
}

/** Closes the alerts about folders or a category list that were left out (CY20, CL10). */
const NOTHING_LEFT_OUT: Partial<Effects> = {
  closeAlerts: [
    { code: ALERT.foldersUnreadable, subject: null },
    { code: ALERT.categoryFailed, subject: 'reading' },
  ],
}

/**
 * CY6: raises the alert that the mailbox works again, which closes the alerts about its failure
 * (AL1).
 */
function recovered(run: Run): Partial<Effects> {
  return { alerts: [mailboxRecovered(run.input.mailbox.name, String(run.startedAt))] }
}

function closing(
  run: Claimed,
): Omit<CycleClose, 'dueAt' | 'failures' | 'quietCycles' | 'error' | 'note'> {
  return {
    startedAt: run.startedAt,
    endedAt: run.deps.clock(),
    itemsProcessed: run.state.counts.processed,
    itemsFailed: run.state.counts.failed,
    numbers: run.state.numbers,
  }
}

async function closeFailed(run: Claimed, thrown: unknown): Promise<void> {
  const { deps, input } = run
  const { failures, quietCycles } = input.health
  if (thrown instanceof LeaseLostError) {
    // The settings changed during the cycle, or another worker took over. Nothing was written. If
    // the lease is still ours, the cycle starts again at once with the new settings.
    const error = null
    return deps.store.close(input.lease, {
      ...closing(run),
      dueAt: deps.clock(),
      failures,
      quietCycles,
      error,
      note: null,
    })
  }
  const error = thrown instanceof SyncError ? thrown : unexpected(deps, input, thrown)
  const count = failures + 1
  const pause = pauseAfterFailure(error, count, deps.random(), deps.pauseScale(input))
  const alertOf = error.isMailboxRefused ? mailboxRefused : mailboxRetry
  const failure = failureOf(error, pause)
  const alert = alertOf(input.mailbox.name, input.profile?.name ?? '(none)', failure)
  deps.log.warn('a cycle failed', {
    mailbox: input.lease.mailboxId,
    code: error.code,
    failures: count,
  })
  await commit(run, { alerts: [alert] }).catch((lost: unknown) => {
    if (!(lost instanceof LeaseLostError)) throw lost
  })
  await deps.store.close(input.lease, {
    ...closing(run),
    dueAt: deps.clock() + pause,
    failures: count,
    quietCycles,
    error: { code: error.code, message: error.message },
    note: null,
  })
}

/**
 * A defect of Trackmark itself stops this mailbox and not the process, and raises an alert as any
 * other failure does.
 */
function unexpected(deps: EngineDeps, input: CycleInput, thrown: unknown): SyncError {
  const stack = thrown instanceof Error ? thrown.stack : String(thrown)
  deps.log.error('unexpected failure in a cycle', { mailbox: input.lease.mailboxId, stack })
  return new SyncError('mailbox', 'retry', 'An unexpected error occurred inside Trackmark.', {
    cause: thrown,
    serverCode: 'UnexpectedError',
  })
}
