/** Whose work it is: each waits in a queue of its own. */
export type Lane = 'engine' | 'requests' | 'health'

/**
 * One at a time, for a database that has one connection. Health goes first, which is one small
 * statement; synchronization and requests go by turns, so that many of either can't starve the other.
 */
export class Turns {
  readonly #waiting: Readonly<Record<Lane, (() => void)[]>> = {
    engine: [],
    requests: [],
    health: [],
  }
  #isTaken = false
  #last: Lane = 'requests'

  /** Resolves when it is this one's turn, with what ends it. */
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
    // The turn is handed on without a gap, in which somebody who didn't wait could take it.
    if (lane === undefined) this.#isTaken = false
    else this.#waiting[lane].shift()!()
  }
}
