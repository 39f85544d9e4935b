import type { ActivityType, Decision, Instant, ItemKind, Link } from '@trackmark/core'
import type { Queryable } from '../../database/database.ts'

/** One activity with all of its fields, and what is known of the items it was made from. */
export interface ActivityDetail {
  readonly activityId: string
  readonly type: ActivityType
  readonly subject: string | null
  readonly body: string | null
  readonly isHtml: boolean
  readonly isOutgoing: boolean | null
  readonly sentOn: Instant | null
  readonly scheduledStart: Instant | null
  readonly scheduledEnd: Instant | null
  readonly location: string | null
  readonly statecode: number
  readonly statuscode: number
  readonly priority: number | null
  readonly ownerName: string | null
  readonly regarding: {
    readonly type: string
    readonly id: string
    readonly name: string | null
  } | null
  readonly webLink: string | null
  readonly createdOn: Instant
  readonly modifiedOn: Instant
  readonly parties: readonly ActivityParty[]
  readonly attachments: readonly ActivityAttachment[]
  readonly links: readonly ActivityLink[]
}

interface ActivityParty {
  /** Dataverse `participationtypemask`. */
  readonly mask: number
  readonly name: string | null
  readonly address: string | null
  readonly type: string | null
  readonly id: string | null
}

interface ActivityAttachment {
  readonly attachmentId: string
  readonly name: string | null
  readonly mimeType: string | null
  readonly bytes: number
  readonly contentId: string | null
}

/** An item that is linked to the activity, and why it was decided so (TR14). */
interface ActivityLink {
  readonly mailboxId: string
  readonly mailboxName: string
  readonly itemKey: string
  readonly itemKind: ItemKind
  readonly state: Link['state']
  readonly mark: Link['mark']
  /** The newest first. */
  readonly trail: readonly Decision[]
}

/** The columns that are read of each type. `htmlOf` says whether the body is HTML. */
const COLUMNS: Readonly<Record<ActivityType, string>> = {
  email: `coalesce(a.mimetype, 'text/html') = 'text/html' as "isHtml",
    not a.directioncode is distinct from true as "isOutgoing", null::text as location`,
  appointment: `a.description ~ '<[a-zA-Z!/]' as "isHtml", null::boolean as "isOutgoing", a.location`,
  recurringappointmentmaster: `a.description ~ '<[a-zA-Z!/]' as "isHtml",
    null::boolean as "isOutgoing", a.location`,
  task: `a.description ~ '<[a-zA-Z!/]' as "isHtml", null::boolean as "isOutgoing",
    null::text as location`,
}

type Main = Omit<ActivityDetail, 'regarding' | 'parties' | 'attachments' | 'links'> & {
  readonly regardingId: string | null
  readonly regardingType: string | null
  readonly regardingName: string | null
}

/**
 * @param scope ids of the mailboxes whose activities may be seen; undefined = all. Links of other mailboxes
 *   to the same activity are left out.
 * @returns null when there is no such activity within the scope
 */
export async function readActivity(
  database: Queryable,
  organizationId: string,
  activityId: string,
  scope?: readonly string[],
): Promise<ActivityDetail | null> {
  const links = await linksOf(database, organizationId, activityId, scope)
  if (scope !== undefined && links.length === 0) return null
  const main = await mainOf(database, organizationId, activityId)
  if (main === null) return null
  const { regardingId, regardingType, regardingName, ...rest } = main
  return {
    ...rest,
    regarding:
      regardingId === null || regardingType === null
        ? null
        : { id: regardingId, type: regardingType, name: regardingName },
    parties: await database.query<ActivityParty>(
      `select participationtypemask as mask, partyidname as name, addressused as address,
         partyidtype as type, partyid as id
       from crm.activityparty where organizationid = $1 and activityid = $2
       order by participationtypemask, activitypartyid`,
      [organizationId, activityId],
    ),
    attachments: await database.query<ActivityAttachment>(
      `select activitymimeattachmentid as "attachmentId", filename as name,
         mimetype as "mimeType", coalesce(filesize, 0) as bytes, attachmentcontentid as "contentId"
       from crm.activitymimeattachment where organizationid = $1 and objectid = $2
       order by attachmentnumber, activitymimeattachmentid`,
      [organizationId, activityId],
    ),
    links,
  }
}

async function mainOf(
  database: Queryable,
  organizationId: string,
  activityId: string,
): Promise<Main | null> {
  const parts = Object.entries(COLUMNS).map(
    ([type, columns]) => `select a.activityid as "activityId", '${type}' as type, a.subject,
        a.description as body, ${columns}, a.senton as "sentOn",
        a.scheduledstart as "scheduledStart", a.scheduledend as "scheduledEnd", a.statecode,
        a.statuscode, a.prioritycode as priority, a.exchangeweblink as "webLink",
        a.createdon as "createdOn", a.modifiedon as "modifiedOn", a.ownerid,
        a.regardingobjectid as "regardingId", a.regardingobjectidtype as "regardingType"
      from crm.${type} a where a.organizationid = $1 and a.activityid = $2`,
  )
  const [row] = await database.query<Main & { ownerid: string | null }>(
    `select x.*, o.fullname as "ownerName",
       coalesce(u.fullname, c.fullname, k.name, l.fullname, q.name) as "regardingName"
     from (${parts.join(' union all ')}) x
     left join crm.systemuser o on o.organizationid = $1 and o.systemuserid = x.ownerid
     left join crm.systemuser u on x."regardingType" = 'systemuser'
       and u.organizationid = $1 and u.systemuserid = x."regardingId"
     left join crm.contact c on x."regardingType" = 'contact'
       and c.organizationid = $1 and c.contactid = x."regardingId"
     left join crm.account k on x."regardingType" = 'account'
       and k.organizationid = $1 and k.accountid = x."regardingId"
     left join crm.lead l on x."regardingType" = 'lead'
       and l.organizationid = $1 and l.leadid = x."regardingId"
     left join crm.queue q on x."regardingType" = 'queue'
       and q.organizationid = $1 and q.queueid = x."regardingId"`,
    [organizationId, activityId],
  )
  if (row === undefined) return null
  const { ownerid: _, ...main } = row
  return { ...main, isHtml: main.isHtml ?? false }
}

async function linksOf(
  database: Queryable,
  organizationId: string,
  activityId: string,
  scope: readonly string[] | undefined,
): Promise<ActivityLink[]> {
  const rows = await database.query<
    Omit<ActivityLink, 'trail'> & Decision & { trail: readonly Decision[] }
  >(
    `select l.mailboxid as "mailboxId", m.name as "mailboxName", l.itemkey as "itemKey",
       l.kind as "itemKind", l.state, l.mark, l.rule, l.decidedat as at, l.seen, l.trail
     from sync.link l
     join crm.mailbox m on m.organizationid = l.organizationid and m.mailboxid = l.mailboxid
     where l.organizationid = $1 and l.activityid = $2
       and ($3::uuid[] is null or l.mailboxid = any($3))
     order by m.name, l.mailboxid, l.itemkey limit 100`,
    [organizationId, activityId, scope ?? null],
  )
  return rows.map(({ rule, at, seen, trail, ...link }) => ({
    ...link,
    trail: [{ rule, at, seen }, ...trail],
  }))
}

export interface AttachmentContent {
  readonly name: string | null
  readonly mimeType: string | null
  /** Base64. */
  readonly content: string | null
}

/** @param scope as for {@link readActivity} */
export async function readAttachment(
  database: Queryable,
  organizationId: string,
  ids: { readonly activityId: string; readonly attachmentId: string },
  scope?: readonly string[],
): Promise<AttachmentContent | null> {
  const [row] = await database.query<AttachmentContent>(
    `select filename as name, mimetype as "mimeType", body as content
     from crm.activitymimeattachment f
     where f.organizationid = $1 and f.activitymimeattachmentid = $3 and f.objectid = $2
       and ($4::uuid[] is null or exists (
         select 1 from sync.link l where l.organizationid = $1 and l.activityid = $2
           and l.mailboxid = any($4)))`,
    [organizationId, ids.activityId, ids.attachmentId, scope ?? null],
  )
  return row ?? null
}
