/** A call of some process to the outside (mail server, database, clock), held until it is let on. */
export interface Held {
  readonly process: string
  readonly label: string
  /** Not before this time; null = at once. */
  readonly from: number | null
  readonly go: () => void
}

/**
 * Holds every call to the outside and lets them on one at a time, in an order the dice choose. All
 * that runs between two calls is deterministic, so the order of calls is the whole of a run.
 */
export class Scheduler {
  private held: Held[] = []
  private inFlight = 0

  /** Performs `act` when its turn comes. A process that died meanwhile never hears of it. */
  async call<T>(process: string, label: string, act: () => Promise<T>): Promise<T> {
    await this.hold(process, label, null)
    this.inFlight += 1
    try {
      return await act()
    } finally {
      this.inFlight -= 1
    }
  }

  /** Waits until the simulation's clock has reached `until`. */
  sleep(process: string, until: number): Promise<void> {
    return this.hold(process, 'sleep', until)
  }

  private hold(process: string, label: string, from: number | null): Promise<void> {
    return new Promise((go) => {
      this.held.push({ process, label, from, go })
    })
  }

  /** Calls that may go on now. */
  ready(now: number): readonly Held[] {
    return this.held.filter(({ from }) => from === null || from <= now)
  }

  /** When the next sleeper wakes; null = nobody sleeps. */
  nextWake(): number | null {
    const times = this.held.flatMap(({ from }) => from ?? [])
    return times.length === 0 ? null : Math.min(...times)
  }

  /** Lets one call on, and waits until everything has come to rest again. */
  async release(held: Held): Promise<void> {
    this.held = this.held.filter((one) => one !== held)
    held.go()
    await this.rest()
  }

  /** What a dead process was about to do never happens; its promises are never settled. */
  forget(process: string): void {
    this.held = this.held.filter((one) => one.process !== process)
  }

  /** Resolves when nothing moves any more without being let on. */
  async rest(): Promise<void> {
    let quiet = 0
    let before = -1
    while (quiet < 2) {
      await new Promise((resolve) => setImmediate(resolve))
      const isQuiet = this.inFlight === 0 && this.held.length === before
      quiet = isQuiet ? quiet + 1 : 0
      before = this.held.length
    }
  }
}
