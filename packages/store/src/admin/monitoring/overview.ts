import type { Instant } from '@trackmark/core'
import type { Queryable } from '../../database/database.ts'
import { IS_SYNCHRONIZED, MAILBOX_JOINS } from '../../sync/synchronized.ts'

/**
 * `off`: the mailbox isn't synchronized. `waiting`: no cycle has succeeded yet. `failing`: its last cycle
 * failed and will be tried again. `partial`: its last cycle succeeded and left something out, such as a
 * folder. `synchronized`: its last cycle succeeded.
 */
type MailboxCondition = 'off' | 'waiting' | 'failing' | 'partial' | 'synchronized'

export interface Overview {
  readonly mailboxes: Readonly<Record<MailboxCondition, number>>
  readonly lastSuccessfulSyncOn: Instant | null
  readonly nextDueOn: Instant | null
  /** Items by the state of their link. */
  readonly items: Readonly<Record<'noted' | 'parked' | 'linked' | 'ended', number>>
  /** Open alerts that wait for a yes or no. */
  readonly questions: number
  readonly openAlerts: Readonly<Record<'information' | 'warning' | 'error', number>>
}

/**
 * Counts over an organization, in a fixed number of statements.
 * @param mailboxIds only of these mailboxes; null = of all
 */
export async function readOverview(
  database: Queryable,
  organizationId: string,
  mailboxIds: readonly string[] | null = null,
): Promise<Overview> {
  const mailboxes = await mailboxConditions(database, organizationId, mailboxIds)
  const [items] = await database.query<Overview['items']>(
    `select coalesce(sum(noted), 0) as noted, coalesce(sum(parked), 0) as parked,
       coalesce(sum(linked), 0) as linked, coalesce(sum(ended), 0) as ended
     from sync.link_count
     where organizationid = $1 and ($2::uuid[] is null or mailboxid = any($2))`,
    [organizationId, mailboxIds],
  )
  const alerts = await database.query<Count & { questions: number }>(
    `select case level when 1 then 'information' when 2 then 'warning' else 'error' end as name,
       count(*) as n, count(question) as questions
     from crm.tracelog where organizationid = $1 and not tracestatus
       and ($2::uuid[] is null or regardingobjectid = any($2)) group by 1`,
    [organizationId, mailboxIds],
  )
  return {
    ...mailboxes,
    items: items!,
    questions: alerts.reduce((sum, row) => sum + Number(row.questions), 0),
    openAlerts: { information: 0, warning: 0, error: 0, ...counted(alerts) },
  }
}

interface Count {
  readonly name: string
  readonly n: number
}

const counted = (rows: readonly Count[]): Record<string, number> =>
  Object.fromEntries(rows.map((row) => [row.name, Number(row.n)]))

/** The number of mailboxes in each condition, the last successful cycle and the next due time. */
export async function mailboxConditions(
  database: Queryable,
  organizationId: string,
  mailboxIds: readonly string[] | null = null,
): Promise<Pick<Overview, 'mailboxes' | 'lastSuccessfulSyncOn' | 'nextDueOn'>> {
  const rows = await database.query<Count & { last: Instant | null; next: Instant | null }>(
    `select case
         when not ${IS_SYNCHRONIZED} then 'off'
         when s.failures > 0 then 'failing'
         when s.lastcode is not null then 'partial'
         when m.lastsuccessfulsynccompletedon is null then 'waiting'
         else 'synchronized'
       end as name,
       count(*) as n, max(m.lastsuccessfulsynccompletedon) as last, min(s.dueat) as next
     from crm.mailbox m
     ${MAILBOX_JOINS.o} ${MAILBOX_JOINS.p} ${MAILBOX_JOINS.s}
     where m.organizationid = $1 and ($2::uuid[] is null or m.mailboxid = any($2))
     group by 1`,
    [organizationId, mailboxIds],
  )
  const instants = (name: 'last' | 'next') =>
    rows.map((row) => row[name]).filter((instant) => instant !== null)
  return {
    mailboxes: { off: 0, waiting: 0, failing: 0, partial: 0, synchronized: 0, ...counted(rows) },
    lastSuccessfulSyncOn: instants('last').length === 0 ? null : Math.max(...instants('last')),
    nextDueOn: instants('next').length === 0 ? null : Math.min(...instants('next')),
  }
}

/**
 * Releases all leases, for the start of a process that has the database to itself: the processes that held
 * the leases are gone, and their mailboxes needn't wait until the leases run out.
 */
export async function releaseLeases(database: Queryable): Promise<void> {
  await database.query(
    `update sync.mailbox_schedule set leasetoken = null, leaseuntil = null
     where leasetoken is not null`,
  )
  await database.query(
    `update sync.mailbox_test set leasetoken = null, leaseuntil = null
     where leasetoken is not null`,
  )
}
