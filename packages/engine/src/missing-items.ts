import {
  type Folder,
  type FolderCursor,
  type ItemKey,
  type Listing,
  missingFromListing,
  vanishedFolders,
  windowOf,
} from '@trackmark/core'
import { commit } from './commit.ts'
import type { Run } from './run.ts'

const MISSING_PAGE = 500

/** Marks links as perhaps gone if these complete listings didn't contain their items (TR5). */
export async function pendUnlisted(run: Run, listings: readonly FolderCursor[]): Promise<void> {
  await pendMissing(
    run,
    listings.map((cursor) => ({ ...cursor, window: windowOf(cursor) })),
  )
}

/**
 * A folder that is gone took its items with it or left them elsewhere, so all of them are looked
 * up (TR5).
 */
export async function dropVanished(
  run: Run,
  folders: readonly Folder[],
  isFirstListing: boolean,
): Promise<void> {
  if (isFirstListing) return
  const vanished = vanishedFolders(folders, run.input.cursors)
  if (vanished.length === 0) return
  const listings = vanished.map(({ folder, generation }) => ({
    folder,
    generation: generation + 1,
    window: null,
  }))
  await pendMissing(run, listings)
  await commit(run, { removedFolders: vanished.map((cursor) => cursor.folder) })
}

/** Commits page by page, so that a folder may have any number of items. */
async function pendMissing(run: Run, listings: readonly Listing[]): Promise<void> {
  if (listings.length === 0) return
  const { store, clock } = run.deps
  for (let after: ItemKey | null = null; ; ) {
    const page = { listings, after, limit: MISSING_PAGE }
    const missing = await store.unlisted(run.input.lease, page)
    const masterKeys = [...new Set(missing.flatMap((link) => link.masterKey ?? []))]
    const masters =
      masterKeys.length === 0 ? [] : await store.loadLinks(run.input.lease, masterKeys)
    const links = missingFromListing(
      clock(),
      missing,
      masters.map(({ link }) => link),
    )
    if (links.length > 0) await commit(run, { links })
    if (missing.length < MISSING_PAGE) return
    after = missing.at(-1)!.key
  }
}
