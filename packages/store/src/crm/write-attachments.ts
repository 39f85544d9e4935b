import type { Writer } from './write.ts'

/** Stores the number of attachments in the activity's row, and numbers those that have no number yet. */
export async function countAttachments(writer: Writer, activityId: string): Promise<void> {
  await writer.tx.query(
    `update crm.activitymimeattachment a
     set attachmentnumber = n.last + n.place
     from (
       select activitymimeattachmentid as id,
         row_number() over (order by activitymimeattachmentid) as place,
         (select coalesce(max(o.attachmentnumber), 0) from crm.activitymimeattachment o
          where o.organizationid = $1 and o.objectid = $2) as last
       from crm.activitymimeattachment
       where organizationid = $1 and objectid = $2 and attachmentnumber is null
     ) n
     where a.organizationid = $1 and a.activitymimeattachmentid = n.id`,
    [writer.organizationId, activityId],
  )
  for (const table of ['email', 'appointment']) {
    await writer.tx.query(
      `update crm.${table} t
       set attachmentcount = n.count, versionnumber = nextval('crm.versionnumber')
       from (
         select count(*)::integer as count from crm.activitymimeattachment
         where organizationid = $1 and objectid = $2
       ) n
       where t.organizationid = $1 and t.activityid = $2
         and t.attachmentcount is distinct from n.count`,
      [writer.organizationId, activityId],
    )
  }
}
