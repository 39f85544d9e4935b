import { readXml, type XmlElement, XmlFault, type XmlFormat } from '../xml/read-xml.ts'
import { FetchFault } from './fault.ts'

export type { XmlAttribute, XmlElement } from '../xml/read-xml.ts'

/** Dataverse's own limit of a URL in a batch, in UTF-16 code units. */
export const FETCH_LENGTH_MAX = 65_536
/** Deepest nesting of elements. */
export const FETCH_DEPTH_MAX = 40

/** Declarations of namespaces, which some tools write, are passed over. */
const FETCH_XML: XmlFormat = {
  lengthMax: FETCH_LENGTH_MAX,
  depthMax: FETCH_DEPTH_MAX,
  tooDeep: `Elements nest deeper than ${FETCH_DEPTH_MAX} levels.`,
  elementsMax: 5_000,
  attributes: true,
  comments: true,
  others: false,
}

/** @throws FetchFault */
export function readFetchXml(text: string): XmlElement {
  try {
    return readXml(text, FETCH_XML)
  } catch (error) {
    throw error instanceof XmlFault ? new FetchFault(error.message, error.position) : error
  }
}
