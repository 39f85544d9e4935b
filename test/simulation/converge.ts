import { isTrackable, shown } from './history.ts'
import type { Ledger, LinkRow } from './ledger.ts'
import { answer, type Cast } from './people.ts'
import { Violation } from './stage.ts'
import { itemsOf, mailboxOf, type TrueItem } from './truth.ts'
import type { Watch } from './watch.ts'

const ROUND_MS = 70 * 60_000
const ROUNDS_MAX = 20

/**
 * Once nothing fails any more and every question is answered, both sides must agree.
 * @param workOff lets a worker do all that is due
 * @throws Violation
 */
export async function converge(
  cast: Cast,
  watch: Watch,
  workOff: () => Promise<void>,
): Promise<void> {
  const { stage } = cast
  let before = ''
  for (let round = 0; ; round++) {
    if (round >= ROUNDS_MAX) throw new Violation(`it doesn't come to rest: ${before}`)
    stage.now += ROUND_MS
    await workOff()
    await watch.afterCommit()
    watch.check()
    const answered = await answer(cast)
    const now = await stateOf(cast, watch.ledger)
    if (answered === null && now === before) break
    before = now
  }
  await nothingLeft(cast)
  await alertsAreTrue(cast)
  for (const person of stage.people.keys()) {
    categoryIsRight(cast, watch.ledger, person)
    itemsAreRight(cast, watch.ledger, person)
  }
}

async function stateOf({ stage }: Cast, ledger: Ledger): Promise<string> {
  const left = await stage.rows(
    `select mailboxid, id, tries from sync.outgoing_write where organizationid = $org order by 1, 2`,
  )
  return JSON.stringify([
    left,
    ledger.categories,
    [...ledger.links.values()].filter((link) => link.pending !== null || link.park !== null),
    [...ledger.cursors.values()].filter((cursor) => cursor.listing).length,
  ])
}

/** A mailbox that left with writes, ends or listings under way takes them up when it comes back. */
async function nothingLeft({ stage, synchronized }: Cast): Promise<void> {
  const staying = stage.people.filter((_, n) => synchronized[n]).map((one) => one.mailboxId)
  const [counts] = await stage.rows(
    `select
       (select count(*)::int from sync.outgoing_write where organizationid = $org
          and mailboxid = any($1)) as writes,
       (select count(*)::int from sync.mailbox_schedule where organizationid = $org
          and (failures > 0 or leasetoken is not null)) as troubled`,
    staying,
  )
  if (counts.writes > 0) throw new Violation(`${counts.writes} writes were left`)
  if (counts.troubled > 0) throw new Violation(`${counts.troubled} mailboxes are in trouble`)
}

/** TR13: what is told of an item is told as long as it holds. */
async function alertsAreTrue({ stage }: Cast): Promise<void> {
  const [stale] = await stage.rows(
    `select t.alertsubject as key, l.state, l.rule from crm.tracelog t
     left join sync.link l on l.organizationid = t.organizationid
       and l.mailboxid = t.regardingobjectid and l.itemkey = t.alertsubject
     where t.organizationid = $org and t.tracecode in (10, 11) and not t.tracestatus
       and l.parkcode is null limit 1`,
  )
  if (stale === undefined) return
  throw new Violation(`TR13: an old alert of ${stale.key} (${stale.state} ${stale.rule}) is open`)
}

/**
 * A category of one of our names may have been put there by somebody else, or by a worker that was
 * held up for longer than its lease and didn't know that it no longer owned the mailbox.
 */
function mayNotBeListed({ stage, handMade }: Cast, person: number): boolean {
  const joins = stage.sandbox.core.switches.itemCategoryJoinsList
  return !handMade.has(person) && !joins && !stage.seen.has('fault slowWorker')
}

function categoryIsRight(cast: Cast, ledger: Ledger, person: number): void {
  const { stage, history, synchronized } = cast
  const state = ledger.categories.find((one) => one.person === person && one.tracked)
  const listed = [...mailboxOf(stage, person).categories.values()]
  const ours = listed.find(({ id }) => id === state?.exchangeId)
  const who = `mailbox ${person + 1}`
  if (history.on[person]) {
    if (state?.status !== 1 || ours === undefined) {
      throw new Violation(`CL1: ${who} has no category, though it should`)
    }
    if (ours.displayName !== state.name) throw new Violation(`CL3: ${who} has another name`)
  } else if (state?.status === 1 || state?.status === 3) {
    throw new Violation(`CL5: the category is still in ${who} (${synchronized[person]})`)
  } else if (mayNotBeListed(cast, person)) {
    const names = history.names[person]!
    const left = listed.find(({ displayName }) => names.has(shown(displayName)))
    if (left) throw new Violation(`CL5: ${left.displayName} was left in ${who}`)
  }
}

function itemsAreRight(cast: Cast, ledger: Ledger, person: number): void {
  if (!cast.synchronized[person]) return
  const items = new Map(itemsOf(cast.stage, person).map((item) => [item.key, item]))
  for (const item of items.values()) {
    const link = ledger.links.get(`${person}/${item.key}`)
    if (cast.history.isMarkedVisibly(person, item.categories)) {
      markedIsLinked(cast, person, item, link)
    } else if (link?.state === 'linked') unmarkedMayBeLinked(cast, person, item, link)
    if (link?.state === 'linked') inStep(person, item, link, ledger)
  }
  for (const link of ledger.links.values()) {
    if (link.person !== person || link.state !== 'linked' || link.master !== null) continue
    if (!items.has(link.key) && link.rule !== 'TR12') {
      throw new Violation(
        `TR5: ${link.kind} ${link.key} is gone and still linked (${link.rule}, ${link.mark}, ${link.pending}, in ${link.folder})`,
      )
    }
  }
}

function markedIsLinked(
  cast: Cast,
  person: number,
  item: TrueItem,
  link: LinkRow | undefined,
): void {
  if (!cast.history.on[person] || !isTrackable(item)) return
  if (link?.state === 'linked') return
  if (link?.state === 'noted' && link.rule === 'AC1') return
  // The organizer's copy was deleted, and the activity with it.
  if (link?.state === 'ended' && link.rule === 'TR15' && item.kind === 'event') return
  const what = `${item.subject}of mailbox ${person + 1} (${link?.state ?? 'no link'} ${link?.rule ?? ''})`
  throw new Violation(`TR1: marked and not tracked: ${what}`)
}

/** CL6, CL7: a mark that went while nobody looked says nothing. */
function unmarkedMayBeLinked(cast: Cast, person: number, item: TrueItem, link: LinkRow): void {
  const { history } = cast
  const whileOff = history.ever(person, item.key, (m) => m.exists && !m.marked && !m.on)
  // Until a folder has been read to its end since the feature came on, a mark that goes says nothing.
  const isForgone = link.mark === 'forgone' && history.enablings[person]! > 1
  if (whileOff || isForgone || !history.on[person]) return
  if (history.isMarked(person, item.categories)) return
  throw new Violation(
    `TR4: unmarked and still tracked: ${item.subject}of mailbox ${person + 1} (${link.mark})`,
  )
}

function inStep(person: number, item: TrueItem, link: LinkRow, ledger: Ledger): void {
  const activity = ledger.activities.get(link.activity ?? '')
  if (activity === undefined) throw new Violation(`${item.subject}is linked to nothing`)
  if (item.kind === 'message' || link.park !== null) return
  const isOpen = activity.state === 0 || activity.state === 3
  // AC2: attendees' copies may differ from one another; the organizer's leads.
  if (!isOpen || (item.kind === 'event' && !link.organizer)) return
  if (activity.subject.trim() !== item.subject.trim()) {
    throw new Violation(
      `TR2: ${item.subject} of mailbox ${person + 1} is ${activity.subject} in the CRM`,
    )
  }
}
