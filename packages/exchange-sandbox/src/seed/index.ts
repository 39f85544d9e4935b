import { meetings } from './calendar.ts'
import { CUSTOMER_THREADS } from './mail-customers.ts'
import { INTERNAL_THREADS } from './mail-internal.ts'
import { NOISE_THREADS } from './mail-noise.ts'
import { SUPPORT_THREADS } from './mail-support.ts'
import { hold } from './meeting.ts'
import { CUSTOMERS, ORGANIZATION, PRIYA, USERS } from './people.ts'
import { taskListsOf } from './tasks.ts'
import { deliver } from './thread.ts'
import type { FolderPath, SeedMailbox, SeedMessage, SeedOrganization } from './types.ts'

export type {
  FolderPath,
  Person,
  SeedCustomer,
  SeedEvent,
  SeedMailbox,
  SeedMessage,
  SeedOrganization,
  SeedTaskList,
  SeedUser,
} from './types.ts'

const THREADS = [...CUSTOMER_THREADS, ...SUPPORT_THREADS, ...INTERNAL_THREADS, ...NOISE_THREADS]

/** Folders that Priya keeps though nothing lies in them at the start. */
const EMPTY_FOLDERS: readonly FolderPath[] = ['inbox/Customers/Prospects', 'inbox/Waiting']

/**
 * The organization that a new sandbox starts with: the same people and words every time, on days
 * around `nowMs` (which itself decides nothing but dates). No item carries the tracking category.
 */
export function seedOrganization(nowMs: number): SeedOrganization {
  const delivered = THREADS.flatMap((thread) => deliver(nowMs, thread))
  const held = meetings(nowMs).flatMap((meeting) => hold(nowMs, meeting))
  const mailboxes = USERS.map((user): SeedMailbox => {
    const mine = <T extends { mailbox: string }>(all: readonly T[]): T[] =>
      all.filter((one) => one.mailbox === user.email)
    const messages = mine(delivered)
      .map((one) => one.message)
      .sort(bySentTime)
    const kept = user.email === PRIYA.email ? EMPTY_FOLDERS : []
    return {
      user,
      folders: foldersOf([...messages.map((message) => message.folder), ...kept]),
      messages,
      events: mine(held).map((one) => one.event),
      taskLists: taskListsOf(nowMs, user.email),
    }
  })
  return { ...ORGANIZATION, mailboxes, customers: CUSTOMERS }
}

function bySentTime(a: SeedMessage, b: SeedMessage): number {
  return (a.message.sentDateTime ?? '').localeCompare(b.message.sentDateTime ?? '')
}

/** `inbox/Customers/Haverleigh` needs `inbox/Customers` first; well-known folders are there. */
function foldersOf(paths: readonly FolderPath[]): FolderPath[] {
  const folders = new Set<FolderPath>()
  for (const path of paths) {
    const names = path.split('/')
    for (let depth = 2; depth <= names.length; depth += 1) {
      folders.add(names.slice(0, depth).join('/'))
    }
  }
  return [...folders].sort()
}
