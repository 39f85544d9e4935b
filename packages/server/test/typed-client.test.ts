import { execFile } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Listening, listen } from '../src/listener/listen.ts'
import { createTestApp, insertEmails, type TestApp, TOKEN } from './support.ts'

const run = promisify(execFile)
const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const EMAIL = '00000000-0000-4000-8000-0000000000e1'

let server: TestApp
let listening: Listening
let folder: string

beforeAll(async () => {
  server = await createTestApp()
  await insertEmails(server, [{ id: EMAIL, subject: 'Quote 17' }])
  listening = await listen({ host: '127.0.0.1', port: 0 }, async (request) =>
    server.app.fetch(request),
  )
  folder = await mkdtemp(join(tmpdir(), 'trackmark-client-'))
})
afterAll(async () => {
  await listening?.close()
  await server?.close()
  if (folder !== undefined) await rm(folder, { recursive: true })
})

/** A typical program with the generated client. */
const PROGRAM = `
import type { ODataHttpClient } from '@odata2ts/http-client-api'
import { DataverseService } from './client/DataverseService'

const [url = '', token = ''] = process.argv.slice(2)
const headers = { authorization: 'Bearer ' + token }
async function send(address: string): Promise<any> {
  const response = await fetch(address, { headers })
  if (!response.ok) throw new Error(address + ' ' + (await response.text()))
  return { status: response.status, statusText: '', headers: {}, data: await response.json() }
}
const no = () => Promise.reject(new Error('only reading'))
const client: ODataHttpClient = { get: send, post: no, put: no, patch: no, delete: no }
const service = new DataverseService(client, url)

async function main() {
  const who = await service.WhoAmI()
  const organization = await service.organizations(who.data.OrganizationId).query((builder) => {
    builder.select('name')
  })
  const emails = await service.emails().query((builder, email) => {
    builder.select('subject', 'statuscode', '_ownerid_value').top(1)
    builder.filter(email.subject.startsWith('Quote').and(email.statuscode.eq(4)))
    builder.expand('email_activity_parties')
    // @ts-expect-error there is no such column
    builder.select('colour')
  }).catch(() => null)
  const found = await service.emails().query((builder, email) => {
    builder.select('subject', 'statuscode', '_ownerid_value').top(1)
    builder.filter(email.subject.startsWith('Quote').and(email.statuscode.eq(4)))
    builder.expand('email_activity_parties')
  })
  const subject: string | null | undefined = found.data.value[0]?.subject
  const status: number | null | undefined = found.data.value[0]?.statuscode
  const parties = found.data.value[0]?.email_activity_parties?.length
  const version = await service.RetrieveVersion()
  const { name } = organization.data
  console.log(JSON.stringify({ wrong: emails, name, subject, status, parties, version: version.data.Version }))
}
main()
`

const OPTIONS = {
  module: 'nodenext',
  target: 'es2023',
  strict: true,
  skipLibCheck: true,
  types: ['node'],
  outDir: 'js',
  rootDir: '.',
}

test('a client generated from $metadata compiles, and reads what is there', async () => {
  const write = (name: string, content: unknown) =>
    writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  const { body } = await server.call('GET', '/api/data/v9.2/$metadata')
  await write('metadata.xml', body)
  await write('package.json', { type: 'commonjs' })
  await write('tsconfig.json', { compilerOptions: OPTIONS, include: ['client', 'program.ts'] })
  await write('program.ts', PROGRAM)
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const inFolder = { cwd: folder }
  const generator = fileURLToPath(new URL('generate-client.ts', import.meta.url))
  const options = ['-s', 'metadata.xml', '-o', 'client', '-m', 'service', '-e', 'ts']
  await run(process.execPath, [generator, ...options, '-name', 'Dataverse'], inFolder)
  const compiled = await run(
    join(ROOT, 'node_modules/.bin/tsc'),
    ['-p', '.', '--checkers', '1'],
    inFolder,
  ).catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? String(error) }))
  expect(compiled.stdout).toBe('')
  const address = `${listening.url}/api/data/v9.2`
  const ran = await run(process.execPath, ['js/program.js', address, TOKEN], inFolder)
  expect(JSON.parse(ran.stdout)).toEqual({
    wrong: null,
    name: 'Trackmark',
    subject: 'Quote 17',
    status: 4,
    parties: 0,
    version: expect.stringMatching(/^9\.2\./),
  })
})
