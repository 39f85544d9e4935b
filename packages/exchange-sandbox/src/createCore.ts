import type { AppRegistration, Core } from './core.ts'
import { addUser, emptyOrganization, type NewUser } from './model/organization.ts'
import type { Organization } from './model/types.ts'
import type { World } from './model/world.ts'
import { ALL_PERMISSIONS } from './permissions.ts'
import { applySwitches, defaultSwitches, type SwitchChanges } from './switches.ts'
import { newMeter, type ThrottlingInput, throttlingSchema } from './throttle.ts'

export interface SandboxOptions {
  /** Milliseconds since 1970. */
  readonly clock?: () => number
  /** In [0,1). */
  readonly random?: () => number
  readonly newId?: () => string
  readonly sleep?: (ms: number) => Promise<void>
  /** For notifications. */
  readonly fetch?: (request: Request) => Promise<Response>
  readonly throttling?: ThrottlingInput
  readonly switches?: Partial<SwitchChanges>
  /** Signs access tokens; made of ids otherwise, so tokens end with the process. */
  readonly signingKey?: string
  readonly tenantId?: string
  readonly apps?: readonly {
    readonly clientId: string
    readonly secret?: string | null
    readonly certificate?: string | null
    readonly permissions?: readonly string[]
  }[]
  readonly seed?: 'empty' | { readonly users: readonly NewUser[] }
}

export function createCore(options: SandboxOptions): { core: Core; ready: Promise<void> } {
  const clock = options.clock ?? Date.now
  const newId = options.newId ?? (() => crypto.randomUUID())
  const organization: Organization = emptyOrganization(options.tenantId ?? newId())
  const world: World = {
    now: () => clock() + core.clockOffsetMs,
    random: options.random ?? Math.random,
    newId,
    switches: () => core.switches,
    organization: () => organization,
    changed: () => {},
    saved: () => {},
  }
  const core: Core = {
    world,
    switches: applySwitches(defaultSwitches(), options.switches ?? {}),
    throttling: throttlingSchema.parse(options.throttling ?? {}),
    faults: [],
    meter: newMeter(),
    apps: registrations(options),
    signingKey: options.signingKey ?? `${newId()}${newId()}`,
    subscriptions: new Map(),
    sleep: options.sleep ?? realSleep,
    fetch: options.fetch ?? ((request) => fetch(request)),
    clockOffsetMs: 0,
    organizationSaved: () => {},
  }
  const seed = options.seed ?? 'empty'
  if (seed !== 'empty') for (const user of seed.users) addUser(world, user)
  return { core, ready: Promise.resolve() }
}

function registrations(options: SandboxOptions): Map<string, AppRegistration> {
  const apps = options.apps ?? [{ clientId: 'sandbox', secret: 'sandbox' }]
  return new Map(
    apps.map((app) => [
      app.clientId,
      {
        clientId: app.clientId,
        secret: app.secret ?? null,
        certificate: app.certificate ?? null,
        permissions: app.permissions ?? ALL_PERMISSIONS,
      },
    ]),
  )
}

/** Doesn't keep the process alive by itself. */
const realSleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })
