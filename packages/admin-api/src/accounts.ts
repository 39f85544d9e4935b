/** `GET /api/admin/accounts` */
export interface AccountsAnswer {
  readonly accounts: readonly AccountRecord[]
}

/** A person who signs in to the admin center. */
export interface AccountRecord {
  readonly userId: string
  readonly userName: string | null
  readonly signInName: string
  readonly role: string
  /** False = the person signs in by a link or a provider, or has never signed in. */
  readonly hasPassword: boolean
  readonly isDisabled: boolean
  readonly createdOn: string
  readonly lastSignInOn: string | null
}

/** A link that can be used once. */
export interface Invitation {
  /** Path of the link, relative to the organization's address. */
  readonly path: string
  /** The whole address; null if the installation has no public URL. */
  readonly url: string | null
  readonly expiresOn: string
}
