import { ALERT, type Instant } from '@trackmark/core'
import type { Database, Queryable } from '../../database/database.ts'
import { iso, isoOrNull } from '../../database/values.ts'
import { wakeMailboxes } from '../wake.ts'
import { type AlertFilter, FILTERED, FROM, filterParameters, NEXT } from './filter.ts'

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
  readonly timesRaised: number
  /** Id of the activity of the item that the alert is about; null when there is none. */
  readonly activityId: string | null
}

interface AlertRequest extends AlertFilter {
  /** The last row of the previous page. */
  readonly after?: Pick<AlertRow, 'modifiedOn' | 'alertId'>
  readonly limit?: number
}

/** Codes of alerts whose subject is the key of an item. */
const ABOUT_ITEMS: readonly number[] = [ALERT.itemParked, ALERT.itemGivenUp, ALERT.writeFailed]

/** Alerts, the most recently renewed first. */
export async function listAlerts(
  database: Queryable,
  organizationId: string,
  request: AlertRequest = {},
): Promise<AlertRow[]> {
  return database.query<AlertRow>(
    `select t.tracelogid as "alertId",
       case t.level when 1 then 'information' when 2 then 'warning' else 'error' end as level,
       t.tracecode as code, t."text", t.errordetails as details,
       m.mailboxid as "mailboxId", m.name as "mailboxName", not t.tracestatus as "isOpen",
       t.question, t.answer, t.createdon as "createdOn", t.modifiedon as "modifiedOn",
       t.timesraised as "timesRaised", l.activityid as "activityId"
     from ${FROM}
     left join sync.link l on l.organizationid = t.organizationid
       and l.mailboxid = t.regardingobjectid and l.itemkey = t.alertsubject collate "C"
       and t.tracecode = any($${NEXT}::integer[])
     where ${FILTERED}
       and ($${NEXT + 1}::timestamptz is null
         or (t.modifiedon, t.tracelogid) < ($${NEXT + 1}, $${NEXT + 2}::uuid))
     order by t.modifiedon desc, t.tracelogid desc
     limit $${NEXT + 3}`,
    [
      ...filterParameters(organizationId, request),
      ABOUT_ITEMS,
      isoOrNull(request.after?.modifiedOn ?? null),
      request.after?.alertId ?? null,
      request.limit ?? 100,
    ],
  )
}

/** `settled`: the alert was answered or closed before. */
type AnswerResult = 'answered' | 'notFound' | 'settled' | 'noQuestion'

/**
 * Answers an alert that asks a question, closes it, and makes its mailbox due, so that it acts on the answer
 * at once (TR12). Only the first answer counts.
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

/** Closes open alerts, except those that ask: only an answer closes these. @returns how many were closed */
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

/** Null when there is no such alert. */
export async function isAlertOpen(
  database: Queryable,
  organizationId: string,
  alertId: string,
): Promise<boolean | null> {
  const [row] = await database.query<{ open: boolean }>(
    `select not tracestatus as open from crm.tracelog
     where organizationid = $1 and tracelogid = $2`,
    [organizationId, alertId],
  )
  return row?.open ?? null
}
