import { expect, test } from 'vitest'
import { failure, scripted } from '../../test/scripted.ts'

const at = (kind: 'message' | 'event' | 'task', key: string) => ({ kind, key, folder: 'f' })

test('an item is told by its subject, its sender and its date, and no more is asked for', async () => {
  const graph = scripted(({ path }) => {
    if (path.includes('/messages/')) {
      return {
        body: {
          subject: 'Offer',
          from: { emailAddress: { name: 'Ada Byron', address: 'ada@contoso.example' } },
          receivedDateTime: '2026-01-05T09:00:00Z',
          webLink: 'https://outlook.example/1',
        },
      }
    }
    if (path.includes('/events/')) {
      return {
        body: {
          subject: 'Visit',
          organizer: {
            emailAddress: { name: 'bo@contoso.example', address: 'bo@contoso.example' },
          },
          start: { dateTime: '2026-01-06T10:00:00.0000000', timeZone: 'UTC' },
        },
      }
    }
    return { body: { title: 'Call back' } }
  })
  const found = await graph.port.items.summaries([
    at('message', 'm'),
    at('event', 'e'),
    at('task', 't'),
  ])
  expect(found.map((one) => one.ok && one.value)).toEqual([
    {
      subject: 'Offer',
      sender: 'Ada Byron <ada@contoso.example>',
      at: Date.UTC(2026, 0, 5, 9),
      webLink: 'https://outlook.example/1',
    },
    {
      subject: 'Visit',
      sender: 'bo@contoso.example',
      at: Date.UTC(2026, 0, 6, 10),
      webLink: null,
    },
    { subject: 'Call back', sender: null, at: null, webLink: null },
  ])
  expect(graph.asked.some(({ path }) => /body|attachments/i.test(path))).toBe(false)
})

test('one that is gone is null, one that is refused says so, and neither hides the others', async () => {
  const graph = scripted(({ path }) => {
    if (path.includes('/messages/gone')) return failure(404, 'ErrorItemNotFound')
    if (path.includes('/messages/bad')) return failure(403, 'ErrorAccessDenied')
    return { body: { subject: 'Here' } }
  })
  const found = await graph.port.items.summaries([
    at('message', 'gone'),
    at('message', 'bad'),
    at('message', 'here'),
  ])
  expect(found).toMatchObject([
    { ok: true, value: null },
    { ok: false, error: { serverCode: 'ErrorAccessDenied' } },
    { ok: true, value: { subject: 'Here', sender: null, at: null } },
  ])
})
