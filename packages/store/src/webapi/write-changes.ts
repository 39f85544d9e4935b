import { iso } from '../wire.ts'
import type { Writer } from './write.ts'

const MEETING = [
  'subject',
  'description',
  'location',
  'scheduledstart',
  'scheduledend',
  'isalldayevent',
  'prioritycode',
  'statecode',
  'statuscode',
  'requiredattendees',
  'optionalattendees',
]

/**
 * Columns and party lists that the CRM and the item of a linked activity have in common and that
 * flow from the CRM to the mailbox (Microsoft, "What fields can be synchronized with Outlook"). An
 * email that was sent or received doesn't change any more.
 */
export const SYNCHRONIZED: Readonly<Record<string, readonly string[]>> = {
  appointment: MEETING,
  recurringappointmentmaster: [
    ...MEETING,
    'recurrencepatterntype',
    'interval',
    'daysofweekmask',
    'dayofmonth',
    'monthofyear',
    'instance',
    'patternstartdate',
    'patternenddate',
    'patternendtype',
    'occurrences',
    'starttime',
    'endtime',
    'duration',
  ],
  task: [
    'subject',
    'description',
    'scheduledstart',
    'scheduledend',
    'prioritycode',
    'percentcomplete',
    'statecode',
    'statuscode',
  ],
}

/** Remembers for the outgoing pass what was changed of a linked activity. */
export async function markChanged(
  writer: Writer,
  activity: { readonly type: string; readonly id: string },
  names: Iterable<string>,
): Promise<void> {
  const known = SYNCHRONIZED[activity.type] ?? []
  const columns = [...names].filter((name) => known.includes(name)).sort()
  if (columns.length === 0) return
  await writer.tx.query(
    `insert into sync.crm_change
       (organizationid, activityid, activitytype, columns, changedon, changedby)
     select $1, $2, $3, $4::text[], $5, $6
     where exists (
       select 1 from sync.link l
       where l.organizationid = $1 and l.activityid = $2 and l.state = 'linked'
     )
     on conflict (organizationid, activityid) do update set
       columns = (
         select array_agg(distinct c order by c)
         from unnest(sync.crm_change.columns || excluded.columns) c
       ),
       changedon = excluded.changedon, changedby = excluded.changedby,
       versionnumber = nextval('crm.versionnumber')`,
    [writer.organizationId, activity.id, activity.type, columns, iso(writer.now), writer.userId],
  )
}
