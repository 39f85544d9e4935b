import { expect, test } from 'vitest'
import { foldName, TRACKED_NAME, UNDELIVERABLE_NAME } from './category.ts'
import { SyncError } from './errors.ts'
import { event, link, message, NOW, task } from './fixtures.test-support.ts'
import { ITEM_TRIES_MAX } from './policy.ts'
import { decideRead, type ItemToRead, isLed, type ReadContext } from './read-item.ts'
import type { AttachmentInfo, Link, Park, WholeItem } from './types.ts'

const context = (patch: Partial<ReadContext> = {}): ReadContext => ({
  now: NOW,
  trackedNames: new Set([foldName(TRACKED_NAME)]),
  undeliverableNames: new Set([foldName(UNDELIVERABLE_NAME)]),
  trackAppointmentsFromNonOrganizer: true,
  folders: null,
  ...patch,
})

type Patch = Omit<Partial<ItemToRead>, 'kind' | 'link'> & {
  readonly kind?: ItemToRead['kind']
  readonly link?: Link
}

function asked(patch: Patch = {}): ItemToRead {
  const known = patch.link ?? link({ state: 'noted', activityId: null, activityType: null })
  const made = {
    ref: { kind: known.kind, key: known.key, folder: known.folder },
    link: known,
    kind: 'track',
    rule: 'TR1',
    seen: 'marked',
    whole: null,
    isNews: true,
    outgoing: false,
    organizerElsewhere: false,
    ...patch,
  }
  return made as ItemToRead
}

const park = (patch: Partial<Park> = {}): Park => ({
  code: 'X',
  reason: 'because',
  tries: 1,
  nextTryAt: NOW - 1,
  ...patch,
})
const released = park({ tries: ITEM_TRIES_MAX + 1 })
const wears = { categories: [TRACKED_NAME] }
const unlinked = (patch: Partial<Link>) =>
  link({ state: 'parked', activityId: null, activityType: null, ...patch })
const file = (refusal: SyncError | null): AttachmentInfo => ({
  id: 'a',
  name: 'a.txt',
  contentType: null,
  size: 1,
  contentId: null,
  content: null,
  refusal,
})

const cases: readonly {
  readonly what: string
  readonly asked: ItemToRead
  readonly item: WholeItem | null
  readonly context?: Partial<ReadContext>
  readonly expected: object
}[] = [
  {
    what: '[TR5] gone before it was tracked: nothing is left to do',
    asked: asked(),
    item: null,
    expected: { kind: 'keep', link: { state: 'ended', decision: { rule: 'TR5' } } },
  },
  {
    what: '[TR5] a linked item that is gone is looked up with the other ends',
    asked: asked({ kind: 'update', link: link() }),
    item: null,
    expected: { kind: 'keep', link: { state: 'linked', pendingEnd: 'gone' } },
  },
  {
    what: '[TR5] a message that lies in no folder was deleted for good',
    asked: asked({ kind: 'update', link: link() }),
    item: message({ ...wears, folder: 'recoverable items' }),
    context: { folders: new Set(['inbox']) },
    expected: { kind: 'keep', link: { pendingEnd: 'gone' } },
  },
  {
    what: '[TR1] a marked item becomes an activity, and the time of its mark is kept',
    asked: asked(),
    item: message({ ...wears, modifiedAt: NOW - 5 }),
    expected: { kind: 'create', rule: 'TR1', mark: 'seen', markedAt: NOW - 5, wasGivenUp: false },
  },
  {
    what: '[TR1] of a mark that a listing brought nobody knows the time',
    asked: asked({ isNews: false }),
    item: message({ ...wears, modifiedAt: NOW - 5 }),
    expected: { kind: 'create', markedAt: null },
  },
  {
    what: '[TR1] an item that lost its mark since the page was written is left to the next page',
    asked: asked(),
    item: message({ categories: [] }),
    expected: { kind: 'leave' },
  },
  {
    what: '[TR10] an occurrence has no categories of its own and wears its master’s',
    asked: asked(),
    item: event({ eventType: 'occurrence', categories: [] }),
    expected: { kind: 'create', mark: 'seen' },
  },
  {
    what: '[TR16] asked for by a person, an item that wears Undeliverable is tracked and stamped',
    asked: asked({ link: unlinked({ park: released }), rule: 'TR13' }),
    item: message({ categories: [UNDELIVERABLE_NAME] }),
    expected: { kind: 'create', mark: 'unseen', wasGivenUp: true, markedAt: null },
  },
  {
    what: '[TR16] an item that wears neither category any more isn’t wanted',
    asked: asked({ link: unlinked({ park: released }), rule: 'TR13' }),
    item: message({ categories: [] }),
    expected: { kind: 'keep', link: { state: 'ended', park: null, decision: { rule: 'TR16' } } },
  },
  {
    what: '[TR13] marked by hand after it was given up: Undeliverable goes',
    asked: asked({ link: unlinked({ park: park({ nextTryAt: null }) }), rule: 'TR13' }),
    item: message(wears),
    expected: { kind: 'create', mark: 'seen', wasGivenUp: true },
  },
  {
    what: '[TR13] a further try before that leaves Undeliverable out of it',
    asked: asked({ link: unlinked({ park: park() }), rule: 'TR13' }),
    item: message(wears),
    expected: { kind: 'create', wasGivenUp: false },
  },
  {
    what: '[AC1] another organizer’s meeting is noted where the organization wants its own only',
    asked: asked(),
    item: event({ ...wears, isOrganizer: false }),
    context: { trackAppointmentsFromNonOrganizer: false },
    expected: { kind: 'keep', link: { state: 'noted', decision: { rule: 'AC1' } } },
  },
  {
    what: '[AC1] the organizer’s own copy is tracked all the same',
    asked: asked(),
    item: event({ ...wears, isOrganizer: true }),
    context: { trackAppointmentsFromNonOrganizer: false },
    expected: { kind: 'create' },
  },
  {
    what: '[AC11] an attachment that fails for the moment has its email tried again',
    asked: asked(),
    item: message({ ...wears, attachments: [file(new SyncError('item', 'retry', 'busy'))] }),
    expected: { kind: 'park', error: { remedy: 'retry' } },
  },
  {
    what: '[AC11] after all tries the email is tracked without it',
    asked: asked({ link: unlinked({ park: park({ tries: ITEM_TRIES_MAX }) }), rule: 'TR13' }),
    item: message({ ...wears, attachments: [file(new SyncError('item', 'retry', 'busy'))] }),
    expected: { kind: 'create', leftOut: { which: 'attachment 1 of 1' } },
  },
  {
    what: '[AC11] attachments that are refused for good are named',
    asked: asked(),
    item: message({
      ...wears,
      attachments: [
        file(new SyncError('item', 'refused', 'no')),
        file(null),
        file(new SyncError('item', 'refused', 'no')),
      ],
    }),
    expected: {
      kind: 'create',
      seen: "marked; attachments 1, 3 of 3 can't be read",
      leftOut: { which: 'attachments 1, 3 of 3' },
    },
  },
  {
    what: '[TR2] a linked item that changed carries its fields over, and is parked no longer',
    asked: asked({
      kind: 'update',
      link: link({ kind: 'task', activityType: 'task', park: park() }),
    }),
    item: task({ folder: 'list 2', changeKey: 'ck9' }),
    expected: {
      kind: 'update',
      link: { folder: 'list 2', changeKey: 'ck9', park: null, decision: { rule: 'TR2' } },
    },
  },
  {
    what: '[AC2] an attendee’s copy changes nothing while the organizer’s own is linked',
    asked: asked({
      kind: 'update',
      link: link({ kind: 'event', activityType: 'appointment' }),
      organizerElsewhere: true,
    }),
    item: event({ isOrganizer: false, changeKey: 'ck9' }),
    expected: { kind: 'keep', link: { state: 'linked', changeKey: 'ck9' } },
  },
  {
    what: '[TR10] an appointment that became a series is another kind of activity',
    asked: asked({
      kind: 'update',
      link: link({ kind: 'event', activityType: 'appointment' }),
    }),
    item: event({ ...wears, eventType: 'master' }),
    expected: { kind: 'create', rule: 'TR10', markedAt: null },
  },
]

test.each(cases)('$what', ({ asked: item, item: whole, context: patch, expected }) => {
  expect(decideRead(context(patch), item, whole)).toMatchObject(expected)
})

test('[AC2] only an attendee’s copy of a meeting is led, and only by an organizer’s that is linked', () => {
  for (const kind of ['message', 'event', 'task'] as const) {
    for (const isOrganizer of [true, false]) {
      for (const elsewhere of [true, false]) {
        const expected = kind === 'event' && !isOrganizer && elsewhere
        expect(isLed({ kind, isOrganizer }, elsewhere)).toBe(expected)
      }
    }
  }
})
