import type { Folder, ItemKey, ItemRef, Link } from '@trackmark/core'
import { chunks } from './page.ts'
import type { Run } from './run.ts'
import { outgoing, trackAndCommit, WHOLE_ITEMS_MAX, type Work } from './track.ts'

const PARKED_MAX = 500

/**
 * Tries parked items whose pause is over (TR13).
 * @returns series that became tracked by it
 */
export async function parkedPass(
  run: Run,
  folders: readonly Folder[],
): Promise<readonly ItemRef[]> {
  if (!run.marksRead) return []
  const { deps, input } = run
  const links = await deps.store.dueParked(input.lease, deps.clock(), PARKED_MAX)
  const roles = new Map(folders.map((folder) => [folder.id, folder.role]))
  const masters: ItemRef[] = []
  for (const slice of chunks(links, WHOLE_ITEMS_MAX)) {
    const elsewhere = await ledElsewhere(run, slice)
    const works = slice.map((link): Work => {
      const linked = link.state === 'linked'
      return {
        ref: { kind: link.kind, key: link.key, folder: link.folder },
        link,
        kind: linked ? 'update' : 'track',
        rule: 'TR13',
        seen: linked ? 'tried again' : 'marked; tried again',
        whole: null,
        isNews: false,
        outgoing: outgoing(link, roles.get(link.folder) ?? 'other'),
        organizerElsewhere: elsewhere.has(link.key),
      }
    })
    masters.push(...(await trackAndCommit(run, works, { folders: roles })))
  }
  return masters
}

/** AC2: meetings whose organizer's own copy is linked too and leads. */
async function ledElsewhere(run: Run, links: readonly Link[]): Promise<ReadonlySet<ItemKey>> {
  const keys = links.filter(({ state, kind }) => state === 'linked' && kind === 'event')
  if (keys.length === 0) return new Set()
  const rows = await run.deps.store.loadLinks(
    run.input.lease,
    keys.map(({ key }) => key),
  )
  return new Set(rows.filter((row) => row.organizerElsewhere).map(({ link }) => link.key))
}
