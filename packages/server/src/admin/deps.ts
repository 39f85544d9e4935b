import type { GraphMailboxes } from '@trackmark/exchange'
import type { Database, Organization } from '@trackmark/store'

/** What the admin API works with. Clock and ids come in here. */
export interface AdminDeps {
  readonly database: Database
  readonly organization: Organization
  readonly secretKey: Buffer
  readonly clock: () => number
  readonly newId: () => string
  /** Mailboxes reached with the credentials of a profile, for testing access. */
  readonly reach: (profileId: string) => Promise<GraphMailboxes>
  /** Something was made due, or a profile written: the worker looks at once. */
  readonly changed: (what: { readonly profileId?: string }) => void
  /** What the process says of itself. */
  readonly about: () => {
    readonly startedOn: number
    readonly worker: 'on' | 'off'
    readonly sandboxUrl: string | null
  }
}
