import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServerFixture, type RunningServer, until } from './support/server.ts'
import { type Json, MARK, received } from './support/world.ts'

/** What the README promises, over HTTP only, against a server as `npm start` runs it. */
let server: RunningServer
let users: { id: string; mail: string }[]

beforeAll(async () => {
  server = await createServerFixture()
  await server.start()
  users = (await server.graph('GET', '/users?$top=100')).body.value
})
afterAll(() => server.stop())

const list = async (mail: string): Promise<string[]> =>
  (await server.graph('GET', `/users/${mail}/outlook/masterCategories`)).body.value.map(
    (category: Json) => category.displayName,
  )
const rows = async (query: string): Promise<Json[]> =>
  (await server.api('GET', `/api/data/v9.2/${query}`)).body.value
const everywhere = async (name: string, there: boolean) => {
  const lists = await Promise.all(users.map((user) => list(user.mail)))
  return lists.every((names) => names.includes(name) === there)
}
const one = (): string => users[0]!.mail

test('[CL1] the category stands in every master list, and each mailbox is told', async () => {
  expect(users.length).toBeGreaterThanOrEqual(6)
  await until('the category is everywhere', () => everywhere(MARK, true))
  const mailboxes = await rows('mailboxes?$select=name')
  await until('every mailbox has been told', async () => {
    const alerts = await rows('tracelogs?$filter=tracecode eq 1&$select=text')
    return mailboxes.every((mailbox) =>
      alerts.some((alert) => alert.text.includes(`for the mailbox ${mailbox.name} as`)),
    )
  })
})

test('[TR1, TR4] an email is tracked with its people, and untracked', async () => {
  const made = await server.graph(
    'POST',
    `/users/${one()}/mailFolders/inbox/messages`,
    received({ subject: 'End to end', from: { emailAddress: { address: 'x@nowhere.example' } } }),
  )
  const path = `/users/${one()}/messages/${made.body.id}`
  await server.graph('PATCH', path, { categories: [MARK] })
  const emails = () => rows(`emails?$filter=subject eq 'End to end'`)
  await until('the email is there', async () => (await emails()).length === 1)
  const [email] = await emails()
  const parties = await rows(`activityparties?$filter=_activityid_value eq ${email.activityid}`)
  expect(parties.find((party) => party.participationtypemask === 1)).toMatchObject({
    addressused: 'x@nowhere.example',
    _partyid_value: null,
  })
  await server.graph('PATCH', path, { categories: [] })
  await until('the link ended', async () => {
    const [mapping] = await rows(`exchangesyncidmappings?$filter=objectid eq ${email.activityid}`)
    return mapping?.isunlinkedincrm === true
  })
  expect(await emails()).toHaveLength(1)
})

test('[TR1] an appointment and a task are tracked', async () => {
  await server.graph('POST', `/users/${one()}/events`, {
    subject: 'Meeting end to end',
    start: { dateTime: new Date(Date.now() + 86_400_000).toISOString(), timeZone: 'UTC' },
    end: { dateTime: new Date(Date.now() + 90_000_000).toISOString(), timeZone: 'UTC' },
    categories: [MARK],
  })
  const lists = (await server.graph('GET', `/users/${one()}/todo/lists`)).body.value
  const main = lists.find((entry: Json) => entry.wellknownListName === 'defaultList')
  await server.graph('POST', `/users/${one()}/todo/lists/${main.id}/tasks`, {
    title: 'Task end to end',
    categories: [MARK],
  })
  await until('both are there', async () => {
    const meetings = await rows(`appointments?$filter=subject eq 'Meeting end to end'`)
    const tasks = await rows(`tasks?$filter=subject eq 'Task end to end'`)
    return meetings.length === 1 && tasks.length === 1
  })
})

test('[CL4] deleted from a list, the category comes back', async () => {
  const path = `/users/${one()}/outlook/masterCategories`
  const { body } = await server.graph('GET', path)
  const ours = body.value.find((category: Json) => category.displayName === MARK)
  await server.graph('DELETE', `${path}/${ours.id}`)
  await until('it is back', async () => (await list(one())).includes(MARK))
})

test('[CL5, CL7] switched off by the command it leaves every list, items keep it; on again it is back', async () => {
  const made = await server.graph(
    'POST',
    `/users/${one()}/mailFolders/inbox/messages`,
    received({ categories: [MARK] }),
  )
  const off = await server.cli('orgdborgsettings', 'update', 'TrackCategorizedItems', 'false')
  expect(off).toMatchObject({ code: 0 })
  await until('it is gone everywhere', () => everywhere(MARK, false))
  const item = await server.graph('GET', `/users/${one()}/messages/${made.body.id}`)
  expect(item.body.categories).toEqual([MARK])
  const on = await server.cli('orgdborgsettings', 'update', 'trackcategorizeditems', 'True')
  expect(on).toMatchObject({ code: 0 })
  await until('it is back everywhere', () => everywhere(MARK, true))
})

test('[CY2] killed in the middle of tracking 2,000 messages and started again: exactly 2,000 activities', async () => {
  const inbox = `/users/${one()}/mailFolders/inbox/messages`
  for (let n = 0; n < 2_000; n += 20) {
    await Promise.all(
      Array.from({ length: 4 }, async (_, lane) => {
        for (let m = n + lane * 5; m < n + lane * 5 + 5; m++) {
          const subject = `Mass ${m}`
          const internetMessageId = `<mass-${m}@example.com>`
          const message = received({ subject, internetMessageId, categories: [MARK] })
          const made = await server.graph('POST', inbox, message)
          expect(made.status, JSON.stringify(made.body)).toBe(201)
        }
      }),
    )
  }
  const count = async () =>
    (
      await server.api(
        'GET',
        `/api/data/v9.2/emails?$filter=startswith(subject,'Mass ')&$count=true&$top=1`,
      )
    ).body['@odata.count'] as number
  await until('tracking has begun', async () => (await count()) > 0)
  await server.kill()
  await server.start()
  await until('all are there', async () => (await count()) >= 2_000)
  // Two more cycles, in which a doubled one would appear.
  const [before] = await rows('mailboxes?$select=processedtimes&$orderby=processedtimes&$top=1')
  await until('cycles went on', async () => {
    const [now] = await rows('mailboxes?$select=processedtimes&$orderby=processedtimes&$top=1')
    return now.processedtimes >= before.processedtimes + 2
  })
  expect(await count()).toBe(2_000)
})
