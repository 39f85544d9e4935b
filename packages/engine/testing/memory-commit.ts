import {
  type ActivityId,
  ATTENDEE_COLUMNS,
  CHANGING_STATES,
  type CommitResult,
  type Create,
  type Effects,
  guardsOf,
  type Instant,
  isCarriedOver,
  isLed,
  joinEffects,
  type Link,
  outdatedBy,
  PARTY,
  placeEvents,
  RefusedDataError,
  type Rekeying,
  sameMail,
  type Update,
} from '@trackmark/core'
import type { MemoryState, StoredActivity, StoredMailbox } from './memory-state.ts'

interface Writing {
  readonly state: MemoryState
  readonly mailbox: StoredMailbox
  readonly now: Instant
}

/**
 * Writes effects, all of them or none.
 * @throws RefusedDataError before anything is written
 */
export function applyEffects(writing: Writing, part: Partial<Effects>): CommitResult {
  const effects = joinEffects(part)
  for (const { draft } of [...effects.creates, ...effects.updates]) refuse(draft.columns)
  for (const one of effects.rekeyed) rekey(writing.mailbox, one)
  const made = create(writing, effects.creates)
  for (const one of [...effects.updates, ...made.joined]) update(writing, one)
  const links = [...effects.links, ...effects.updates.map(({ link }) => link), ...made.links]
  for (const link of links) saveLink(writing, link)
  for (const { keys, generation } of effects.listed) {
    for (const key of keys) {
      const known = writing.mailbox.links.get(key)
      if (known !== undefined) writing.mailbox.links.set(key, { ...known, listed: generation })
    }
  }
  for (const { activityId } of effects.deletes) remove(writing, activityId)
  writeAlerts(writing, effects)
  writeMailbox(writing.mailbox, effects)
  return { created: made.created, joined: effects.creates.length - made.created }
}

/** TR21 */
function rekey(mailbox: StoredMailbox, { from, to }: Rekeying): void {
  const known = mailbox.links.get(from)
  if (known === undefined || mailbox.links.has(to.key)) return
  mailbox.links.delete(from)
  mailbox.links.set(to.key, { link: { ...known.link, key: to.key, folder: to.folder }, listed: 0 })
  for (const [key, one] of mailbox.links) {
    if (one.link.masterKey !== from) continue
    mailbox.links.set(key, { ...one, link: { ...one.link, masterKey: to.key } })
  }
  for (const [id, one] of mailbox.writes) {
    if (one.item.key === from) mailbox.writes.set(id, { ...one, item: to })
  }
  mailbox.alerts = mailbox.alerts.map((one) =>
    one.isOpen && one.subject === from ? { ...one, subject: to.key } : one,
  )
}

const UUID = /^[0-9a-f-]{36}$/i

/** Refuses a lookup that is no id, as a database does. */
function refuse({ regardingobjectid: id }: StoredActivity['columns']): void {
  if (typeof id === 'string' && !UUID.test(id)) {
    throw new RefusedDataError('The database refused a value of column regardingobjectid.')
  }
}

interface Made {
  readonly created: number
  readonly links: readonly Link[]
  /** Updates of activities that an item joined and whose fields lead (TR2, AC2). */
  readonly joined: readonly Update[]
}

function create(writing: Writing, creates: readonly Create[]): Made {
  const { state, now } = writing
  const links: Link[] = []
  const joined: Update[] = []
  let created = 0
  for (const one of creates) {
    const activityId = placeOf(writing, one)
    const link = { ...one.link, activityId }
    links.push(link)
    // The next item may be a copy of this one.
    saveLink(writing, link)
    if (state.activities.has(activityId)) {
      if (one.draft.type !== 'email') joined.push({ activityId, draft: one.draft, link })
      continue
    }
    created += 1
    const { draft, identity, seriesId } = one
    const times = { createdOn: now, modifiedOn: now }
    state.activities.set(activityId, {
      ...draft,
      ...times,
      activityId,
      identity,
      seriesId,
      changedColumns: [],
    })
  }
  const isOrganized = ({ activityId }: Update) =>
    linksTo(state, activityId).some(({ link }) => link.isOrganizer && link.state === 'linked')
  return { created, links, joined: joined.filter((one) => !isLed(one.link, isOrganized(one))) }
}

/** The activity of an item: its former one, one that it is a copy of, or a new one. */
function placeOf({ state, mailbox }: Writing, one: Create): ActivityId {
  const { formerActivityId, draft, identity, link, activityId } = one
  if (formerActivityId !== null && state.activities.has(formerActivityId)) return formerActivityId
  const known = [...state.activities.values()].filter(
    (activity) => activity.type === draft.type && activity.identity === identity,
  )
  if (draft.type === 'task') return known[0]?.activityId ?? activityId
  if (draft.type === 'email') {
    return (
      known.find((email) => sameMail(mailFacts(email), mailFacts(draft)))?.activityId ?? activityId
    )
  }
  const { scheduledstart: start, subject } = draft.columns
  const item = {
    mailboxId: mailbox.mailboxId,
    key: link.key,
    isOrganizer: link.isOrganizer,
    seriesId: one.seriesId,
    start: typeof start === 'number' ? start : null,
    subject: String(subject ?? ''),
    activityId,
  }
  return placeEvents([item], known.map(eventOf(state)))[0]!
}

function mailFacts({ columns, attachments }: Pick<StoredActivity, 'columns' | 'attachments'>) {
  return {
    sentAt: typeof columns.senton === 'number' ? columns.senton : null,
    subject: String(columns.subject ?? ''),
    body: String(columns.description ?? ''),
    attachments: attachments.map(({ name, content }) => ({ name, length: content?.length ?? 0 })),
  }
}

const eventOf = (state: MemoryState) => (activity: StoredActivity) => {
  const { activityId, seriesId, columns } = activity
  return {
    activityId,
    seriesId,
    start: typeof columns.scheduledstart === 'number' ? columns.scheduledstart : null,
    subject: String(columns.subject ?? ''),
    items: linksTo(state, activityId).map(({ mailbox: { mailboxId }, link }) => ({
      mailboxId,
      key: link.key,
      isOrganizer: link.isOrganizer,
      isGone: link.state === 'ended' && link.decision.rule === 'TR5',
    })),
  }
}

/** Links of all mailboxes to an activity. */
export function linksTo(
  state: MemoryState,
  activityId: ActivityId,
): readonly { readonly mailbox: StoredMailbox; readonly link: Link }[] {
  return [...state.mailboxes.values()].flatMap((mailbox) =>
    [...mailbox.links.values()]
      .filter(({ link }) => link.activityId === activityId)
      .map(({ link }) => ({ mailbox, link })),
  )
}

/**
 * TR2, AC8: changes open and scheduled activities only, except columns that were changed in the
 * CRM.
 */
function update({ state, now }: Writing, { activityId, draft }: Update): void {
  const known = state.activities.get(activityId)
  if (known === undefined || !CHANGING_STATES.includes(Number(known.columns.statecode ?? 0))) return
  const isKept = (name: string) =>
    guardsOf(known.type, name).some((guard) => known.changedColumns.includes(guard))
  const taken = Object.entries(draft.columns).filter(
    ([name]) => isCarriedOver(name) && !isKept(name),
  )
  const keepsPeople = ATTENDEE_COLUMNS.some((name) => known.changedColumns.includes(name))
  const owner = known.parties.filter(({ mask }) => mask === PARTY.owner)
  const others = draft.parties.filter(({ mask }) => mask !== PARTY.owner)
  state.activities.set(activityId, {
    ...known,
    columns: { ...known.columns, ...Object.fromEntries(taken) },
    parties: keepsPeople ? known.parties : [...owner, ...others],
    modifiedOn: now,
  })
}

function saveLink({ mailbox: { links } }: Writing, link: Link): void {
  const known = links.get(link.key)
  // TR15: a link that ended because its activity was deleted doesn't come back.
  const isOver =
    known?.link.state === 'ended' &&
    known.link.decision.rule === 'TR15' &&
    link.state === 'linked' &&
    link.activityId === known.link.activityId
  if (isOver) return
  const listed = known?.link.folder === link.folder ? known.listed : 0
  links.set(link.key, { link, listed })
}

function remove({ state, now }: Writing, activityId: ActivityId): void {
  state.activities.delete(activityId)
  const decision = {
    rule: 'TR15',
    at: now,
    seen: "its activity was deleted with the organizer's copy",
  }
  for (const { mailbox, link } of linksTo(state, activityId)) {
    if (link.state !== 'linked') continue
    const ended: Link = { ...link, state: 'ended', pendingEnd: null, decision }
    mailbox.links.set(link.key, { link: ended, listed: mailbox.links.get(link.key)!.listed })
  }
}

function writeAlerts({ mailbox, now }: Writing, { alerts, closeAlerts }: Effects): void {
  const outdated = alerts.flatMap(({ code }) =>
    outdatedBy(code).map((old) => ({ code: old, subject: null })),
  )
  for (const { code, subject } of [...closeAlerts, ...outdated]) {
    mailbox.alerts = mailbox.alerts.map((one) =>
      one.isOpen && one.code === code && (subject === null || one.subject === subject)
        ? { ...one, isOpen: false, modifiedOn: now }
        : one,
    )
  }
  for (const alert of alerts) {
    const others = mailbox.alerts.filter(
      ({ isOpen, code, subject }) => !isOpen || code !== alert.code || subject !== alert.subject,
    )
    mailbox.alerts = [...others, { ...alert, isOpen: true, modifiedOn: now }]
  }
}

function writeMailbox(mailbox: StoredMailbox, effects: Effects): void {
  for (const id of effects.doneWrites) mailbox.writes.delete(id)
  for (const one of effects.writes) mailbox.writes.set(one.id, one)
  for (const one of effects.categories) mailbox.categories.set(one.purpose, one)
  for (const one of effects.cursors) mailbox.cursors.set(one.folder, one)
  if (effects.relist) {
    for (const [folder, one] of mailbox.cursors) {
      mailbox.cursors.set(folder, { ...one, value: null, listing: false })
    }
  }
  for (const folder of effects.removedFolders) mailbox.cursors.delete(folder)
  mailbox.hierarchy = effects.hierarchy ?? mailbox.hierarchy
  if (effects.bulkQuestion !== null) {
    mailbox.bulkAnswer = effects.bulkQuestion === 'asked' ? 'asked' : null
  }
}
