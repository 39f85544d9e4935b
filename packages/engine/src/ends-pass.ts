import {
  ALERT,
  bulkEnd,
  type CheckedEnd,
  calendarWindow,
  changedMeanwhile,
  decideEnds,
  type Effects,
  type EndsPlan,
  type ItemToRead,
  isUnreadable,
  type Link,
  type LinkedLink,
  occurrencesToEnd,
  outgoingWrite,
  type PendingEnd,
  wears,
} from '@trackmark/core'
import { categoryPass } from './category-pass.ts'
import { chunks } from './chunks.ts'
import { commit } from './commit.ts'
import { readFolders } from './listed-folders.ts'
import { parkUnreadableAndCount } from './park.ts'
import { markContext, type Run, trackedNames } from './run.ts'
import { seriesPass } from './series-pass.ts'
import { trackAndCommit, WHOLE_ITEMS_MAX } from './track.ts'

/**
 * Maximum number of pending ends that one cycle looks up. With that many, TR12 asks first anyway.
 */
const PENDING_MAX = 5_000
const LOOK_UPS = 20

/**
 * Carries out the ends that pages suggested, once every folder was read. Each item is looked up
 * again, so that a move, a rename of the category or a mark that was put back ends nothing (TR4,
 * TR5, TR12).
 */
export async function endsPass(run: Run, folders: ReadonlySet<string>): Promise<void> {
  const { deps, input } = run
  const { bulkAnswer } = input.health
  const { ends: pending, linked } = await deps.store.pendingEnds(input.lease, PENDING_MAX)
  if (pending.length === 0) {
    if (bulkAnswer !== null) await commit(run, QUESTION_OVER)
    return
  }
  // While the question is unanswered, the same items needn't be looked up in every cycle.
  if (bulkAnswer === 'asked' && pending.length === input.counts.pendingEnds) return

  const found = await inFoldersOnly(run, await lookUp(run, pending), folders)
  const names = trackedNames(run)
  const isBare = ({ item }: CheckedEnd) => item?.categories && !wears(item.categories, names)
  // If the category was renamed after this cycle read the list, items carry a name that isn't
  // known yet.
  if (run.marksRead && found.some(isBare)) await categoryPass(run)
  // While the list can't be read, a removed mark can't be told from a renamed one.
  const checkedEnds = run.state.namesAreKnown
    ? found
    : found.map((checked) => (isBare(checked) ? { ...checked, item: undefined } : checked))
  const plan = decideEnds(
    {
      ...markContext(run),
      linked,
      answer: bulkAnswer,
      taskDeletion: input.settings.taskDeletion,
    },
    checkedEnds,
  )
  const kept = await bringUpToDate(run, changedMeanwhile(plan, checkedEnds))
  const links = plan.links.filter(({ key }) => !kept.has(key))
  if (plan.heldBack > 0) {
    const alert = bulkEnd(input.mailbox.name, plan.heldBack, linked)
    await commit(run, { links, alerts: [alert], bulkQuestion: 'asked' })
    deps.log.warn('held back a bulk of ends until a person answers', { count: plan.heldBack })
    return
  }
  await commit(run, {
    links: [...links, ...(await followingOccurrences(run, plan))],
    deletes: plan.deletes,
    writes: plan.restamp.map((link) => outgoingWrite(deps.clock(), link, 'stampTracked')),
    ...(bulkAnswer === null ? {} : QUESTION_OVER),
  })
  if (plan.ended > 0) run.happened({ kind: 'ended', count: plan.ended })
  if (plan.ended > 0) deps.observe?.({ kind: 'ended', count: plan.ended })
}

async function lookUp(run: Run, pending: readonly PendingEnd[]): Promise<readonly CheckedEnd[]> {
  const checkedEnds: CheckedEnd[] = []
  const parked: Partial<Effects>[] = []
  const now = run.deps.clock()
  const isWaiting = ({ link }: PendingEnd) => isUnreadable(link) && link.park!.nextTryAt! > now
  for (const slice of chunks(
    pending.filter((end) => !isWaiting(end)),
    LOOK_UPS,
  )) {
    const outcomes = await run.mailbox.items.light(slice.map(({ link }) => link))
    for (const [index, { link, activity }] of slice.entries()) {
      const outcome = outcomes[index]!
      checkedEnds.push({ link, activity, item: outcome.ok ? outcome.value : undefined })
      if (outcome.ok || outcome.error.scope !== 'item') continue
      parked.push(parkUnreadableAndCount(run, link, link, outcome.error) ?? {})
    }
  }
  await commit(run, ...parked)
  return checkedEnds
}

/**
 * A permanently deleted message can be read by its key for a while, from Recoverable Items, which
 * is none of the folders. A message in a folder that was created just now still exists.
 */
async function inFoldersOnly(
  run: Run,
  checkedEnds: readonly CheckedEnd[],
  folders: ReadonlySet<string>,
): Promise<readonly CheckedEnd[]> {
  const isElsewhere = ({ item }: CheckedEnd, known: ReadonlySet<string>) =>
    item?.kind === 'message' && !known.has(item.folder)
  if (!checkedEnds.some((checked) => isElsewhere(checked, folders))) return checkedEnds
  const now = new Set((await readFolders(run)).folders.map(({ id }) => id))
  return checkedEnds.map((checked) =>
    isElsewhere(checked, now) ? { ...checked, item: null } : checked,
  )
}

/** @returns keys of the links that were committed by it */
async function bringUpToDate(run: Run, links: readonly LinkedLink[]): Promise<ReadonlySet<string>> {
  const byKey = new Map(links.map((link) => [link.key, link]))
  for (const keys of chunks([...byKey.keys()], WHOLE_ITEMS_MAX)) {
    const rows = await run.deps.store.loadLinks(run.input.lease, keys)
    const items = rows.map(({ link: { key }, organizerElsewhere }): ItemToRead => {
      const link = byKey.get(key)!
      return {
        ref: { kind: link.kind, key, folder: link.folder },
        link,
        kind: 'update',
        rule: 'TR2',
        seen: 'changed',
        whole: null,
        isNews: false,
        outgoing: false,
        organizerElsewhere,
      }
    })
    const masters = await trackAndCommit(run, items)
    await seriesPass(run, masters, calendarWindow(run.startedAt, run.input.settings))
  }
  return new Set(byKey.keys())
}

const QUESTION_OVER: Partial<Effects> = {
  bulkQuestion: 'over',
  closeAlerts: [{ code: ALERT.bulkEnd, subject: null }],
}

async function followingOccurrences(run: Run, plan: EndsPlan): Promise<readonly Link[]> {
  if (plan.series.length === 0) return []
  const keys = plan.series.map(({ key }) => key)
  const links = await run.deps.store.occurrencesOf(run.input.lease, keys)
  return occurrencesToEnd(run.deps.clock(), plan, links)
}
