import { type FolderPage, type LoadedLink, rekeyingsOf, strangersIn } from '@trackmark/core'
import { chunks } from './chunks.ts'
import { commit } from './commit.ts'
import type { Run } from './run.ts'

const LOOK_UPS = 20

/**
 * TR21: if keys don't survive moves, finds the links of items that moved and gives them the new
 * keys. That is committed before the round is decided.
 * @returns whether any link has a new key
 */
export async function followMoves(
  run: Run,
  pages: readonly FolderPage[],
  loaded: ReadonlyMap<string, LoadedLink>,
): Promise<boolean> {
  if (run.mailbox.traits.keysSurviveMoves) return false
  const strangers = strangersIn(pages, loaded)
  const fingerprints = [...new Set(strangers.flatMap(({ fingerprint }) => fingerprint ?? []))]
  if (fingerprints.length === 0) return false
  const candidates = await run.deps.store.linksByFingerprint(run.input.lease, fingerprints)
  const gone = []
  for (const slice of chunks(candidates, LOOK_UPS)) {
    const outcomes = await run.mailbox.items.light(slice)
    for (const [at, link] of slice.entries()) {
      const outcome = outcomes[at]!
      if (!outcome.ok && outcome.error.scope === 'mailbox') throw outcome.error
      if (outcome.ok && outcome.value === null) gone.push(link)
    }
  }
  const rekeyed = rekeyingsOf(strangers, gone)
  await commit(run, { rekeyed })
  return rekeyed.length > 0
}
