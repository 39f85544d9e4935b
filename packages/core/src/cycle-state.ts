import { foldName, namesOf, newCategory } from './category.ts'
import type { CommitResult, CycleInput, CycleTrouble } from './cycle.ts'
import type { Effects } from './effects.ts'
import { type CycleNumbers, latencyMs } from './monitoring.ts'
import type { CategoryPurpose, CategoryState, FolderCursor, FolderId, Instant } from './types.ts'

/** What a cycle under way has found out and done so far. */
export interface CycleState {
  readonly categories: Readonly<Record<CategoryPurpose, CategoryState>>
  /** The latest attempt to read the category list succeeded, so every rename is known (CL10). */
  readonly namesAreKnown: boolean
  /** How far each folder was read before this cycle. */
  readonly cursors: readonly FolderCursor[]
  /** Folders that haven't been read to their end since the feature was switched on again (CL7). */
  readonly foldersBehind: ReadonlySet<FolderId>
  /** Memory that the next listing of folders continues from. */
  readonly hierarchy: string | null
  /**
   * The first problem because of which something was left out while the rest of the cycle went on
   * (CY20, CL10).
   */
  readonly trouble: CycleTrouble | null
  /** What this mailbox permanently lacks or forbids. The cycle succeeds without it (MB20). */
  readonly note: CycleTrouble | null
  readonly counts: {
    readonly processed: number
    readonly failed: number
    readonly pendingEnds: number
    readonly writes: number
  }
  readonly numbers: CycleNumbers
}

/** What happens to a cycle. */
export type CycleEvent =
  | { readonly kind: 'categoriesAsked'; readonly areKnown: boolean }
  | { readonly kind: 'categoryChanged'; readonly next: CategoryState }
  | {
      readonly kind: 'foldersListed'
      readonly memory: string
      readonly note: CycleTrouble | null
    }
  | { readonly kind: 'foldersBehind'; readonly folders: ReadonlySet<FolderId> }
  | { readonly kind: 'leftOut'; readonly trouble: CycleTrouble }
  | {
      readonly kind: 'committed'
      readonly effects: Effects
      readonly result: CommitResult
      readonly at: Instant
    }
  | { readonly kind: 'parked'; readonly count: number }
  | { readonly kind: 'ended'; readonly count: number }

export function startingState(input: CycleInput): CycleState {
  const find = (purpose: CategoryPurpose) =>
    input.categories.find((category) => category.purpose === purpose) ?? newCategory(purpose)
  const { pendingEnds, writesDue } = input.counts
  return {
    categories: { tracked: find('tracked'), undeliverable: find('undeliverable') },
    namesAreKnown: false,
    cursors: input.cursors,
    foldersBehind: new Set(),
    hierarchy: input.hierarchy,
    trouble: null,
    note: null,
    counts: { processed: 0, failed: 0, pendingEnds, writes: writesDue },
    numbers: { tracked: 0, ended: 0, provisioned: 0, removed: 0, latenciesMs: [] },
  }
}

/** The one place where the state of a cycle changes. */
export function afterEvent(state: CycleState, event: CycleEvent): CycleState {
  const { counts, numbers } = state
  switch (event.kind) {
    case 'categoriesAsked':
      return { ...state, namesAreKnown: event.areKnown }
    case 'categoryChanged':
      return afterCategory(state, event.next)
    case 'foldersListed':
      return { ...state, hierarchy: event.memory, note: event.note }
    case 'foldersBehind':
      return { ...state, foldersBehind: event.folders }
    case 'leftOut':
      return { ...state, trouble: state.trouble ?? event.trouble }
    case 'committed':
      return afterCommit(state, event)
    case 'parked':
      return { ...state, counts: { ...counts, failed: counts.failed + event.count } }
    case 'ended':
      return { ...state, numbers: { ...numbers, ended: numbers.ended + event.count } }
  }
}

function afterCategory(state: CycleState, next: CategoryState): CycleState {
  const before = state.categories[next.purpose]
  const became = (status: CategoryState['status']) =>
    Number(next.status === status && before.status !== status)
  const { numbers } = state
  return {
    ...state,
    categories: { ...state.categories, [next.purpose]: next },
    cursors: isRenamed(before, next) ? state.cursors.map(fromStart) : state.cursors,
    numbers: {
      ...numbers,
      provisioned: numbers.provisioned + became('provisioned'),
      removed: numbers.removed + became('removed'),
    },
  }
}

/** CL3: the category has a new name. Items marked with it before it was known have been skipped. */
export function isRenamed(before: CategoryState, next: CategoryState): boolean {
  return next.purpose === 'tracked' && !namesOf(before).has(foldName(next.name))
}

const fromStart = (cursor: FolderCursor): FolderCursor => ({
  ...cursor,
  value: null,
  listing: false,
})

function afterCommit(
  state: CycleState,
  { effects, result, at }: Extract<CycleEvent, { kind: 'committed' }>,
): CycleState {
  const { counts, numbers } = state
  const { creates, updates, links, writes } = effects
  const marked = creates.flatMap(({ markedAt }) => markedAt ?? [])
  const pending = links.filter(({ pendingEnd }) => pendingEnd !== null).length
  return {
    ...state,
    counts: {
      ...counts,
      processed: counts.processed + creates.length + updates.length,
      pendingEnds: counts.pendingEnds + pending,
      writes: counts.writes + writes.length,
    },
    numbers: {
      ...numbers,
      tracked: numbers.tracked + result.created + result.joined,
      latenciesMs: [...numbers.latenciesMs, ...marked.map((since) => latencyMs(since, at))],
    },
  }
}
