import type { Instant, Link } from '@trackmark/core'
import type { Queryable, Row } from '../../database/database.ts'
import { containing, iso } from '../../database/values.ts'
import { COLUMNS, toLink } from '../../sync/links.ts'

/** What is known of one item of a mailbox, and why it was decided so (TR14). */
export interface ItemExplanation {
  readonly link: Link
  /** Subject of the activity; null when there is none. */
  readonly subject: string | null
  /** When the activity was sent, starts, or is due. */
  readonly takesPlaceOn: Instant | null
  /** Rules of the decisions before the last one, the newest first. */
  readonly earlierRules: readonly string[]
  readonly modifiedOn: Instant
}

interface ItemFilter {
  readonly state?: Link['state'] | undefined
  readonly kind?: Link['kind'] | undefined
  /** Only items set aside after a failure (TR13). */
  readonly parked?: boolean | undefined
  readonly key?: string | undefined
  /** Only linked items with a pending end. Occurrences are left out, since they end with their series. */
  readonly isEnding?: boolean | undefined
  /** Part of the activity's subject, in any case. */
  readonly search?: string | undefined
}

interface ItemRequest extends ItemFilter {
  /** The last row of the previous page. */
  readonly after?: { readonly decidedAt: Instant; readonly key: string } | undefined
  readonly limit?: number
}

const FOUND = `organizationid = $1 and mailboxid = $2
  and ($3::text is null or state = $3)
  and ($4::boolean is null or (parkcode is not null) = $4)
  and ($5::text is null or itemkey = $5 collate "C")
  and ($6::text is null or kind = $6)
  and ($8::boolean is null or (state = 'linked' and pendingend is not null and masterkey is null) = $8)
  and ($7::text is null or exists (
    select 1 from crm.activitypointer a where a.organizationid = sync.link.organizationid
      and a.activityid = sync.link.activityid and lower(a.subject) like $7))`

const parametersOf = (organizationId: string, mailboxId: string, filter: ItemFilter): unknown[] => [
  organizationId,
  mailboxId,
  filter.state ?? null,
  filter.parked ?? null,
  filter.key ?? null,
  filter.kind ?? null,
  filter.search === undefined ? null : containing(filter.search.toLowerCase()),
  filter.isEnding ?? null,
]

/** Items of a mailbox with what was decided for them, the most recent decision first. */
export async function explainItems(
  database: Queryable,
  organizationId: string,
  mailboxId: string,
  request: ItemRequest = {},
): Promise<ItemExplanation[]> {
  const rows = await database.query<Row>(
    `select l.*, a.subject, coalesce(a.senton, a.scheduledstart, a.scheduledend) as takesplaceon
     from (
       select ${COLUMNS}, organizationid, modifiedon, trail from sync.link
       where ${FOUND} and ($9::timestamptz is null or (decidedat, itemkey) < ($9, $10 collate "C"))
       order by decidedat desc, itemkey desc
       limit $11
     ) l
     left join crm.activitypointer a on a.organizationid = l.organizationid
       and a.activityid = l.activityid
     order by l.decidedat desc, l.itemkey desc`,
    [
      ...parametersOf(organizationId, mailboxId, request),
      request.after === undefined ? null : iso(request.after.decidedAt),
      request.after?.key ?? null,
      request.limit ?? 100,
    ],
  )
  return rows.map((row) => ({
    link: toLink(row),
    subject: row.subject as string | null,
    takesPlaceOn: row.takesplaceon as Instant | null,
    earlierRules: (row.trail as { rule: string }[]).map(({ rule }) => rule),
    modifiedOn: row.modifiedon as number,
  }))
}

export async function countItems(
  database: Queryable,
  organizationId: string,
  mailboxId: string,
  filter: ItemFilter = {},
): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `select count(*) as count from sync.link where ${FOUND}`,
    parametersOf(organizationId, mailboxId, filter),
  )
  return row?.count ?? 0
}
