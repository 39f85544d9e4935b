import {
  type ActivityId,
  type ActivityType,
  type Create,
  type Instant,
  isLed,
  type Link,
  type Update,
} from '@trackmark/core'
import type { Queryable } from '../database/database.ts'
import { iso, rowsJson } from '../database/values.ts'
import {
  columnsIn,
  defaultsOf,
  definitions,
  fittedRow,
  quoted,
  shapeOf,
} from '../statements/table-shape.ts'
import type { Owned } from '../statements/upsert.ts'
import { insertAttachments, insertParties } from './activities.ts'
import { differentMail, type Identified, lockCopies, newEvents, storedIdentity } from './copies.ts'

interface Created {
  /** Links with the activity that each create made or joined. */
  readonly links: readonly Owned<Link>[]
  /** Ids of the activities that are new. */
  readonly fresh: ReadonlySet<ActivityId>
  /** Updates of stored activities by items whose fields take precedence (TR2, AC2). */
  readonly joined: readonly Update[]
}

/**
 * Creates activities, or joins items to the activities they are copies of (TR7, TR18, TR19). The number of
 * statements doesn't depend on the number of items. Parties and attachments are written for new activities
 * only.
 */
export async function createActivities(
  tx: Queryable,
  organizationId: string,
  owned: readonly Owned<Create>[],
  now: Instant,
  newId: () => string,
): Promise<Created> {
  const creates = owned.map((one) => one.value)
  const insertion: Insertion = {
    tx,
    organizationId,
    now,
    series: await existing(tx, organizationId, 'recurringappointmentmaster', creates, 'seriesId'),
    ids: new Map(),
  }
  await lockCopies(tx, organizationId, creates)
  for (const type of new Set(creates.map((create) => create.draft.type))) {
    const some = owned.filter(({ value }) => value.draft.type === type)
    await createOfType(insertion, type, some)
  }
  const idOf = (create: Create): ActivityId => insertion.ids.get(create)!
  const made = creates.filter((create) => idOf(create) === create.activityId)
  await insertParties(
    tx,
    organizationId,
    made.map((create) => ({ activityId: create.activityId, draft: create.draft })),
    now,
    newId,
  )
  await insertAttachments(tx, organizationId, made, now, newId)
  const fresh = new Set(made.map((create) => create.activityId))
  return {
    links: owned.map(({ mailboxId, value: create }) => ({
      mailboxId,
      value: { ...create.link, activityId: idOf(create) },
    })),
    fresh,
    joined: await leading(
      tx,
      organizationId,
      creates
        .filter((create) => create.draft.type !== 'email' && !fresh.has(create.activityId))
        .map((create) => {
          const activityId = idOf(create)
          return { activityId, draft: create.draft, link: { ...create.link, activityId } }
        }),
    ),
  }
}

/** Leaves out attendees' copies of meetings whose organizer's copy is linked too (AC2). */
async function leading(
  tx: Queryable,
  organizationId: string,
  joined: readonly Update[],
): Promise<readonly Update[]> {
  const attending = joined.filter(({ link }) => isLed(link, true))
  if (attending.length === 0) return joined
  const rows = await tx.query<{ activityid: string }>(
    `select activityid from sync.link
     where organizationid = $1 and activityid = any($2) and isorganizer and state = 'linked'`,
    [organizationId, attending.map((one) => one.activityId)],
  )
  const organized = new Set(rows.map((row) => row.activityid))
  for (const { activityId, link } of joined) if (link.isOrganizer) organized.add(activityId)
  return joined.filter(({ activityId, link }) => !isLed(link, organized.has(activityId)))
}

interface Insertion {
  readonly tx: Queryable
  readonly organizationId: string
  readonly now: Instant
  /** Ids of stored series. */
  readonly series: ReadonlySet<ActivityId>
  /** The activity that each create made or joined. */
  readonly ids: Map<Create, ActivityId>
}

async function createOfType(
  insertion: Insertion,
  type: ActivityType,
  owned: readonly Owned<Create>[],
): Promise<void> {
  const { tx, organizationId, ids } = insertion
  const creates = owned.map(({ value }) => value)
  const there = await existing(tx, organizationId, type, creates, 'formerActivityId')
  for (const create of creates) {
    const { formerActivityId } = create
    if (formerActivityId !== null && there.has(formerActivityId)) ids.set(create, formerActivityId)
  }
  const others = owned.filter(({ value }) => !ids.has(value))
  if (others.length === 0) return
  const first = others.map(({ value: create }) => ({
    create,
    identity: storedIdentity(create.identity),
  }))
  switch (type) {
    case 'email': {
      await insertType(insertion, type, first)
      const joining = first.filter(({ create }) => ids.get(create) !== create.activityId)
      await insertType(insertion, type, await differentMail(tx, organizationId, joining, ids))
      return
    }
    case 'task':
      return insertType(insertion, type, first)
    default:
      return insertType(insertion, type, await newEvents(tx, organizationId, type, others, ids))
  }
}

/** Which of the activities named by the creates are stored. */
async function existing(
  tx: Queryable,
  organizationId: string,
  type: ActivityType,
  creates: readonly Create[],
  name: 'seriesId' | 'formerActivityId',
): Promise<ReadonlySet<ActivityId>> {
  const ids = [...new Set(creates.flatMap((create) => create[name] ?? []))]
  if (ids.length === 0) return new Set()
  const rows = await tx.query<{ activityid: string }>(
    `select activityid from crm.${type} where organizationid = $1 and activityid = any($2)`,
    [organizationId, ids],
  )
  return new Set(rows.map((row) => row.activityid))
}

/** Inserts activities that aren't stored yet. Each create then gets the row of its identity. */
async function insertType(
  { tx, organizationId, now, series, ids }: Insertion,
  type: ActivityType,
  placed: readonly Identified[],
): Promise<void> {
  if (placed.length === 0) return
  const shape = shapeOf(type)
  const defaults = defaultsOf(shape)
  // Sorted, so that two transactions with the same mail lock rows in the same order.
  const sorted = [...placed].sort((a, b) => (a.identity < b.identity ? -1 : 1))
  const rows = sorted.map(({ create, identity }) => ({
    ...fittedRow(shape, { ...defaults, ...create.draft.columns }),
    activityid: create.activityId,
    activitytypecode: type,
    ...(create.seriesId !== null && shape.columns.has('seriesid')
      ? { seriesid: series.has(create.seriesId) ? create.seriesId : null }
      : {}),
    owninguser: create.draft.columns.ownerid ?? null,
    createdon: iso(now),
    modifiedon: iso(now),
    identity,
  }))
  // Half of an email's columns are never filled from a message, so they are left out.
  const names = columnsIn(shape, rows)
  const inserted = await tx.query<{ identity: string; activityid: string }>(
    `insert into crm.${type} (organizationid, identity, ${names.map(quoted).join(', ')})
     select $1, identity, ${names.map(quoted).join(', ')}
     from json_to_recordset($2::json) as r(identity text, ${definitions(shape, names)})
     on conflict do nothing
     returning identity, activityid`,
    [organizationId, rowsJson(rows)],
  )
  // Only activities that were stored before have to be looked up.
  const added = new Set(inserted.map((row) => row.identity))
  const others = [...new Set(rows.map((row) => row.identity))].filter((one) => !added.has(one))
  const found =
    others.length === 0
      ? []
      : await tx.query<{ identity: string; activityid: string }>(
          `select identity, activityid from crm.${type}
           where organizationid = $1 and identity = any($2)`,
          [organizationId, others],
        )
  const byIdentity = new Map([...inserted, ...found].map((row) => [row.identity, row.activityid]))
  for (const { create, identity } of placed) ids.set(create, byIdentity.get(identity)!)
}
