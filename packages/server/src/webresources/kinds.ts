/** Content types by `webresourcetype`. XML declares its encoding itself, so its type names none. */
const CONTENT_TYPES: Readonly<Record<number, string>> = {
  1: 'text/html; charset=utf-8',
  2: 'text/css; charset=utf-8',
  3: 'text/javascript; charset=utf-8',
  4: 'text/xml',
  5: 'image/png',
  6: 'image/jpeg',
  7: 'image/gif',
  8: 'application/x-silverlight-app',
  9: 'text/xml',
  10: 'image/x-icon',
  11: 'image/svg+xml',
  12: 'text/xml',
}

export const contentType = (type: number): string =>
  CONTENT_TYPES[type] ?? 'application/octet-stream'

/** Most bytes of one file; Dataverse's default limit. */
export const FILE_BYTES_MAX = 5 * 1024 * 1024
/** Most bytes of all files of one import. */
export const IMPORT_BYTES_MAX = 32 * 1024 * 1024
export const FILES_MAX = 2000

/**
 * Names consist of letters, digits, `_ . -` and spaces, in segments between single slashes. No segment may be `.` or
 * `..`, since the name is part of an address.
 */
export function isWebResourceName(name: string): boolean {
  if (name.length === 0 || name.length > 256) return false
  return name
    .split('/')
    .every((part) => /^[\p{L}\p{N}_. -]+$/u.test(part) && !/^\.{1,2}$/.test(part))
}
