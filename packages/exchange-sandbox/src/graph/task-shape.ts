import { etag } from '../model/ids.ts'
import type { ChecklistItem, LinkedResource, Task, TaskList } from '../model/types.ts'
import { iso } from '../model/world.ts'
import { extensionRow } from './extension-shape.ts'
import type { Shape } from './project.ts'

export const listShape: Shape<TaskList> = {
  type: 'todoTaskList',
  properties: {
    displayName: (list) => list.displayName,
    isOwner: () => true,
    isShared: () => false,
    wellknownListName: (list) => list.wellknownListName,
    id: (list) => list.id,
  },
  byDefault: null,
  annotations: (list) => ({ '@odata.etag': etag(list.seq) }),
  expands: { extensions: () => [] },
}

const NO_TIME = undefined

export const taskShape: Shape<Task> = {
  type: 'todoTask',
  properties: {
    importance: (task) => task.importance,
    isReminderOn: (task) => task.isReminderOn,
    status: (task) => task.status,
    title: (task) => task.title,
    createdDateTime: (task) => iso(task.createdMs),
    lastModifiedDateTime: (task) => iso(task.modifiedMs),
    bodyLastModifiedDateTime: (task) => iso(task.bodyModifiedMs),
    hasAttachments: () => false,
    categories: (task) => task.categories,
    id: (task) => task.id,
    body: (task) => task.body,
    // Times that are not set are left out of the answer.
    completedDateTime: (task) => task.completedDateTime ?? NO_TIME,
    dueDateTime: (task) => task.dueDateTime ?? NO_TIME,
    startDateTime: (task) => task.startDateTime ?? NO_TIME,
    reminderDateTime: (task) => task.reminderDateTime ?? NO_TIME,
    recurrence: (task) => task.recurrence ?? NO_TIME,
  },
  byDefault: null,
  annotations: (task) => ({ '@odata.etag': etag(task.seq) }),
  expands: {
    linkedResources: (task) => task.linkedResources,
    checklistItems: (task) => task.checklistItems.map(checklistRow),
    extensions: (task) => task.extensions.map(extensionRow),
    attachments: () => [],
  },
}

export const linkedShape: Shape<LinkedResource> = {
  type: 'linkedResource',
  properties: {
    id: (linked) => linked.id,
    applicationName: (linked) => linked.applicationName,
    displayName: (linked) => linked.displayName,
    externalId: (linked) => linked.externalId,
    webUrl: (linked) => linked.webUrl,
  },
  byDefault: null,
  annotations: () => ({}),
  expands: {},
}

export const checklistShape: Shape<ChecklistItem> = {
  type: 'checklistItem',
  properties: {
    id: (item) => item.id,
    displayName: (item) => item.displayName,
    isChecked: (item) => item.isChecked,
    createdDateTime: (item) => iso(item.createdMs),
    checkedDateTime: (item) => (item.checkedMs === null ? undefined : iso(item.checkedMs)),
  },
  byDefault: null,
  annotations: () => ({}),
  expands: {},
}

function checklistRow(item: ChecklistItem): Readonly<Record<string, unknown>> {
  const entries = Object.entries(checklistShape.properties).map(
    ([name, read]) => [name, read(item)] as const,
  )
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}
