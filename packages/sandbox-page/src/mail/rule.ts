import type { Rule } from '../api/wire.ts'
import { rules as strings } from '../strings/rules.ts'
import type { FolderNode } from './folders.ts'

/** A rule as the form has it; texts may be empty. */
export interface RuleForm {
  readonly name: string
  readonly sender: string
  readonly subject: string
  readonly body: string
  readonly category: string
  /** Folder id. */
  readonly folder: string
  readonly markAsRead: boolean
  readonly stop: boolean
}

export const EMPTY_RULE: RuleForm = {
  name: '',
  sender: '',
  subject: '',
  body: '',
  category: '',
  folder: '',
  markAsRead: false,
  stop: false,
}

export const doesSomething = ({ category, folder, markAsRead }: RuleForm): boolean =>
  category !== '' || folder !== '' || markAsRead

/** Several texts are parted by commas: any of them is enough. */
const texts = (typed: string): readonly string[] =>
  typed
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

export function ruleOf(form: RuleForm, known: readonly Rule[]) {
  const { sender, subject, body, category, folder, markAsRead, stop } = form
  const conditions = {
    senderContains: texts(sender),
    subjectContains: texts(subject),
    bodyContains: texts(body),
  }
  const sequence = Math.max(0, ...known.map((rule) => rule.sequence)) + 1
  return {
    displayName: form.name.trim() || `Rule ${sequence}`,
    sequence,
    isEnabled: true,
    conditions: Object.fromEntries(
      Object.entries(conditions).filter(([, list]) => list.length > 0),
    ),
    actions: {
      ...(category !== '' && { assignCategories: [category] }),
      ...(folder !== '' && { moveToFolder: folder }),
      ...(markAsRead && { markAsRead }),
      ...(stop && { stopProcessingRules: stop }),
    },
  }
}

/** What a rule does, in a line. */
export function inWords({ conditions, actions }: Rule, folders: readonly FolderNode[]): string {
  const { senderContains, subjectContains, bodyContains, fromAddresses } = conditions
  const senders = [
    ...(senderContains ?? []),
    ...(fromAddresses ?? []).map(({ emailAddress }) => emailAddress.address ?? ''),
  ]
  const when = [
    [senders, strings.senderIs] as const,
    [subjectContains ?? [], strings.subjectIs] as const,
    [bodyContains ?? [], strings.bodyIs] as const,
  ]
    .filter(([list]) => list.length > 0)
    .map(([list, say]) => say(list.join(strings.or)))
  const folder = folders.find((node) => node.folder.id === actions.moveToFolder)
  const what = [
    actions.assignCategories && strings.assigns(actions.assignCategories.join(', ')),
    actions.moveToFolder && strings.moves(folder?.folder.displayName ?? strings.goneFolder),
    actions.markAsRead && strings.reads,
    actions.stopProcessingRules && strings.stops,
  ].filter((part) => typeof part === 'string')
  const condition = when.length === 0 ? strings.every : when.join(strings.and)
  return `${condition}${strings.arrow}${what.join(', ')}`
}
