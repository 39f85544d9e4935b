import { SandboxError } from '../errors.ts'
import { addFolder, inFolderTree } from './mailbox.ts'
import { removeForGood } from './messages.ts'
import type { Folder, Mailbox } from './types.ts'
import { folderOf, nextSeq, note, touch, type World } from './world.ts'

export const childrenOf = (mailbox: Mailbox, parent: string): Folder[] =>
  [...mailbox.folders.values()].filter((folder) => folder.parent === parent)

function checkFree(mailbox: Mailbox, parent: string, name: string, except: string | null): void {
  if (name.trim() === '') {
    throw new SandboxError(400, 'ErrorInvalidArgument', 'A folder needs a display name.')
  }
  const taken = childrenOf(mailbox, parent).some(
    (other) => other.id !== except && other.displayName.toLowerCase() === name.toLowerCase(),
  )
  if (taken) {
    throw new SandboxError(
      409,
      'ErrorFolderExists',
      `A folder with the specified name already exists., Could not create folder '${name}'.`,
    )
  }
}

export function createFolder(
  world: World,
  mailbox: Mailbox,
  input: { parent: string; name: string; hidden: boolean },
): Folder {
  const parent = folderOf(mailbox, input.parent)
  checkFree(mailbox, parent.id, input.name, null)
  const folder = addFolder(world, mailbox, {
    name: input.name,
    parent: parent.id,
    wellKnown: null,
    hidden: input.hidden,
  })
  noteFolder(world, mailbox, parent)
  return folder
}

export function renameFolder(world: World, mailbox: Mailbox, id: string, name: string): Folder {
  const folder = folderOf(mailbox, id)
  if (folder.wellKnown) throw distinguished()
  checkFree(mailbox, folder.parent ?? '', name, folder.id)
  folder.displayName = name
  noteFolder(world, mailbox, folder)
  return folder
}

export function moveFolder(world: World, mailbox: Mailbox, id: string, to: string): Folder {
  const folder = folderOf(mailbox, id)
  const target = folderOf(mailbox, to)
  if (folder.wellKnown) throw distinguished()
  for (let up: string | null = target.id; up; up = mailbox.folders.get(up)?.parent ?? null) {
    if (up !== folder.id) continue
    throw new SandboxError(400, 'ErrorMoveCopyFailed', 'A folder cannot be moved into itself.')
  }
  checkFree(mailbox, target.id, folder.displayName, folder.id)
  folder.parent = target.id
  noteFolder(world, mailbox, folder)
  return folder
}

/** With all that is in it and below it. */
export function deleteFolder(world: World, mailbox: Mailbox, id: string): void {
  const folder = folderOf(mailbox, id)
  if (folder.wellKnown) throw distinguished()
  for (const child of childrenOf(mailbox, folder.id)) deleteFolder(world, mailbox, child.id)
  for (const key of [...folder.members]) removeForGood(world, mailbox, key)
  mailbox.folders.delete(folder.id)
  touch(world, mailbox, 'folder', folder.id)
  const gone = { reason: 'deleted' as const, item: folder.id, id: folder.id }
  const entry = { seq: nextSeq(mailbox), key: folder.id, gone }
  note(world, mailbox, { log: mailbox.folderLog, scope: 'folders' }, entry)
}

export function noteFolder(world: World, mailbox: Mailbox, folder: Folder): void {
  folder.seq = nextSeq(mailbox)
  touch(world, mailbox, 'folder', folder.id)
  if (!inFolderTree(folder)) return
  const entry = { seq: folder.seq, key: folder.id, gone: null }
  note(world, mailbox, { log: mailbox.folderLog, scope: 'folders' }, entry)
}

const distinguished = () =>
  new SandboxError(
    400,
    'ErrorDeleteDistinguishedFolder',
    'Distinguished folders cannot be deleted, renamed or moved.',
  )
