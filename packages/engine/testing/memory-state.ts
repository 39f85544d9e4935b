import type {
  ActivityDraft,
  ActivityId,
  Alert,
  CategoryState,
  CycleClose,
  CycleInput,
  FolderCursor,
  Instant,
  ItemKey,
  Link,
  MailboxId,
  OutgoingWrite,
} from '@trackmark/core'

/** An activity as the memory store keeps it. */
export interface StoredActivity extends ActivityDraft {
  readonly activityId: ActivityId
  readonly identity: string
  readonly seriesId: ActivityId | null
  readonly createdOn: Instant
  readonly modifiedOn: Instant
  /** Columns that were changed in the CRM and not yet written to the item (AC8). */
  readonly changedColumns: readonly string[]
}

export interface StoredAlert extends Alert {
  readonly isOpen: boolean
  readonly modifiedOn: Instant
}

export interface StoredLink {
  readonly link: Link
  /** Generation of the last listing of its folder that contained its item; 0 for none. */
  readonly listed: number
}

export interface StoredMailbox {
  readonly mailboxId: MailboxId
  readonly about: Pick<CycleInput, 'mailbox' | 'profile'>
  dueAt: Instant | null
  /** It becomes due again when the cycle under way ends. */
  dueAgain: boolean
  lease: { readonly token: string; until: Instant; readonly ms: number } | null
  claims: number
  isAsked: boolean
  failures: number
  quietCycles: number
  lastCode: string | null
  lastClose: CycleClose | null
  hierarchy: string | null
  bulkAnswer: CycleInput['health']['bulkAnswer']
  readonly links: Map<ItemKey, StoredLink>
  readonly cursors: Map<string, FolderCursor>
  readonly categories: Map<CategoryState['purpose'], CategoryState>
  readonly writes: Map<string, OutgoingWrite>
  alerts: readonly StoredAlert[]
}

export interface MemoryState {
  readonly mailboxes: Map<MailboxId, StoredMailbox>
  readonly activities: Map<ActivityId, StoredActivity>
}

export function newMailbox(
  mailboxId: MailboxId,
  about: StoredMailbox['about'],
  dueAt: Instant,
): StoredMailbox {
  return {
    mailboxId,
    about,
    dueAt,
    dueAgain: false,
    lease: null,
    claims: 0,
    isAsked: false,
    failures: 0,
    quietCycles: 0,
    lastCode: null,
    lastClose: null,
    hierarchy: null,
    bulkAnswer: null,
    links: new Map(),
    cursors: new Map(),
    categories: new Map(),
    writes: new Map(),
    alerts: [],
  }
}
