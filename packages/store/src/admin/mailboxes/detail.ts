import type { Instant } from '@trackmark/core'
import type { Queryable, Row } from '../../database/database.ts'
import { iso } from '../../database/values.ts'
import { MAILBOX_JOINS } from '../../sync/synchronized.ts'
import type { Profile } from '../profiles/profiles.ts'
import { COLUMNS, type MailboxState, toState } from './list.ts'

/** Everything that is known of a mailbox. Instants are in milliseconds. */
export interface MailboxDetail extends MailboxState {
  readonly ownerId: string | null
  readonly createdOn: Instant
  readonly approvedBy: string | null
  readonly approvedOn: Instant | null
  readonly processEmailsReceivedAfter: Instant | null
  readonly lastErrorOn: Instant | null
  readonly lastDurationMs: number | null
  readonly lastProcessed: number
  readonly lastFailed: number
  readonly trackedCategory: {
    readonly name: string
    readonly earlierNames: readonly string[]
    readonly color: string
    readonly since: Instant | null
  } | null
  readonly backlog: {
    readonly outgoingWrites: number
    readonly parked: number
    readonly parkedDue: number
    readonly pendingEnds: number
    readonly isAsking: boolean
    readonly folders: number
    readonly unreadFolders: number
  }
}

const LINKS = (which: string) => `(select count(*) from sync.link l
  where l.organizationid = m.organizationid and l.mailboxid = m.mailboxid and ${which})`
const FOLDERS = (which: string) => `(select count(*) from sync.folder_cursor f
  where f.organizationid = m.organizationid and f.mailboxid = m.mailboxid and ${which})`

const IS_UNREAD = '(f.value is null or f.listing)'

/** Reads it in one statement, however much the mailbox holds. */
export async function readMailbox(
  database: Queryable,
  organizationId: string,
  mailboxId: string,
  now: Instant,
): Promise<MailboxDetail | null> {
  const [row] = await database.query<Row>(
    `select ${COLUMNS}, m.ownerid as "ownerId", m.createdon as "createdOn",
       a.fullname as "approvedBy", m.emailaddressapprovedon as "approvedOn",
       m.processemailreceivedafter as "processEmailsReceivedAfter",
       m.lastsyncerroroccurredon as "lastErrorOn", m.lastduration as "lastDurationMs",
       coalesce(m.itemsprocessedforlastsync, 0) as "lastProcessed",
       coalesce(m.itemsfailedforlastsync, 0) as "lastFailed",
       c.exchangecategoryname as categoryname, c.earliernames, c.color,
       c.modifiedon as categorysince,
       (select count(*) from sync.outgoing_write w where w.organizationid = m.organizationid
          and w.mailboxid = m.mailboxid) as outgoingwrites,
       ${LINKS(`l.parkcode is not null and l.parknexttryat <= $2
         and l.state in ('parked', 'linked')`)} as parkeddue,
       ${LINKS(`l.pendingend is not null and l.state = 'linked'`)} as pendingends,
       coalesce(s.bulkanswer = 'asked', false) as isasking,
       ${FOLDERS('true')} as folders, ${FOLDERS(IS_UNREAD)} as unreadfolders
     from crm.mailbox m ${Object.values(MAILBOX_JOINS).join(' ')}
     left join crm.systemuser u on u.organizationid = m.organizationid
       and u.systemuserid = m.ownerid
     left join crm.systemuser a on a.organizationid = m.organizationid
       and a.systemuserid = m.emailaddressapprovedby
     where m.organizationid = $1 and m.mailboxid = $3`,
    [organizationId, iso(now), mailboxId],
  )
  return row === undefined ? null : toDetail(row)
}

function toDetail(row: Row): MailboxDetail {
  const {
    categoryname,
    earliernames,
    color,
    categorysince,
    outgoingwrites,
    parkeddue,
    pendingends,
    isasking,
    folders,
    unreadfolders,
    ...state
  } = row
  const base = toState(state) as MailboxDetail
  return {
    ...base,
    trackedCategory:
      categoryname === null
        ? null
        : {
            name: categoryname as string,
            earlierNames: earliernames as string[],
            color: color as string,
            since: categorysince as Instant | null,
          },
    backlog: {
      outgoingWrites: outgoingwrites as number,
      parked: base.parked,
      parkedDue: parkeddue as number,
      pendingEnds: pendingends as number,
      isAsking: isasking as boolean,
      folders: folders as number,
      unreadFolders: unreadfolders as number,
    },
  }
}

export interface FolderState {
  readonly folderId: string
  readonly kind: 'mail' | 'calendar' | 'taskList'
  readonly state: 'read' | 'listing' | 'never'
  readonly linked: number
  readonly windowStart: Instant | null
  readonly windowEnd: Instant | null
}

/** How far each folder was read, and the connector's memory of the hierarchy, which may name the folders. */
export async function listFolderStates(
  database: Queryable,
  organizationId: string,
  mailboxId: string,
): Promise<{
  readonly folders: readonly FolderState[]
  readonly hierarchy: string | null
  /** Of the mailbox's server profile; null = it has none. */
  readonly connector: Profile['connector'] | null
}> {
  const folders = await database.query<FolderState>(
    `select f.folder as "folderId", f.kind,
       case when f.value is null then 'never' when f.listing then 'listing' else 'read' end as state,
       coalesce(l.n, 0) as linked, f.windowstart as "windowStart", f.windowend as "windowEnd"
     from sync.folder_cursor f
     left join (
       select folder, count(*) as n from sync.link
       where organizationid = $1 and mailboxid = $2 and state = 'linked' group by folder
     ) l on l.folder = f.folder
     where f.organizationid = $1 and f.mailboxid = $2
     order by f.kind, linked desc, f.folder`,
    [organizationId, mailboxId],
  )
  const [known] = await database.query<{
    hierarchy: string | null
    connector: Profile['connector'] | null
  }>(
    `select s.hierarchy, p.connector
     from sync.mailbox_schedule s
     left join crm.mailbox m on m.organizationid = s.organizationid and m.mailboxid = s.mailboxid
     left join crm.emailserverprofile p
       on p.organizationid = s.organizationid and p.emailserverprofileid = m.emailserverprofile
     where s.organizationid = $1 and s.mailboxid = $2`,
    [organizationId, mailboxId],
  )
  return { folders, hierarchy: known?.hierarchy ?? null, connector: known?.connector ?? null }
}

interface CycleState {
  readonly startedOn: Instant
  readonly completedOn: Instant
  readonly itemsProcessed: number
  readonly itemsFailed: number
  readonly ok: boolean
}

/** Cycles of which statistics were kept, the newest first. */
export async function listCycles(
  database: Queryable,
  organizationId: string,
  mailboxId: string,
  limit: number,
): Promise<CycleState[]> {
  return database.query<CycleState>(
    `select coalesce(mailboxprocessstartedon, createdon) as "startedOn",
       coalesce(mailboxprocesscompletedon, createdon) as "completedOn",
       coalesce(itemsprocessed, 0) as "itemsProcessed", coalesce(itemsfailed, 0) as "itemsFailed",
       coalesce(processresult, false) as ok
     from crm.mailboxstatistics
     where organizationid = $1 and mailboxid = $2
     order by createdon desc limit $3`,
    [organizationId, mailboxId, limit],
  )
}
