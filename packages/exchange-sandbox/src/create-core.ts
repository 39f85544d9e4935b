import type { AppRegistration, Core, Seed } from './core.ts'
import { createNotifier } from './graph/notifier.ts'
import { loadSeed } from './load-seed.ts'
import { addUser, emptyOrganization } from './model/organization.ts'
import type { Organization } from './model/types.ts'
import type { World } from './model/world.ts'
import { ALL_PERMISSIONS } from './permissions.ts'
import { createJournal, type Journal } from './persist/journal.ts'
import type { PersistPort } from './persist/port.ts'
import { organizationRecord, restore } from './persist/restore.ts'
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
  /** Where state is kept; without it, it ends with the process. */
  readonly persist?: PersistPort
  /** Told when state could not be kept; written to stderr otherwise. */
  readonly persistFailed?: (error: unknown) => void
  /** Signs access tokens; made of ids and kept with the state otherwise. */
  readonly signingKey?: string
  readonly tenantId?: string
  readonly apps?: readonly {
    readonly clientId: string
    readonly secret?: string | null
    readonly certificate?: string | null
    readonly permissions?: readonly string[]
  }[]
  /** Used when nothing is kept yet; 'default' unless named. */
  readonly seed?: Seed
  /** Wanted in the header `x-sandbox-control` of control requests; none = nothing is wanted. */
  readonly controlSecret?: string
}

export interface Made {
  readonly core: Core
  readonly ready: Promise<void>
  /**
   * Resolves when all that was changed so far is kept. Awaited before a write is answered: what a
   * client was told is there is still there after a kill. Requests at the same time share a write.
   */
  readonly saved: () => Promise<void>
  /** Writes what waits and marks the state as whole. */
  readonly close: () => Promise<void>
}

/** The application a sandbox has unless others are named. */
export const DEFAULT_APPS: NonNullable<SandboxOptions['apps']> = [
  { clientId: 'sandbox', secret: 'sandbox' },
]

/** The tenant of the sandbox's own organization. */
const TENANT = '5a4d0000-7a11-4000-8000-000000000000'

export function createCore(options: SandboxOptions): Made {
  const clock = options.clock ?? Date.now
  const newId = options.newId ?? (() => crypto.randomUUID())
  const state: { organization: Organization; clean: boolean } = {
    organization: emptyOrganization(options.tenantId ?? TENANT),
    clean: false,
  }
  const journal = options.persist && makeJournal(options, options.persist, () => core, state)
  const world: World = {
    now: () => clock() + core.clockOffsetMs,
    random: options.random ?? Math.random,
    newId,
    switches: () => core.switches,
    organization: () => state.organization,
    changed: (change) => core.notifier.changed(change),
    saved: (mailbox) => journal?.saved(mailbox),
  }
  const core: Core = {
    world,
    switches: applySwitches(defaultSwitches(), options.switches ?? {}),
    throttling: throttlingSchema.parse(options.throttling ?? {}),
    faults: [],
    meter: newMeter(),
    apps: registrations(options),
    signingKey: options.signingKey ?? '',
    subscriptions: new Map(),
    notifier: createNotifier(() => core),
    sleep: options.sleep ?? realSleep,
    fetch: options.fetch ?? ((request) => fetch(request)),
    clockOffsetMs: 0,
    organizationSaved: () => journal?.organizationSaved(),
    reset: (seed) => begin(seed ?? options.seed ?? 'default'),
  }

  /** A new organization in place of the old one. */
  const begin = (seed: Seed): void => {
    for (const id of state.organization.mailboxes.keys()) journal?.forget(id)
    const { tenantId } = state.organization
    state.organization = emptyOrganization(tenantId)
    core.faults = []
    core.meter = newMeter()
    core.subscriptions.clear()
    core.clockOffsetMs = 0
    core.switches = applySwitches(defaultSwitches(), options.switches ?? {})
    core.throttling = throttlingSchema.parse(options.throttling ?? {})
    if (seed === 'default')
      state.organization = loadSeed(world, (made) => (state.organization = made))
    else if (seed !== 'empty') for (const user of seed.users) addUser(world, user)
    core.organizationSaved()
  }

  const start = async (): Promise<void> => {
    const kept = await options.persist?.load()
    if (kept && journal) state.organization = await restore(core, kept, journal)
    else startAnew()
    // On record before anybody is answered: from here on a kill is a kill.
    await journal?.flush()
  }
  const startAnew = (): void => {
    if (core.signingKey === '') core.signingKey = `${newId()}${newId()}`
    begin(options.seed ?? 'default')
  }
  const ready = options.persist ? start() : Promise.resolve(startAnew())
  // Callers that await `ready` or call `fetch` see the failure; here it needs no handling.
  ready.catch(() => {})
  return {
    core,
    ready,
    saved: async () => journal?.flush().catch(options.persistFailed ?? reportLoss),
    close: async () => {
      await core.notifier.settled()
      if (!journal) return
      state.clean = true
      journal.organizationSaved()
      await journal.flush()
    },
  }
}

function makeJournal(
  options: SandboxOptions,
  port: PersistPort,
  core: () => Core,
  state: { clean: boolean },
): Journal {
  const failed = options.persistFailed ?? reportLoss
  return createJournal(port, () => organizationRecord(core(), state.clean), failed)
}

function reportLoss(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(
    `exchange-sandbox: state could not be saved (${reason}); the next change tries again\n`,
  )
}

function registrations(options: SandboxOptions): Map<string, AppRegistration> {
  const apps = options.apps ?? DEFAULT_APPS
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
