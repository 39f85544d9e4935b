import type { Outcome } from '@trackmark/core'
import type { Mailbox } from './mailbox.ts'

/** Access to the mailboxes of one server profile. Nothing is sent before a method is called. */
export interface Connector {
  /**
   * @param options.isAsked a person asked for it, so it ignores a pause that the server asked for
   *   (CY21)
   */
  open(emailAddress: string, options?: { readonly isAsked: boolean }): Mailbox
  access(emailAddress: string): MailboxAccess
}

/** What "Test & Enable" and the test of a server profile try on a mailbox (MB15). */
export interface MailboxAccess {
  /** Gets a token with the credentials of the server profile, without a request to the mailbox. */
  signIn(): Promise<void>

  /**
   * Requests the mailbox itself. @throws SyncError `refused` if it doesn't exist or access is
   * refused
   */
  reach(): Promise<void>

  /** Never rejects with a SyncError; the report contains it. */
  check(): Promise<AccessReport>
}

/**
 * What a server profile's credentials can reach in one mailbox. Only reading is tried, since a
 * write would leave traces: the first real write shows whether writing is granted.
 */
export interface AccessReport {
  readonly signIn: Outcome<null>
  readonly categories: Outcome<null>
  readonly mail: Outcome<null>
  readonly calendar: Outcome<null>
  /** Optional: without the permission, tasks aren't synchronized. */
  readonly tasks: Outcome<null>
}
