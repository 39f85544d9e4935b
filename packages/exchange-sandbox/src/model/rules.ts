import { addressOf } from './compose.ts'
import { contentOf, copyMessage, deleteMessage, moveMessage, patchMessage } from './messages.ts'
import { textOf } from './text.ts'
import type { Mailbox, Message, Recipient, Rule, RulePredicates } from './types.ts'
import { folderOf, type World } from './world.ts'

/**
 * Applies the inbox rules to a message that has just arrived, in their order.
 * Source: Microsoft Graph, resource types messageRule, messageRulePredicates, messageRuleActions.
 */
export function applyRules(world: World, mailbox: Mailbox, message: Message): void {
  for (const rule of inOrder(mailbox.rules)) {
    if (!rule.isEnabled || hasError(mailbox, rule)) continue
    if (!matches(mailbox, message, rule.conditions)) continue
    if (isSaidAtAll(rule.exceptions) && matches(mailbox, message, rule.exceptions)) continue
    act(world, mailbox, message, rule)
    if (rule.actions.stopProcessingRules || !mailbox.messages.has(message.key)) return
  }
}

export const inOrder = (rules: readonly Rule[]): readonly Rule[] =>
  [...rules].sort((a, b) => a.sequence - b.sequence)

/** A folder the rule names has gone. */
export const hasError = (mailbox: Mailbox, { actions }: Rule): boolean =>
  [actions.moveToFolder, actions.copyToFolder].some(
    (folder) => folder !== undefined && !mailbox.folders.has(folder),
  )

function act(world: World, mailbox: Mailbox, message: Message, { actions }: Rule): void {
  const { assignCategories = [], markAsRead, markImportance } = actions
  const has = (name: string) =>
    message.categories.some((one) => one.toLowerCase() === name.toLowerCase())
  const added = assignCategories.filter((name) => !has(name))
  const fields = {
    ...(added.length > 0 && { categories: [...message.categories, ...added] }),
    ...(markAsRead && { isRead: true }),
    ...(markImportance !== undefined && { importance: markImportance }),
  }
  if (Object.keys(fields).length > 0) patchMessage(world, mailbox, message, { fields })
  if (actions.copyToFolder !== undefined) {
    copyMessage(world, mailbox, message, actions.copyToFolder)
  }
  if (actions.moveToFolder !== undefined) {
    moveMessage(world, mailbox, message, actions.moveToFolder)
  }
  if (actions.delete) deleteMessage(world, mailbox, message)
}

const isSaidAtAll = (predicates: RulePredicates): boolean =>
  Object.values(predicates).some((value) => value !== undefined)

/** Every condition that is said must hold; without any, all mail fits. */
function matches(mailbox: Mailbox, message: Message, wanted: RulePredicates): boolean {
  const { subject } = message
  const body = () => textOf(contentOf(mailbox, message).body)
  const sender = () => textOfPeople(message.from ? [message.from] : [])
  const to = () => [...message.toRecipients, ...message.ccRecipients]
  return (
    some(wanted.subjectContains, () => subject) &&
    some(wanted.bodyContains, body) &&
    some(wanted.bodyOrSubjectContains, () => `${subject}\n${body()}`) &&
    some(wanted.senderContains, sender) &&
    some(wanted.recipientContains, () => textOfPeople(to())) &&
    anyOf(wanted.fromAddresses, () => (message.from ? [message.from] : [])) &&
    anyOf(wanted.sentToAddresses, to) &&
    same(wanted.hasAttachments, message.hasAttachments) &&
    same(wanted.importance, message.importance) &&
    same(wanted.isMeetingRequest, message.type === 'eventMessageRequest')
  )
}

const same = <T>(wanted: T | undefined, found: T): boolean =>
  wanted === undefined || wanted === found

function some(wanted: readonly string[] | undefined, text: () => string): boolean {
  if (wanted === undefined) return true
  const found = text().toLowerCase()
  return wanted.some((part) => found.includes(part.toLowerCase()))
}

const anyOf = (wanted: readonly Recipient[] | undefined, found: () => readonly Recipient[]) =>
  wanted === undefined ||
  found().some((who) => wanted.some((one) => addressOf(one) === addressOf(who)))

const textOfPeople = (people: readonly Recipient[]): string =>
  people.map((who) => `${who.emailAddress.name ?? ''} ${addressOf(who)}`).join('\n')

/** A rule as the control route takes it. */
export interface SimpleRule {
  readonly fromContains: string | null
  readonly subjectContains: string | null
  readonly assignCategories: readonly string[]
  readonly moveToFolder: string | null
  readonly markAsRead: boolean
}

/** @throws ErrorItemNotFound for a folder that isn't there */
export function simpleRule(
  id: string,
  sequence: number,
  input: SimpleRule,
  mailbox: Mailbox,
): Rule {
  const { moveToFolder } = input
  const folder = moveToFolder === null ? null : folderOf(mailbox, moveToFolder).id
  return fromSimple(id, sequence, { ...input, moveToFolder: folder })
}

function fromSimple(id: string, sequence: number, input: SimpleRule): Rule {
  const { fromContains, subjectContains, assignCategories, moveToFolder, markAsRead } = input
  return {
    id,
    displayName: `Rule ${sequence}`,
    sequence,
    isEnabled: true,
    conditions: {
      ...(fromContains !== null && { senderContains: [fromContains] }),
      ...(subjectContains !== null && { subjectContains: [subjectContains] }),
    },
    exceptions: {},
    actions: {
      ...(assignCategories.length > 0 && { assignCategories }),
      ...(moveToFolder !== null && { moveToFolder }),
      ...(markAsRead && { markAsRead }),
    },
  }
}

/** A rule from a journal; those written before rules had Graph's shape are brought into it. */
export const keptRule = (
  kept: Rule | (SimpleRule & { readonly id: string }),
  sequence: number,
): Rule => ('actions' in kept ? kept : fromSimple(kept.id, sequence, kept))
