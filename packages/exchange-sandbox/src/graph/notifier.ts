import type { Core } from '../core.ts'
import { SandboxError } from '../errors.ts'
import type { Notifier, Subscription } from '../subscription.ts'
import { envelope, notificationsFor } from './subscriptions.ts'

interface Parcel {
  readonly body: Readonly<Record<string, unknown>>
  readonly of: Subscription
}

/** Failed deliveries are tried for this long. */
const RETRY_MS_MAX = 4 * 3_600_000
const FIRST_RETRY_MS = 10_000
/** Most notifications in one request. */
const PARCELS_MAX = 100
const ANSWER_WITHIN_MS = 10_000

export function createNotifier(core: () => Core): Notifier {
  const waiting = new Map<string, Parcel[]>()
  const running = new Set<Promise<void>>()
  const figures = { sent: 0, failed: 0, dropped: 0 }

  const track = (work: Promise<void>): void => {
    running.add(work)
    void work.finally(() => running.delete(work))
  }

  const queue = (url: string, parcel: Parcel): void => {
    const list = waiting.get(url)
    if (list) {
      list.push(parcel)
      return
    }
    waiting.set(url, [parcel])
    // After the current write is done, so that its changes share a request.
    track(Promise.resolve().then(() => flush(url)))
  }

  const flush = async (url: string): Promise<void> => {
    const parcels = waiting.get(url) ?? []
    waiting.delete(url)
    for (let from = 0; from < parcels.length; from += PARCELS_MAX) {
      await deliver(url, parcels.slice(from, from + PARCELS_MAX))
    }
  }

  const deliver = async (url: string, parcels: readonly Parcel[]): Promise<void> => {
    let waited = 0
    for (let wait = FIRST_RETRY_MS; ; wait *= 2) {
      if (core().switches.dropNotifications) break
      if (await post(core(), url, parcels)) {
        figures.sent += parcels.length
        return
      }
      figures.failed += 1
      if (waited + wait > RETRY_MS_MAX) break
      waited += wait
      await core().sleep(wait)
    }
    figures.dropped += parcels.length
    for (const subscription of new Set(parcels.map(({ of }) => of)))
      lifecycle(subscription, 'missed')
  }

  const lifecycle = (subscription: Subscription, event: string): void => {
    const url = subscription.lifecycleNotificationUrl
    // A notice about a dropped notice would never end.
    if (url === null || core().switches.dropNotifications) return
    const { clientState, ...rest } = envelope(core(), subscription)
    const body = { ...rest, clientState, lifecycleEvent: event }
    track(
      post(core(), url, [{ body, of: subscription }]).then((arrived) => {
        if (arrived) figures.sent += 1
        else figures.dropped += 1
      }),
    )
  }

  return {
    figures,
    lifecycle,
    changed: (change) => {
      if (core().subscriptions.size === 0) return
      for (const { url, body, of } of notificationsFor(core(), change)) queue(url, { body, of })
    },
    validate: (url) => validate(core(), url),
    settled: async () => {
      while (running.size > 0) await Promise.all(running)
    },
  }
}

async function post(core: Core, url: string, parcels: readonly Parcel[]): Promise<boolean> {
  try {
    const answer = await core.fetch(
      new Request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ value: parcels.map(({ body }) => body) }),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      }),
    )
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    // An endpoint that can't be reached is an endpoint that failed.
    return false
  }
}

async function validate(core: Core, url: string): Promise<void> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${core.world.newId()}`
  const target = new URL(url)
  target.searchParams.set('validationToken', token)
  const reply = await core
    .fetch(
      new Request(target, {
        method: 'POST',
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      }),
    )
    .then(async (answer) => ({ status: answer.status, text: await answer.text() }))
    .catch(() => null)
  if (reply?.status === 200 && reply.text === token) return
  throw new SandboxError(
    400,
    'ValidationError',
    reply === null
      ? 'Subscription validation request failed. The notification endpoint cannot be reached.'
      : `Subscription validation request failed. HTTP status code is '${reply.status}', or the token did not come back.`,
  )
}
