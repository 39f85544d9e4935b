import type { Address, Body, Importance, Instant } from '@trackmark/core'
import type { WireBody, WireRecipient } from './schemas.ts'
import { isNever } from './times.ts'

export function addressOf(recipient: WireRecipient): Address | null {
  const { name, address } = recipient?.emailAddress ?? {}
  if (!name && !address) return null
  return { name: name || null, address: address || null }
}

export function addressesOf(recipients: readonly WireRecipient[] | null | undefined): Address[] {
  return (recipients ?? []).map(addressOf).filter((address) => address !== null)
}

export function bodyOf(body: WireBody): Body {
  const isHtml = body?.contentType?.toLowerCase() === 'html'
  return { type: isHtml ? 'html' : 'text', content: body?.content ?? '' }
}

export function importanceOf(text: string | null | undefined): Importance {
  const word = text?.toLowerCase()
  return word === 'low' || word === 'high' ? word : 'normal'
}

/** Used only for our own statistics, so an unreadable time doesn't fail the item. */
export function modifiedOf(wire: {
  lastModifiedDateTime?: string | null | undefined
}): Instant | null {
  const text = wire.lastModifiedDateTime ?? ''
  const at = Date.parse(text)
  return Number.isNaN(at) || isNever(text) ? null : at
}
