import type {
  CategoryState,
  CycleClose,
  CycleInput,
  EngineSettings,
  FolderCursor,
  Instant,
  Lease,
} from '@trackmark/core'
import {
  booleanSetting,
  type EffectiveSettings,
  effectiveSettings,
  numberSetting,
} from '@trackmark/dataverse'
import { ONBOARDING } from './commit.ts'
import { type Database, type Queryable, type Row, unavailable } from './database.ts'
import { iso } from './wire.ts'

export interface ClaimWish {
  readonly workerId: string
  readonly now: Instant
  readonly leaseMs: number
  readonly limit: number
}

/**
 * Takes due mailboxes, each for one worker; leases that ran out are taken over. Five statements for
 * a batch of any size.
 */
export async function claim(database: Database, wish: ClaimWish): Promise<CycleInput[]> {
  try {
    const schedule = await take(database, wish)
    return schedule.length === 0 ? [] : await load(database, schedule, wish.now)
  } catch (error) {
    throw unavailable(error)
  }
}

async function take(database: Database, wish: ClaimWish): Promise<Row[]> {
  return database.query(
    `with due as (
       select organizationid, mailboxid from sync.mailbox_schedule
       where dueat <= $1 and (leaseuntil is null or leaseuntil <= $1)
         and not exists (select 1 from crm.organization o
           where o.organizationid = mailbox_schedule.organizationid and o.isdisabled)
       order by dueat
       limit $2
       for update skip locked
     )
     update sync.mailbox_schedule s
     set leasetoken = $3 || ':' || (s.claims + 1),
         leaseuntil = $1::timestamptz + $4 * interval '1 millisecond',
         leasems = $4, claims = s.claims + 1, dueagain = false
     from due
     where s.organizationid = due.organizationid and s.mailboxid = due.mailboxid
     returning s.*`,
    [iso(wish.now), wish.limit, wish.workerId, wish.leaseMs],
  )
}

async function load(database: Database, schedule: readonly Row[], now: Instant) {
  const keys = [
    schedule.map((row) => row.organizationid),
    schedule.map((row) => row.mailboxid),
  ] as const
  const claimed = `unnest($1::uuid[], $2::uuid[]) as k(organizationid, mailboxid)`
  const mailboxes = await database.query(
    `select m.organizationid, m.mailboxid, m.name, m.emailaddress, m.ownerid, m.regardingobjectid,
       m.regardingobjectidtype, m.statecode, m.incomingemaildeliverymethod, m.actdeliverymethod,
       p.emailserverprofileid, p.name as profilename, p.connector, p.minpollingintervalinminutes,
       p.statecode as profilestate, o.orgdborgsettings, o.version, o.settingsrevision,
       o.maxuploadfilesize, o.pastexpansionwindow, o.futureexpansionwindow,
       o.unresolveemailaddressifmultiplematch,
       (select count(*) from sync.link l where l.organizationid = m.organizationid
          and l.mailboxid = m.mailboxid and l.pendingend is not null and l.state = 'linked')
         as pendingends,
       (select count(*) from sync.link l where l.organizationid = m.organizationid
          and l.mailboxid = m.mailboxid and l.parkcode is not null and l.parknexttryat <= $3
          and l.state in ('parked', 'linked')) as parkeddue,
       (select count(*) from sync.outgoing_write w where w.organizationid = m.organizationid
          and w.mailboxid = m.mailboxid and w.nexttryat <= $3) as writesdue,
       exists (select 1 from sync.link l where l.organizationid = m.organizationid
          and l.mailboxid = m.mailboxid and l.state = 'linked') as haslinks
     from ${claimed}
     join crm.mailbox m on m.organizationid = k.organizationid and m.mailboxid = k.mailboxid
     join crm.organization o on o.organizationid = k.organizationid
     left join crm.emailserverprofile p on p.organizationid = m.organizationid
       and p.emailserverprofileid = m.emailserverprofile`,
    [...keys, iso(now)],
  )
  const categories = await database.query(
    `select c.* from ${claimed} join crm.mailboxtrackingcategory c
       on c.organizationid = k.organizationid and c.mailboxid = k.mailboxid`,
    keys,
  )
  const cursors = await database.query(
    `select c.* from ${claimed} join sync.folder_cursor c
       on c.organizationid = k.organizationid and c.mailboxid = k.mailboxid`,
    keys,
  )
  const byMailbox = (rows: readonly Row[]) => Map.groupBy(rows, (row) => row.mailboxid)
  const mailboxOf = new Map(mailboxes.map((row) => [row.mailboxid, row]))
  const categoriesOf = byMailbox(categories)
  const cursorsOf = byMailbox(cursors)
  return schedule.flatMap((row) => {
    const mailbox = mailboxOf.get(row.mailboxid)
    if (mailbox === undefined) return []
    return toInput(row, mailbox, {
      categories: (categoriesOf.get(row.mailboxid) ?? []).map(toCategory),
      cursors: (cursorsOf.get(row.mailboxid) ?? []).map(toCursor),
    })
  })
}

/** `incomingemaildeliverymethod` 2 and `actdeliverymethod` 1 are server-side synchronization. */
function toInput(
  schedule: Row,
  row: Row,
  parts: { categories: CategoryState[]; cursors: FolderCursor[] },
): CycleInput {
  const active = row.statecode === 0 && row.emailserverprofileid !== null && row.profilestate === 0
  const queue = row.regardingobjectidtype === 'queue'
  return {
    lease: {
      organizationId: row.organizationid as string,
      mailboxId: row.mailboxid as string,
      token: schedule.leasetoken as string,
      settingsRevision: row.settingsrevision as number,
    },
    mailbox: {
      name: row.name as string,
      emailAddress: row.emailaddress as string,
      ownerId: row.ownerid as string,
      regardingId: row.regardingobjectid as string | null,
      regardingType: row.regardingobjectidtype as 'systemuser' | 'queue' | null,
      mail: active && row.incomingemaildeliverymethod === 2,
      // Queues take part in email only.
      appointmentsAndTasks: active && !queue && row.actdeliverymethod === 1,
    },
    profile:
      row.emailserverprofileid === null
        ? null
        : {
            id: row.emailserverprofileid as string,
            name: row.profilename as string,
            kind: row.connector as 'exchangeonline' | 'sandbox',
            minPollingMinutes: (row.minpollingintervalinminutes as number | null) ?? 0,
          },
    settings: engineSettings(row),
    categories: parts.categories,
    cursors: parts.cursors,
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
      bulkAnswer: schedule.bulkanswer as 'asked' | 'yes' | 'no' | null,
    },
  }
}

/** The original's default future window isn't published; a year reaches most planned meetings. */
const FUTURE_MONTHS = 12
const PAST_MONTHS = 3

/**
 * @throws when the stored column can't be read: to take the defaults then would switch a feature
 * that an administrator switched off back on
 */
function engineSettings(row: Row): EngineSettings {
  const effective = effectiveSettings((row.orgdborgsettings as string) ?? '', row.version as string)
  if (!effective.ok) {
    throw new Error('organization.orgdborgsettings holds text that is not a settings document.')
  }
  const settings: EffectiveSettings = effective
  const deletion = numberSetting(settings, 'SSSTaskDeletionSyncBehaviorFromExchange')
  return {
    trackCategorizedItems: booleanSetting(settings, 'TrackCategorizedItems'),
    taskDeletion: deletion === 1 || deletion === 2 ? deletion : 0,
    trackAppointmentsFromNonOrganizer: booleanSetting(
      settings,
      'TrackAppointmentsFromNonOrganizer',
    ),
    syncPrivateFlag: booleanSetting(settings, 'SSSSyncAppointmentIsPrivateFromExchange'),
    unresolveOnMultipleMatch: row.unresolveemailaddressifmultiplematch === true,
    unresolveSenderOnMultipleMatch: booleanSetting(
      settings,
      'UnresolveSenderInCaseOfMultipleMatch',
    ),
    resolveForInactive: booleanSetting(settings, 'ResolveForInactiveEntities'),
    attachmentBytesMax: (row.maxuploadfilesize as number | null) ?? 5_242_880,
    pastWindowMonths: (row.pastexpansionwindow as number | null) ?? PAST_MONTHS,
    futureWindowMonths: (row.futureexpansionwindow as number | null) ?? FUTURE_MONTHS,
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
  }
}

/**
 * Releases the lease with the next due time, and writes what people see of the mailbox. A mailbox
 * with nothing left to do (not synchronized, its category gone) is due no more.
 */
export async function close(
  database: Database,
  lease: Lease,
  wish: CycleClose,
  newId: () => string,
): Promise<void> {
  try {
    await database.transaction(async (tx) => {
      // A cycle cut short by changed settings says nothing about the mailbox's health.
      if ((await release(tx, lease, wish)) === 'complete') {
        await showHealth(tx, lease, wish)
        await keepStatistics(tx, lease, wish, newId)
      }
    })
  } catch (error) {
    throw unavailable(error)
  }
}

async function release(
  tx: Queryable,
  lease: Lease,
  wish: CycleClose,
): Promise<'complete' | 'settingsChanged' | 'lost'> {
  const [released] = await tx.query<{ current: boolean }>(
    `update sync.mailbox_schedule s
     set leasetoken = null, leaseuntil = null, failures = $4, quietcycles = $5, lastcode = $6,
       failingsince = case when $4 = 0 then null else coalesce(s.failingsince, $7) end,
       dueagain = false,
       dueat = case
         when s.dueagain then $7::timestamptz
         when $4 = 0 and m.idle then null
         else $8::timestamptz
       end
     from (
       select m.organizationid, m.mailboxid, o.settingsrevision = $9 as current,
         (m.statecode <> 0 or p.emailserverprofileid is null or p.statecode <> 0
           or (coalesce(m.incomingemaildeliverymethod, 0) <> 2
             and coalesce(m.actdeliverymethod, 2) <> 1))
         and not exists (
           select 1 from crm.mailboxtrackingcategory c
           where c.organizationid = m.organizationid and c.mailboxid = m.mailboxid
             and c.categoryonboardingstatus = 1
         ) as idle
       from crm.mailbox m
       join crm.organization o on o.organizationid = m.organizationid
       left join crm.emailserverprofile p on p.organizationid = m.organizationid
         and p.emailserverprofileid = m.emailserverprofile
       where m.organizationid = $1 and m.mailboxid = $2
     ) m
     where s.organizationid = $1 and s.mailboxid = $2 and s.leasetoken = $3
     returning m.current`,
    [
      lease.organizationId,
      lease.mailboxId,
      lease.token,
      wish.failures,
      wish.quietCycles,
      wish.error?.code ?? null,
      iso(wish.endedAt),
      iso(wish.dueAt),
      lease.settingsRevision,
    ],
  )
  if (released === undefined) return 'lost'
  return released.current ? 'complete' : 'settingsChanged'
}

async function showHealth(tx: Queryable, lease: Lease, wish: CycleClose): Promise<void> {
  const ok = wish.error === null
  await tx.query(
    `update crm.mailbox
     set lastsyncstartedon = $3,
       lastsuccessfulsynccompletedon =
         case when $4 then $5::timestamptz else lastsuccessfulsynccompletedon end,
       lastsyncerror = $6,
       lastsyncerroroccurredon = case when $4 then lastsyncerroroccurredon else $5::timestamptz end,
       lastsyncerrorcount = case when $4 then 0 else coalesce(lastsyncerrorcount, 0) + 1 end,
       itemsprocessedforlastsync = $7, itemsfailedforlastsync = $8,
       noemailcount = $9, transientfailurecount = $10,
       processedtimes = coalesce(processedtimes, 0) + 1,
       lastduration = $11, postponemailboxprocessinguntil = $12
     where organizationid = $1 and mailboxid = $2`,
    [
      lease.organizationId,
      lease.mailboxId,
      iso(wish.startedAt),
      ok,
      iso(wish.endedAt),
      wish.error === null ? null : `${wish.error.code}: ${wish.error.message}`,
      wish.itemsProcessed,
      wish.itemsFailed,
      wish.quietCycles,
      wish.failures,
      Math.max(0, wish.endedAt - wish.startedAt),
      iso(wish.dueAt),
    ],
  )
}

/** Kept only where the organization asks for it (MailboxStatisticsPersistenceTimeInDays > 0). */
async function keepStatistics(
  tx: Queryable,
  lease: Lease,
  wish: CycleClose,
  newId: () => string,
): Promise<void> {
  await tx.query(
    `insert into crm.mailboxstatistics (organizationid, mailboxstatisticsid, mailboxid,
       operationtypeid, mailboxprocessstartedon, mailboxprocesscompletedon, itemsprocessed,
       itemsfailed, processresult, createdon, modifiedon)
     select $1, $3, $2, 0, $4, $5, $6, $7, $8, $5, $5
     from crm.organization o
     where o.organizationid = $1
       and o.orgdborgsettings ~* '<MailboxStatisticsPersistenceTimeInDays>[^<]*[1-9]'`,
    [
      lease.organizationId,
      lease.mailboxId,
      newId(),
      iso(wish.startedAt),
      iso(wish.endedAt),
      wish.itemsProcessed,
      wish.itemsFailed,
      wish.error === null,
    ],
  )
}
