import { itemNotFound, SandboxError } from '../errors.ts'
import { itemCategories } from './categories.ts'
import { listId } from './ids.ts'
import { addList } from './mailbox.ts'
import type { Mailbox, Task, TaskList } from './types.ts'
import { iso, nextSeq, note, seconds, touch, type World } from './world.ts'

export function getList(mailbox: Mailbox, id: string): TaskList {
  // Clients name the two well-known lists by name, too.
  const named = [...mailbox.lists.values()].find(
    (list) => list.wellknownListName === id && id !== 'none',
  )
  const list = mailbox.lists.get(id) ?? named
  if (!list) throw itemNotFound()
  return list
}

export function getTask(mailbox: Mailbox, list: TaskList, id: string): Task {
  const task = mailbox.tasks.get(id)
  if (!task || task.list !== list.id) throw itemNotFound()
  return task
}

const wellKnown = () =>
  new SandboxError(400, 'invalidRequest', 'Well-known lists cannot be changed or deleted.')

export function createList(world: World, mailbox: Mailbox, name: string): TaskList {
  if (name.trim() === '') {
    throw new SandboxError(400, 'invalidRequest', 'A task list needs a display name.')
  }
  return addList(world, mailbox, name, 'none')
}

export function renameList(world: World, mailbox: Mailbox, list: TaskList, name: string): void {
  if (list.wellknownListName !== 'none') throw wellKnown()
  list.displayName = name
  list.seq = nextSeq(mailbox)
  touch(world, mailbox, 'list', list.id)
  const entry = { seq: list.seq, key: list.id, gone: null }
  note(world, mailbox, { log: mailbox.listLog, scope: 'lists' }, entry)
}

export function deleteList(world: World, mailbox: Mailbox, list: TaskList): void {
  if (list.wellknownListName !== 'none') throw wellKnown()
  for (const task of tasksOf(mailbox, list)) deleteTask(world, mailbox, task)
  mailbox.lists.delete(list.id)
  touch(world, mailbox, 'list', list.id)
  const gone = { reason: 'deleted' as const, item: list.id, id: list.id }
  const entry = { seq: nextSeq(mailbox), key: list.id, gone }
  note(world, mailbox, { log: mailbox.listLog, scope: 'lists' }, entry)
}

export const tasksOf = (mailbox: Mailbox, list: TaskList): Task[] =>
  [...mailbox.tasks.values()].filter((task) => task.list === list.id)

export type TaskFields = Partial<
  Omit<Task, 'id' | 'list' | 'seq' | 'createdMs' | 'modifiedMs' | 'bodyModifiedMs' | 'message'>
>

export function insertTask(
  world: World,
  mailbox: Mailbox,
  list: TaskList,
  fields: TaskFields,
  message: string | null = null,
): Task {
  const now = seconds(world.now())
  const task: Task = {
    id: listId(world.newId()),
    list: list.id,
    message,
    seq: nextSeq(mailbox),
    createdMs: now,
    modifiedMs: now,
    bodyModifiedMs: now,
    title: '',
    body: { contentType: 'text', content: '' },
    status: 'notStarted',
    importance: 'normal',
    dueDateTime: null,
    startDateTime: null,
    reminderDateTime: null,
    completedDateTime: null,
    isReminderOn: false,
    recurrence: null,
    linkedResources: [],
    checklistItems: [],
    extensions: [],
    ...fields,
    categories: itemCategories(world, mailbox, fields.categories ?? []),
  }
  complete(world, task)
  mailbox.tasks.set(task.id, task)
  if (message !== null) mailbox.flaggedTasks.set(message, task.id)
  noteTask(world, mailbox, task, 'created')
  return task
}

export function patchTask(world: World, mailbox: Mailbox, task: Task, fields: TaskFields): Task {
  const categories = fields.categories && itemCategories(world, mailbox, fields.categories)
  Object.assign(task, fields, categories && { categories })
  task.seq = nextSeq(mailbox)
  task.modifiedMs = seconds(world.now())
  if (fields.body) task.bodyModifiedMs = task.modifiedMs
  complete(world, task)
  noteTask(world, mailbox, task, 'updated')
  return task
}

/** A completed task knows when; another one doesn't. */
function complete(world: World, task: Task): void {
  if (task.status !== 'completed') task.completedDateTime = null
  else task.completedDateTime ??= { dateTime: midnight(world.now()), timeZone: 'UTC' }
}

const midnight = (ms: number): string => `${iso(ms).slice(0, 10)}T00:00:00.0000000`

export function deleteTask(world: World, mailbox: Mailbox, task: Task): void {
  mailbox.tasks.delete(task.id)
  if (task.message !== null) mailbox.flaggedTasks.delete(task.message)
  const list = getList(mailbox, task.list)
  const gone = { reason: 'deleted' as const, item: task.id, id: task.id }
  const entry = { seq: nextSeq(mailbox), key: task.id, gone }
  note(world, mailbox, { log: list.log, scope: `list:${list.id}` }, entry)
  touch(world, mailbox, 'task', task.id)
  tell(world, mailbox, task, 'deleted')
}

function noteTask(world: World, mailbox: Mailbox, task: Task, change: 'created' | 'updated'): void {
  const list = getList(mailbox, task.list)
  const entry = { seq: task.seq, key: task.id, gone: null }
  note(world, mailbox, { log: list.log, scope: `list:${list.id}` }, entry)
  touch(world, mailbox, 'task', task.id)
  tell(world, mailbox, task, change)
}

function tell(
  world: World,
  mailbox: Mailbox,
  task: Task,
  change: 'created' | 'updated' | 'deleted',
): void {
  const { id, list: folder, seq } = task
  world.changed({ mailbox, kind: 'task', change, key: id, id, folder, seq })
}
