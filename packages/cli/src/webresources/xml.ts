import { EXIT, Failure } from '../failure.ts'

/** An element of a solution's XML. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  /** What it holds as text, entities resolved. */
  text: string
}

const DEPTH_MAX = 100
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(?:[^>"']|"[^"]*"|'[^']*')*>|[^<]+/g
const TAG = /^<(\/?)([A-Za-z_][\w.:-]*)(\s[\s\S]*?)?(\/?)>$/
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

/**
 * Reads an XML document whole. Document types are refused: entities of one's own have no place in
 * a solution, and can grow without bound.
 * @throws Failure saying what is wrong with `file`
 */
export function readXml(text: string, file: string): XmlElement {
  const refuse = (why: string) => new Failure(EXIT.refused, `${file} can't be read: ${why}.`)
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open: XmlElement[] = [top]
  let at = 0
  for (const match of text.replace(/^\uFEFF/, '').matchAll(TOKEN)) {
    const [token, cdata] = match
    if (match.index !== at) throw refuse('it is no XML')
    at += token.length
    const here = open.at(-1)!
    if (cdata !== undefined) here.text += cdata
    else if (token.startsWith('<!--') || token.startsWith('<?')) continue
    else if (token.startsWith('<!')) throw refuse('document types are not allowed')
    else if (!token.startsWith('<')) here.text += decoded(token)
    else {
      const [, closing, name, attributes, empty] = TAG.exec(token) ?? []
      if (name === undefined) throw refuse(`"${token.slice(0, 40)}" is no tag`)
      if (closing) {
        if (open.length < 2 || here.name !== name) throw refuse(`</${name}> closes nothing`)
        open.pop()
        continue
      }
      const element = { name, attributes: attributesOf(attributes ?? ''), children: [], text: '' }
      here.children.push(element)
      if (!empty) open.push(element)
      if (open.length > DEPTH_MAX) throw refuse('its elements are nested too deeply')
    }
  }
  const [root] = top.children
  if (open.length !== 1 || root === undefined) throw refuse('it ends too early')
  return root
}

/** The text of an XML file: UTF-8, or UTF-16 where its first bytes say so. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((one) => one.name === name)

/** The text of a child, trimmed; null where there is none. */
export const childText = (element: XmlElement | undefined, name: string): string | null =>
  child(element, name)?.text.trim() || null

const attributesOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name, double, single]) => [
      name!,
      decoded(double ?? single ?? ''),
    ]),
  )

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
