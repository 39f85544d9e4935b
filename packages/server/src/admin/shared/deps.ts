import type { Connector } from '@trackmark/engine'
import { type Caller, reachOf } from '@trackmark/http'
import type { Database, Keys, Organization, Resealed } from '@trackmark/store'
import type { Backups } from '../../backup/service.ts'
import type { Organizations } from '../../organizations/organizations.ts'
import type { Passwords } from '../../sign-in/password.ts'
import type { PostWebhook } from '../../webhooks/post.ts'

/** What all organizations of the installation share. Clock, ids and dice come in here. */
export interface InstallationDeps {
  readonly database: Database
  readonly organizations: Organizations
  /** Answers where neither the address nor the caller names another. */
  readonly defaultOrganizationId: string
  /** Signs. */
  readonly secretKey: Buffer
  /** Seal what is kept. */
  readonly secretKeys: Keys
  /** Seals every secret with the newest key. */
  readonly rotateSecrets: () => Promise<Resealed>
  readonly clock: () => number
  readonly newId: () => string
  /** From a cryptographic generator. */
  readonly randomBytes: (count: number) => Uint8Array
  readonly passwords: Passwords
  /** Origins that profiles may point at besides Microsoft's clouds. */
  readonly exchangeAddresses: readonly string[]
  /** With the credentials of a profile, for testing access and looking at items. */
  readonly reach: (organizationId: string, profileId: string) => Promise<Connector>
  /** Sends a webhook, for testing an endpoint. */
  readonly postWebhook: PostWebhook
  readonly backups: Backups
  /** Something was made due, or a profile written: the worker looks at once. */
  readonly changed: (what: { readonly profileId?: string }) => void
  /** What the process says of itself. */
  readonly about: () => {
    readonly startedOn: number
    readonly worker: 'on' | 'off'
    readonly sandboxUrl: string | null
    /** An active Exchange Online profile of the default organization keeps the sandbox from starting. */
    readonly sandboxYields: boolean
  }
}

/** What the admin API works with, for one request. */
export interface AdminDeps extends InstallationDeps {
  /** For what is asked once for several requests: it doesn't end when one of their clients goes. */
  readonly sharedDatabase: Database
  readonly organization: Organization
  readonly caller: Caller
  /** Which mailboxes the request is about: those the caller sees, or their own ones. */
  readonly within: 'seen' | 'own'
  /** Where the world reaches the organization; null = as it was asked. */
  readonly publicRoot: string | null
}

/** Who removes or erases by this request. */
export const writerOf = ({ organization, caller, clock, newId }: AdminDeps) => ({
  organizationId: organization.organizationId,
  userId: caller.userId,
  reach: reachOf(caller),
  now: clock(),
  newId,
})
