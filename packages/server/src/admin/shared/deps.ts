import type { Connector } from '@trackmark/engine'
import { type Caller, reachOf } from '@trackmark/http'
import type { Database, Keys, Organization, Resealed } from '@trackmark/store'
import type { Backups } from '../../backup/service.ts'
import type { Organizations } from '../../organizations/organizations.ts'
import type { Passwords } from '../../sign-in/password.ts'
import type { PostWebhook } from '../../webhooks/post.ts'

/** What the admin API needs of the installation. Clock, ids and random numbers are passed in here. */
export interface InstallationDeps {
  readonly database: Database
  readonly organizations: Organizations
  /** The organization of requests whose address and caller name none. */
  readonly defaultOrganizationId: string
  /** Signs cookies. */
  readonly secretKey: Buffer
  /** Encrypt stored secrets. */
  readonly secretKeys: Keys
  /** Encrypts every secret again with the newest key. */
  readonly rotateSecrets: () => Promise<Resealed>
  readonly clock: () => number
  readonly newId: () => string
  /** From a cryptographic generator. */
  readonly randomBytes: (count: number) => Uint8Array
  readonly passwords: Passwords
  /** Origins that profiles may use besides those of Microsoft's clouds. */
  readonly exchangeAddresses: readonly string[]
  /** Opens mailboxes with the credentials of a profile, to test access and to read items. */
  readonly reach: (organizationId: string, profileId: string) => Promise<Connector>
  /** Sends a webhook, for testing an endpoint. */
  readonly postWebhook: PostWebhook
  readonly backups: Backups
  /** Reports that something became due or a profile was written, so that the worker polls at once. */
  readonly changed: (what: { readonly profileId?: string }) => void
  /** Facts about this process. */
  readonly about: () => {
    readonly startedOn: number
    readonly worker: 'on' | 'off'
    readonly sandboxUrl: string | null
    /** The sandbox doesn't start while the default organization has an active Exchange Online profile. */
    readonly sandboxYields: boolean
  }
}

/** The same for one request, with its caller and organization. */
export interface AdminDeps extends InstallationDeps {
  /** For reads shared by several requests: they don't end when one of the clients disconnects. */
  readonly sharedDatabase: Database
  readonly organization: Organization
  /** Of `organization`. */
  readonly organizationId: string
  readonly caller: Caller
  /** Whether the request concerns all mailboxes that the caller sees, or their own only. */
  readonly within: 'seen' | 'own'
  /** Public root address of the organization; null when none is configured. */
  readonly publicRoot: string | null
}

/** The author of removals and erasures by this request. */
export const writerOf = ({ organizationId, caller, clock, newId }: AdminDeps) => ({
  organizationId,
  userId: caller.userId,
  reach: reachOf(caller),
  now: clock(),
  newId,
})
