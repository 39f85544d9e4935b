import { z } from 'zod'
import { badRequest } from '../errors.ts'
import {
  childrenOf,
  createFolder,
  deleteFolder,
  moveFolder,
  renameFolder,
} from '../model/folders.ts'
import { inFolderTree } from '../model/mailbox.ts'
import type { Folder, Mailbox } from '../model/types.ts'
import { folderOf } from '../model/world.ts'
import {
  type Answer,
  actionParameters,
  type Call,
  created,
  noContent,
  ok,
  param,
  parseBody,
  type Route,
} from './call.ts'
import { answerDelta, removedRow } from './delta-page.ts'
import { foldersToTell } from './folder-delta.ts'
import { answerList, context } from './page.ts'
import { projector, type Shape } from './project.ts'

interface FolderSource {
  readonly mailbox: Mailbox
  readonly folder: Folder
}

const shape: Shape<FolderSource> = {
  type: 'mailFolder',
  properties: {
    id: ({ folder }) => folder.id,
    displayName: ({ folder }) => folder.displayName,
    parentFolderId: ({ mailbox, folder }) =>
      folder.parent ?? mailbox.wellKnown.get('msgfolderroot') ?? folder.id,
    childFolderCount: ({ mailbox, folder }) =>
      childrenOf(mailbox, folder.id).filter((child) => !child.hidden).length,
    unreadItemCount: ({ folder }) => folder.unread,
    totalItemCount: ({ folder }) => folder.members.size,
    isHidden: ({ folder }) => folder.hidden,
  },
  byDefault: null,
  annotations: () => ({}),
  expands: {
    childFolders: ({ mailbox, folder }, query) => {
      const project = projector(shape, query)
      return childrenOf(mailbox, folder.id)
        .filter((child) => !child.hidden)
        .map((child) => project({ mailbox, folder: child }))
    },
    singleValueExtendedProperties: () => undefined,
    multiValueExtendedProperties: () => undefined,
  },
}

const body = z.looseObject({
  displayName: z.string().optional(),
  isHidden: z.boolean().optional(),
})

const source = (call: Call, folder: Folder): FolderSource => ({ mailbox: call.mailbox, folder })

function list(call: Call, parent: Folder): Answer {
  const hidden = call.query.raw.get('includehiddenfolders')?.toLowerCase() === 'true'
  const rows = childrenOf(call.mailbox, parent.id)
    .filter((folder) => inFolderTree(folder) && (hidden || !folder.hidden))
    .map((folder) => source(call, folder))
  return answerList(call, { shape, rows, context: `users('${call.user.id}')/mailFolders` })
}

const entity = (call: Call, folder: Folder) => ({
  '@odata.context': context(call, `users('${call.user.id}')/mailFolders/$entity`),
  ...projector(shape, call.query)(source(call, folder)),
})

function add(call: Call, parent: string): Answer {
  const input = parseBody(body, call)
  if (input.displayName === undefined) throw badRequest("The property 'displayName' is required.")
  const folder = createFolder(call.world, call.mailbox, {
    parent,
    name: input.displayName,
    hidden: input.isHidden ?? false,
  })
  return created(entity(call, folder))
}

function rename(call: Call): Answer {
  const input = parseBody(body, call)
  if (input.displayName === undefined) throw badRequest("Only 'displayName' can be changed.")
  const name = param(call, 'folder')
  return ok(entity(call, renameFolder(call.world, call.mailbox, name, input.displayName)))
}

function move(call: Call): Answer {
  const { destinationId } = actionParameters(call, ['destinationId'])
  if (typeof destinationId !== 'string') throw badRequest("'destinationId' is required.")
  const name = param(call, 'folder')
  return created(entity(call, moveFolder(call.world, call.mailbox, name, destinationId)))
}

function drop(call: Call): Answer {
  deleteFolder(call.world, call.mailbox, param(call, 'folder'))
  return noContent
}

function delta(call: Call): Answer {
  const target = {
    scope: 'folders',
    log: call.mailbox.folderLog,
    context: 'Collection(mailFolder)',
    // A folder and those above it: cut in two, the first half might move before the second is read.
    isWhole: true,
  }
  return answerDelta(call, target, (query, round) => {
    const project = projector(shape, query)
    const toTell = foldersToTell(call.mailbox, round)
    return (entry) =>
      entry.gone
        ? [removedRow(call, entry.gone)]
        : toTell(entry).map((folder) => project(source(call, folder)))
  })
}

const ROOT = '/users/{user}/mailFolders'
const at = (call: Call): Folder => folderOf(call.mailbox, param(call, 'folder'))
const root = (call: Call): Folder => folderOf(call.mailbox, 'msgfolderroot')

export const folderRoutes: readonly Route[] = (
  [
    ['GET', ROOT, (call) => list(call, root(call))],
    ['POST', ROOT, (call) => add(call, 'msgfolderroot')],
    ['GET', `${ROOT}/delta`, delta],
    ['GET', `${ROOT}/{folder}`, (call) => ok(entity(call, at(call)))],
    ['PATCH', `${ROOT}/{folder}`, rename],
    ['DELETE', `${ROOT}/{folder}`, drop],
    ['POST', `${ROOT}/{folder}/move`, move],
    ['GET', `${ROOT}/{folder}/childFolders`, (call) => list(call, at(call))],
    ['POST', `${ROOT}/{folder}/childFolders`, (call) => add(call, param(call, 'folder'))],
  ] as const satisfies readonly (readonly [string, string, (call: Call) => Answer])[]
).map(([method, path, handler]) => ({ method, path, handler, area: 'mail' as const }))
