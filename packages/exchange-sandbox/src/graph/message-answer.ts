import type { Message } from '../model/types.ts'
import type { Call } from './call.ts'
import { type MessageSource, messageShape } from './message-shape.ts'
import { projector } from './project.ts'

export const messageSource = (call: Call, message: Message): MessageSource => ({
  mailbox: call.mailbox,
  message,
  call,
})

export const messageRow = (call: Call, message: Message): Record<string, unknown> =>
  projector(messageShape, call.query)(messageSource(call, message))
