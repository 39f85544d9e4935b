export interface Repetition {
  /** Runs now, unless a run is under way. */
  poke(): void
  /** Starts no further run, and waits for the present one. */
  stop(): Promise<void>
}

/** Repeats `work` at an interval until it is stopped. Runs don't overlap; the process may end between them. */
export function repeat(
  intervalMs: number,
  work: () => Promise<unknown>,
  failed: (error: unknown) => void,
): Repetition {
  let running: Promise<void> | null = null
  let isStopped = false
  const poke = () => {
    if (isStopped) return
    running ??= work()
      .then(() => {}, failed)
      .finally(() => {
        running = null
      })
  }
  const timer = setInterval(poke, intervalMs)
  timer.unref()
  return {
    poke,
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      await running
    },
  }
}
