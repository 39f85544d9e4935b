import { readXml, XmlFault, type XmlFormat } from '../xml/read-xml.ts'

export interface XmlEntry {
  readonly name: string
  readonly text: string
}

export type XmlResult =
  | { readonly ok: true; readonly entries: readonly XmlEntry[] }
  | { readonly ok: false; readonly reason: string }

/** Longest document accepted, in UTF-16 code units; all known settings together need a quarter. */
export const XML_LENGTH_MAX = 65_536

/**
 * The one XML dialect that the `orgdborgsettings` column has: a root element, children that hold text,
 * nothing else. Everything XML offers beyond that is refused rather than ignored, so that no document
 * means one thing here and another elsewhere (OS9).
 */
const SETTINGS_XML: XmlFormat = {
  lengthMax: XML_LENGTH_MAX,
  depthMax: 2,
  tooDeep: "Settings don't nest.",
  elementsMax: 1_000,
  attributes: false,
  comments: false,
  others: false,
}

export function readSettingsXml(xml: string): XmlResult {
  try {
    const root = readXml(xml, SETTINGS_XML)
    if (root.name.toLowerCase() !== 'orgsettings') {
      return { ok: false, reason: `the root element is ${root.name}, not OrgSettings` }
    }
    if (root.text.trim() !== '') {
      return { ok: false, reason: 'an element is expected in OrgSettings, not text' }
    }
    return { ok: true, entries: root.children.map(({ name, text }) => ({ name, text })) }
  } catch (error) {
    if (error instanceof XmlFault) return { ok: false, reason: reasonOf(error) }
    throw error
  }
}

/** As part of a sentence. */
function reasonOf({ message, position }: XmlFault): string {
  const place = position === null ? '' : ` (at position ${position})`
  const isWord = /^[A-Z][a-z]|^An? /.test(message)
  const start = isWord ? message[0]!.toLowerCase() : message[0]!
  return `${start}${message.slice(1).replace(/\.$/, '')}${place}`
}
