import type { Address, AddressMatch, PartyDraft } from './types.ts'

/** `participationtypemask` of activityparty. */
export const PARTY = {
  sender: 1,
  to: 2,
  cc: 3,
  bcc: 4,
  required: 5,
  optional: 6,
  organizer: 7,
  regarding: 8,
  owner: 9,
  resource: 10,
} as const

export interface ResolveOptions {
  /** `unresolveemailaddressifmultiplematch`: a recipient with several matches stays unresolved. */
  readonly unresolveOnMultipleMatch: boolean
  readonly unresolveSenderOnMultipleMatch: boolean
  /** `ResolveForInactiveEntities`: inactive contacts, accounts and leads match, too. */
  readonly resolveForInactive: boolean
  /** Owner of the mailbox. Rows that they own are preferred. */
  readonly mailboxOwnerId: string
}

/**
 * Order of preference when one row is chosen for a sender, an organizer or an attendee (spec 4.5).
 */
const ORDER: readonly AddressMatch['type'][] = ['systemuser', 'contact', 'account', 'lead', 'queue']
/** An address with more matches than this stays unresolved (spec 4.5). */
const MATCHES_MAX = 100

export type AddressBook = ReadonlyMap<string, readonly AddressMatch[]>

export function addressBook(matches: readonly AddressMatch[]): AddressBook {
  const book = new Map<string, AddressMatch[]>()
  for (const match of matches) {
    const rows = book.get(match.address)
    if (rows) rows.push(match)
    else book.set(match.address, [match])
  }
  return book
}

function usable(book: AddressBook, address: string, options: ResolveOptions): AddressMatch[] {
  const rows = book.get(address.trim().toLowerCase()) ?? []
  if (rows.length > MATCHES_MAX) return []
  // A single match counts whatever its state, unless it is an inactive user.
  return rows.filter(
    (row) =>
      row.isActive ||
      (row.type !== 'systemuser' && (options.resolveForInactive || rows.length === 1)),
  )
}

function before(a: AddressMatch, b: AddressMatch, ownerId: string): number {
  const owned = Number(b.ownerId === ownerId) - Number(a.ownerId === ownerId)
  if (owned !== 0) return owned
  const type = ORDER.indexOf(a.type) - ORDER.indexOf(b.type)
  if (type !== 0) return type
  return a.createdOn - b.createdOn || (a.id < b.id ? -1 : 1)
}

/**
 * The single party for a sender, organizer or attendee: the best matching row, or none (spec 4.5).
 */
export function resolveOne(
  mask: number,
  person: Address | null,
  book: AddressBook,
  options: ResolveOptions,
  unresolveOnMultiple: boolean,
): PartyDraft[] {
  if (person === null) return []
  const addressUsed = person.address ?? person.name
  if (addressUsed === null) return []
  const rows = person.address === null ? [] : usable(book, person.address, options)
  rows.sort((a, b) => before(a, b, options.mailboxOwnerId))
  const best = unresolveOnMultiple && rows.length > 1 ? undefined : rows[0]
  return [{ mask, addressUsed, partyId: best?.id ?? null, partyType: best?.type ?? null }]
}

/** Recipients: every matching row is a party of its own (spec 4.6). */
export function resolveAll(
  mask: number,
  people: readonly Address[],
  book: AddressBook,
  options: ResolveOptions,
): PartyDraft[] {
  const parties: PartyDraft[] = []
  const seen = new Set<string>()
  for (const person of people) {
    const addressUsed = person.address ?? person.name
    if (addressUsed === null) continue
    const rows = person.address === null ? [] : usable(book, person.address, options)
    const resolved = options.unresolveOnMultipleMatch && rows.length > 1 ? [] : rows
    resolved.sort((a, b) => before(a, b, options.mailboxOwnerId))
    const drafts: PartyDraft[] =
      resolved.length === 0
        ? [{ mask, addressUsed, partyId: null, partyType: null }]
        : resolved.map((row) => ({ mask, addressUsed, partyId: row.id, partyType: row.type }))
    for (const draft of drafts) {
      const key = `${draft.partyId ?? ''}|${addressUsed.toLowerCase()}`
      if (!seen.has(key)) parties.push(draft)
      seen.add(key)
    }
  }
  return parties
}

/**
 * Owner of an email activity (spec 4.7). The first recipient list with an eligible owner decides;
 * in it the owner of the sender's record is preferred, else the first. If no recipient is one of
 * ours, the mailbox's owner owns the email.
 */
export function ownerOfEmail(
  parties: readonly PartyDraft[],
  book: AddressBook,
  options: ResolveOptions,
): string {
  const sender = parties.find((party) => party.mask === PARTY.sender)
  const senderOwner = ownerOf(sender, book)
  for (const mask of [PARTY.to, PARTY.cc, PARTY.bcc]) {
    const owners = parties
      .filter((party) => party.mask === mask)
      .map((party) => recipientOwner(party, book))
      .filter((owner) => owner !== null)
    if (owners.length === 0) continue
    if (senderOwner !== null && owners.includes(senderOwner)) return senderOwner
    // If several owners are possible, the owner of the mailbox in which the mail was found is
    // preferred.
    return owners.includes(options.mailboxOwnerId) ? options.mailboxOwnerId : owners[0]!
  }
  return options.mailboxOwnerId
}

function rowOf(party: PartyDraft | undefined, book: AddressBook): AddressMatch | undefined {
  if (party?.partyId == null || party.addressUsed === null) return undefined
  return book.get(party.addressUsed.trim().toLowerCase())?.find((row) => row.id === party.partyId)
}

function ownerOf(party: PartyDraft | undefined, book: AddressBook): string | null {
  return rowOf(party, book)?.ownerId ?? null
}

function recipientOwner(party: PartyDraft, book: AddressBook): string | null {
  const row = rowOf(party, book)
  if (row?.type === 'systemuser') return row.id
  return row?.type === 'queue' ? row.ownerId : null
}
