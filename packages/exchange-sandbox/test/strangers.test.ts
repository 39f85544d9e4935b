import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedSandbox, serveSandbox } from '../src/index.ts'

const SECRET = 'of the one who started it'

let served: ServedSandbox
beforeAll(async () => {
  served = await serveSandbox({ port: 0, seed: 'empty', controlSecret: SECRET })
})
afterAll(() => served.close())

/** With headers that `fetch` wouldn't let anybody set. */
function ask(method: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((done, failed) => {
    const asked = request(
      { host: '127.0.0.1', port: served.port, method, path, headers },
      (answer) => {
        answer.resume()
        done(answer.statusCode ?? 0)
      },
    )
    asked.on('error', failed)
    asked.end()
  })
}

const token = '/sandbox/oauth2/v2.0/token'
const control = { 'x-sandbox-control': SECRET }

test.each(['rebound.evil.example', 'rebound.evil.example:4311', '127.0.0.1.evil.example'])(
  'a name of somebody else that leads here is refused whatever it asks for: %s',
  async (host) => {
    expect(await ask('GET', '/', { host })).toBe(403)
    expect(await ask('GET', '/v1.0/users', { host })).toBe(403)
    expect(await ask('POST', token, { host })).toBe(403)
    expect(await ask('GET', '/sandbox/faults', { host, ...control })).toBe(403)
  },
)

test.each(['127.0.0.1', 'localhost', '[::1]'])(
  'this machine’s own name is taken: %s',
  async (name) => {
    const host = `${name}:${served.port}`
    expect(await ask('GET', '/sandbox/faults', { host, ...control })).toBe(200)
    expect(await ask('GET', '/v1.0/users', { host })).toBe(401)
  },
)

test('control routes are for who has the secret, and for no page from elsewhere', async () => {
  const host = `127.0.0.1:${served.port}`
  expect(await ask('GET', '/sandbox/faults', { host })).toBe(401)
  expect(await ask('GET', '/sandbox/faults', { host, 'x-sandbox-control': 'guessed' })).toBe(401)
  for (const origin of ['https://evil.example', 'null', `http://localhost:${served.port + 1}`]) {
    expect(await ask('POST', '/sandbox/reset', { host, origin, ...control })).toBe(403)
  }
  expect(await ask('GET', '/sandbox/faults', { host, origin: `http://${host}`, ...control })).toBe(
    200,
  )
})

test('the sandbox’s own page reads customers without the secret, and changes nothing by it', async () => {
  const host = `127.0.0.1:${served.port}`
  expect(await ask('GET', '/sandbox/customers', { host })).toBe(200)
  expect(await ask('PUT', '/sandbox/customers', { host })).toBe(401)
})
