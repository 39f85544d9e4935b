import type { MessageRule } from '@microsoft/microsoft-graph-types'
import { z } from 'zod'
import { badRequest, itemNotFound } from '../errors.ts'
import { hasError, inOrder } from '../model/rules.ts'
import type { Mailbox, Rule, RuleActions, RulePredicates } from '../model/types.ts'
import { folderOf, touch } from '../model/world.ts'
import * as bodies from './bodies.ts'
import {
  type Answer,
  type Call,
  created,
  type Handler,
  noContent,
  ok,
  param,
  parseBody,
  type Route,
} from './call.ts'
import { answerList, context } from './page.ts'
import { projector, type Shape } from './project.ts'

interface RuleSource {
  readonly mailbox: Mailbox
  readonly rule: Rule
}

const shape: Shape<RuleSource> & {
  readonly properties: Readonly<Record<keyof MessageRule, (source: RuleSource) => unknown>>
} = {
  type: 'messageRule',
  properties: {
    id: ({ rule }) => rule.id,
    displayName: ({ rule }) => rule.displayName,
    sequence: ({ rule }) => rule.sequence,
    isEnabled: ({ rule }) => rule.isEnabled,
    hasError: ({ mailbox, rule }) => hasError(mailbox, rule),
    isReadOnly: () => false,
    conditions: ({ rule }) => rule.conditions,
    exceptions: ({ rule }) =>
      Object.keys(rule.exceptions).length > 0 ? rule.exceptions : undefined,
    actions: ({ rule }) => rule.actions,
  },
  byDefault: null,
  annotations: () => ({}),
  expands: {},
}

const texts = z.array(z.string().min(1)).nullish()
const flag = z.boolean().nullish()

/** Predicates and actions of Outlook that the sandbox has nothing to try on are refused by name. */
const predicates = z.strictObject({
  subjectContains: texts,
  bodyContains: texts,
  bodyOrSubjectContains: texts,
  senderContains: texts,
  fromAddresses: bodies.recipients.nullish(),
  recipientContains: texts,
  sentToAddresses: bodies.recipients.nullish(),
  hasAttachments: flag,
  importance: bodies.importance.nullish(),
  isMeetingRequest: flag,
})
const actions = z.strictObject({
  assignCategories: texts,
  moveToFolder: z.string().nullish(),
  copyToFolder: z.string().nullish(),
  delete: flag,
  markAsRead: flag,
  markImportance: bodies.importance.nullish(),
  stopProcessingRules: flag,
})
const body = z.looseObject({
  displayName: z.string().min(1).optional(),
  sequence: z.int().min(1).optional(),
  isEnabled: z.boolean().optional(),
  conditions: predicates.nullish(),
  exceptions: predicates.nullish(),
  actions: actions.optional(),
})
type Body = z.output<typeof body>

/** Without what is null or says nothing. */
const said = <T extends object>(value: T | null | undefined): Partial<T> =>
  Object.fromEntries(
    Object.entries(value ?? {}).filter(
      ([, one]) => one !== null && one !== undefined && !(Array.isArray(one) && one.length === 0),
    ),
  ) as Partial<T>

function actionsOf(mailbox: Mailbox, sent: NonNullable<Body['actions']>): RuleActions {
  const wanted = said(sent) as RuleActions
  const { moveToFolder: move, copyToFolder: copy } = wanted
  return {
    ...wanted,
    ...(move !== undefined && { moveToFolder: folderOf(mailbox, move).id }),
    ...(copy !== undefined && { copyToFolder: folderOf(mailbox, copy).id }),
  }
}

function fieldsOf(mailbox: Mailbox, sent: Body): Partial<Rule> {
  const { displayName, sequence, isEnabled, conditions, exceptions } = sent
  return {
    ...(displayName !== undefined && { displayName }),
    ...(sequence !== undefined && { sequence }),
    ...(isEnabled !== undefined && { isEnabled }),
    ...(conditions !== undefined && { conditions: said(conditions) as RulePredicates }),
    ...(exceptions !== undefined && { exceptions: said(exceptions) as RulePredicates }),
    ...(sent.actions !== undefined && { actions: actionsOf(mailbox, sent.actions) }),
  }
}

/** Rules are the Inbox's alone. @throws 400 for another folder */
function inboxOf(call: Call): Mailbox {
  const folder = folderOf(call.mailbox, param(call, 'folder'))
  if (folder.wellKnown === 'inbox') return call.mailbox
  throw badRequest('Message rules are supported on the Inbox only.')
}

const where = (call: Call): string => `users('${call.user.id}')/mailFolders('inbox')/messageRules`

const entity = (call: Call, mailbox: Mailbox, rule: Rule) => ({
  '@odata.context': context(call, `${where(call)}/$entity`),
  ...projector(shape, call.query)({ mailbox, rule }),
})

function list(call: Call): Answer {
  const mailbox = inboxOf(call)
  const rows = inOrder(mailbox.rules).map((rule) => ({ mailbox, rule }))
  return answerList(call, { shape, rows, context: where(call), pageDefault: 1000 })
}

function find(call: Call, mailbox: Mailbox): Rule {
  const rule = mailbox.rules.find(({ id }) => id === param(call, 'rule'))
  if (!rule) throw itemNotFound()
  return rule
}

function save(call: Call, mailbox: Mailbox, rules: readonly Rule[]): void {
  mailbox.rules = rules
  touch(call.world, mailbox, 'meta', 'mailbox')
}

function one(call: Call): Answer {
  const mailbox = inboxOf(call)
  return ok(entity(call, mailbox, find(call, mailbox)))
}

function add(call: Call): Answer {
  const mailbox = inboxOf(call)
  const sent = parseBody(body, call)
  const { displayName, sequence } = sent
  if (displayName === undefined || sequence === undefined || sent.actions === undefined) {
    throw badRequest("The properties 'displayName', 'sequence' and 'actions' are required.")
  }
  const rule: Rule = {
    id: call.world.newId(),
    displayName,
    sequence,
    isEnabled: true,
    conditions: {},
    exceptions: {},
    actions: {},
    ...fieldsOf(mailbox, sent),
  }
  save(call, mailbox, [...mailbox.rules, rule])
  return created(entity(call, mailbox, rule))
}

function change(call: Call): Answer {
  const mailbox = inboxOf(call)
  const before = find(call, mailbox)
  const after: Rule = { ...before, ...fieldsOf(mailbox, parseBody(body, call)) }
  save(
    call,
    mailbox,
    mailbox.rules.map((rule) => (rule === before ? after : rule)),
  )
  return ok(entity(call, mailbox, after))
}

function drop(call: Call): Answer {
  const mailbox = inboxOf(call)
  const gone = find(call, mailbox)
  save(
    call,
    mailbox,
    mailbox.rules.filter((rule) => rule !== gone),
  )
  return noContent
}

const ROOT = '/users/{user}/mailFolders/{folder}/messageRules'

const table: readonly (readonly [method: string, path: string, handler: Handler])[] = [
  ['GET', ROOT, list],
  ['POST', ROOT, add],
  ['GET', `${ROOT}/{rule}`, one],
  ['PATCH', `${ROOT}/{rule}`, change],
  ['DELETE', `${ROOT}/{rule}`, drop],
]

export const ruleRoutes: readonly Route[] = table.map(([method, path, handler]) => ({
  method,
  path,
  handler,
  area: 'settings' as const,
}))
