interface BatcherOptions<J, R> {
  /** How many groups may run at a time. Jobs that come meanwhile wait for the next group. */
  readonly lanes: number
  /** Whether a waiting job may join a group. A group has at least one job. */
  readonly fits: (group: readonly J[], next: J) => boolean
  /** Awaited before a group starts for which no job had to wait, so that others can join it. */
  readonly linger?: (() => Promise<void>) | undefined
  /** Runs a group and returns the result of each job, in their order. */
  readonly run: (group: readonly J[]) => Promise<readonly PromiseSettledResult<R>[]>
}

interface Waiting<J, R> {
  readonly job: J
  readonly resolve: (result: R) => void
  readonly reject: (reason: unknown) => void
}

/**
 * Runs jobs in groups: jobs that come while a group runs share the next one. When there is little to do no
 * job waits, and the more there is to do, the more jobs share one transaction.
 */
export function createBatcher<J, R>(options: BatcherOptions<J, R>): (job: J) => Promise<R> {
  const waiting: Waiting<J, R>[] = []
  let running = 0
  let lingering = false

  const takeGroup = (): Waiting<J, R>[] => {
    const group = [waiting.shift()!]
    for (let at = 0; at < waiting.length; ) {
      const jobs = group.map(({ job }) => job)
      if (options.fits(jobs, waiting[at]!.job)) group.push(...waiting.splice(at, 1))
      else at += 1
    }
    return group
  }

  const start = (): void => {
    while (running < options.lanes && waiting.length > 0) {
      running += 1
      void perform(takeGroup())
    }
  }

  const startTogether = async (): Promise<void> => {
    if (lingering || running >= options.lanes) return
    if (options.linger !== undefined) {
      lingering = true
      await options.linger()
      lingering = false
    }
    start()
  }

  const perform = async (group: readonly Waiting<J, R>[]): Promise<void> => {
    try {
      const outcomes = await options.run(group.map(({ job }) => job))
      for (const [at, { resolve, reject }] of group.entries()) {
        const outcome = outcomes[at]!
        if (outcome.status === 'fulfilled') resolve(outcome.value)
        else reject(outcome.reason)
      }
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
    running -= 1
    // These jobs have waited long enough for others to join them.
    start()
  }

  return (job) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ job, resolve, reject })
      void startTogether()
    })
}
