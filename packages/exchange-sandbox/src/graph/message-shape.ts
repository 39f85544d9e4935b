import { changeKey, etag } from '../model/ids.ts'
import { contentOf } from '../model/messages.ts'
import type { Mailbox, MeetingInfo, Message } from '../model/types.ts'
import { iso } from '../model/world.ts'
import { attachmentShape } from './attachment-shape.ts'
import { bodyAs } from './body-shape.ts'
import type { ShapeCall } from './call.ts'
import { eventShape, eventSource } from './event-shape.ts'
import { comparableProperties, expandProperties } from './extended-shape.ts'
import { extensionRow } from './extension-shape.ts'
import { visibleProperties } from './mapi-properties.ts'
import { projector, type Shape } from './project.ts'

export interface MessageSource {
  readonly mailbox: Mailbox
  readonly message: Message
  readonly call: ShapeCall
}

type Read = (source: MessageSource) => unknown

const field =
  <K extends keyof Message>(name: K): Read =>
  ({ message }) =>
    message[name]

const meeting =
  (read: (info: MeetingInfo, message: Message) => unknown, only?: Message['type']): Read =>
  ({ message }) =>
    message.meeting === null || (only && message.type !== only)
      ? undefined
      : read(message.meeting, message)

const properties: Readonly<Record<string, Read>> = {
  id: ({ message, call }) => (call.prefer.immutable ? message.key : message.id),
  createdDateTime: ({ message }) => iso(message.createdMs),
  lastModifiedDateTime: ({ message }) => iso(message.modifiedMs),
  changeKey: ({ message }) => changeKey(message.seq),
  categories: field('categories'),
  receivedDateTime: ({ message }) => iso(message.receivedMs),
  sentDateTime: ({ message }) => iso(message.sentMs),
  hasAttachments: field('hasAttachments'),
  internetMessageId: field('internetMessageId'),
  subject: field('subject'),
  bodyPreview: field('preview'),
  importance: field('importance'),
  parentFolderId: field('folder'),
  conversationId: field('conversationId'),
  conversationIndex: field('conversationIndex'),
  isDeliveryReceiptRequested: field('isDeliveryReceiptRequested'),
  isReadReceiptRequested: field('isReadReceiptRequested'),
  isRead: field('isRead'),
  isDraft: field('isDraft'),
  webLink: ({ message }) =>
    `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(message.id)}&exvsurl=1&viewmodel=ReadMessageItem`,
  inferenceClassification: field('inference'),
  body: ({ mailbox, message, call }) =>
    bodyAs(contentOf(mailbox, message).body, call.prefer.textBody),
  uniqueBody: ({ mailbox, message, call }) =>
    bodyAs(contentOf(mailbox, message).body, call.prefer.textBody),
  internetMessageHeaders: ({ mailbox, message }) => {
    const headers = contentOf(mailbox, message).headers
    return headers.length > 0 ? headers : undefined
  },
  sender: ({ message }) => message.sender ?? undefined,
  from: ({ message }) => message.from ?? undefined,
  toRecipients: field('toRecipients'),
  ccRecipients: field('ccRecipients'),
  bccRecipients: field('bccRecipients'),
  replyTo: field('replyTo'),
  flag: field('flag'),
  meetingMessageType: meeting((info) => info.meetingMessageType),
  type: meeting((info) => info.type),
  isOutOfDate: meeting(() => false),
  isAllDay: meeting((info) => info.isAllDay),
  isDelegated: meeting(() => false),
  startDateTime: meeting((info) => info.startDateTime),
  endDateTime: meeting((info) => info.endDateTime),
  location: meeting((info) => ({ displayName: info.locationName, locationType: 'default' })),
  recurrence: meeting((info) => info.recurrence),
  meetingRequestType: meeting((info) => info.meetingRequestType, 'eventMessageRequest'),
  responseRequested: meeting(() => true, 'eventMessageRequest'),
  allowNewTimeProposals: meeting(() => true, 'eventMessageRequest'),
  responseType: meeting((info) => info.responseType, 'eventMessageResponse'),
}

const ONLY_BY_SELECT = new Set(['internetMessageHeaders', 'uniqueBody'])

export const messageShape: Shape<MessageSource> = {
  type: 'message',
  properties,
  byDefault: Object.keys(properties).filter((name) => !ONLY_BY_SELECT.has(name)),
  filterOnly: {
    singleValueExtendedProperties: ({ mailbox, message }) =>
      comparableProperties(visibleProperties(mailbox, message)),
  },
  annotations: ({ message }) =>
    message.type === 'message'
      ? { '@odata.etag': etag(message.seq) }
      : { '@odata.type': `#microsoft.graph.${message.type}`, '@odata.etag': etag(message.seq) },
  expands: {
    singleValueExtendedProperties: ({ mailbox, message }, query) =>
      expandProperties(visibleProperties(mailbox, message), query),
    multiValueExtendedProperties: () => undefined,
    attachments: ({ mailbox, message }, query) =>
      contentOf(mailbox, message).attachments.map(projector(attachmentShape, query)),
    extensions: ({ mailbox, message }) => contentOf(mailbox, message).extensions.map(extensionRow),
    /** Of eventMessages: the event they speak of, unless it has gone. */
    event: ({ mailbox, message, call }, query) => {
      const key = mailbox.eventUids.get(message.meeting?.iCalUId ?? '') ?? ''
      const event = mailbox.events.get(key)
      return event && projector(eventShape, query)(eventSource(call, event))
    },
  },
  ignoreCase: ({ call }, path) =>
    (path === 'categories' && call.world.switches().categoryFilterIgnoresCase) ||
    path === 'singlevalueextendedproperties',
}
