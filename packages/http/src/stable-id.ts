import { createHash } from 'node:crypto'

/**
 * The same UUID for the same words, in the form of version 8 (RFC 9562): what a first start was
 * making when it was killed is found again by the next one, and made once.
 */
export function stableId(...words: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(words)).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return uuidText(bytes)
}

/** 16 bytes as a UUID is written. */
export function uuidText(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  return [8, 12, 16, 20, 32]
    .map((end, index) => hex.slice([0, 8, 12, 16, 20][index], end))
    .join('-')
}
