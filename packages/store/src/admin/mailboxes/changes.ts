import type { Instant } from '@trackmark/core'
import type { Queryable } from '../../database/database.ts'
import { iso } from '../../database/values.ts'
import { forgetServer, movedBy } from '../profiles/write.ts'
import { wakeMailboxes } from '../wake.ts'
import type { MailboxMethods } from './add.ts'

/** New values. What is left out stays as it is. */
export interface MailboxChange {
  readonly methods?: Partial<MailboxMethods>
  readonly profileId?: string
  readonly isActive?: boolean
  /** Approval of the email address. */
  readonly approval?: 'approved' | 'rejected'
  /** `processemailreceivedafter`; null clears it. */
  readonly processFrom?: Instant | null
}

/** A mailbox that was changed, with the old and new values of the columns that differ. */
export interface ChangedMailbox {
  readonly mailboxId: string
  readonly name: string
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

const WATCHED = [
  'incomingemaildeliverymethod',
  'outgoingemaildeliverymethod',
  'actdeliverymethod',
  'emailserverprofile',
  'statecode',
  'emailrouteraccessapproval',
  'processemailreceivedafter',
] as const

const APPROVAL = { approved: 1, rejected: 3 } as const

const json = (alias: string) =>
  `json_build_object(${WATCHED.map((name) => `'${name}', ${alias}.${name}`).join(', ')})`
const isDifferent = (a: string, b: string) =>
  `(${WATCHED.map((name) => `${a}.${name}`).join(', ')})
   is distinct from (${WATCHED.map((name) => `${b}.${name}`).join(', ')})`

/**
 * Parameters as `changeMailboxes` passes them. `$3` to `$8` leave the column as it is where they are null.
 */
const CHANGE = `with old as (
     select mailboxid, regardingobjectidtype, ${WATCHED.join(', ')} from crm.mailbox
     where organizationid = $1 and mailboxid = any($2::uuid[])
     order by mailboxid for update
   ), wanted as (
     select old.mailboxid,
       coalesce($3, incomingemaildeliverymethod) as incomingemaildeliverymethod,
       coalesce($4, outgoingemaildeliverymethod) as outgoingemaildeliverymethod,
       -- A queue has neither calendar nor tasks.
       case when $5::integer is not null and regardingobjectidtype = 'queue' then 2
         else coalesce($5, actdeliverymethod) end as actdeliverymethod,
       coalesce($6, emailserverprofile) as emailserverprofile,
       coalesce($7, statecode) as statecode,
       coalesce($8, emailrouteraccessapproval) as emailrouteraccessapproval,
       case when $9 then $10 else processemailreceivedafter end as processemailreceivedafter
     from old
   )
   update crm.mailbox m
   set ${WATCHED.map((name) => `${name} = n.${name}`).join(', ')},
     statuscode = n.statecode + 1,
     enabledforincomingemail = n.incomingemaildeliverymethod = 2,
     enabledforoutgoingemail = n.outgoingemaildeliverymethod = 2,
     enabledforact = n.actdeliverymethod = 1,
     incomingemailstatus = 0, outgoingemailstatus = 0, actstatus = 0, mailboxstatus = 0,
     emailaddressapprovedby = case when $8 is null then m.emailaddressapprovedby
       when $8 = ${APPROVAL.approved} then $11 end,
     emailaddressapprovedon = case when $8 is null then m.emailaddressapprovedon
       when $8 = ${APPROVAL.approved} then $12 end,
     modifiedon = $12, modifiedby = $11, versionnumber = nextval('crm.versionnumber')
   from wanted n, old
   where m.organizationid = $1 and m.mailboxid = n.mailboxid and old.mailboxid = n.mailboxid
     and ${isDifferent('old', 'n')}
   returning m.mailboxid, coalesce(m.name, m.emailaddress, '') as name, ${json('old')} as before, ${json('n')} as after`

/**
 * Changes mailboxes in one statement. Those that differ afterwards are due at once, also to remove the
 * category from a mailbox that is no longer synchronized (CL8), and the results of their last tests are
 * cleared. An approval stores who approved and when; a rejection clears both.
 * @param by the user who asked for it
 */
export async function changeMailboxes(
  tx: Queryable,
  organizationId: string,
  mailboxIds: readonly string[],
  change: MailboxChange,
  { by, now }: { readonly by: string | null; readonly now: Instant },
): Promise<ChangedMailbox[]> {
  const { methods = {}, profileId = null, isActive = null, processFrom } = change
  const approval = change.approval === undefined ? null : APPROVAL[change.approval]
  const moved = profileId === null ? [] : await movedBy(tx, organizationId, mailboxIds, profileId)
  const rows = await tx.query<{ mailboxid: string; name: string; before: Json; after: Json }>(
    CHANGE,
    [
      organizationId,
      mailboxIds,
      methods.incoming ?? null,
      methods.outgoing ?? null,
      methods.act ?? null,
      profileId,
      isActive === null ? null : isActive ? 0 : 1,
      approval,
      processFrom !== undefined,
      processFrom === undefined || processFrom === null ? null : iso(processFrom),
      by,
      iso(now),
    ],
  )
  const changed = rows.map(({ mailboxid, name, before, after }) => ({
    mailboxId: mailboxid,
    name,
    ...differing(before, after),
  }))
  const ids = changed.map((one) => one.mailboxId)
  if (moved.length > 0) await forgetServer(tx, organizationId, moved)
  if (approval !== null) await approvePeople(tx, organizationId, ids, approval)
  await wakeMailboxes(tx, organizationId, ids, now)
  return changed
}

type Json = Readonly<Record<string, unknown>>

function differing(before: Json, after: Json): { before: Json; after: Json } {
  const names = Object.keys(after).filter((name) => before[name] !== after[name])
  const pick = (from: Json) => Object.fromEntries(names.map((name) => [name, from[name]]))
  return { before: pick(before), after: pick(after) }
}

/** The user or queue of a mailbox carries the same approval, as in Dataverse. */
async function approvePeople(
  tx: Queryable,
  organizationId: string,
  mailboxIds: readonly string[],
  approval: number,
): Promise<void> {
  for (const table of ['systemuser', 'queue']) {
    await tx.query(
      `update crm.${table} p
       set emailrouteraccessapproval = $3, versionnumber = nextval('crm.versionnumber')
       from crm.mailbox m
       where m.organizationid = $1 and m.mailboxid = any($2::uuid[])
         and m.regardingobjectidtype = '${table}' and p.organizationid = $1
         and p.${table}id = m.regardingobjectid
         and p.emailrouteraccessapproval is distinct from $3`,
      [organizationId, mailboxIds, approval],
    )
  }
}
