import { itemNotFound, SandboxError } from '../errors.ts'
import type { Switches } from '../switches.ts'
import { type ChangeLog, type LogEntry, record } from './change-log.ts'
import type { Mailbox, Organization, User } from './types.ts'

/** A change somebody may have subscribed to. */
export interface Change {
  readonly mailbox: Mailbox
  readonly kind: 'message' | 'event' | 'task'
  readonly change: 'created' | 'updated' | 'deleted'
  readonly key: string
  /** Default id at the time of the change. */
  readonly id: string
  /** Mail folder or task list. */
  readonly folder: string | null
  readonly seq: number
}

/** All that the model's functions need from outside. */
export interface World {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** In [0,1). */
  readonly random: () => number
  /** Unique; UUIDs outside tests. */
  readonly newId: () => string
  readonly switches: () => Switches
  readonly organization: () => Organization
  readonly changed: (change: Change) => void
  /** A mailbox has something to save. */
  readonly saved: (mailbox: Mailbox) => void
}

export function touch(world: World, mailbox: Mailbox, kind: string, key: string): void {
  mailbox.dirty.add(`${kind}/${key}`)
  world.saved(mailbox)
}

export function nextSeq(mailbox: Mailbox): number {
  mailbox.seq += 1
  return mailbox.seq
}

/** Notes in a log that an item came, changed or went, and keeps tombstones for the next start. */
export function note(
  world: World,
  mailbox: Mailbox,
  log: { readonly log: ChangeLog; readonly scope: string },
  entry: LogEntry,
): void {
  const before = log.log.newest.get(entry.key)
  const forgotten = record(log.log, entry)
  if (before?.gone || entry.gone) touch(world, mailbox, 'gone', `${log.scope}|${entry.key}`)
  if (forgotten.length === 0) return
  for (const key of forgotten) touch(world, mailbox, 'gone', `${log.scope}|${key}`)
  // The floor of the log has risen.
  touch(world, mailbox, 'meta', 'mailbox')
}

/** Whole seconds, as the wire shows times. */
export const seconds = (ms: number): number => Math.floor(ms / 1000) * 1000

export const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`

export function findUser(organization: Organization, name: string): User | null {
  const id = organization.userNames.get(name.toLowerCase())
  return id === undefined ? null : (organization.users.get(id) ?? null)
}

export function mailboxOf(organization: Organization, user: User): Mailbox {
  const mailbox = organization.mailboxes.get(user.id)
  if (!mailbox) {
    throw new SandboxError(
      404,
      'MailboxNotEnabledForRESTAPI',
      'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
    )
  }
  return mailbox
}

export function folderOf(mailbox: Mailbox, name: string) {
  const known = mailbox.wellKnown.get(name.toLowerCase())
  const folder = mailbox.folders.get(known ?? name)
  if (!folder) throw itemNotFound()
  return folder
}
