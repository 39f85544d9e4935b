import { takeEvent } from '@trackmark/exchange-sandbox'
import { answerAlert, changeMailboxes, updateOrgDbOrgSettings } from '@trackmark/store'
import { MARK, received } from '../support/world.ts'
import type { Dice } from './dice.ts'
import type { Faults } from './faults.ts'
import { type History, shown } from './history.ts'
import type { Ledger } from './ledger.ts'
import { type Stage, tell } from './stage.ts'
import { itemsOf, mailboxOf, type TrueItem } from './truth.ts'

const OWN = ['Blue category', 'Family', 'blue CATEGORY 2']
const UNDELIVERABLE = 'Tracked to Dynamics 365 (Undeliverable)'

/** Everybody who isn't the engine: people at their mail programs, and administrators. */
export interface Cast {
  readonly stage: Stage
  readonly dice: Dice
  readonly history: History
  readonly faults: Faults
  /** What the database said last. */
  readonly ledger: () => Ledger
  count: number
  feature: boolean
  readonly synchronized: boolean[]
  /** People who made a category of one of our names themselves. */
  readonly handMade: Set<number>
  nonOrganizer: boolean
  /** Whether this run has a mailbox with enough links for TR12. */
  readonly bulk: boolean
}

export function castFor(stage: Stage, parts: Pick<Cast, 'history' | 'faults' | 'ledger'>): Cast {
  const dice = stage.dice.fork('people')
  return {
    stage,
    dice,
    ...parts,
    count: 0,
    feature: true,
    synchronized: stage.people.map(() => true),
    handMade: new Set(),
    nonOrganizer: true,
    bulk: dice.chance(0.1),
  }
}

/** Returns what was done, for the trace; null where there was nothing to do it with. */
type Act = (cast: Cast, person: number) => Promise<string | null>

const ACTS: readonly (readonly [weight: number, act: Act])[] = [
  [10, deliver],
  [4, deliverCopies],
  [2, deliverNamesake],
  [14, mark],
  [8, unmark],
  [5, setOwn],
  [6, move],
  [4, removeItem],
  [2, draft],
  [2, sendDraft],
  [2, outgoing],
  [3, rename],
  [1, wipeList],
  [2, deleteCategory],
  [1, makeByHand],
  [5, addEvent],
  [2, addSeries],
  [3, addMeeting],
  [3, copyEvent],
  [5, changeEvent],
  [2, changeOccurrence],
  [4, addTask],
  [4, changeTask],
  [2, flagMessage],
  [2, addFolder],
  [1, deleteFolder],
  [3, switchFeature],
  [2, leaveOrJoin],
  [1, switchNonOrganizer],
  [2, answer],
  [2, completeInCrm],
  [2, expire],
  [3, mailboxTrouble],
  [3, breakItem],
  [1, refuseData],
]
const DECK = ACTS.flatMap(([weight, act]) => Array.from({ length: weight }, () => act))

/** One act of somebody. */
export async function actOnce(cast: Cast): Promise<void> {
  const { dice, stage } = cast
  const isBulk = cast.bulk && stage.step > BULK_FROM && dice.chance(0.12)
  const act = isBulk ? bulkUnmark : dice.pick(DECK)
  const person = isBulk ? 0 : dice.int(stage.people.length)
  const done = await act(cast, person)
  if (done !== null) tell(stage, `person ${person + 1}: ${done}`)
}

/** So many that enough of them are left when somebody takes the mark off all (TR12). */
const BULK = 40
/** Most of them are tracked by then; what was not tracked yet doesn't count as ending. */
const BULK_FROM = 120

/** A bulk run starts with a mailbox full of marked mail. */
export async function begin(cast: Cast): Promise<void> {
  if (!cast.bulk) return
  for (let n = 0; n < BULK; n++) await deliverOne(cast, 0, { categories: [MARK] })
  tell(cast.stage, `person 1: has ${BULK} marked messages`)
}

const user = ({ stage }: Cast, person: number): string => `/users/${stage.people[person]!.address}`

/** Its first word names an item for good. */
const subject = (cast: Cast, letter: string): string => `${letter}${++cast.count} `

function some(cast: Cast, person: number, holds: (item: TrueItem) => boolean): TrueItem | null {
  const items = itemsOf(cast.stage, person).filter(holds)
  return items.length === 0 ? null : cast.dice.pick(items)
}

function pathOf(cast: Cast, person: number, item: TrueItem): string {
  switch (item.kind) {
    case 'message':
      return `${user(cast, person)}/messages/${item.key}`
    case 'event':
      return `${user(cast, person)}/events/${item.key}`
    case 'task':
      return `${user(cast, person)}/todo/lists/${item.folder}/tasks/${item.key}`
  }
}

async function deliverOne(cast: Cast, person: number, patch: object = {}): Promise<string> {
  const text = subject(cast, 'M')
  const folder = cast.dice.chance(0.8)
    ? 'inbox'
    : (some(cast, person, ({ kind }) => kind === 'message')?.folder ?? 'inbox')
  const path = `${user(cast, person)}/mailFolders/${folder}/messages`
  await cast.stage.graph('POST', path, received({ subject: text, ...patch }))
  return text
}

async function deliver(cast: Cast, person: number): Promise<string> {
  const categories = cast.dice.chance(0.3) ? [cast.dice.pick(OWN)] : []
  return `gets ${await deliverOne(cast, person, { categories })}`
}

/** The same message in several mailboxes, or twice in one. */
async function deliverCopies(cast: Cast, person: number): Promise<string> {
  const text = subject(cast, 'C')
  const internetMessageId = `<${cast.count}.${cast.stage.seed}@customer.example>`
  const people = cast.stage.people.map((_, other) => other)
  for (const other of cast.dice.chance(0.3) ? [person, person] : people) {
    const categories = cast.dice.chance(0.5) ? [MARK] : []
    const path = `${user(cast, other)}/mailFolders/inbox/messages`
    const body = received({ subject: text, internetMessageId, categories })
    await cast.stage.graph('POST', path, body)
  }
  return `gets ${text} in several copies`
}

/** Another message under the Message-ID of one that is there, as broken senders give it. */
async function deliverNamesake(cast: Cast, person: number): Promise<string | null> {
  const known = [...mailboxOf(cast.stage, person).messages.values()].filter((one) => !one.isDraft)
  if (known.length === 0) return null
  const { internetMessageId } = cast.dice.pick(known)
  const categories = cast.dice.chance(0.7) ? [MARK] : []
  const text = await deliverOne(cast, person, { internetMessageId, categories })
  return `gets ${text} under another message's id`
}

/** Another name that Outlook shows as this one. */
const alike = (dice: Dice, name: string): string =>
  dice.pick([`${name} `, ` ${name}`, name.replaceAll(' ', '\u00a0')])

/** One of the names a person may see: the list's, an old one from an item, or typed in small. */
function markName({ dice, history, stage }: Cast, person: number): string {
  const listed = [...mailboxOf(stage, person).categories.values()]
    .map(({ displayName }) => displayName)
    .filter((name) => history.names[person]!.has(shown(name)))
  const name = listed.length > 0 && dice.chance(0.8) ? dice.pick(listed) : MARK
  if (dice.chance(0.1)) return alike(dice, name)
  return dice.chance(0.12) ? name.toLowerCase() : name
}

const isOurs = ({ history }: Cast, person: number, name: string): boolean =>
  history.names[person]!.has(shown(name)) || name === UNDELIVERABLE

async function mark(cast: Cast, person: number): Promise<string | null> {
  const item = some(cast, person, (one) => !cast.history.isMarked(person, one.categories))
  if (item === null) return null
  const categories = [...item.categories, markName(cast, person)]
  await cast.stage.graph('PATCH', pathOf(cast, person, item), { categories })
  return `marks ${item.subject}`
}

async function unmark(cast: Cast, person: number): Promise<string | null> {
  const item = some(cast, person, (one) => cast.history.isMarked(person, one.categories))
  if (item === null) return null
  const categories = item.categories.filter((name) => !isOurs(cast, person, name))
  await cast.stage.graph('PATCH', pathOf(cast, person, item), { categories })
  return `unmarks ${item.subject}`
}

/** Puts a category of their own on, or takes one off. */
async function setOwn(cast: Cast, person: number): Promise<string | null> {
  const item = some(cast, person, () => true)
  if (item === null) return null
  const own = cast.dice.pick(OWN)
  const without = item.categories.filter((name) => name !== own)
  const categories = without.length < item.categories.length ? without : [...without, own]
  await cast.stage.graph('PATCH', pathOf(cast, person, item), { categories })
  return `changes own categories of ${item.subject}`
}

async function move(cast: Cast, person: number): Promise<string | null> {
  const item = some(cast, person, ({ kind, isDraft }) => kind === 'message' && !isDraft)
  if (item === null) return null
  const folders = [...mailboxOf(cast.stage, person).folders.values()].filter(
    ({ wellKnown, hidden }) =>
      !hidden &&
      !['msgfolderroot', 'recoverableitemsdeletions', 'drafts'].includes(wellKnown ?? ''),
  )
  const target = cast.dice.pick(folders)
  const path = `${pathOf(cast, person, item)}/move`
  await cast.stage.graph('POST', path, { destinationId: target.id })
  return `moves ${item.subject} to ${target.displayName}`
}

async function removeItem(cast: Cast, person: number): Promise<string | null> {
  const item = some(cast, person, () => true)
  if (item === null) return null
  const path = pathOf(cast, person, item)
  if (item.kind === 'message' && cast.dice.chance(0.5)) {
    await cast.stage.graph('POST', `${path}/permanentDelete`)
  } else await cast.stage.graph('DELETE', path)
  return `deletes ${item.subject}`
}

async function draft(cast: Cast, person: number): Promise<string> {
  const text = subject(cast, 'D')
  await cast.stage.graph('POST', `${user(cast, person)}/messages`, {
    subject: text,
    toRecipients: [{ emailAddress: { address: 'cora@customer.example' } }],
    categories: cast.dice.chance(0.7) ? [MARK] : [],
  })
  return `drafts ${text}`
}

async function sendDraft(cast: Cast, person: number): Promise<string | null> {
  const item = some(cast, person, ({ kind, isDraft }) => kind === 'message' && isDraft)
  if (item === null) return null
  await cast.stage.graph('POST', `${pathOf(cast, person, item)}/send`)
  return `sends ${item.subject}`
}

async function outgoing(cast: Cast, person: number): Promise<string> {
  const text = subject(cast, 'S')
  const path = `${user(cast, person)}/mailFolders/sentitems/messages`
  const categories = cast.dice.chance(0.5) ? [MARK] : []
  await cast.stage.graph('POST', path, received({ subject: text, categories }))
  return `has sent ${text}`
}

/** A second new name within one cycle couldn't be told from another category by anybody. */
async function rename(cast: Cast, person: number): Promise<string | null> {
  const known = cast.ledger().categories.find((one) => one.person === person && one.tracked)
  if (known?.exchangeId == null) return null
  const { categories } = mailboxOf(cast.stage, person)
  const listed = categories.get(known.exchangeId)
  if (listed === undefined || listed.displayName !== known.name) return null
  const to = `CRM ${++cast.count}`
  cast.history.names[person]!.add(shown(to))
  const { address } = cast.stage.people[person]!
  const path = `/mailboxes/${address}/categories/rename`
  await cast.stage.control('POST', path, { from: known.name, to })
  return `renames the category to ${to}`
}

async function wipeList(cast: Cast, person: number): Promise<string> {
  const { address } = cast.stage.people[person]!
  await cast.stage.control('DELETE', `/mailboxes/${address}/categories`)
  return 'wipes the category list'
}

async function deleteCategory(cast: Cast, person: number): Promise<string | null> {
  const ours = [...mailboxOf(cast.stage, person).categories.values()].filter(({ displayName }) =>
    isOurs(cast, person, displayName),
  )
  if (ours.length === 0) return null
  const { id, displayName } = cast.dice.pick(ours)
  await cast.stage.graph('DELETE', `${user(cast, person)}/outlook/masterCategories/${id}`)
  return `deletes the category ${displayName}`
}

async function makeByHand(cast: Cast, person: number): Promise<string> {
  const names = [MARK, MARK.toLowerCase(), alike(cast.dice, MARK), UNDELIVERABLE]
  const displayName = cast.dice.pick(names)
  const path = `${user(cast, person)}/outlook/masterCategories`
  cast.handMade.add(person)
  await cast.stage.graph('POST', path, { displayName, color: 'preset3' })
  return `makes the category ${displayName} by hand`
}

function times({ dice }: Cast): object {
  const day = String(3 + dice.int(25)).padStart(2, '0')
  const at = (hour: number) => ({ dateTime: `2026-03-${day}T${hour}:00:00`, timeZone: 'UTC' })
  return { start: at(10), end: at(11) }
}

const maybeMarked = ({ dice }: Cast): readonly string[] => (dice.chance(0.6) ? [MARK] : [])

async function addEvent(cast: Cast, person: number, more: object = {}): Promise<string> {
  const text = subject(cast, 'E')
  const body = { subject: text, ...times(cast), categories: maybeMarked(cast), ...more }
  await cast.stage.graph('POST', `${user(cast, person)}/events`, body)
  return `makes the event ${text}`
}

async function addSeries(cast: Cast, person: number): Promise<string> {
  const startDate = `2026-03-${String(3 + cast.dice.int(20)).padStart(2, '0')}`
  const at = (hour: number) => ({ dateTime: `${startDate}T${hour}:00:00`, timeZone: 'UTC' })
  const pattern = { type: 'daily', interval: 1 + cast.dice.int(3) }
  const range = { type: 'numbered', startDate, numberOfOccurrences: 2 + cast.dice.int(3) }
  return addEvent(cast, person, { start: at(9), end: at(10), recurrence: { pattern, range } })
}

async function addMeeting(cast: Cast, person: number): Promise<string> {
  const attendees = cast.stage.people
    .filter((_, other) => other !== person)
    .map(({ address }) => ({ type: 'required', emailAddress: { address } }))
  return addEvent(cast, person, { attendees })
}

/** Copies an event of their own to another day, as Outlook does: the copy has the same id. */
async function copyEvent(cast: Cast, person: number): Promise<string | null> {
  const item = some(cast, person, (one) => one.kind === 'event' && one.isOrganizer && !one.isMaster)
  if (item === null) return null
  const { world } = cast.stage.sandbox.core
  const mailbox = mailboxOf(cast.stage, person)
  const user = world.organization().users.get(cast.stage.people[person]!.userId)!
  const text = subject(cast, 'E')
  takeEvent(
    world,
    { user, mailbox },
    {
      subject: text,
      ...times(cast),
      categories: maybeMarked(cast),
      iCalUId: mailbox.events.get(item.key)!.iCalUId,
    },
  )
  for (const one of [item.subject, text]) cast.history.copied.add(one.split(' ')[0]!)
  return `copies ${item.subject} to ${text}`
}

async function changeEvent(cast: Cast, person: number): Promise<string | null> {
  const item = some(cast, person, ({ kind }) => kind === 'event')
  if (item === null) return null
  const again = item.isMaster || cast.dice.chance(0.5) ? {} : times(cast)
  const text = `${item.subject.split(' ')[0]} ${++cast.count}`
  await cast.stage.graph('PATCH', pathOf(cast, person, item), { subject: text, ...again })
  return `changes ${text}`
}

async function changeOccurrence(cast: Cast, person: number): Promise<string | null> {
  const master = some(cast, person, ({ isMaster }) => isMaster)
  if (master === null) return null
  const span = 'startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-04-30T00:00:00Z'
  const path = `${pathOf(cast, person, master)}/instances?${span}`
  const { body } = await cast.stage.graph('GET', path)
  if (!body?.value?.length) return null
  const { id } = cast.dice.pick<{ id: string }>(body.value)
  const one = `${user(cast, person)}/events/${id}`
  if (cast.dice.chance(0.5)) {
    await cast.stage.graph('DELETE', one)
    return `deletes an occurrence of ${master.subject}`
  }
  await cast.stage.graph('PATCH', one, { subject: `${master.subject.split(' ')[0]} moved` })
  return `changes an occurrence of ${master.subject}`
}

async function addTask(cast: Cast, person: number): Promise<string | null> {
  const list = [...mailboxOf(cast.stage, person).lists.values()].find(
    ({ wellknownListName }) => wellknownListName === 'defaultList',
  )
  if (list === undefined) return null
  const title = subject(cast, 'T')
  const path = `${user(cast, person)}/todo/lists/${list.id}/tasks`
  await cast.stage.graph('POST', path, { title, categories: maybeMarked(cast) })
  return `makes the task ${title}`
}

async function changeTask(cast: Cast, person: number): Promise<string | null> {
  const item = some(cast, person, ({ kind, role }) => kind === 'task' && role === 'tasks')
  if (item === null) return null
  const title = `${item.subject.split(' ')[0]} ${++cast.count}`
  const status = cast.dice.chance(0.2) ? { status: 'completed' } : {}
  await cast.stage.graph('PATCH', pathOf(cast, person, item), { title, ...status })
  return `changes ${title}`
}

async function flagMessage(cast: Cast, person: number): Promise<string | null> {
  const item = some(cast, person, ({ kind, isDraft }) => kind === 'message' && !isDraft)
  if (item === null) return null
  const flag = { flagStatus: cast.dice.pick(['flagged', 'notFlagged', 'complete']) }
  await cast.stage.graph('PATCH', pathOf(cast, person, item), { flag })
  return `flags ${item.subject}`
}

async function addFolder(cast: Cast, person: number): Promise<string> {
  const parent = cast.dice.pick(['inbox', 'archive', 'deleteditems'])
  const path = `${user(cast, person)}/mailFolders/${parent}/childFolders`
  const displayName = `Folder ${++cast.count}`
  await cast.stage.graph('POST', path, { displayName })
  return `makes the folder ${displayName}`
}

async function deleteFolder(cast: Cast, person: number): Promise<string | null> {
  const folders = [...mailboxOf(cast.stage, person).folders.values()].filter(
    ({ wellKnown }) => wellKnown === null,
  )
  if (folders.length === 0) return null
  const { id, displayName } = cast.dice.pick(folders)
  await cast.stage.graph('DELETE', `${user(cast, person)}/mailFolders/${id}`)
  return `deletes the folder ${displayName}`
}

/** Whether each mailbox is tracked, once more; it is told anew if it wasn't before. */
function settle(cast: Cast): void {
  for (const person of cast.stage.people.keys()) {
    cast.history.turn(person, cast.feature && cast.synchronized[person]!)
  }
}

async function setSetting({ stage }: Cast, name: string, value: boolean): Promise<void> {
  const xml = `<OrgSettings><${name}>${value}</${name}></OrgSettings>`
  await updateOrgDbOrgSettings(stage.database, stage.organizationId, xml, stage.now)
}

async function switchFeature(cast: Cast): Promise<string> {
  cast.feature = !cast.feature
  await setSetting(cast, 'TrackCategorizedItems', cast.feature)
  settle(cast)
  return `turns the feature ${cast.feature ? 'on' : 'off'}`
}

async function leaveOrJoin(cast: Cast, person: number): Promise<string> {
  const joins = !cast.synchronized[person]
  cast.synchronized[person] = joins
  const { stage } = cast
  const methods = joins ? ({ incoming: 2, act: 1 } as const) : ({ incoming: 0, act: 0 } as const)
  const ids = [stage.people[person]!.mailboxId]
  const by = { by: null, now: stage.now }
  await stage.database.transaction((tx) =>
    changeMailboxes(tx, stage.organizationId, ids, { methods }, by),
  )
  settle(cast)
  return joins ? 'joins synchronization' : 'leaves synchronization'
}

async function switchNonOrganizer(cast: Cast): Promise<string> {
  cast.nonOrganizer = !cast.nonOrganizer
  await setSetting(cast, 'TrackAppointmentsFromNonOrganizer', cast.nonOrganizer)
  return `turns TrackAppointmentsFromNonOrganizer ${cast.nonOrganizer ? 'on' : 'off'}`
}

/** Answers an open question. */
export async function answer({ stage, dice }: Cast): Promise<string | null> {
  const open = await stage.rows(
    `select tracelogid from crm.tracelog
     where organizationid = $org and question is not null and not tracestatus order by 1`,
  )
  if (open.length === 0) return null
  const { tracelogid } = dice.pick(open)
  const said = dice.pick(['yes', 'no'] as const)
  await answerAlert(stage.database, stage.organizationId, tracelogid, said, stage.now)
  return `answers ${said}`
}

async function completeInCrm({ stage, dice, ledger }: Cast): Promise<string | null> {
  const open = [...ledger().activities.values()].filter(
    ({ type, state }) => ['appointment', 'task'].includes(type) && state !== 1 && state !== 2,
  )
  if (open.length === 0) return null
  const { id, type, subject: text } = dice.pick(open)
  await stage.rows(
    `update crm.${type} set statecode = 1 where organizationid = $org and activityid = $1`,
    id,
  )
  return `completes ${text} in the CRM`
}

async function expire(cast: Cast, person: number): Promise<string | null> {
  if (!cast.faults.hits('expiredCursors')) return null
  await cast.stage.control('POST', `/mailboxes/${cast.stage.people[person]!.address}/expire-tokens`)
  return 'has cursors that the server has forgotten'
}

async function mailboxTrouble(cast: Cast, person: number): Promise<string | null> {
  const kinds = [
    ['mailboxUnavailable', 'unavailable'],
    ['mailboxRestricted', 'restricted'],
    ['listReadOnly', 'readOnlySettings'],
  ] as const
  const [kind, mailboxState] = cast.dice.pick(kinds)
  const state = cast.faults.hits(kind) ? mailboxState : 'active'
  const { address } = cast.stage.people[person]!
  await cast.stage.control('PATCH', `/users/${address}`, { mailboxState: state })
  return `has a mailbox that is ${state}`
}

/** What fails for long gets the Undeliverable category beside those of the person's own. */
async function markAndMore(cast: Cast, person: number, item: TrueItem): Promise<void> {
  const own = item.categories.filter((name) => !isOurs(cast, person, name))
  const categories = [...own, cast.dice.pick(OWN), markName(cast, person)]
  await cast.stage.graph('PATCH', pathOf(cast, person, item), {
    categories: [...new Set(categories)],
  })
}

async function breakItem(cast: Cast, person: number): Promise<string | null> {
  const item = some(cast, person, ({ kind }) => kind !== 'task')
  if (item === null || !cast.faults.hits('brokenItem')) return null
  await cast.stage.control('POST', '/faults', {
    match: { path: item.key },
    times: cast.dice.pick([2, 0]),
    effect: { kind: 'status', status: 400, code: 'ErrorCorruptData' },
  })
  await markAndMore(cast, person, item)
  return `has a broken item: ${item.subject}`
}

async function refuseData(cast: Cast, person: number): Promise<string | null> {
  const item = some(cast, person, () => true)
  if (item === null || !cast.faults.hits('refusedData')) return null
  cast.faults.refused.add(item.subject)
  await markAndMore(cast, person, item)
  return `has an item the database refuses: ${item.subject}`
}

async function bulkUnmark(cast: Cast, person: number): Promise<string | null> {
  const marked = itemsOf(cast.stage, person).filter(
    ({ kind, categories }) => kind === 'message' && cast.history.isMarked(person, categories),
  )
  if (marked.length < 20) return null
  for (const item of marked) {
    const categories = item.categories.filter((name) => !isOurs(cast, person, name))
    await cast.stage.graph('PATCH', pathOf(cast, person, item), { categories })
  }
  return `unmarks ${marked.length} messages`
}
