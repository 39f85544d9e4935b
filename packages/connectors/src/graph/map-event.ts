import type { Attendee, EventType, FolderId, SeenItem, ShowAs, WholeEvent } from '@trackmark/core'
import { changeKeyOf } from './etag.ts'
import { addressOf, bodyOf, importanceOf, modifiedOf } from './map-common.ts'
import { mapRecurrence } from './map-recurrence.ts'
import type { WireEvent } from './schemas.ts'
import { instantOf, offsetInstantOf, UnmappableError } from './times.ts'

export const seenEventSelect = 'categories,isDraft,type,seriesMasterId'

export const eventSelect = [
  'categories,type,seriesMasterId,originalStart,iCalUId,subject,body,location,start,end,isAllDay',
  'showAs,importance,sensitivity,isOrganizer,isCancelled,isDraft,organizer,attendees,recurrence',
  'webLink,lastModifiedDateTime',
].join(',')

const SHOW_AS: readonly ShowAs[] = ['free', 'tentative', 'busy', 'oof', 'workingElsewhere']

export function eventTypeOf(wire: WireEvent): EventType {
  switch (wire.type?.toLowerCase()) {
    case 'seriesmaster':
      return 'master'
    case 'occurrence':
      return 'occurrence'
    case 'exception':
      return 'exception'
    case 'singleinstance':
      return 'single'
    default:
      return wire.seriesMasterId ? 'occurrence' : 'single'
  }
}

/**
 * Null if the entry contains too little to decide. Occurrences come from calendarView delta as
 * stubs (microsoft-graph-docs issue 7632) and never contain more, so they are accepted as they
 * are.
 */
export function mapSeenEvent(wire: WireEvent, folder: FolderId): SeenItem | null {
  const eventType = eventTypeOf(wire)
  const changeKey = changeKeyOf(wire)
  const isStub = !wire.categories
  if (changeKey === null || (isStub && eventType !== 'occurrence')) return null
  return {
    kind: 'event',
    key: wire.id,
    folder,
    changeKey,
    categories: wire.categories ?? null,
    isDraft: wire.isDraft ?? false,
    isMeetingMessage: false,
    internetMessageId: null,
    eventType,
    masterKey: wire.seriesMasterId || null,
    whole: isStub ? null : wholeOrNull(wire, folder),
    fingerprint: null,
  }
}

/**
 * Null if the entry can't be mapped as a whole. It still counts as seen, and reading the item
 * alone then shows what is wrong.
 */
function wholeOrNull(wire: WireEvent, folder: FolderId): WholeEvent | null {
  if (wire.body === undefined || wire.subject === undefined || !wire.start || !wire.end) return null
  try {
    return mapEvent(wire, folder)
  } catch {
    return null
  }
}

/**
 * Times are requested in UTC. All-day events come as midnights in any zone, so they keep their
 * dates.
 */
export function mapEvent(wire: WireEvent, folder: FolderId): WholeEvent {
  const changeKey = changeKeyOf(wire)
  if (changeKey === null) throw new UnmappableError('the etag is missing')
  if (!wire.start || !wire.end) throw new UnmappableError('start or end is missing')
  const showAs = wire.showAs?.toLowerCase()
  return {
    kind: 'event',
    key: wire.id,
    folder,
    changeKey,
    modifiedAt: modifiedOf(wire),
    categories: wire.categories ?? [],
    eventType: eventTypeOf(wire),
    masterKey: wire.seriesMasterId || null,
    originalStart: offsetInstantOf('originalStart', wire.originalStart),
    iCalUId: wire.iCalUId || null,
    subject: wire.subject ?? '',
    body: bodyOf(wire.body),
    location: wire.location?.displayName || null,
    start: instantOf('start', wire.start),
    end: instantOf('end', wire.end),
    isAllDay: wire.isAllDay ?? false,
    showAs: SHOW_AS.find((known) => known.toLowerCase() === showAs) ?? 'unknown',
    importance: importanceOf(wire.importance),
    isPrivate: wire.sensitivity?.toLowerCase() === 'private',
    isOrganizer: wire.isOrganizer ?? false,
    isCancelled: wire.isCancelled ?? false,
    isDraft: wire.isDraft ?? false,
    organizer: addressOf(wire.organizer),
    attendees: attendeesOf(wire),
    recurrence: mapRecurrence(wire.recurrence),
    webLink: wire.webLink || null,
  }
}

function attendeesOf(wire: WireEvent): Attendee[] {
  return (wire.attendees ?? []).flatMap((attendee) => {
    const address = addressOf(attendee)
    if (address === null) return []
    const type = attendee.type?.toLowerCase()
    return [{ ...address, type: type === 'optional' || type === 'resource' ? type : 'required' }]
  })
}
