import type {
  Instant,
  ItemKey,
  Lease,
  Link,
  LinkedLink,
  LoadedLink,
  PendingEnds,
  Rekeying,
  UnlistedRequest,
} from '@trackmark/core'
import type { Queryable, Row } from '../database/database.ts'
import { iso, isoOrNull, rowsJson } from '../database/values.ts'
import { type Owned, type UpsertTable, upsertInto } from '../statements/upsert.ts'

/** A link with the id that a new row gets, for the Web API. */
interface LinkRecord {
  readonly id: string
  readonly link: Link
}

const LINK: UpsertTable<LinkRecord>['columns'] = {
  itemkey: ['text', ({ link }) => link.key],
  kind: ['text', ({ link }) => link.kind],
  folder: ['text', ({ link }) => link.folder],
  state: ['text', ({ link }) => link.state],
  activityid: ['uuid', ({ link }) => link.activityId],
  activitytype: ['text', ({ link }) => link.activityType],
  masterkey: ['text', ({ link }) => link.masterKey],
  mark: ['text', ({ link }) => link.mark],
  changekey: ['text', ({ link }) => link.changeKey],
  isorganizer: ['boolean', ({ link }) => link.isOrganizer],
  itemend: ['timestamptz', ({ link }) => isoOrNull(link.itemEnd)],
  pendingend: ['text', ({ link }) => link.pendingEnd],
  parkcode: ['text', ({ link }) => link.park?.code ?? null],
  parkreason: ['text', ({ link }) => link.park?.reason ?? null],
  parktries: ['integer', ({ link }) => link.park?.tries ?? 0],
  parknexttryat: ['timestamptz', ({ link }) => isoOrNull(link.park?.nextTryAt ?? null)],
  rule: ['text', ({ link }) => link.decision.rule],
  decidedat: ['timestamptz', ({ link }) => iso(link.decision.at)],
  seen: ['text', ({ link }) => link.decision.seen],
  fingerprint: ['text', ({ link }) => link.fingerprint],
}

export const COLUMNS = Object.keys(LINK).join(', ')
const QUALIFIED = Object.keys(LINK)
  .map((name) => `l.${name}`)
  .join(', ')

/** The link of a row. The table's checks make the cast safe; only linked items have a pending end. */
export function toLink(row: Row): Link {
  const link = {
    key: row.itemkey as string,
    kind: row.kind as Link['kind'],
    folder: row.folder as string,
    state: row.state as Link['state'],
    activityId: row.activityid as string | null,
    activityType: row.activitytype as Link['activityType'],
    masterKey: row.masterkey as string | null,
    mark: row.mark as Link['mark'],
    changeKey: row.changekey as string | null,
    isOrganizer: row.isorganizer as boolean,
    itemEnd: row.itemend as number | null,
    pendingEnd: row.pendingend as Link['pendingEnd'],
    park:
      row.parkcode === null
        ? null
        : {
            code: row.parkcode as string,
            reason: row.parkreason as string,
            tries: row.parktries as number,
            nextTryAt: row.parknexttryat as number | null,
          },
    decision: {
      rule: row.rule as string,
      at: row.decidedat as number,
      seen: row.seen as string,
    },
    fingerprint: row.fingerprint as string | null,
  }
  return (link.state === 'linked' ? link : { ...link, pendingEnd: null }) as Link
}

/** The link of a row of a statement that asks for linked items only. */
const toLinked = (row: Row): LinkedLink => toLink(row) as LinkedLink

interface LinksJob {
  readonly lease: Lease
  readonly keys: readonly ItemKey[]
}

const KEYS_MAX = 20_000

/** Whether links for several mailboxes may be read in one statement: these are of one organization. */
export function mayLoadTogether(group: readonly LinksJob[], next: LinksJob): boolean {
  const { organizationId, mailboxId } = next.lease
  if (group[0]!.lease.organizationId !== organizationId) return false
  if (group.some(({ lease }) => lease.mailboxId === mailboxId)) return false
  return group.reduce((sum, job) => sum + job.keys.length, next.keys.length) <= KEYS_MAX
}

export async function loadAllLinks(
  db: Queryable,
  jobs: readonly LinksJob[],
): Promise<readonly PromiseSettledResult<LoadedLink[]>[]> {
  const wanted = jobs.flatMap(({ lease, keys }) =>
    [...new Set(keys)].map((key) => [lease.mailboxId, key]),
  )
  const rows = await db.query(
    `select l.mailboxid, ${QUALIFIED},
       l.kind = 'event' and l.state = 'linked' and not l.isorganizer and exists (
         select 1 from sync.link o
         where o.organizationid = l.organizationid and o.activityid = l.activityid
           and o.state = 'linked' and o.isorganizer and o.mailboxid <> l.mailboxid
       ) as organizerelsewhere
     from unnest($2::uuid[], $3::text[]) as k(mailboxid, itemkey)
     join sync.link l on l.organizationid = $1 and l.mailboxid = k.mailboxid
       and l.itemkey = k.itemkey collate "C"`,
    [jobs[0]!.lease.organizationId, wanted.map(([id]) => id), wanted.map(([, key]) => key)],
  )
  const byMailbox = Map.groupBy(rows, (row) => row.mailboxid as string)
  return jobs.map(({ lease }) => ({
    status: 'fulfilled',
    value: (byMailbox.get(lease.mailboxId) ?? []).map((row) => ({
      link: toLink(row),
      organizerElsewhere: row.organizerelsewhere as boolean,
    })),
  }))
}

/** TR21 */
export async function linksByFingerprint(
  db: Queryable,
  lease: Lease,
  fingerprints: readonly string[],
): Promise<Link[]> {
  const rows = await db.query(
    `select ${COLUMNS} from sync.link
     where organizationid = $1 and mailboxid = $2 and fingerprint = any($3)
     order by itemkey`,
    [lease.organizationId, lease.mailboxId, fingerprints],
  )
  return rows.map(toLink)
}

/**
 * TR21: moves what is stored of items from their old keys to the new ones: links, also those of their
 * occurrences, queued writes and open alerts. No listing of the new folder has found these items yet.
 */
export async function rekeyLinks(
  tx: Queryable,
  organizationId: string,
  owned: readonly Owned<Rekeying>[],
): Promise<void> {
  const rows = owned.map(({ mailboxId, value: { from, to } }) => ({
    mailboxid: mailboxId,
    oldkey: from,
    newkey: to.key,
    folder: to.folder,
  }))
  const changes = [
    `update sync.link t set itemkey = r.newkey, folder = r.folder, listed = 0,
       versionnumber = nextval('crm.versionnumber')
     from ${REKEYED} where ${ITS} and t.itemkey = r.oldkey collate "C" and not exists (
       select 1 from sync.link o where o.organizationid = $1 and o.mailboxid = r.mailboxid
         and o.itemkey = r.newkey collate "C")`,
    `update sync.link t set masterkey = r.newkey
     from ${REKEYED} where ${ITS} and t.masterkey = r.oldkey collate "C"`,
    `update sync.outgoing_write t set itemkey = r.newkey, folder = r.folder
     from ${REKEYED} where ${ITS} and t.itemkey = r.oldkey collate "C"`,
    `update crm.tracelog t set alertsubject = r.newkey
     from ${REKEYED} where t.organizationid = $1 and t.regardingobjectid = r.mailboxid
       and t.alertsubject = r.oldkey and not t.tracestatus`,
  ]
  for (const change of changes) await tx.query(change, [organizationId, rowsJson(rows)])
}

const REKEYED = `json_to_recordset($2::json)
  as r(mailboxid uuid, oldkey text, newkey text, folder text)`
const ITS = 't.organizationid = $1 and t.mailboxid = r.mailboxid'

export async function unlisted(
  db: Queryable,
  lease: Lease,
  request: UnlistedRequest,
): Promise<LinkedLink[]> {
  const listings = request.listings.map(({ folder, generation, window }) => ({
    folder,
    generation,
    start: isoOrNull(window?.start ?? null),
    end: isoOrNull(window?.end ?? null),
  }))
  const rows = await db.query(
    `select ${QUALIFIED}
     from json_to_recordset($3::json)
       as r(folder text, generation integer, start timestamptz, "end" timestamptz)
     join sync.link l on l.organizationid = $1 and l.mailboxid = $2
       and l.folder = r.folder collate "C"
     where l.state = 'linked' and l.listed < r.generation and l.pendingend is null
       and (r.start is null or l.itemend is null or l.itemend between r.start and r."end")
       and ($4::text is null or l.itemkey > $4)
     order by l.itemkey limit $5`,
    [lease.organizationId, lease.mailboxId, rowsJson(listings), request.after, request.limit],
  )
  return rows.map(toLinked)
}

export async function occurrencesOf(
  db: Queryable,
  lease: Lease,
  masterKeys: readonly ItemKey[],
): Promise<Link[]> {
  const rows = await db.query(
    `select ${COLUMNS} from sync.link
     where organizationid = $1 and mailboxid = $2 and masterkey = any($3)
     order by itemkey`,
    [lease.organizationId, lease.mailboxId, masterKeys],
  )
  return rows.map(toLink)
}

export async function pendingEnds(
  db: Queryable,
  lease: Lease,
  limit: number,
): Promise<PendingEnds> {
  const rows = await db.query(
    `select ${QUALIFIED}, a.activityid is not null as hasactivity, a.statecode, a.scheduledend
     from sync.link l
     left join crm.activitypointer a
       on a.organizationid = l.organizationid and a.activityid = l.activityid
     where l.organizationid = $1 and l.mailboxid = $2 and l.pendingend is not null
       and l.state = 'linked'
     order by l.itemkey limit $3`,
    [lease.organizationId, lease.mailboxId, limit],
  )
  if (rows.length === 0) return { ends: [], linked: 0 }
  const [count] = await db.query<{ linked: number }>(
    `select count(*) as linked from sync.link
     where organizationid = $1 and mailboxid = $2 and state = 'linked' and masterkey is null`,
    [lease.organizationId, lease.mailboxId],
  )
  return {
    linked: count?.linked ?? 0,
    ends: rows.map((row) => ({
      link: toLinked(row),
      activity: row.hasactivity
        ? {
            statecode: row.statecode as number,
            scheduledEnd: row.scheduledend as Instant | null,
          }
        : null,
    })),
  }
}

export async function dueParked(
  db: Queryable,
  lease: Lease,
  now: Instant,
  limit: number,
): Promise<Link[]> {
  const rows = await db.query(
    `select ${COLUMNS} from sync.link
     where organizationid = $1 and mailboxid = $2 and parkcode is not null
       and parknexttryat <= $3
     order by parknexttryat, itemkey limit $4`,
    [lease.organizationId, lease.mailboxId, iso(now), limit],
  )
  return rows.map(toLink)
}

/**
 * TR14: the trail with the decision that another one replaces, in front of the earlier ones. The same
 * decision made again, as for a meeting that changed twice, isn't a new one.
 * @param rule, seen of the new decision, as SQL
 */
export const trailWith = (rule: string, seen: string): string => `case
  when (sync.link.rule, sync.link.seen) is distinct from (${rule}, ${seen})
  then (jsonb_build_object('rule', sync.link.rule, 'seen', sync.link.seen,
      'at', floor(extract(epoch from sync.link.decidedat) * 1000)) || sync.link.trail) - ${TRAIL_MAX}
  else sync.link.trail end`

/** The number of decisions that are kept besides the last one. */
const TRAIL_MAX = 9

/** `$3` is the time. */
export const saveLinks = upsertInto<LinkRecord>({
  table: 'sync.link',
  key: 'itemkey',
  columns: LINK,
  kept: { linkid: ['uuid', ({ id }) => id] },
  inserted: { createdon: '$3', modifiedon: '$3' },
  updated: [
    'modifiedon = excluded.modifiedon',
    // Listings are counted for each folder, and no listing of the new folder has met the link yet.
    'listed = case when sync.link.folder = excluded.folder then sync.link.listed else 0 end',
    `trail = ${trailWith('excluded.rule', 'excluded.seen')}`,
    "versionnumber = nextval('crm.versionnumber')",
  ],
  // TR15: a cycle that read the link before its activity was deleted in the CRM must not revive it.
  where: `not (sync.link.state = 'ended' and sync.link.rule = 'TR15'
    and excluded.state = 'linked' and excluded.activityid = sync.link.activityid)`,
})

export async function markListed(
  tx: Queryable,
  organizationId: string,
  listed: readonly Owned<{ keys: readonly ItemKey[]; generation: number }>[],
): Promise<void> {
  const rows = listed.flatMap(({ mailboxId, value: { keys, generation } }) =>
    keys.map((itemkey) => ({ mailboxid: mailboxId, itemkey, generation })),
  )
  if (rows.length === 0) return
  await tx.query(
    `update sync.link l set listed = r.generation
     from json_to_recordset($2::json) as r(mailboxid uuid, itemkey text, generation integer)
     where l.organizationid = $1 and l.mailboxid = r.mailboxid
       and l.itemkey = r.itemkey collate "C"`,
    [organizationId, rowsJson(rows)],
  )
}
