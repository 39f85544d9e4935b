import { createHash } from 'node:crypto'
import {
  type ActivityId,
  COMPARED_TEXT_MAX,
  type Create,
  type EventItem,
  type KnownEvent,
  type KnownItem,
  type MailFacts,
  mailPrint,
  placeEvents,
  sameMail,
} from '@trackmark/core'
import type { Queryable } from '../database/database.ts'
import { storable } from '../database/values.ts'
import type { Owned } from '../statements/upsert.ts'

/**
 * Items that share an id without being copies of one another have activities of their own. The identity of
 * the first is the id alone. The identity of any other is the id, this character, and what tells it apart.
 */
const APART = '\u001f'
const IDENTITY_MAX = 400

/** A create with the identity of its activity. */
export interface Identified {
  readonly create: Create
  readonly identity: string
}

/** An Internet message id may be of any length; an index entry may not. */
export function storedIdentity(identity: string): string {
  const text = storable(identity).replaceAll(APART, '')
  return text.length <= IDENTITY_MAX ? text : `sha256:${sha256(text)}`
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const isEvent = ({ draft }: Create): boolean => draft.type !== 'email' && draft.type !== 'task'

/** Any number that nothing else in this database uses for an advisory lock. */
const COPIES_LOCK = 7_246_002
/** Fewer than the locks a transaction may hold, and more than are needed at one time. */
const BUCKETS = 64

/**
 * Locks the identities of events. Two workers that track copies of one meeting at the same time wouldn't see
 * each other's rows, so the second waits until the first transaction has ended. The locks are taken before
 * anything is written and always in the same order, so that there are no deadlocks.
 */
export async function lockCopies(
  tx: Queryable,
  organizationId: string,
  creates: readonly Create[],
): Promise<void> {
  const bucketOf = ({ identity }: Create) =>
    createHash('sha256').update(`${organizationId} ${identity}`).digest()[0]! % BUCKETS
  const buckets = [...new Set(creates.filter(isEvent).map(bucketOf))].sort((a, b) => a - b)
  if (buckets.length === 0) return
  await tx.query(
    `select pg_advisory_xact_lock($1::integer, bucket)::text from unnest($2::integer[]) as bucket`,
    [COPIES_LOCK, buckets],
  )
}

/**
 * Finds emails that aren't copies of the stored email with their Message-ID (TR18).
 * @param ids the stored email for each of them
 */
export async function differentMail(
  tx: Queryable,
  organizationId: string,
  joining: readonly Identified[],
  ids: ReadonlyMap<Create, ActivityId>,
): Promise<readonly Identified[]> {
  // Without a Message-ID the identity is the item's own, and nothing shares it.
  const some = joining.filter(({ create }) => create.draft.columns.messageid !== null)
  if (some.length === 0) return []
  const made = new Map([...ids.keys()].map((create) => [create.activityId, create]))
  const met = new Map<ActivityId, MailFacts>()
  const stored = new Set<ActivityId>()
  for (const { create } of some) {
    const id = ids.get(create)!
    const sibling = made.get(id)
    if (sibling === undefined) stored.add(id)
    else met.set(id, factsOf(sibling))
  }
  if (stored.size > 0) {
    for (const [id, facts] of await storedMail(tx, organizationId, [...stored])) met.set(id, facts)
  }
  return some.flatMap(({ create, identity }) => {
    const facts = factsOf(create)
    if (sameMail(facts, met.get(ids.get(create)!)!)) return []
    return [{ create, identity: `${identity}${APART}${sha256(mailPrint(facts))}` }]
  })
}

function factsOf({ draft }: Create): MailFacts {
  const { senton, subject, description } = draft.columns
  return {
    sentAt: typeof senton === 'number' ? senton : null,
    subject: storable(String(subject ?? '')),
    body: storable(String(description ?? '')),
    attachments: draft.attachments.map(({ name, content }) => ({
      name: storable(name),
      length: content?.length ?? 0,
    })),
  }
}

async function storedMail(
  tx: Queryable,
  organizationId: string,
  ids: readonly ActivityId[],
): Promise<ReadonlyMap<ActivityId, MailFacts>> {
  const rows = await tx.query<{
    activityid: string
    senton: number | null
    subject: string | null
    body: string | null
    attachments: MailFacts['attachments'] | null
  }>(
    `select e.activityid, e.senton, e.subject, left(e.description, $3) as body,
       (select json_agg(json_build_object('name', a.filename, 'length', coalesce(length(a.body), 0)))
        from crm.activitymimeattachment a
        where a.organizationid = $1 and a.objectid = e.activityid) as attachments
     from crm.email e where e.organizationid = $1 and e.activityid = any($2)`,
    [organizationId, ids, COMPARED_TEXT_MAX],
  )
  return new Map(
    rows.map((row) => [
      row.activityid,
      {
        sentAt: row.senton,
        subject: row.subject ?? '',
        body: row.body ?? '',
        attachments: (row.attachments ?? []).map(({ name, length }) => ({
          name: name ?? '',
          length,
        })),
      },
    ]),
  )
}

/**
 * Decides which activities events belong to (TR19), after `lockCopies`.
 * @param ids receives the activity of each event that joins a stored one
 * @returns the events that become activities
 */
export async function newEvents(
  tx: Queryable,
  organizationId: string,
  type: 'appointment' | 'recurringappointmentmaster',
  owned: readonly Owned<Create>[],
  ids: Map<Create, ActivityId>,
): Promise<readonly Identified[]> {
  const groups = Map.groupBy(owned, ({ value }) => storedIdentity(value.identity))
  const known = await knownEvents(tx, organizationId, type, [...groups.keys()])
  return [...groups].flatMap(([identity, group]) => {
    const there = known.get(identity) ?? []
    const places = placeEvents(group.map(eventItem), there)
    let isTaken = there.some((event) => event.identity === identity)
    const own = new Map<ActivityId, Identified>()
    for (const { mailboxId, value: create } of group) {
      const { activityId, link } = create
      if (!places.includes(activityId)) continue
      const apart = `${identity}${APART}${mailboxId}:${link.key}`
      own.set(activityId, { create, identity: isTaken ? apart : identity })
      isTaken = true
    }
    return group.flatMap(({ value: create }, at) => {
      const place = places[at]!
      const placed = own.get(place)
      if (placed !== undefined) return [{ create, identity: placed.identity }]
      ids.set(create, place)
      return []
    })
  })
}

function eventItem({ mailboxId, value: create }: Owned<Create>): EventItem {
  const { scheduledstart, subject } = create.draft.columns
  return {
    mailboxId,
    key: create.link.key,
    isOrganizer: create.link.isOrganizer,
    seriesId: create.seriesId,
    start: typeof scheduledstart === 'number' ? scheduledstart : null,
    subject: storable(String(subject ?? '')),
    activityId: create.activityId,
  }
}

interface StoredEvent extends KnownEvent {
  readonly identity: string
}

async function knownEvents(
  tx: Queryable,
  organizationId: string,
  type: 'appointment' | 'recurringappointmentmaster',
  identities: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  const rows = await tx.query<{
    activityid: string
    identity: string
    seriesid: string | null
    scheduledstart: number | null
    subject: string | null
  }>(
    `select activityid, identity, seriesid, scheduledstart, subject from crm.${type}
     where organizationid = $1 and split_part(identity, E'\\x1f', 1) = any($2)
     order by createdon, activityid`,
    [organizationId, identities],
  )
  if (rows.length === 0) return new Map()
  const links = await tx.query<KnownItem & { activityid: string }>(
    `select activityid, mailboxid as "mailboxId", itemkey as key, isorganizer as "isOrganizer",
       state = 'ended' and rule = 'TR5' as "isGone"
     from sync.link where organizationid = $1 and activityid = any($2)`,
    [organizationId, rows.map((row) => row.activityid)],
  )
  const itemsOf = Map.groupBy(links, (link) => link.activityid)
  const events = rows.map((row) => ({
    activityId: row.activityid,
    identity: row.identity,
    seriesId: row.seriesid,
    start: row.scheduledstart,
    subject: row.subject ?? '',
    items: itemsOf.get(row.activityid) ?? [],
  }))
  return Map.groupBy(events, ({ identity }) => identity.split(APART)[0]!)
}
