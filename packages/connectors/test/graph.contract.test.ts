import { mailboxContract } from '@trackmark/engine/contracts/mailbox.contract'
import type {
  MailboxWorld,
  RequestTarget,
  ServerTrouble,
} from '@trackmark/engine/contracts/mailbox-world'
import { createSandbox, type SandboxOptions } from '@trackmark/exchange-sandbox'
import { describe } from 'vitest'
import { clientCredentials, graphConnector } from '../src/index.ts'

const ORIGIN = 'http://sandbox.test'
const USER = { id: 'user-nina', displayName: 'Nina Okafor', mail: 'nina@northwind.example' }
const PAGE_SIZE = 4
const MAIL = `/users/${USER.mail}/mailFolders`
/** MAPI message flags "read", without "unsent": received mail and no draft. */
const RECEIVED = [{ id: 'Integer 0x0E07', value: '1' }]

// What isn't documented is tested both ways.
const readings: readonly (readonly [string, NonNullable<SandboxOptions['switches']>])[] = [
  ['as documented or most often seen', {}],
  [
    'as contradicted or inferred otherwise',
    {
      duplicateCategory: { status: 400, code: 'ErrorInvalidRequest' },
      expiredDelta: { status: 400, code: 'resyncRequired' },
      ifMatchMismatch: { status: 409, code: 'ErrorIrresolvableConflict' },
      emptyDeltaPageFirst: true,
      occurrenceStubs: false,
      masterWithInstances: false,
      removedReasonOnMove: 'deleted',
      deleteTo: 'recoverableitemsdeletions',
    },
  ],
]
describe.each(readings)('Graph, %s', (_, switches) => {
  mailboxContract(() => makeWorld(switches), true)
})

/**
 * Runs the connector and the sandbox in one process on one clock. People use another application.
 */
async function makeWorld(switches: NonNullable<SandboxOptions['switches']>): Promise<MailboxWorld> {
  let now = Date.UTC(2026, 0, 5, 9)
  let slept = 0
  let draw = 0
  const clock = () => now
  // Any fixed sequence works; it is part of the test.
  const random = () => {
    draw = (draw + 0.618033988749895) % 1
    return draw
  }
  const sandbox = createSandbox({
    clock,
    random,
    sleep: async () => {},
    seed: { users: [USER] },
    switches,
    apps: [
      { clientId: 'connector', secret: 'one' },
      { clientId: 'people', secret: 'two' },
    ],
  })
  await sandbox.ready
  const { core } = sandbox
  const access = (clientId: string, secret: string) =>
    clientCredentials({
      tenantId: 'northwind',
      clientId,
      secret,
      authorityHost: ORIGIN,
      fetch: sandbox.fetch,
      clock,
      deadline: () => new AbortController().signal,
    })
  let requests = 0
  const connector = graphConnector({
    baseUrl: `${ORIGIN}/v1.0`,
    tokens: access('connector', 'one'),
    fetch: sandbox.fetch,
    clock,
    random,
    sleep: async (ms) => {
      slept += ms
      now += ms
    },
    deadline: () => new AbortController().signal,
    onRequest: () => {
      requests += 1
    },
    limits: { messagesPerPage: PAGE_SIZE, wholeItemsPerPage: 3 },
  })

  const people = access('people', 'two')
  async function act(method: string, path: string, body?: unknown): Promise<Entity> {
    // Every action of a person takes a second, so that times differ.
    now += 1_000
    const request = new Request(`${ORIGIN}/v1.0${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await people.token()}`,
        prefer: 'IdType="ImmutableId"',
        'content-type': 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const answer = await sandbox.fetch(request)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return (text === '' ? {} : JSON.parse(text)) as Entity
  }
  const listOf = async () => {
    const lists = await act('GET', `/users/${USER.mail}/todo/lists`)
    return lists.value!.find((list) => list.wellknownListName === 'defaultList')!.id
  }
  const pathOf = (ref: { kind: string; key: string; folder: string }) => {
    if (ref.kind === 'message') return `/users/${USER.mail}/messages/${ref.key}`
    if (ref.kind === 'event') return `/users/${USER.mail}/events/${ref.key}`
    return `/users/${USER.mail}/todo/lists/${ref.folder}/tasks/${ref.key}`
  }

  return {
    connector,
    address: USER.mail,
    port: connector.open(USER.mail),
    access: connector.access(USER.mail),
    pageSize: PAGE_SIZE,
    get now() {
      return now
    },
    async addMail(folder, mail = {}) {
      const made = await act('POST', `${MAIL}/${folder}/messages`, {
        subject: mail.subject ?? 'Hello',
        body: { contentType: 'html', content: mail.html ?? '<p></p>' },
        from: { emailAddress: { name: 'Pat', address: 'pat@contoso.example' } },
        toRecipients: [{ emailAddress: { name: USER.displayName, address: USER.mail } }],
        categories: mail.categories ?? [],
        attachments: (mail.attachments ?? []).map(({ name, base64 }) => ({
          '@odata.type': '#microsoft.graph.fileAttachment',
          name,
          contentType: 'application/octet-stream',
          contentBytes: base64,
        })),
        singleValueExtendedProperties: RECEIVED,
      })
      return made.id
    },
    addFolder: async (parent, displayName) =>
      (await act('POST', `${MAIL}/${parent}/childFolders`, { displayName })).id,
    async addEvent({ subject, categories, start, minutes, times }) {
      const at = (ms: number) => ({
        dateTime: new Date(ms).toISOString().slice(0, 19),
        timeZone: 'UTC',
      })
      const made = await act('POST', `/users/${USER.mail}/events`, {
        subject,
        categories: categories ?? [],
        start: at(start),
        end: at(start + minutes * 60_000),
        ...(times !== undefined && {
          recurrence: {
            pattern: { type: 'daily', interval: 1 },
            range: {
              type: 'numbered',
              startDate: new Date(start).toISOString().slice(0, 10),
              numberOfOccurrences: times,
              recurrenceTimeZone: 'UTC',
            },
          },
        }),
      })
      return made.id
    },
    addTask: async ({ title, categories }) =>
      (
        await act('POST', `/users/${USER.mail}/todo/lists/${await listOf()}/tasks`, {
          title,
          categories: categories ?? [],
        })
      ).id,
    async write(ref, categories) {
      await act('PATCH', pathOf(ref), { categories })
    },
    async moveMail(key, destinationId) {
      await act('POST', `/users/${USER.mail}/messages/${key}/move`, { destinationId })
    },
    async erase(ref) {
      if (ref.kind === 'message') await act('POST', `${pathOf(ref)}/permanentDelete`)
      else await act('DELETE', pathOf(ref))
    },
    async eraseFolder(folder) {
      await act('DELETE', `${MAIL}/${folder}`)
    },
    async expireCursors() {
      for (const mailbox of core.world.organization().mailboxes.values()) mailbox.epoch += 1
    },
    async forbid() {
      const app = core.apps.get('connector')!
      app.permissions = app.permissions.filter((name) => !name.startsWith('Tasks.'))
    },
    async refuseReading({ key }) {
      core.faults.push(placed(`/messages/${key}`, answered(400, 'ErrorNobodyKnows'), FOR_EVER))
    },
    async refuse() {
      core.faults.push(placed('/mailFolders/inbox', answered(403, 'ErrorAccessDenied'), FOR_EVER))
    },
    server: {
      async fail(what, how, times = 1) {
        core.faults.push(placed(PATHS[what], effectOf(how), times))
      },
      slept: () => slept,
      load: () => ({
        peak: core.meter.peak.get(`connector|${USER.id}`) ?? 0,
        refused: core.meter.refused,
        requests,
      }),
    },
  }
}

interface Entity {
  readonly id: string
  readonly wellknownListName?: string
  readonly value?: readonly Entity[]
}

type Placed = ReturnType<typeof createSandbox>['core']['faults'][number]
type Effect = Placed['fault']['effect']

const FOR_EVER = 1_000

/** Patterns that are searched in the path of a request. */
const PATHS: Readonly<Record<RequestTarget, string>> = {
  categories: '/masterCategories',
  messages: '/messages/',
  inboxChanges: '/messages/delta',
  inboxMarked: '/mailFolders/',
}

const answered = (status: number, code: string, retryAfterSeconds?: number): Effect => ({
  kind: 'status',
  status,
  code,
  message: '',
  retryAfterSeconds,
})

function effectOf(how: ServerTrouble): Effect {
  switch (how.kind) {
    case 'slowDown':
      return answered(429, 'ApplicationThrottled', how.seconds)
    case 'unavailable':
      return answered(503, 'serviceNotAvailable')
    case 'refused':
      return answered(400, 'ErrorInvalidRestriction')
    case 'lostAnswer':
      return { kind: 'lostAnswer', done: true }
  }
}

function placed(path: string, effect: Effect, times: number): Placed {
  const fault = { match: { path }, nth: 1, times, chance: 1, effect }
  return { id: path, fault, pattern: null, seen: 0, hits: 0 }
}
