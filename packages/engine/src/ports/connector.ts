import type { Outcome } from '@trackmark/core'
import type { Mailbox } from './mailbox.ts'

/** A way to the mailboxes of one server profile. Nothing is sent before a method is called. */
export interface Connector {
  /** @param options.isAsked a person asked: it doesn't wait, although the server asked for a pause (CY21) */
  open(emailAddress: string, options?: { readonly isAsked: boolean }): Mailbox
  access(emailAddress: string): MailboxAccess
}

/** What "Test & Enable" and the test of a server profile ask of a mailbox (MB15). */
export interface MailboxAccess {
  /** Gets a token with the credentials of the server profile; the mailbox isn't asked for. */
  signIn(): Promise<void>

  /** Asks for the mailbox itself. @throws SyncError `refused` where there is none to be had */
  reach(): Promise<void>

  /** Never rejects with a SyncError: it is the answer. */
  check(): Promise<AccessReport>
}

/**
 * What a server profile's credentials reach in one mailbox. Reading is all that can be tried
 * without leaving traces: whether writes are granted shows at the first of them.
 */
export interface AccessReport {
  readonly signIn: Outcome<null>
  readonly categories: Outcome<null>
  readonly mail: Outcome<null>
  readonly calendar: Outcome<null>
  /** Optional: without the permission, tasks aren't synchronized. */
  readonly tasks: Outcome<null>
}
