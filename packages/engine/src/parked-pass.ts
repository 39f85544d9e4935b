import {
  type Effects,
  type FolderState,
  goneWhenRead,
  type ItemKey,
  type ItemRef,
  type ItemToRead,
  isLinked,
  isOutgoing,
  isUnreadable,
  type Link,
  type SeenItem,
} from '@trackmark/core'
import { chunks } from './chunks.ts'
import { commit } from './commit.ts'
import { parkUnreadableAndCount } from './park.ts'
import { processPages } from './process-pages.ts'
import type { Run } from './run.ts'
import { trackAndCommit, WHOLE_ITEMS_MAX } from './track.ts'

const PARKED_MAX = 500

/**
 * Tries parked items whose pause is over (TR13, TR20).
 * @returns series that were tracked by it, or are to be read again
 */
export async function parkedPass(
  run: Run,
  states: readonly FolderState[],
): Promise<readonly ItemRef[]> {
  if (!run.marksRead) return []
  const { deps, input } = run
  const links = await deps.store.dueParked(input.lease, deps.clock(), PARKED_MAX)
  const folders = new Map(states.map((one) => [one.folder.id, one]))
  const masters: ItemRef[] = []
  for (const slice of chunks(links, WHOLE_ITEMS_MAX)) {
    const unread = slice.filter(isUnreadable)
    if (unread.length > 0) masters.push(...(await readOnceMore(run, unread, folders)))
    const tracking = slice.filter((link) => !isUnreadable(link))
    if (tracking.length > 0) masters.push(...(await trackOnceMore(run, tracking, folders)))
  }
  return masters
}

async function trackOnceMore(
  run: Run,
  links: readonly Link[],
  folders: ReadonlyMap<string, FolderState>,
): Promise<readonly ItemRef[]> {
  const elsewhere = await ledElsewhere(run, links)
  const items = links.map((link): ItemToRead => {
    const reading = isLinked(link)
      ? ({ kind: 'update', link, seen: 'tried again' } as const)
      : ({ kind: 'track', link, seen: 'marked; tried again' } as const)
    return {
      ...reading,
      ref: { kind: link.kind, key: link.key, folder: link.folder },
      rule: 'TR13',
      whole: null,
      isNews: false,
      outgoing: isOutgoing(link, folders.get(link.folder)?.folder.role ?? 'other'),
      organizerElsewhere: elsewhere.has(link.key),
    }
  })
  return trackAndCommit(run, items, { folders: new Set(folders.keys()) })
}

/** TR20: an item that can be read again is decided as if a page of its folder had named it. */
async function readOnceMore(
  run: Run,
  links: readonly Link[],
  folders: ReadonlyMap<string, FolderState>,
): Promise<readonly ItemRef[]> {
  const outcomes = await run.mailbox.items.light(links)
  const parked: Partial<Effects>[] = []
  const found: SeenItem[] = []
  for (const [index, link] of links.entries()) {
    const outcome = outcomes[index]!
    if (!outcome.ok) {
      if (outcome.error.scope === 'mailbox') throw outcome.error
      parked.push(parkUnreadableAndCount(run, link, link, outcome.error) ?? {})
    } else if (outcome.value !== null && folders.has(outcome.value.folder)) {
      found.push(outcome.value)
    } else parked.push({ links: [{ ...goneWhenRead(run.deps.clock(), link), park: null }] })
  }
  await commit(run, ...parked)
  const pages = [...Map.groupBy(found, ({ folder }) => folder)].map(([id, items]) => {
    const { folder, cursor } = folders.get(id)!
    const page = { items, removed: [], unreadable: [], nameless: 0, cursor: '', more: false }
    return { folder, cursor: { ...cursor, listing: false }, page }
  })
  return pages.length === 0 ? [] : processPages(run, pages, [], new Set(folders.keys()))
}

/** AC2: meetings whose organizer's own copy is linked, too, and leads. */
async function ledElsewhere(run: Run, links: readonly Link[]): Promise<ReadonlySet<ItemKey>> {
  const keys = links.filter(({ state, kind }) => state === 'linked' && kind === 'event')
  if (keys.length === 0) return new Set()
  const rows = await run.deps.store.loadLinks(
    run.input.lease,
    keys.map(({ key }) => key),
  )
  return new Set(rows.filter((row) => row.organizerElsewhere).map(({ link }) => link.key))
}
