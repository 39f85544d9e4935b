/** Kinds of callers, each with a queue of its own. */
export type Lane = 'engine' | 'requests' | 'health'

/**
 * Lets one caller at a time use the only connection of a database. Health checks go first, since they are one
 * small statement. Synchronization and requests take turns, so that neither starves the other.
 */
export class Turns {
  readonly #waiting: Readonly<Record<Lane, (() => void)[]>> = {
    engine: [],
    requests: [],
    health: [],
  }
  #isTaken = false
  #last: Lane = 'requests'

  /** Resolves when it is the caller's turn, with the function that ends the turn. */
  async take(lane: Lane): Promise<() => void> {
    if (this.#isTaken) await new Promise<void>((resolve) => this.#waiting[lane].push(resolve))
    this.#isTaken = true
    if (lane !== 'health') this.#last = lane
    return () => this.#next()
  }

  #next(): void {
    const order: readonly Lane[] =
      this.#last === 'engine' ? ['health', 'requests', 'engine'] : ['health', 'engine', 'requests']
    const lane = order.find((one) => this.#waiting[one].length > 0)
    // `#isTaken` stays true while the turn is handed on, so that nobody can take it without waiting.
    if (lane === undefined) this.#isTaken = false
    else this.#waiting[lane].shift()!()
  }
}
