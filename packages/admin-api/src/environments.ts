/** An organization as the page "Environments" shows it. `GET /api/admin/environments` */
export interface Environment {
  readonly organizationId: string
  readonly uniqueName: string
  readonly displayName: string
  /** As `RetrieveVersion` reports it. */
  readonly version: string
  readonly hostNames: readonly string[]
  readonly isDisabled: boolean
  /** True for the installation's first organization, which can't be removed. */
  readonly isDefault: boolean
  /** Null = the stored settings can't be read. */
  readonly trackCategorizedItems: boolean | null
  /** Number of synchronized mailboxes. */
  readonly mailboxes: number
}

export interface EnvironmentList {
  readonly environments: readonly Environment[]
}
