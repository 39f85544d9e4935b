import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, NOW, type TestApp } from './support.ts'

const ORIGIN = 'http://crm.test'
const PASSWORD = 'correct horse battery'
const MINUTE = 60_000

let server: TestApp
beforeAll(async () => {
  server = await createTestApp()
  await server.call('POST', '/api/admin/accounts', {
    body: { user: 'ada@contoso.example', role: 'System Administrator' },
  })
  await choosePassword(await invite(), PASSWORD)
})
afterAll(() => server.close())
beforeEach(() => {
  // Long after the wrong passwords of earlier tests.
  server.now.value += 120 * MINUTE
})

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  server.call('POST', path, { body, headers: { authorization: '', origin: ORIGIN, ...headers } })

async function invite(): Promise<string> {
  const { body } = await server.call('POST', '/api/admin/accounts/ada@contoso.example/invite')
  return new URLSearchParams(body.path.split('#')[1]).get('invite')!
}
const choosePassword = (code: string, password: string) => post('/signin', { code, password })

async function signIn(password = PASSWORD): Promise<string> {
  const { status, headers } = await post('/signin', { name: 'Ada@Contoso.example', password })
  expect(status).toBe(204)
  return headers.get('set-cookie')!.split(';')[0]!
}

async function as(cookie: string, method: string, path: string, body?: unknown) {
  const response = await server.app.request(`${ORIGIN}${path}`, {
    method,
    headers: { cookie, origin: ORIGIN, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const { status, headers } = response
  return { status, headers, body: text === '' ? null : JSON.parse(text) }
}

/** The cookie of a known browser, without the session. */
async function browserOf({ status, headers }: { status: number; headers: Headers }) {
  expect(status).toBe(204)
  const kept = headers.getSetCookie().find((one) => one.startsWith('trackmark_browser='))
  return kept!.split(';')[0]!
}

const status = async (cookie: string) => (await as(cookie, 'GET', '/api/admin/me')).status

describe('a password', () => {
  test('signs in, and the session is that person', async () => {
    const cookie = await signIn()
    const { body } = await as(cookie, 'GET', '/api/admin/me')
    expect(body).toMatchObject({
      fullName: 'Ada Byron',
      roles: ['System Administrator'],
      by: 'session',
      ofInstallation: false,
    })
  })

  test('that is wrong is answered like an unknown name, and sets no cookie', async () => {
    const wrong = await post('/signin', { name: 'ada@contoso.example', password: 'nonsense' })
    const nobody = await post('/signin', { name: 'nobody@contoso.example', password: 'nonsense' })
    expect(wrong.status).toBe(401)
    expect(nobody.body).toEqual(wrong.body)
    expect(wrong.headers.get('set-cookie')).toBeNull()
  })

  test.each(['ada@contoso.example', 'nobody@contoso.example'])(
    'is asked for %s five times, then paused for, longer each time',
    async (name) => {
      const wrong = () => post('/signin', { name, password: 'nonsense' })
      for (let tries = 0; tries < 5; tries++) expect((await wrong()).status).toBe(401)
      const paused = await wrong()
      expect(paused.status).toBe(429)
      expect(Number(paused.headers.get('retry-after'))).toBe(60)
      expect(paused.body.error.message).toMatch(/Try again in a minute/)
      server.now.value += MINUTE
      expect((await wrong()).status).toBe(401)
      expect(Number((await wrong()).headers.get('retry-after'))).toBe(120)
    },
  )

  test('that is right resets the count, and is refused during a pause', async () => {
    const wrong = () => post('/signin', { name: 'ada@contoso.example', password: 'nonsense' })
    for (let tries = 0; tries < 4; tries++) await wrong()
    await signIn()
    for (let tries = 0; tries < 5; tries++) expect((await wrong()).status).toBe(401)
    const { status } = await post('/signin', { name: 'ada@contoso.example', password: PASSWORD })
    expect(status).toBe(429)
  })

  test('of the right person signs in from a known browser while a stranger guesses', async () => {
    const right = { name: 'ada@contoso.example', password: PASSWORD }
    const wrong = { name: 'ada@contoso.example', password: 'nonsense' }
    const known = await browserOf(await post('/signin', right))
    const forged = { cookie: known.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) }
    // From the same address, as behind a proxy that doesn't forward addresses.
    for (let tries = 0; tries < 5; tries++) expect((await post('/signin', wrong)).status).toBe(401)
    expect((await post('/signin', wrong)).status).toBe(429)
    expect((await post('/signin', right)).status).toBe(429)
    expect((await post('/signin', right, forged)).status).toBe(429)
    expect((await post('/signin', right, { cookie: known })).status).toBe(204)
    // A thief of the browser has as few tries as anybody.
    const thief = () => post('/signin', wrong, { cookie: known })
    for (let tries = 0; tries < 5; tries++) expect((await thief()).status).toBe(401)
    expect((await thief()).status).toBe(429)
  })

  test('guessed in a browser that is known for somebody else counts as a stranger’s', async () => {
    const right = { name: 'ada@contoso.example', password: PASSWORD }
    const known = await browserOf(await post('/signin', right))
    const wrong = () => post('/signin', { name: 'bob', password: 'nonsense' }, { cookie: known })
    for (let tries = 0; tries < 5; tries++) expect((await wrong()).status).toBe(401)
    const elsewhere = () => post('/signin', { name: 'bob', password: 'nonsense' })
    expect((await elsewhere()).status).toBe(429)
  })

  test('guessed many times at once is checked five times', async () => {
    const tries = Array.from({ length: 20 }, () =>
      post('/signin', { name: 'ada@contoso.example', password: 'nonsense' }),
    )
    const statuses = (await Promise.all(tries)).map((one) => one.status)
    expect(statuses.filter((one) => one === 401)).toHaveLength(5)
  })

  test.each([
    ['short', 'ada-1234567'],
    ['the name', 'ADA@contoso.example'],
    ['one character', 'aaaaaaaaaaaaaaaa'],
  ])('is refused when it is %s, and the invitation stays good', async (_why, password) => {
    const code = await invite()
    expect((await choosePassword(code, password)).status).toBe(400)
    expect((await choosePassword(code, PASSWORD)).status).toBe(204)
  })

  test('is changed by who knows the old one, and all sessions end', async () => {
    const [mine, other] = [await signIn(), await signIn()]
    const change = (old: string, next: string) =>
      as(mine, 'POST', '/api/admin/me/password', { old, new: next })
    expect((await change('wrong', 'another good password')).status).toBe(403)
    expect((await change(PASSWORD, 'another good password')).status).toBe(204)
    expect([await status(mine), await status(other)]).toEqual([401, 401])
    server.now.value += MINUTE
    const cookie = await signIn('another good password')
    await as(cookie, 'POST', '/api/admin/me/password', {
      old: 'another good password',
      new: PASSWORD,
    })
  })
})

describe('guesses from many places', () => {
  const from = async (address: string, body: unknown): Promise<number> => {
    const asked = {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: ORIGIN },
      body: JSON.stringify(body),
    }
    return (await server.app.request(`${ORIGIN}/signin`, asked, { peer: address })).status
  }
  const right = { name: 'ada@contoso.example', password: PASSWORD }
  const wrong = { name: 'ada@contoso.example', password: 'nonsense' }

  test('lock nobody out elsewhere', async () => {
    for (let tries = 0; tries < 5; tries++) expect(await from('203.0.113.1', wrong)).toBe(401)
    expect(await from('203.0.113.1', right)).toBe(429)
    expect(await from('203.0.113.2', right)).toBe(204)
  })

  test('a right password doesn’t make up for other people’s guesses from its address', async () => {
    const address = '203.0.113.3'
    const guess = (n: number) => from(address, { name: `nobody ${n}`, password: 'nonsense' })
    for (let n = 0; n < 49; n++) {
      expect(await guess(n)).toBe(401)
      // It isn't counted as a wrong one.
      if (n % 10 === 0) expect(await from(address, right)).toBe(204)
    }
    expect(await guess(49)).toBe(401)
    expect(await guess(50)).toBe(429)
  })

  test('are checked one at a time, by turns, and refused when there are too many', async () => {
    const guesses = Array.from({ length: 30 }, (_, n) =>
      from('203.0.113.4', { name: `nobody ${n}`, password: 'nonsense' }),
    )
    const own = from('203.0.113.5', right)
    const order: string[] = []
    void own.then(() => order.push('own'))
    for (const guess of guesses) void guess.then((status) => status === 401 && order.push('guess'))
    const statuses = await Promise.all(guesses)
    expect(await own).toBe(204)
    // 10 requests from one address wait; a person elsewhere doesn't wait for all of them.
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(20)
    expect(order.indexOf('own')).toBeLessThan(5)
  })
})

describe('a session', () => {
  test('is sent to no scripts and no other sites, and only by HTTPS if it began so', async () => {
    const input = { name: 'ada@contoso.example', password: PASSWORD }
    const plain = (await post('/signin', input)).headers.get('set-cookie')
    expect(plain).toMatch(/Path=\/; HttpOnly; SameSite=Strict$/)
    const secure = await post('/signin', input, { origin: 'https://crm.test' })
    expect(secure.headers.get('set-cookie')).toMatch(/; Secure$/)
  })

  test('isn’t begun from another site’s page', async () => {
    const input = { name: 'ada@contoso.example', password: PASSWORD }
    expect((await post('/signin', input, { origin: 'http://evil.test' })).status).toBe(404)
    const crossed = await post('/signin', input, { 'sec-fetch-site': 'cross-site' })
    expect(crossed.status).toBe(404)
  })

  test('is new with each sign-in, whatever cookie the request had', async () => {
    const old = await signIn()
    server.now.value += 1
    const answer = await post(
      '/signin',
      { name: 'ada@contoso.example', password: PASSWORD },
      { cookie: old },
    )
    expect(answer.headers.get('set-cookie')!.split(';')[0]).not.toBe(old)
  })

  test('that was tampered with is refused', async () => {
    const cookie = await signIn()
    const [name, value] = cookie.split('=') as [string, string]
    const [payload, signature] = value.split('.') as [string, string]
    const held = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const forged = Buffer.from(JSON.stringify({ ...held, for: { kind: 'installation' } })).toString(
      'base64url',
    )
    expect(await status(`${name}=${forged}.${signature}`)).toBe(401)
  })

  test('ends after 12 hours', async () => {
    const cookie = await signIn()
    server.now.value += 12 * 60 * MINUTE - 1
    expect(await status(cookie)).toBe(200)
    server.now.value += 1
    expect(await status(cookie)).toBe(401)
  })

  test('is signed out here, or everywhere', async () => {
    const [mine, other] = [await signIn(), await signIn()]
    const out = await as(mine, 'POST', '/signout', {})
    expect(out.headers.get('set-cookie')).toMatch(/^trackmark_session=; Max-Age=0; Path=\/;/)
    // A copy of its cookie is refused too.
    expect([await status(mine), await status(other)]).toEqual([401, 200])
    const third = await signIn()
    await as(third, 'POST', '/signout', { everywhere: true })
    expect([await status(other), await status(third)]).toEqual([401, 401])
  })

  test('ends with its account', async () => {
    const cookie = await signIn()
    const path = '/api/admin/accounts/ada@contoso.example'
    await server.call('PATCH', path, { body: { isDisabled: true } })
    expect(await status(cookie)).toBe(401)
    expect(
      (await post('/signin', { name: 'ada@contoso.example', password: PASSWORD })).status,
    ).toBe(401)
    await server.call('PATCH', path, { body: { isDisabled: false } })
    expect(await status(cookie)).toBe(401)
  })

  test('may do no more than its role, from the next request on', async () => {
    const cookie = await signIn()
    const path = '/api/admin/accounts/ada@contoso.example'
    await server.call('PATCH', path, { body: { role: 'Mailbox Owner' } })
    expect((await as(cookie, 'GET', '/api/admin/settings')).status).toBe(403)
    await server.call('PATCH', path, { body: { role: 'System Administrator' } })
    expect((await as(cookie, 'GET', '/api/admin/settings')).status).toBe(200)
  })

  test('makes no accounts, invitations, links or tokens, for an administrator neither', async () => {
    const cookie = await signIn()
    for (const [method, path] of [
      ['POST', 'accounts'],
      ['PATCH', 'accounts/ada@contoso.example'],
      ['POST', 'accounts/ada@contoso.example/invite'],
      ['POST', 'signin-links'],
      ['POST', 'tokens'],
    ] as const) {
      expect((await as(cookie, method, `/api/admin/${path}`, {})).status).toBe(403)
    }
  })
})

describe('a link', () => {
  const make = async () => {
    const { body } = await server.call('POST', '/api/admin/signin-links')
    return new URLSearchParams(body.path.split('#')[1]).get('code')!
  }

  test('signs the administrator in once', async () => {
    const code = await make()
    const first = await post('/signin', { code })
    const cookie = first.headers.get('set-cookie')!.split(';')[0]!
    expect((await as(cookie, 'GET', '/api/admin/me')).body).toMatchObject({ ofInstallation: true })
    expect((await post('/signin', { code })).status).toBe(401)
  })

  test('used many times at once signs in once', async () => {
    const code = await make()
    const answers = await Promise.all(Array.from({ length: 8 }, () => post('/signin', { code })))
    expect(answers.filter((one) => one.status === 204)).toHaveLength(1)
  })

  test('is good for an hour', async () => {
    const code = await make()
    server.now.value += 60 * MINUTE
    expect((await post('/signin', { code })).status).toBe(401)
  })

  test('sets a password only if it is an invitation', async () => {
    const code = await make()
    expect((await choosePassword(code, PASSWORD)).status).toBe(401)
  })

  test('that is made up signs nobody in', async () => {
    expect((await post('/signin', { code: 'x'.repeat(43) })).status).toBe(401)
  })
})

test('sign-ins are recorded, passwords never', async () => {
  server.now.value = NOW + 1000 * 60 * MINUTE
  await signIn()
  await post('/signin', { name: 'ada@contoso.example', password: 'my secret nonsense' })
  const { body } = await server.call('GET', '/api/admin/audit?table=useraccount&limit=2')
  const results = body.records.map((one: { changes: { after: string }[] }) => one.changes[0]?.after)
  expect(results.sort()).toEqual(['signed in', 'wrong password'])
  const rows = await server.database.query(
    'select changedata, objectname from sync.audit where organizationid = $1',
    [server.organizationId],
  )
  expect(JSON.stringify(rows)).not.toMatch(/nonsense|battery/)
})
