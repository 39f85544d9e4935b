import type { Logger } from 'pino'
import { claim, type DeliverDeps, deliverTo } from './deliver.ts'

const POLL_MS = 1_000
/** Endpoints that one process sends to at the same time. */
const ENDPOINTS_MAX = 16

/** Tells endpoints what is due, each second, until stopped; a slow endpoint holds up no other. */
export function runDeliverer(deps: DeliverDeps & { readonly log: Logger }): {
  stop(): Promise<void>
} {
  const underWay = new Set<Promise<void>>()
  const stopping = new AbortController()
  let polling: Promise<void> | null = null
  const failed = (error: unknown) =>
    deps.log.error({ error: String(error) }, 'delivering webhooks failed; it is tried again')

  async function poll(): Promise<void> {
    for (const endpoint of await claim(deps, ENDPOINTS_MAX - underWay.size)) {
      const work: Promise<void> = deliverTo(deps, endpoint, stopping.signal)
        .then(() => {}, failed)
        .finally(() => underWay.delete(work))
      underWay.add(work)
    }
  }
  const timer = setInterval(() => {
    if (polling !== null || underWay.size >= ENDPOINTS_MAX) return
    polling = poll()
      .catch(failed)
      .finally(() => {
        polling = null
      })
  }, POLL_MS)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      stopping.abort()
      await polling
      await Promise.all(underWay)
    },
  }
}
