import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import {
  type AuthenticationProvider,
  BatchRequestContent,
  Client,
  FileUpload,
  LargeFileUploadTask,
  PageIterator,
} from '@microsoft/microsoft-graph-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedSandbox, serveSandbox } from '../src/index.ts'
import { ANNA, tokenFor } from './harness.ts'

const seed = {
  users: [{ id: 'aaaaaaaa-0000-4000-8000-000000000001', displayName: 'Anna', mail: ANNA }],
}
const dataDir = mkdtempSync(join(tmpdir(), 'trackmark-https-'))

let served: ServedSandbox
let client: Client
const before = getCACertificates('default')

beforeAll(async () => {
  served = await serveSandbox({ port: 0, httpsPort: 0, seed, dataDir })
  setDefaultCACertificates([...before, served.https?.certificate.cert ?? ''])
  const token = await tokenFor(served.sandbox, {
    grant_type: 'password',
    username: ANNA,
    password: 'x',
  })
  const authProvider: AuthenticationProvider = { getAccessToken: async () => token }
  client = Client.initWithMiddleware({
    authProvider,
    baseUrl: `${served.https?.url}/`,
    customHosts: new Set(['127.0.0.1']),
  })
})

afterAll(async () => {
  setDefaultCACertificates(before)
  await served.close()
})

test('links over https are https, and the library follows them page by page', async () => {
  for (let number = 1; number <= 5; number += 1) {
    await client.api('/me/messages').post({ subject: `m${number}` })
  }
  const first = await client.api('/me/messages').top(2).select('subject').get()
  expect(first['@odata.nextLink']).toMatch(/^https:\/\/127\.0\.0\.1:/)
  const subjects: string[] = []
  const pages = new PageIterator(client, first, (message) => {
    subjects.push(message.subject)
    return true
  })
  await pages.iterate()
  expect(subjects.sort()).toEqual(['m1', 'm2', 'm3', 'm4', 'm5'])
})

test('a large file is uploaded to a message in ranges', async () => {
  const { id } = await client.api('/me/messages').post({ subject: 'with a file' })
  const bytes = Buffer.alloc(700_000, 'large ')
  const session = await LargeFileUploadTask.createUploadSession(
    client,
    `/me/messages/${id}/attachments/createUploadSession`,
    { AttachmentItem: { attachmentType: 'file', name: 'large.txt', size: bytes.length } },
  )
  const file = new FileUpload(new Uint8Array(bytes).buffer, 'large.txt', bytes.length)
  const task = new LargeFileUploadTask(client, file, session, { rangeSize: 327_680 })
  await task.upload()
  const { value } = await client.api(`/me/messages/${id}/attachments`).get()
  expect(value).toMatchObject([{ name: 'large.txt', size: bytes.length }])
  expect(value[0].contentBytes).toBe(bytes.toString('base64'))
})

test('a batch of addresses with the version, as this library writes them, is answered', async () => {
  const batch = new BatchRequestContent(
    ['/me', '/me/mailFolders/inbox'].map((path, index) => ({
      id: String(index),
      request: new Request(`${served.https?.url}/v1.0${path}`),
    })),
  )
  const content = await batch.getContent()
  expect(content.requests?.[0]?.url).toBe('/v1.0/me')
  const { responses } = await client.api('/$batch').post(content)
  expect(responses.map(({ status }: { status: number }) => status)).toEqual([200, 200])
})

test('a batch takes addresses with, without and above the version, and no batch within', async () => {
  const urls = ['/v1.0/me', 'v1.0/me', 'me', '/me', '/V1.0/$batch', 'https://other.example/me']
  const requests = urls.map((url, index) => ({ id: String(index), method: 'GET', url }))
  const { responses } = await client.api('/$batch').post({ requests: requests.slice(0, 4) })
  expect(responses.map(({ status }: { status: number }) => status)).toEqual([200, 200, 200, 200])
  for (const wrong of requests.slice(4)) {
    await expect(client.api('/$batch').post({ requests: [wrong] })).rejects.toThrow()
  }
})

test('the certificate is kept in the data folder, for the owner only, and used again', async () => {
  const file = served.https?.certificate.file ?? ''
  expect(file).toBe(join(dataDir, 'tls', 'certificate.pem'))
  expect(statSync(join(dataDir, 'tls', 'key.pem')).mode & 0o077).toBe(0)
  const again = await serveSandbox({ port: 0, httpsPort: 0, seed, dataDir: `${dataDir}` })
  try {
    expect(again.https?.certificate.cert).toBe(readFileSync(file, 'utf8'))
  } finally {
    await again.close()
  }
})

test('without a data folder the certificate lives in memory, and without the option there is none', async () => {
  const fleeting = await serveSandbox({ port: 0, httpsPort: 0, seed })
  expect(fleeting.https?.certificate.file).toBeNull()
  await fleeting.close()
  const plain = await serveSandbox({ port: 0, seed })
  expect(plain.https).toBeNull()
  await plain.close()
})
