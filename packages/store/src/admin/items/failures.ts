import { type Instant, ITEM_TRIES_MAX, type ItemKind } from '@trackmark/core'
import type { Database, Queryable } from '../../database/database.ts'
import { containing, iso, isoOrNull, rowsJson } from '../../database/values.ts'
import { wakeMailboxes } from '../wake.ts'

/** `incoming`: mail into the CRM. `outgoing`: writes to mail. `act`: appointments and tasks, both ways. */
export type FailureSection = 'incoming' | 'outgoing' | 'act'
export const FAILURE_SECTIONS: readonly FailureSection[] = ['incoming', 'outgoing', 'act']

/** `notTracked`: the item is marked and can't be tracked as it is. Nothing is tried until it changes. */
type FailureState = 'retrying' | 'givenUp' | 'notTracked'

/** An item that couldn't be synchronized, or a write to it that failed. */
export interface Failure {
  readonly source: 'item' | 'write'
  /** Id of the link or of the outgoing write. */
  readonly id: string
  readonly mailboxId: string
  readonly mailboxName: string
  /** Whether the mailbox belongs to the user who asks. */
  readonly isOwn: boolean
  readonly itemKey: string
  readonly itemKind: ItemKind
  readonly activityId: string | null
  /** Subject of the activity. Null for an item that was never tracked, of which no subject is stored. */
  readonly subject: string | null
  readonly state: FailureState
  readonly code: string
  readonly reason: string
  readonly tries: number
  readonly nextTryOn: Instant | null
  readonly failedOn: Instant
}

interface FailureFilter {
  readonly section: FailureSection
  readonly mailboxIds?: readonly string[]
  readonly state?: FailureState
  readonly code?: string
  /** Part of the reason, of the code or of the mailbox's name. */
  readonly search?: string
}

interface FailureRequest extends FailureFilter {
  /** `systemuserid` of the user who asks. */
  readonly userId: string
  /** The last row of the previous page. */
  readonly after?: Pick<Failure, 'failedOn' | 'source' | 'id' | 'mailboxId'>
  readonly limit: number
}

const ITEM_STATE = `case when l.parkcode is null then 'notTracked'
  when l.parknexttryat is null then 'givenUp' else 'retrying' end`

/** Parameters: $1 organization, $2 kinds, $3 mailboxes, $4 state, $5 code, $6 pattern. */
const ITEMS = `from sync.link l
  join crm.mailbox m on m.organizationid = l.organizationid and m.mailboxid = l.mailboxid
  where l.organizationid = $1 and (l.parkcode is not null or l.state = 'noted')
    and l.kind = any($2) and ($3::uuid[] is null or l.mailboxid = any($3))
    and ($4::text is null or ${ITEM_STATE} = $4)
    and ($5::text is null or coalesce(l.parkcode, l.rule) = $5)
    and ($6::text is null or l.parkreason ilike $6 or l.parkcode ilike $6 or m.name ilike $6
      or (l.parkcode is null and l.seen ilike $6))`

const WRITES = `from sync.outgoing_write w
  join crm.mailbox m on m.organizationid = w.organizationid and m.mailboxid = w.mailboxid
  where w.organizationid = $1 and w.failedon is not null
    and w.itemkind = any($2) and ($3::uuid[] is null or w.mailboxid = any($3))
    and ($4::text is null or $4 = 'retrying')
    and ($5::text is null or w.failurecode = $5)
    and ($6::text is null or w.failurereason ilike $6 or w.failurecode ilike $6
      or m.name ilike $6)`

interface Scope {
  readonly items: readonly ItemKind[]
  readonly writes: readonly ItemKind[]
}

const SCOPES: Readonly<Record<FailureSection, Scope>> = {
  incoming: { items: ['message'], writes: [] },
  outgoing: { items: [], writes: ['message'] },
  act: { items: ['event', 'task'], writes: ['event', 'task'] },
}

function filterParameters(
  organizationId: string,
  filter: FailureFilter,
  kinds: readonly ItemKind[],
): readonly unknown[] {
  return [
    organizationId,
    kinds,
    filter.mailboxIds ?? null,
    filter.state ?? null,
    filter.code ?? null,
    filter.search === undefined ? null : containing(filter.search),
  ]
}

/** Greater than every id, so that a page which continues after it holds all items of that time. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Failures of a section, the latest first. Writes sort before items of the same time. */
export async function listFailures(
  database: Queryable,
  organizationId: string,
  request: FailureRequest,
): Promise<Failure[]> {
  const { items, writes } = SCOPES[request.section]
  const found: Failure[] = []
  if (writes.length > 0) {
    found.push(...(await database.query<Failure>(FAILED_WRITES, ofWrites(organizationId, request))))
  }
  if (items.length > 0 && found.length < request.limit) {
    found.push(...(await database.query<Failure>(FAILED_ITEMS, ofItems(organizationId, request))))
  }
  return found.sort(latestFirst).slice(0, request.limit)
}

const WRITES_WITH_LINKS = WRITES.replace(
  '\n  where',
  `
   left join sync.link l on l.organizationid = w.organizationid
     and l.mailboxid = w.mailboxid and l.itemkey = w.itemkey
  where`,
)

/** `$7`: who asks. `$8` to `$10`: time, id, mailbox of the previous page's last row. `$11`: the limit. */
const FAILED_WRITES = `
  select x.*, p.subject from (
    select 'write' as source, w.id, w.mailboxid as "mailboxId", m.name as "mailboxName",
      coalesce(m.ownerid = $7 or m.regardingobjectid = $7, false) as "isOwn",
      w.itemkey as "itemKey", w.itemkind as "itemKind", l.activityid as "activityId",
      'retrying' as state, w.failurecode as code, w.failurereason as reason, w.tries,
      w.nexttryat as "nextTryOn", w.failedon as "failedOn"
    ${WRITES_WITH_LINKS}
      and ($8::timestamptz is null
        or (w.failedon, w.id, w.mailboxid) < ($8, $9 collate "C", $10::uuid))
    order by w.failedon desc, w.id desc, w.mailboxid desc limit $11
  ) x
  left join crm.activitypointer p on p.organizationid = $1 and p.activityid = x."activityId"
  order by x."failedOn" desc, x.id desc, x."mailboxId" desc`

function ofWrites(organizationId: string, request: FailureRequest): readonly unknown[] {
  const { after, limit, userId, section } = request
  const isWrite = after?.source === 'write'
  return [
    ...filterParameters(organizationId, request, SCOPES[section].writes),
    userId,
    isoOrNull(after?.failedOn ?? null),
    isWrite ? after.id : '',
    isWrite ? after.mailboxId : LAST_ID,
    limit,
  ]
}

/** `$7`: the user who asks. `$8`, `$9`: time and id of the previous page's last row. `$10`: the limit. */
const FAILED_ITEMS = `
  select x.*, p.subject from (
    select 'item' as source, l.linkid as id, l.mailboxid as "mailboxId",
      m.name as "mailboxName",
      coalesce(m.ownerid = $7 or m.regardingobjectid = $7, false) as "isOwn",
      l.itemkey as "itemKey", l.kind as "itemKind", l.activityid as "activityId",
      ${ITEM_STATE} as state, coalesce(l.parkcode, l.rule) as code,
      coalesce(l.parkreason, l.seen) as reason, l.parktries as tries,
      l.parknexttryat as "nextTryOn", l.decidedat as "failedOn"
    ${ITEMS}
      and ($8::timestamptz is null or (l.decidedat, l.linkid) < ($8, $9::uuid))
    order by l.decidedat desc, l.linkid desc limit $10
  ) x
  left join crm.activitypointer p on p.organizationid = $1 and p.activityid = x."activityId"
  order by x."failedOn" desc, x.id desc`

function ofItems(organizationId: string, request: FailureRequest): readonly unknown[] {
  const { after, limit, userId, section } = request
  // A page that ended with a write continues with the items of that time.
  const behind = after?.source === 'write' ? LAST_ID : (after?.id ?? null)
  const filter = filterParameters(organizationId, request, SCOPES[section].items)
  return [...filter, userId, isoOrNull(after?.failedOn ?? null), behind, limit]
}

function latestFirst(a: Failure, b: Failure): number {
  if (a.failedOn !== b.failedOn) return b.failedOn - a.failedOn
  if (a.source !== b.source) return a.source === 'write' ? -1 : 1
  return 0
}

/** The number of failures in each section. The filter's own section is ignored. */
export async function countFailures(
  database: Queryable,
  organizationId: string,
  filter: Omit<FailureFilter, 'section'>,
): Promise<Readonly<Record<FailureSection, number>>> {
  const all: readonly ItemKind[] = ['message', 'event', 'task']
  const parameters = filterParameters(organizationId, { ...filter, section: 'act' }, all)
  const rows = await database.query<{ source: string; kind: ItemKind; n: number }>(
    `select 'item' as source, l.kind, count(*) as n ${ITEMS} group by l.kind
     union all
     select 'write', w.itemkind, count(*) ${WRITES} group by w.itemkind`,
    parameters,
  )
  const sum = ({ items, writes }: Scope) =>
    rows
      .filter(({ source, kind }) => (source === 'item' ? items : writes).includes(kind))
      .reduce((all, { n }) => all + n, 0)
  return {
    incoming: sum(SCOPES.incoming),
    outgoing: sum(SCOPES.outgoing),
    act: sum(SCOPES.act),
  }
}

export interface FailureRef {
  readonly source: Failure['source']
  readonly mailboxId: string
  readonly id: string
}

/**
 * Makes failures due now, also those that were given up, together with their mailboxes (TR16). Failures that
 * no longer exist, or that wait for a change of the item, are skipped.
 * @returns how many will be tried
 */
export async function retryFailures(
  database: Database,
  organizationId: string,
  refs: readonly FailureRef[],
  now: Instant,
): Promise<number> {
  return database.transaction(async (tx) => {
    const items = await tx.query<{ mailboxid: string }>(
      `update sync.link l
       set parknexttryat = $2, parktries = case
           when l.parknexttryat is null then greatest(l.parktries, $4) else l.parktries end,
         modifiedon = $2, versionnumber = nextval('crm.versionnumber')
       from json_to_recordset($3::json) as r(source text, "mailboxId" uuid, id text)
       where r.source = 'item' and l.organizationid = $1 and l.mailboxid = r."mailboxId"
         and l.linkid::text = r.id and l.parkcode is not null and l.state in ('parked', 'linked')
       returning l.mailboxid`,
      [organizationId, iso(now), rowsJson(refs), ITEM_TRIES_MAX + 1],
    )
    const writes = await tx.query<{ mailboxid: string }>(
      `update sync.outgoing_write w
       set nexttryat = $2
       from json_to_recordset($3::json) as r(source text, "mailboxId" uuid, id text)
       where r.source = 'write' and w.organizationid = $1 and w.mailboxid = r."mailboxId"
         and w.id = r.id collate "C"
       returning w.mailboxid`,
      [organizationId, iso(now), rowsJson(refs)],
    )
    const released = [...items, ...writes]
    const mailboxIds = [...new Set(released.map(({ mailboxid }) => mailboxid))]
    if (mailboxIds.length > 0) {
      await wakeMailboxes(tx, organizationId, mailboxIds, now, { asked: true })
    }
    return released.length
  })
}
