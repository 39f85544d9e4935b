import {
  type ActivityId,
  type AddressMatch,
  type CycleClose,
  type CycleInput,
  type Effects,
  type EngineSettings,
  type Instant,
  type ItemKey,
  LEFT_OUT,
  type Lease,
  LeaseLostError,
  type Link,
  type MailboxId,
  type OrganizationId,
  readsFolders,
} from '@trackmark/core'
import type { StorePort } from '../src/ports/index.ts'
import { applyEffects, linksTo } from './memory-commit.ts'
import {
  type MemoryState,
  newMailbox,
  type StoredActivity,
  type StoredMailbox,
} from './memory-state.ts'

/** A store of one organization in memory. It passes the same contract as the databases. */
export interface MemoryStore extends StorePort {
  readonly mailboxes: ReadonlyMap<MailboxId, StoredMailbox>
  readonly activities: ReadonlyMap<ActivityId, StoredActivity>
  /** People and companies in which addresses are looked up. */
  readonly addresses: AddressMatch[]
  addMailbox(mailboxId: MailboxId, about: StoredMailbox['about'], dueAt: Instant): void
  /** Changes settings of the organization; cycles under way then find their lease lost. */
  changeSettings(changes: Partial<EngineSettings>, now: Instant): void
  /** A person changes an activity in the CRM. */
  edit(activityId: ActivityId, columns: StoredActivity['columns'], also?: readonly string[]): void
  /** Makes every mailbox due. */
  wake(now: Instant): void
}

export const DEFAULT_SETTINGS: EngineSettings = {
  trackCategorizedItems: true,
  taskDeletion: 0,
  trackAppointmentsFromNonOrganizer: true,
  syncPrivateFlag: false,
  unresolveOnMultipleMatch: false,
  unresolveSenderOnMultipleMatch: false,
  resolveForInactive: false,
  attachmentBytesMax: 5_242_880,
  pastWindowMonths: 3,
  futureWindowMonths: 12,
}

interface Kept {
  readonly state: MemoryState
  readonly organizationId: OrganizationId
  settings: EngineSettings
  revision: number
  readonly addresses: AddressMatch[]
}

export function memoryStore(organizationId: OrganizationId): MemoryStore {
  const state: MemoryState = { mailboxes: new Map(), activities: new Map() }
  const kept: Kept = {
    state,
    organizationId,
    settings: DEFAULT_SETTINGS,
    revision: 1,
    addresses: [],
  }
  return {
    mailboxes: state.mailboxes,
    activities: state.activities,
    addresses: kept.addresses,
    addMailbox: (mailboxId, about, dueAt) => {
      state.mailboxes.set(mailboxId, newMailbox(mailboxId, about, dueAt))
    },
    changeSettings: (changes, now) => {
      kept.settings = { ...kept.settings, ...changes }
      kept.revision += 1
      for (const mailbox of all(kept)) {
        if (mailbox.lease === null) mailbox.dueAt = now
        else mailbox.dueAgain = true
      }
    },
    edit: (activityId, columns, also = []) => {
      const known = state.activities.get(activityId)!
      const changed = [...known.changedColumns, ...Object.keys(columns), ...also]
      state.activities.set(activityId, {
        ...known,
        columns: { ...known.columns, ...columns },
        changedColumns: changed,
      })
    },
    wake: (now) => {
      for (const mailbox of all(kept)) mailbox.dueAt = now
    },
    ...leasing(kept),
    ...reading(kept),
    ...waiting(kept),
    commit: async (lease, effects, now) => commitNow(kept, lease, effects, now),
    close: async (lease, close, last) => {
      if (last !== undefined) commitNow(kept, lease, last, close.endedAt)
      const mailbox = mailboxUnder(kept, lease)
      if (mailbox !== null) end(mailbox, close, lease.settingsRevision === kept.revision)
    },
  }
}

const all = ({ state }: Kept): readonly StoredMailbox[] => [...state.mailboxes.values()]

/** Null if the lease was lost. */
function mailboxUnder({ state }: Kept, { mailboxId, token }: Lease): StoredMailbox | null {
  const mailbox = state.mailboxes.get(mailboxId)
  return mailbox?.lease?.token === token ? mailbox : null
}

/** Ordered by key. */
const linksOf = ({ state }: Kept, { mailboxId }: Lease): readonly Link[] =>
  [...state.mailboxes.get(mailboxId)!.links.values()]
    .map(({ link }) => link)
    .sort((a, b) => (a.key < b.key ? -1 : 1))

function commitNow(kept: Kept, lease: Lease, effects: Partial<Effects>, now: Instant) {
  const mailbox = mailboxUnder(kept, lease)
  if (mailbox === null || lease.settingsRevision !== kept.revision) throw new LeaseLostError()
  const result = applyEffects({ state: kept.state, mailbox, now }, effects)
  mailbox.lease!.until = now + mailbox.lease!.ms
  return result
}

type Part<K extends keyof StorePort> = Pick<StorePort, K>

const leasing = (kept: Kept): Part<'claim' | 'renew' | 'giveBack' | 'giveBackOthers'> => ({
  claim: async ({ workerId, now, leaseMs, limit }) => {
    const isDue = ({ dueAt, lease }: StoredMailbox) =>
      dueAt !== null && dueAt <= now && (lease === null || lease.until <= now)
    const due = all(kept)
      .filter(isDue)
      .sort((a, b) => a.dueAt! - b.dueAt! || (a.mailboxId < b.mailboxId ? -1 : 1))
      .slice(0, limit)
    return due.map((mailbox) => {
      mailbox.claims += 1
      const token = `${workerId}:${mailbox.claims}`
      mailbox.lease = { token, until: now + leaseMs, ms: leaseMs }
      mailbox.dueAgain = false
      const { organizationId, revision: settingsRevision } = kept
      const lease = { organizationId, mailboxId: mailbox.mailboxId, token, settingsRevision }
      const input = inputOf(mailbox, lease, kept.settings, now)
      mailbox.isAsked = false
      return input
    })
  },
  renew: async (leases, { now, leaseMs }) => {
    for (const lease of leases) {
      const mailbox = mailboxUnder(kept, lease)
      if (mailbox !== null) mailbox.lease!.until = now + leaseMs
    }
  },
  giveBack: async (leases, dueAt) => {
    for (const lease of leases) {
      const mailbox = mailboxUnder(kept, lease)
      if (mailbox !== null) release(mailbox, dueAt)
    }
  },
  giveBackOthers: async (workerId, leases, now) => {
    const known = new Set(leases.map(({ token, mailboxId }) => `${mailboxId} ${token}`))
    for (const mailbox of all(kept)) {
      const token = mailbox.lease?.token ?? ''
      const isOurs = token.slice(0, token.lastIndexOf(':')) === workerId
      if (isOurs && !known.has(`${mailbox.mailboxId} ${token}`)) release(mailbox, now)
    }
  },
})

type Reading = Part<'loadLinks' | 'linksByFingerprint' | 'unlisted' | 'occurrencesOf'>

const reading = (kept: Kept): Reading => ({
  loadLinks: async (lease, keys) => {
    const wanted = new Set(keys)
    return linksOf(kept, lease)
      .filter(({ key }) => wanted.has(key))
      .map((link) => ({ link, organizerElsewhere: isLedElsewhere(kept.state, lease, link) }))
  },
  linksByFingerprint: async (lease, fingerprints) => {
    const wanted = new Set<string | null>(fingerprints)
    return linksOf(kept, lease).filter(
      ({ fingerprint }) => fingerprint !== null && wanted.has(fingerprint),
    )
  },
  unlisted: async (lease, { listings, after, limit }) => {
    const { links } = kept.state.mailboxes.get(lease.mailboxId)!
    const isMissing = (link: Link) =>
      listings.some(
        ({ folder, generation, window }) =>
          link.folder === folder &&
          links.get(link.key)!.listed < generation &&
          (window === null ||
            link.itemEnd === null ||
            (link.itemEnd >= window.start && link.itemEnd <= window.end)),
      )
    return linksOf(kept, lease)
      .filter(({ state, pendingEnd }) => state === 'linked' && pendingEnd === null)
      .filter((link) => isMissing(link) && (after === null || link.key > after))
      .slice(0, limit)
  },
  occurrencesOf: async (lease, masterKeys) => {
    const wanted = new Set<ItemKey | null>(masterKeys)
    return linksOf(kept, lease).filter(
      ({ masterKey }) => masterKey !== null && wanted.has(masterKey),
    )
  },
})

type Waiting = Part<'pendingEnds' | 'dueParked' | 'dueWrites' | 'findAddresses'>

const waiting = (kept: Kept): Waiting => ({
  pendingEnds: async (lease, limit) => {
    const linked = linksOf(kept, lease).filter((link) => link.state === 'linked')
    const ends = linked.filter(({ pendingEnd }) => pendingEnd !== null).slice(0, limit)
    if (ends.length === 0) return { ends: [], linked: 0 }
    const activityOf = (id: ActivityId | null) => {
      const activity = id === null ? undefined : kept.state.activities.get(id)
      if (activity === undefined) return null
      const { statecode, scheduledend } = activity.columns
      const scheduledEnd = typeof scheduledend === 'number' ? scheduledend : null
      return { statecode: Number(statecode ?? 0), scheduledEnd }
    }
    return {
      ends: ends.map((link) => ({ link, activity: activityOf(link.activityId) })),
      linked: linked.filter(({ masterKey }) => masterKey === null).length,
    }
  },
  dueParked: async (lease, now, limit) =>
    linksOf(kept, lease)
      .filter((link) => isParkedDue(link, now))
      .sort((a, b) => a.park!.nextTryAt! - b.park!.nextTryAt!)
      .slice(0, limit),
  dueWrites: async ({ mailboxId }, now, limit) =>
    [...kept.state.mailboxes.get(mailboxId)!.writes.values()]
      .filter(({ nextTryAt }) => nextTryAt <= now)
      .sort((a, b) => a.nextTryAt - b.nextTryAt || (a.id < b.id ? -1 : 1))
      .slice(0, limit),
  findAddresses: async (_, wanted) => {
    const lower = new Set(wanted.map((address) => address.toLowerCase()))
    return kept.addresses.filter(({ address }) => lower.has(address))
  },
})

function release(mailbox: StoredMailbox, dueAt: Instant): void {
  Object.assign(mailbox, { lease: null, dueAgain: false, dueAt })
}

/** A cycle cut short by changed settings says nothing about the mailbox. */
function end(mailbox: StoredMailbox, close: CycleClose, isCurrent: boolean): void {
  release(mailbox, mailbox.dueAgain ? close.endedAt : close.dueAt)
  mailbox.failures = close.failures
  mailbox.quietCycles = close.quietCycles
  mailbox.lastCode = (close.error ?? close.note)?.code ?? null
  if (isCurrent) mailbox.lastClose = close
}

const isParkedDue = ({ park }: Link, now: Instant): boolean =>
  park !== null && park.nextTryAt !== null && park.nextTryAt <= now

/** AC2 */
function isLedElsewhere(state: MemoryState, { mailboxId }: Lease, link: Link): boolean {
  const { kind, isOrganizer, activityId } = link
  if (kind !== 'event' || link.state !== 'linked' || isOrganizer || activityId === null)
    return false
  return linksTo(state, activityId).some(
    (other) =>
      other.mailbox.mailboxId !== mailboxId &&
      other.link.isOrganizer &&
      other.link.state === 'linked',
  )
}

function inputOf(
  mailbox: StoredMailbox,
  lease: Lease,
  settings: EngineSettings,
  now: Instant,
): CycleInput {
  const links = [...mailbox.links.values()].map(({ link }) => link)
  const linked = links.filter((link) => link.state === 'linked')
  const { failures, quietCycles, lastCode, isAsked, bulkAnswer } = mailbox
  const input: CycleInput = {
    lease,
    ...mailbox.about,
    settings,
    categories: [...mailbox.categories.values()],
    cursors: [],
    hierarchy: mailbox.hierarchy,
    counts: {
      hasLinks: linked.length > 0,
      pendingEnds: linked.filter(({ pendingEnd }) => pendingEnd !== null).length,
      parkedDue: links.filter((link) => isParkedDue(link, now)).length,
      writesDue: [...mailbox.writes.values()].filter(({ nextTryAt }) => nextTryAt <= now).length,
    },
    health: {
      failures,
      quietCycles,
      isTroubled: lastCode !== null && lastCode !== LEFT_OUT.unknown,
      isAsked,
      bulkAnswer,
    },
  }
  return readsFolders(input) ? { ...input, cursors: [...mailbox.cursors.values()] } : input
}
