import {
  backOffMs,
  type Effects,
  failureOf,
  isMoot,
  itemChanged,
  type Link,
  namesOf,
  type OutgoingWrite,
  type SeenItem,
  SyncError,
  triesUsedBy,
  WRITE_TRIES_MAX,
  wantedCategories,
  writeFailed,
  writtenLink,
} from '@trackmark/core'
import { categoryPass } from './category-pass.ts'
import { chunks } from './chunks.ts'
import { commit } from './commit.ts'
import { concernsMailbox } from './park.ts'
import type { Run } from './run.ts'

const WRITES_MAX = 500
const LOOK_UPS = 20
/** How often an item is read again because somebody else changed it before our write. */
const CONFLICTS_MAX = 3

/**
 * Performs queued writes to the mailbox (TR3, TR13). Each reads the item first and writes with its
 * change key, so a repeat after a crash finds the work done, and categories of the user's own are
 * never lost (TR6).
 */
export async function outgoingPass(run: Run): Promise<void> {
  const { deps, input } = run
  const due = await deps.store.dueWrites(input.lease, deps.clock(), WRITES_MAX)
  // While the feature is off nothing is stamped, and nothing is stamped later for that time (CL6,
  // CL7).
  if (!run.marksRead) {
    await commit(run, { doneWrites: due.map(({ id }) => id) })
    return
  }
  if (due.length === 0) return

  if (due.some((write) => write.kind === 'stampUndeliverable')) {
    await commit(run, await categoryPass(run, true))
  }
  for (const slice of chunks(due, LOOK_UPS)) await performSlice(run, slice)
}

async function performSlice(run: Run, writes: readonly OutgoingWrite[]): Promise<void> {
  const items = await run.mailbox.items.light(writes.map((write) => write.item))
  const loaded = await run.deps.store.loadLinks(
    run.input.lease,
    writes.map((write) => write.item.key),
  )
  const links = new Map(loaded.map(({ link }) => [link.key, link]))
  const parts: Partial<Effects>[] = []
  for (const [index, write] of writes.entries()) {
    const outcome = items[index]!
    const link = links.get(write.item.key) ?? null
    parts.push(
      outcome.ok
        ? await performOne(run, write, outcome.value, link)
        : postponed(run, write, outcome.error),
    )
  }
  await commit(run, ...parts)
}

async function performOne(
  run: Run,
  write: OutgoingWrite,
  seen: SeenItem | null,
  link: Link | null,
): Promise<Partial<Effects>> {
  const written = writtenCategories(run)
  let item = seen
  for (let conflict = 0; conflict <= CONFLICTS_MAX; conflict++) {
    if (item === null || isMoot(write, link)) return { doneWrites: [write.id] }
    const { changeKey: before } = item
    const categories = wantedCategories(write.kind, item.categories ?? [], written)
    if (categories === null) return done(write, link, before, before)
    try {
      const after = await run.mailbox.writer.setCategories(item, categories, before)
      return done(write, link, before, after)
    } catch (error) {
      if (!(error instanceof SyncError)) throw error
      if (error.remedy === 'gone') return { doneWrites: [write.id] }
      if (error.remedy !== 'conflict') return postponed(run, write, error)
      const [outcome] = await run.mailbox.items.light([write.item])
      if (outcome === undefined || !outcome.ok) return postponed(run, write, error)
      item = outcome.value
    }
  }
  return postponed(run, write, itemChanged())
}

function writtenCategories({ state: { categories } }: Run) {
  const { tracked, undeliverable } = categories
  return {
    tracked: { name: tracked.name, names: namesOf(tracked) },
    undeliverable: { name: undeliverable.name, names: namesOf(undeliverable) },
  }
}

function done(
  write: OutgoingWrite,
  link: Link | null,
  before: string,
  after: string,
): Partial<Effects> {
  const links = link === null ? [] : [writtenLink(write.kind, link, before, after)]
  return { doneWrites: [write.id], links }
}

function postponed(run: Run, write: OutgoingWrite, error: SyncError): Partial<Effects> {
  const { deps, input } = run
  // A failure of the mailbox stops the cycle; the write stays in the queue.
  if (concernsMailbox(error)) throw error
  const tries = write.tries + triesUsedBy(error.retryAfterMs)
  const now = deps.clock()
  const pause = backOffMs(tries, error.retryAfterMs, deps.random(), deps.pauseScale(input))
  const givenUp = tries >= WRITE_TRIES_MAX
  const failure = failureOf(error, givenUp ? null : pause)
  const alert = writeFailed(input.mailbox.name, write.item.key, failure)
  return givenUp
    ? { doneWrites: [write.id], alerts: [alert] }
    : {
        writes: [
          {
            ...write,
            tries,
            nextTryAt: now + pause,
            failure: { code: error.code, reason: error.message, at: now },
          },
        ],
        alerts: [alert],
      }
}
