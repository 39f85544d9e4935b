import type { CategoryPurpose, CategoryState, MasterCategory } from './types.ts'

export const TRACKED_NAME = 'Tracked to Dynamics 365'
export const UNDELIVERABLE_NAME = 'Tracked to Dynamics 365 (Undeliverable)'

/** Outlook's teal and dark red. The original's colours aren't documented. */
const COLORS: Record<CategoryPurpose, string> = { tracked: 'preset5', undeliverable: 'preset15' }
const NAMES: Record<CategoryPurpose, string> = {
  tracked: TRACKED_NAME,
  undeliverable: UNDELIVERABLE_NAME,
}

export function newCategory(purpose: CategoryPurpose): CategoryState {
  return {
    purpose,
    name: NAMES[purpose],
    earlierNames: [],
    color: COLORS[purpose],
    exchangeId: null,
    status: 'absent',
    epoch: 1,
  }
}

/** CL11: whether two category names look the same to a person. */
export function sameName(a: string, b: string): boolean {
  return foldName(a) === foldName(b)
}

/**
 * Exchange keeps names apart that look alike in Outlook: a blank at the end, a no-break space, an
 * accent written as two characters. Here such names count as one name (CL11).
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
    .normalize('NFKC')
}

/** Every name that counts as this category on an item (CL3). */
export function namesOf(state: CategoryState): ReadonlySet<string> {
  return new Set([state.name, NAMES[state.purpose], ...state.earlierNames].map(foldName))
}

export function wears(categories: readonly string[], names: ReadonlySet<string>): boolean {
  return categories.some((name) => names.has(foldName(name)))
}

export interface CategoryRequest {
  /** The feature is on and the mailbox is synchronized. */
  readonly wanted: boolean
  /** CL9: the Undeliverable category waits until an item needs it. */
  readonly needed: boolean
}

export type CategoryWrite =
  | { readonly kind: 'create'; readonly name: string; readonly color: string }
  | { readonly kind: 'delete'; readonly id: string }

/**
 * What to do with one category of one mailbox.
 * `next` is what holds once `write` has succeeded; after a create, `created` fills in the id.
 */
export interface CategoryDecision {
  readonly rule: string
  readonly write: CategoryWrite | null
  readonly next: CategoryState
  readonly alert: 'enabled' | 'removed' | null
}

/**
 * Decides what happens to one category of one mailbox, given its master list (CL1-CL5, CL7-CL9).
 * It has an answer for every input, and deciding again after the write was done changes nothing.
 *
 * Source: Microsoft, "Use Outlook category to track appointments and emails". Only the list has
 * ids; items carry names.
 */
export function decideCategory(
  request: CategoryRequest,
  state: CategoryState,
  list: readonly MasterCategory[],
): CategoryDecision {
  if (!request.wanted) return decideRemoval(state, list)
  if (state.status !== 'provisioned') {
    return request.needed ? provision(state, list) : keep('CL9', state)
  }

  const known = list.find((category) => category.id === state.exchangeId)
  if (known === undefined) return request.needed ? repair(state, list) : keep('CL9', state)
  if (known.name === state.name && known.color === state.color) return keep('CL1', state)
  return keep('CL3', renamed(state, known))
}

function keep(rule: string, next: CategoryState): CategoryDecision {
  return { rule, write: null, next, alert: null }
}

function renamed(state: CategoryState, known: MasterCategory): CategoryState {
  const earlier = state.earlierNames.some((name) => name === state.name)
    ? state.earlierNames
    : [...state.earlierNames, state.name]
  return {
    ...state,
    name: known.name,
    color: known.color,
    exchangeId: known.id,
    earlierNames: (known.name === state.name ? state.earlierNames : earlier).filter(
      (name) => name !== known.name,
    ),
  }
}

function byName(state: CategoryState, list: readonly MasterCategory[]): MasterCategory | undefined {
  const names = namesOf(state)
  return (
    list.find((category) => category.name === state.name) ??
    list.find((category) => sameName(category.name, state.name)) ??
    list.find((category) => names.has(foldName(category.name)))
  )
}

function provision(state: CategoryState, list: readonly MasterCategory[]): CategoryDecision {
  const alert = state.purpose === 'tracked' ? 'enabled' : null
  const on: CategoryState = { ...state, status: 'provisioned' }
  const there = byName(state, list)
  if (there !== undefined) {
    return { rule: 'CL2', write: null, next: renamed(on, there), alert }
  }
  const rule = state.purpose === 'undeliverable' ? 'CL9' : state.epoch === 1 ? 'CL1' : 'CL7'
  return { rule, write: { kind: 'create', name: on.name, color: on.color }, next: on, alert }
}

/** CL4: somebody deleted it while the feature is on. Links and marks on items stay as they are. */
function repair(state: CategoryState, list: readonly MasterCategory[]): CategoryDecision {
  const there = byName(state, list)
  if (there !== undefined) return keep('CL4', renamed(state, there))
  return {
    rule: 'CL4',
    write: { kind: 'create', name: state.name, color: state.color },
    next: { ...state, exchangeId: null },
    alert: null,
  }
}

function decideRemoval(state: CategoryState, list: readonly MasterCategory[]): CategoryDecision {
  if (state.status !== 'provisioned' && state.status !== 'creating') return keep('CL6', state)
  const known = list.find((category) => category.id === state.exchangeId) ?? byName(state, list)
  return {
    rule: 'CL5',
    write: known === undefined ? null : { kind: 'delete', id: known.id },
    // A rename just before the removal is remembered, because CL7 brings the category back under
    // its last name.
    next: {
      ...(known ? renamed(state, known) : state),
      exchangeId: null,
      status: 'removed',
      epoch: state.epoch + 1,
    },
    alert: state.purpose === 'tracked' && state.status === 'provisioned' ? 'removed' : null,
  }
}

/**
 * The state to store before the write is sent, because its answer may be lost. Before a create it
 * says that one was begun, so that a removal knows of it (CL5). Before a delete it holds the name
 * that is deleted (CL7). Null if the stored state says so already.
 */
export function beforeWrite(
  decision: CategoryDecision,
  state: CategoryState,
): CategoryState | null {
  switch (decision.write?.kind) {
    case 'create':
      return state.status === 'absent' || state.status === 'removed'
        ? { ...state, status: 'creating' }
        : null
    case 'delete':
      return decision.next.name === state.name
        ? null
        : { ...decision.next, exchangeId: decision.write.id, status: state.status }
    default:
      return null
  }
}

/** The state after a create succeeded, or found a category of that name (CL2). */
export function created(decision: CategoryDecision, category: MasterCategory): CategoryState {
  return renamed(decision.next, category)
}
