import { z } from 'zod'
import { badRequest, itemNotFound, SandboxError } from '../errors.ts'
import { findEvent, patchEvent } from '../model/events.ts'
import { contentOf, patchMessage } from '../model/messages.ts'
import { getList, getTask, patchTask } from '../model/tasks.ts'
import type { Extension } from '../model/types.ts'
import {
  type Area,
  type Call,
  created,
  type Handler,
  noContent,
  ok,
  param,
  parseBody,
  type Route,
} from './call.ts'
import { extensionRow } from './extension-shape.ts'
import { messageIn } from './message-routes.ts'
import { context } from './page.ts'

interface Holder {
  readonly list: readonly Extension[]
  readonly save: (extensions: readonly Extension[]) => void
}

const onMessage = (call: Call): Holder => {
  const message = messageIn(call)
  return {
    list: contentOf(call.mailbox, message).extensions,
    save: (extensions) => {
      patchMessage(call.world, call.mailbox, message, { fields: {}, content: { extensions } })
    },
  }
}

const onEvent = (call: Call): Holder => {
  const { event } = findEvent(call.mailbox, param(call, 'event'))
  return {
    list: event.extensions,
    save: (extensions) => {
      patchEvent(call.world, call.mailbox, event, { extensions })
    },
  }
}

const onTask = (call: Call): Holder => {
  const task = getTask(
    call.mailbox,
    getList(call.mailbox, param(call, 'list')),
    param(call, 'task'),
  )
  return {
    list: task.extensions,
    save: (extensions) => {
      patchTask(call.world, call.mailbox, task, { extensions })
    },
  }
}

const body = z.record(z.string(), z.unknown())

/** Extensions go by their name, or by the name under the type's. */
const nameOf = (id: string): string => id.replace(/^microsoft\.graph\.openTypeExtension\./i, '')

function find(call: Call, holder: Holder): Extension {
  const wanted = nameOf(param(call, 'extension')).toLowerCase()
  const found = holder.list.find((one) => one.name.toLowerCase() === wanted)
  if (!found) throw itemNotFound()
  return found
}

function valuesOf(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { id: _id, extensionName: _name, ...values } = sent
  return Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith('@')))
}

function table(of: (call: Call) => Holder): readonly (readonly [string, string, Handler])[] {
  const entity = (call: Call, one: Extension) => ({
    '@odata.context': context(call, 'extensions/$entity'),
    ...extensionRow(one),
  })
  const list: Handler = (call) =>
    ok({
      '@odata.context': context(call, 'extensions'),
      value: of(call).list.map(extensionRow),
    })
  const add: Handler = (call) => {
    const sent = parseBody(body, call)
    const name = sent.extensionName
    if (typeof name !== 'string' || name === '') {
      throw badRequest("The property 'extensionName' is required.")
    }
    const holder = of(call)
    if (holder.list.some((one) => one.name === name)) {
      throw new SandboxError(409, 'ErrorItemSave', `An extension '${name}' already exists.`)
    }
    const made = { name, values: valuesOf(sent) }
    holder.save([...holder.list, made])
    return created(entity(call, made))
  }
  const change: Handler = (call) => {
    const holder = of(call)
    const before = find(call, holder)
    const values = valuesOf(parseBody(body, call))
    const after = { ...before, values: { ...before.values, ...values } }
    holder.save(holder.list.map((one) => (one === before ? after : one)))
    return ok(entity(call, after))
  }
  const drop: Handler = (call) => {
    const holder = of(call)
    const gone = find(call, holder)
    holder.save(holder.list.filter((one) => one !== gone))
    return noContent
  }
  return [
    ['GET', '', list],
    ['POST', '', add],
    ['GET', '/{extension}', (call) => ok(entity(call, find(call, of(call))))],
    ['PATCH', '/{extension}', change],
    ['DELETE', '/{extension}', drop],
  ]
}

const below = (base: string, area: Area, of: (call: Call) => Holder): readonly Route[] =>
  table(of).map(([method, path, handler]) => ({
    method,
    path: `${base}/extensions${path}`,
    area,
    handler,
  }))

export const extensionRoutes: readonly Route[] = [
  ...below('/users/{user}/messages/{message}', 'mail', onMessage),
  ...below('/users/{user}/events/{event}', 'calendar', onEvent),
  ...below('/users/{user}/todo/lists/{list}/tasks/{task}', 'tasks', onTask),
]
