import { addressParser } from 'postal-mime'
import { decodeText, withWholeWords } from './words.ts'

/** The address is empty where a header names a person without one. */
export type Address = Readonly<{ name: string; address: string }>

/**
 * People of an address header: From, To and the like. Comments are left out, wherever they stand;
 * one beside a bare address is its name (`kim@one.example (Kim)`). Members of a group stand by
 * themselves, and an empty group is nobody. What is broken is read as mail programs read it.
 *
 * Source: RFC 5322, sections 3.4 and 4.4.
 */
export function readAddresses(header: string): Address[] {
  return entriesOf(withWholeWords(header)).flatMap(readEntry)
}

const BARE = /^\s*((?:"(?:[^"\\]|\\.)*"|[^\s"<>@]+)\s*@\s*[^\s<>@"]+)\s*$/

function readEntry({ text, comments }: Entry): Address[] {
  const comment = decodeText(comments.at(-1) ?? '').trim()
  const bare = BARE.exec(text)?.[1]
  if (bare !== undefined) return [{ name: comment, address: plainAddress(bare) }]
  if (text.trim() === '') return []
  return addressParser(text, { flatten: true }).map(({ name, address }) => ({
    name: name || comment,
    address: plainAddress(address ?? ''),
  }))
}

/** Without blanks, an obsolete route before it (RFC 5322, section 4.4), or a link's `mailto:`. */
function plainAddress(address: string): string {
  const text = address.trim()
  const isQuoted = text.startsWith('"')
  return (isQuoted ? text : text.replace(/\s+/g, ''))
    .replace(/^@[^:]*:/, '')
    .replace(/^mailto:/i, '')
}

type Entry = Readonly<{ text: string; comments: readonly string[] }>

const WORD = /=\?[^?\s]+\?[QqBb]\?[^?<]*\?=/y

/** Cuts a header at its commas and semicolons and takes the comments and names of groups out. */
function entriesOf(header: string): Entry[] {
  const entries: Entry[] = []
  let text = ''
  let comments: string[] = []
  const close = (): void => {
    entries.push({ text, comments })
    text = ''
    comments = []
  }
  let isInAngle = false
  for (let at = 0; at < header.length; at += 1) {
    const char = header.charAt(at)
    const piece = pieceAt(header, at)
    if (piece !== null) {
      // A comment may stand wherever a blank may.
      if (char === '(') comments.push(unescaped(piece.slice(1, -1)))
      if (char === '=') text += withoutSyntax(piece)
      else text += char === '(' ? (isInAngle ? '' : ' ') : piece
      at += piece.length - 1
    } else if (char === '<' && hasEnd(header, at)) {
      isInAngle = true
      text += char
    } else if (char === '>') {
      if (isInAngle) text += char
      isInAngle = false
    } else if (!isInAngle && (char === ',' || char === ';')) {
      close()
    } else if (!isInAngle && char === ':') {
      // What came before was the name of a group.
      text = ''
      comments = []
    } else if (char !== '"' && (char !== '<' || !text.includes('<'))) {
      text += char
    }
  }
  close()
  return entries
}

/** A quoted text, a comment with those within it, a literal domain or an encoded word; null = none. */
function pieceAt(header: string, at: number): string | null {
  switch (header.charAt(at)) {
    case '"':
      return balanced(header, at, '"', '"')
    case '(':
      return balanced(header, at, '(', ')')
    case '[':
      return balanced(header, at, '[', ']')
    case '=':
      WORD.lastIndex = at
      return WORD.exec(header)?.[0] ?? null
    default:
      return null
  }
}

/** No comment and no name is longer; what isn't closed by then is text. */
const PIECE_MAX = 500

function balanced(header: string, at: number, open: string, shut: string): string | null {
  let depth = 0
  for (let end = at; end < Math.min(header.length, at + PIECE_MAX); end += 1) {
    const char = header.charAt(end)
    if (char === '\\') end += 1
    else if (char === shut && depth > 0) depth -= 1
    else if (char === open) depth += 1
    if (depth === 0) return header.slice(at, end + 1)
  }
  return null
}

/** Whether the bracket is closed before another one opens. */
function hasEnd(header: string, at: number): boolean {
  for (let end = at + 1; end < header.length; end += 1) {
    const char = header.charAt(end)
    if (char === '>' || char === '<') return char === '>'
  }
  return false
}

/** An encoded word whose bare commas and brackets don't look like those of the header. */
function withoutSyntax(word: string): string {
  if (!/^=\?[^?]+\?q\?/i.test(word)) return word
  return word.replace(
    /[,;:()<>@"[\]\\]/g,
    (char) => `=${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}

const unescaped = (comment: string): string => comment.replace(/\\(.)/g, '$1')
