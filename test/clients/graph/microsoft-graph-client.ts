import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import {
  BatchRequestContent,
  Client,
  FileUpload,
  LargeFileUploadTask,
  PageIterator,
} from '@microsoft/microsoft-graph-client'
import { expectThat, type Run, recorder } from '../calls.ts'
import { factsOf } from '../package-facts.ts'
import { letter, startSandbox, tokenOfAnna } from './sandbox.ts'

const MARK = 'Tracked to Dynamics 365'

/** Microsoft's library of Graph for JavaScript, over https with the sandbox's certificate. */
export async function runMicrosoftGraphClient(): Promise<Run> {
  const sandbox = await startSandbox(0)
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, sandbox.https?.certificate.cert ?? ''])
  const token = await tokenOfAnna(sandbox)
  const client = Client.initWithMiddleware({
    authProvider: { getAccessToken: async () => token },
    baseUrl: `${sandbox.https?.url}/`,
    customHosts: new Set(['127.0.0.1']),
  })
  const { calls, attempt } = recorder()
  try {
    await attempt('me, with select', async () => {
      const me = await client.api('/me').select(['mail', 'displayName']).get()
      expectThat(me.displayName === 'Anna', 'another person')
    })
    const made = await attempt('post a message', () =>
      client.api('/me/messages').post(letter('One')),
    )
    await attempt('patch its categories', () =>
      client.api(`/me/messages/${made.id}`).patch({ categories: [MARK] }),
    )
    await attempt('filter by category, select, orderby, top', async () => {
      const { value } = await client
        .api('/me/messages')
        .filter(`categories/any(c:c eq '${MARK}')`)
        .select('subject')
        .top(5)
        .get()
      expectThat(value.length === 1, `${value.length} messages`)
    })
    await attempt('expand attachments, count, skip', async () => {
      const found = await client.api('/me/messages').expand('attachments').count(true).skip(0).get()
      expectThat(found['@odata.count'] === 1, 'another count')
    })
    await attempt('PageIterator over https links', async () => {
      for (const subject of ['Two', 'Three']) await client.api('/me/messages').post(letter(subject))
      const seen: string[] = []
      const first = await client.api('/me/messages').top(1).get()
      await new PageIterator(client, first, ({ subject }) => seen.push(subject) > 0).iterate()
      expectThat(seen.length === 3, `${seen.length} messages`)
    })
    await attempt('delta with Prefer: odata.maxpagesize, to its deltaLink', async () => {
      const path = '/me/mailFolders/drafts/messages/delta'
      let page = await client.api(path).header('Prefer', 'odata.maxpagesize=1').get()
      while (page['@odata.nextLink']) page = await client.api(page['@odata.nextLink']).get()
      expectThat(typeof page['@odata.deltaLink'] === 'string', 'no deltaLink')
    })
    await attempt('BatchRequestContent with addresses under /v1.0', async () => {
      const batch = new BatchRequestContent(
        ['/me', '/me/mailFolders/inbox'].map((path, index) => ({
          id: String(index),
          request: new Request(`${sandbox.https?.url}/v1.0${path}`),
        })),
      )
      const { responses } = await client.api('/$batch').post(await batch.getContent())
      const statuses = responses.map(({ status }: { status: number }) => status).join()
      expectThat(statuses === '200,200', statuses)
    })
    await attempt('LargeFileUploadTask', async () => {
      const bytes = Buffer.alloc(700_000, 'large ')
      const session = await LargeFileUploadTask.createUploadSession(
        client,
        `/me/messages/${made.id}/attachments/createUploadSession`,
        { AttachmentItem: { attachmentType: 'file', name: 'large.txt', size: bytes.length } },
      )
      const file = new FileUpload(new Uint8Array(bytes).buffer, 'large.txt', bytes.length)
      await new LargeFileUploadTask(client, file, session, { rangeSize: 327_680 }).upload()
    })
    await attempt('a message as MIME ($value)', () =>
      client.api(`/me/messages/${made.id}/$value`).get(),
    )
    await attempt('calendarView', () =>
      client
        .api('/me/calendarView')
        .query({ startDateTime: '2026-12-01T00:00:00Z', endDateTime: '2026-12-31T00:00:00Z' })
        .get(),
    )
    await attempt('move, send, delete', async () => {
      await client.api(`/me/messages/${made.id}/send`).post({})
      const { value } = await client.api('/me/mailFolders/sentitems/messages').get()
      const moved = await client
        .api(`/me/messages/${value[0].id}/move`)
        .post({ destinationId: 'archive' })
      await client.api(`/me/messages/${moved.id}`).delete()
    })
    await attempt('search of messages', async () => {
      const { value } = await client.api('/me/messages').search('"nowhere"').get()
      expectThat(value.length === 0, `${value.length} messages that don't have the word`)
    })
    await attempt('contacts', () => client.api('/me/contacts').get())
    await attempt('photo/$value', () => client.api('/me/photo/$value').get())
    await attempt('beta', () => client.api('/me').version('beta').get())
  } finally {
    setDefaultCACertificates(before)
    await sandbox.close()
  }
  return { ...factsOf('@microsoft/microsoft-graph-client'), calls }
}
