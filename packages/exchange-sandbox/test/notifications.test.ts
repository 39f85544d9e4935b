import { expect, test } from 'vitest'
import { ANNA, BASE, IMMUTABLE, type Json, lab, received } from './harness.ts'

const AT = `/users/${ANNA}`
const HOOK = 'http://hook.example/notify'

/** An endpoint that answers as it is told to. */
function endpoint() {
  const got: Json[] = []
  const answers: number[] = []
  const fetch = async (request: Request): Promise<Response> => {
    const token = new URL(request.url).searchParams.get('validationToken')
    if (token !== null) {
      const text = request.url.includes('deaf') ? 'something else' : token
      return new Response(text, { status: 200 })
    }
    const status = answers.shift() ?? 202
    const body = (await request.json()) as Json
    if (status === 202) got.push(...(body.value ?? []))
    return new Response(null, { status })
  }
  return { got, answers, fetch }
}

const input = (more: Readonly<Record<string, unknown>> = {}) => ({
  changeType: 'created,updated,deleted',
  notificationUrl: HOOK,
  resource: `users/${ANNA}/messages`,
  expirationDateTime: '2026-01-07T09:00:00Z',
  clientState: 'secret',
  ...more,
})

test('a subscription is made after the handshake and tells of changes', async () => {
  const { got, fetch } = endpoint()
  const { call, sandbox } = await lab({ fetch })
  const made = await call('POST', '/subscriptions', input(), IMMUTABLE)
  expect(made.status).toBe(201)
  const mail = await call('POST', `${AT}/mailFolders/inbox/messages`, received('One'), IMMUTABLE)
  await call('PATCH', `${AT}/messages/${mail.json.id}`, { categories: ['X'] })
  await sandbox.settled()
  expect(got.map((one) => one.changeType)).toEqual(['created', 'updated'])
  expect(got[0]).toMatchObject({
    subscriptionId: made.json.id,
    clientState: 'secret',
    resourceData: { id: mail.json.id, '@odata.type': '#Microsoft.Graph.Message' },
  })
})

test('an endpoint that does not give the token back gets no subscription', async () => {
  const { fetch } = endpoint()
  const { call } = await lab({ fetch })
  const refused = await call('POST', '/subscriptions', input({ notificationUrl: `${HOOK}/deaf` }))
  expect([refused.status, refused.code]).toEqual([400, 'ValidationError'])
  expect((await call('GET', '/subscriptions')).json.value).toEqual([])
})

test('a failed delivery is tried again, a hopeless one ends as missed', async () => {
  const { got, answers, fetch } = endpoint()
  const world = await lab({ fetch })
  await world.call('POST', '/subscriptions', input({ lifecycleNotificationUrl: HOOK }))
  answers.push(500, 503)
  await world.call('POST', `${AT}/messages`, { subject: 'One' })
  await world.sandbox.settled()
  expect(world.slept).toEqual([10_000, 20_000])
  expect(got).toHaveLength(1)
  answers.push(...Array<number>(11).fill(500))
  await world.call('POST', `${AT}/messages`, { subject: 'Two' })
  await world.sandbox.settled()
  expect(got.at(-1)).toMatchObject({ lifecycleEvent: 'missed' })
})

test('subscriptions are renewed, limited in time, unique, and end', async () => {
  const { got, fetch } = endpoint()
  const { call, clock, sandbox } = await lab({ fetch })
  const made = await call('POST', '/subscriptions', input())
  const path = `/subscriptions/${made.json.id}`
  expect((await call('POST', '/subscriptions', input())).status).toBe(409)
  const far = { expirationDateTime: '2026-01-20T00:00:00Z' }
  expect((await call('PATCH', path, far)).status).toBe(400)
  const near = await call('PATCH', path, { expirationDateTime: '2026-01-05T09:01:00Z' })
  expect(near.json.expirationDateTime).toBe('2026-01-05T09:45:00Z')
  expect((await call('POST', `${path}/reauthorize`)).status).toBe(204)
  clock.now += 45 * 60_000
  await call('POST', `${AT}/messages`, { subject: 'Late' })
  await sandbox.settled()
  expect(got).toEqual([])
  expect((await call('GET', path)).status).toBe(404)
})

test('with a filter, entering it is a creation and leaving it a deletion', async () => {
  const { got, fetch } = endpoint()
  const { call, sandbox } = await lab({ fetch })
  const resource = `users/${ANNA}/messages?$filter=categories/any(c:c eq 'Crm')`
  expect((await call('POST', '/subscriptions', input({ resource }))).status).toBe(201)
  const mail = await call('POST', `${AT}/messages`, { subject: 'One' })
  for (const categories of [['Crm'], ['Crm', 'B'], []]) {
    await call('PATCH', `${AT}/messages/${mail.json.id}`, { categories })
    await sandbox.settled()
  }
  expect(got.map((one) => one.changeType)).toEqual(['created', 'updated', 'deleted'])
})

test('lifecycle events are sent on demand', async () => {
  const { got, fetch } = endpoint()
  const { call, sandbox } = await lab({ fetch })
  const made = await call('POST', '/subscriptions', input({ lifecycleNotificationUrl: HOOK }))
  const path = `${BASE}/sandbox/subscriptions/${made.json.id}/lifecycle`
  await call('POST', path, { event: 'reauthorizationRequired' })
  await sandbox.settled()
  expect(got).toMatchObject([{ lifecycleEvent: 'reauthorizationRequired', clientState: 'secret' }])
})
