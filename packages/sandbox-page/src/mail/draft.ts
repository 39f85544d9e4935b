import type { Message, Recipient } from '../api/wire.ts'

/** A message that is being written. */
export type AnswerKind = 'reply' | 'replyAll' | 'forward'

export interface Draft {
  /** Null: it is in no folder yet. */
  readonly id: string | null
  readonly to: readonly Recipient[]
  readonly cc: readonly Recipient[]
  readonly subject: string
  /** What is typed. */
  readonly text: string
  /** What is answered to, as HTML; kept as it is. */
  readonly quote: string
}

export const EMPTY_DRAFT: Draft = { id: null, to: [], cc: [], subject: '', text: '', quote: '' }

export const isBlank = ({ id, subject, text }: Draft): boolean =>
  id === null && subject === '' && text === ''

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Blank lines part paragraphs, other line ends stay line ends. */
export function htmlOf({ text, quote }: Pick<Draft, 'text' | 'quote'>): string {
  const paragraphs = text
    .trimEnd()
    .split(/\n{2,}/)
    .map((part) => `<p>${escaped(part).replaceAll('\n', '<br>')}</p>`)
  return paragraphs.join('\n') + quote
}

/** As Graph takes it. */
export const messageOf = (draft: Draft) => ({
  subject: draft.subject,
  toRecipients: draft.to.map(plain),
  ccRecipients: draft.cc.map(plain),
  body: { contentType: 'html', content: htmlOf(draft) },
})

const plain = ({ emailAddress: { name, address } }: Recipient) => ({
  emailAddress: { name: name ?? address, address },
})

/** Graph's draft of an answer, with an empty line to write on above what is quoted. */
export const answerDraft = (message: Message): Draft => ({
  id: message.id,
  to: message.toRecipients,
  cc: message.ccRecipients,
  subject: message.subject ?? '',
  text: '',
  quote: quoteOf(message),
})

const quoteOf = ({ body }: Message): string =>
  body.contentType === 'html'
    ? body.content.replace(/^<div><\/div>/, '')
    : `<hr><div>${escaped(body.content.trim()).replaceAll('\n', '<br>')}</div>`

/** @param message read with a text body */
export const reopened = (message: Message): Draft => ({
  ...answerDraft(message),
  text: message.body.content,
  quote: '',
})

export const ANSWERS: Readonly<Record<AnswerKind, string>> = {
  reply: 'createReply',
  replyAll: 'createReplyAll',
  forward: 'createForward',
}
