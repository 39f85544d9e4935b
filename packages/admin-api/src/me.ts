/** Who asks, and what the admin center needs to know before it draws anything. `GET /api/admin/me` */
export interface Me {
  readonly userId: string
  readonly fullName: string
  readonly address: string | null
  /** Names of roles, such as `System Administrator` or `Mailbox Owner`. */
  readonly roles: readonly string[]
  /** Holds the installation's own token. */
  readonly ofInstallation: boolean
  readonly by: 'token' | 'session'
  /** Has an account with a password to change. */
  readonly hasPassword: boolean
  readonly organization: MyOrganization
  /** The organizations the caller may switch to, its own included. */
  readonly organizations: readonly MyOrganization[]
  /** Null where there is none, or where it is none of the caller's business. */
  readonly sandboxUrl: string | null
  /** It runs, and won't at the next start if this organization has an active Exchange Online profile. */
  readonly sandboxYields: boolean
  readonly trackCategorizedItems: boolean
  /** Version of Trackmark. */
  readonly version: string
}

export interface MyOrganization {
  readonly uniqueName: string
  readonly friendlyName: string
  /** As `RetrieveVersion` reports it, such as `9.2.0.0`. */
  readonly version: string
}
