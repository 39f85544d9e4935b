import { synchronizedColumns } from '@trackmark/core'
import { iso } from '../database/values.ts'
import type { Writer } from './write.ts'

/** Stores, for the outgoing pass, which columns of a linked activity were changed. */
export async function markChanged(
  writer: Writer,
  activity: { readonly type: string; readonly id: string },
  names: Iterable<string>,
): Promise<void> {
  const columns = synchronizedColumns(activity.type, names)
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
