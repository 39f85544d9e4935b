import type { Instant, Link } from '@trackmark/core'
import type { Queryable, Row } from '../database.ts'
import { COLUMNS, toLink } from '../links.ts'

/** What is known of one item of a mailbox, and why it was decided so (TR14). */
export interface ItemExplanation {
  readonly link: Link
  /** Subject of its activity; null where there is none. */
  readonly subject: string | null
  readonly modifiedOn: Instant
}

export interface ItemWish {
  readonly state?: Link['state']
  /** Only items set aside after a failure (TR13). */
  readonly parked?: boolean
  readonly key?: string
  /** Key of the last one seen, for the next page. */
  readonly after?: string
  readonly limit?: number
}

/** Items of a mailbox that something was decided for, by their key. */
export async function explainItems(
  database: Queryable,
  organizationId: string,
  mailboxId: string,
  wish: ItemWish = {},
): Promise<ItemExplanation[]> {
  const rows = await database.query<Row>(
    `select l.*, a.subject
     from (
       select ${COLUMNS}, organizationid, modifiedon from sync.link
       where organizationid = $1 and mailboxid = $2
         and ($3::text is null or state = $3)
         and ($4::boolean is null or (parkcode is not null) = $4)
         and ($5::text is null or itemkey = $5 collate "C")
         and ($6::text is null or itemkey > $6 collate "C")
       order by itemkey
       limit $7
     ) l
     left join crm.activitypointer a on a.organizationid = l.organizationid
       and a.activityid = l.activityid
     order by l.itemkey`,
    [
      organizationId,
      mailboxId,
      wish.state ?? null,
      wish.parked ?? null,
      wish.key ?? null,
      wish.after ?? null,
      wish.limit ?? 100,
    ],
  )
  return rows.map((row) => ({
    link: toLink(row),
    subject: row.subject as string | null,
    modifiedOn: row.modifiedon as number,
  }))
}
