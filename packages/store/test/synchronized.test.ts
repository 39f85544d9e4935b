import { isApproved, isSynchronized, type MailboxColumns, synchronizedKinds } from '@trackmark/core'
import { describe, expect, test } from 'vitest'
import { IS_APPROVED, IS_SYNCHRONIZED } from '../src/sync/synchronized.ts'
import { emptyDatabase, KINDS } from './support.ts'

const YES_NO = [true, false]
const APPROVALS = [null, 0, 1, 2, 3]
const REGARDING = [null, 'systemuser', 'queue'] as const
const DELIVERIES = [null, 0, 1, 2]

/** Every mailbox that there can be. */
function* everyMailbox(): Generator<MailboxColumns> {
  for (const isActive of YES_NO)
    for (const hasActiveProfile of YES_NO)
      for (const approval of APPROVALS)
        for (const regardingType of REGARDING)
          for (const usersNeedIt of YES_NO)
            for (const queuesNeedIt of YES_NO)
              for (const incomingDelivery of DELIVERIES)
                for (const activityDelivery of DELIVERIES)
                  yield {
                    isActive,
                    hasActiveProfile,
                    approval,
                    regardingType,
                    usersNeedIt,
                    queuesNeedIt,
                    incomingDelivery,
                    activityDelivery,
                  }
}

describe.each(KINDS)('%s', (kind) => {
  test('[AP1] the SQL that lists mailboxes by whether they are synchronized says what core says', async () => {
    const mailboxes = [...everyMailbox()]
    const { database, drop } = await emptyDatabase(kind)
    try {
      const rows = await database.query<{ approved: boolean; synchronized: boolean }>(
        `select ${IS_APPROVED} as approved, ${IS_SYNCHRONIZED} as synchronized
         from json_to_recordset($1::json) as r(place integer, "isActive" boolean,
           "hasActiveProfile" boolean, approval integer, "regardingType" text,
           "usersNeedIt" boolean, "queuesNeedIt" boolean, "incomingDelivery" integer,
           "activityDelivery" integer)
         cross join lateral (select case when r."isActive" then 0 else 1 end as statecode,
           r.approval as emailrouteraccessapproval, r."regardingType" as regardingobjectidtype,
           r."incomingDelivery" as incomingemaildeliverymethod,
           r."activityDelivery" as actdeliverymethod) m
         cross join lateral (select case when r."hasActiveProfile" then 0 end as statecode) p
         cross join lateral (select r."usersNeedIt" as requireapprovalforuseremail,
           r."queuesNeedIt" as requireapprovalforqueueemail) o
         order by r.place`,
        [JSON.stringify(mailboxes.map((columns, place) => ({ place, ...columns })))],
      )
      const expected = mailboxes.map((columns) => ({
        approved: isApproved(columns),
        synchronized: isSynchronized({ mailbox: synchronizedKinds(columns) }),
      }))
      expect(rows).toEqual(expected)
    } finally {
      await drop()
    }
  })
})
