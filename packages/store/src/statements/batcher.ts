export interface Gathering<J, R> {
  /** Groups under way at once; what comes meanwhile waits for the next. */
  readonly lanes: number
  /** How many of those waiting, in their order, go together; at least one goes. */
  readonly fits: (group: readonly J[], next: J) => boolean
  /** Awaited before a job that finds a lane free goes, so that others may join it. */
  readonly linger?: (() => Promise<void>) | undefined
  /** Answers for each job, in their order. */
  readonly run: (group: readonly J[]) => Promise<readonly PromiseSettledResult<R>[]>
}

interface Waiting<J, R> {
  readonly job: J
  readonly resolve: (result: R) => void
  readonly reject: (reason: unknown) => void
}

/**
 * Jobs that come while others are under way share the next turn. A quiet caller never waits; the
 * busier it gets, the more share one transaction.
 */
export function gather<J, R>(gathering: Gathering<J, R>): (job: J) => Promise<R> {
  const waiting: Waiting<J, R>[] = []
  let running = 0
  let lingering = false

  const takeGroup = (): Waiting<J, R>[] => {
    const group = [waiting.shift()!]
    for (let at = 0; at < waiting.length; ) {
      const jobs = group.map(({ job }) => job)
      if (gathering.fits(jobs, waiting[at]!.job)) group.push(...waiting.splice(at, 1))
      else at += 1
    }
    return group
  }

  const start = (): void => {
    while (running < gathering.lanes && waiting.length > 0) {
      running += 1
      void perform(takeGroup())
    }
  }

  const startTogether = async (): Promise<void> => {
    if (lingering || running >= gathering.lanes) return
    if (gathering.linger !== undefined) {
      lingering = true
      await gathering.linger()
      lingering = false
    }
    start()
  }

  const perform = async (group: readonly Waiting<J, R>[]): Promise<void> => {
    try {
      const outcomes = await gathering.run(group.map(({ job }) => job))
      for (const [at, { resolve, reject }] of group.entries()) {
        const outcome = outcomes[at]!
        if (outcome.status === 'fulfilled') resolve(outcome.value)
        else reject(outcome.reason)
      }
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
    running -= 1
    // Those who waited for a turn have had the time of one to gather.
    start()
  }

  return (job) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ job, resolve, reject })
      void startTogether()
    })
}
