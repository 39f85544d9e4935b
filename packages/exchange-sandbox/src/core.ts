import type { PlacedFault } from './faults.ts'
import type { NewUser } from './model/organization.ts'
import type { World } from './model/world.ts'
import type { Notifier, Subscription } from './subscription.ts'
import type { Switches } from './switches.ts'
import type { Meter, Throttling } from './throttle.ts'

export interface AppRegistration {
  readonly clientId: string
  /** Null: certificates only. */
  readonly secret: string | null
  /** PEM of the certificate or public key that signs client assertions. */
  readonly certificate: string | null
  permissions: readonly string[]
}

/**
 * What a sandbox begins with: the organization of this package, nobody, or the people named, each
 * with an empty mailbox.
 */
export type Seed = 'default' | 'empty' | { readonly users: readonly NewUser[] }

/** The sandbox behind its faces. */
export interface Core {
  readonly world: World
  switches: Switches
  throttling: Throttling
  faults: PlacedFault[]
  meter: Meter
  readonly apps: Map<string, AppRegistration>
  /** Signs access tokens. */
  signingKey: string
  readonly subscriptions: Map<string, Subscription>
  readonly notifier: Notifier
  readonly sleep: (ms: number) => Promise<void>
  /** Outgoing: notifications. */
  readonly fetch: (request: Request) => Promise<Response>
  /** Added to the injected clock by the control routes. */
  clockOffsetMs: number
  /** The organization's own file is to be written. */
  readonly organizationSaved: () => void
  /** Begins again; null = with what it began with. */
  readonly reset: (seed: Seed | null) => void
}
