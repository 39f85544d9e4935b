import type { Customer, EmailAddress, Recipient, User } from '../api/wire.ts'

export interface Known {
  readonly name: string
  readonly address: string
  /** Has a mailbox in the sandbox. */
  readonly isInside: boolean
}

export function knownPeople(
  users: readonly User[],
  customers: readonly Customer[],
): readonly Known[] {
  return [
    ...users.map(({ displayName, mail }) => ({ name: displayName, address: mail, isInside: true })),
    ...customers.map(({ name, address }) => ({ name, address, isInside: false })),
  ]
}

const ADDRESS = /^[^\s@<>;,]+@[^\s@<>;,]+$/

/** `ada@contoso.com` or `Ada <ada@contoso.com>`; null for anything else. */
export function parseRecipient(text: string): EmailAddress | null {
  const trimmed = text.trim()
  if (ADDRESS.test(trimmed)) return { name: trimmed, address: trimmed }
  const [, name = '', address = ''] = /^(.*?)\s*<([^<>]+)>$/.exec(trimmed) ?? []
  return ADDRESS.test(address) ? { name: name || address, address } : null
}

/** Those whose name or address holds every word that was typed, and who aren't there yet. */
export function suggestions(
  known: readonly Known[],
  typed: string,
  chosen: readonly string[],
): readonly Known[] {
  const words = plain(typed).split(/\s+/)
  const taken = new Set(chosen.map((address) => address.toLowerCase()))
  return known.filter(({ name, address }) => {
    const text = plain(`${name} ${address}`)
    return !taken.has(address.toLowerCase()) && words.every((word) => text.includes(word))
  })
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim()

/** Addresses that no mailbox of the sandbox has. */
export function outsiders(users: readonly User[], recipients: readonly Recipient[]): string[] {
  const inside = new Set(users.map(({ mail }) => mail.toLowerCase()))
  return recipients.flatMap(({ emailAddress: { address } }) =>
    address && !inside.has(address.toLowerCase()) ? [address] : [],
  )
}
