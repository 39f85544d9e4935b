import {
  type Folder,
  failureOf,
  folderKindUnavailable,
  unknownFoldersLeftOut,
} from '@trackmark/core'
import { commit } from './commit.ts'
import type { FolderListing } from './ports/index.ts'
import type { Run } from './run.ts'

/** CY20: after so many failed cycles in a row the memory of the folders is taken to be the reason. */
const MEMORY_FAILURES_MAX = 5

/** The folders as they are now. */
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

/** Reads the folders, stores what the next listing of them goes on from, and tells what is shut off. */
export async function listFolders(run: Run): Promise<readonly Folder[]> {
  const { mailbox, hierarchy } = run.input
  const listing = await readFolders(run)
  // An alert already open is renewed, so it is told only when the folders change.
  if (listing.memory === hierarchy) return listing.folders
  const alerts = listing.unavailable.map(({ kind, error }) =>
    folderKindUnavailable(mailbox.name, kind, failureOf(error, null)),
  )
  await commit(run, { hierarchy: listing.memory, alerts })
  return listing.folders
}
