import { createHash } from 'node:crypto'
import type { Importance } from '@microsoft/microsoft-graph-types'
import type { FileAttachmentInput, GraphMessageInput, HeaderInput } from '../import/types.ts'
import { at, isoSeconds } from './clock.ts'
import { ORGANIZATION, USERS } from './people.ts'
import type { FolderPath, Person, SeedMessage } from './types.ts'

/** One message of a thread, as its writer sees it. */
export type Turn = Readonly<{
  from: Person
  to: readonly Person[]
  cc?: readonly Person[]
  /** Days from today, 0 or less, and a time of UTC. */
  day: number
  time: string
  /** Plain text, or HTML where `html` is set. */
  text?: string
  html?: string
  files?: readonly FileAttachmentInput[]
  importance?: Importance
  /** Categories of the people who received it, by address. */
  categories?: Readonly<Record<string, readonly string[]>>
  /** Addresses of those who haven't read it yet. */
  unread?: readonly string[]
  /** Addresses of those who flagged it. */
  flagged?: readonly string[]
  /** Where a recipient keeps it, by address; the inbox otherwise. */
  folders?: Readonly<Record<string, FolderPath>>
  headers?: readonly HeaderInput[]
  /** Left in Drafts and not sent. */
  isDraft?: boolean
}>

export type Thread = Readonly<{
  /** Names the thread for good: ids are made of it. */
  key: string
  subject: string
  turns: readonly Turn[]
}>

/** A copy of a message and the address of the mailbox that holds it. */
export type Delivered = Readonly<{ mailbox: string; message: SeedMessage }>

const INTERNAL: ReadonlySet<string> = new Set(USERS.map((user) => user.email))

/** All copies of a thread: in Sent Items of its writers and with each recipient of the house. */
export function deliver(nowMs: number, thread: Thread): Delivered[] {
  return thread.turns.flatMap((turn, index) => {
    const written = write(nowMs, thread, index)
    if (turn.isDraft) {
      const message = { folder: 'drafts', isDraft: true, isFlagged: false, message: written }
      return [{ mailbox: turn.from.email, message }]
    }
    const sent = INTERNAL.has(turn.from.email) ? [sentCopy(turn, written)] : []
    const readers = new Set([...turn.to, ...(turn.cc ?? [])].map((person) => person.email))
    readers.delete(turn.from.email)
    const received = [...readers]
      .filter((email) => INTERNAL.has(email))
      .map((email) => receivedCopy(turn, written, email))
    return [...sent, ...received]
  })
}

function sentCopy(turn: Turn, written: GraphMessageInput): Delivered {
  const message = { folder: 'sentitems', isDraft: false, isFlagged: false, message: written }
  return { mailbox: turn.from.email, message }
}

function receivedCopy(turn: Turn, written: GraphMessageInput, email: string): Delivered {
  return {
    mailbox: email,
    message: {
      folder: turn.folders?.[email] ?? 'inbox',
      isDraft: false,
      isFlagged: turn.flagged?.includes(email) ?? false,
      message: {
        ...written,
        isRead: !(turn.unread?.includes(email) ?? false),
        categories: turn.categories?.[email] ?? [],
        // A few seconds under way, as real mail has them.
        receivedDateTime: isoSeconds(Date.parse(written.sentDateTime ?? '') + 4000),
      },
    },
  }
}

function write(nowMs: number, thread: Thread, index: number): GraphMessageInput {
  const turn = turnOf(thread, index)
  const sentDateTime = isoSeconds(at(nowMs, turn.day, turn.time))
  const subject = index === 0 ? thread.subject : `RE: ${thread.subject.replace(/^(RE|FW): /, '')}`
  const id = messageId(thread, index)
  const files = turn.files ?? []
  return {
    subject,
    from: recipient(turn.from),
    sender: recipient(turn.from),
    toRecipients: turn.to.map(recipient),
    ccRecipients: (turn.cc ?? []).map(recipient),
    bccRecipients: [],
    replyTo: [],
    body: bodyOf(thread, index),
    internetMessageId: id,
    internetMessageHeaders: headersOf(thread, index, id, subject),
    receivedDateTime: sentDateTime,
    sentDateTime,
    conversationIndex: conversationIndex(thread, index, at(nowMs, turnOf(thread, 0).day, '00:00')),
    importance: turn.importance ?? 'normal',
    categories: [],
    isRead: true,
    hasAttachments: files.some((attachment) => !attachment.isInline),
    attachments: files,
  }
}

function turnOf(thread: Thread, index: number): Turn {
  const turn = thread.turns[index]
  if (turn === undefined) throw new RangeError(`Thread ${thread.key} has no turn ${index}.`)
  return turn
}

export const recipient = ({ name, email }: Person) => ({ emailAddress: { name, address: email } })

const hash = (text: string): Buffer => createHash('sha256').update(text).digest()

function messageId(thread: Thread, index: number): string {
  const domain = turnOf(thread, index).from.email.split('@')[1] ?? ORGANIZATION.domain
  return `<${thread.key}.${index + 1}.${hash(thread.key).toString('hex', 0, 4)}@${domain}>`
}

function headersOf(thread: Thread, index: number, id: string, subject: string): HeaderInput[] {
  const turn = turnOf(thread, index)
  const line = ({ name, email }: Person) => `${name} <${email}>`
  const headers = [
    { name: 'From', value: line(turn.from) },
    { name: 'To', value: turn.to.map(line).join(', ') },
    { name: 'Subject', value: subject },
    { name: 'Message-ID', value: id },
    ...(turn.headers ?? []),
  ]
  if (index === 0) return headers
  const earlier = Array.from({ length: index }, (_, number) => messageId(thread, number))
  return [
    ...headers,
    { name: 'In-Reply-To', value: earlier[index - 1] ?? '' },
    { name: 'References', value: earlier.join(' ') },
  ]
}

/** 22 bytes of the thread and 5 of each reply. Source: Microsoft, [MS-OXOMSG] PidTagConversationIndex. */
function conversationIndex(thread: Thread, index: number, startMs: number): string {
  const head = Buffer.alloc(22)
  head[0] = 1
  const fileTime = (BigInt(startMs) + 11_644_473_600_000n) * 10_000n
  head.writeUIntBE(Number((fileTime >> 24n) & 0xff_ffff_ffffn), 1, 5)
  hash(thread.key).copy(head, 6, 0, 16)
  const replies = Array.from({ length: index }, (_, number) =>
    hash(`${thread.key}/${number + 1}`).subarray(0, 5),
  )
  return Buffer.concat([head, ...replies]).toString('base64')
}

function bodyOf(thread: Thread, index: number): GraphMessageInput['body'] {
  const turn = turnOf(thread, index)
  const previous = index > 0 ? turnOf(thread, index - 1) : null
  if (turn.html !== undefined) {
    const quoted = previous
      ? `<hr><blockquote><p>${escapeHtml(previous.from.name)} wrote:</p>${asHtml(previous)}</blockquote>`
      : ''
    return { contentType: 'html', content: `<html><body>${turn.html}${quoted}</body></html>` }
  }
  const own = turn.text ?? ''
  if (previous === null) return { contentType: 'text', content: own }
  const quoted = asText(previous)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
  return { contentType: 'text', content: `${own}\n\n${previous.from.name} wrote:\n${quoted}` }
}

const asText = (turn: Turn): string =>
  turn.text ??
  (turn.html ?? '')
    .replace(/<\/(p|li|h2|tr)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&amp;/g, '&')
    .trim()

const asHtml = (turn: Turn): string =>
  turn.html ?? `<p>${escapeHtml(turn.text ?? '').replace(/\n+/g, '</p><p>')}</p>`

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
