/**
 * Ids are opaque, URL-safe and case-sensitive. Their heads tell the kinds apart for readers of a
 * trace only; nothing but the check for malformed ids and occurrence ids looks into them.
 */
const pack = (id: string): string => {
  const hex = id.replaceAll('-', '')
  const bytes = /^[0-9a-f]{32}$/i.test(hex) ? Buffer.from(hex, 'hex') : Buffer.from(id, 'utf8')
  return bytes.toString('base64url').padEnd(22, 'A')
}

export const defaultId = (id: string): string => `AAMkAGVjZGU0${pack(id)}BGAAAAAAA=`
export const immutableId = (id: string): string => `AAkALgAAAAAAHYQDEapmEc2byACq${pack(id)}AAA=`
export const folderId = (id: string): string => `AAMkAGVjZGU0${pack(id)}AuAAAAAAA=`
export const calendarId = (id: string): string => `AAMkAGVjZGU0${pack(id)}BGCAAAAAA=`
export const listId = (id: string): string => `AQMkADAwATM0${pack(id)}AuAAAAAAA=`
export const attachmentId = (id: string): string => `AAMkAGVjZGU0${pack(id)}BEgAQAAAA=`
export const conversationId = (id: string): string => `AAQkAGVjZGU0${pack(id)}AQAAAAAA=`

/** Whether any store could have issued this id. */
export const looksLikeId = (id: string): boolean => /^A[AQ][A-Za-z0-9_-]{20,480}={0,2}$/.test(id)

const OCCURRENCE = /^(.+)FRAAgI([0-9a-z]{10})==$/

/** One occurrence of a series, named by its original start. */
export const occurrenceId = (masterId: string, originalStartMs: number): string =>
  `${masterId.replace(/=+$/, '')}FRAAgI${(originalStartMs + 1e14).toString(36).padStart(10, '0')}==`

export function parseOccurrenceId(id: string): { masterId: string; startMs: number } | null {
  const found = OCCURRENCE.exec(id)
  if (!found?.[1] || !found[2]) return null
  return { masterId: `${found[1]}=`, startMs: Number.parseInt(found[2], 36) - 1e14 }
}

/** Opaque version of an item: new at every write. */
export const changeKey = (seq: number): string =>
  `CQAAABYAAAD${Buffer.from(seq.toString(36).padStart(12, '0'), 'utf8').toString('base64')}`

export const etag = (seq: number): string => `W/"${changeKey(seq)}"`
