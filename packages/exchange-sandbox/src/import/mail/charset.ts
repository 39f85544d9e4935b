const ASCII = new Set(['us-ascii', 'ascii', 'ansi_x3.4-1968'])

/** A decoder for the name of a charset; null for a name that nobody knows. */
function decoderFor(charset: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(charset.trim())
  } catch {
    return null
  }
}

/** Whether the name says something of bytes beyond ASCII. */
export function isUsable(charset: string | null): charset is string {
  return (
    charset !== null && !ASCII.has(charset.trim().toLowerCase()) && decoderFor(charset) !== null
  )
}

const isUtf8Name = (charset: string): boolean => decoderFor(charset)?.encoding === 'utf-8'

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

export const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80)

/** The charset for bytes that name none and aren't UTF-8: the first one named nearby. */
export function fallbackOf(named: readonly (string | null)[]): string {
  return named.filter(isUsable).find((charset) => !isUtf8Name(charset)) ?? 'windows-1252'
}

/** An escape into Japanese, as ISO-2022-JP has it: text of seven bits that looks like ASCII. */
const JAPANESE = Buffer.from('\x1b$', 'latin1')

/** Text of a header field that was sent without encoding (RFC 6532 allows UTF-8 only). */
export function decodeRaw(bytes: Buffer, charset: string): string {
  if (bytes.includes(JAPANESE)) return new TextDecoder('iso-2022-jp').decode(bytes)
  return isUtf8(bytes) ? bytes.toString('utf8') : new TextDecoder(charset).decode(bytes)
}

export const isPlain = (bytes: Buffer): boolean => isAscii(bytes) && !bytes.includes(JAPANESE)
