import type { LogEntry } from '../model/change-log.ts'
import type { Folder, Mailbox } from '../model/types.ts'
import type { Round } from './delta-page.ts'

/**
 * Which folders one change is told as, so that a client meets every folder after the one it lies
 * in: the folders above that changed too and weren't told yet, outermost first, then itself.
 * Microsoft documents no order, but clients build their tree as they read (Thunderbird does), so
 * the service must have one.
 *
 * A folder told early isn't told again at its own place, unless something moved since the round
 * began: then telling twice is safe, and telling too little isn't.
 */
export function foldersToTell(
  mailbox: Mailbox,
  round: Round,
): (entry: LogEntry) => readonly Folder[] {
  let told: ReadonlyMap<string, number> | null = null
  const isTold = (folder: Folder, before: number): boolean => {
    told ??= firstTold(mailbox, round)
    return folder.seq <= round.started && (told.get(folder.id) ?? Infinity) < before
  }
  return (entry) => {
    const folder = mailbox.folders.get(entry.key)
    if (folder === undefined || isTold(folder, entry.seq)) return []
    const above = [...ancestors(mailbox, folder)].filter(
      (one) => one.seq > entry.seq && inTree(mailbox, one) && !isTold(one, entry.seq),
    )
    return [...above.reverse(), folder]
  }
}

/**
 * Of each folder the first change below it in this round. A branch in which something changed
 * since the round began doesn't count: what was told of it may have been another one.
 */
function firstTold(mailbox: Mailbox, { since, started }: Round): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  for (const folder of mailbox.folders.values()) {
    if (folder.seq <= since || folder.seq > started) continue
    for (const above of ancestors(mailbox, folder)) {
      if (above.seq > started) break
      if (folder.seq < (first.get(above.id) ?? Infinity)) first.set(above.id, folder.seq)
    }
  }
  return first
}

function* ancestors(mailbox: Mailbox, folder: Folder): Generator<Folder> {
  for (let at = folder.parent; at !== null; ) {
    const above = mailbox.folders.get(at)
    if (above === undefined) return
    yield above
    at = above.parent
  }
}

const inTree = (mailbox: Mailbox, { id }: Folder): boolean => mailbox.folderLog.newest.has(id)
