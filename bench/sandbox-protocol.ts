/** What the benchmarks ask of the sandbox's process, outside of anything that is timed. */
export type Order =
  | { readonly kind: 'people'; readonly people: readonly BenchPerson[] }
  | { readonly kind: 'changes'; readonly changes: Changes }
  /** The category comes back into lists that lack it, as if the feature were on again. */
  | { readonly kind: 'restoreCategories'; readonly name: string }

export interface BenchPerson {
  readonly id: string
  readonly address: string
  readonly name: string
}

export interface Changes {
  readonly round: number
  readonly messages: number
  readonly events: number
  /** Every n-th message is marked; 1 = all. */
  readonly markedEvery: number
  readonly mark: string
}

export type Reply =
  | { readonly kind: 'ready'; readonly url: string }
  | { readonly kind: 'done'; readonly cpuMs: number }
  | { readonly kind: 'failed'; readonly message: string }
