import { setTimeout as pause } from 'node:timers/promises'
import type { Dice } from '../simulation/dice.ts'
import type { Graph } from './clients.ts'

export const MARK = 'Tracked to Dynamics 365'
/** They do so many things at once. */
const HANDS = 3
const PAUSE_MS = 120
const PAUSE_MORE_MS = 300
const DAY_MS = 86_400_000
const FOLDERS = ['inbox', 'archive'] as const

export interface Mailbox {
  readonly address: string
  /** The task list that new tasks go to; null = a shared mailbox, of which only mail is tracked. */
  readonly taskList: string | null
}

/** Something the person made and knows where to find. */
interface Item {
  readonly mailbox: Mailbox
  readonly kind: 'message' | 'event' | 'task'
  readonly subject: string
  /** Path of it in Graph; a move may give another. */
  path: string
  isMarked: boolean
}

/** Who works in all mailboxes, and knows nothing but Graph. */
export interface Person {
  readonly acts: () => number
  /** Subjects of everything that the mark was put on, or may have been put on. */
  readonly everMarked: ReadonlySet<string>
  work(): void
  rest(): Promise<void>
  /** A message with the mark on it. @returns its path, or null when Graph doesn't say that it is there */
  mail(mailbox: Mailbox, subject: string): Promise<string | null>
}

/** The mailboxes of the sandbox. */
export async function findMailboxes(graph: Graph): Promise<readonly Mailbox[]> {
  const users = await graph.list('/users?$top=100')
  const found = users.map(async ({ mail }): Promise<Mailbox> => {
    const { body } = await graph.ask('GET', `/users/${mail}/mailboxSettings`)
    if (body.userPurpose === 'shared') return { address: mail, taskList: null }
    const lists = await graph.list(`/users/${mail}/todo/lists`)
    const main = lists.find(({ wellknownListName }) => wellknownListName === 'defaultList')
    return { address: mail, taskList: main?.id ?? null }
  })
  return Promise.all(found)
}

/** @param prefix of all subjects */
export function createPerson(
  graph: Graph,
  mailboxes: readonly Mailbox[],
  prefix: string,
  dice: Dice,
): Person {
  const items: Item[] = []
  const everMarked = new Set<string>()
  let count = 0
  let made = 0
  let working: Promise<unknown> | null = null
  let isWorking = false

  async function create(item: Omit<Item, 'path'>, list: string, body: object) {
    const categories = item.isMarked ? [MARK] : []
    if (item.isMarked) everMarked.add(item.subject)
    const answer = await graph.ask('POST', list, { ...body, categories })
    if (answer.status !== 201) return null
    return { ...item, path: `${home(list)}/${answer.body.id}` }
  }

  const message = (mailbox: Mailbox, subject: string, isMarked: boolean) =>
    create(
      { mailbox, kind: 'message', subject, isMarked },
      `/users/${mailbox.address}/mailFolders/inbox/messages`,
      {
        subject,
        body: { contentType: 'html', content: `<p>${subject}</p>` },
        from: { emailAddress: { name: 'Cora', address: 'cora@customer.example' } },
        toRecipients: [{ emailAddress: { address: mailbox.address } }],
        internetMessageId: `<${subject.replaceAll(' ', '.')}@customer.example>`,
        // MAPI's message flags say that it was sent: without them it is a draft.
        singleValueExtendedProperties: [{ id: 'Integer 0x0E07', value: '1' }],
      },
    )

  function event(mailbox: Mailbox, subject: string) {
    const start = Date.now() + DAY_MS
    const time = (at: number) => ({ dateTime: new Date(at).toISOString(), timeZone: 'UTC' })
    return create(
      { mailbox, kind: 'event', subject, isMarked: true },
      `/users/${mailbox.address}/events`,
      { subject, start: time(start), end: time(start + 3_600_000) },
    )
  }

  const task = (mailbox: Mailbox, subject: string) =>
    create(
      { mailbox, kind: 'task', subject, isMarked: true },
      `/users/${mailbox.address}/todo/lists/${mailbox.taskList}/tasks`,
      { title: subject },
    )

  async function make(): Promise<void> {
    const mailbox = dice.pick(mailboxes)
    const kind = mailbox.taskList === null ? 'message' : dice.pick(KINDS)
    const subject = `${prefix} ${kind} ${++made}`
    const isMarked = dice.chance(0.6)
    const item =
      kind === 'message'
        ? await message(mailbox, subject, isMarked)
        : await (kind === 'event' ? event(mailbox, subject) : task(mailbox, subject))
    if (item !== null) items.push(item)
  }

  async function toggle(item: Item): Promise<void> {
    const wanted = !item.isMarked
    if (wanted) everMarked.add(item.subject)
    const answer = await graph.ask('PATCH', item.path, { categories: wanted ? [MARK] : [] })
    if (answer.status === 200) item.isMarked = wanted
  }

  async function move(item: Item): Promise<void> {
    const destinationId = dice.pick(FOLDERS)
    const answer = await graph.ask('POST', `${item.path}/move`, { destinationId })
    if (answer.status !== 201) return
    item.path = `/users/${item.mailbox.address}/messages/${answer.body.id}`
  }

  async function act(): Promise<void> {
    const choice = dice.next()
    if (items.length === 0 || choice < 0.5) return make()
    const item = dice.pick(items)
    if (choice < 0.8 || item.kind !== 'message') return toggle(item)
    return move(item)
  }

  async function workOn(): Promise<void> {
    while (isWorking) {
      // While nothing answers the person tries something else a moment later.
      await act().then(
        () => {
          count += 1
        },
        () => {},
      )
      await pause(PAUSE_MS + dice.int(PAUSE_MORE_MS))
    }
  }

  return {
    acts: () => count,
    everMarked,
    work: () => {
      isWorking = true
      working ??= Promise.all(Array.from({ length: HANDS }, workOn))
    },
    rest: async () => {
      isWorking = false
      await working
      working = null
    },
    mail: async (mailbox, subject) =>
      (await message(mailbox, subject, true).catch(() => null))?.path ?? null,
  }
}

const KINDS = ['message', 'message', 'message', 'event', 'task'] as const

/** Where an item is found again: messages by mailbox, since they move. */
const home = (list: string): string => list.replace('/mailFolders/inbox', '')
