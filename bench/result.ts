import type { Spread } from './statistics.ts'

export type BenchName = 'track' | 'removal' | 'idle' | 'peer' | 'webapi' | 'growth'
export type DatabaseKind = 'pglite' | 'postgres'

/** One side of a comparison, in the unit of its result. */
export interface Contender {
  /** `service`, `bare loop`, `peer`. */
  readonly name: string
  readonly rate: Spread
}

export interface Count {
  /** `requests per mailbox`, ... */
  readonly name: string
  readonly value: number
}

export interface Target {
  /** As the issue says it, in one line. */
  readonly goal: string
  readonly reached: boolean
}

export interface Result {
  readonly bench: BenchName
  readonly database: DatabaseKind
  /** `100 mailboxes x 40 messages, all marked`. */
  readonly variant: string
  readonly unit: string
  readonly rounds: number
  readonly contenders: readonly Contender[]
  /** Speed of the service over that of another contender, round by round: above 1 = faster. */
  readonly ratios: readonly { readonly to: string; readonly value: Spread }[]
  readonly counts: readonly Count[]
  readonly targets: readonly Target[]
}

export interface Machine {
  readonly cores: number
  readonly processor: string
  readonly memoryGb: number
  readonly node: string
  readonly databases: readonly string[]
}

export interface Report {
  /** ISO, day only. */
  readonly date: string
  readonly commit: string
  readonly machine: Machine
  readonly command: string
  readonly tookSeconds: number
  readonly results: readonly Result[]
}

export function missed(results: readonly Result[]): string[] {
  return results.flatMap((result) =>
    result.targets
      .filter((target) => !target.reached)
      .map(({ goal }) => `${result.bench} on ${result.database} (${result.variant}): ${goal}`),
  )
}
