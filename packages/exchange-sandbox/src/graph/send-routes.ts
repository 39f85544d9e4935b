import { badRequest } from '../errors.ts'
import { addressOf, recipient } from '../model/compose.ts'
import { replyConversationIndex } from '../model/conversation.ts'
import { REFERENCES, withProperties } from '../model/extended-properties.ts'
import { contentOf, insertMessage, moveMessage, patchMessage } from '../model/messages.ts'
import { escapeHtml, textOf } from '../model/text.ts'
import { distribute, recipientsOf, sendLetter, stamped } from '../model/transport.ts'
import type { ItemBody, Message, Recipient } from '../model/types.ts'
import { messageBody } from './bodies.ts'
import {
  type Answer,
  accepted,
  actionParameters,
  type Call,
  created,
  type Handler,
  type Route,
} from './call.ts'
import { messageRow } from './message-answer.ts'
import { newMessageOf, patchOf, readMessageBody } from './message-input.ts'
import { bothMessagePaths, messageIn } from './message-routes.ts'
import { context } from './page.ts'

function sendMail(call: Call): Answer {
  const sent = actionParameters(call, ['message', 'saveToSentItems'])
  if (sent.message === undefined) throw badRequest("The parameter 'message' is required.")
  const body = readMessageBody({ body: sent.message })
  const save = sent.saveToSentItems !== false
  sendLetter(call.world, { user: call.user, mailbox: call.mailbox }, newMessageOf(call, body), save)
  return accepted
}

/** A draft goes out: it moves to Sent Items and is a draft no more. */
function send(call: Call): Answer {
  const draft = messageIn(call)
  if (!draft.isDraft) throw badRequest('The message has been sent already.')
  const content = contentOf(call.mailbox, draft)
  const letter = stamped(call.world, call.user, { message: draft, content })
  recipientsOf(letter.message)
  const { from, sender, sentMs, receivedMs } = letter.message
  patchMessage(call.world, call.mailbox, draft, {
    fields: { from, sender, sentMs, receivedMs, isDraft: false, isRead: true },
  })
  moveMessage(call.world, call.mailbox, draft, 'sentitems')
  distribute(call.world, letter)
  return accepted
}

type Kind = 'reply' | 'replyAll' | 'forward'

const PREFIX: Readonly<Record<Kind, string>> = { reply: 'RE', replyAll: 'RE', forward: 'FW' }

function prefixed(kind: Kind, subject: string): string {
  const prefix = `${PREFIX[kind]}: `
  return subject.toUpperCase().startsWith(prefix) ? subject : `${prefix}${subject}`
}

/** Whom an answer goes to. */
function addressees(call: Call, kind: Kind, original: Message) {
  const own = call.user.mail.toLowerCase()
  const back = original.replyTo.length > 0 ? original.replyTo : original.from ? [original.from] : []
  if (kind === 'forward') return { toRecipients: [], ccRecipients: [] }
  if (kind === 'reply') return { toRecipients: back, ccRecipients: [] }
  const others = (list: readonly Recipient[]) => list.filter((who) => addressOf(who) !== own)
  return {
    toRecipients: [...back, ...others(original.toRecipients)],
    ccRecipients: others(original.ccRecipients),
  }
}

function quoted(comment: string, original: Message, body: ItemBody): ItemBody {
  const from = original.from?.emailAddress.address ?? ''
  if (body.contentType === 'text') {
    const text = textOf(body)
    return {
      contentType: 'text',
      content: `${comment}\r\n\r\nFrom: ${from}\r\nSubject: ${original.subject}\r\n\r\n${text}`,
    }
  }
  const head = `<b>From:</b> ${escapeHtml(from)}<br><b>Subject:</b> ${escapeHtml(original.subject)}`
  return {
    contentType: 'html',
    content: `<div>${escapeHtml(comment)}</div><hr><div>${head}</div>${body.content}`,
  }
}

/** The draft of an answer: addressed, quoted, in the thread. */
function makeDraft(call: Call, kind: Kind): Message {
  const original = messageIn(call)
  const sent = actionParameters(call, ['comment', 'message', 'toRecipients'])
  const comment = typeof sent.comment === 'string' ? sent.comment : ''
  const base = newMessageOf(call, messageBody.parse({ subject: prefixed(kind, original.subject) }))
  const known = contentOf(call.mailbox, original)
  const references = original.extended[REFERENCES]?.value ?? ''
  const extended = withProperties({}, [
    { id: 'String 0x1042', value: original.internetMessageId },
    { id: 'String 0x1039', value: `${references} ${original.internetMessageId}`.trim() },
  ])
  const draft = insertMessage(call.world, call.mailbox, 'drafts', {
    message: {
      ...base.message,
      ...addressees(call, kind, original),
      from: recipient(call.user.displayName, call.user.mail),
      conversationId: original.conversationId,
      conversationIndex: replyConversationIndex(original.conversationIndex, call.world.random),
      extended: kind === 'forward' ? {} : extended,
    },
    content: {
      ...base.content,
      body: quoted(comment, original, known.body),
      attachments: kind === 'forward' ? known.attachments : [],
    },
  })
  const input = {
    ...(sent.message && typeof sent.message === 'object' ? sent.message : {}),
    ...(sent.toRecipients ? { toRecipients: sent.toRecipients } : {}),
  }
  if (Object.keys(input).length === 0) return draft
  const patch = patchOf(call.world, draft, readMessageBody({ body: input }))
  return patchMessage(call.world, call.mailbox, draft, patch)
}

const create =
  (kind: Kind): Handler =>
  (call) =>
    created({
      '@odata.context': context(call, `users('${call.user.id}')/messages/$entity`),
      ...messageRow(call, makeDraft(call, kind)),
    })

const atOnce =
  (kind: Kind): Handler =>
  (call) => {
    const draft = makeDraft(call, kind)
    return send({ ...call, params: { message: draft.key }, user: call.user, mailbox: call.mailbox })
  }

const sending = (routes: readonly Route[]): readonly Route[] =>
  routes.map((route) => ({ ...route, area: 'send' as const }))

export const sendRoutes: readonly Route[] = [
  { method: 'POST', path: '/users/{user}/sendMail', area: 'send', handler: sendMail },
  ...sending(bothMessagePaths('POST', '/{message}/send', send)),
  ...bothMessagePaths('POST', '/{message}/createReply', create('reply')),
  ...bothMessagePaths('POST', '/{message}/createReplyAll', create('replyAll')),
  ...bothMessagePaths('POST', '/{message}/createForward', create('forward')),
  ...sending(bothMessagePaths('POST', '/{message}/reply', atOnce('reply'))),
  ...sending(bothMessagePaths('POST', '/{message}/replyAll', atOnce('replyAll'))),
  ...sending(bothMessagePaths('POST', '/{message}/forward', atOnce('forward'))),
]
