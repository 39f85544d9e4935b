import type { FolderId, SeenItem, TaskStatus, WholeTask } from '@trackmark/core'
import { changeKeyOf } from './etag.ts'
import { bodyOf, importanceOf, modifiedOf } from './map-common.ts'
import type { WireTask } from './schemas.ts'
import { optionalInstantOf, UnmappableError } from './times.ts'

const STATUSES: readonly TaskStatus[] = [
  'notStarted',
  'inProgress',
  'completed',
  'waitingOnOthers',
  'deferred',
]

/** Null if the entry contains too little to decide. */
export function mapSeenTask(wire: WireTask, folder: FolderId): SeenItem | null {
  const changeKey = changeKeyOf(wire)
  if (changeKey === null || !wire.categories) return null
  return {
    kind: 'task',
    key: wire.id,
    folder,
    changeKey,
    categories: wire.categories,
    isDraft: false,
    isMeetingMessage: false,
    internetMessageId: null,
    eventType: null,
    masterKey: null,
    whole: wholeOrNull(wire, folder),
    fingerprint: null,
  }
}

/**
 * Null if the entry can't be mapped as a whole. It still counts as seen, and reading the item
 * alone then shows what is wrong.
 */
function wholeOrNull(wire: WireTask, folder: FolderId): WholeTask | null {
  if (wire.title === undefined || wire.status === undefined) return null
  try {
    return mapTask(wire, folder)
  } catch {
    return null
  }
}

export function mapTask(wire: WireTask, folder: FolderId): WholeTask {
  const changeKey = changeKeyOf(wire)
  if (changeKey === null) throw new UnmappableError('the etag is missing')
  const status = STATUSES.find((known) => known.toLowerCase() === wire.status?.toLowerCase())
  if (!status) throw new UnmappableError('status is a word nobody knows')
  return {
    kind: 'task',
    key: wire.id,
    folder,
    changeKey,
    modifiedAt: modifiedOf(wire),
    categories: wire.categories ?? [],
    subject: wire.title ?? '',
    body: bodyOf(wire.body),
    status,
    importance: importanceOf(wire.importance),
    start: optionalInstantOf('startDateTime', wire.startDateTime),
    due: optionalInstantOf('dueDateTime', wire.dueDateTime),
    completedAt: optionalInstantOf('completedDateTime', wire.completedDateTime),
  }
}
