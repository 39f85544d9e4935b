import { z } from 'zod'
import { attachment, importance, itemBody, recipients } from '../graph/bodies.ts'
import { attachmentOf } from '../graph/message-input.ts'
import { blankMessage, recipient } from '../model/compose.ts'
import { withProperties } from '../model/extended-properties.ts'
import type { Letter } from '../model/transport.ts'
import type { User } from '../model/types.ts'
import type { World } from '../model/world.ts'

/** A letter from outside, as somebody without a mailbox here would write it. */
export const deliverySchema = z.strictObject({
  from: z.strictObject({ name: z.string().default(''), address: z.email() }),
  subject: z.string().default(''),
  body: itemBody.default({ contentType: 'text', content: '' }),
  /** To, beyond the mailbox it is delivered to. */
  toRecipients: recipients.default([]),
  ccRecipients: recipients.default([]),
  internetMessageId: z.string().optional(),
  inReplyTo: z.string().optional(),
  references: z.string().optional(),
  importance: importance.default('normal'),
  attachments: z.array(attachment).default([]),
})

export function letterOf(world: World, user: User, wish: z.output<typeof deliverySchema>): Letter {
  const blank = blankMessage(world, wish.subject)
  const from = recipient(wish.from.name || wish.from.address, wish.from.address)
  const self = recipient(user.displayName, user.mail)
  const extended = withProperties({}, [
    ...(wish.inReplyTo ? [{ id: 'String 0x1042', value: wish.inReplyTo }] : []),
    ...(wish.references ? [{ id: 'String 0x1039', value: wish.references }] : []),
  ])
  return {
    message: {
      ...blank,
      from,
      sender: from,
      toRecipients: [self, ...wish.toRecipients],
      ccRecipients: wish.ccRecipients,
      internetMessageId: wish.internetMessageId ?? blank.internetMessageId,
      importance: wish.importance,
      extended,
    },
    content: {
      body: wish.body,
      headers: [
        ...(wish.inReplyTo ? [{ name: 'In-Reply-To', value: wish.inReplyTo }] : []),
        ...(wish.references ? [{ name: 'References', value: wish.references }] : []),
      ],
      attachments: wish.attachments.map((one) => attachmentOf(world, one)),
      extensions: [],
    },
  }
}
