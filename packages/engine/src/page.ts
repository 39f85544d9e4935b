import {
  ALERT,
  type Alert,
  type Commit,
  decideGone,
  decideItem,
  type FolderCursor,
  type FolderId,
  type FolderPage,
  type ItemRef,
  isUnreadable,
  type Link,
  type LoadedLink,
  namesOf,
  readAtLast,
  type SeenItem,
  sameLink,
  type TrackingContext,
  wears,
} from '@trackmark/core'
import { newLink } from './link.ts'
import { parkUnread, write } from './park.ts'
import { commit, itemAlertsClosed, markContext, type Run } from './run.ts'
import { outgoing, trackAndCommit, WHOLE_ITEMS_MAX, type Work } from './track.ts'

interface Plan {
  readonly works: Work[]
  readonly links: Map<string, Link>
  readonly writes: ReturnType<typeof write>[]
  readonly alerts: Alert[]
  /** Items that couldn't be read before, and are now (TR20). */
  readonly readAgain: string[]
  /** Linked series whose occurrences showed something new. */
  readonly masters: ItemRef[]
}

/**
 * Decides a round of pages, one per folder, and commits what follows with the new cursors in the
 * last transaction: a crash repeats pages, never skips them. The number of statements doesn't
 * depend on the number of items; whole items are read and committed in slices of
 * {@link WHOLE_ITEMS_MAX}.
 *
 * @param folders all that there are: a message read in none of them is gone
 * @returns series to bring in step once the round is committed
 */
export async function processPages(
  run: Run,
  pages: readonly FolderPage[],
  cursors: readonly FolderCursor[],
  folders: ReadonlySet<FolderId>,
): Promise<readonly ItemRef[]> {
  if (pages.length === 0) {
    await commit(run, { cursors })
    return []
  }
  const loaded = await loadLinks(run, pages)
  const plan = decidePages(run, pages, loaded)

  const masters = [...plan.masters]
  const slices = chunks(plan.works, WHOLE_ITEMS_MAX)
  const last = slices.pop() ?? []
  for (const slice of slices) {
    masters.push(...(await trackAndCommit(run, slice, { folders })))
  }
  const rest: Commit = {
    links: [...plan.links.values()],
    writes: plan.writes,
    alerts: plan.alerts,
    closeAlerts: plan.readAgain.flatMap((key) => itemAlertsClosed(key, [ALERT.itemParked])),
    cursors,
    listed: listedIn(pages, plan, loaded),
  }
  masters.push(...(await trackAndCommit(run, last, { rest, folders })))
  return masters
}

async function loadLinks(
  run: Run,
  pages: readonly FolderPage[],
): Promise<ReadonlyMap<string, LoadedLink>> {
  const keys = new Set<string>()
  for (const { page } of pages) {
    for (const item of page.items) {
      keys.add(item.key)
      if (item.masterKey !== null) keys.add(item.masterKey)
    }
    for (const key of page.removed) keys.add(key)
    for (const { ref } of page.unreadable) keys.add(ref.key)
  }
  if (keys.size === 0) return new Map()
  const rows = await run.deps.store.loadLinks(run.input.lease, [...keys])
  return new Map(rows.map((row) => [row.link.key, row]))
}

function decidePages(
  run: Run,
  pages: readonly FolderPage[],
  loaded: ReadonlyMap<string, LoadedLink>,
): Plan {
  const works = new Map<string, Work>()
  const plan: Plan = {
    works: [],
    links: new Map(),
    writes: [],
    alerts: [],
    readAgain: [],
    masters: [],
  }
  for (const { folder, cursor, page } of pages) {
    const context = { ...markContext(run), folderRole: folder.role }
    for (const item of page.items) {
      const known = loaded.get(item.key)
      const current = plan.links.get(item.key) ?? works.get(item.key)?.link ?? known?.link ?? null
      decideOne(run, {
        context,
        listing: cursor.listing,
        item,
        known,
        current,
        loaded,
        plan,
        works,
      })
    }
  }
  // Removals last: an item that moved between two folders of this round has arrived by now.
  for (const { folder, page } of pages) {
    for (const key of page.removed) {
      if (works.has(key)) continue
      const current = plan.links.get(key) ?? loaded.get(key)?.link ?? null
      const next = decideGone(run.deps.clock(), folder.id, current)
      if (next !== null) plan.links.set(key, next)
    }
  }
  setUnreadAside(run, pages, loaded, plan)
  plan.works.push(...works.values())
  for (const key of works.keys()) plan.links.delete(key)
  return plan
}

/** TR20, CY3: the cursor may pass them once they are set aside. */
function setUnreadAside(
  run: Run,
  pages: readonly FolderPage[],
  loaded: ReadonlyMap<string, LoadedLink>,
  plan: Plan,
): void {
  const read = new Set(pages.flatMap(({ page }) => page.items.map(({ key }) => key)))
  for (const { ref, error } of pages.flatMap(({ page }) => page.unreadable)) {
    const known = plan.links.get(ref.key) ?? loaded.get(ref.key)?.link ?? null
    // What is passed over while marks aren't read is read again once they are (CL6).
    if (read.has(ref.key) || (!run.marksRead && known?.state !== 'linked')) continue
    const aside = parkUnread(run, ref, known, error)
    if (aside === null) continue
    plan.links.set(ref.key, aside.link)
    plan.alerts.push(aside.alert)
  }
}

function readAgain(run: Run, item: SeenItem, link: Link, plan: Plan): Link {
  const isUndeliverable =
    item.categories !== null && wears(item.categories, namesOf(run.categories.undeliverable))
  const next = readAtLast(run.deps.clock(), link, isUndeliverable)
  plan.readAgain.push(item.key)
  plan.links.set(item.key, next)
  return next
}

interface OneItem {
  readonly context: TrackingContext
  readonly listing: boolean
  readonly item: SeenItem
  readonly known: LoadedLink | undefined
  readonly current: Link | null
  readonly loaded: ReadonlyMap<string, LoadedLink>
  readonly plan: Plan
  readonly works: Map<string, Work>
}

function decideOne(run: Run, one: OneItem): void {
  const { context, item, known, plan, works } = one
  if (followsSeries(one)) return
  const before = one.current
  const current =
    before !== null && isUnreadable(before) ? readAgain(run, item, before, plan) : before
  // A listing replaces what changes would have told, deleted occurrences among them.
  if (one.listing && item.eventType === 'master' && current?.state === 'linked') {
    plan.masters.push(item)
  }
  const decision = decideItem(context, item, current)
  const base = current ?? newLink(item, context.now)
  switch (decision.kind) {
    case 'ignore':
      return
    case 'track':
    case 'update':
      works.set(item.key, {
        ref: { kind: item.kind, key: item.key, folder: item.folder },
        link: decision.kind === 'update' ? decision.link : base,
        kind: decision.kind,
        rule: decision.kind === 'track' ? decision.rule : 'TR2',
        seen: decision.kind === 'track' ? decision.seen : 'changed',
        whole: item.whole,
        isNews: !one.listing,
        outgoing: outgoing(item, context.folderRole),
        organizerElsewhere: known?.organizerElsewhere ?? false,
      })
      return
    case 'note':
      plan.links.set(item.key, {
        ...base,
        state: 'noted',
        // Given up stays known: the Undeliverable category is still on the item (TR13).
        park: base.park?.nextTryAt === null ? base.park : null,
        folder: item.folder,
        changeKey: item.changeKey,
        decision: { rule: decision.rule, at: context.now, seen: decision.seen },
      })
      return
    case 'stamp':
      plan.links.set(item.key, decision.link)
      plan.writes.push(write(run, decision.link, 'stampTracked'))
      return
    case 'keep':
      if (!sameLink(current, decision.link)) plan.links.set(item.key, decision.link)
  }
}

/**
 * TR10: an occurrence of a series that is tracked, or is being tracked by this very round, follows
 * its master; the series is read as a whole afterwards. Only what shows something new asks for it.
 */
function followsSeries({ item, known, loaded, plan, works, context }: OneItem): boolean {
  if (item.masterKey === null) return false
  const master: ItemRef = { kind: 'event', key: item.masterKey, folder: item.folder }
  const link = loaded.get(item.masterKey)?.link
  const tracked = link?.state === 'linked' && link.pendingEnd === null
  if (!tracked) return works.get(item.masterKey)?.kind === 'track'

  const lostMark =
    item.categories !== null &&
    known?.link.mark === 'seen' &&
    !wears(item.categories, context.trackedNames)
  const moved = known?.link.state === 'linked' && known.link.folder !== item.folder
  const isBack = isUnreadable(known?.link ?? null)
  if (known?.link.changeKey !== item.changeKey || lostMark || moved || isBack) {
    plan.masters.push(master)
  }
  return true
}

function listedIn(
  pages: readonly FolderPage[],
  plan: Plan,
  loaded: ReadonlyMap<string, LoadedLink>,
): NonNullable<Commit['listed']> {
  const linked = new Set([
    ...loaded.keys(),
    ...plan.links.keys(),
    ...plan.works.map((work) => work.ref.key),
  ])
  return pages
    .filter(({ cursor }) => cursor.listing)
    .map(({ cursor, page }) => ({
      keys: page.items.map((item) => item.key).filter((key) => linked.has(key)),
      generation: cursor.generation,
    }))
    .filter(({ keys }) => keys.length > 0)
}

export function chunks<T>(items: readonly T[], size: number): T[][] {
  const slices: T[][] = []
  for (let at = 0; at < items.length; at += size) slices.push(items.slice(at, at + size))
  return slices
}
