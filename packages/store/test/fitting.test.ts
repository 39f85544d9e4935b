import { tableByLogicalName } from '@trackmark/dataverse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  create,
  emailDraft,
  KINDS,
  leases,
  link,
  migratedDatabase,
  NOW,
  newWorld,
  rowsOf,
  type TestDatabase,
} from './support.ts'

const LONG = 'x'.repeat(5000)

/** Columns of a row that the Web API would refuse. */
function refused(name: string, row: Readonly<Record<string, unknown>>): string[] {
  return tableByLogicalName(name)!.columns.flatMap(({ logicalName, physical, maxLength }) => {
    const value = row[physical ?? '']
    const isTooLong = typeof value === 'string' && value.length > (maxLength ?? Infinity)
    return isTooLong ? [logicalName] : []
  })
}

describe.each(KINDS)('values that their columns can’t hold on %s', (kind) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await migratedDatabase(kind)
  })
  afterAll(() => db.drop())

  test('[AC9, AC10] are cut, except what tells items apart', async () => {
    const world = await newWorld(db.database)
    const [lease] = await leases(world)
    const columns = {
      subject: LONG,
      description: LONG,
      messageid: `<${LONG}@x.example>`,
      inreplyto: LONG,
      conversationindex: LONG,
      sender: LONG,
      torecipients: LONG,
      mimetype: LONG,
      exchangeitemid: LONG,
      exchangeweblink: `https://outlook.example/${LONG}`,
      scheduledstart: Date.UTC(1700, 0, 1),
      actualdurationminutes: 5e9,
    }
    const [attachment] = emailDraft().attachments
    const draft = (end: string) => ({
      ...emailDraft({ ...columns, messageid: `${columns.messageid}${end}` }),
      parties: [{ mask: 1, addressUsed: LONG, partyId: null, partyType: null }],
      attachments: [{ ...attachment!, name: `${LONG}.pdf`, contentType: LONG, contentId: LONG }],
    })
    const creates = ['a', 'b'].map((end) =>
      create(end, { identity: `email:in:${columns.messageid}${end}`, draft: draft(end) }),
    )
    await world.store.commit(lease!, { creates }, NOW)
    const emails = await rowsOf<Record<string, unknown>>(world, 'crm.email')
    expect(emails).toHaveLength(2)
    const [email] = emails
    expect(refused('email', email!)).toEqual([])
    expect(email).toMatchObject({
      subject: LONG.slice(0, 800),
      description: LONG,
      torecipients: LONG,
      exchangeweblink: null,
      scheduledstart: null,
      actualdurationminutes: 2_147_483_647,
    })
    const [party] = await rowsOf<Record<string, unknown>>(world, 'crm.activityparty')
    expect(refused('activityparty', party!)).toEqual([])
    expect(party!.addressused).toBe(LONG.slice(0, 320))
    const [file] = await rowsOf<Record<string, unknown>>(world, 'crm.activitymimeattachment')
    expect(refused('activitymimeattachment', file!)).toEqual([])
    expect(file!.filename).toBe(`${LONG.slice(0, 251)}.pdf`)
  })

  test('[AC9] are cut in updates too', async () => {
    const world = await newWorld(db.database)
    const [lease] = await leases(world)
    const draft = (subject: string, location: string) => ({
      type: 'appointment' as const,
      columns: { subject, location, globalobjectid: LONG, statecode: 0, statuscode: 1 },
      parties: [],
      attachments: [],
    })
    const one = create('e', {
      identity: 'event:uid',
      draft: draft('short', 'short'),
      link: link('e', { kind: 'event', activityType: 'appointment' }),
    })
    await world.store.commit(lease!, { creates: [one] }, NOW)
    const { activityId } = one
    const update = { activityId, draft: draft(LONG, LONG), link: { ...one.link, activityId } }
    await world.store.commit(lease!, { updates: [update] }, NOW)
    const [row] = await rowsOf<Record<string, unknown>>(world, 'crm.appointment')
    expect(refused('appointment', row!)).toEqual([])
    expect(row).toMatchObject({ subject: LONG.slice(0, 800), location: LONG.slice(0, 400) })
  })
})
