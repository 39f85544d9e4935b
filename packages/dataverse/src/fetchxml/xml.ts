import { isXmlCharacter } from '../settings/xml-reader.ts'
import { FetchFault } from './fault.ts'

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

/** Longest document, in UTF-16 code units: Dataverse's own limit of a URL in a batch is 65,536. */
export const FETCH_LENGTH_MAX = 65_536
/** Deepest nesting of elements. */
export const FETCH_DEPTH_MAX = 40
const ELEMENTS_MAX = 5_000
const ATTRIBUTES_MAX = 40

const DECLARATION = /<\?xml\s+version=(["'])1\.[01]\1[^<>?]{0,100}\?>/y
const NAME = /[A-Za-z_][\w.-]{0,199}/y
const NAMESPACE = /xmlns(:[A-Za-z_][\w.-]{0,99})?(?=\s*=)/y
const SPACE = /[ \t\r\n]*/y
const TEXT = /[^<]+/y
const COMMENT = /<!--(?:(?!--)[\s\S])*-->/y
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
 * Reads a document of elements, attributes, text and comments. Document types, entities, CDATA
 * sections, processing instructions and prefixed names are refused: FetchXML needs none of them.
 * Declarations of namespaces, which some tools write, are passed over.
 * @throws FetchFault
 */
export function readXml(text: string): XmlElement {
  if (text.length > FETCH_LENGTH_MAX) {
    throw new FetchFault(`The document is longer than ${FETCH_LENGTH_MAX} characters.`, null)
  }
  const reader = new Reader(text)
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
  if (depth >= FETCH_DEPTH_MAX) {
    throw reader.fault(`Elements nest deeper than ${FETCH_DEPTH_MAX} levels.`)
  }
  if (!reader.skip('<')) throw reader.fault('An element is expected.')
  const name = reader.match(NAME)
  if (name === null) throw reader.fault(markup(reader))
  reader.countElement()
  const attributes = readAttributes(reader, name)
  if (reader.skip('/>')) return { name, at, attributes, children: [], text: '' }
  if (!reader.skip('>')) throw reader.fault(`The tag <${name}> isn't closed.`)
  const { children, text } = content(reader, depth)
  reader.skip('</')
  const closing = reader.match(NAME)
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
    else if (reader.match(COMMENT) === null) children.push(element(reader, depth + 1))
  }
}

function readAttributes(reader: Reader, element: string): ReadonlyMap<string, XmlAttribute> {
  const attributes = new Map<string, XmlAttribute>()
  for (;;) {
    const hasSpace = reader.skipSpace()
    if (reader.atEnd() || reader.startsWith('>') || reader.startsWith('/>')) return attributes
    const { at } = reader
    const namespace = reader.match(NAMESPACE)
    const name = namespace ?? reader.match(NAME)
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
  if (reader.startsWith('!--')) return "The comment isn't closed."
  if (reader.startsWith('!')) return "Document types and entities aren't allowed."
  if (reader.startsWith('?')) return "Processing instructions aren't allowed here."
  return 'The name of an element is expected.'
}

function decode(raw: string, at: number): string {
  const rest = raw.replace(REFERENCE, '')
  if (rest.includes('&')) throw new FetchFault("An '&' must be written as '&amp;'.", at)
  for (const character of rest) {
    if (!isXmlCharacter(character.codePointAt(0) ?? 0)) throw noCharacter(at)
  }
  return raw.replace(REFERENCE, (_, named?: string, dec?: string, hex?: string) => {
    if (named !== undefined) return NAMED[named] ?? ''
    const code = dec === undefined ? Number.parseInt(hex ?? '', 16) : Number(dec)
    if (!isXmlCharacter(code)) throw noCharacter(at)
    return String.fromCodePoint(code)
  })
}

const noCharacter = (at: number) =>
  new FetchFault('The text holds a character XML has no place for.', at)

class Reader {
  readonly #text: string
  #at = 0
  #elements = 0

  constructor(text: string) {
    this.#text = text
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
    while (this.match(COMMENT) !== null)
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
    if (this.#elements > ELEMENTS_MAX) {
      throw this.fault(`The document has more than ${ELEMENTS_MAX} elements.`)
    }
  }

  fault(message: string, at = this.#at): FetchFault {
    return new FetchFault(message, at)
  }
}
