import { type ChangeLog, type LogEntry, newLog, record } from '../model/change-log.ts'
import { indexEvent } from '../model/events.ts'
import { emptyMailbox } from '../model/mailbox.ts'
import { index } from '../model/messages.ts'
import { keptRule } from '../model/rules.ts'
import type {
  Calendar,
  CalendarEvent,
  Category,
  Folder,
  Mailbox,
  Message,
  MessageContent,
  Task,
  TaskList,
} from '../model/types.ts'

/** One line of a journal: `v` null = gone. The newest line of a key counts. */
interface Line {
  readonly k: string
  readonly v: unknown
}

interface Meta {
  readonly settings: Mailbox['settings']
  readonly categories: readonly Category[]
  readonly rules: readonly Parameters<typeof keptRule>[0][]
  readonly epoch: number
  readonly lost: Mailbox['lost']
  readonly floors: Readonly<Record<string, number>>
}

type KeptFolder = Omit<Folder, 'members' | 'log' | 'unread' | 'order'>
type Gone = LogEntry & { readonly scope: string }

/** Every change log of a mailbox by the name its tombstones carry. */
export function* logsOf(mailbox: Mailbox): Generator<readonly [string, ChangeLog]> {
  yield ['folders', mailbox.folderLog]
  yield ['lists', mailbox.listLog]
  for (const folder of mailbox.folders.values()) yield [`folder:${folder.id}`, folder.log]
  for (const calendar of mailbox.calendars.values()) {
    yield [`calendar:${calendar.id}`, calendar.log]
  }
  for (const list of mailbox.lists.values()) yield [`list:${list.id}`, list.log]
}

function metaOf(mailbox: Mailbox): Meta {
  const { settings, rules, epoch, lost } = mailbox
  const floors = [...logsOf(mailbox)].filter(([, log]) => log.floor > 0)
  return {
    settings,
    categories: [...mailbox.categories.values()],
    rules,
    epoch,
    lost,
    floors: Object.fromEntries(floors.map(([scope, log]) => [scope, log.floor])),
  }
}

/** The line for `kind/key` as things are now. */
export function lineOf(mailbox: Mailbox, name: string): string {
  return JSON.stringify({ k: name, v: recordOf(mailbox, name) } satisfies Line)
}

function recordOf(mailbox: Mailbox, name: string): unknown {
  const slash = name.indexOf('/')
  const key = name.slice(slash + 1)
  switch (name.slice(0, slash)) {
    case 'meta':
      return metaOf(mailbox)
    case 'folder': {
      const folder = mailbox.folders.get(key)
      if (!folder) return null
      const { members: _members, log: _log, unread: _unread, order: _order, ...kept } = folder
      return kept
    }
    case 'message':
      return mailbox.messages.get(key) ?? null
    case 'content':
      return mailbox.contents.get(key) ?? null
    case 'calendar':
      return withoutLog(mailbox.calendars.get(key))
    case 'event':
      return mailbox.events.get(key) ?? null
    case 'list':
      return withoutLog(mailbox.lists.get(key))
    case 'task':
      return mailbox.tasks.get(key) ?? null
    case 'gone':
      return goneOf(mailbox, key)
    default:
      throw new Error(`unknown record '${name}'`)
  }
}

function withoutLog<T extends { readonly log: ChangeLog }>(of: T | undefined) {
  if (!of) return null
  const { log: _log, ...kept } = of
  return kept
}

function goneOf(mailbox: Mailbox, name: string): Gone | null {
  const bar = name.indexOf('|')
  const scope = name.slice(0, bar)
  for (const [other, log] of logsOf(mailbox)) {
    if (other !== scope) continue
    const entry = log.newest.get(name.slice(bar + 1))
    return entry?.gone ? { scope, ...entry } : null
  }
  return null
}

/** Everything a mailbox holds, for writing its journal anew. */
export function* allLines(mailbox: Mailbox): Generator<string> {
  yield lineOf(mailbox, 'meta/mailbox')
  const maps = {
    folder: mailbox.folders,
    calendar: mailbox.calendars,
    list: mailbox.lists,
    message: mailbox.messages,
    content: mailbox.contents,
    event: mailbox.events,
    task: mailbox.tasks,
  }
  for (const [kind, map] of Object.entries(maps)) {
    for (const key of map.keys()) yield lineOf(mailbox, `${kind}/${key}`)
  }
  for (const [scope, log] of logsOf(mailbox)) {
    for (const [key, entry] of log.newest) {
      if (entry.gone) yield lineOf(mailbox, `gone/${scope}|${key}`)
    }
  }
}

export interface Restored {
  readonly mailbox: Mailbox
  readonly lines: number
  /** The last line was cut short: the journal must be written anew before it grows. */
  readonly torn: boolean
}

/** @throws Error naming the line that can't be read */
export async function restoreMailbox(
  userId: string,
  lines: AsyncIterable<string>,
): Promise<Restored> {
  const newest = new Map<string, unknown>()
  let count = 0
  let bad = 0
  for await (const text of lines) {
    count += 1
    if (bad > 0) throw new Error(`Line ${bad} of the journal of mailbox ${userId} is damaged.`)
    const line = parseLine(text)
    if (!line) bad = count
    else if (line.v === null) newest.delete(line.k)
    else newest.set(line.k, line.v)
  }
  return { mailbox: rebuild(userId, newest), lines: count, torn: bad > 0 }
}

function parseLine(text: string): Line | null {
  try {
    return JSON.parse(text) as Line
  } catch {
    return null
  }
}

function rebuild(userId: string, newest: ReadonlyMap<string, unknown>): Mailbox {
  const mailbox = emptyMailbox(userId)
  const values = <T>(kind: string): T[] =>
    [...newest].filter(([name]) => name.startsWith(`${kind}/`)).map(([, value]) => value as T)
  const [meta] = values<Meta>('meta')
  if (meta) restoreMeta(mailbox, meta)
  for (const kept of values<KeptFolder>('folder')) addFolder(mailbox, kept)
  for (const kept of values<Calendar>('calendar')) {
    mailbox.calendars.set(kept.id, { ...kept, log: newLog() })
  }
  for (const kept of values<TaskList>('list')) {
    mailbox.lists.set(kept.id, { ...kept, log: newLog() })
  }
  for (const [name, value] of newest) {
    if (!name.startsWith('content/')) continue
    mailbox.contents.set(name.slice('content/'.length), value as MessageContent)
  }
  for (const message of values<Message>('message')) addMessage(mailbox, message)
  for (const event of values<CalendarEvent>('event')) indexEvent(mailbox, event)
  for (const task of values<Task>('task')) {
    mailbox.tasks.set(task.id, task)
    if (task.message !== null) mailbox.flaggedTasks.set(task.message, task.id)
  }
  restoreLogs(mailbox, values<Gone>('gone'), meta?.floors ?? {})
  return mailbox
}

function restoreMeta(mailbox: Mailbox, meta: Meta): void {
  mailbox.settings = meta.settings
  mailbox.rules = meta.rules.map((rule, index) => keptRule(rule, index + 1))
  mailbox.epoch = meta.epoch
  mailbox.lost = meta.lost
  for (const category of meta.categories) mailbox.categories.set(category.id, category)
}

function addFolder(mailbox: Mailbox, kept: KeptFolder): void {
  const folder = { ...kept, members: new Set<string>(), log: newLog(), unread: 0, order: null }
  mailbox.folders.set(kept.id, folder)
  if (kept.wellKnown) mailbox.wellKnown.set(kept.wellKnown, kept.id)
}

function addMessage(mailbox: Mailbox, message: Message): void {
  const folder = mailbox.folders.get(message.folder)
  if (!folder) return
  mailbox.messages.set(message.key, message)
  index(mailbox, message)
  folder.members.add(message.key)
  if (!message.isRead) folder.unread += 1
}

/** Logs in the order of their versions, tombstones among the living. */
function restoreLogs(
  mailbox: Mailbox,
  gone: readonly Gone[],
  floors: Readonly<Record<string, number>>,
): void {
  const entries = new Map<string, LogEntry[]>()
  const add = (scope: string, entry: LogEntry): void => {
    const list = entries.get(scope)
    if (list) list.push(entry)
    else entries.set(scope, [entry])
  }
  const live = (scope: string, seq: number, key: string): void =>
    add(scope, { seq, key, gone: null })
  for (const folder of mailbox.folders.values()) {
    const hidden = ['msgfolderroot', 'recoverableitemsdeletions'].includes(folder.wellKnown ?? '')
    if (!hidden) live('folders', folder.seq, folder.id)
  }
  for (const list of mailbox.lists.values()) live('lists', list.seq, list.id)
  for (const one of mailbox.messages.values()) live(`folder:${one.folder}`, one.seq, one.key)
  for (const one of mailbox.events.values()) live(`calendar:${one.calendar}`, one.seq, one.key)
  for (const one of mailbox.tasks.values()) live(`list:${one.list}`, one.seq, one.id)
  for (const { scope, ...entry } of gone) add(scope, entry)
  let seq = 0
  for (const [scope, log] of logsOf(mailbox)) {
    log.floor = floors[scope] ?? 0
    const sorted = (entries.get(scope) ?? []).sort((a, b) => a.seq - b.seq)
    for (const entry of sorted) record(log, entry)
    seq = Math.max(seq, sorted.at(-1)?.seq ?? 0)
  }
  for (const { seq: last } of [...mailbox.folders.values(), ...mailbox.calendars.values()]) {
    seq = Math.max(seq, last)
  }
  // Versions given out after an earlier kill may have left no trace themselves.
  mailbox.seq = Math.max(seq, ...mailbox.lost.map(({ to }) => to))
}
