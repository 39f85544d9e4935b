import { newConversationIndex, replyConversationIndex } from './conversation.ts'
import { IN_REPLY_TO, REFERENCES } from './extended-properties.ts'
import { conversationId } from './ids.ts'
import type { NewMessage } from './messages.ts'
import { NOT_FLAGGED } from './messages.ts'
import type { ExtendedProperty, Mailbox, Message, Recipient } from './types.ts'
import { seconds, type World } from './world.ts'

/** A message of nothing but defaults, in a thread of its own. */
export function blankMessage(world: World, subject: string): NewMessage {
  const now = seconds(world.now())
  return {
    type: 'message',
    receivedMs: now,
    sentMs: now,
    subject,
    from: null,
    sender: null,
    toRecipients: [],
    ccRecipients: [],
    bccRecipients: [],
    replyTo: [],
    conversationId: conversationId(world.newId()),
    conversationIndex: newConversationIndex(now, world.random),
    internetMessageId: `<${world.newId()}@sandbox.trackmark.example>`,
    categories: [],
    importance: 'normal',
    inference: 'focused',
    isRead: true,
    isDraft: true,
    isReadReceiptRequested: false,
    isDeliveryReceiptRequested: false,
    flag: NOT_FLAGGED,
    hasAttachments: false,
    extended: {},
    meeting: null,
  }
}

/** The thread a message belongs to, by what it replies to; null = none known in this mailbox. */
export function threadOf(
  world: World,
  mailbox: Mailbox,
  message: Pick<NewMessage, 'extended'>,
): Pick<Message, 'conversationId' | 'conversationIndex'> | null {
  for (const name of repliedTo(message.extended)) {
    for (const key of mailbox.byInternetId.get(name.toLowerCase()) ?? []) {
      const parent = mailbox.messages.get(key)
      if (!parent) continue
      return {
        conversationId: parent.conversationId,
        conversationIndex: replyConversationIndex(parent.conversationIndex, world.random),
      }
    }
  }
  return null
}

function repliedTo(extended: Readonly<Record<string, ExtendedProperty>>): string[] {
  const direct = extended[IN_REPLY_TO]?.value ?? ''
  const references = extended[REFERENCES]?.value ?? ''
  return [direct, ...references.split(/\s+/).reverse()].filter((id) => id.startsWith('<'))
}

export const recipient = (name: string, address: string): Recipient => ({
  emailAddress: { name, address },
})

export const addressOf = (who: Recipient | null | undefined): string =>
  (who?.emailAddress?.address ?? '').toLowerCase()
