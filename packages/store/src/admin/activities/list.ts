import type { ActivityType, Instant } from '@trackmark/core'
import type { Queryable } from '../../database/database.ts'
import { isoOrNull } from '../../database/values.ts'

export const ACTIVITY_TYPES: readonly ActivityType[] = [
  'email',
  'appointment',
  'recurringappointmentmaster',
  'task',
]

/** An activity as a list shows it. */
export interface ListedActivity {
  readonly activityId: string
  readonly type: ActivityType
  readonly subject: string | null
  /** Null for types other than email. */
  readonly isOutgoing: boolean | null
  readonly sender: string | null
  readonly recipients: string | null
  readonly location: string | null
  /** When it was sent, starts, or is due. */
  readonly takesPlaceOn: Instant | null
  readonly statecode: number
  readonly statuscode: number
  readonly attachments: number
  readonly createdOn: Instant
}

interface ActivityFilter {
  readonly types?: readonly ActivityType[]
  /** Words or beginnings of words. An activity must contain all of them. */
  readonly search?: string
  /** Only activities that are linked to an item of one of these mailboxes. */
  readonly mailboxIds?: readonly string[]
  readonly createdFrom?: Instant
  readonly createdBefore?: Instant
}

interface ActivityRequest extends ActivityFilter {
  /** The last row of the previous page. */
  readonly after?: Pick<ListedActivity, 'createdOn' | 'activityId'>
  readonly limit: number
}

/** For each type, the columns of the list and the arguments of `crm.searchwords` for a search. */
const SHAPES: Readonly<Record<ActivityType, { columns: string; words: string }>> = {
  email: {
    columns: `not a.directioncode is distinct from true as "isOutgoing", a.sender,
      a.torecipients as recipients, null::text as location, a.senton as "takesPlaceOn",
      coalesce(a.attachmentcount, 0) as attachments`,
    words: 'a.subject, a.sender, a.torecipients',
  },
  appointment: {
    columns: `null::boolean as "isOutgoing", null::text as sender, null::text as recipients,
      a.location, a.scheduledstart as "takesPlaceOn", coalesce(a.attachmentcount, 0) as attachments`,
    words: 'a.subject, a.location, null',
  },
  recurringappointmentmaster: {
    columns: `null::boolean as "isOutgoing", null::text as sender, null::text as recipients,
      a.location, a.scheduledstart as "takesPlaceOn", 0 as attachments`,
    words: 'a.subject, a.location, null',
  },
  task: {
    columns: `null::boolean as "isOutgoing", null::text as sender, null::text as recipients,
      null::text as location, a.scheduledend as "takesPlaceOn", 0 as attachments`,
    words: 'a.subject, null, null',
  },
}

/**
 * Activities, the most recently created first. The first rows of each type are read by an index of its table,
 * and a search uses the index of words, so that no table is read as a whole.
 */
export async function listActivities(
  database: Queryable,
  organizationId: string,
  request: ActivityRequest,
): Promise<ListedActivity[]> {
  const words = searchWords(request.search ?? '')
  if (request.search?.trim() && words === null) return []
  const parameters: unknown[] = [organizationId, request.limit]
  const place = (value: unknown) => `$${parameters.push(value)}`
  const conditions = [
    ...(request.after === undefined
      ? []
      : [
          `(a.createdon, a.activityid) < (${place(isoOrNull(request.after.createdOn))}::timestamptz,
            ${place(request.after.activityId)}::uuid)`,
        ]),
    ...(request.createdFrom === undefined
      ? []
      : [`a.createdon >= ${place(isoOrNull(request.createdFrom))}::timestamptz`]),
    ...(request.createdBefore === undefined
      ? []
      : [`a.createdon < ${place(isoOrNull(request.createdBefore))}::timestamptz`]),
  ]
  const query = words === null ? null : place(words)
  const mailboxes = request.mailboxIds === undefined ? null : place(request.mailboxIds)
  const types = ACTIVITY_TYPES.filter((type) => request.types?.includes(type) ?? true)
  if (types.length === 0) return []
  const parts = types.map((type) => {
    const { columns, words: args } = SHAPES[type]
    const all = [
      'a.organizationid = $1',
      ...conditions,
      ...(query === null
        ? []
        : [`crm.searchwords(${args}) @@ to_tsquery('simple'::regconfig, ${query})`]),
    ]
    return `(select a.activityid as "activityId", '${type}' as type, a.subject, ${columns},
        a.statecode, a.statuscode, a.createdon as "createdOn"
      from crm.${type} a ${mailboxes === null ? '' : 'join mine on mine.activityid = a.activityid'}
      where ${all.join(' and ')}
      order by a.createdon desc, a.activityid desc limit $2)`
  })
  const mine = `with mine as materialized (
    select distinct activityid from sync.link
    where organizationid = $1 and mailboxid = any(${mailboxes}) and activityid is not null)`
  return database.query<ListedActivity>(
    `${mailboxes === null ? '' : mine}
     select * from (${parts.join(' union all ')}) x
     order by "createdOn" desc, "activityId" desc limit $2`,
    parameters,
  )
}

/** Characters that separate words in `crm.searchwords`, and those with a meaning in a `tsquery`. */
const BETWEEN = /[\s@.\-_+/<>"':;,()[\]&|!*\\]+/

/** A query for `to_tsquery` that matches words by their beginnings. Null when the text has no word. */
function searchWords(text: string): string | null {
  const words = text
    .toLowerCase()
    .split(BETWEEN)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  return words.length === 0
    ? null
    : words
        .slice(0, 10)
        .map((word) => `'${word.slice(0, 100)}':*`)
        .join(' & ')
}
