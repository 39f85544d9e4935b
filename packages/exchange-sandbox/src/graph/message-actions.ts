import { badRequest } from '../errors.ts'
import { copyMessage, moveMessage } from '../model/messages.ts'
import { type Answer, actionParameters, type Call, created, type Route } from './call.ts'
import { messageRow } from './message-answer.ts'
import { bothMessagePaths, messageIn } from './message-routes.ts'
import { context } from './page.ts'

function destination(call: Call): string {
  const { destinationId } = actionParameters(call, ['destinationId'])
  if (typeof destinationId === 'string' && destinationId !== '') return destinationId
  throw badRequest("The parameter 'destinationId' is required.")
}

const entity = (call: Call, message: Parameters<typeof messageRow>[1]): Answer =>
  created({
    '@odata.context': context(call, `users('${call.user.id}')/messages/$entity`),
    ...messageRow(call, message),
  })

function move(call: Call): Answer {
  const message = messageIn(call)
  return entity(call, moveMessage(call.world, call.mailbox, message, destination(call)))
}

function copy(call: Call): Answer {
  const message = messageIn(call)
  return entity(call, copyMessage(call.world, call.mailbox, message, destination(call)))
}

export const messageActionRoutes: readonly Route[] = [
  ...bothMessagePaths('POST', '/{message}/move', move),
  ...bothMessagePaths('POST', '/{message}/copy', copy),
]
