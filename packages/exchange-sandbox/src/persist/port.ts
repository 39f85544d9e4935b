/** Where a sandbox keeps its state. Lines are JSON without line ends. */
export interface PersistPort {
  /** Null = nothing kept yet. @throws Error naming what can't be read */
  readonly load: () => Promise<Kept | null>
  /** Replaces the organization's record as a whole, or not at all. */
  readonly saveOrganization: (text: string) => Promise<void>
  readonly append: (mailboxId: string, lines: readonly string[]) => Promise<void>
  /** Replaces all lines of a mailbox, or none. */
  readonly replace: (mailboxId: string, lines: readonly string[]) => Promise<void>
  readonly drop: (mailboxId: string) => Promise<void>
}

export interface Kept {
  readonly organization: string
  readonly mailboxes: readonly { readonly id: string; readonly lines: AsyncIterable<string> }[]
}
