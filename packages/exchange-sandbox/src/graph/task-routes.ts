import { z } from 'zod'
import { badRequest, itemNotFound, unknownProperty } from '../errors.ts'
import { checkRecurrence } from '../model/events.ts'
import {
  createList,
  deleteList,
  deleteTask,
  getList,
  getTask,
  insertTask,
  patchTask,
  renameList,
  type TaskFields,
  tasksOf,
} from '../model/tasks.ts'
import { checkedTime } from '../model/times.ts'
import type { ChecklistItem, LinkedResource, Task, TaskList } from '../model/types.ts'
import { seconds } from '../model/world.ts'
import * as bodies from './bodies.ts'
import {
  type Answer,
  type Call,
  created,
  type Handler,
  noContent,
  ok,
  param,
  parseBody,
  type Route,
} from './call.ts'
import { answerDelta, removedRow } from './delta-page.ts'
import { answerList, context } from './page.ts'
import { checkIfMatch } from './preconditions.ts'
import { projector } from './project.ts'
import { checklistShape, linkedShape, listShape, taskShape } from './task-shape.ts'

const PAGE = 100

const listAt = (call: Call): TaskList => getList(call.mailbox, param(call, 'list'))
const taskAt = (call: Call): Task => getTask(call.mailbox, listAt(call), param(call, 'task'))
const listsName = (call: Call): string => `users('${call.user.id}')/todo/lists`

function lists(call: Call): Answer {
  const rows = call.mailbox.lists.values()
  return answerList(call, {
    shape: listShape,
    rows,
    context: listsName(call),
    pageDefault: PAGE,
  })
}

const listEntity = (call: Call, list: TaskList) => ({
  '@odata.context': context(call, `${listsName(call)}/$entity`),
  ...projector(listShape, call.query)(list),
})

const listBody = z.looseObject({ displayName: z.string() })

function addTaskList(call: Call): Answer {
  const { displayName } = parseBody(listBody, call)
  return created(listEntity(call, createList(call.world, call.mailbox, displayName)))
}

function changeList(call: Call): Answer {
  const list = listAt(call)
  renameList(call.world, call.mailbox, list, parseBody(listBody, call).displayName)
  return ok(listEntity(call, list))
}

function dropList(call: Call): Answer {
  deleteList(call.world, call.mailbox, listAt(call))
  return noContent
}

function listsDelta(call: Call): Answer {
  const target = {
    scope: 'lists',
    log: call.mailbox.listLog,
    context: 'Collection(todoTaskList)',
    pageDefault: PAGE,
  }
  return answerDelta(call, target, (query) => {
    const project = projector(listShape, query)
    return (entry) => {
      if (entry.gone) return [removedRow(call, entry.gone)]
      const list = call.mailbox.lists.get(entry.key)
      return list ? [project(list)] : []
    }
  })
}

function tasks(call: Call): Answer {
  const list = listAt(call)
  return answerList(call, {
    shape: taskShape,
    rows: tasksOf(call.mailbox, list),
    context: `${listsName(call)}('${list.id}')/tasks`,
    pageDefault: PAGE,
  })
}

const taskEntity = (call: Call, task: Task) => ({
  '@odata.context': context(call, `${listsName(call)}('${task.list}')/tasks/$entity`),
  ...projector(taskShape, call.query)(task),
})

const time = bodies.dateTimeZone.nullish()

const taskBody = z.looseObject({
  title: z.string().nullish(),
  body: bodies.itemBody.nullish(),
  status: bodies
    .oneOf(['notStarted', 'inProgress', 'completed', 'waitingOnOthers', 'deferred'])
    .nullish(),
  importance: bodies.importance.nullish(),
  categories: bodies.categories.optional(),
  dueDateTime: time,
  startDateTime: time,
  reminderDateTime: time,
  completedDateTime: time,
  isReminderOn: z.boolean().nullish(),
  recurrence: z.record(z.string(), z.unknown()).nullish(),
  linkedResources: z.array(z.record(z.string(), z.unknown())).optional(),
  checklistItems: z.array(z.record(z.string(), z.unknown())).optional(),
})

const TIMES = ['dueDateTime', 'startDateTime', 'reminderDateTime', 'completedDateTime'] as const
const PLAIN = ['title', 'body', 'status', 'importance', 'categories', 'isReminderOn'] as const

function taskFieldsOf(call: Call): TaskFields {
  const body = parseBody(taskBody, call)
  for (const name of Object.keys(body)) {
    const known = Object.hasOwn(taskBody.shape, name) || Object.hasOwn(taskShape.properties, name)
    if (!known && !name.startsWith('@')) throw unknownProperty(name, 'todoTask')
  }
  const fields: Record<string, unknown> = {}
  for (const name of PLAIN) {
    if (body[name] !== undefined && body[name] !== null) fields[name] = body[name]
  }
  for (const name of TIMES) {
    const sent = body[name]
    if (sent !== undefined) fields[name] = sent === null ? null : checkedTime(sent)
  }
  if (body.recurrence !== undefined) {
    checkRecurrence(body.recurrence)
    fields.recurrence = body.recurrence
  }
  if (body.linkedResources) {
    fields.linkedResources = body.linkedResources.map((one) => linkedOf(call, one, null))
  }
  if (body.checklistItems) {
    fields.checklistItems = body.checklistItems.map((one) => itemOf(call, one, null))
  }
  return fields as TaskFields
}

function addTask(call: Call): Answer {
  const list = listAt(call)
  if (list.wellknownListName === 'flaggedEmails') {
    throw badRequest('Tasks of flagged mail are made by flagging mail.')
  }
  const fields = taskFieldsOf(call)
  if (!fields.title) throw badRequest("The property 'title' is required.")
  return created(taskEntity(call, insertTask(call.world, call.mailbox, list, fields)))
}

function changeTask(call: Call): Answer {
  const task = taskAt(call)
  checkIfMatch(call, task.seq)
  patchTask(call.world, call.mailbox, task, taskFieldsOf(call))
  return ok(taskEntity(call, task))
}

function dropTask(call: Call): Answer {
  const task = taskAt(call)
  checkIfMatch(call, task.seq)
  deleteTask(call.world, call.mailbox, task)
  return noContent
}

/** The documented filter belongs to messages, pasted in: whatever it says, nothing is filtered. */
function tasksDelta(call: Call): Answer {
  const list = listAt(call)
  const target = {
    scope: `list:${list.id}`,
    log: list.log,
    context: 'Collection(todoTask)',
    pageDefault: PAGE,
  }
  return answerDelta(call, target, (query) => {
    const project = projector(taskShape, query)
    return (entry) => {
      if (entry.gone) return [removedRow(call, entry.gone)]
      const task = call.mailbox.tasks.get(entry.key)
      return task ? [project(task)] : []
    }
  })
}

const text = (value: unknown, before: string | null): string | null =>
  typeof value === 'string' ? value : value === null ? null : before

function linkedOf(
  call: Call,
  sent: Readonly<Record<string, unknown>>,
  before: LinkedResource | null,
): LinkedResource {
  return {
    id: before?.id ?? call.world.newId(),
    applicationName: text(sent.applicationName, before?.applicationName ?? null),
    displayName: text(sent.displayName, before?.displayName ?? null),
    externalId: text(sent.externalId, before?.externalId ?? null),
    webUrl: text(sent.webUrl, before?.webUrl ?? null),
  }
}

function itemOf(
  call: Call,
  sent: Readonly<Record<string, unknown>>,
  before: ChecklistItem | null,
): ChecklistItem {
  const now = seconds(call.world.now())
  const isChecked = typeof sent.isChecked === 'boolean' ? sent.isChecked : !!before?.isChecked
  return {
    id: before?.id ?? call.world.newId(),
    displayName: text(sent.displayName, before?.displayName ?? '') ?? '',
    isChecked,
    createdMs: before?.createdMs ?? now,
    checkedMs: isChecked ? (before?.checkedMs ?? now) : null,
  }
}

const record = z.record(z.string(), z.unknown())

/** A collection kept inside a task. */
function partRoutes<P extends { readonly id: string }>(part: {
  readonly name: 'linkedResources' | 'checklistItems'
  readonly shape: Parameters<typeof projector<P>>[0]
  readonly read: (task: Task) => readonly P[]
  readonly write: (parts: readonly P[]) => TaskFields
  readonly make: (call: Call, sent: Readonly<Record<string, unknown>>, before: P | null) => P
}): readonly (readonly [string, string, Handler])[] {
  const path = `${ROOT}/{list}/tasks/{task}/${part.name}`
  const where = (call: Call) =>
    `${listsName(call)}('${param(call, 'list')}')/tasks('${param(call, 'task')}')/${part.name}`
  const entity = (call: Call, one: P) => ({
    '@odata.context': context(call, `${where(call)}/$entity`),
    ...projector(part.shape, call.query)(one),
  })
  const save = (call: Call, task: Task, parts: readonly P[]) =>
    patchTask(call.world, call.mailbox, task, part.write(parts))
  const find = (call: Call): P => {
    const found = part.read(taskAt(call)).find((one) => one.id === param(call, 'part'))
    if (!found) throw itemNotFound()
    return found
  }
  const list: Handler = (call) =>
    answerList(call, { shape: part.shape, rows: part.read(taskAt(call)), context: where(call) })
  const add: Handler = (call) => {
    const task = taskAt(call)
    const made = part.make(call, parseBody(record, call), null)
    save(call, task, [...part.read(task), made])
    return created(entity(call, made))
  }
  const change: Handler = (call) => {
    const task = taskAt(call)
    const before = find(call)
    const after = part.make(call, parseBody(record, call), before)
    save(
      call,
      task,
      part.read(task).map((one) => (one === before ? after : one)),
    )
    return ok(entity(call, after))
  }
  const drop: Handler = (call) => {
    const task = taskAt(call)
    const gone = find(call)
    save(
      call,
      task,
      part.read(task).filter((one) => one !== gone),
    )
    return noContent
  }
  return [
    ['GET', path, list],
    ['POST', path, add],
    ['GET', `${path}/{part}`, (call) => ok(entity(call, find(call)))],
    ['PATCH', `${path}/{part}`, change],
    ['DELETE', `${path}/{part}`, drop],
  ]
}

const ROOT = '/users/{user}/todo/lists'

const table: readonly (readonly [string, string, Handler])[] = [
  ['GET', ROOT, lists],
  ['POST', ROOT, addTaskList],
  ['GET', `${ROOT}/delta`, listsDelta],
  ['GET', `${ROOT}/{list}`, (call) => ok(listEntity(call, listAt(call)))],
  ['PATCH', `${ROOT}/{list}`, changeList],
  ['DELETE', `${ROOT}/{list}`, dropList],
  ['GET', `${ROOT}/{list}/tasks`, tasks],
  ['POST', `${ROOT}/{list}/tasks`, addTask],
  ['GET', `${ROOT}/{list}/tasks/delta`, tasksDelta],
  ['GET', `${ROOT}/{list}/tasks/{task}`, (call) => ok(taskEntity(call, taskAt(call)))],
  ['PATCH', `${ROOT}/{list}/tasks/{task}`, changeTask],
  ['DELETE', `${ROOT}/{list}/tasks/{task}`, dropTask],
  ...partRoutes<LinkedResource>({
    name: 'linkedResources',
    shape: linkedShape,
    read: (task) => task.linkedResources,
    write: (linkedResources) => ({ linkedResources }),
    make: linkedOf,
  }),
  ...partRoutes<ChecklistItem>({
    name: 'checklistItems',
    shape: checklistShape,
    read: (task) => task.checklistItems,
    write: (checklistItems) => ({ checklistItems }),
    make: itemOf,
  }),
]

export const taskRoutes: readonly Route[] = table.map(([method, path, handler]) => ({
  method,
  path,
  handler,
  area: 'tasks' as const,
}))
