import type { Importance, Recipient } from '@microsoft/microsoft-graph-types'
import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { readAddresses } from './mail/addresses.ts'
import { readableMime } from './mail/readable.ts'
import { takeUuencoded, type UuencodedFile } from './mail/uuencode.ts'
import { decodeText } from './mail/words.ts'
import { MESSAGE_BYTES_MAX } from './mbox.ts'
import { cleanLine, cleanText, Refused } from './refusal.ts'
import type {
  AttachmentInput,
  BodyInput,
  FileAttachmentInput,
  GraphMessageInput,
  HeaderInput,
  ItemAttachmentInput,
} from './types.ts'

/** A file that has none of these at its head is no mail, whatever its name says. */
const MAIL_HEADERS = new Set(['from', 'to', 'cc', 'subject', 'date', 'message-id', 'received'])

/** Exchange's calendar begins with 1601 and ends with 4500; a date beyond is a broken header. */
const FIRST_UTC_MS = Date.UTC(1601, 0, 1)
const LAST_UTC_MS = Date.UTC(4501, 0, 1)

const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/plain': '.txt',
  'text/html': '.htm',
  'text/calendar': '.ics',
  'message/rfc822': '.eml',
  'message/global': '.eml',
  'message/delivery-status': '.txt',
  'text/rfc822-headers': '.txt',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'application/pdf': '.pdf',
}

/** What carries a message: `message/global` is one with UTF-8 in its headers (RFC 6532). */
const EMBEDDED = new Set(['message/rfc822', 'message/global'])
/** Messages within messages beyond this depth stay files. */
const EMBEDDED_DEPTH_MAX = 10

/**
 * A MIME message in Graph's words. Lenient as mail programs are: what can't be read of a header is
 * left out, and what can be read of a body is kept.
 *
 * @throws Refused with the reason, when the bytes are no mail at all
 */
export async function readMessage(bytes: Uint8Array, depth = 0): Promise<GraphMessageInput> {
  if (bytes.length === 0) throw new Refused('The message is empty.')
  if (bytes.length > MESSAGE_BYTES_MAX) {
    throw new Refused('The message is larger than 150 MB, the most that Exchange takes.')
  }
  const email = await PostalMime.parse(readableMime(withoutEnvelope(bytes)), {
    attachmentEncoding: 'base64',
    maxNestingDepth: 100,
    forceRfc822Attachments: true,
  })
  if (!email.headers.some((header) => MAIL_HEADERS.has(header.key))) {
    throw new Refused(
      'No mail header (From, To, Cc, Subject, Date, Message-ID, Received) was found at its start.',
    )
  }
  // Programs of old wrote files into the text itself.
  const { text, files } = email.html ? { text: '', files: [] } : takeUuencoded(email.text ?? '')
  const parts: AttachmentInput[] = []
  for (const [index, attachment] of email.attachments.entries()) {
    parts.push(await toAttachment(attachment, index, depth))
  }
  return toGraph(email, text, [...parts, ...files.map(fromText)])
}

/** Single messages saved from an mbox often keep its separator, which is no header. */
function withoutEnvelope(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (text.toString('latin1', 0, 5) !== 'From ') return bytes
  const end = text.indexOf(0x0a)
  return end === -1 ? bytes : bytes.subarray(end + 1)
}

function toGraph(
  email: Email,
  text: string,
  attachments: readonly AttachmentInput[],
): GraphMessageInput {
  const from = recipients(email, 'from')[0] ?? null
  const sentMs = dateOf(header(email, 'date'))
  const receivedMs = dateOf(afterLastSemicolon(header(email, 'received'))) ?? sentMs
  return {
    subject: cleanLine(decodeText(header(email, 'subject'))),
    from,
    sender: recipients(email, 'sender')[0] ?? from,
    toRecipients: recipients(email, 'to'),
    ccRecipients: recipients(email, 'cc'),
    bccRecipients: recipients(email, 'bcc'),
    replyTo: recipients(email, 'reply-to'),
    body: bodyOf(email, text),
    internetMessageId: messageIdOf(email.messageId),
    internetMessageHeaders: headersOf(email),
    receivedDateTime: isoOf(receivedMs),
    sentDateTime: isoOf(sentMs ?? receivedMs),
    conversationIndex: threadIndexOf(header(email, 'thread-index')),
    importance: importanceOf(email),
    categories: keywordsOf(header(email, 'keywords')),
    isRead: wasRead(email),
    hasAttachments: attachments.some((attachment) => !attachment.isInline),
    attachments,
  }
}

function header(email: Email, key: string): string {
  return email.headers.find((found) => found.key === key)?.value ?? ''
}

function headersOf(email: Email): HeaderInput[] {
  return email.headers.map(({ originalKey, value }) => ({
    name: cleanLine(originalKey),
    value: cleanLine(value),
  }))
}

/** Of all headers of this name: some mail has several. */
function recipients(email: Email, key: string): Recipient[] {
  return email.headers
    .filter((found) => found.key === key)
    .flatMap(({ value }) => readAddresses(value))
    .map((mailbox) => {
      const address = cleanLine(mailbox.address)
      const name = cleanLine(mailbox.name) || address
      return { emailAddress: address === '' ? { name } : { name, address } }
    })
    .filter((recipient) => recipient.emailAddress.name !== '')
}

function bodyOf(email: Email, text: string): BodyInput {
  return email.html
    ? { contentType: 'html', content: cleanText(email.html) }
    : { contentType: 'text', content: cleanText(text) }
}

function messageIdOf(raw: string | undefined): string | null {
  const id = cleanLine(raw ?? '')
  const bracketed = /<[^<>]+>/.exec(id)?.[0]
  if (bracketed !== undefined) return bracketed.replace(/\s/g, '').slice(0, 998)
  return /^[^\s<>]+$/.test(id) ? `<${id.slice(0, 996)}>` : null
}

function afterLastSemicolon(value: string): string {
  return value.slice(value.lastIndexOf(';') + 1)
}

/** Milliseconds, or null for a date that no calendar has. Comments as in `+0000 (GMT)` are dropped. */
function dateOf(value: string): number | null {
  const utcMs = Date.parse(
    value
      .slice(0, 200)
      .replace(/\([^()]*\)/g, '')
      .trim(),
  )
  return utcMs >= FIRST_UTC_MS && utcMs < LAST_UTC_MS ? utcMs : null
}

function isoOf(utcMs: number | null): string | null {
  return utcMs === null ? null : new Date(utcMs).toISOString().replace(/\.\d{3}Z$/, 'Z')
}

/** 22 bytes for a thread and 5 for every reply; anything else is no conversation index. */
function threadIndexOf(value: string): string | null {
  const text = value.replace(/\s/g, '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null
  const length = Buffer.from(text, 'base64').length
  return length >= 22 && (length - 22) % 5 === 0 ? text : null
}

function importanceOf(email: Email): Importance {
  const says = `${header(email, 'importance')} ${header(email, 'priority')}`.toLowerCase()
  const priority = header(email, 'x-priority').trim()[0] ?? ''
  if (/\bhigh\b|(^|\s)urgent\b/.test(says) || '12'.includes(priority || '-')) return 'high'
  if (/\blow\b|\bnon-urgent\b/.test(says) || '45'.includes(priority || '-')) return 'low'
  return 'normal'
}

function keywordsOf(value: string): string[] {
  const names = decodeText(value)
    .split(',')
    .map((name) => cleanLine(name).slice(0, 255))
    .filter((name) => name !== '')
  return [...new Set(names)]
}

/** As the headers say that mail programs write into mbox files (Status, X-Mozilla-Status). */
function wasRead(email: Email): boolean {
  if (header(email, 'status').includes('R')) return true
  return (Number.parseInt(header(email, 'x-mozilla-status'), 16) & 1) === 1
}

async function toAttachment(
  attachment: Attachment,
  index: number,
  depth: number,
): Promise<AttachmentInput> {
  const file = toFile(attachment, index)
  if (!EMBEDDED.has(file.contentType) || depth >= EMBEDDED_DEPTH_MAX) return file
  return (await toItem(file, depth)) ?? file
}

/** Null = it is called a message and is none. */
async function toItem(
  { name, contentBytes, size }: FileAttachmentInput,
  depth: number,
): Promise<ItemAttachmentInput | null> {
  try {
    const message = await readMessage(Buffer.from(contentBytes, 'base64'), depth + 1)
    return {
      '@odata.type': '#microsoft.graph.itemAttachment',
      name: message.subject || name.replace(/\.eml$/i, ''),
      contentType: null,
      size,
      isInline: false,
      contentId: null,
      contentBytes: depth === 0 ? contentBytes : null,
      item: { '@odata.type': '#microsoft.graph.message', ...message },
    }
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}

function toFile(attachment: Attachment, index: number): FileAttachmentInput {
  const contentType = cleanLine(attachment.mimeType) || 'application/octet-stream'
  const contentId = cleanLine(attachment.contentId ?? '').replace(/^<|>$/g, '') || null
  // The name Exchange itself gives to parts that have none.
  const unnamed = `ATT${String(index + 1).padStart(5, '0')}${EXTENSIONS[contentType] ?? '.bin'}`
  return fileOf({
    name: cleanLine(attachment.filename ?? '') || unnamed,
    contentType,
    contentBytes: base64Of(attachment),
    isInline: attachment.disposition === 'inline' || attachment.related === true,
    contentId,
  })
}

const fromText = ({ name, bytes }: UuencodedFile): FileAttachmentInput =>
  fileOf({
    name: cleanLine(name),
    contentType: 'application/octet-stream',
    contentBytes: bytes.toString('base64'),
    isInline: false,
    contentId: null,
  })

function fileOf(file: Omit<FileAttachmentInput, '@odata.type' | 'size'>): FileAttachmentInput {
  const { name, contentType, isInline, contentId, contentBytes } = file
  return {
    '@odata.type': '#microsoft.graph.fileAttachment',
    name,
    contentType,
    size: Buffer.byteLength(contentBytes, 'base64'),
    isInline,
    contentId,
    contentBytes,
  }
}

function base64Of({ content, encoding }: Attachment): string {
  if (typeof content === 'string') {
    return encoding === 'base64' ? content : Buffer.from(content, 'utf8').toString('base64')
  }
  return Buffer.from(new Uint8Array(content)).toString('base64')
}
