import type { Folder, ItemKey, ItemKind, SeenItem, Window } from '@trackmark/core'
import { SyncError } from '@trackmark/core'
import type { ChangePage, ChangesRequest, Outcome, UnreadableItem } from '@trackmark/engine'
import { askAll } from './batch.ts'
import { isTooLarge, malformed } from './errors.ts'
import { IN_UTC, readLight } from './items.ts'
import { mapSeenEvent } from './map-event.ts'
import { mapSeenMessage, seenMessageSelect } from './map-message.ts'
import { mapSeenTask } from './map-task.ts'
import { parsePage } from './pages.ts'
import { type Route, relativeLink, route, withQuery } from './route.ts'
import {
  eventSchema,
  idSchema,
  removedSchema,
  seenMessageSchema,
  taskSchema,
  type WirePage,
} from './schemas.ts'
import { type Ask, IMMUTABLE_IDS, type Wire } from './wire.ts'

const kinds: Record<Folder['kind'], ItemKind> = {
  mail: 'message',
  calendar: 'event',
  taskList: 'task',
}

const subjects: Record<Folder['kind'], string> = {
  mail: 'the changes of a mail folder',
  calendar: 'the changes of a calendar',
  taskList: 'the changes of a task list',
}

/** @param primaryCalendar its id if known; its delta has a documented path of its own */
export async function changes(
  wire: Wire,
  requests: readonly ChangesRequest[],
  primaryCalendar: string | null,
): Promise<readonly Outcome<ChangePage>[]> {
  const asks = requests.map((request) => askFor(wire, request, primaryCalendar))
  const sendable = asks.flatMap((ask) => (ask.ok ? [ask.value] : []))
  const answers = (await askForPages(wire, sendable))[Symbol.iterator]()
  const drafts = asks.map((ask, at): Outcome<PageDraft> => {
    if (!ask.ok) return ask
    const answer: Outcome<{ body: unknown }> = answers.next().value!
    if (!answer.ok) return answer
    return draftPage(wire, requests[at]!.folder, ask.value, answer.value.body)
  })
  return completed(wire, drafts)
}

/** A page that is too large is requested with fewer items, at last with a single one. */
async function askForPages(
  wire: Wire,
  asks: readonly Ask[],
): Promise<readonly Outcome<{ body: unknown }>[]> {
  const outcomes: Outcome<{ body: unknown }>[] = [...(await askAll(wire, asks))]
  for (const items of [20, 1]) {
    const again = [...outcomes.keys()].filter((at) => {
      const outcome = outcomes[at]!
      return !outcome.ok && isTooLarge(outcome.error)
    })
    if (again.length === 0) break
    const answers = await askAll(
      wire,
      again.map((at) => withItems(asks[at]!, items)),
    )
    for (const [nth, at] of again.entries()) outcomes[at] = answers[nth]!
  }
  return outcomes
}

function withItems(ask: Ask, items: number): Ask {
  const prefer = ask.headers?.Prefer ?? ''
  const Prefer = prefer.replace(/odata\.maxpagesize=\d+/, `odata.maxpagesize=${items}`)
  return { ...ask, headers: { ...ask.headers, Prefer } }
}

function askFor(wire: Wire, request: ChangesRequest, primary: string | null): Outcome<Ask> {
  const { folder, cursor } = request
  const start = startOf(wire, request, primary)
  if (!start.ok) return start
  const ask: Ask = {
    method: 'GET',
    to: start.value,
    headers: { Prefer: preferOf(wire, folder) },
    subject: subjects[folder.kind],
    level: 'folder',
  }
  if (cursor === null) return { ok: true, value: ask }
  const path = relativeLink(wire.baseUrl, cursor)
  if (path !== null) return { ok: true, value: { ...ask, to: { ...ask.to, path }, resumes: true } }
  const message = `The cursor of a folder of ${wire.mailbox} belongs to another server; the folder will be listed again.`
  return { ok: false, error: new SyncError('folder', 'relist', message) }
}

function preferOf(wire: Wire, folder: Folder): string {
  if (folder.kind === 'mail') {
    return `${IMMUTABLE_IDS}, odata.maxpagesize=${wire.limits.messagesPerPage}`
  }
  return `${IN_UTC}, odata.maxpagesize=${wire.limits.wholeItemsPerPage}`
}

function startOf(wire: Wire, request: ChangesRequest, primary: string | null): Outcome<Route> {
  const { folder, cursor, window } = request
  switch (folder.kind) {
    case 'mail': {
      const to = route`/users/${wire.mailbox}/mailFolders/${folder.id}/messages/delta`
      return { ok: true, value: withQuery(to, { $select: seenMessageSelect }) }
    }
    case 'taskList': {
      const to = route`/users/${wire.mailbox}/todo/lists/${folder.id}/tasks/delta`
      return { ok: true, value: to }
    }
    case 'calendar': {
      if (window === null && cursor === null) {
        const message = `A calendar of ${wire.mailbox} can only be listed within a window, and none was given.`
        return { ok: false, error: new SyncError('folder', 'relist', message) }
      }
      // The documentation describes the primary calendar only; the form for any calendar is in
      // Microsoft's permission map and SDK.
      const to =
        folder.id === primary
          ? route`/users/${wire.mailbox}/calendarView/delta`
          : route`/users/${wire.mailbox}/calendars/${folder.id}/calendarView/delta`
      return { ok: true, value: window === null ? to : withQuery(to, windowQuery(window)) }
    }
  }
}

function windowQuery(window: Window): Record<string, string> {
  return {
    startDateTime: new Date(window.start).toISOString(),
    endDateTime: new Date(window.end).toISOString(),
  }
}

/** A page with some items that contain too little and still have to be read. */
interface PageDraft {
  readonly folder: Folder
  readonly entries: ReadonlyMap<ItemKey, Entry>
  readonly nameless: number
  readonly cursor: string
  readonly more: boolean
}

type Entry =
  | { readonly kind: 'seen'; readonly item: SeenItem }
  | { readonly kind: 'partial' }
  | { readonly kind: 'removed' }

function draftPage(wire: Wire, folder: Folder, ask: Ask, body: unknown): Outcome<PageDraft> {
  try {
    const page = parsePage(body, ask, wire)
    const { cursor, more } = cursorOf(page, ask, wire)
    const entries = new Map<ItemKey, Entry>()
    let nameless = 0
    for (const raw of page.value) {
      const parsed = idSchema.safeParse(raw)
      if (!parsed.success) {
        nameless += 1
        continue
      }
      // Changes may repeat. The last one of an item counts, at its own place in the order.
      entries.delete(parsed.data.id)
      entries.set(parsed.data.id, entryOf(folder, raw))
    }
    return { ok: true, value: { folder, entries, nameless, cursor, more } }
  } catch (error) {
    if (!(error instanceof SyncError)) throw error
    // The page was answered but can't be understood. That affects this folder only.
    const { remedy, message } = error
    return { ok: false, error: new SyncError('folder', remedy, message, { cause: error }) }
  }
}

function cursorOf(page: WirePage, ask: Ask, wire: Wire): { cursor: string; more: boolean } {
  const next = page['@odata.nextLink']
  const delta = page['@odata.deltaLink']
  const link = next ?? delta
  if (link === undefined || relativeLink(wire.baseUrl, link) === null) {
    throw malformed('mailbox', `where ${ask.subject} go on`, wire.mailbox, null)
  }
  return { cursor: link, more: next !== undefined }
}

function entryOf(folder: Folder, raw: unknown): Entry {
  if (removedSchema.safeParse(raw).success) return { kind: 'removed' }
  const item = seenOf(folder, raw)
  return item === null ? { kind: 'partial' } : { kind: 'seen', item }
}

/**
 * Null if the entry contains too little or can't be understood; reading the item alone shows
 * which.
 */
function seenOf(folder: Folder, raw: unknown): SeenItem | null {
  switch (folder.kind) {
    case 'mail': {
      const parsed = seenMessageSchema.safeParse(raw)
      return parsed.success ? mapSeenMessage(parsed.data, folder.id) : null
    }
    case 'calendar': {
      const parsed = eventSchema.safeParse(raw)
      return parsed.success ? mapSeenEvent(parsed.data, folder.id) : null
    }
    case 'taskList': {
      const parsed = taskSchema.safeParse(raw)
      return parsed.success ? mapSeenTask(parsed.data, folder.id) : null
    }
  }
}

async function completed(
  wire: Wire,
  drafts: readonly Outcome<PageDraft>[],
): Promise<readonly Outcome<ChangePage>[]> {
  const partial = drafts.flatMap((draft, page) => {
    if (!draft.ok) return []
    const { folder, entries } = draft.value
    const keys = [...entries].filter(([, entry]) => entry.kind === 'partial')
    return keys.map(([key]) => ({
      page,
      ref: { kind: kinds[folder.kind], key, folder: folder.id },
    }))
  })
  const answers =
    partial.length === 0
      ? []
      : await readLight(
          wire,
          partial.map(({ ref }) => ref),
        )
  const read = new Map<string, Outcome<SeenItem | null>>()
  for (const [at, { page, ref }] of partial.entries()) {
    read.set(JSON.stringify([page, ref.key]), answers[at]!)
  }
  return drafts.map((draft, page) => {
    if (!draft.ok) return draft
    return finish(draft.value, (key) => read.get(JSON.stringify([page, key]))!)
  })
}

function finish(
  draft: PageDraft,
  readOf: (key: ItemKey) => Outcome<SeenItem | null>,
): Outcome<ChangePage> {
  const { folder, nameless, cursor, more } = draft
  const items: SeenItem[] = []
  const removed: ItemKey[] = []
  const unreadable: UnreadableItem[] = []
  for (const [key, entry] of draft.entries) {
    if (entry.kind === 'removed') removed.push(key)
    if (entry.kind === 'seen') items.push(entry.item)
    if (entry.kind !== 'partial') continue
    const outcome = readOf(key)
    if (!outcome.ok) {
      // The next request would fail, too, so this isn't the item's failure: the page is read
      // again.
      if (outcome.error.scope === 'mailbox') return outcome
      unreadable.push({
        ref: { kind: kinds[folder.kind], key, folder: folder.id },
        error: outcome.error,
      })
    } else if (outcome.value !== null) items.push(outcome.value)
    // The item is gone since. A removal in this page or in the folder's next page reports it.
  }
  return { ok: true, value: { items, removed, unreadable, nameless, cursor, more } }
}
