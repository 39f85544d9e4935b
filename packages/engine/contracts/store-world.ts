import type {
  ActivityDraft,
  ActivityId,
  ActivityType,
  Create,
  CycleClose,
  CycleInput,
  FolderCursor,
  Instant,
  Lease,
  Link,
  LinkedLink,
} from '@trackmark/core'
import type { StorePort } from '../src/ports/index.ts'

/** A store with an organization of its own, and what people do in that organization's CRM. */
export interface StoreWorld {
  readonly store: StorePort
  readonly organizationId: string
  /**
   * Mailboxes that are synchronized and due at `NOW`. Their owners are named `User 0`, `User 1`
   * and so on.
   */
  readonly mailboxIds: readonly string[]
  readonly userIds: readonly string[]
  readonly profileId: string
  /** Ordered by id. */
  activities(): Promise<readonly SeenActivity[]>
  /** Ordered by text. */
  alerts(): Promise<readonly SeenAlert[]>
  /** Everything that is stored for the organization, to compare before and after. */
  contents(): Promise<unknown>
  /** @returns the contact's id */
  addContact(address: string): Promise<string>
  /**
   * A person changes columns of an appointment in the CRM.
   * @param also lists of people that were changed as well
   */
  edit(
    activityId: ActivityId,
    columns: ActivityDraft['columns'],
    also: readonly string[],
  ): Promise<void>
  /** An administrator changes a setting. */
  changeSettings(): Promise<void>
}

export interface SeenActivity {
  readonly activityId: ActivityId
  readonly type: ActivityType
  readonly subject: unknown
  /** The location of an appointment. */
  readonly location: unknown
  readonly seriesId: ActivityId | null
  readonly modifiedOn: Instant
  readonly people: number
  readonly attachments: number
}

export interface SeenAlert {
  readonly text: string
  readonly isOpen: boolean
  readonly modifiedOn: Instant
}

/** 2026-01-05 09:00 UTC */
export const NOW = Date.UTC(2026, 0, 5, 9)
export const MINUTE = 60_000
export const LEASE_MS = 5 * MINUTE

let ids = 0
export const newId = (): string => {
  ids += 1
  return `00000000-0000-4000-8000-${ids.toString(16).padStart(12, '0')}`
}

type Claiming = Pick<StoreWorld, 'store' | 'organizationId' | 'mailboxIds'>

export async function claimAll(
  { store, organizationId }: Claiming,
  now = NOW,
  workerId = 'worker',
): Promise<readonly CycleInput[]> {
  const claims = await store.claim({ workerId, now, leaseMs: LEASE_MS, limit: 1000 })
  return claims.filter((claim) => claim.lease.organizationId === organizationId)
}

/** Claims the world's mailboxes and returns their leases, in the mailboxes' order. */
export async function leases(
  world: Claiming,
  now = NOW,
  workerId = 'worker',
): Promise<readonly Lease[]> {
  const claims = await claimAll(world, now, workerId)
  return world.mailboxIds.flatMap(
    (id) => claims.find((claim) => claim.lease.mailboxId === id)?.lease ?? [],
  )
}

/** Placeholder for links that are created together with their activity and get its id. */
const ANY_ACTIVITY = '00000000-0000-4000-8000-ffffffffffff'

type LinkPatch = { [K in keyof LinkedLink]?: Link[K] }

export function link(key: string, more?: LinkPatch & { readonly state?: 'linked' }): LinkedLink
export function link(key: string, more: LinkPatch): Link
export function link(key: string, more: LinkPatch = {}): Link {
  const { state = 'linked' } = more
  const made = {
    kind: 'message',
    key,
    folder: 'inbox',
    state,
    activityId: state === 'linked' ? ANY_ACTIVITY : null,
    activityType: 'email',
    masterKey: null,
    mark: 'seen',
    changeKey: 'ck1',
    isOrganizer: false,
    itemEnd: null,
    pendingEnd: null,
    park: null,
    decision: { rule: 'TR1', at: NOW, seen: 'marked' },
    fingerprint: null,
    ...more,
  }
  return made as Link
}

export function emailDraft(columns: ActivityDraft['columns'] = {}): ActivityDraft {
  return {
    type: 'email',
    columns: { subject: 'Offer', statecode: 1, statuscode: 4, senton: NOW, ...columns },
    parties: [
      { mask: 1, addressUsed: 'ann@customer.example', partyId: null, partyType: null },
      { mask: 2, addressUsed: 'user0@contoso.example', partyId: null, partyType: null },
    ],
    attachments: [
      {
        id: 'a1',
        name: 'offer.pdf',
        contentType: 'application/pdf',
        size: 3,
        contentId: null,
        content: 'AAAA',
        refusal: null,
      },
    ],
  }
}

export function create(key: string, more: Partial<Create> = {}): Create {
  return {
    activityId: newId(),
    identity: `email:in:<${key}@customer.example>`,
    draft: emailDraft(),
    link: link(key),
    formerActivityId: null,
    seriesId: null,
    parkedBefore: null,
    markedAt: null,
    ...more,
  }
}

export function cursor(folder: string, more: Partial<FolderCursor> = {}): FolderCursor {
  return {
    folder,
    kind: 'mail',
    value: 'delta-1',
    listing: false,
    generation: 1,
    epoch: 1,
    catchUp: false,
    windowStart: null,
    windowEnd: null,
    failures: 0,
    ...more,
  }
}

export function closing(more: Partial<CycleClose> = {}): CycleClose {
  return {
    dueAt: NOW + 5 * MINUTE,
    failures: 0,
    quietCycles: 0,
    startedAt: NOW,
    endedAt: NOW + 1_000,
    itemsProcessed: 0,
    itemsFailed: 0,
    numbers: { tracked: 0, ended: 0, provisioned: 0, removed: 0, latenciesMs: [] },
    error: null,
    note: null,
    ...more,
  }
}

export function appointment(
  key: string,
  columns: ActivityDraft['columns'] = {},
  more: Partial<Create> = {},
): Create {
  return create(key, {
    identity: `event:${key}`,
    draft: {
      type: 'appointment',
      columns: {
        subject: key,
        scheduledend: NOW + MINUTE,
        statecode: 3,
        statuscode: 5,
        ...columns,
      },
      parties: [{ mask: 7, addressUsed: 'org@contoso.example', partyId: null, partyType: null }],
      attachments: [],
    },
    link: link(key, { kind: 'event', activityType: 'appointment', isOrganizer: true }),
    ...more,
  })
}
