import { type Alert, type ClosedAlert, type Instant, outdatedBy } from '@trackmark/core'
import type { Queryable } from '../database/database.ts'
import { iso, rowsJson } from '../database/values.ts'
import { ITS_MAILBOX, type Owned } from '../statements/upsert.ts'

const LEVEL = { information: 1, warning: 2, error: 3 } as const

/** AL1: outdated alerts of any subject, even where the level of the new alert is switched off. */
export const outdated = (alerts: readonly Alert[]): ClosedAlert[] =>
  alerts.flatMap(({ code }) => outdatedBy(code).map((old) => ({ code: old, subject: null })))

/** Raises alerts, or renews open ones of the same kind and subject. Levels switched off aren't recorded. */
export async function raiseAlerts(
  tx: Queryable,
  organizationId: string,
  alerts: readonly Owned<Alert>[],
  now: Instant,
  newId: () => string,
): Promise<void> {
  const keyed = alerts.map((one) => {
    const { code, subject } = one.value
    return [`${one.mailboxId} ${code} ${subject}`, one] as const
  })
  const rows = [...new Map(keyed).values()].map(({ mailboxId, value: alert }) => ({
    mailboxid: mailboxId,
    tracelogid: newId(),
    level: LEVEL[alert.level],
    tracecode: alert.code,
    alertsubject: alert.subject,
    text: alert.text,
    errordetails: alert.details,
    question: alert.question,
  }))
  await tx.query(
    `insert into crm.tracelog (organizationid, tracelogid, level, tracecode, alertsubject, "text",
       errordetails, question, isunique, regardingobjectid, regardingobjectidtype,
       regardingobjectownerid, createdon, modifiedon)
     select $1, r.tracelogid, r.level, r.tracecode, r.alertsubject, r."text", r.errordetails,
       r.question, true, m.mailboxid, 'mailbox', m.ownerid, $2, $2
     from json_to_recordset($3::json) as r(mailboxid uuid, tracelogid uuid, level integer,
       tracecode integer, alertsubject text, "text" text, errordetails text, question text)
     ${ITS_MAILBOX}
     join crm.organization o on o.organizationid = $1
     where (r.level = 1 and o.generatealertsforinformation)
        or (r.level = 2 and (o.generatealertsforwarnings or r.question is not null))
        or (r.level = 3 and o.generatealertsforerrors)
     on conflict (organizationid, regardingobjectid, tracecode, alertsubject)
       where not tracestatus
     do update set "text" = excluded."text", errordetails = excluded.errordetails,
       level = excluded.level, modifiedon = excluded.modifiedon,
       timesraised = crm.tracelog.timesraised
         + (excluded.modifiedon > crm.tracelog.modifiedon)::integer,
       versionnumber = nextval('crm.versionnumber')`,
    [organizationId, iso(now), rowsJson(rows)],
  )
}

export async function closeAlerts(
  tx: Queryable,
  organizationId: string,
  closed: readonly Owned<ClosedAlert>[],
  now: Instant,
): Promise<void> {
  const rows = closed.map(({ mailboxId, value }) => ({ mailboxid: mailboxId, ...value }))
  await tx.query(
    `update crm.tracelog
     set tracestatus = true, modifiedon = $2, versionnumber = nextval('crm.versionnumber')
     where organizationid = $1 and not tracestatus and tracelogid = any(array(
       select t.tracelogid
       from json_to_recordset($3::json) as r(mailboxid uuid, code integer, subject text)
       cross join lateral (
         select tracelogid from crm.tracelog
         where organizationid = $1 and regardingobjectid = r.mailboxid and not tracestatus
           and tracecode = r.code and (r.subject is null or alertsubject = r.subject)
         offset 0) t))`,
    [organizationId, iso(now), rowsJson(rows)],
  )
}
