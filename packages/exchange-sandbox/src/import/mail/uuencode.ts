export type UuencodedFile = Readonly<{ name: string; bytes: Buffer }>

const BEGIN = /^begin(-base64)? [0-7]{3,4} +(\S.*?)[ \t]*$/

/**
 * Takes uuencoded files out of text, with or without text around them. A block that isn't whole (a
 * line that says another length than it has, no `end`) is text.
 *
 * Source: POSIX, uuencode.
 */
export function takeUuencoded(text: string): { text: string; files: UuencodedFile[] } {
  if (!/^begin(-base64)? [0-7]{3,4} /m.test(text)) return { text, files: [] }
  const lines = text.split(/\r?\n/)
  const kept: string[] = []
  const files: UuencodedFile[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const begin = BEGIN.exec(lines[at] ?? '')
    const block = begin && (begin[1] ? base64Block(lines, at + 1) : uuBlock(lines, at + 1))
    if (!block) {
      kept.push(lines[at] ?? '')
      continue
    }
    files.push({ name: begin?.[2] ?? '', bytes: block.bytes })
    at = block.end
  }
  return { text: kept.join('\n'), files }
}

type Block = { bytes: Buffer; end: number }

function uuBlock(lines: readonly string[], from: number): Block | null {
  const bytes: Buffer[] = []
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (/^end\s*$/.test(line)) return { bytes: Buffer.concat(bytes), end: at }
    const decoded = uuLine(line)
    if (decoded === null) return null
    bytes.push(decoded)
  }
  return null
}

/** One line: its length as a character, then four characters for each three bytes. */
function uuLine(line: string): Buffer | null {
  if (line.trim() === '') return Buffer.alloc(0)
  if (!/^[ -`]+$/.test(line)) return null
  const length = (line.charCodeAt(0) - 32) & 63
  const wanted = Math.ceil(length / 3) * 4
  // Some programs add a checksum; some gateways strip the blanks at the end.
  if (line.length > wanted + 2) return null
  const codes = line.slice(1).padEnd(wanted, ' ')
  const bytes = Buffer.alloc((wanted / 4) * 3)
  for (let group = 0; group < wanted / 4; group += 1) {
    const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map(
      (index) => (codes.charCodeAt(group * 4 + index) - 32) & 63,
    )
    bytes.writeUIntBE((a << 18) | (b << 12) | (c << 6) | d, group * 3, 3)
  }
  return bytes.subarray(0, length)
}

function base64Block(lines: readonly string[], from: number): Block | null {
  const text: string[] = []
  for (let at = from; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trim()
    if (line === '====') return { bytes: Buffer.from(text.join(''), 'base64'), end: at }
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(line)) return null
    text.push(line)
  }
  return null
}
