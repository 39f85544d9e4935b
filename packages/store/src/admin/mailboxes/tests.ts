import type { Alert, Instant } from '@trackmark/core'
import type { Database, Queryable, Row } from '../../database/database.ts'
import { iso } from '../../database/values.ts'
import { closeAlerts, raiseAlerts } from '../../sync/alerts.ts'
import { IS_APPROVED } from '../../sync/synchronized.ts'
import { wakeMailboxes } from '../wake.ts'

/** Steps of a test, as the tester reports them. */
type TestSteps = readonly Readonly<Record<string, unknown>>[]

/** The last "Test & Enable" of a mailbox. Instants are in milliseconds. */
export interface MailboxTestState {
  readonly testId: string
  readonly state: 'queued' | 'running' | 'done'
  readonly requestedOn: Instant
  readonly requestedBy: string | null
  readonly completedOn: Instant | null
  readonly steps: TestSteps
}

/** A test that a process has claimed. Every write for it checks the token. */
export interface ClaimedTest {
  readonly organizationId: string
  readonly mailboxId: string
  readonly testId: string
  readonly token: string
  readonly tries: number
  /** The test is done, but its probe category may still be in the mailbox's category list. */
  readonly isCleanup: boolean
  readonly name: string
  readonly emailAddress: string
  readonly profileId: string | null
  readonly profileName: string | null
  readonly isProfileActive: boolean
  readonly isApproved: boolean
  readonly isQueue: boolean
  readonly methods: { readonly incoming: number; readonly outgoing: number; readonly act: number }
}

/**
 * Requests tests of mailboxes. A test that waits or runs already stays as it is. The mailbox stores who
 * requested the test and when.
 * @returns how many tests are new
 */
export async function requestTests(
  tx: Queryable,
  organizationId: string,
  mailboxIds: readonly string[],
  request: { readonly testId: string; readonly by: string | null; readonly now: Instant },
): Promise<number> {
  const rows = await tx.query<{ mailboxid: string }>(
    `insert into sync.mailbox_test as t (organizationid, mailboxid, testid, state, requestedon,
       requestedby, dueat)
     select $1, m.mailboxid, md5($5::text || m.mailboxid)::uuid, 'queued', $3, $4, $3
     from crm.mailbox m where m.organizationid = $1 and m.mailboxid = any($2::uuid[])
     on conflict (organizationid, mailboxid) do update set
       testid = excluded.testid, state = 'queued', requestedon = excluded.requestedon,
       requestedby = excluded.requestedby, dueat = excluded.dueat, startedon = null,
       completedon = null, tries = 0, steps = '[]'
     where t.state = 'done'
     returning mailboxid`,
    [organizationId, mailboxIds, iso(request.now), request.by, request.testId],
  )
  await tx.query(
    `update crm.mailbox
     set testemailconfigurationscheduled = true, testandenablelastattemptedby = $3,
       testandenablelastattemptedon = $4, versionnumber = nextval('crm.versionnumber')
     where organizationid = $1 and mailboxid = any($2::uuid[])`,
    [organizationId, rows.map((row) => row.mailboxid), request.by, iso(request.now)],
  )
  return rows.length
}

/** Claims tests that are due, also those whose leases ran out, in all organizations that aren't disabled. */
export async function claimTests(
  database: Database,
  request: {
    readonly token: string
    readonly now: Instant
    readonly leaseMs: number
    readonly limit: number
  },
): Promise<ClaimedTest[]> {
  return database.query<ClaimedTest>(
    `with due as (
       select organizationid, mailboxid from sync.mailbox_test t
       where dueat <= $1 and (leaseuntil is null or leaseuntil <= $1)
         and not exists (select 1 from crm.organization o
           where o.organizationid = t.organizationid and o.isdisabled)
       order by dueat, mailboxid
       limit $2
       for update skip locked
     ), taken as (
       update sync.mailbox_test t
       set leasetoken = $3, leaseuntil = $1::timestamptz + $4 * interval '1 millisecond',
         tries = tries + 1, startedon = coalesce(startedon, $1),
         state = case when state = 'queued' then 'running' else state end
       from due
       where t.organizationid = due.organizationid and t.mailboxid = due.mailboxid
       returning t.*
     )
     select t.organizationid as "organizationId", t.mailboxid as "mailboxId",
       t.testid as "testId", t.leasetoken as token, t.tries, t.state = 'done' as "isCleanup",
       coalesce(m.name, m.emailaddress, '') as name,
       coalesce(m.emailaddress, '') as "emailAddress", p.emailserverprofileid as "profileId",
       p.name as "profileName", coalesce(p.statecode = 0, false) as "isProfileActive",
       ${IS_APPROVED} as "isApproved",
       coalesce(m.regardingobjectidtype = 'queue', false) as "isQueue",
       json_build_object('incoming', coalesce(m.incomingemaildeliverymethod, 0),
         'outgoing', coalesce(m.outgoingemaildeliverymethod, 0),
         'act', coalesce(m.actdeliverymethod, 2)) as methods
     from taken t
     join crm.organization o on o.organizationid = t.organizationid
     join crm.mailbox m on m.organizationid = t.organizationid and m.mailboxid = t.mailboxid
     left join crm.emailserverprofile p on p.organizationid = m.organizationid
       and p.emailserverprofileid = m.emailserverprofile`,
    [iso(request.now), request.limit, request.token, request.leaseMs],
  )
}

type ClaimedRow = Pick<ClaimedTest, 'organizationId' | 'mailboxId' | 'token'>

/**
 * Stores how far a test has come, and whether the mailbox may hold a probe category. That is stored before
 * the category is created, and cleared after it was removed.
 * @returns false = the lease is lost, nothing was written
 */
export async function noteTest(
  database: Queryable,
  { organizationId, mailboxId, token }: ClaimedRow,
  note: { readonly steps?: TestSteps; readonly probe?: boolean },
): Promise<boolean> {
  const rows = await database.query(
    `update sync.mailbox_test
     set steps = coalesce($4::text::jsonb, steps), probe = coalesce($5, probe)
     where organizationid = $1 and mailboxid = $2 and leasetoken = $3 returning 1 as noted`,
    [
      organizationId,
      mailboxId,
      token,
      note.steps === undefined ? null : JSON.stringify(note.steps),
      note.probe ?? null,
    ],
  )
  return rows.length > 0
}

/** `mailbox_incomingemailstatus` and the others: 0 Not Run, 1 Success, 2 Failure. */
type TestStatusCode = 0 | 1 | 2

interface TestEnd {
  readonly steps: TestSteps
  readonly incoming: TestStatusCode
  readonly outgoing: TestStatusCode
  readonly act: TestStatusCode
  readonly mailbox: TestStatusCode
  readonly alerts: readonly Alert[]
  /** Codes of alerts of earlier tests, which are closed before new alerts are raised. */
  readonly closes: readonly number[]
}

/**
 * Ends a test: stores the results, closes and raises alerts, enables what passed and makes the mailbox due.
 * Where the probe category couldn't be removed, the row stays due for its removal only.
 * @returns false = the lease is lost, nothing was written
 */
export async function endTest(
  database: Database,
  claimed: ClaimedRow,
  end: TestEnd,
  {
    now,
    cleanupAt,
    newId,
  }: { readonly now: Instant; readonly cleanupAt: Instant; readonly newId: () => string },
): Promise<boolean> {
  const { organizationId, mailboxId, token } = claimed
  const at = iso(now)
  return database.transaction(async (tx) => {
    const ended = await tx.query(
      `update sync.mailbox_test
       set state = 'done', completedon = $4, steps = $5::text::jsonb, leasetoken = null,
         leaseuntil = null, dueat = case when probe then $6::timestamptz end
       where organizationid = $1 and mailboxid = $2 and leasetoken = $3 returning 1 as ended`,
      [organizationId, mailboxId, token, at, JSON.stringify(end.steps), iso(cleanupAt)],
    )
    if (ended.length === 0) return false
    await tx.query(
      `update crm.mailbox
       set incomingemailstatus = $3, outgoingemailstatus = $4, actstatus = $5, mailboxstatus = $6,
         enabledforincomingemail = enabledforincomingemail
           or ($3 = 1 and incomingemaildeliverymethod = 2),
         enabledforoutgoingemail = enabledforoutgoingemail
           or ($4 = 1 and outgoingemaildeliverymethod = 2),
         enabledforact = enabledforact or ($5 = 1 and actdeliverymethod = 1),
         testemailconfigurationscheduled = false, testmailboxaccesscompletedon = $7,
         versionnumber = nextval('crm.versionnumber')
       where organizationid = $1 and mailboxid = $2`,
      [organizationId, mailboxId, end.incoming, end.outgoing, end.act, end.mailbox, at],
    )
    const closed = end.closes.map((code) => ({ mailboxId, value: { code, subject: null } }))
    await closeAlerts(tx, organizationId, closed, now)
    const raised = end.alerts.map((value) => ({ mailboxId, value }))
    await raiseAlerts(tx, organizationId, raised, now, newId)
    if (end.mailbox === 1) {
      await wakeMailboxes(tx, organizationId, [mailboxId], now, { asked: true })
    }
    return true
  })
}

/** Releases a test. @param dueAt when its probe category is to be removed; null = it was removed */
export async function releaseTest(
  database: Queryable,
  { organizationId, mailboxId, token }: ClaimedRow,
  dueAt: Instant | null,
): Promise<void> {
  await database.query(
    `update sync.mailbox_test
     set leasetoken = null, leaseuntil = null, dueat = $4, probe = $4::timestamptz is not null
     where organizationid = $1 and mailboxid = $2 and leasetoken = $3`,
    [organizationId, mailboxId, token, dueAt === null ? null : iso(dueAt)],
  )
}

export async function readTest(
  database: Queryable,
  organizationId: string,
  mailboxId: string,
): Promise<MailboxTestState | null> {
  const [row] = await database.query<Row>(
    `select t.testid as "testId", t.state, t.requestedon as "requestedOn",
       u.fullname as "requestedBy", t.completedon as "completedOn", t.steps
     from sync.mailbox_test t
     left join crm.systemuser u on u.organizationid = t.organizationid
       and u.systemuserid = t.requestedby
     where t.organizationid = $1 and t.mailboxid = $2`,
    [organizationId, mailboxId],
  )
  return (row as MailboxTestState | undefined) ?? null
}

/** Tests that failed in the same step with the same code. `step` is null for tests without a failure. */
export interface TestGroup {
  readonly state: MailboxTestState['state']
  readonly step: string | null
  readonly code: string | null
  /** Message of one of these tests, as an example. */
  readonly message: string | null
  readonly advice: string | null
  readonly count: number
  /** Names of the first five mailboxes. */
  readonly names: readonly string[]
}

/**
 * Results of tests that were requested or ended since an instant, and of all tests that wait.
 * @param mailboxIds null = of the whole organization
 */
export async function summarizeTests(
  database: Queryable,
  organizationId: string,
  since: Instant,
  mailboxIds: readonly string[] | null,
): Promise<TestGroup[]> {
  return database.query<TestGroup>(
    `select t.state, f.step->>'step' as step, f.step->>'code' as code,
       min(f.step->>'message') as message, min(f.step->>'advice') as advice,
       count(*)::int as count,
       to_json((array_agg(coalesce(m.name, m.emailaddress, '')
         order by m.name, m.mailboxid))[1:5]) as names
     from sync.mailbox_test t
     join crm.mailbox m on m.organizationid = t.organizationid and m.mailboxid = t.mailboxid
     left join lateral (
       select s.value as step from jsonb_array_elements(t.steps) with ordinality s(value, place)
       where t.state = 'done' and s.value->>'result' = 'failure' order by s.place limit 1
     ) f on true
     where t.organizationid = $1
       and (t.state <> 'done' or t.requestedon >= $2 or t.completedon >= $2)
       and ($3::uuid[] is null or t.mailboxid = any($3::uuid[]))
     group by 1, 2, 3
     order by count(*) desc, 2, 3`,
    [organizationId, iso(since), mailboxIds],
  )
}
