import { takeEvent, takeMessage, takeTask } from './intake.ts'
import { createFolder } from './model/folders.ts'
import { addUser, emptyOrganization } from './model/organization.ts'
import { createList } from './model/tasks.ts'
import type { Mailbox, Organization } from './model/types.ts'
import { folderOf, type World } from './model/world.ts'
import { seedOrganization } from './seed/index.ts'
import type { SeedMailbox } from './seed/types.ts'

/**
 * The organization the sandbox begins with.
 *
 * @param use makes the still empty organization the one the world works on
 */
export function loadSeed(world: World, use: (made: Organization) => void): Organization {
  const seed = seedOrganization(world.now())
  const customers = seed.customers.map(({ name, email }) => ({ name, address: email }))
  const organization = emptyOrganization(world.organization().tenantId, customers)
  use(organization)
  for (const { user } of seed.mailboxes) {
    addUser(world, {
      id: user.id,
      displayName: user.name,
      mail: user.email,
      givenName: user.givenName,
      surname: user.surname,
      jobTitle: user.jobTitle,
    })
  }
  for (const mailbox of seed.mailboxes) fill(world, organization, mailbox)
  return organization
}

function fill(world: World, organization: Organization, seed: SeedMailbox): void {
  const user = organization.users.get(seed.user.id)
  const mailbox = organization.mailboxes.get(seed.user.id)
  if (!user || !mailbox) return
  const owner = { user, mailbox }
  mailbox.settings = {
    ...mailbox.settings,
    timeZone: seed.user.timeZone,
    userPurpose: seed.user.kind === 'queue' ? 'shared' : 'user',
  }
  const paths = new Map<string, string>()
  for (const path of seed.folders) makeFolder(world, mailbox, paths, path)
  const oldestFirst = [...seed.messages].sort((a, b) =>
    (a.message.receivedDateTime ?? '').localeCompare(b.message.receivedDateTime ?? ''),
  )
  for (const { folder, isDraft, isFlagged, message } of oldestFirst) {
    takeMessage(world, owner, paths.get(folder) ?? folder, {
      ...message,
      isDraft,
      ...(isFlagged && { flag: { flagStatus: 'flagged' } }),
    })
  }
  for (const { event, exceptions, response, isOrganizer } of seed.events) {
    const made = takeEvent(world, owner, event, exceptions)
    made.isOrganizer = isOrganizer
    made.fields = { ...made.fields, responseStatus: { ...made.fields.responseStatus, response } }
  }
  for (const list of seed.taskLists) {
    const target =
      list.wellknownListName === 'none'
        ? createList(world, mailbox, list.displayName)
        : defaultList(mailbox)
    for (const task of list.tasks) takeTask(world, owner, target, task)
  }
}

function defaultList(mailbox: Mailbox) {
  for (const list of mailbox.lists.values()) {
    if (list.wellknownListName === 'defaultList') return list
  }
  throw new Error('A mailbox has a default task list.')
}

function makeFolder(
  world: World,
  mailbox: Mailbox,
  paths: Map<string, string>,
  path: string,
): void {
  const slash = path.lastIndexOf('/')
  const above = slash < 0 ? 'msgfolderroot' : path.slice(0, slash)
  const parent = paths.get(above) ?? folderOf(mailbox, above).id
  const name = path.slice(slash + 1)
  paths.set(path, createFolder(world, mailbox, { parent, name, hidden: false }).id)
}
