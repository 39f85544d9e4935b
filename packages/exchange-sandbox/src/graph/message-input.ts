import { badRequest, SandboxError, unknownProperty } from '../errors.ts'
import { blankMessage, recipient, threadOf } from '../model/compose.ts'
import {
  DELIVERY_TIME,
  MESSAGE_FLAGS,
  SUBMIT_TIME,
  withProperties,
} from '../model/extended-properties.ts'
import { attachmentId } from '../model/ids.ts'
import type { MessagePatch, NewMessage } from '../model/messages.ts'
import type { Attachment, Message, MessageContent } from '../model/types.ts'
import { seconds, type World } from '../model/world.ts'
import { type AttachmentInput, type MessageBody, messageBody } from './bodies.ts'
import { type Call, parseBody } from './call.ts'
import { messageShape } from './message-shape.ts'

/** Properties a body may carry and that the service computes; they are passed over. */
const COMPUTED: ReadonlySet<string> = new Set([
  ...Object.keys(messageShape.properties),
  'receivedDateTime',
  'sentDateTime',
  'extensions',
  'multiValueExtendedProperties',
])

export function readMessageBody(call: Pick<Call, 'body'>): MessageBody {
  const body = parseBody(messageBody, call)
  for (const name of Object.keys(body)) {
    if (name in messageBody.shape || COMPUTED.has(name) || name.startsWith('@')) continue
    throw unknownProperty(name, 'message')
  }
  return body
}

export function attachmentOf(world: World, input: AttachmentInput): Attachment {
  const bytes = input.contentBytes ?? null
  const size = bytes === null ? JSON.stringify(input.item ?? {}).length : byteLength(bytes)
  return {
    id: attachmentId(world.newId()),
    '@odata.type': input['@odata.type'].startsWith('#')
      ? input['@odata.type']
      : `#${input['@odata.type']}`,
    name: input.name,
    contentType: input.contentType ?? null,
    size: input.size ?? size,
    isInline: input.isInline,
    contentId: input.contentId ?? null,
    contentBytes: bytes,
    item: input.item ?? null,
    modifiedMs: seconds(world.now()),
  }
}

const byteLength = (base64: string): number =>
  Math.floor((base64.replace(/=+$/, '').length * 3) / 4)

const timeOf = (text: string | undefined, fallback: number): number => {
  if (text === undefined) return fallback
  const ms = Date.parse(text)
  if (Number.isNaN(ms)) throw badRequest(`'${text}' is not a date and time.`)
  return seconds(ms)
}

/** MAPI flag "unsent": what makes a message a draft. */
const UNSENT = 8

/**
 * A new message. A draft, unless it is created with the MAPI message flags `Integer 0x0E07`
 * without the unsent bit: then it is received mail, dated by `SystemTime 0x0E06`.
 */
export function newMessageOf(
  call: Pick<Call, 'world' | 'mailbox' | 'user'>,
  body: MessageBody,
): { message: NewMessage; content: MessageContent } {
  const { world, mailbox, user } = call
  checkHeaders(body)
  const extended = withProperties({}, body.singleValueExtendedProperties ?? [])
  const flags = extended[MESSAGE_FLAGS]
  const isDraft = flags === undefined || (Number(flags.value) & UNSENT) !== 0
  const blank = blankMessage(world, body.subject ?? '')
  const receivedMs = timeOf(extended[DELIVERY_TIME]?.value, blank.receivedMs)
  const owner = recipient(user.displayName, user.mail)
  const from = body.from ?? (isDraft ? null : owner)
  const patch = plainFields(body)
  const message: NewMessage = {
    ...blank,
    ...patch,
    isDraft,
    isRead: body.isRead ?? (flags === undefined || (Number(flags.value) & 1) !== 0),
    receivedMs,
    sentMs: timeOf(extended[SUBMIT_TIME]?.value, receivedMs),
    from,
    sender: body.sender ?? from,
    internetMessageId: body.internetMessageId ?? blank.internetMessageId,
    extended,
  }
  return {
    message: { ...message, ...threadOf(world, mailbox, message) },
    content: {
      body: body.body ?? { contentType: 'text', content: '' },
      headers: body.internetMessageHeaders ?? [],
      attachments: (body.attachments ?? []).map((input) => attachmentOf(world, input)),
      extensions: [],
    },
  }
}

function checkHeaders(body: MessageBody): void {
  for (const { name } of body.internetMessageHeaders ?? []) {
    if (/^x-/i.test(name)) continue
    throw new SandboxError(
      400,
      'InvalidInternetMessageHeader',
      `The internet message header name '${name}' should start with 'x-' or 'X-'.`,
    )
  }
}

type Plain = Partial<Pick<Message, (typeof PLAIN)[number]>>
const PLAIN = [
  'subject',
  'toRecipients',
  'ccRecipients',
  'bccRecipients',
  'replyTo',
  'categories',
  'importance',
  'isRead',
  'isReadReceiptRequested',
  'isDeliveryReceiptRequested',
  'flag',
  'internetMessageId',
] as const

function plainFields(body: MessageBody): Plain {
  const fields: Record<string, unknown> = {}
  for (const name of PLAIN) {
    if (body[name] !== undefined && body[name] !== null) fields[name] = body[name]
  }
  if (body.inferenceClassification) fields.inference = body.inferenceClassification
  return fields as Plain
}

/** Written on drafts only. Source: Microsoft, "Update message". */
const DRAFT_ONLY = [
  'subject',
  'body',
  'toRecipients',
  'ccRecipients',
  'bccRecipients',
  'replyTo',
  'from',
  'sender',
  'internetMessageId',
] as const

export function patchOf(world: World, message: Message, body: MessageBody): MessagePatch {
  if (body.attachments !== undefined) {
    throw badRequest("Attachments are not changed by PATCH: use the collection 'attachments'.")
  }
  const sensitive = DRAFT_ONLY.filter((name) => body[name] !== undefined)
  const how = message.isDraft ? 'allow' : world.switches().sensitiveFieldsOfSent
  if (sensitive.length > 0 && how === 'refuse') {
    throw new SandboxError(
      400,
      'ErrorInvalidPropertySet',
      `Set action is invalid for property ${sensitive[0]}: the message is not a draft.`,
    )
  }
  const ignored: ReadonlySet<string> = new Set(how === 'ignore' ? sensitive : [])
  const kept = Object.fromEntries(
    Object.entries(body).filter(([name]) => !ignored.has(name)),
  ) as MessageBody
  const people = {
    ...(kept.from !== undefined && { from: kept.from }),
    ...(kept.sender !== undefined && { sender: kept.sender }),
  }
  return {
    fields: { ...plainFields(kept), ...people },
    ...(kept.body && { content: { body: kept.body } }),
    ...(kept.singleValueExtendedProperties && { extended: kept.singleValueExtendedProperties }),
  }
}
