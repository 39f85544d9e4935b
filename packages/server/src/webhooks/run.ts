import type { Logger } from 'pino'
import { repeat } from '../runtime/repeat.ts'
import { claim, type DeliverDeps, deliverTo } from './deliver.ts'

const POLL_MS = 1_000
/** Endpoints that one process sends to at the same time. */
const ENDPOINTS_MAX = 16

/** Sends due deliveries, each second, until it is stopped. A slow endpoint doesn't delay the others. */
export function runDeliverer(deps: DeliverDeps & { readonly log: Logger }): {
  stop(): Promise<void>
} {
  const deliveries = new Set<Promise<void>>()
  const stopping = new AbortController()
  const failed = (error: unknown) =>
    deps.log.error({ error: String(error) }, 'delivering webhooks failed; it is tried again')

  async function poll(): Promise<void> {
    if (deliveries.size >= ENDPOINTS_MAX) return
    for (const endpoint of await claim(deps, ENDPOINTS_MAX - deliveries.size)) {
      const delivery: Promise<void> = deliverTo(deps, endpoint, stopping.signal)
        .then(() => {}, failed)
        .finally(() => deliveries.delete(delivery))
      deliveries.add(delivery)
    }
  }
  const repetition = repeat(POLL_MS, poll, failed)
  return {
    stop: async () => {
      stopping.abort()
      await repetition.stop()
      await Promise.all(deliveries)
    },
  }
}
