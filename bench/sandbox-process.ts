import { type ServedSandbox, serveSandbox } from '@trackmark/exchange-sandbox'
import { v7 as newId } from 'uuid'
import type { BenchPerson, Changes, Order, Reply } from './sandbox-protocol.ts'

/**
 * The sandbox as a process of its own, so that it and the service share the machine as two
 * programs do. Its state ends with it: what a real server spends on keeping mail isn't ours.
 */
const GRAPH = 'http://sandbox.bench/v1.0'
/** Outlook's limit of 4 at a time stays; limits per minute would only measure waiting. */
const THROTTLING = { mailboxMax: 0, applicationMax: 0 }

let people: readonly BenchPerson[] = []
let token = ''
// Ids of items made one after another resemble each other, as Exchange's do.
const served = await serveSandbox({ port: 0, seed: 'empty', throttling: THROTTLING, newId })
send({ kind: 'ready', url: served.url })

process.on('message', (order: Order) => {
  perform(served, order).then(
    () => send({ kind: 'done', cpuMs: cpuMs() }),
    (error: unknown) => send({ kind: 'failed', message: String(error) }),
  )
})
// The parent is gone: so is the reason to be here.
process.on('disconnect', () => process.exit(0))

function send(reply: Reply): void {
  process.send?.(reply)
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function perform({ sandbox }: ServedSandbox, order: Order): Promise<void> {
  switch (order.kind) {
    case 'people':
      people = order.people
      sandbox.core.reset({
        users: people.map(({ id, address, name }) => ({ id, mail: address, displayName: name })),
      })
      token = await signIn()
      return
    case 'changes':
      for (const person of people) await change(person, order.changes)
      return
    case 'restoreCategories':
      for (const { address } of people) {
        await graph('POST', `/users/${address}/outlook/masterCategories`, {
          displayName: order.name,
          color: 'preset9',
        })
      }
  }
}

async function signIn(): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'sandbox',
    client_secret: 'sandbox',
    scope: 'https://graph.microsoft.com/.default',
  })
  const url = 'http://sandbox.bench/bench/oauth2/v2.0/token'
  const response = await served.sandbox.fetch(new Request(url, { method: 'POST', body }))
  return ((await response.json()) as { access_token: string }).access_token
}

async function graph(method: string, path: string, body: unknown): Promise<void> {
  const request = new Request(`${GRAPH}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const response = await served.sandbox.fetch(request)
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
}

async function change(person: BenchPerson, changes: Changes): Promise<void> {
  for (let n = 0; n < changes.messages; n++) {
    const path = `/users/${person.address}/mailFolders/inbox/messages`
    await graph('POST', path, messageOf(person, changes, n))
  }
  for (let n = 0; n < changes.events; n++) {
    await graph('POST', `/users/${person.address}/events`, eventOf(changes, n))
  }
}

/** About 3 KB of HTML, as business mail without its pictures; every tenth with a file of 15 KB. */
const PARAGRAPH = `<p>${'Thank you for your order; the delivery is planned as agreed. '.repeat(8)}</p>`
const BODY = `<html><body>${PARAGRAPH.repeat(6)}</body></html>`
const FILE = Buffer.alloc(15_000, 'offer ').toString('base64')

const categoriesOf = (changes: Changes, n: number): string[] =>
  n % changes.markedEvery === 0 ? [changes.mark, 'Important'] : []

function messageOf(person: BenchPerson, changes: Changes, n: number): unknown {
  const sender = (n * 7 + changes.round) % 100
  return {
    subject: `Order ${changes.round}-${n}`,
    body: { contentType: 'html', content: BODY },
    from: { emailAddress: { name: 'A Customer', address: `customer${sender}@customer.example` } },
    toRecipients: [{ emailAddress: { name: person.name, address: person.address } }],
    ccRecipients: [{ emailAddress: { name: 'Sales', address: 'sales@customer.example' } }],
    internetMessageId: `<${changes.round}.${n}.${person.id}@customer.example>`,
    categories: categoriesOf(changes, n),
    // MAPI flags at creation: without them a message is a draft.
    singleValueExtendedProperties: [{ id: 'Integer 0x0E07', value: '1' }],
    ...(n % 10 === 0 && { attachments: [fileOf(n)] }),
  }
}

const fileOf = (n: number): unknown => ({
  '@odata.type': '#microsoft.graph.fileAttachment',
  name: `offer-${n}.pdf`,
  contentType: 'application/pdf',
  contentBytes: FILE,
})

const DAY = 86_400_000

function eventOf(changes: Changes, n: number): unknown {
  const start = Math.floor(Date.now() / DAY) * DAY + (1 + n) * DAY
  const time = (at: number) => ({
    dateTime: new Date(at).toISOString().slice(0, 19),
    timeZone: 'UTC',
  })
  return {
    subject: `Visit ${changes.round}-${n}`,
    body: { contentType: 'html', content: PARAGRAPH },
    start: time(start + 9 * 3_600_000),
    end: time(start + 10 * 3_600_000),
    categories: categoriesOf(changes, n),
  }
}
