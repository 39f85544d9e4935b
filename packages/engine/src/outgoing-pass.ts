import {
  backOffMs,
  type Commit,
  ItemGoneError,
  type Link,
  namesOf,
  type OutgoingWrite,
  PreconditionFailedError,
  type SeenItem,
  SyncError,
  triesUsedBy,
  wears,
  writeFailed,
} from '@trackmark/core'
import { categoryPass } from './category-pass.ts'
import { chunks } from './page.ts'
import { concernsMailbox, inWords } from './park.ts'
import { commit, type Run, trackedNames } from './run.ts'

const WRITES_MAX = 500
const LOOK_UPS = 20
/** Fresh reads after somebody else changed the item under our write. */
const CONFLICTS_MAX = 3
const TRIES_MAX = 10

/**
 * Performs queued writes to the mailbox (TR3, TR13). Each reads the item first and writes with its
 * change key, so a repeat after a crash finds the work done, and categories of the user's own are
 * never lost (TR6).
 */
export async function outgoingPass(run: Run): Promise<void> {
  const { deps, input } = run
  const due = await deps.store.dueWrites(input.lease, deps.clock(), WRITES_MAX)
  // While the feature is off nothing is stamped, now or backwards (CL6, CL7).
  const void_ = run.marksRead ? [] : due
  if (void_.length > 0) await commit(run, { doneWrites: void_.map((write) => write.id) })
  if (!run.marksRead || due.length === 0) return

  if (due.some((write) => write.kind === 'stampUndeliverable')) {
    await commit(run, await categoryPass(run, true))
  }
  for (const slice of chunks(due, LOOK_UPS)) await performSlice(run, slice)
}

async function performSlice(run: Run, writes: readonly OutgoingWrite[]): Promise<void> {
  const items = await run.mailbox.readLight(writes.map((write) => write.item))
  const loaded = await run.deps.store.loadLinks(
    run.input.lease,
    writes.map((write) => write.item.key),
  )
  const links = new Map(loaded.map(({ link }) => [link.key, link]))
  const parts: Commit[] = []
  for (const [index, write] of writes.entries()) {
    const outcome = items[index]!
    const link = links.get(write.item.key) ?? null
    parts.push(
      outcome.ok
        ? await performOne(run, write, outcome.value, link)
        : postponed(run, write, outcome.error),
    )
  }
  await commit(run, {
    doneWrites: parts.flatMap((part) => part.doneWrites ?? []),
    writes: parts.flatMap((part) => part.writes ?? []),
    links: parts.flatMap((part) => part.links ?? []),
    alerts: parts.flatMap((part) => part.alerts ?? []),
  })
}

async function performOne(
  run: Run,
  write: OutgoingWrite,
  seen: SeenItem | null,
  link: Link | null,
): Promise<Commit> {
  let item = seen
  for (let conflict = 0; conflict <= CONFLICTS_MAX; conflict++) {
    if (item === null || isMoot(write, link)) return { doneWrites: [write.id] }
    const categories = wanted(run, write, item.categories ?? [])
    if (categories === null) return done(write, link, item, item.changeKey)
    try {
      const changeKey = await run.mailbox.setCategories(item, categories, item.changeKey)
      return done(write, link, item, changeKey)
    } catch (error) {
      if (error instanceof ItemGoneError) return { doneWrites: [write.id] }
      if (!(error instanceof SyncError)) throw error
      if (!(error instanceof PreconditionFailedError)) return postponed(run, write, error)
      const [outcome] = await run.mailbox.readLight([write.item])
      if (outcome === undefined || !outcome.ok) return postponed(run, write, error)
      item = outcome.value
    }
  }
  return postponed(run, write, new PreconditionFailedError())
}

/** The link ended, or the item was tracked after all, since the write was queued. */
function isMoot(write: OutgoingWrite, link: Link | null): boolean {
  switch (write.kind) {
    case 'stampTracked':
      return link?.state !== 'linked'
    case 'stampUndeliverable':
      return link?.park?.nextTryAt !== null
    case 'clearUndeliverable':
      return false
  }
}

/** The item's categories as they shall be; null = they are so already. */
function wanted(
  run: Run,
  write: OutgoingWrite,
  categories: readonly string[],
): readonly string[] | null {
  const tracked = trackedNames(run)
  const undeliverable = namesOf(run.categories.undeliverable)
  const has = (names: ReadonlySet<string>) => wears(categories, names)
  const without = (names: ReadonlySet<string>) => categories.filter((name) => !wears([name], names))
  switch (write.kind) {
    case 'stampTracked':
      return has(tracked) ? null : [...categories, run.categories.tracked.name]
    case 'stampUndeliverable':
      // The mark gives way: an item that wears it would look tracked, and putting it back on by
      // hand is how a person asks for another try.
      if (has(undeliverable) && !has(tracked)) return null
      return has(undeliverable)
        ? without(tracked)
        : [...without(tracked), run.categories.undeliverable.name]
    case 'clearUndeliverable':
      return has(undeliverable) ? without(undeliverable) : null
  }
}

function done(write: OutgoingWrite, link: Link | null, item: SeenItem, changeKey: string): Commit {
  const doneWrites = [write.id]
  if (link === null) return { doneWrites }
  // TR2: a change of the person's that no page has told of yet must not hide behind our own.
  const known = link.changeKey === item.changeKey ? changeKey : link.changeKey
  switch (write.kind) {
    case 'stampTracked':
      return { doneWrites, links: [{ ...link, mark: 'seen', changeKey: known }] }
    case 'stampUndeliverable':
      return { doneWrites, links: [{ ...link, mark: 'forgone', changeKey }] }
    case 'clearUndeliverable':
      return { doneWrites, links: [{ ...link, changeKey: known }] }
  }
}

function postponed(run: Run, write: OutgoingWrite, error: SyncError): Commit {
  const { deps, input } = run
  // What stops the mailbox stops the cycle; the queue keeps the write.
  if (concernsMailbox(error)) throw error
  const tries = write.tries + triesUsedBy(error.retryAfterMs)
  const now = deps.clock()
  const pause = backOffMs(tries, error.retryAfterMs, deps.random(), deps.pauseScale(input))
  const givenUp = tries >= TRIES_MAX
  const code = error.serverCode ?? error.name
  const alert = writeFailed(input.mailbox.name, write.item.key, {
    code,
    message: error.message,
    nextTry: givenUp ? null : inWords(pause),
  })
  return givenUp
    ? { doneWrites: [write.id], alerts: [alert] }
    : {
        writes: [
          {
            ...write,
            tries,
            nextTryAt: now + pause,
            failure: { code, reason: error.message, at: now },
          },
        ],
        alerts: [alert],
      }
}
