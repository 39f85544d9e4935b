import type { Cadence, CycleInput, Instant } from '@trackmark/core'
import type { MemoryBudget } from './memory-budget.ts'
import type { Mailbox, StorePort } from './ports/index.ts'

/**
 * Everything that the engine gets from outside: clock, ids, randomness and pauses come in only
 * here.
 */
export interface EngineDeps {
  readonly store: StorePort
  /** @throws SyncError when the server profile is absent or its secret can't be read */
  readonly openMailbox: (input: CycleInput) => Promise<Mailbox>
  readonly memoryBudget: MemoryBudget
  readonly clock: () => Instant
  readonly newId: () => string
  /** 0 to 1 */
  readonly random: () => number
  readonly cadence: (input: CycleInput) => Cadence
  /** Scales the pauses after failures: 1 against a real server, less against the sandbox. */
  readonly pauseScale: (input: CycleInput) => number
  readonly log: EngineLog
  readonly observe?: (event: EngineEvent) => void
}

/**
 * Fields may hold ids, counts and codes; never subjects, bodies, correspondents' addresses or
 * secrets.
 */
export interface EngineLog {
  info(message: string, fields?: Record<string, unknown>): void
  warn(message: string, fields?: Record<string, unknown>): void
  error(message: string, fields?: Record<string, unknown>): void
}

export type EngineEvent =
  | { readonly kind: 'cycle'; readonly ok: boolean; readonly durationMs: number }
  | { readonly kind: 'tracked'; readonly created: number; readonly joined: number }
  | { readonly kind: 'ended'; readonly count: number }
  | { readonly kind: 'parked'; readonly count: number }
  /** The state of one of the mailbox's categories changed, by this rule. */
  | { readonly kind: 'category'; readonly rule: string }
