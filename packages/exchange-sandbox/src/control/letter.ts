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

export function letterOf(world: World, user: User, input: z.output<typeof deliverySchema>): Letter {
  const blank = blankMessage(world, input.subject)
  const from = recipient(input.from.name || input.from.address, input.from.address)
  const self = recipient(user.displayName, user.mail)
  const extended = withProperties({}, [
    ...(input.inReplyTo ? [{ id: 'String 0x1042', value: input.inReplyTo }] : []),
    ...(input.references ? [{ id: 'String 0x1039', value: input.references }] : []),
  ])
  return {
    message: {
      ...blank,
      from,
      sender: from,
      toRecipients: [self, ...input.toRecipients],
      ccRecipients: input.ccRecipients,
      internetMessageId: input.internetMessageId ?? blank.internetMessageId,
      importance: input.importance,
      extended,
    },
    content: {
      body: input.body,
      headers: [
        ...(input.inReplyTo ? [{ name: 'In-Reply-To', value: input.inReplyTo }] : []),
        ...(input.references ? [{ name: 'References', value: input.references }] : []),
      ],
      attachments: input.attachments.map((one) => attachmentOf(world, one)),
      extensions: [],
    },
  }
}
