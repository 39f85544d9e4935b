import { z } from 'zod'
import { patchEvent } from '../model/events.ts'
import { patchMessage } from '../model/messages.ts'
import { patchTask } from '../model/tasks.ts'
import type { Mailbox } from '../model/types.ts'
import type { World } from '../model/world.ts'

export const anyObject = z.record(z.string(), z.unknown())

export const reset = z.strictObject({ seed: z.enum(['default', 'empty']).optional() })

export const clock = z.union([
  z.strictObject({ advanceMs: z.int() }),
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
])

export const permissions = z.strictObject({ permissions: z.array(z.string()) })

export const lifecycle = z.strictObject({
  event: z.enum(['reauthorizationRequired', 'subscriptionRemoved', 'missed']),
})

export const user = z.strictObject({
  id: z.guid().optional(),
  displayName: z.string().min(1),
  mail: z.email(),
  userPrincipalName: z.string().optional(),
  givenName: z.string().nullable().optional(),
  surname: z.string().nullable().optional(),
  jobTitle: z.string().nullable().optional(),
  hasMailbox: z.boolean().optional(),
})

export const mailboxState = z.strictObject({
  mailboxState: z.enum([
    'active',
    'notEnabled',
    'restricted',
    'unavailable',
    'readOnlySettings',
    'full',
  ]),
})

export const rename = z.strictObject({ from: z.string(), to: z.string() })

export const rules = z.array(
  z.strictObject({
    fromContains: z.string().nullable().default(null),
    subjectContains: z.string().nullable().default(null),
    assignCategories: z.array(z.string()).default([]),
    moveToFolder: z.string().nullable().default(null),
    markAsRead: z.boolean().default(false),
  }),
)

/** What a client may do after a rename: put the new name on everything that has the old one. */
export function rewriteItems(world: World, mailbox: Mailbox, old: string, name: string): void {
  const renamed = (list: readonly string[]): string[] | null =>
    list.some((one) => one.toLowerCase() === old.toLowerCase())
      ? list.map((one) => (one.toLowerCase() === old.toLowerCase() ? name : one))
      : null
  for (const key of [...(mailbox.byCategory.get(old.toLowerCase()) ?? [])]) {
    const message = mailbox.messages.get(key)
    const categories = message && renamed(message.categories)
    if (categories) patchMessage(world, mailbox, message, { fields: { categories } })
  }
  for (const event of mailbox.events.values()) {
    const categories = renamed(event.fields.categories)
    if (categories) patchEvent(world, mailbox, event, { fields: { categories } })
  }
  for (const task of mailbox.tasks.values()) {
    const categories = renamed(task.categories)
    if (categories) patchTask(world, mailbox, task, { categories })
  }
}
