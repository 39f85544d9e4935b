import { getEventListeners } from 'node:events'
import type { Folder } from '@trackmark/core'
import { semaphore } from '@trackmark/engine'
import { expect, test } from 'vitest'
import { BASE, MAILBOX, type Reply, type ScriptedRequest, scripted } from '../../test/scripted.ts'
import { boundedText } from './bounded.ts'

const BYTES_MAX = 4_000
const limits = { answerBytesMax: BYTES_MAX, listedFrom: 1_000 }
const open = new AbortController().signal
const LARGE = 'x'.repeat(2 * BYTES_MAX)

const message = (id: string, content: string) => ({
  id,
  '@odata.etag': `W/"${id}"`,
  changeKey: id,
  categories: [],
  parentFolderId: 'f',
  subject: 'A subject',
  body: { contentType: 'html', content },
  attachments: [],
  isDraft: false,
})

const idOf = ({ path }: ScriptedRequest): string => /messages\/(\w+)/.exec(path)![1]!

test('[MB21] [TR20] an item that is too large is parked, and those asked for with it are read', async () => {
  const graph = scripted(
    (asked) => ({ body: message(idOf(asked), idOf(asked) === 'k7' ? LARGE : 'small') }),
    { limits },
  )
  const refs = Array.from({ length: 20 }, (_, n) => ({
    kind: 'message' as const,
    key: `k${n}`,
    folder: 'f',
  }))
  const outcomes = await graph.port.items.whole(refs, { attachmentBytesMax: 100, marked: null })
  const failed = outcomes.flatMap((outcome, n) =>
    outcome.ok ? [] : ([[n, outcome.error]] as const),
  )
  expect(failed).toHaveLength(1)
  expect(failed[0]).toMatchObject([7, { remedy: 'refused', scope: 'item' }])
  expect(String(failed[0]![1])).toContain(`a message of ${MAILBOX} is larger than may be read`)
})

test('[MB21] a page that is too large is asked for with fewer items', async () => {
  const folder: Folder = { id: 'f', kind: 'mail', name: 'Inbox', role: 'inbox' } as Folder
  const graph = scripted(
    (asked): Reply => {
      const size = Number(/maxpagesize=(\d+)/.exec(asked.headers.get('prefer') ?? '')![1])
      const value = Array.from({ length: Math.min(size, 400) }, (_, n) => message(`m${n}`, ''))
      return { body: { value, '@odata.deltaLink': `${BASE}/delta?token=1` } }
    },
    { limits },
  )
  const [outcome] = await graph.port.feed.read([{ folder, cursor: null, window: null }])
  expect(outcome).toMatchObject({ ok: true, value: { items: { length: expect.any(Number) } } })
  expect(outcome!.ok && outcome!.value.items.length).toBeGreaterThan(0)
})

test('[MB21] a folder of which not even one item can be read is told, and others are read', async () => {
  const folder = (id: string) => ({ id, kind: 'mail', name: id, role: null }) as unknown as Folder
  const graph = scripted(
    (asked): Reply => ({
      body: {
        value: [message('m1', asked.path.includes('/bad/') ? LARGE : '')],
        '@odata.deltaLink': `${BASE}/delta?token=1`,
      },
    }),
    { limits },
  )
  const outcomes = await graph.port.feed.read(
    ['bad', 'good'].map((id) => ({ folder: folder(id), cursor: null, window: null })),
  )
  expect(outcomes).toMatchObject([
    { ok: false, error: { remedy: 'retry', scope: 'folder' } },
    { ok: true },
  ])
})

/** An answer that never ends; the test fails if it is read further than allowed. */
function endless(announced?: number) {
  let given = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      given += 65_536
      controller.enqueue(new Uint8Array(65_536).fill(120))
    },
  })
  const headers: Record<string, string> =
    announced === undefined ? {} : { 'content-length': String(announced) }
  return { response: new Response(body, { headers }), given: () => given }
}

test('[MB21] no more of an answer is read than it may have', async () => {
  const bytesMax = 3 * 1024 * 1024
  const counted = endless()
  expect(await boundedText(counted.response, bytesMax, semaphore(1), open)).toBeNull()
  expect(counted.given()).toBeLessThan(bytesMax + 4 * 65_536)
  const announced = endless(bytesMax + 1)
  expect(await boundedText(announced.response, bytesMax, semaphore(1), open)).toBeNull()
  expect(announced.given()).toBeLessThan(4 * 65_536)
})

test('[MB21] large answers of one mailbox that hang leave room for those of others', async () => {
  const hanging = () => {
    let given = 0
    return new Response(
      new ReadableStream<Uint8Array>({
        pull: (controller) => {
          given += 1
          // Nothing more comes after two megabytes.
          if (given > 32) return new Promise<void>(() => {})
          controller.enqueue(new Uint8Array(65_536))
          return undefined
        },
      }),
    )
  }
  const own = semaphore(1)
  for (let n = 0; n < 8; n++) void boundedText(hanging(), 2 ** 25, own, open)
  const text = 'y'.repeat(5 * 1024 * 1024)
  const others = await Promise.all(
    Array.from({ length: 6 }, () => boundedText(new Response(text), 2 ** 25, semaphore(1), open)),
  )
  expect(others.every((one) => one === text)).toBe(true)
})

test('[MB21] a large answer that doesn’t come in time gives its place back', async () => {
  const deadline = new AbortController()
  const own = semaphore(1)
  const hanging = new Response(
    new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(2 * 1024 * 1024)),
    }),
  )
  const reading = boundedText(hanging, 2 ** 25, own, deadline.signal)
  await new Promise((resolve) => setTimeout(resolve, 1))
  expect(own.idle).toBe(false)
  deadline.abort()
  await reading
  expect(own.idle).toBe(true)
})

test('[MB21] an answer that was read isn’t held until its deadline', async () => {
  const { signal } = new AbortController()
  for (const text of ['', 'small', 'z'.repeat(2 * 1024 * 1024), 'z'.repeat(4 * 1024 * 1024)]) {
    await boundedText(new Response(text), 3 * 1024 * 1024, semaphore(1), signal)
  }
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
})
