import { SandboxError } from '../errors.ts'
import type { ExtendedProperty } from './types.ts'

const SHAPE =
  /^(\w+) (?:(0x[0-9a-f]{1,4})|(\{?[0-9a-f-]{36}\}?) (?:Name (.+)|Id (0x[0-9a-f]+|\d+)))$/i

/**
 * One spelling for ids that mean the same property: type and numbers without case, GUIDs without
 * braces; names keep their case, which counts.
 *
 * @throws SandboxError 400 when it is no id of an extended property
 */
export function normalPropertyId(id: string): string {
  const found = SHAPE.exec(id.trim().replace(/\s+/g, ' '))
  const [, type, tag, guid, name, number] = found ?? []
  if (!type) {
    throw new SandboxError(
      400,
      'ErrorInvalidProperty',
      `The property id '${id}' is not a legal extended property id.`,
    )
  }
  if (tag) return `${type.toLowerCase()} ${Number(tag)}`
  const set = guid?.toLowerCase().replace(/[{}]/g, '')
  return name === undefined
    ? `${type.toLowerCase()} ${set} id ${Number(number)}`
    : `${type.toLowerCase()} ${set} name ${name}`
}

export const IN_REPLY_TO = normalPropertyId('String 0x1042')
export const REFERENCES = normalPropertyId('String 0x1039')
export const INTERNET_ID = normalPropertyId('String 0x1035')
export const MESSAGE_FLAGS = normalPropertyId('Integer 0x0E07')
export const DELIVERY_TIME = normalPropertyId('SystemTime 0x0E06')
export const SUBMIT_TIME = normalPropertyId('SystemTime 0x0039')
export const MESSAGE_SIZE = normalPropertyId('Integer 0x0E08')
export const LAST_VERB = normalPropertyId('Integer 0x1081')
export const SEARCH_KEY = normalPropertyId('Binary 0x300B')

export type Extended = Readonly<Record<string, ExtendedProperty>>

export function withProperties(before: Extended, sent: readonly ExtendedProperty[]): Extended {
  const after: Record<string, ExtendedProperty> = { ...before }
  for (const property of sent) after[normalPropertyId(property.id)] = property
  return after
}
