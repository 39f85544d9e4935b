import { randomUUID } from 'node:crypto'
import { ADA, NOW, type TestApp } from './support.ts'

/** An open alert on Ada's mailbox, or on that of another user or queue. @returns its id */
export async function raiseTestAlert(
  test: TestApp,
  alert: { level: number; question: string | null },
  of: string = ADA,
): Promise<string> {
  const id = randomUUID()
  await test.database.query(
    `insert into crm.tracelog (organizationid, tracelogid, level, tracecode, alertsubject, "text",
       question, regardingobjectid, regardingobjectidtype, createdon, modifiedon)
     select $1, $2::uuid, $3, 99, $2::uuid::text, 'Something happened', $4, mailboxid, 'mailbox', $5, $5
     from crm.mailbox where organizationid = $1 and regardingobjectid = $6`,
    [test.organizationId, id, alert.level, alert.question, new Date(NOW).toISOString(), of],
  )
  return id
}
