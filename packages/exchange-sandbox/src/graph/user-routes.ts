import { z } from 'zod'
import { badRequest } from '../errors.ts'
import type { User } from '../model/types.ts'
import { touch } from '../model/world.ts'
import { type Answer, actionParameters, type Call, ok, parseBody, type Route } from './call.ts'
import { answerList, context } from './page.ts'
import { projector, type Shape } from './project.ts'

const BY_DEFAULT = [
  'id',
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
]

const shape: Shape<User> = {
  type: 'user',
  properties: {
    id: (user) => user.id,
    accountEnabled: (user) => user.accountEnabled,
    businessPhones: () => [],
    displayName: (user) => user.displayName,
    givenName: (user) => user.givenName,
    jobTitle: (user) => user.jobTitle,
    mail: (user) => user.mail,
    mailNickname: (user) => user.mail.split('@')[0],
    mobilePhone: () => null,
    officeLocation: () => null,
    otherMails: () => [],
    preferredLanguage: () => 'en-US',
    proxyAddresses: (user) => user.proxyAddresses,
    surname: (user) => user.surname,
    userPrincipalName: (user) => user.userPrincipalName,
    userType: () => 'Member',
  },
  byDefault: BY_DEFAULT,
  annotations: () => ({}),
  expands: {},
}

function list(call: Call): Answer {
  return answerList(call, {
    shape,
    rows: call.world.organization().users.values(),
    context: 'users',
    pageDefault: 100,
  })
}

function one(call: Call): Answer {
  return ok({
    '@odata.context': context(call, 'users/$entity'),
    ...projector(shape, call.query)(call.user),
  })
}

function settings(call: Call): Answer {
  const what = `users('${call.user.id}')/mailboxSettings`
  return ok({ '@odata.context': context(call, what), ...call.mailbox.settings })
}

const change = z.looseObject({
  timeZone: z.string().optional(),
  dateFormat: z.string().optional(),
  timeFormat: z.string().optional(),
  language: z.record(z.string(), z.unknown()).optional(),
  workingHours: z.record(z.string(), z.unknown()).optional(),
  automaticRepliesSetting: z.record(z.string(), z.unknown()).optional(),
})

function changeSettings(call: Call): Answer {
  const sent = parseBody(change, call)
  for (const name of Object.keys(sent)) {
    if (!(name in change.shape)) throw badRequest(`The mailbox setting '${name}' is not writable.`)
  }
  call.mailbox.settings = { ...call.mailbox.settings, ...sent }
  touch(call.world, call.mailbox, 'meta', 'mailbox')
  return settings(call)
}

function outlook(call: Call): Answer {
  return ok({
    '@odata.context': context(call, `users('${call.user.id}')/outlook/$entity`),
    id: call.user.id,
  })
}

const FORMATS = ['entryId', 'ewsId', 'immutableEntryId', 'restId', 'restImmutableEntryId']

/** Between the two REST formats; the others belong to MAPI and EWS, which aren't served here. */
function translateIds(call: Call): Answer {
  const parameters = actionParameters(call, ['inputIds', 'sourceIdType', 'targetIdType'])
  const checked = z
    .object({
      inputIds: z.array(z.string()).max(1000),
      sourceIdType: z.enum(FORMATS),
      targetIdType: z.enum(FORMATS),
    })
    .safeParse(parameters)
  if (!checked.success) throw badRequest(checked.error.issues[0]?.message ?? 'Invalid parameters.')
  const { inputIds, targetIdType } = checked.data
  const value = inputIds.map((sourceId) => ({
    sourceId,
    ...translated(call, sourceId, targetIdType),
  }))
  return ok({
    '@odata.context': context(call, 'Collection(microsoft.graph.convertIdResult)'),
    value,
  })
}

function translated(call: Call, id: string, format: string) {
  const { mailbox } = call
  const item =
    mailbox.messages.get(mailbox.messageIds.get(id) ?? id) ??
    mailbox.events.get(mailbox.eventIds.get(id) ?? id)
  if (item && format === 'restId') return { targetId: item.id }
  if (item && format === 'restImmutableEntryId') return { targetId: item.key }
  const message = item ? `The format '${format}' is not served.` : 'The id was not found.'
  return { errorDetails: { code: 'ErrorInvalidId', message } }
}

export const userRoutes: readonly Route[] = [
  { method: 'GET', path: '/users', area: 'users', handler: list },
  { method: 'GET', path: '/users/{user}', area: 'users', handler: one },
  { method: 'GET', path: '/users/{user}/mailboxSettings', area: 'settings', handler: settings },
  {
    method: 'PATCH',
    path: '/users/{user}/mailboxSettings',
    area: 'settings',
    handler: changeSettings,
  },
  { method: 'GET', path: '/users/{user}/outlook', area: 'settings', handler: outlook },
  {
    method: 'POST',
    path: '/users/{user}/translateExchangeIds',
    area: 'users',
    handler: translateIds,
  },
]
