import { createContext, use } from 'react'
import type { User } from '../api/wire.ts'

/** Whose mailbox is open. */
export interface OpenMailbox {
  readonly user: User
  /** Everything of this mailbox is below it. */
  readonly root: string
  /** In which all times of the page are shown, as Outlook does. */
  readonly zone: string
}

export const MailboxContext = createContext<OpenMailbox | null>(null)

export function useMailbox(): OpenMailbox {
  const mailbox = use(MailboxContext)
  if (mailbox === null) throw new Error('useMailbox outside of a mailbox')
  return mailbox
}

/** A zone browsers don't know, such as one of Windows' names, gives way to UTC. */
export function usableZone(zone: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone ?? 'UTC' }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}
