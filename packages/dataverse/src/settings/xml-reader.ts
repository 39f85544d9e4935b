/**
 * Reader of the one XML dialect the `orgdborgsettings` column has: a root element, children that
 * hold text, nothing else. Everything XML offers beyond that is refused rather than ignored, so that
 * no document means one thing here and another elsewhere (OS9).
 */
export interface XmlEntry {
  readonly name: string
  readonly text: string
}

export type XmlResult =
  | { readonly ok: true; readonly entries: readonly XmlEntry[] }
  | { readonly ok: false; readonly reason: string }

/** Longest document accepted, in UTF-16 code units; all known settings together need a quarter. */
export const XML_LENGTH_MAX = 65_536

const DECLARATION = /<\?xml\s+version="1\.[01]"(\s+encoding="[A-Za-z0-9._-]{1,40}")?\s*\?>/y
const NAME = /[A-Za-z_][\w.-]{0,199}/y
const SPACE = /[ \t\r\n]*/y
const TEXT = /[^<]*/y
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));/g
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

class Refusal extends Error {}

export function readSettingsXml(xml: string): XmlResult {
  if (xml.length > XML_LENGTH_MAX) {
    return { ok: false, reason: `the XML is longer than ${XML_LENGTH_MAX} characters` }
  }
  try {
    return { ok: true, entries: readDocument(new Scanner(xml)) }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message }
    throw error
  }
}

function readDocument(scanner: Scanner): readonly XmlEntry[] {
  scanner.skip('\uFEFF')
  scanner.match(DECLARATION)
  const root = openTag(scanner)
  if (root.name.toLowerCase() !== 'orgsettings') {
    throw scanner.refuse(`the root element is ${root.name}, not OrgSettings`)
  }
  const entries: XmlEntry[] = []
  while (!root.empty && !scanner.skipSpaceAnd('</')) entries.push(readEntry(scanner))
  if (!root.empty) closeTag(scanner, root.name)
  scanner.match(SPACE)
  if (!scanner.atEnd()) throw scanner.refuse('something follows the root element')
  return entries
}

function readEntry(scanner: Scanner): XmlEntry {
  const tag = openTag(scanner)
  if (tag.empty) return { name: tag.name, text: '' }
  const text = decode(scanner, scanner.match(TEXT) ?? '')
  if (!scanner.skip('</')) {
    refuseMarkup(scanner)
    throw scanner.refuse(`${tag.name} holds another element; settings don't nest`)
  }
  closeTag(scanner, tag.name)
  return { name: tag.name, text }
}

/** Reads `<name>` or `<name/>`, and refuses attributes, prefixes and every other markup. */
function openTag(scanner: Scanner): { readonly name: string; readonly empty: boolean } {
  scanner.match(SPACE)
  refuseMarkup(scanner)
  if (!scanner.skip('<')) throw scanner.refuse('an element is expected')
  const name = scanner.match(NAME)
  if (name === null) throw scanner.refuse('the name of an element is expected')
  if (scanner.skip(':')) throw scanner.refuse(`${name}: namespace prefixes aren't allowed`)
  scanner.match(SPACE)
  if (scanner.skip('/>')) return { name, empty: true }
  if (scanner.skip('>')) return { name, empty: false }
  throw scanner.refuse(`${name} has an attribute or isn't closed; attributes aren't allowed`)
}

function closeTag(scanner: Scanner, name: string): void {
  const closing = scanner.match(NAME)
  scanner.match(SPACE)
  if (closing !== name || !scanner.skip('>')) throw scanner.refuse(`${name} isn't closed`)
}

function refuseMarkup(scanner: Scanner): void {
  if (scanner.skip('<!--')) throw scanner.refuse("comments aren't allowed")
  if (scanner.skip('<![CDATA[')) throw scanner.refuse("CDATA sections aren't allowed")
  if (scanner.skip('<!')) throw scanner.refuse("document types and entities aren't allowed")
  if (scanner.skip('<?')) throw scanner.refuse("processing instructions aren't allowed here")
}

function decode(scanner: Scanner, raw: string): string {
  const decoded = raw.replace(REFERENCE, (_, named?: string, dec?: string, hex?: string) => {
    if (named !== undefined) return NAMED[named] ?? ''
    const code = dec === undefined ? Number.parseInt(hex ?? '', 16) : Number(dec)
    if (!isXmlCharacter(code)) throw scanner.refuse('a character reference names no character')
    return String.fromCodePoint(code)
  })
  const isLiteral = raw.replace(REFERENCE, '')
  if (isLiteral.includes('&')) throw scanner.refuse("entities aren't allowed")
  if (isLiteral.includes(']]>')) throw scanner.refuse('"]]>" isn\'t allowed in text')
  for (const character of isLiteral) {
    if (!isXmlCharacter(character.codePointAt(0) ?? 0)) {
      throw scanner.refuse('the text holds a character XML has no place for')
    }
  }
  return decoded
}

/** XML 1.0, production 2 (Char). */
export function isXmlCharacter(code: number): boolean {
  if (code === 0x9 || code === 0xa || code === 0xd) return true
  if (code < 0x20 || code > 0x10ffff) return false
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}

class Scanner {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  atEnd(): boolean {
    return this.#at >= this.#text.length
  }

  skip(literal: string): boolean {
    if (!this.#text.startsWith(literal, this.#at)) return false
    this.#at += literal.length
    return true
  }

  skipSpaceAnd(literal: string): boolean {
    this.match(SPACE)
    return this.skip(literal)
  }

  match(sticky: RegExp): string | null {
    sticky.lastIndex = this.#at
    const found = sticky.exec(this.#text)
    if (found === null) return null
    this.#at += found[0].length
    return found[0]
  }

  refuse(reason: string): Refusal {
    return new Refusal(`${reason} (at position ${this.#at})`)
  }
}
