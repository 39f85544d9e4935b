import {
  type Folder,
  failureOf,
  folderKindUnavailable,
  unknownFoldersLeftOut,
} from '@trackmark/core'
import { commit } from './commit.ts'
import type { FolderListing } from './ports/index.ts'
import type { Run } from './run.ts'

/**
 * CY20: after this many failed cycles in a row the memory of the folders is assumed to be the
 * cause.
 */
const MEMORY_FAILURES_MAX = 5

/** Reads which folders exist now. */
export async function readFolders(run: Run): Promise<FolderListing> {
  const { mail, appointmentsAndTasks } = run.input.mailbox
  const scope = { mail, calendar: appointmentsAndTasks, tasks: appointmentsAndTasks }
  const { failures } = run.input.health
  const isMemoryDoubted = failures > 0 && failures % MEMORY_FAILURES_MAX === 0
  const listing = await run.mailbox.folders.list(
    isMemoryDoubted ? null : run.state.hierarchy,
    scope,
    failures,
  )
  const note = unknownFoldersLeftOut(listing.unknown)
  run.happened({ kind: 'foldersListed', memory: listing.memory, note })
  return listing
}

/**
 * Reads the folders, stores the memory that the next listing continues from, and raises an alert
 * for kinds of folders that are shut off.
 */
export async function listFolders(run: Run): Promise<readonly Folder[]> {
  const { mailbox, hierarchy } = run.input
  const listing = await readFolders(run)
  // Raised only when the folders change, since an alert that is open would just be renewed.
  if (listing.memory === hierarchy) return listing.folders
  const alerts = listing.unavailable.map(({ kind, error }) =>
    folderKindUnavailable(mailbox.name, kind, failureOf(error, null)),
  )
  await commit(run, { hierarchy: listing.memory, alerts })
  return listing.folders
}
