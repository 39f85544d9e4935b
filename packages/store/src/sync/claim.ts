import {
  type CategoryState,
  type CycleInput,
  type FolderCursor,
  type Instant,
  LEFT_OUT,
  type Lease,
  readsFolders,
  synchronizedKinds,
} from '@trackmark/core'
import type { Database, Row } from '../database/database.ts'
import { unavailable } from '../database/errors.ts'
import { iso } from '../database/values.ts'
import { ONBOARDING } from './categories.ts'
import { effectiveSettingsOf, engineSettings, statisticsDays } from './settings.ts'

export interface ClaimRequest {
  readonly workerId: string
  readonly now: Instant
  readonly leaseMs: number
  readonly limit: number
}

/** A lease as the store gives it out. The engine hands it back as it got it. */
export interface ClaimedLease extends Lease {
  /**
   * Whether a row of statistics is kept of every cycle; null = the organization doesn't say. The end of the
   * cycle uses this value instead of reading it again, since a lease only holds for this revision of the
   * settings.
   */
  readonly keepsStatistics?: boolean | null
}

/** Claims due mailboxes, also those whose lease ran out. A batch of any size takes three statements. */
export async function claim(database: Database, request: ClaimRequest): Promise<CycleInput[]> {
  try {
    const schedule = await take(database, request)
    return schedule.length === 0 ? [] : await load(database, schedule, request.now)
  } catch (error) {
    throw unavailable(error)
  }
}

async function take(database: Database, request: ClaimRequest): Promise<Row[]> {
  return database.query(
    `with due as (
       select organizationid, mailboxid, asked as wasasked from sync.mailbox_schedule
       where dueat <= $1 and (leaseuntil is null or leaseuntil <= $1)
         and not exists (select 1 from crm.organization o
           where o.organizationid = mailbox_schedule.organizationid and o.isdisabled)
       order by dueat, mailboxid
       limit $2
       for update skip locked
     ), taken as (
       update sync.mailbox_schedule s
       set leasetoken = $3 || ':' || (s.claims + 1),
           leaseuntil = $1::timestamptz + $4 * interval '1 millisecond',
           leasems = $4, claims = s.claims + 1, dueagain = false, asked = false
       from due
       where s.organizationid = due.organizationid and s.mailboxid = due.mailboxid
       returning s.*, due.wasasked
     )
     select * from taken order by dueat, mailboxid`,
    [iso(request.now), request.limit, request.workerId, request.leaseMs],
  )
}

async function load(database: Database, schedule: readonly Row[], now: Instant) {
  const keys = [
    schedule.map((row) => row.organizationid),
    schedule.map((row) => row.mailboxid),
  ] as const
  const mailboxes = await database.query(
    `select m.organizationid, m.mailboxid, m.name, m.emailaddress, m.ownerid, m.regardingobjectid,
       m.regardingobjectidtype, m.statecode, m.incomingemaildeliverymethod, m.actdeliverymethod,
       p.emailserverprofileid, p.name as profilename, p.connector, p.minpollingintervalinminutes,
       p.statecode as profilestate, o.orgdborgsettings, o.version, o.settingsrevision,
       o.maxuploadfilesize, o.pastexpansionwindow, o.futureexpansionwindow,
       o.unresolveemailaddressifmultiplematch, o.requireapprovalforuseremail,
       o.requireapprovalforqueueemail, m.emailrouteraccessapproval,
       (select count(*) from sync.link l where l.organizationid = m.organizationid
          and l.mailboxid = m.mailboxid and l.pendingend is not null and l.state = 'linked')
         as pendingends,
       (select count(*) from sync.link l where l.organizationid = m.organizationid
          and l.mailboxid = m.mailboxid and l.parkcode is not null and l.parknexttryat <= $3)
         as parkeddue,
       (select count(*) from sync.outgoing_write w where w.organizationid = m.organizationid
          and w.mailboxid = m.mailboxid and w.nexttryat <= $3) as writesdue,
       exists (select 1 from sync.link l where l.organizationid = m.organizationid
          and l.mailboxid = m.mailboxid and l.state = 'linked') as haslinks,
       (select json_agg(json_build_object('purpose', c.purpose, 'exchangecategoryname',
            c.exchangecategoryname, 'earliernames', c.earliernames, 'color', c.color,
            'exchangecategoryid', c.exchangecategoryid, 'categoryonboardingstatus',
            c.categoryonboardingstatus, 'epoch', c.epoch))
          from crm.mailboxtrackingcategory c
          where c.organizationid = m.organizationid and c.mailboxid = m.mailboxid) as categories
     from unnest($1::uuid[], $2::uuid[]) as k(organizationid, mailboxid)
     cross join lateral (select * from crm.mailbox
       where organizationid = k.organizationid and mailboxid = k.mailboxid offset 0) m
     join crm.organization o on o.organizationid = k.organizationid
     left join crm.emailserverprofile p on p.organizationid = m.organizationid
       and p.emailserverprofileid = m.emailserverprofile`,
    [...keys, iso(now)],
  )
  const mailboxOf = new Map(mailboxes.map((row) => [row.mailboxid, row]))
  const inputs = schedule.flatMap((row) => {
    const mailbox = mailboxOf.get(row.mailboxid)
    return mailbox === undefined ? [] : toInput(row, mailbox)
  })
  return withCursors(database, inputs)
}

/** Adds cursors, which would be most of what a claim reads, where folders are going to be read. */
async function withCursors(database: Database, inputs: CycleInput[]): Promise<CycleInput[]> {
  const reading = inputs.filter(readsFolders).map(({ lease }) => lease)
  if (reading.length === 0) return inputs
  const rows = await database.query(
    `select c.* from unnest($1::uuid[], $2::uuid[]) as k(organizationid, mailboxid)
     join sync.folder_cursor c
       on c.organizationid = k.organizationid and c.mailboxid = k.mailboxid`,
    [
      reading.map(({ organizationId }) => organizationId),
      reading.map(({ mailboxId }) => mailboxId),
    ],
  )
  const byMailbox = Map.groupBy(rows, (row) => row.mailboxid)
  return inputs.map((input) => ({
    ...input,
    cursors: (byMailbox.get(input.lease.mailboxId) ?? []).map(toCursor),
  }))
}

function toInput(schedule: Row, row: Row): CycleInput {
  const regardingType = row.regardingobjectidtype as 'systemuser' | 'queue' | null
  const kinds = synchronizedKinds({
    regardingType,
    approval: row.emailrouteraccessapproval as number | null,
    usersNeedIt: row.requireapprovalforuseremail === true,
    queuesNeedIt: row.requireapprovalforqueueemail === true,
    isActive: row.statecode === 0,
    hasActiveProfile: row.emailserverprofileid !== null && row.profilestate === 0,
    incomingDelivery: row.incomingemaildeliverymethod as number | null,
    activityDelivery: row.actdeliverymethod as number | null,
  })
  const settings = effectiveSettingsOf(row)
  const days = statisticsDays(settings)
  const lease: ClaimedLease = {
    organizationId: row.organizationid as string,
    mailboxId: row.mailboxid as string,
    token: schedule.leasetoken as string,
    settingsRevision: row.settingsrevision as number,
    keepsStatistics: days === null ? null : days > 0,
  }
  return {
    lease,
    mailbox: {
      name: row.name as string,
      emailAddress: row.emailaddress as string,
      ownerId: row.ownerid as string,
      regardingId: row.regardingobjectid as string | null,
      regardingType,
      ...kinds,
    },
    profile:
      row.emailserverprofileid === null
        ? null
        : {
            id: row.emailserverprofileid as string,
            name: row.profilename as string,
            kind: row.connector as string,
            minPollingMinutes: (row.minpollingintervalinminutes as number | null) ?? 0,
          },
    settings: engineSettings(row, settings),
    categories: ((row.categories as Row[] | null) ?? []).map(toCategory),
    cursors: [],
    hierarchy: schedule.hierarchy as string | null,
    counts: {
      hasLinks: row.haslinks as boolean,
      pendingEnds: row.pendingends as number,
      parkedDue: row.parkeddue as number,
      writesDue: row.writesdue as number,
    },
    health: {
      failures: schedule.failures as number,
      quietCycles: schedule.quietcycles as number,
      isTroubled: schedule.lastcode !== null && schedule.lastcode !== LEFT_OUT.unknown,
      isAsked: schedule.wasasked as boolean,
      bulkAnswer: schedule.bulkanswer as 'asked' | 'yes' | 'no' | null,
    },
  }
}

function toCategory(row: Row): CategoryState {
  const status = (Object.keys(ONBOARDING) as (keyof typeof ONBOARDING)[]).find(
    (name) => ONBOARDING[name] === row.categoryonboardingstatus,
  )
  return {
    purpose: row.purpose as CategoryState['purpose'],
    name: row.exchangecategoryname as string,
    earlierNames: row.earliernames as string[],
    color: row.color as string,
    exchangeId: row.exchangecategoryid as string | null,
    status: status ?? 'absent',
    epoch: row.epoch as number,
  }
}

function toCursor(row: Row): FolderCursor {
  return {
    folder: row.folder as string,
    kind: row.kind as FolderCursor['kind'],
    value: row.value as string | null,
    listing: row.listing as boolean,
    generation: row.generation as number,
    epoch: row.epoch as number,
    catchUp: row.catchup as boolean,
    windowStart: row.windowstart as number | null,
    windowEnd: row.windowend as number | null,
    failures: row.failures as number,
  }
}
