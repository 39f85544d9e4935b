/** The caller, and all that the admin center needs for its first page. `GET /api/admin/me` */
export interface Me {
  readonly userId: string
  readonly fullName: string
  readonly address: string | null
  /** Names of roles, such as `System Administrator` or `Mailbox Owner`. */
  readonly roles: readonly string[]
  /** Whether the caller uses the installation's own token. */
  readonly ofInstallation: boolean
  readonly by: 'token' | 'session'
  /** Whether the caller has an account with a password, which can be changed. */
  readonly hasPassword: boolean
  readonly organization: MyOrganization
  /** The organizations the caller may switch to, its own included. */
  readonly organizations: readonly MyOrganization[]
  /** Null if there is no sandbox or the caller may not see it. */
  readonly sandboxUrl: string | null
  /**
   * The sandbox runs now, but won't run after the next start if this organization has an active
   * Exchange Online profile.
   */
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
