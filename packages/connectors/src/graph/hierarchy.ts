import type { Folder, FolderRole } from '@trackmark/core'
import { z } from 'zod'
import { mailFolderSchema, removedSchema, taskListSchema } from './schemas.ts'

/** Well-known folder names that matter for tracking (TR8). */
export const wellKnownNames = {
  inbox: 'inbox',
  sentitems: 'sent',
  drafts: 'drafts',
  outbox: 'outbox',
  junkemail: 'junk',
  deleteditems: 'deleted',
} as const satisfies Record<string, FolderRole>

const unknownSchema = z.object({ isMissing: z.boolean(), code: z.string() })

/** What one call of listFolders stores for the next. A kind that was never read is null. */
const memorySchema = z.object({
  version: z.literal(1),
  mail: z
    .object({
      /** Parent of each folder. */
      parents: z.record(z.string(), z.string().nullable()),
      /** Ids by well-known name. A mailbox may lack some. */
      wellKnown: z.record(z.string(), z.string()),
      /** When the missing names were requested last. */
      askedAt: z.union([z.number(), z.undefined()]).optional(),
      /** Folders that were missing or refused at the last request. */
      unknown: z.record(z.string(), unknownSchema).optional(),
      delta: z.string(),
    })
    .nullable(),
  calendars: z.object({ primary: z.string(), others: z.array(z.string()) }).nullable(),
  taskLists: z.object({ flagged: z.record(z.string(), z.boolean()), delta: z.string() }).nullable(),
})

export type Memory = z.infer<typeof memorySchema>
export type MailMemory = NonNullable<Memory['mail']>
export type CalendarMemory = NonNullable<Memory['calendars']>
export type TaskListMemory = NonNullable<Memory['taskLists']>

export const emptyMemory: Memory = { version: 1, mail: null, calendars: null, taskLists: null }

/**
 * Text that can't be parsed, such as an older version's, counts as none: everything is listed
 * again.
 */
export function parseMemory(text: string | null): Memory {
  if (text === null) return emptyMemory
  try {
    return memorySchema.parse(JSON.parse(text))
  } catch {
    return emptyMemory
  }
}

export function formatMemory(memory: Memory): string {
  return JSON.stringify(memory)
}

/** An entry without an id is passed over: it spoils none of the others. */
export function applyMailFolders(
  parents: Readonly<Record<string, string | null>>,
  entries: readonly unknown[],
): Record<string, string | null> {
  const next = new Map(Object.entries(parents))
  for (const entry of entries) {
    const removed = removedSchema.safeParse(entry)
    if (removed.success) {
      next.delete(removed.data.id)
      continue
    }
    const { success, data: folder } = mailFolderSchema.safeParse(entry)
    if (!success) continue
    // A search folder shows other folders' messages a second time.
    if (folder['@odata.type'] === '#microsoft.graph.mailSearchFolder') continue
    const known = next.get(folder.id) ?? null
    next.set(folder.id, folder.parentFolderId === undefined ? known : folder.parentFolderId)
  }
  return Object.fromEntries(next)
}

/** An entry without an id is passed over: it spoils none of the others. */
export function applyTaskLists(
  flagged: Readonly<Record<string, boolean>>,
  entries: readonly unknown[],
): Record<string, boolean> {
  const next = new Map(Object.entries(flagged))
  for (const entry of entries) {
    const removed = removedSchema.safeParse(entry)
    if (removed.success) {
      next.delete(removed.data.id)
      continue
    }
    const { success, data: list } = taskListSchema.safeParse(entry)
    if (!success) continue
    const name = list.wellknownListName?.toLowerCase()
    next.set(list.id, name === undefined ? (next.get(list.id) ?? false) : name === 'flaggedemails')
  }
  return Object.fromEntries(next)
}

export function foldersOf(memory: Memory): Folder[] {
  const { mail, calendars, taskLists } = memory
  const mailFolders = mail ? Object.keys(mail.parents).map((id) => mailFolder(mail, id)) : []
  const calendarIds = calendars ? [calendars.primary, ...calendars.others] : []
  return [
    ...mailFolders,
    ...calendarIds.map((id): Folder => ({ id, kind: 'calendar', role: 'other' })),
    ...Object.entries(taskLists?.flagged ?? {}).map(
      ([id, flagged]): Folder => ({ id, kind: 'taskList', role: flagged ? 'flagged' : 'other' }),
    ),
  ]
}

function mailFolder(mail: MailMemory, id: string): Folder {
  const named = Object.entries(mail.wellKnown).find(([, folder]) => folder === id)?.[0]
  const own = isWellKnown(named) ? wellKnownNames[named] : null
  return { id, kind: 'mail', role: own ?? inheritedRole(mail, id) }
}

function isWellKnown(name: string | undefined): name is keyof typeof wellKnownNames {
  return name !== undefined && Object.hasOwn(wellKnownNames, name)
}

/** Mail in any folder below Deleted Items or Junk Email counts as deleted or junk (TR8). */
function inheritedRole(mail: MailMemory, id: string): FolderRole {
  const { junkemail, deleteditems } = mail.wellKnown
  const seen = new Set<string>()
  // Changes of a hierarchy come one by one, so there may be a loop for a moment.
  for (let at: string | null | undefined = id; at && !seen.has(at); at = mail.parents[at]) {
    if (at === junkemail) return 'junk'
    if (at === deleteditems) return 'deleted'
    seen.add(at)
  }
  return 'other'
}

/** Roles of folders by id, from the memory of `listFolders`. */
export function rolesOf(memoryText: string | null): ReadonlyMap<string, FolderRole> {
  const memory = parseMemory(memoryText)
  return new Map(foldersOf(memory).map(({ id, role }) => [id, role]))
}
