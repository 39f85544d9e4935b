import { badRequest, itemNotFound } from '../errors.ts'
import {
  contentOf,
  deleteMessage,
  findMessage,
  insertMessage,
  newestFirst,
  patchMessage,
  removeForGood,
  sortNewest,
  writtenSince,
} from '../model/messages.ts'
import type { Folder, Mailbox, Message } from '../model/types.ts'
import { folderOf } from '../model/world.ts'
import { conjuncts, type Expr, pathsOf } from '../odata/filter.ts'
import {
  type Answer,
  type Call,
  created,
  type Handler,
  noContent,
  ok,
  param,
  type Route,
} from './call.ts'
import { answerDelta, changeTypeOf, type Row, type RowsOf, removedRow } from './delta-page.ts'
import { messageRow, messageSource } from './message-answer.ts'
import { newMessageOf, patchOf, readMessageBody } from './message-input.ts'
import { messageShape } from './message-shape.ts'
import { mimeOf } from './mime.ts'
import { answerList, context } from './page.ts'
import { checkIfMatch } from './preconditions.ts'
import { matcher, projector } from './project.ts'

/** The message of the path; in the folder of the path, where it names one. */
export function messageIn(call: Call): Message {
  const message = findMessage(call.mailbox, param(call, 'message'))
  const folder = call.params.folder
  if (folder !== undefined && folderOf(call.mailbox, folder).id !== message.folder) {
    throw itemNotFound()
  }
  return message
}

const folderIn = (call: Call): Folder | null =>
  call.params.folder === undefined ? null : folderOf(call.mailbox, call.params.folder)

function listMessages(call: Call): Answer {
  const folder = folderIn(call)
  const keys = candidates(call.mailbox, call.query.filter, folder) ?? allKeys(call.mailbox, folder)
  const rows = function* () {
    for (const key of keys) {
      const message = call.mailbox.messages.get(key)
      if (message) yield messageSource(call, message)
    }
  }
  const who = `users('${call.user.id}')`
  const what = folder ? `${who}/mailFolders('${folder.id}')/messages` : `${who}/messages`
  return answerList(call, { shape: messageShape, rows: rows(), context: what })
}

/** Everything but the dumpster, newest first. */
function allKeys(mailbox: Mailbox, folder: Folder | null): Iterable<string> {
  if (folder) return newestFirst(mailbox, folder)
  const dumpster = mailbox.wellKnown.get('recoverableitemsdeletions')
  const visible = [...mailbox.messages.values()].filter((message) => message.folder !== dumpster)
  return sortNewest(
    mailbox,
    visible.map((message) => message.key),
  )
}

/** Keys an index gives for a filter, newest first; null = no index helps. */
function candidates(
  mailbox: Mailbox,
  filter: Expr | null,
  folder: Folder | null,
): readonly string[] | null {
  if (!filter) return null
  const dumpster = mailbox.wellKnown.get('recoverableitemsdeletions')
  for (const part of conjuncts(filter)) {
    const keys = indexed(mailbox, part)
    if (!keys) continue
    const inScope = [...keys].filter((key) => {
      const where = mailbox.messages.get(key)?.folder
      return folder ? where === folder.id : where !== dumpster
    })
    return sortNewest(mailbox, inScope)
  }
  return null
}

function indexed(mailbox: Mailbox, part: Expr): ReadonlySet<string> | null {
  const none: ReadonlySet<string> = new Set()
  if (part.kind === 'compare' && part.op === 'eq') {
    const id = part.left.kind === 'path' ? part.left.path.join('/').toLowerCase() : ''
    if (id !== 'internetmessageid' || part.right.kind !== 'literal') return null
    return mailbox.byInternetId.get(String(part.right.value).toLowerCase()) ?? none
  }
  if (part.kind !== 'lambda' || part.quantifier !== 'any') return null
  if (part.path.join('/').toLowerCase() !== 'categories') return null
  const body = part.body
  if (body?.kind !== 'compare' || body.op !== 'eq' || body.right.kind !== 'literal') return null
  if (body.left.kind !== 'path' || body.left.path[0] !== part.variable) return null
  return mailbox.byCategory.get(String(body.right.value).toLowerCase()) ?? none
}

function getMessage(call: Call): Answer {
  const message = messageIn(call)
  return ok({
    '@odata.context': context(call, `users('${call.user.id}')/messages/$entity`),
    ...messageRow(call, message),
  })
}

function createMessage(call: Call): Answer {
  const body = readMessageBody(call)
  const message = insertMessage(
    call.world,
    call.mailbox,
    call.params.folder ?? 'drafts',
    newMessageOf(call, body),
  )
  return created({
    '@odata.context': context(call, `users('${call.user.id}')/messages/$entity`),
    ...messageRow(call, message),
  })
}

function updateMessage(call: Call): Answer {
  const message = messageIn(call)
  checkIfMatch(call, message.seq)
  const patch = patchOf(call.world, message, readMessageBody(call))
  patchMessage(call.world, call.mailbox, message, patch)
  return getMessage(call)
}

function dropMessage(call: Call): Answer {
  const message = messageIn(call)
  checkIfMatch(call, message.seq)
  deleteMessage(call.world, call.mailbox, message)
  return noContent
}

function purgeMessage(call: Call): Answer {
  const message = messageIn(call)
  removeForGood(call.world, call.mailbox, message.key)
  return noContent
}

function messageDelta(call: Call): Answer {
  const folder = folderOf(call.mailbox, param(call, 'folder'))
  const target = {
    scope: `messages:${folder.id}`,
    log: folder.log,
    context: `Collection(message)`,
  }
  return answerDelta(call, target, (query): RowsOf => {
    if (query.search !== null) throw badRequest('$search is not supported in a delta query.')
    checkDeltaFilter(query.filter)
    const wanted = changeTypeOf(query)
    const project = projector(messageShape, query)
    const keep = matcher(messageShape, query.filter)
    return (entry, round) => {
      if (entry.gone) {
        // With immutable ids, one that came back is no removal.
        const back = call.prefer.immutable && folder.members.has(entry.gone.item)
        const told = !back && (wanted === null || wanted === 'deleted')
        return told ? [removedRow(call, entry.gone)] : []
      }
      const message = call.mailbox.messages.get(entry.key)
      if (!message || message.folder !== folder.id) return []
      const change = message.added > round.since ? 'created' : 'updated'
      const source = messageSource(call, message)
      if ((wanted !== null && wanted !== change) || !keep(source)) return []
      const whole = { '@odata.type': '#microsoft.graph.message', ...project(source) }
      const isPartial = change === 'updated' && call.world.switches().messageDeltaOnlyChanged
      return [isPartial ? onlyChanged(message, whole, round.since) : whole]
    }
  })
}

/** The switch `messageDeltaOnlyChanged`. What was written before the process began isn't known. */
function onlyChanged(message: Message, whole: Row, since: number): Row {
  const names = writtenSince(message, since)
  if (names === null) return whole
  const told = Object.entries(whole).filter(
    ([name]) => name === 'id' || name.startsWith('@') || names.has(name),
  )
  const read = names.has('isRead') ? { isRead: message.isRead, parentFolderId: message.folder } : {}
  return { ...Object.fromEntries(told), ...read }
}

function checkDeltaFilter(filter: Expr | null): void {
  if (!filter) return
  const onlyReceived = pathsOf(filter).every((path) => path.toLowerCase() === 'receiveddatetime')
  const onlyFrom = conjuncts(filter).every(
    (part) => part.kind === 'compare' && (part.op === 'ge' || part.op === 'gt'),
  )
  if (onlyReceived && onlyFrom) return
  throw badRequest('A delta query filters by receivedDateTime ge or gt only.')
}

function mime(call: Call): Answer {
  const message = messageIn(call)
  return {
    status: 200,
    body: mimeOf(message, contentOf(call.mailbox, message)),
    contentType: 'text/plain',
  }
}

const both = (method: string, path: string, handler: Handler): Route[] => [
  { method, path: `/users/{user}/messages${path}`, area: 'mail', handler },
  { method, path: `/users/{user}/mailFolders/{folder}/messages${path}`, area: 'mail', handler },
]

export const bothMessagePaths = both

export const messageRoutes: readonly Route[] = [
  ...both('GET', '', listMessages),
  ...both('POST', '', createMessage),
  ...both('GET', '/{message}', getMessage),
  ...both('PATCH', '/{message}', updateMessage),
  ...both('DELETE', '/{message}', dropMessage),
  ...both('POST', '/{message}/permanentDelete', purgeMessage),
  ...both('GET', '/{message}/$value', mime),
  {
    method: 'GET',
    path: '/users/{user}/mailFolders/{folder}/messages/delta',
    area: 'mail',
    handler: messageDelta,
  },
]
