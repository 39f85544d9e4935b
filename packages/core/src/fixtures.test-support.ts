import fc from 'fast-check'
import { TRACKED_NAME } from './category.ts'
import type {
  CategoryState,
  Link,
  LinkedLink,
  MasterCategory,
  SeenItem,
  WholeEvent,
  WholeMessage,
  WholeTask,
} from './types.ts'

export const NOW = Date.UTC(2026, 0, 5, 9)

export function item(patch: Partial<SeenItem> = {}): SeenItem {
  return {
    kind: 'message',
    key: 'AAMk1',
    folder: 'inbox',
    changeKey: 'ck1',
    categories: [],
    isDraft: false,
    isMeetingMessage: false,
    internetMessageId: '<1@example.com>',
    eventType: null,
    masterKey: null,
    whole: null,
    fingerprint: null,
    ...patch,
  }
}

export const marked = (patch: Partial<SeenItem> = {}): SeenItem =>
  item({ categories: [TRACKED_NAME], ...patch })

/** Fields that any kind of link may have. Tests have to name fields that fit together. */
type LinkPatch = { [K in keyof LinkedLink]?: Link[K] }

export function link(patch?: LinkPatch & { readonly state?: 'linked' }): LinkedLink
export function link(patch: LinkPatch): Link
export function link(patch: LinkPatch = {}): Link {
  const made = {
    kind: 'message',
    key: 'AAMk1',
    folder: 'inbox',
    state: 'linked',
    activityId: 'a1',
    activityType: 'email',
    masterKey: null,
    mark: 'seen',
    changeKey: 'ck1',
    isOrganizer: false,
    itemEnd: null,
    pendingEnd: null,
    park: null,
    decision: { rule: 'TR1', at: NOW - 1000, seen: 'marked' },
    fingerprint: null,
    ...patch,
  }
  return made as Link
}

export function message(patch: Partial<WholeMessage> = {}): WholeMessage {
  return {
    kind: 'message',
    key: 'AAMk1',
    folder: 'inbox',
    changeKey: 'ck1',
    modifiedAt: null,
    categories: [TRACKED_NAME],
    isDraft: false,
    internetMessageId: '<1@example.com>',
    inReplyTo: null,
    conversationIndex: null,
    subject: 'Offer',
    body: { type: 'html', content: '<p>Hello</p>' },
    from: { name: 'Cora', address: 'Cora@customer.example' },
    sender: null,
    to: [{ name: 'Ada', address: 'ada@contoso.example' }],
    cc: [],
    bcc: [],
    sentAt: NOW,
    receivedAt: NOW + 1000,
    importance: 'normal',
    isReadReceiptRequested: false,
    webLink: null,
    attachments: [],
    ...patch,
  }
}

export function event(patch: Partial<WholeEvent> = {}): WholeEvent {
  return {
    kind: 'event',
    key: 'EV1',
    folder: 'calendar',
    changeKey: 'ck1',
    modifiedAt: null,
    categories: [TRACKED_NAME],
    eventType: 'single',
    masterKey: null,
    originalStart: null,
    iCalUId: 'uid-1',
    subject: 'Review',
    body: { type: 'text', content: '' },
    location: 'Room 1',
    start: NOW,
    end: NOW + 3_600_000,
    isAllDay: false,
    showAs: 'busy',
    importance: 'normal',
    isPrivate: false,
    isOrganizer: true,
    isCancelled: false,
    isDraft: false,
    organizer: { name: 'Ada', address: 'ada@contoso.example' },
    attendees: [],
    recurrence: null,
    webLink: null,
    ...patch,
  }
}

export function task(patch: Partial<WholeTask> = {}): WholeTask {
  return {
    kind: 'task',
    key: 'T1',
    folder: 'tasks',
    changeKey: 'ck1',
    modifiedAt: null,
    categories: [TRACKED_NAME],
    subject: 'Call back',
    body: { type: 'text', content: '' },
    status: 'notStarted',
    importance: 'high',
    start: null,
    due: NOW,
    completedAt: null,
    ...patch,
  }
}

export const arbCategories = fc.uniqueArray(
  fc.constantFrom(TRACKED_NAME, 'tracked to dynamics 365', 'CRM', 'Blue category', 'Rot', ''),
  { maxLength: 5 },
)

export const arbItem: fc.Arbitrary<SeenItem> = fc.record({
  kind: fc.constantFrom('message', 'event', 'task'),
  key: fc.constant('AAMk1'),
  folder: fc.constantFrom('inbox', 'archive'),
  changeKey: fc.constantFrom('ck1', 'ck2'),
  categories: fc.option(arbCategories, { freq: 8 }),
  isDraft: fc.boolean(),
  isMeetingMessage: fc.boolean(),
  internetMessageId: fc.constant(null),
  eventType: fc.constantFrom(null, 'single', 'master', 'occurrence', 'exception'),
  masterKey: fc.constantFrom(null, 'M1'),
  whole: fc.constant(null),
  fingerprint: fc.constant(null),
})

const arbAnyLink = fc.record({
  kind: fc.constantFrom('message', 'event', 'task'),
  key: fc.constant('AAMk1'),
  folder: fc.constantFrom('inbox', 'archive'),
  state: fc.constantFrom('noted', 'parked', 'linked', 'ended'),
  activityId: fc.constant('a1'),
  activityType: fc.constantFrom('email', 'appointment', 'task'),
  masterKey: fc.constantFrom(null, 'M1'),
  mark: fc.constantFrom('unseen', 'seen', 'forgone'),
  changeKey: fc.constantFrom('ck1', 'ck2', null),
  isOrganizer: fc.boolean(),
  itemEnd: fc.constantFrom(null, NOW + 1),
  pendingEnd: fc.constantFrom(null, 'markRemoved', 'gone'),
  park: fc.option(
    fc.record({
      code: fc.constant('X'),
      reason: fc.constant('because'),
      tries: fc.integer({ min: 1, max: 6 }),
      nextTryAt: fc.constantFrom(null, NOW - 1, NOW + 1),
    }),
  ),
  decision: fc.constant({ rule: 'TR1', at: NOW, seen: 'marked' }),
  fingerprint: fc.constant(null),
})

export const arbLinked: fc.Arbitrary<LinkedLink> = arbAnyLink.map(
  (made) => ({ ...made, state: 'linked' }) as LinkedLink,
)

export const arbLink: fc.Arbitrary<Link> = arbAnyLink
  .filter(({ state, park, pendingEnd }) =>
    state === 'linked' ? true : pendingEnd === null && (state !== 'parked' || park !== null),
  )
  .map((made) => made as Link)

export const arbList: fc.Arbitrary<MasterCategory[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
      name: fc.constantFrom(
        TRACKED_NAME,
        'TRACKED TO DYNAMICS 365',
        'CRM',
        'Tracked to Dynamics 365 (Undeliverable)',
        'Blue category',
      ),
      color: fc.constantFrom('preset1', 'preset5', 'none'),
    }),
    { selector: (category) => category.id, maxLength: 4 },
  )
  .map((list) => {
    const names = new Set<string>()
    return list.filter((category) => {
      const name = category.name.toLowerCase()
      return !names.has(name) && names.add(name)
    })
  })

export const arbState: fc.Arbitrary<CategoryState> = fc.record({
  purpose: fc.constantFrom('tracked', 'undeliverable'),
  name: fc.constantFrom(TRACKED_NAME, 'CRM', 'Tracked to Dynamics 365 (Undeliverable)'),
  earlierNames: fc.uniqueArray(fc.constantFrom(TRACKED_NAME, 'Old'), { maxLength: 2 }),
  color: fc.constant('preset5'),
  exchangeId: fc.constantFrom(null, 'c1', 'c2'),
  status: fc.constantFrom('absent', 'provisioned', 'removed'),
  epoch: fc.integer({ min: 0, max: 3 }),
})
