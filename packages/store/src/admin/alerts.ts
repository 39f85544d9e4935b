import type { Instant } from '@trackmark/core'
import type { Database, Queryable } from '../database.ts'
import { iso, isoOrNull } from '../wire.ts'
import { wakeMailboxes } from './wake.ts'

export interface AlertRow {
  readonly alertId: string
  readonly level: 'information' | 'warning' | 'error'
  readonly code: number
  readonly text: string
  readonly details: string | null
  readonly mailboxId: string | null
  readonly mailboxName: string | null
  readonly isOpen: boolean
  readonly question: string | null
  readonly answer: 'yes' | 'no' | null
  readonly createdOn: Instant
  /** When it was last renewed. */
  readonly modifiedOn: Instant
}

export interface AlertWish {
  readonly mailboxId?: string
  readonly open?: boolean
  readonly level?: AlertRow['level']
  /** The last one seen, for the next page. */
  readonly after?: Pick<AlertRow, 'modifiedOn' | 'alertId'>
  readonly limit?: number
}

const LEVELS = { information: 1, warning: 2, error: 3 } as const

/** Alerts, the one last renewed first. */
export async function listAlerts(
  database: Queryable,
  organizationId: string,
  wish: AlertWish = {},
): Promise<AlertRow[]> {
  return database.query<AlertRow>(
    `select t.tracelogid as "alertId",
       case t.level when 1 then 'information' when 2 then 'warning' else 'error' end as level,
       t.tracecode as code, t."text", t.errordetails as details,
       m.mailboxid as "mailboxId", m.name as "mailboxName", not t.tracestatus as "isOpen",
       t.question, t.answer, t.createdon as "createdOn", t.modifiedon as "modifiedOn"
     from crm.tracelog t
     left join crm.mailbox m on m.organizationid = t.organizationid
       and m.mailboxid = t.regardingobjectid
     where t.organizationid = $1
       and ($2::uuid is null or t.regardingobjectid = $2)
       and ($3::boolean is null or t.tracestatus <> $3)
       and ($4::integer is null or t.level = $4)
       and ($5::timestamptz is null or (t.modifiedon, t.tracelogid) < ($5, $6::uuid))
     order by t.modifiedon desc, t.tracelogid desc
     limit $7`,
    [
      organizationId,
      wish.mailboxId ?? null,
      wish.open ?? null,
      wish.level === undefined ? null : LEVELS[wish.level],
      isoOrNull(wish.after?.modifiedOn ?? null),
      wish.after?.alertId ?? null,
      wish.limit ?? 100,
    ],
  )
}

/** `settled`: answered or closed before. */
export type AnswerResult = 'answered' | 'notFound' | 'settled' | 'noQuestion'

/**
 * Answers an alert that asks, closes it and lets its mailbox act on the answer at once (TR12). Only
 * the first answer counts.
 */
export async function answerAlert(
  database: Database,
  organizationId: string,
  alertId: string,
  answer: 'yes' | 'no',
  now: Instant,
): Promise<AnswerResult> {
  return database.transaction(async (tx) => {
    const [row] = await tx.query<{ question: string | null; open: boolean; mailboxid: string }>(
      `select question, not tracestatus as open, regardingobjectid as mailboxid
       from crm.tracelog where organizationid = $1 and tracelogid = $2 for update`,
      [organizationId, alertId],
    )
    if (row === undefined) return 'notFound'
    if (row.question === null) return 'noQuestion'
    if (!row.open) return 'settled'
    await tx.query(
      `update crm.tracelog
       set answer = $3, tracestatus = true, modifiedon = $4,
         versionnumber = nextval('crm.versionnumber')
       where organizationid = $1 and tracelogid = $2`,
      [organizationId, alertId, answer, iso(now)],
    )
    await tx.query(
      `update sync.mailbox_schedule set bulkanswer = $3
       where organizationid = $1 and mailboxid = $2`,
      [organizationId, row.mailboxid, answer],
    )
    await wakeMailboxes(tx, organizationId, [row.mailboxid], now)
    return 'answered'
  })
}

/** Closes open alerts; one that asks is closed by its answer only. @returns how many */
export async function closeAlerts(
  database: Database,
  organizationId: string,
  alertIds: readonly string[],
  now: Instant,
): Promise<number> {
  const closed = await database.query(
    `update crm.tracelog
     set tracestatus = true, modifiedon = $3, versionnumber = nextval('crm.versionnumber')
     where organizationid = $1 and tracelogid = any($2) and not tracestatus and question is null
     returning 1 as closed`,
    [organizationId, alertIds, iso(now)],
  )
  return closed.length
}
