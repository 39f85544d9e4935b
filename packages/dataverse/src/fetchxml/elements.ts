import { quoteShort } from '../settings/value.ts'
import { FetchFault } from './fault.ts'
import type { XmlAttribute, XmlElement } from './xml.ts'

/** Refuses unknown attributes and children, so that no part of a query is silently ignored. */
export function checkElement(
  element: XmlElement,
  attributes: readonly string[],
  children: readonly string[],
): void {
  for (const [name, { at }] of element.attributes) {
    if (!attributes.includes(name)) {
      throw new FetchFault(`<${element.name}> has no attribute ${quoteShort(name)}.`, at)
    }
  }
  for (const child of element.children) {
    if (!children.includes(child.name)) {
      throw new FetchFault(`<${element.name}> holds no <${child.name}>.`, child.at)
    }
  }
  if (element.name !== 'value' && element.text.trim() !== '') {
    throw new FetchFault(`<${element.name}> holds no text.`, element.at)
  }
}

export const textOf = (element: XmlElement, name: string): string | null =>
  element.attributes.get(name)?.text ?? null

export function required(element: XmlElement, name: string): XmlAttribute {
  const attribute = element.attributes.get(name)
  if (attribute !== undefined && attribute.text !== '') return attribute
  throw new FetchFault(`<${element.name}> needs the attribute ${name}.`, element.at)
}

/** `true`, `false`, `1` and `0`, as XML Schema has it; some tools write capitals. */
export function flag(element: XmlElement, name: string): boolean {
  const attribute = element.attributes.get(name)
  if (attribute === undefined) return false
  const text = attribute.text.toLowerCase()
  if (text === 'true' || text === '1') return true
  if (text === 'false' || text === '0') return false
  throw new FetchFault(
    `${name} is 'true' or 'false', not ${quoteShort(attribute.text)}.`,
    attribute.at,
  )
}

export function wholeNumber(
  element: XmlElement,
  name: string,
  range: { readonly min: number; readonly max: number },
): number | null {
  const attribute = element.attributes.get(name)
  if (attribute === undefined) return null
  const value = /^\d{1,10}$/.test(attribute.text) ? Number(attribute.text) : Number.NaN
  if (value >= range.min && value <= range.max) return value
  const text = quoteShort(attribute.text)
  throw new FetchFault(
    `${name} is a whole number from ${range.min} to ${range.max}, not ${text}.`,
    attribute.at,
  )
}

export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name)
