import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Listening, listen } from '../src/listener/listen.ts'
import { createTestApp, type TestApp, TOKEN } from './support.ts'

let server: TestApp
let listening: Listening
beforeAll(async () => {
  server = await createTestApp()
  listening = await listen({ host: '127.0.0.1', port: 0 }, async (asked, connection) =>
    server.app.fetch(asked, connection),
  )
})
afterAll(async () => {
  await listening.close()
  await server.close()
})

/** Uses a socket, because requests that the HTTP parser refuses never reach the app. */
function ask(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: listening.port, path, headers: { ...AUTHORIZED, ...headers } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        )
      },
    )
    sent.on('error', reject)
    sent.end()
  })
}
const AUTHORIZED = { authorization: `Bearer ${TOKEN}` }

/** A query whose address has this many characters. */
function address(length: number): string {
  const start = "/api/data/v9.2/contacts?$select=lastname&$filter=lastname%20eq%20'"
  return `${start}${'x'.repeat(length - start.length - 1)}'`
}

test.each([100, 16_384, 20_000, 32_768])(
  'an address of %i characters is served',
  async (length) => {
    const { status, text } = await ask(address(length))
    expect([status, JSON.parse(text).value]).toEqual([200, []])
  },
)

test.each([32_769, 100_000, 300_000])('one of %i is 414, with a body', async (length) => {
  const { status, text } = await ask(address(length))
  expect(status).toBe(414)
  expect(JSON.parse(text).error).toEqual({
    code: '0x80060888',
    message: expect.stringContaining('$batch'),
  })
})

test('headers may be long as well, up to a limit', async () => {
  const long = { 'x-long': 'y'.repeat(20_000) }
  expect((await ask(address(32_768), long)).status).toBe(200)
  const more = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`x-long-${index}`, 'y'.repeat(20_000)]),
  )
  const { status, text } = await ask(address(100), more)
  expect([status, JSON.parse(text).error.code]).toEqual([431, '0x80060888'])
})

test('what isn’t HTTP gets an answer that says so', async () => {
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(listening.port, '127.0.0.1', () => socket.write('hello\r\n\r\n'))
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk.toString()
    })
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })
  expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"0x80060888"/)
})
