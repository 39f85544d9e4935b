import {
  type AddressBook,
  ALERT,
  alertsClosed,
  attachmentsLeftOut,
  type Create,
  decideRead,
  draftActivity,
  type Effects,
  eventFacts,
  type FolderId,
  type ItemRef,
  type ItemToRead,
  identityOf,
  joinEffects,
  type LeftOutFiles,
  type Link,
  type NewActivity,
  namesOf,
  outgoingWrite,
  type ReadContext,
  type ReadDecision,
  type WholeItem,
} from '@trackmark/core'
import { commit } from './commit.ts'
import { parkAndCount, unexpectedAtItem } from './park.ts'
import type { Outcome } from './ports/index.ts'
import { bookFor, draftContext, type Run, trackedNames } from './run.ts'

/**
 * Number of items that are read whole and committed together. It bounds memory and the size of a
 * transaction.
 */
export const WHOLE_ITEMS_MAX = 100

interface Tracked {
  readonly effects: Partial<Effects>
  /** A series that was tracked or changed; its occurrences follow. */
  readonly master?: ItemRef
}

/**
 * Reads items whole and commits their effects together with `rest`. It waits while the process
 * holds too many whole items.
 * @param folders if given, a message that lies in none of them counts as gone
 * @returns series whose occurrences have to be brought up to date
 */
export async function trackAndCommit(
  run: Run,
  items: readonly ItemToRead[],
  {
    rest = {},
    folders = null,
  }: { rest?: Partial<Effects>; folders?: ReadonlySet<FolderId> | null } = {},
): Promise<readonly ItemRef[]> {
  const perform = async () => {
    const tracked = await trackAll(run, items, folders)
    await commit(run, rest, ...tracked.map(({ effects }) => effects))
    return tracked.flatMap(({ master }) => master ?? [])
  }
  const toRead = items.filter(({ whole }) => whole === null).length
  return toRead === 0 ? perform() : run.deps.memoryBudget.wholeItems.hold(toRead, perform)
}

/**
 * Reads in batches the items that aren't read yet, resolves all people in one lookup, and decides.
 * An item that can't be read is parked. If the server asks to slow down, the page stops and is
 * read again later.
 */
async function trackAll(
  run: Run,
  items: readonly ItemToRead[],
  folders: ReadonlySet<FolderId> | null,
): Promise<readonly Tracked[]> {
  const outcomes = await readMissing(run, items)
  const wholes = outcomes.flatMap((outcome) => (outcome.ok && outcome.value ? [outcome.value] : []))
  const book = await bookFor(run, wholes)
  const context: ReadContext = {
    now: run.deps.clock(),
    trackedNames: trackedNames(run),
    undeliverableNames: namesOf(run.state.categories.undeliverable),
    trackAppointmentsFromNonOrganizer: run.input.settings.trackAppointmentsFromNonOrganizer,
    folders,
  }
  return items.map((asked, index) => {
    const outcome = outcomes[index]!
    if (!outcome.ok) return { effects: parkAndCount(run, asked.link, outcome.error) }
    try {
      const decision = decideRead(context, asked, outcome.value)
      return carryOut(run, { asked, decision, item: outcome.value, book })
    } catch (error) {
      return { effects: parkAndCount(run, asked.link, unexpectedAtItem(run, error)) }
    }
  })
}

async function readMissing(
  run: Run,
  items: readonly ItemToRead[],
): Promise<readonly Outcome<WholeItem | null>[]> {
  const missing = items.filter(({ whole }) => whole === null)
  const outcomes =
    missing.length === 0
      ? []
      : await run.mailbox.items.whole(
          missing.map(({ ref }) => ref),
          {
            attachmentBytesMax: run.input.settings.attachmentBytesMax,
            marked: run.marksRead ? run.state.categories.tracked.name : null,
          },
        )
  // A failure that would hit the next request, too, must not use up a try of an item (CY7).
  const wider = outcomes.find((outcome) => !outcome.ok && outcome.error.scope === 'mailbox')
  if (wider !== undefined && !wider.ok) throw wider.error
  const read = new Map(missing.map((item, index) => [item, outcomes[index]!]))
  return items.map((item) => read.get(item) ?? { ok: true, value: item.whole })
}

interface Decided {
  readonly asked: ItemToRead
  readonly decision: ReadDecision
  readonly item: WholeItem | null
  readonly book: AddressBook
}

/** The effects of a decision. */
function carryOut(run: Run, { asked, decision, item, book }: Decided): Tracked {
  const { link, ref } = asked
  const master = item?.kind === 'event' && item.eventType === 'master' ? { master: ref } : {}
  const over = link.park === null ? [] : alertsClosed(link.key, PARKED_ALERTS)
  switch (decision.kind) {
    case 'leave':
      return { effects: {} }
    case 'park':
      return { effects: parkAndCount(run, link, decision.error) }
    case 'keep':
      return {
        effects: {
          links: [decision.link],
          closeAlerts: decision.link.park === null ? over : [],
        },
      }
    case 'update': {
      const draft = draftActivity(item!, draftContext(run, book, asked.outgoing))
      const update = { activityId: decision.link.activityId, draft, link: decision.link }
      return { effects: { updates: [update], closeAlerts: over }, ...master }
    }
    case 'create': {
      const input = { ...decision, link, outgoing: asked.outgoing, seriesId: null }
      const effects = joinEffects(
        { creates: [createOf(run, item!, book, input)], closeAlerts: over },
        categoriesToWrite(run, link, decision),
        decision.leftOut === null ? {} : { alerts: [leftOutAlert(run, link, decision.leftOut)] },
      )
      return { effects, ...master }
    }
  }
}

const PARKED_ALERTS = [ALERT.itemParked, ALERT.itemGivenUp]

function categoriesToWrite(
  run: Run,
  link: Link,
  { wasGivenUp, mark }: NewActivity,
): Partial<Effects> {
  const now = run.deps.clock()
  return {
    writes: [
      ...(wasGivenUp ? [outgoingWrite(now, link, 'clearUndeliverable')] : []),
      ...(mark === 'unseen' ? [outgoingWrite(now, link, 'stampTracked')] : []),
    ],
  }
}

function leftOutAlert(run: Run, { key }: Link, { which, refusal }: LeftOutFiles) {
  const { code, answer } = refusal
  // The failure's own message says that the item is parked, which isn't true here.
  const message =
    answer === null
      ? 'The mail server gave no answer that can be read.'
      : `The mail server answered ${answer}.`
  const failure = { code, message, nextTry: null }
  return attachmentsLeftOut(run.input.mailbox.name, key, which, failure)
}

export interface CreateInput extends Pick<Create, 'markedAt' | 'seriesId'> {
  readonly link: Link
  readonly outgoing: boolean
  readonly rule: string
  readonly seen: string
  readonly mark: Link['mark']
}

export function createOf(
  run: Run,
  item: WholeItem,
  book: AddressBook,
  { link, outgoing, rule, seen, mark, markedAt, seriesId }: CreateInput,
): Create {
  const draft = draftActivity(item, draftContext(run, book, outgoing))
  return {
    activityId: run.deps.newId(),
    identity: identityOf(item, outgoing, run.input.lease.mailboxId),
    parkedBefore: link.park,
    markedAt,
    formerActivityId: link.activityId,
    seriesId,
    draft,
    link: {
      ...link,
      state: 'linked',
      folder: item.folder,
      activityType: draft.type,
      mark,
      changeKey: item.changeKey,
      pendingEnd: null,
      park: null,
      decision: { rule, at: run.deps.clock(), seen },
      ...eventFacts(item),
    },
  }
}
