/** Permits, given in the order of requests. One caller may need several. */
export interface Semaphore {
  /** Runs `work` while holding `weight` permits, or all of them if there are fewer. */
  hold<T>(weight: number, work: () => Promise<T>): Promise<T>
  readonly idle: boolean
}

export function semaphore(permits: number): Semaphore {
  let free = permits
  const waiting: { weight: number; start: () => void }[] = []

  function admit(): void {
    // The order is strict, so that callers which need few permits don't starve one that needs
    // many.
    for (let head = waiting[0]; head !== undefined && head.weight <= free; head = waiting[0]) {
      waiting.shift()
      free -= head.weight
      head.start()
    }
  }

  return {
    async hold(weight, work) {
      const taken = Math.min(weight, permits)
      await new Promise<void>((start) => {
        waiting.push({ weight: taken, start })
        admit()
      })
      try {
        return await work()
      } finally {
        free += taken
        admit()
      }
    },
    get idle() {
      return free === permits && waiting.length === 0
    },
  }
}
