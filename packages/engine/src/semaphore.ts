/** Permits with first come, first served order; one taker may need several. */
export interface Semaphore {
  /** Runs `work` holding `weight` permits; more than there are counts as all of them. */
  hold<T>(weight: number, work: () => Promise<T>): Promise<T>
  readonly idle: boolean
}

export function semaphore(permits: number): Semaphore {
  let free = permits
  const waiting: { weight: number; start: () => void }[] = []

  function admit(): void {
    // Strict order: a heavy taker at the head isn't overtaken for ever by light ones.
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
