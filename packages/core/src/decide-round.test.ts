import { expect, test } from 'vitest'
import { foldName, TRACKED_NAME, UNDELIVERABLE_NAME } from './category.ts'
import type { ChangePage } from './change-page.ts'
import { decideRound, keysOf, type RoundContext } from './decide-round.ts'
import { SyncError } from './errors.ts'
import { item, link, marked, NOW } from './fixtures.test-support.ts'
import type { FolderPage } from './folder-reading.ts'
import type { FolderRole, Link } from './types.ts'

const context = (patch: Partial<RoundContext> = {}): RoundContext => ({
  now: NOW,
  marksRead: true,
  foldersBehind: new Set(),
  trackedNames: new Set([foldName(TRACKED_NAME)]),
  undeliverableNames: new Set([foldName(UNDELIVERABLE_NAME)]),
  mailboxName: 'Ada',
  pauseScale: 1,
  ...patch,
})

function page(
  id: string,
  patch: Partial<ChangePage>,
  { role = 'inbox' as FolderRole, listing = false } = {},
): FolderPage {
  return {
    folder: { id, kind: 'mail', role },
    cursor: {
      folder: id,
      kind: 'mail',
      value: 'old',
      listing,
      generation: 4,
      epoch: 1,
      catchUp: false,
      windowStart: null,
      windowEnd: null,
      failures: 0,
    },
    page: {
      items: [],
      removed: [],
      unreadable: [],
      nameless: 0,
      cursor: 'new',
      more: false,
      ...patch,
    },
  }
}

const loaded = (...links: Link[]) =>
  new Map(links.map((one) => [one.key, { link: one, organizerElsewhere: false }]))

test('[TR5] an item that moved between two folders of one round isn’t gone, in either order', () => {
  const known = loaded(link({ key: 'm', folder: 'a' }))
  const left = page('a', { removed: ['m'] })
  const arrived = page('b', { items: [marked({ key: 'm', folder: 'b' })] })
  for (const pages of [
    [left, arrived],
    [arrived, left],
  ]) {
    const { effects } = decideRound(context(), pages, known)
    expect(effects.links).toMatchObject([{ key: 'm', folder: 'b', pendingEnd: null }])
  }
  const { effects } = decideRound(context(), [left], known)
  expect(effects.links).toMatchObject([{ folder: 'a', pendingEnd: 'gone' }])
})

test('[TR10] an occurrence follows a series that this very round tracks', () => {
  const master = marked({ kind: 'event', key: 's', eventType: 'master' })
  const occurrence = marked({ kind: 'event', key: 'o', eventType: 'occurrence', masterKey: 's' })
  const plan = decideRound(context(), [page('c', { items: [master, occurrence] })], loaded())
  expect(plan.toRead.map(({ ref }) => ref.key)).toEqual(['s'])
  expect(keysOf([page('c', { items: [occurrence] })])).toEqual(['o', 's'])
})

test('[TR10] an occurrence of a tracked series asks for its series only with something new', () => {
  const series = link({ kind: 'event', key: 's', activityType: 'recurringappointmentmaster' })
  const known = link({ kind: 'event', key: 'o', masterKey: 's', changeKey: 'ck1' })
  const seen = (patch: object) =>
    decideRound(
      context(),
      [
        page('inbox', {
          items: [marked({ kind: 'event', key: 'o', masterKey: 's', changeKey: 'ck1', ...patch })],
        }),
      ],
      loaded(series, known),
    ).masters.length
  expect(seen({})).toBe(0)
  expect(seen({ changeKey: 'ck2' })).toBe(1)
  expect(seen({ categories: [] })).toBe(1)
  expect(seen({ categories: null })).toBe(0)
  expect(seen({ folder: 'elsewhere' })).toBe(1)
})

test('[TR20] an unreadable item is set aside once, and only where marks are read or it is linked', () => {
  const error = new SyncError('item', 'refused', 'corrupt')
  const unreadable = [{ ref: { kind: 'message' as const, key: 'u', folder: 'inbox' }, error }]
  const pages = [page('inbox', { unreadable })]
  const on = decideRound(context(), pages, loaded())
  expect(on).toMatchObject({ parked: 1, effects: { links: [{ key: 'u', state: 'parked' }] } })
  expect(on.effects.alerts).toHaveLength(1)
  const off = decideRound(context({ marksRead: false }), pages, loaded())
  expect(off).toMatchObject({ parked: 0, effects: { links: [], alerts: [] } })
  const linked = decideRound(context({ marksRead: false }), pages, loaded(link({ key: 'u' })))
  expect(linked).toMatchObject({ parked: 1, effects: { links: [{ key: 'u', state: 'linked' }] } })
  // Read in another folder of the same round, it is readable after all.
  const read = decideRound(
    context(),
    [...pages, page('b', { items: [item({ key: 'u', folder: 'b' })] })],
    loaded(),
  )
  expect(read.parked).toBe(0)
})

test('[TR5] a listing remembers which links it met', () => {
  const items = [marked({ key: 'new' }), item({ key: 'known' }), item({ key: 'never met' })]
  const known = loaded(link({ key: 'known' }))
  const { effects } = decideRound(context(), [page('inbox', { items }, { listing: true })], known)
  expect(effects.listed).toEqual([{ keys: ['new', 'known'], generation: 4 }])
  const changes = decideRound(context(), [page('inbox', { items })], known)
  expect(changes.effects.listed).toEqual([])
})

test('[TR8] what is marked in Sent Items was sent by the mailbox', () => {
  const items = [marked({ key: 'm' })]
  const sent = decideRound(context(), [page('sent', { items }, { role: 'sent' })], loaded())
  expect(sent.toRead).toMatchObject([{ kind: 'track', rule: 'TR1', outgoing: true, isNews: true }])
  const inbox = decideRound(context(), [page('inbox', { items }, { listing: true })], loaded())
  expect(inbox.toRead).toMatchObject([{ outgoing: false, isNews: false }])
})
