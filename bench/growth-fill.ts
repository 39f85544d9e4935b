import type { Database } from '@trackmark/store'

/**
 * What differs from copy to copy, as SQL over the row `m` that is copied and the number `n` of the
 * copy. Ids and Exchange's item ids ascend with time, as the service and Exchange make them;
 * Message-IDs come in no order, as mail programs of all the world make them.
 */
const AGE = `(interval '1 minute' * (n - $2::integer - 1))`
const later = (seed: string) =>
  `(lpad(to_hex((extract(epoch from m.createdon + ${AGE}) * 1000)::bigint), 12, '0')
    || '7' || substr(md5(${seed}::text || n), 14))::uuid`
const MESSAGE_ID = `'<' || md5(m.messageid || n) || '@customer.example>'`

const COPIED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'crm.email': {
    activityid: later('m.activityid'),
    messageid: MESSAGE_ID,
    identity: `'email:in:' || to_char(m.senton + ${AGE}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ':'
      || ${MESSAGE_ID}`,
    subject: `m.subject || ' w' || (random() ^ 3 * 30000)::integer || ' w' || (random() ^ 3 * 30000)::integer`,
    sender: `'customer' || (random() * 20000)::integer || '@customer' || (random() * 500)::integer || '.example'`,
    createdon: `m.createdon + ${AGE}`,
    modifiedon: `m.modifiedon + ${AGE}`,
    senton: `m.senton + ${AGE}`,
    versionnumber: `nextval('crm.versionnumber')`,
  },
  'crm.activityparty': {
    activitypartyid: later('m.activitypartyid'),
    activityid: later('m.activityid'),
    createdon: `m.createdon + ${AGE}`,
    modifiedon: `m.modifiedon + ${AGE}`,
    versionnumber: `nextval('crm.versionnumber')`,
  },
  // Files of 15 KB for a tenth of the emails would fill the disk, not the indexes.
  'crm.activitymimeattachment': {
    activitymimeattachmentid: later('m.activitymimeattachmentid'),
    objectid: later('m.objectid'),
    body: 'left(m.body, 200)',
    versionnumber: `nextval('crm.versionnumber')`,
  },
  'sync.link': {
    itemkey: `left(m.itemkey, 24)
      || translate(encode(decode(replace(${later('m.activityid')}::text, '-', ''), 'hex'), 'base64'), '+/=', '-_')
      || right(m.itemkey, 4)`,
    linkid: later('m.linkid'),
    activityid: later('m.activityid'),
    createdon: `m.createdon + ${AGE}`,
    modifiedon: `m.modifiedon + ${AGE}`,
    decidedat: `m.decidedat + ${AGE}`,
    versionnumber: `nextval('crm.versionnumber')`,
  },
}

/** Copies in one statement. */
const STEP = 50

/**
 * Fills the tables of an organization with copies of what the service wrote for it, up to so many
 * emails, the oldest first. Secondary indexes are made anew afterwards, which is faster.
 */
export async function fillCopies(
  database: Database,
  organizationId: string,
  emails: number,
): Promise<void> {
  const [has] = await database.query<{ n: number }>(
    'select count(*) as n from crm.email where organizationid = $1',
    [organizationId],
  )
  const copies = Math.ceil(emails / has!.n) - 1
  if (copies <= 0) return
  for (const [table, changed] of Object.entries(COPIED)) {
    await fillTable(database, organizationId, { table, changed, copies })
  }
}

interface Filling {
  readonly table: string
  readonly changed: Readonly<Record<string, string>>
  readonly copies: number
}

async function fillTable(database: Database, organizationId: string, filling: Filling) {
  const { table, changed, copies } = filling
  const model = `bench_model_${table.replace('.', '_')}`
  await database.script(`create table ${model} as select * from ${table} limit 0`)
  await database.query(`insert into ${model} select * from ${table} where organizationid = $1`, [
    organizationId,
  ])
  const indexes = await database.query<{ name: string; made: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made
     from pg_index where indrelid = $1::regclass and not indisprimary`,
    [table],
  )
  for (const { name } of indexes) await database.script(`drop index ${name}`)
  const columns = await database.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  )
  const values = columns.map(({ name }) => changed[name] ?? `m."${name}"`)
  for (let from = 1; from <= copies; from += STEP) {
    await database.query(
      `insert into ${table} (${columns.map(({ name }) => `"${name}"`).join()})
       select ${values.join()} from generate_series($1::integer, $3::integer) n, ${model} m
       where n <= $2`,
      [from, copies, from + STEP - 1],
    )
  }
  await database.script(`drop table ${model}`)
  for (const { made } of indexes) await database.script(made)
  await database.script(`vacuum analyze ${table}`)
}
