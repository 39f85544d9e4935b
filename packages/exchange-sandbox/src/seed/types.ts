import type { ResponseType } from '@microsoft/microsoft-graph-types'
import type {
  EventException,
  GraphEventInput,
  GraphMessageInput,
  GraphTaskInput,
} from '../import/types.ts'

/** Somebody who writes or is written to. */
export type Person = Readonly<{ name: string; email: string }>

export type SeedUser = Person &
  Readonly<{
    /** GUID, the same at every start. */
    id: string
    /** A queue is the mailbox of a team and nobody's own. */
    kind: 'user' | 'queue'
    givenName: string | null
    surname: string | null
    jobTitle: string | null
    /** IANA. */
    timeZone: string
  }>

/** Somebody outside, whom the CRM may know already. */
export type SeedCustomer = Person &
  Readonly<{
    kind: 'contact' | 'account' | 'lead'
    /** Of a contact the account, of a lead the company; null for accounts. */
    company: string | null
  }>

/**
 * Where a message lies: a well-known folder name, or the path of a subfolder below one, as
 * `inbox/Suppliers`.
 */
export type FolderPath = string

export type SeedMessage = Readonly<{
  folder: FolderPath
  isDraft: boolean
  isFlagged: boolean
  message: GraphMessageInput
}>

export type SeedEvent = Readonly<{
  isOrganizer: boolean
  /** What the owner of the mailbox answered. */
  response: ResponseType
  event: GraphEventInput
  exceptions: readonly EventException[]
}>

export type SeedTaskList = Readonly<{
  displayName: string
  wellknownListName: 'defaultList' | 'none'
  tasks: readonly GraphTaskInput[]
}>

export type SeedMailbox = Readonly<{
  user: SeedUser
  /** Subfolders to make, parents first. */
  folders: readonly FolderPath[]
  messages: readonly SeedMessage[]
  events: readonly SeedEvent[]
  taskLists: readonly SeedTaskList[]
}>

export type SeedOrganization = Readonly<{
  name: string
  domain: string
  mailboxes: readonly SeedMailbox[]
  customers: readonly SeedCustomer[]
}>
