import { readXml, type XmlElement, XmlFault, type XmlFormat } from '@trackmark/dataverse'
import { EXIT, Failure } from '../failure.ts'

export type { XmlElement } from '@trackmark/dataverse'

const SOLUTION_XML: XmlFormat = {
  lengthMax: 64 * 1024 * 1024,
  depthMax: 100,
  tooDeep: 'Its elements are nested too deeply.',
  elementsMax: 1_000_000,
  attributes: true,
  comments: true,
  others: true,
}

/** @throws Failure saying what is wrong with `file` */
export function readSolutionXml(text: string, file: string): XmlElement {
  try {
    return readXml(text, SOLUTION_XML)
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error
    throw new Failure(EXIT.refused, `${file} can't be read: ${error.message}`)
  }
}

/** Decodes an XML file as UTF-8, or as UTF-16 if it starts with that byte order mark. */
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

/** The text of a child, trimmed; null if there is no such child. */
export const childText = (element: XmlElement | undefined, name: string): string | null =>
  child(element, name)?.text.trim() || null
