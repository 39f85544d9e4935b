import { z } from 'zod'
import { badRequest, itemNotFound, SandboxError } from '../errors.ts'
import { findEvent, patchEvent } from '../model/events.ts'
import { contentOf, patchMessage } from '../model/messages.ts'
import type { Attachment } from '../model/types.ts'
import { iso } from '../model/world.ts'
import { attachmentShape } from './attachment-shape.ts'
import { attachment as attachmentBody } from './bodies.ts'
import {
  type Answer,
  actionParameters,
  type Call,
  created,
  type Handler,
  noContent,
  ok,
  param,
  parseBody,
  type Route,
} from './call.ts'
import { attachmentOf } from './message-input.ts'
import { bothMessagePaths, messageIn } from './message-routes.ts'
import { answerList, context } from './page.ts'
import { projector } from './project.ts'

/** Above this an upload session is needed. */
const DIRECT_BYTES_MAX = 3 * 1024 * 1024
const UPLOAD_BYTES_MAX = 150 * 1024 * 1024

/** Where attachments hang: on a message or on an event. */
interface Holder {
  readonly list: readonly Attachment[]
  readonly save: (list: readonly Attachment[]) => void
}

function messageHolder(call: Call): Holder {
  const message = messageIn(call)
  return {
    list: contentOf(call.mailbox, message).attachments,
    save: (attachments) => {
      patchMessage(call.world, call.mailbox, message, { fields: {}, content: { attachments } })
    },
  }
}

function eventHolder(call: Call): Holder {
  const { event } = findEvent(call.mailbox, param(call, 'event'))
  return {
    list: event.attachments,
    save: (attachments) => {
      patchEvent(call.world, call.mailbox, event, { attachments })
    },
  }
}

const find = (holder: Holder, id: string): Attachment => {
  const found = holder.list.find((one) => one.id === id)
  if (!found) throw itemNotFound()
  return found
}

const row = (call: Call, attachment: Attachment) => ({
  '@odata.context': context(call, 'attachments/$entity'),
  ...projector(attachmentShape, call.query)(attachment),
})

function add(call: Call, holder: Holder): Answer {
  const made = attachmentOf(call.world, parseBody(attachmentBody, call))
  if (made.size > DIRECT_BYTES_MAX) {
    throw new SandboxError(
      413,
      'RequestEntityTooLarge',
      'The attachment is larger than 3 MB: use an upload session.',
    )
  }
  holder.save([...holder.list, made])
  return created(row(call, made))
}

function drop(call: Call, holder: Holder): Answer {
  const gone = find(holder, param(call, 'attachment'))
  holder.save(holder.list.filter((one) => one !== gone))
  return noContent
}

function bytes(holder: Holder, id: string): Answer {
  const found = find(holder, id)
  if (found.contentBytes === null) {
    throw badRequest('Only files and imported messages have a raw value here.')
  }
  // Source: Microsoft, "Get attachment": of an item, $value gives its MIME as text.
  const fallback = found.item === null ? 'application/octet-stream' : 'text/plain'
  return {
    status: 200,
    body: Buffer.from(found.contentBytes, 'base64'),
    contentType: found.contentType ?? fallback,
  }
}

interface Upload {
  readonly attachment: z.output<typeof item>
  readonly chunks: Uint8Array[]
  received: number
}

const item = z.looseObject({
  attachmentType: z.string().optional(),
  name: z.string(),
  size: z.int().min(1).max(UPLOAD_BYTES_MAX),
  contentType: z.string().nullish(),
  isInline: z.boolean().nullish(),
  contentId: z.string().nullish(),
})

/** Sessions begun and not finished; they don't survive a restart, as sessions may not. */
const uploads = new WeakMap<object, Map<string, Upload>>()

function sessionsOf(call: Call): Map<string, Upload> {
  const known = uploads.get(call.mailbox) ?? new Map<string, Upload>()
  uploads.set(call.mailbox, known)
  return known
}

function createSession(call: Call): Answer {
  messageIn(call)
  const { attachmentItem } = actionParameters(call, ['attachmentItem'])
  const attachment = parseBody(item, { body: attachmentItem })
  const id = call.world.newId()
  const token = (call.header('authorization') ?? '').replace(/^Bearer\s+/i, '')
  const path = call.path.replace(/\/createUploadSession$/i, '')
  sessionsOf(call).set(id, { attachment, chunks: [], received: 0 })
  return created({
    '@odata.context': context(call, 'microsoft.graph.uploadSession'),
    uploadUrl: `${call.base}${path}/uploads/${id}?authtoken=${token}`,
    expirationDateTime: iso(call.world.now() + 86_400_000),
    nextExpectedRanges: ['0-'],
  })
}

/** One range of an upload; the last one makes the attachment. */
function upload(call: Call, holder: Holder): Answer {
  const sessions = sessionsOf(call)
  const session = sessions.get(param(call, 'upload'))
  if (!session) throw itemNotFound()
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(call.header('content-range') ?? '')
  const chunk = call.rawBody
  if (!range || chunk === undefined) throw badRequest('A Content-Range with bytes is wanted.')
  const from = Number(range[1])
  if (from !== session.received || Number(range[2]) - from + 1 !== chunk.length) {
    throw badRequest(`The range does not follow: the next byte is ${session.received}.`)
  }
  session.chunks.push(chunk)
  session.received += chunk.length
  if (session.received < session.attachment.size) {
    return ok({ nextExpectedRanges: [`${session.received}-`] })
  }
  sessions.delete(param(call, 'upload'))
  const { name, contentType, isInline, contentId } = session.attachment
  const made = attachmentOf(call.world, {
    '@odata.type': '#microsoft.graph.fileAttachment',
    name,
    contentType: contentType ?? null,
    isInline: isInline ?? false,
    contentId: contentId ?? null,
    contentBytes: Buffer.concat(session.chunks).toString('base64'),
  })
  holder.save([...holder.list, made])
  return created(row(call, made))
}

type HolderOf = (call: Call) => Holder

const table = (of: HolderOf): readonly (readonly [string, string, Handler])[] => [
  [
    'GET',
    '/attachments',
    (call) =>
      answerList(call, { shape: attachmentShape, rows: of(call).list, context: 'attachments' }),
  ],
  ['POST', '/attachments', (call) => add(call, of(call))],
  ['POST', '/attachments/createUploadSession', createSession],
  ['PUT', '/attachments/uploads/{upload}', (call) => upload(call, of(call))],
  [
    'GET',
    '/attachments/{attachment}',
    (call) => ok(row(call, find(of(call), param(call, 'attachment')))),
  ],
  ['GET', '/attachments/{attachment}/$value', (call) => bytes(of(call), param(call, 'attachment'))],
  ['DELETE', '/attachments/{attachment}', (call) => drop(call, of(call))],
]

export const attachmentRoutes: readonly Route[] = [
  ...table(messageHolder).flatMap(([method, path, handler]) =>
    bothMessagePaths(method, `/{message}${path}`, handler),
  ),
  ...table(eventHolder)
    .filter(([method, path]) => method !== 'PUT' && !path.endsWith('Session'))
    .map(([method, path, handler]) => ({
      method,
      path: `/users/{user}/events/{event}${path}`,
      handler,
      area: 'calendar' as const,
    })),
]
