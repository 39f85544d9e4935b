import { createHash } from 'node:crypto'
import {
  DELIVERY_TIME,
  type Extended,
  INTERNET_ID,
  LAST_VERB,
  MESSAGE_FLAGS,
  MESSAGE_SIZE,
  SEARCH_KEY,
} from '../model/extended-properties.ts'
import { contentOf } from '../model/messages.ts'
import type { Mailbox, Message } from '../model/types.ts'
import { iso } from '../model/world.ts'

/** PidTagMessageFlags: read, unsent, with attachments (MS-OXCMSG 2.2.1.6). */
const READ = 0x1
const UNSENT = 0x8
const HAS_ATTACH = 0x10

/** Roughly what the headers of a message take, in bytes. */
const HEADERS_SIZE = 1024

/**
 * Properties set by somebody, and the MAPI ones that Exchange keeps of every message: clients ask
 * for them as `Integer 0x0E08` and the like (MS-OXPROPS). Ids come out as Graph spells them. What
 * a message answers (`String 0x1042`) is among the former: only an answer has it.
 */
export function visibleProperties(mailbox: Mailbox, message: Message): Extended {
  const flags =
    (message.isRead ? READ : 0) |
    (message.isDraft ? UNSENT : 0) |
    (message.hasAttachments ? HAS_ATTACH : 0)
  return {
    // Nobody replied, nor forwarded it; a client that does so sets it.
    [LAST_VERB]: { id: 'Integer 0x1081', value: '0' },
    ...message.extended,
    [INTERNET_ID]: { id: 'String 0x1035', value: message.internetMessageId },
    [MESSAGE_FLAGS]: { id: 'Integer 0xe07', value: String(flags) },
    [MESSAGE_SIZE]: { id: 'Integer 0xe08', value: String(sizeOf(mailbox, message)) },
    [DELIVERY_TIME]: { id: 'SystemTime 0xe06', value: iso(message.receivedMs) },
    [SEARCH_KEY]: { id: 'Binary 0x300b', value: searchKey(message) },
  }
}

/** PidTagMessageSize, in bytes. */
function sizeOf(mailbox: Mailbox, message: Message): number {
  const { body, attachments } = contentOf(mailbox, message)
  const files = attachments.reduce((sum, { size }) => sum + size, 0)
  return HEADERS_SIZE + Buffer.byteLength(body.content) + files
}

/** PidTagSearchKey: 16 bytes that copies of a message share. */
const searchKey = ({ internetMessageId, conversationIndex }: Message): string =>
  createHash('sha256')
    .update(`${internetMessageId}\n${conversationIndex}`)
    .digest()
    .subarray(0, 16)
    .toString('base64')
