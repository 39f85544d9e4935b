import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from './run.ts'

/** What answers in Trackmark's place, by the first segment of the address. */
const ANSWERS: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  sandbox: (_, response) => json(response, 404, { error: { code: 'NotFound', message: 'No.' } }),
  page: (_, response) => response.setHeader('content-type', 'text/html').end('<p>Hello'),
  locked: (_, response) => json(response, 401, { message: 'Who are you?' }),
  proxy: (_, response) => response.writeHead(502).end('<h1>Bad Gateway'),
  moved: (_, response) => response.writeHead(301, { location: 'https://crm.example/' }).end(),
  older: (_, response) => json(response, 200, { version: '0.0.1' }),
}
function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

let fake: Server
const home = mkdtempSync(join(tmpdir(), 'trackmark-home-'))
beforeAll(async () => {
  fake = createServer((request, response) => {
    ANSWERS[(request.url ?? '').split('/')[1] ?? '']?.(request, response)
  })
  await new Promise<void>((done) => fake.listen(0, '127.0.0.1', done))
})
afterAll(() => void fake.close())
const url = (name: string) => `http://127.0.0.1:${(fake.address() as AddressInfo).port}/${name}`

test.each([
  ['sandbox', 1, /isn't Trackmark \(HTTP 404\).*4310.*--url/],
  ['page', 1, /isn't Trackmark \(HTTP 200\)/],
  ['locked', 1, /isn't Trackmark \(HTTP 401\)/],
  ['proxy', 3, /proxy that doesn't reach Trackmark \(HTTP 502\)/],
  ['moved', 1, /sends to https:\/\/crm\.example; name that with --url/],
  ['older', 1, /another version/],
])('%s instead of Trackmark is told', async (name, code, message) => {
  const ended = await run('trackmark', ['status', '--url', url(name)], { HOME: home })
  expect([ended.code, ended.err]).toEqual([code, expect.stringMatching(message)])
})

test('something else instead of the sandbox is told', async () => {
  const file = join(home, 'a.eml')
  writeFileSync(file, 'Subject: a\n\nb')
  const args = ['sandbox', 'import', file, '--mailbox', 'a@contoso.example', '--sandbox-url']
  const ended = await run('trackmark', [...args, url('page')], { HOME: home })
  expect([ended.code, ended.err]).toEqual([1, expect.stringMatching(/isn't the sandbox/)])
})
