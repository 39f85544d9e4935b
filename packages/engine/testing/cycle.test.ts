import { type CycleInput, type Link, SyncError, TRACKED_NAME } from '@trackmark/core'
import { describe, expect, test } from 'vitest'
import { type EngineDeps, type Mailbox, newMemoryBudget, runDue } from '../src/index.ts'
import { newEvent, newMessage, newTask } from './items.ts'
import { memoryMailbox } from './memory-mailbox.ts'
import { memoryStore } from './memory-store.ts'

const ADDRESS = 'nina@northwind.example'
const OWNER = '00000000-0000-4000-8000-00000000000a'
const MAILBOX = '00000000-0000-4000-8000-00000000000b'
const ABOUT: Pick<CycleInput, 'mailbox' | 'profile'> = {
  mailbox: {
    name: 'Nina',
    emailAddress: ADDRESS,
    ownerId: OWNER,
    regardingId: OWNER,
    regardingType: 'systemuser',
    isApproved: true,
    mail: true,
    appointmentsAndTasks: true,
  },
  profile: { id: 'p', name: 'Memory', kind: 'memory', minPollingMinutes: 0 },
}

type Options = Partial<Parameters<typeof memoryMailbox>[0]>

/** An installation with one mailbox, without a database, a server or a sandbox. */
function world(options: Options = {}) {
  let now = Date.UTC(2026, 0, 5, 9)
  let ids = 0
  const memory = memoryMailbox({
    address: ADDRESS,
    keysSurviveMoves: true,
    ...options,
  })
  const store = memoryStore('00000000-0000-4000-8000-00000000000c')
  store.addMailbox(MAILBOX, ABOUT, now)
  /** One connector for each kind of server profile, as the server registers them. */
  const connectors = new Map([['memory', memory.connector]])
  const around: { wrap: (mailbox: Mailbox) => Mailbox } = { wrap: (mailbox) => mailbox }
  const deps: EngineDeps = {
    store,
    openMailbox: async ({ profile, mailbox, health }) =>
      around.wrap(connectors.get(profile!.kind)!.open(mailbox.emailAddress, health)),
    memoryBudget: newMemoryBudget(),
    clock: () => now,
    newId: () => `00000000-0000-4000-9000-${String(++ids).padStart(12, '0')}`,
    random: () => 0.5,
    cadence: () => ({ minMs: 60_000, maxMs: 60_000 }),
    pauseScale: () => 1,
    log: {
      info: () => {},
      warn: () => {},
      error: (message, fields) => {
        throw new Error(`${message}: ${fields?.stack ?? fields?.error}`)
      },
    },
  }
  return {
    ...memory,
    store,
    around,
    now: () => now,
    /** Runs cycles until no mailbox is due at once. */
    async cycle() {
      now += 1_000
      store.wake(now)
      while ((await runDue(deps, { workerId: 'w', leaseMs: 60_000, limit: 5 })) > 0) {}
    },
    activities: () => [...store.activities.values()],
    links: (): readonly Link[] =>
      [...store.mailboxes.get(MAILBOX)!.links.values()].map(({ link }) => link),
    linked(): readonly Link[] {
      return this.links().filter(({ state }) => state === 'linked')
    },
  }
}

const MARK = [TRACKED_NAME]

describe.each([true, false])('cycles in memory, keys survive moves: %s', (keysSurviveMoves) => {
  const make = () => world({ keysSurviveMoves })

  test('[CL1] [TR1] the category is made, and what wears it becomes an activity', async () => {
    const w = make()
    const inbox = w.folder('inbox')
    w.put(newMessage({ key: 'm', folder: inbox, subject: 'Offer', categories: MARK }))
    w.put(newMessage({ key: 'n', folder: inbox }))
    const start = w.now() + 3_600_000
    const times = { start, end: start + 1_800_000 }
    w.put(newEvent({ key: 'e', folder: w.folder('calendar'), categories: MARK, ...times }))
    w.put(newTask({ key: 't', folder: w.folder('tasks'), categories: MARK }))
    await w.cycle()
    expect((await w.mailbox.categories.list()).map(({ name }) => name)).toContain(TRACKED_NAME)
    const seen = w.activities().map(({ type, columns }) => [type, columns.subject])
    expect(seen.toSorted()).toEqual([
      ['appointment', 'Meeting'],
      ['email', 'Offer'],
      ['task', 'Call'],
    ])
  })

  test('[TR4] a mark taken off ends the link', async () => {
    const w = make()
    w.put(newMessage({ key: 'm', folder: w.folder('inbox'), categories: MARK }))
    await w.cycle()
    w.setCategories('m', [])
    await w.cycle()
    expect(w.links()).toMatchObject([{ key: 'm', state: 'ended' }])
  })

  const items = {
    message: () => newMessage({ key: 'i', folder: '', categories: MARK }),
    event: () => newEvent({ key: 'i', folder: '', categories: MARK, start: 0, end: 0 }),
    task: () => newTask({ key: 'i', folder: '', categories: MARK }),
  }
  const home = { message: 'inbox', event: 'calendar', task: 'tasks' } as const
  const put = (w: ReturnType<typeof make>, kind: keyof typeof items) => {
    const item = items[kind]()
    const times = item.kind === 'event' ? { start: w.now(), end: w.now() + 3_600_000 } : {}
    return w.put({ ...item, ...times, folder: w.folder(home[kind]) })
  }
  const awayOf = (w: ReturnType<typeof make>, kind: keyof typeof items) =>
    w.addFolder(w.folder(home[kind]))

  test.each(['message', 'event', 'task'] as const)(
    '[TR21] a tracked %s that moves stays the same activity with one link',
    async (kind) => {
      const w = make()
      put(w, kind)
      await w.cycle()
      const [before] = w.linked()
      const away = awayOf(w, kind)
      const key = w.move('i', away)
      await w.cycle()
      await w.cycle()
      expect(w.activities()).toHaveLength(1)
      expect(w.links()).toMatchObject([
        { key, folder: away, state: 'linked', activityId: before!.activityId, pendingEnd: null },
      ])
      w.setCategories(key, [])
      await w.cycle()
      expect(w.linked()).toEqual([])
    },
  )

  test('[TR21] one that moved and lost its mark meanwhile is untracked', async () => {
    const w = make()
    put(w, 'task')
    await w.cycle()
    w.setCategories('i', [])
    w.move('i', awayOf(w, 'task'))
    await w.cycle()
    expect(w.linked()).toEqual([])
    expect(w.links()).toHaveLength(1)
  })

  test('[TR21] a copy is an item of its own', async () => {
    const w = make()
    put(w, 'task')
    await w.cycle()
    w.copy('i', awayOf(w, 'task'))
    await w.cycle()
    expect(w.linked()).toHaveLength(2)
    expect(new Set(w.linked().map(({ activityId }) => activityId)).size).toBe(2)
  })

  test('[TR21] one whose new folder can’t be read yet is waited for', async () => {
    const w = make()
    put(w, 'task')
    await w.cycle()
    const [before] = w.linked()
    const away = awayOf(w, 'task')
    const key = w.move('i', away)
    const error = new SyncError('folder', 'outage', 'No answer.')
    w.around.wrap = (mailbox) => ({
      ...mailbox,
      feed: {
        read: async (requests) => {
          const outcomes = await mailbox.feed.read(requests)
          return outcomes.map((one, at) =>
            requests[at]!.folder.id === away ? { ok: false, error } : one,
          )
        },
      },
    })
    await w.cycle()
    expect(w.linked()).toHaveLength(1)
    w.around.wrap = (mailbox) => mailbox
    await w.cycle()
    expect(w.links()).toMatchObject([{ key, activityId: before!.activityId, pendingEnd: null }])
    expect(w.activities()).toHaveLength(1)
  })
})

test.each(['occurrences', 'masters'] as const)(
  '[TR10] a series is tracked with its occurrences where a calendar tells of %s, and stays so',
  async (calendarFeed) => {
    const w = world({ calendarFeed })
    const folder = w.folder('calendar')
    const common = { folder, iCalUId: 'uid', categories: MARK }
    const at = (day: number) => {
      const start = w.now() + (day + 1) * 86_400_000
      return { start, end: start + 3_600_000 }
    }
    w.put(newEvent({ ...common, key: 's', ...at(0), eventType: 'master' }))
    for (let day = 0; day < 3; day++) {
      const times = at(day)
      const of = { eventType: 'occurrence', masterKey: 's', originalStart: times.start } as const
      w.put(newEvent({ ...common, key: `o${day}`, ...times, ...of }))
    }
    await w.cycle()
    const linked = () => w.linked().map(({ key }) => key)
    expect(linked()).toEqual(['s', 'o0', 'o1', 'o2'])
    let lookedUp = 0
    w.around.wrap = (mailbox) => ({
      ...mailbox,
      items: {
        ...mailbox.items,
        light: (refs) => {
          lookedUp += refs.length
          return mailbox.items.light(refs)
        },
      },
    })
    w.expireCursors()
    await w.cycle()
    await w.cycle()
    expect(lookedUp).toBe(0)
    expect(linked()).toEqual(['s', 'o0', 'o1', 'o2'])
    expect(w.activities()).toHaveLength(4)
    w.erase('o1')
    w.setCategories('s', [...MARK, 'Changed'])
    await w.cycle()
    expect(linked()).toEqual(['s', 'o0', 'o2'])
  },
)
