import { storeContract } from '@trackmark/engine/contracts/store.contract'
import type { SeenActivity, StoreWorld } from '@trackmark/engine/contracts/store-world'
import { afterAll, beforeAll, describe } from 'vitest'
import { addRows, updateOrgDbOrgSettings } from '../src/index.ts'
import {
  contents,
  KINDS,
  migratedDatabase,
  NOW,
  newId,
  newWorld,
  rowsOf,
  type TestDatabase,
  type World,
} from './support.ts'

describe.each(KINDS)('the engine’s contract on %s', (kind) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await migratedDatabase(kind)
  })
  afterAll(() => db.drop())

  storeContract(async (mailboxes) => worldOf(await newWorld(db.database, mailboxes)))
})

const CRM_CHANGE = `insert into sync.crm_change
  (organizationid, activityid, activitytype, columns, changedon, changedby)
  values ($1, $2, 'appointment', $3::text[], now(), null)`

function worldOf(world: World): StoreWorld {
  const { database, organizationId } = world
  const countOf = async (table: string, key: string) => {
    const rows = await rowsOf<{ id: string; n: number }>(
      world,
      table,
      `${key} as id, count(*)::int as n`,
      `group by ${key}`,
    )
    return new Map(rows.map(({ id, n }) => [id, n]))
  }
  return {
    ...world,
    activities: async () => {
      const people = await countOf('crm.activityparty', 'activityid')
      const attachments = await countOf('crm.activitymimeattachment', 'objectid')
      const rows = await database.query<Omit<SeenActivity, 'people' | 'attachments'>>(
        `select p.activityid as "activityId", p.activitytypecode as type, p.subject, a.location,
           a.seriesid as "seriesId", p.modifiedon as "modifiedOn"
         from crm.activitypointer p
         left join crm.appointment a
           on a.organizationid = p.organizationid and a.activityid = p.activityid
         where p.organizationid = $1 order by p.activityid`,
        [organizationId],
      )
      return rows.map((row) => ({
        ...row,
        people: people.get(row.activityId) ?? 0,
        attachments: attachments.get(row.activityId) ?? 0,
      }))
    },
    alerts: () =>
      rowsOf(
        world,
        'crm.tracelog',
        'text, not tracestatus as "isOpen", modifiedon as "modifiedOn"',
        'order by text',
      ),
    contents: () => contents(world),
    addContact: async (address) => {
      const contactid = newId()
      const row = { contactid, emailaddress1: address, ownerid: world.userIds[0]! }
      await addRows(database, organizationId, 'contact', [row], NOW)
      return contactid
    },
    edit: async (activityId, columns, also) => {
      const names = Object.keys(columns)
      await database.query(
        `update crm.appointment set ${names.map((name, at) => `${name} = $${at + 3}`).join(', ')}
         where organizationid = $1 and activityid = $2`,
        [organizationId, activityId, ...Object.values(columns)],
      )
      await database.query(CRM_CHANGE, [organizationId, activityId, [...names, ...also]])
    },
    changeSettings: async () => {
      const xml =
        '<OrgSettings><TraceLogPersistenceTimeInDays>3</TraceLogPersistenceTimeInDays></OrgSettings>'
      await updateOrgDbOrgSettings(database, organizationId, xml, NOW)
    },
  }
}
