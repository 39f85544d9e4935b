import type { Cadence, CycleInput, Instant } from '@trackmark/core'
import type { Mailbox, StorePort } from './ports/index.ts'
import type { Room } from './room.ts'

/** Everything the engine takes from outside. Clock, ids, dice and pauses come in only here. */
export interface EngineDeps {
  readonly store: StorePort
  /** @throws SyncError when the server profile is absent or its secret can't be read */
  readonly openMailbox: (input: CycleInput) => Promise<Mailbox>
  readonly room: Room
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

/** Fields hold ids, counts and codes; never subjects, bodies, addresses of correspondents or secrets. */
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
  /** A category of the mailbox came into another state, by this rule. */
  | { readonly kind: 'category'; readonly rule: string }
