import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { raiseTestAlert } from './alert.ts'
import { createTestApp, type Json, type TestApp } from './support.ts'

let server: TestApp
beforeAll(async () => {
  server = await createTestApp()
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.database.query(
    `update crm.organization set orgdborgsettings = null, defaultemailsettings = null,
       usestrackingtokens = true, defaultemailserverprofileid = null, maxuploadfilesize = 5242880,
       versionnumber = nextval('crm.versionnumber')`,
  )
  server.changes.length = 0
})

const admin = (
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) => server.call(method, `/api/admin/${path}`, body === undefined ? { headers } : { body, headers })
const read = async () => (await admin('GET', 'email-settings')).body
const settingIn = (body: Json, name: string) =>
  body.settings.find((one: Json) => one.name === name)?.value
const organization = async () => {
  const path = `/api/data/v9.2/organizations(${server.organizationId})`
  return (await server.call('GET', path)).body
}

describe('email settings', () => {
  test('come with label, type, range, default, place, and whether they act', async () => {
    const { status, headers, body } = await admin('GET', 'email-settings')
    expect(status).toBe(200)
    expect(headers.get('etag')).toBe(body.etag)
    const named = (name: string) => body.settings.find((one: Json) => one.name === name)
    expect(named('TrackCategorizedItems')).toEqual({
      name: 'TrackCategorizedItems',
      page: 'tracking',
      group: 'Tracking items',
      label: 'People can use categories to track emails and appointments',
      type: 'boolean',
      min: null,
      max: null,
      unit: null,
      options: [],
      acts: true,
      onlyWith: null,
      value: true,
      default: true,
      storedIn: 'TrackCategorizedItems',
    })
    expect(named('maxuploadfilesize')).toMatchObject({ value: 5120, max: 131_072, unit: 'KB' })
    expect(named('usetrackingtokens')).toMatchObject({ value: true, acts: false })
  })

  test('are written where Dataverse keeps them, and wake the mailboxes', async () => {
    await server.database.query('update sync.mailbox_schedule set dueat = null')
    await server.database.query(
      `update sync.mailbox_schedule set dueat = '2100-01-01T00:00:00Z'::timestamptz`,
    )
    const before = await revision()
    const { status, body } = await admin('PATCH', 'email-settings', {
      TrackCategorizedItems: false,
      maxuploadfilesize: 100,
      trackinternalemail: false,
      trackingcounterdigits: 4,
      incomingemaildeliverymethod: 0,
      usetrackingtokens: false,
    })
    expect(status).toBe(200)
    expect(settingIn(body, 'TrackCategorizedItems')).toBe(false)
    expect(settingIn(body, 'usetrackingtokens')).toBe(false)
    expect(await organization()).toMatchObject({
      orgdborgsettings:
        '<OrgSettings><TrackCategorizedItems>false</TrackCategorizedItems></OrgSettings>',
      maxuploadfilesize: 102_400,
      ignoreinternalemail: true,
      maximumtrackingnumber: 9999,
      defaultemailsettings:
        '<EmailSettings><IncomingEmailDeliveryMethod>0</IncomingEmailDeliveryMethod><OutgoingEmailDeliveryMethod>2</OutgoingEmailDeliveryMethod><ACTDeliveryMethod>1</ACTDeliveryMethod></EmailSettings>',
    })
    expect(await revision()).toBe(before + 1)
    expect(server.changes).toHaveLength(1)
    const [{ n }] = await server.database.query<Json>(
      'select count(*) as n from sync.mailbox_schedule where dueat <= $1',
      [new Date(server.now.value).toISOString()],
    )
    expect(n).toBe(2)
  })

  test('changed here are in the audit, with who changed them from what to what', async () => {
    // Records of the same instant have no fixed order.
    server.now.value += 1000
    await admin('PATCH', 'email-settings', {
      TrackCategorizedItems: false,
      maxuploadfilesize: 7,
      usetrackingtokens: false,
      emailcorrelationenabled: true,
    })
    const [latest] = (await admin('GET', 'audit?table=organization')).body.records
    expect(latest).toMatchObject({ userName: 'Trackmark administrator', operation: 'update' })
    expect(latest.changes).toMatchObject([
      {
        name: 'maxuploadfilesize',
        before: '5242880',
        after: '7168',
        label: 'Max Upload File Size',
      },
      { name: 'usestrackingtokens', before: 'true', after: 'false', label: 'Use tracking tokens' },
      { name: 'TrackCategorizedItems', before: null, after: 'false', to: 'Off' },
    ])
    const { body } = await admin('GET', 'settings/TrackCategorizedItems')
    expect(body).toMatchObject({
      value: false,
      changedOn: new Date(server.now.value).toISOString(),
      changedBy: 'Trackmark administrator',
    })
    const untouched = await admin('GET', 'settings/SecuritySettingForEmail')
    expect(untouched.body).toMatchObject({ changedOn: null, changedBy: null })
  })

  test('that are wrong are all named, and nothing is written', async () => {
    const before = await read()
    const { status, body } = await admin('PATCH', 'email-settings', {
      maxuploadfilesize: 999_999,
      nosuchsetting: 1,
      emailcorrelationenabled: false,
    })
    expect([status, body.error.code]).toEqual([400, '0x80040203'])
    expect(body.error.message).toBe(
      '"Maximum file size attachments" (maxuploadfilesize) must be a whole number from 0 to 131072. nosuchsetting is no setting of these pages.',
    )
    expect(await read()).toEqual(before)
    expect(server.changes).toHaveLength(0)
  })

  test('two administrators do not overwrite each other', async () => {
    const { etag } = await read()
    const headers = { 'if-match': etag }
    const first = await admin('PATCH', 'email-settings', { maxuploadfilesize: 1 }, headers)
    const second = await admin('PATCH', 'email-settings', { maxuploadfilesize: 2 }, headers)
    expect([first.status, second.status]).toEqual([200, 412])
    expect(second.body.error.code).toBe('0x80060882')
    expect(settingIn(await read(), 'maxuploadfilesize')).toBe(1)
    const third = await admin(
      'PATCH',
      'email-settings',
      { maxuploadfilesize: 2 },
      {
        'if-match': first.body.etag,
      },
    )
    expect(third.status).toBe(200)
  })

  test('decide how a new mailbox is set up', async () => {
    const { profiles } = (await admin('GET', 'profiles')).body
    await admin('PATCH', 'email-settings', {
      defaultemailserverprofileid: profiles[0].profileId,
      incomingemaildeliverymethod: 0,
    })
    const body = { emailAddress: 'new@contoso.example' }
    const added = await admin('POST', 'mailboxes', body)
    expect(added.body).toMatchObject({ profileName: profiles[0].name })
    const path = `/api/data/v9.2/mailboxes(${added.body.mailboxId})`
    expect((await server.call('GET', path)).body).toMatchObject({
      incomingemaildeliverymethod: 0,
      outgoingemaildeliverymethod: 2,
      actdeliverymethod: 1,
    })
    await server.database.query(`delete from crm.mailbox where emailaddress like 'new@%'`)
    await server.database.query(
      'delete from sync.mailbox_schedule s where not exists (select 1 from crm.mailbox m where m.mailboxid = s.mailboxid)',
    )
  })

  test('name no profile of another organization', async () => {
    const id = '00000000-0000-4000-8000-0000000000ee'
    const { status } = await admin('PATCH', 'email-settings', { defaultemailserverprofileid: id })
    expect(status).toBe(404)
  })
})

describe('the category', () => {
  const progress = async (query = '') => (await admin('GET', `category${query}`)).body
  const standing = (status: number) =>
    server.database.query(
      `insert into crm.mailboxtrackingcategory (organizationid, mailboxtrackingcategoryid,
         mailboxid, purpose, color, categoryonboardingstatus, createdon, modifiedon)
       select organizationid, mailboxid, mailboxid, 'tracked', 'preset5', $1, createdon, createdon
       from crm.mailbox
       on conflict (organizationid, mailboxtrackingcategoryid)
       do update set categoryonboardingstatus = $1`,
      [status],
    )

  test('comes to mailboxes while the feature is on, and leaves them when it is off', async () => {
    expect((await progress()).totals).toMatchObject({ waiting: 2, provisioned: 0 })
    await standing(1)
    expect(await progress()).toMatchObject({
      isOn: true,
      totals: { provisioned: 2, removed: 0, waiting: 0, failing: 0, off: 0 },
      mailboxes: [],
      next: null,
    })
    expect((await admin('GET', 'category/impact')).body).toEqual({ mailboxes: 2, items: 0 })
    await admin('PATCH', 'email-settings', { TrackCategorizedItems: false })
    expect(await progress()).toMatchObject({ isOn: false, totals: { waiting: 2 } })
    await standing(3)
    expect((await progress()).totals).toMatchObject({ waiting: 2 })
    await standing(2)
    expect((await progress()).totals).toMatchObject({ removed: 2, waiting: 0 })
  })

  test('[CL10] that a mailbox refuses counts as failing, though its cycles go well', async () => {
    await standing(0)
    await raiseTestAlert(server, { level: 2, question: null })
    await server.database.query(
      `update crm.tracelog set tracecode = 3, alertsubject = 'creating', "text" = 'It is refused.'`,
    )
    const { totals, mailboxes } = await progress()
    expect(totals).toMatchObject({ failing: 1, waiting: 1 })
    expect(mailboxes[0]).toMatchObject({ condition: 'failing', error: 'It is refused.' })
    await server.database.query('update crm.tracelog set tracestatus = true')
    expect((await progress()).totals).toMatchObject({ failing: 0, waiting: 2 })
  })

  test('names mailboxes that fail, first and page by page, with error and next try', async () => {
    await standing(0)
    await server.database.query(
      `update sync.mailbox_schedule s set failures = 3 from crm.mailbox m
       where m.mailboxid = s.mailboxid and m.name = 'Help'`,
    )
    await server.database.query(
      `update crm.mailbox set lastsyncerror = 'ErrorAccessDenied: no' where name = 'Help'`,
    )
    const first = await progress('?limit=1')
    expect(first.totals).toMatchObject({ failing: 1, waiting: 1 })
    expect(first.mailboxes).toMatchObject([
      { name: 'Help', condition: 'failing', error: 'ErrorAccessDenied: no', isRunning: false },
    ])
    expect(first.mailboxes[0].nextTryOn).toMatch(/Z$/)
    const second = await progress(`?limit=1&after=${first.next}`)
    expect(second.mailboxes).toMatchObject([
      { name: 'Ada Byron', condition: 'waiting', error: null },
    ])
    const third = await progress(`?limit=1&after=${second.next}`)
    expect(third).toMatchObject({ mailboxes: [], next: null })
  })
})

const revision = async () => {
  const [row] = await server.database.query<Json>('select settingsrevision from crm.organization')
  return row.settingsrevision
}
