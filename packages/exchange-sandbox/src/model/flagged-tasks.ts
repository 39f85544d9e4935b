import { deleteTask, insertTask, patchTask } from './tasks.ts'
import type { Mailbox, Message } from './types.ts'
import { iso, type World } from './world.ts'

/** Flagged mail shows as a task in the list `flaggedEmails`. */
export function followFlag(world: World, mailbox: Mailbox, message: Message): void {
  const known = mailbox.tasks.get(mailbox.flaggedTasks.get(message.key) ?? '')
  const status = message.flag.flagStatus
  if (status === 'notFlagged') {
    if (known) deleteTask(world, mailbox, known)
    return
  }
  if (!known && !world.switches().flaggedMailAsTasks) return
  const list = [...mailbox.lists.values()].find((one) => one.wellknownListName === 'flaggedEmails')
  if (!list) return
  const complete = status === 'complete'
  const fields = {
    title: message.subject,
    status: complete ? 'completed' : 'notStarted',
    importance: message.importance,
    categories: message.categories,
    dueDateTime: message.flag.dueDateTime ?? null,
    startDateTime: message.flag.startDateTime ?? null,
    completedDateTime: complete ? (message.flag.completedDateTime ?? done(world)) : null,
  }
  if (!known) insertTask(world, mailbox, list, fields, message.key)
  else if (Object.entries(fields).some(([name, value]) => !same(Reflect.get(known, name), value))) {
    patchTask(world, mailbox, known, fields)
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const done = (world: World) => ({
  dateTime: `${iso(world.now()).slice(0, 10)}T00:00:00.0000000`,
  timeZone: 'UTC',
})
