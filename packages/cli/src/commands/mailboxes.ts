import type { Command } from 'commander'
import { z } from 'zod'
import type { Client } from '../client.ts'
import { due, print, printJson, progress, relative, table } from '../output.ts'
import { type Connection, clientOf, online } from '../program.ts'
import { addMailboxCommands } from './mailbox-commands.ts'

const mailbox = z.looseObject({
  mailboxId: z.string(),
  name: z.string(),
  emailAddress: z.string(),
  state: z.string(),
  category: z.string(),
  linked: z.number(),
  parked: z.number(),
  openAlerts: z.number(),
  lastSyncStartedOn: z.string().nullable(),
  lastSuccessfulSyncOn: z.string().nullable(),
  nextDueOn: z.string().nullable(),
  lastError: z.string().nullable(),
})
export type Mailbox = z.infer<typeof mailbox>
const mailboxes = z.object({ mailboxes: z.array(mailbox), next: z.string().nullable() })
const items = z.object({
  items: z.array(
    z.looseObject({
      kind: z.string(),
      state: z.string(),
      subject: z.string().nullable(),
      decision: z.object({ rule: z.string(), at: z.string(), seen: z.string() }),
      park: z.looseObject({ reason: z.string(), nextTryAt: z.string().nullable() }).nullable(),
    }),
  ),
  next: z.string().nullable(),
})

export function addMailboxes(program: Command): void {
  const group = program.command('mailboxes').description('the mailboxes and their state')
  addList(group)
  addChanges(group)
  addItems(group)
  addMailboxCommands(group)
}

function addList(group: Command): void {
  online(group, 'list', 'every mailbox: state, last and next cycle, last error').action(list)
  // People type `trackmark mailboxes` without a further command.
  group.action(() => list({}))
}

/** Reads every mailbox, page by page. */
export async function allMailboxes(client: Client): Promise<Mailbox[]> {
  const all: z.infer<typeof mailbox>[] = []
  for (let after: string | null = ''; after !== null; ) {
    const query = new URLSearchParams({ limit: '1000', ...(after ? { after } : {}) })
    const page: z.infer<typeof mailboxes> = await client.call(
      'GET',
      `/mailboxes?${query}`,
      mailboxes,
    )
    all.push(...page.mailboxes)
    after = page.next
  }
  return all
}

async function list(options: Connection): Promise<void> {
  const value = await allMailboxes(clientOf(options))
  if (options.json) return printJson(value)
  const now = Date.now()
  print(
    table(
      ['MAILBOX', 'STATE', 'CATEGORY', 'TRACKED', 'ASIDE', 'ALERTS', 'LAST', 'NEXT', 'LAST ERROR'],
      value.map((one) => [
        one.emailAddress,
        one.state,
        one.category,
        String(one.linked),
        String(one.parked),
        String(one.openAlerts),
        relative(one.lastSuccessfulSyncOn, now),
        due(one.nextDueOn, now),
        one.lastError ?? '',
      ]),
    ),
  )
}

function addChanges(group: Command): void {
  online(group, 'add <addresses...>', 'synchronizes more mailboxes')
    .option('--profile <name>', 'server profile that reaches them (needed where there are several)')
    .option('--queue', 'they belong to queues, not to users')
    .action(add)
  online(group, 'sync [address]', 'starts a cycle now, of one mailbox or of all').action(sync)
  for (const [name, on] of [
    ['enable', true],
    ['disable', false],
  ] as const) {
    online(group, `${name} <address>`, `${on ? 'starts' : 'stops'} synchronizing a mailbox`)
      .option('--mail', 'mail only')
      .option('--appointments-and-tasks', 'appointments and tasks only')
      .action((address: string, options: Connection & Methods) => setMethods(address, options, on))
  }
}

interface AddOptions extends Connection {
  readonly profile?: string
  readonly queue?: boolean
}

async function add(addresses: string[], options: AddOptions): Promise<void> {
  const client = clientOf(options)
  const added: z.infer<typeof mailbox>[] = []
  const bar = progress('Adding')
  for (const [index, emailAddress] of addresses.entries()) {
    const request = {
      emailAddress,
      kind: options.queue ? 'queue' : 'user',
      ...(options.profile ? { profile: options.profile } : {}),
    }
    added.push(await client.call('POST', '/mailboxes', mailbox, request))
    bar.update(index + 1, addresses.length)
  }
  bar.end()
  if (options.json) printJson(added)
  else print(`${added.length} ${added.length === 1 ? 'mailbox' : 'mailboxes'} added.`)
}

async function sync(address: string | undefined, options: Connection): Promise<void> {
  const client = clientOf(options)
  const wanted =
    address === undefined
      ? (await allMailboxes(client))
          .filter((one) => one.state !== 'off')
          .map((one) => one.mailboxId)
      : [address]
  const bar = progress('Calling')
  let queued = 0
  for (const [index, one] of wanted.entries()) {
    const path = `/mailboxes/${encodeURIComponent(one)}/sync`
    if ((await client.call('POST', path, synced)).queued) queued += 1
    bar.update(index + 1, wanted.length)
  }
  bar.end()
  if (options.json) printJson({ due: wanted.length, queued })
  else print(dueText(wanted.length, queued))
}

const synced = z.looseObject({ queued: z.boolean() })

function dueText(due: number, queued: number): string {
  if (queued === 0) return `${due} ${due === 1 ? 'mailbox is' : 'mailboxes are'} due now.`
  if (due === 1) return '1 mailbox is queued; a cycle is under way.'
  return `${due} mailboxes are due now, ${queued} of them queued; a cycle is under way there.`
}

interface Methods {
  readonly mail?: boolean
  readonly appointmentsAndTasks?: boolean
}

async function setMethods(
  address: string,
  options: Connection & Methods,
  on: boolean,
): Promise<void> {
  const some = options.mail || options.appointmentsAndTasks
  const changed = await clientOf(options).call(
    'PATCH',
    `/mailboxes/${encodeURIComponent(address)}`,
    mailbox,
    {
      ...(options.mail || !some ? { mail: on } : {}),
      ...(options.appointmentsAndTasks || !some ? { appointmentsAndTasks: on } : {}),
    },
  )
  if (options.json) return printJson(changed)
  print(`${changed.emailAddress}: ${changed.state}`)
}

interface ItemOptions extends Connection {
  readonly state?: string
  readonly ending?: boolean
  readonly limit: string
}

function addItems(group: Command): void {
  online(group, 'items <address>', 'what was decided last for each item, and why')
    .option('--state <state>', 'noted, parked, linked or ended')
    .option('--ending', 'those that an open question would untrack')
    .option('--limit <count>', 'how many', '100')
    .action(async (address: string, options: ItemOptions) => {
      const query = new URLSearchParams({
        limit: options.limit,
        ...(options.state ? { state: options.state } : {}),
        ...(options.ending ? { isEnding: 'true' } : {}),
      })
      const path = `/mailboxes/${encodeURIComponent(address)}/items?${query}`
      const { items: value, next } = await clientOf(options).call('GET', path, items)
      if (options.json) return printJson(value)
      const now = Date.now()
      print(
        table(
          ['KIND', 'STATE', 'RULE', 'WHEN', 'SEEN', 'SUBJECT'],
          value.map((item) => [
            item.kind,
            item.state,
            item.decision.rule,
            relative(item.decision.at, now),
            item.park
              ? `${item.park.reason} Next try: ${due(item.park.nextTryAt, now)}`
              : item.decision.seen,
            item.subject ?? '',
          ]),
        ),
      )
      if (next !== null) print(`There are more; --limit shows up to 1000.`)
    })
}
