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
  /** False = they sign in by a link or a provider, or not yet. */
  readonly hasPassword: boolean
  readonly isDisabled: boolean
  readonly createdOn: string
  readonly lastSignInOn: string | null
}

/** A link that is good once. */
export interface Invitation {
  /** Below where the organization answers. */
  readonly path: string
  /** The whole address, where the installation has a public URL. */
  readonly url: string | null
  readonly expiresOn: string
}
