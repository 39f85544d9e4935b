import type { Change } from './model/world.ts'

export interface Watched {
  readonly userId: string
  readonly kind: Change['kind']
  /** Mail folder or task list; null = the whole mailbox. */
  readonly folder: string | null
  readonly filter: string | null
}

export interface Subscription {
  readonly id: string
  readonly applicationId: string
  readonly changeType: string
  readonly resource: string
  readonly watched: Watched
  readonly notificationUrl: string
  readonly lifecycleNotificationUrl: string | null
  readonly clientState: string | null
  readonly immutable: boolean
  expirationMs: number
  /** Items inside the filter, so that entering and leaving it can be told. */
  readonly inside: Set<string>
}

/** Sends what subscriptions ask for; several notifications to one place go in one request. */
export interface Notifier {
  readonly changed: (change: Change) => void
  readonly lifecycle: (subscription: Subscription, event: string) => void
  /** @throws SandboxError 400 when the endpoint doesn't answer as it must */
  readonly validate: (url: string) => Promise<void>
  /** Resolves when everything on its way has arrived or been given up. */
  readonly settled: () => Promise<void>
  readonly figures: { sent: number; failed: number; dropped: number }
}
