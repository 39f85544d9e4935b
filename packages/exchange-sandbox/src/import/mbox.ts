/** Exchange Online takes messages of up to 150 MB; nothing larger could lie in a mailbox. */
export const MESSAGE_BYTES_MAX = 150 * 1024 * 1024

export type MboxMessage =
  | Readonly<{ kind: 'message'; bytes: Uint8Array }>
  | Readonly<{ kind: 'tooLarge' }>
  /** Text before the first separator: the file is no mbox. */
  | Readonly<{ kind: 'noSeparator' }>

const LF = 0x0a
const FROM = Buffer.from('From ')
/** Separator lines are short; a longer line is text, and needn't be decoded to know it. */
const SEPARATOR_BYTES_MAX = 1000

/**
 * The messages of an mbox file, one at a time, in memory of one message and one chunk.
 *
 * A separator is a line `From sender date` at the start or after an empty line. The date is asked
 * for, since much mail holds a paragraph that begins with the word and was never quoted. One `>` is
 * taken off lines that begin with `>From `, `>>From ` and so on (mboxrd); files of the older kind
 * (mboxo) quote only the first of these, and nothing in a file tells the kinds apart.
 *
 * Source: RFC 4155; the variants: qmail's mbox(5).
 */
export async function* splitMbox(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  messageBytesMax: number = MESSAGE_BYTES_MAX,
): AsyncGenerator<MboxMessage> {
  let lines: Buffer[] | null = null
  let size = 0
  let afterEmpty = true
  for await (const line of splitLines(chunks, messageBytesMax)) {
    if (afterEmpty && isSeparator(line, lines === null)) {
      if (lines !== null) yield finish(lines, size, messageBytesMax)
      lines = []
      size = 0
      afterEmpty = false
      continue
    }
    const empty = isEmpty(line)
    if (lines === null) {
      if (!empty) {
        yield { kind: 'noSeparator' }
        return
      }
      continue
    }
    afterEmpty = empty
    const content = unquote(line)
    size += content.length
    if (size <= messageBytesMax) lines.push(content)
    else lines.length = 0
  }
  if (lines !== null) yield finish(lines, size, messageBytesMax)
}

function finish(lines: readonly Buffer[], size: number, most: number): MboxMessage {
  return size > most ? { kind: 'tooLarge' } : { kind: 'message', bytes: Buffer.concat(lines) }
}

function isEmpty(line: Buffer): boolean {
  return line.length === 0 || line[0] === LF || (line[0] === 0x0d && line[1] === LF)
}

function isSeparator(line: Buffer, isFirst: boolean): boolean {
  if (line.length > SEPARATOR_BYTES_MAX || !startsWithFrom(line, 0)) return false
  if (isFirst) return true
  return /^From .*\b\d{1,2}:\d{2}(:\d{2})?\b.*\b\d{4}\b/.test(line.toString('latin1'))
}

function startsWithFrom(line: Buffer, at: number): boolean {
  return (
    line.length >= at + FROM.length &&
    line.compare(FROM, 0, FROM.length, at, at + FROM.length) === 0
  )
}

function unquote(line: Buffer): Buffer {
  let at = 0
  while (line[at] === 0x3e) at += 1
  return at > 0 && startsWithFrom(line, at) ? line.subarray(1) : line
}

/**
 * Lines with their ends. A "line" beyond the largest message is cut, so that a file without any
 * line end can't fill memory.
 */
async function* splitLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  lineBytesMax: number,
): AsyncGenerator<Buffer> {
  let kept: Buffer[] = []
  let keptBytes = 0
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    let at = 0
    for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, at)) {
      const line = bytes.subarray(at, end + 1)
      yield keptBytes === 0 ? line : Buffer.concat([...kept, line])
      kept = []
      keptBytes = 0
      at = end + 1
    }
    if (at < bytes.length) {
      // Copied, because a caller may use its chunk's memory again.
      kept.push(Buffer.from(bytes.subarray(at)))
      keptBytes += bytes.length - at
    }
    if (keptBytes > lineBytesMax) {
      yield Buffer.concat(kept)
      kept = []
      keptBytes = 0
    }
  }
  if (keptBytes > 0) yield Buffer.concat(kept)
}
