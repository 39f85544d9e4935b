export interface XmlAttribute {
  readonly text: string
  readonly at: number
}

export interface XmlElement {
  readonly name: string
  readonly at: number
  readonly attributes: ReadonlyMap<string, XmlAttribute>
  readonly children: readonly XmlElement[]
  /** All text of the element itself, references resolved. */
  readonly text: string
}

/** What a kind of document may hold besides elements and text. */
export interface XmlFormat {
  /** Longest document, in UTF-16 code units. */
  readonly lengthMax: number
  /** Deepest nesting of elements. */
  readonly depthMax: number
  /** Says why an element that lies deeper is refused. */
  readonly tooDeep: string
  readonly elementsMax: number
  /** Declarations of namespaces count as attributes, but aren't kept. */
  readonly attributes: boolean
  readonly comments: boolean
  /** CDATA sections, processing instructions and names with prefixes. */
  readonly others: boolean
}

/** What is wrong with a document, and the position from 0; null if the whole document is wrong. */
export class XmlFault extends Error {
  readonly position: number | null

  constructor(message: string, position: number | null) {
    super(message)
    this.position = position
  }
}

const ATTRIBUTES_MAX = 40

const DECLARATION = /<\?xml\s+version=(["'])1\.[01]\1[^<>?]{0,100}\?>/y
const NAME = /[A-Za-z_][\w.-]{0,199}/y
const PREFIXED = /[A-Za-z_][\w.-]{0,199}(:[A-Za-z_][\w.-]{0,199})?/y
const NAMESPACE = /xmlns(:[A-Za-z_][\w.-]{0,99})?(?=\s*=)/y
const SPACE = /[ \t\r\n]*/y
const TEXT = /[^<]+/y
const COMMENT = /<!--(?:(?!--)[\s\S])*-->/y
const CDATA = /<!\[CDATA\[[\s\S]*?\]\]>/y
const INSTRUCTION = /<\?[\s\S]*?\?>/y
const VALUE = /"([^"<]*)"|'([^'<]*)'/y
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));/g
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

/**
 * Reads a document of elements, attributes and text. Document types and entities are refused in every
 * format, since entities can grow without bound; the rest is as the format says.
 * @throws XmlFault
 */
export function readXml(text: string, format: XmlFormat): XmlElement {
  if (text.length > format.lengthMax) {
    throw new XmlFault(`The document is longer than ${format.lengthMax} characters.`, null)
  }
  const reader = new Reader(text, format)
  reader.skip('\uFEFF')
  reader.skipSpace()
  reader.match(DECLARATION)
  reader.skipNothing()
  const root = element(reader, 0)
  reader.skipNothing()
  if (!reader.atEnd()) throw reader.fault('Something follows the root element.')
  return root
}

function element(reader: Reader, depth: number): XmlElement {
  const { at } = reader
  if (!reader.skip('<')) throw reader.fault('An element is expected.')
  const name = reader.name()
  if (name === null) throw reader.fault(markup(reader))
  if (reader.skip(':')) throw reader.fault("Names with prefixes aren't allowed.")
  if (depth >= reader.format.depthMax) throw reader.fault(reader.format.tooDeep, at)
  reader.countElement()
  const attributes = readAttributes(reader, name)
  if (reader.skip('/>')) return { name, at, attributes, children: [], text: '' }
  if (!reader.skip('>')) throw reader.fault(`The tag <${name}> isn't closed.`)
  const { children, text } = content(reader, depth)
  reader.skip('</')
  const closing = reader.name()
  reader.skipSpace()
  if (closing !== name || !reader.skip('>')) {
    throw reader.fault(`The element <${name}> isn't closed.`)
  }
  return { name, at, attributes, children, text }
}

function content(
  reader: Reader,
  depth: number,
): { readonly children: readonly XmlElement[]; readonly text: string } {
  const children: XmlElement[] = []
  let text = ''
  for (;;) {
    const { at } = reader
    const raw = reader.match(TEXT)
    if (raw !== null) text += decode(raw, at)
    else if (reader.atEnd()) throw reader.fault('The document ends inside an element.')
    else if (reader.startsWith('</')) return { children, text }
    else if (!reader.skipMarkup()) {
      const section = reader.cdata()
      if (section === null) children.push(element(reader, depth + 1))
      else text += section
    }
  }
}

function readAttributes(reader: Reader, element: string): ReadonlyMap<string, XmlAttribute> {
  const attributes = new Map<string, XmlAttribute>()
  for (;;) {
    const hasSpace = reader.skipSpace()
    if (reader.atEnd() || reader.startsWith('>') || reader.startsWith('/>')) return attributes
    const { at } = reader
    if (!reader.format.attributes) throw reader.fault("Attributes aren't allowed.")
    const namespace = reader.match(NAMESPACE)
    const name = namespace ?? reader.name()
    if (name === null || !hasSpace) throw reader.fault(`An attribute of <${element}> is expected.`)
    reader.skipSpace()
    if (!reader.skip('=')) throw reader.fault(`The attribute ${name} has no value.`)
    reader.skipSpace()
    const valueAt = reader.at
    const quoted = reader.match(VALUE)
    if (quoted === null) throw reader.fault(`The value of ${name} must stand in quotes.`)
    // Attribute values are normalized: line ends and tabs written as such are spaces (XML 1.0, 3.3.3).
    const raw = quoted.slice(1, -1).replace(/[\t\r\n]/g, ' ')
    if (attributes.has(name)) throw reader.fault(`The attribute ${name} is given twice.`, at)
    if (attributes.size >= ATTRIBUTES_MAX)
      throw reader.fault(`<${element}> has too many attributes.`)
    if (namespace === null) attributes.set(name, { text: decode(raw, valueAt + 1), at })
  }
}

function markup(reader: Reader): string {
  if (reader.startsWith('![CDATA[')) return "CDATA sections aren't allowed."
  if (reader.startsWith('!--')) {
    return reader.format.comments ? "The comment isn't closed." : "Comments aren't allowed."
  }
  if (reader.startsWith('!')) return "Document types and entities aren't allowed."
  if (reader.startsWith('?')) return "Processing instructions aren't allowed here."
  return 'The name of an element is expected.'
}

function decode(raw: string, at: number): string {
  const literal = raw.replace(REFERENCE, '')
  if (literal.includes('&'))
    throw new XmlFault("An '&' must be written as '&amp;'; other entities aren't allowed.", at)
  if (literal.includes(']]>')) throw new XmlFault("']]>' isn't allowed in text.", at)
  for (const character of literal) {
    if (!isXmlCharacter(character.codePointAt(0) ?? 0)) {
      throw new XmlFault('The text holds a character XML has no place for.', at)
    }
  }
  return raw.replace(REFERENCE, (_, named?: string, dec?: string, hex?: string) => {
    if (named !== undefined) return NAMED[named] ?? ''
    const code = dec === undefined ? Number.parseInt(hex ?? '', 16) : Number(dec)
    if (isXmlCharacter(code)) return String.fromCodePoint(code)
    throw new XmlFault('A character reference names no character.', at)
  })
}

/** XML 1.0, production 2 (Char). */
export function isXmlCharacter(code: number): boolean {
  if (code === 0x9 || code === 0xa || code === 0xd) return true
  if (code < 0x20 || code > 0x10ffff) return false
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}

class Reader {
  readonly #text: string
  #at = 0
  #elements = 0

  readonly format: XmlFormat

  constructor(text: string, format: XmlFormat) {
    this.#text = text
    this.format = format
  }

  get at(): number {
    return this.#at
  }

  atEnd(): boolean {
    return this.#at >= this.#text.length
  }

  startsWith(literal: string): boolean {
    return this.#text.startsWith(literal, this.#at)
  }

  skip(literal: string): boolean {
    if (!this.startsWith(literal)) return false
    this.#at += literal.length
    return true
  }

  /** @returns whether there was any */
  skipSpace(): boolean {
    return this.match(SPACE) !== ''
  }

  /** What may stand around the root element. */
  skipNothing(): void {
    do this.skipSpace()
    while (this.skipMarkup())
  }

  /** @returns whether there was any comment or instruction that the format has */
  skipMarkup(): boolean {
    const { comments, others } = this.format
    return (
      (comments && this.match(COMMENT) !== null) || (others && this.match(INSTRUCTION) !== null)
    )
  }

  /** The text of a CDATA section, where the format has them. */
  cdata(): string | null {
    const section = this.format.others ? this.match(CDATA) : null
    return section === null ? null : section.slice('<![CDATA['.length, -']]>'.length)
  }

  name(): string | null {
    return this.match(this.format.others ? PREFIXED : NAME)
  }

  match(sticky: RegExp): string | null {
    sticky.lastIndex = this.#at
    const found = sticky.exec(this.#text)
    if (found === null) return null
    this.#at += found[0].length
    return found[0]
  }

  countElement(): void {
    this.#elements += 1
    if (this.#elements > this.format.elementsMax) {
      throw this.fault(`The document has more than ${this.format.elementsMax} elements.`)
    }
  }

  fault(message: string, at = this.#at): XmlFault {
    return new XmlFault(message, at)
  }
}
