import type { Json } from '../support/world.ts'
import type { Stage } from './stage.ts'

export interface LinkRow {
  readonly person: number
  readonly key: string
  readonly kind: 'message' | 'event' | 'task'
  readonly folder: string
  readonly state: 'noted' | 'parked' | 'linked' | 'ended'
  readonly activity: string | null
  readonly master: string | null
  readonly mark: 'unseen' | 'seen' | 'forgone'
  readonly organizer: boolean
  readonly pending: string | null
  readonly park: string | null
  readonly givenUp: boolean
  readonly rule: string
}

export interface CursorRow {
  readonly person: number
  readonly folder: string
  readonly kind: 'mail' | 'calendar' | 'taskList'
  readonly value: string | null
  readonly listing: boolean
  readonly generation: number
  readonly epoch: number
  readonly windowEnd: string | null
}

export interface CategoryRow {
  readonly person: number
  readonly tracked: boolean
  readonly name: string
  readonly earlier: readonly string[]
  readonly exchangeId: string | null
  readonly status: number
  readonly epoch: number
}

export interface ActivityRow {
  readonly id: string
  readonly type: 'email' | 'appointment' | 'recurringappointmentmaster' | 'task'
  readonly subject: string
  readonly state: number
  readonly outgoing: boolean
  readonly occurrence: boolean
}

/** What the database says, as far as the rules concern it. */
export interface Ledger {
  readonly links: ReadonlyMap<string, LinkRow>
  readonly cursors: ReadonlyMap<string, CursorRow>
  readonly categories: readonly CategoryRow[]
  readonly activities: ReadonlyMap<string, ActivityRow>
  readonly alerts: ReadonlyMap<string, number>
}

export const EMPTY: Ledger = {
  links: new Map(),
  cursors: new Map(),
  categories: [],
  activities: new Map(),
  alerts: new Map(),
}

const list = (select: string) => `(select coalesce(json_agg(r), '[]') from (${select}) r)`
const activities = ['email', 'appointment', 'recurringappointmentmaster', 'task']
  .map((type) => {
    const outgoing = type === 'email' ? 'directioncode' : 'false'
    const occurrence = type === 'appointment' ? 'seriesid is not null' : 'false'
    return `select activityid as id, '${type}' as type, subject, statecode as state,
      ${outgoing} as outgoing, ${occurrence} as occurrence
    from crm.${type} where organizationid = $org`
  })
  .join(' union all ')

const SQL = `select
  ${list(`select mailboxid, itemkey as key, kind, folder, state, activityid as activity,
    masterkey as master, mark, isorganizer as organizer, pendingend as pending, parkcode as park,
    parkcode is not null and parknexttryat is null as "givenUp", rule
    from sync.link where organizationid = $org`)} as links,
  ${list(`select mailboxid, folder, kind, value, listing, generation, epoch,
    windowend as "windowEnd" from sync.folder_cursor where organizationid = $org`)} as cursors,
  ${list(`select mailboxid, purpose = 'tracked' as tracked,
    exchangecategoryname as name, exchangecategoryid as "exchangeId",
    earliernames as earlier, categoryonboardingstatus as status, epoch from crm.mailboxtrackingcategory
    where organizationid = $org`)} as categories,
  ${list(activities)} as activities,
  ${list(`select regardingobjectid as mailboxid, tracecode as code, count(*)::int as count
    from crm.tracelog where organizationid = $org group by 1, 2`)} as alerts`

export async function readLedger(stage: Stage): Promise<Ledger> {
  const [row] = await stage.rows(SQL)
  const personOf = new Map(stage.people.map(({ mailboxId }, person) => [mailboxId, person]))
  const owned = (rows: Json[]): Json[] =>
    rows.map((one) => ({ ...one, person: personOf.get(one.mailboxid) ?? -1 }))
  return {
    links: new Map(owned(row.links).map((link) => [`${link.person}/${link.key}`, link])),
    cursors: new Map(owned(row.cursors).map((one) => [`${one.person}/${one.folder}`, one])),
    categories: owned(row.categories),
    activities: new Map(row.activities.map((one: ActivityRow) => [one.id, one])),
    alerts: new Map(owned(row.alerts).map((one) => [`${one.person}/${one.code}`, one.count])),
  }
}
