import { setTimeout as pause } from 'node:timers/promises'
import type { Graph, WebApi } from './clients.ts'
import type { Mailbox, Person } from './person.ts'

/** Each mailbox gets one that often, while nobody waits for the one before. */
const EVERY_MS = 5_000
const LOOK_MS = 500

/** A marked message that shows whether its mailbox is awake. */
interface Canary {
  readonly subject: string
  readonly path: string
  /** Monotonic. */
  readonly sentAt: number
}

export interface Canaries {
  readonly sent: () => number
  send(): void
  /** Sends no more. Those under way are still looked for. */
  rest(): void
  /**
   * The longest that a canary has waited since this was last asked, those included that still wait.
   * Counted from when it was sent or, if later, from when database and Exchange could be reached
   * again.
   */
  longestSleepMs(): Promise<number>
  stop(): Promise<void>
}

/** @param reachableAt when database and Exchange were last known to come back; monotonic */
export function createCanaries(
  { graph, webApi, person }: { graph: Graph; webApi: WebApi; person: Person },
  mailboxes: readonly Mailbox[],
  prefix: string,
  reachableAt: () => number,
): Canaries {
  const pending = new Set<Canary>()
  let longest = 0
  let count = 0
  let isSending = false
  let isStopped = false
  const slept = ({ sentAt }: Canary) => performance.now() - Math.max(sentAt, reachableAt())

  const look = async () => {
    if (pending.size === 0) return
    const waiting = [...pending]
    const rows = await webApi.list(
      `emails?$select=subject&$filter=startswith(subject,'${prefix} canary')`,
    )
    const tracked = new Set(rows.map(({ subject }) => subject))
    for (const canary of waiting) {
      if (!tracked.has(canary.subject)) continue
      longest = Math.max(longest, slept(canary))
      pending.delete(canary)
    }
  }
  const looking = (async () => {
    while (!isStopped) {
      await look().catch(() => {})
      await pause(LOOK_MS)
    }
  })()

  const sendTo = async (mailbox: Mailbox) => {
    while (!isStopped) {
      if (isSending) {
        const subject = `${prefix} canary ${++count}`
        const path = await person.mail(mailbox, subject)
        if (path !== null) {
          const canary = { subject, path, sentAt: performance.now() }
          pending.add(canary)
          while (pending.has(canary) && !isStopped) await pause(LOOK_MS)
        }
        for (let waited = 0; waited < EVERY_MS && !isStopped; waited += LOOK_MS)
          await pause(LOOK_MS)
      }
      await pause(LOOK_MS)
    }
  }
  const sending = Promise.all(mailboxes.map(sendTo))

  /** The sandbox, killed, forgets its last 100 ms: a canary may never have been there. */
  const isGone = async ({ path }: Canary) => (await graph.ask('GET', path)).status === 404

  return {
    sent: () => count,
    send: () => {
      isSending = true
    },
    rest: () => {
      isSending = false
    },
    longestSleepMs: async () => {
      for (const canary of [...pending]) {
        if (await isGone(canary).catch(() => false)) pending.delete(canary)
        else longest = Math.max(longest, slept(canary))
      }
      const found = longest
      longest = 0
      return found
    },
    stop: async () => {
      isStopped = true
      await Promise.all([looking, sending])
    },
  }
}
