import { type Lease, UNDELIVERABLE_NAME } from '@trackmark/core'
import type { Store } from '@trackmark/store'
import { MARK } from '../support/world.ts'
import { type History, isTrackable, shown } from './history.ts'
import { EMPTY, type Ledger, type LinkRow, readLedger } from './ledger.ts'
import { type Stage, sight, tell, Violation } from './stage.ts'
import { itemsOf, mailboxOf } from './truth.ts'

type Send = () => Promise<Response>

/**
 * What must hold after every step, whatever failed before: nothing lost, nothing doubled, nothing
 * done that nobody asked for.
 */
export class Watch {
  private readonly stage: Stage
  private readonly history: History
  /** Of the claim that owns each mailbox: the step at which its cycle began to look. */
  private readonly claims = new Map<string, { token: string; step: number }>()
  private found: Violation | null = null
  /** Step at which each mailbox's category came on last. */
  private readonly enabled: number[] = []
  ledger: Ledger = EMPTY

  constructor(stage: Stage, history: History) {
    this.stage = stage
    this.history = history
  }

  broken(message: string): void {
    this.found ??= new Violation(message)
  }

  /** @throws Violation, the first that was found */
  check(): void {
    if (this.found !== null) throw this.found
  }

  /** Looks at a request of the engine, and at what it does to the mailbox. */
  async request(request: Request): Promise<(send: Send) => Promise<Response>> {
    const { pathname } = new URL(request.url)
    const path = decodeURIComponent(pathname)
    const text = request.method === 'POST' ? await request.clone().text() : ''
    if (/contactFolders|\/contacts/.test(path + text)) this.broken(`TR11: contacts read: ${path}`)
    if (request.method === 'GET') return (send) => send()
    if (path.endsWith('/$batch')) {
      const { requests } = JSON.parse(text) as { requests: { method: string; url: string }[] }
      const writing = requests.find(({ method }) => method !== 'GET')
      if (writing) this.broken(`a batch writes: ${writing.method} ${writing.url}`)
      return (send) => this.batch(send)
    }
    const person = this.stage.people.findIndex(({ address }) => path.includes(address))
    if (path.includes('/outlook/masterCategories')) {
      return (send) => this.listWrite(person, request.method, path, text, send)
    }
    if (request.method !== 'PATCH') this.broken(`the engine sent ${request.method} ${path}`)
    return (send) => this.itemWrite(person, path, send)
  }

  private async batch(send: Send): Promise<Response> {
    const response = await send()
    const { code } = this.stage.sandbox.core.switches.expiredDelta
    const text = await response.clone().text()
    if (text.includes(`"${code}"`)) sight(this.stage, 'rule CY9')
    return response
  }

  private async listWrite(
    person: number,
    method: string,
    path: string,
    text: string,
    send: Send,
  ): Promise<Response> {
    const { categories } = mailboxOf(this.stage, person)
    const name =
      method === 'POST'
        ? (JSON.parse(text) as { displayName: string }).displayName
        : categories.get(path.split('/').at(-1)!)?.displayName
    if (name !== undefined && !this.isOurs(person, name)) {
      this.broken(`${method} of a category that isn't ours in mailbox ${person + 1}: ${name}`)
    }
    return send()
  }

  private isOurs(person: number, name: string): boolean {
    const folded = shown(name)
    return this.history.names[person]!.has(folded) || folded === shown(UNDELIVERABLE_NAME)
  }

  /** TR6: of a person's own categories none comes or goes by our hand. */
  private async itemWrite(person: number, path: string, send: Send): Promise<Response> {
    const theirs = () => {
      const all = itemsOf(this.stage, person).map(({ key, categories }) => [
        key,
        categories.filter((name) => !this.isOurs(person, name)),
      ])
      return JSON.stringify(all)
    }
    const before = theirs()
    const response = await send()
    if (theirs() !== before) this.broken(`TR6: ${path} changed categories that aren't ours`)
    if (response.status === 412 || response.status === 409) sight(this.stage, 'rule TR6')
    return response
  }

  store(store: Store): Store {
    const { stage, claims } = this
    return {
      ...store,
      claim: async (request) => {
        const { step } = stage
        const inputs = await store.claim(request)
        for (const { lease } of inputs) {
          const known = claims.get(lease.mailboxId)
          // A slow worker may hear of its claim after another one has taken the mailbox over.
          if (known !== undefined && numberOf(known.token) > numberOf(lease.token)) continue
          claims.set(lease.mailboxId, { token: lease.token, step })
        }
        return inputs
      },
      commit: (lease, effects, now) =>
        this.underLease(lease, async () => {
          const result = await store.commit(lease, effects, now)
          if (result.joined > 0) sight(stage, 'rule TR7')
          return result
        }),
      close: (lease, end, last) =>
        last === undefined
          ? store.close(lease, end)
          : this.underLease(lease, () => store.close(lease, end, last), 'releases'),
    }
  }

  /**
   * CY1: what is written under a lease that another worker has taken over by then. One that is
   * released by the write may be taken before its answer comes.
   */
  private async underLease<T>(
    lease: Lease,
    write: () => Promise<T>,
    does: 'keeps' | 'releases' = 'keeps',
  ): Promise<T> {
    const isNewest = () => this.claims.get(lease.mailboxId)?.token === lease.token
    const wasNewest = isNewest()
    try {
      const result = await write()
      if (!(does === 'releases' ? wasNewest : isNewest()))
        this.broken(`CY1: a commit under a lease taken over: ${lease.token}`)
      return result
    } catch (error) {
      const { name } = error as Error
      if (name === 'LeaseLostError') sight(this.stage, isNewest() ? 'rule CY10' : 'rule CY1')
      if (name === 'RefusedDataError') sight(this.stage, 'rule CY4')
      throw error
    }
  }

  /** Compares what the database says with what it said before the last transaction. */
  async afterCommit(): Promise<void> {
    const before = this.ledger
    const after = await readLedger(this.stage)
    this.ledger = after
    this.categoriesChanged(before, after)
    for (const [id, link] of after.links) this.linkChanged(before.links.get(id), link, after)
    this.activitiesChanged(before, after)
    this.onlyCopiesJoin(after)
    this.alertsChanged(before, after)
    for (const person of this.stage.people.keys()) this.cursorsBehindLinks(person, after)
  }

  private linkChanged(before: LinkRow | undefined, link: LinkRow, after: Ledger): void {
    if (before?.rule !== link.rule || before.state !== link.state) {
      sight(this.stage, `rule ${link.rule}`)
    }
    if (before?.mark === 'seen' && link.mark === 'forgone' && link.park === null) {
      sight(this.stage, 'rule CL6')
    }
    if (link.park !== null && before?.park == null) sight(this.stage, 'rule CY3')
    if (link.state === 'linked' && before?.state !== 'linked') this.mayBeTracked(link)
    if (link.state === 'ended' && before?.state === 'linked') this.mayEnd(before, link, after)
    if (link.state === 'linked' && !after.activities.has(link.activity ?? '')) {
      this.broken(`${label(link)} is linked to an activity that isn't there`)
    }
  }

  private blame(link: LinkRow, rule: string, what: string): void {
    const { person, key } = link
    const since = this.sinceClaim(person)
    const told = this.history.tell(person, key)
    this.broken(`${rule}: ${label(link)} was ${what} (cycle from step ${since}; ${told})`)
  }

  private sinceClaim(person: number): number {
    return this.claims.get(this.stage.people[person]!.mailboxId)?.step ?? 0
  }

  private mayBeTracked(link: LinkRow): void {
    tell(this.stage, `  tracked ${label(link)} (${link.rule})`)
    const since = this.sinceClaim(link.person)
    const asked = (key: string) =>
      this.history.sometimeSince(
        link.person,
        key,
        since,
        (moment) => moment.marked && moment.trackable,
      ) && this.history.wasOnSince(link.person, since)
    // An occurrence follows its series, whose mark may have been seen in an earlier cycle.
    if (asked(link.key)) return
    if (link.master !== null && this.history.ever(link.person, link.master, (m) => m.marked)) return
    this.blame(link, 'TR1', 'tracked, though not marked where it may be tracked')
  }

  private mayEnd(before: LinkRow, link: LinkRow, after: Ledger): void {
    tell(this.stage, `  ended ${label(link)} (${link.rule})`)
    const wrong = this.wrongEnd(before, link, after)
    if (wrong !== null) this.blame(link, link.rule, wrong)
  }

  private wrongEnd(before: LinkRow, link: LinkRow, after: Ledger): string | null {
    const since = this.sinceClaim(link.person)
    const sometime = (from: number, holds: Parameters<History['sometimeSince']>[3]) =>
      this.history.sometimeSince(link.person, link.key, from, holds)
    switch (link.rule) {
      case 'TR4': {
        if (link.master !== null) return null
        if (!sometime(since, (m) => m.exists && (!m.marked || m.unknowable)))
          return 'untracked, though still marked'
        // CL6, CL7: only a mark that was there since the feature came on can be taken off.
        const isMarked = sometime(this.enabled[link.person] ?? 0, (m) => m.marked)
        return isMarked ? null : 'untracked, though its mark went while the feature was off'
      }
      case 'TR5':
        if (link.master !== null || sometime(since, (m) => !m.exists)) return null
        return 'ended, though it is still there'
      case 'TR15':
        return after.activities.has(before.activity ?? '') ? 'ended with nothing' : null
      case 'TR10':
        if (after.links.get(`${link.person}/${link.master}`)?.state !== 'linked') return null
        return 'ended, though its series is tracked'
      default:
        return 'ended'
    }
  }

  private categoriesChanged(before: Ledger, after: Ledger): void {
    for (const category of after.categories) {
      const { person, tracked, status } = category
      if (tracked) this.history.learn(category)
      const known = before.categories.find((one) => one.person === person && one.tracked)
      const comesOn = known?.status === REMOVED && status !== REMOVED
      if (tracked && comesOn) this.enabled[person] = this.stage.step
    }
  }

  private activitiesChanged(before: Ledger, after: Ledger): void {
    for (const id of before.activities.keys()) {
      if (!after.activities.has(id)) this.mayBeDeleted(before, id)
    }
    if (before.activities.size === after.activities.size) return
    const met = new Set<string>()
    for (const { id, type, subject, outgoing, occurrence } of after.activities.values()) {
      if (occurrence) continue
      // Subjects name the item, whatever was edited behind the first word.
      const identity = `${type} ${subject.split(' ')[0]} ${outgoing}`
      // TR19: attendees' copies of a meeting that was copied may be taken for another one's.
      if (this.history.copied.has(subject.split(' ')[0]!)) continue
      if (met.has(identity)) this.broken(`TR7: two activities for one item: ${identity} (${id})`)
      met.add(identity)
    }
  }

  /** TR18, TR19: nothing is lost in another item's activity. */
  private onlyCopiesJoin(after: Ledger): void {
    const events = new Map<string, LinkRow>()
    for (const link of after.links.values()) {
      if (link.state !== 'linked' || link.master !== null) continue
      if (link.kind === 'event') {
        const id = `${link.person}/${link.activity}`
        const other = events.get(id)
        if (other) this.broken(`TR19: ${label(link)} is in the activity of ${label(other)}`)
        events.set(id, link)
      }
      if (link.kind !== 'message') continue
      const message = mailboxOf(this.stage, link.person).messages.get(link.key)
      const activity = after.activities.get(link.activity ?? '')
      if (message === undefined || activity === undefined) continue
      if (message.subject.split(' ')[0] !== activity.subject.split(' ')[0]) {
        this.broken(`TR18: ${message.subject}is in the activity of ${activity.subject}`)
      }
    }
  }

  /** TR5: only where the item itself has gone. */
  private mayBeDeleted(before: Ledger, id: string): void {
    const { type, subject } = before.activities.get(id)!
    const links = [...before.links.values()].filter((link) => link.activity === id)
    const gone = links.some(
      (link) =>
        link.master !== null ||
        this.history.sometimeSince(
          link.person,
          link.key,
          this.sinceClaim(link.person),
          (moment) => !moment.exists,
        ),
    )
    if (!gone || type === 'email') this.broken(`TR5: ${type} ${subject} was deleted for nothing`)
  }

  private alertsChanged(before: Ledger, after: Ledger): void {
    for (const [id, count] of after.alerts) {
      const [person, code] = id.split('/').map(Number) as [number, number]
      if (count === before.alerts.get(id)) continue
      const rule = ALERT_RULES[code]
      if (rule !== undefined) sight(this.stage, `rule ${rule}`)
      if (code === 1 && count > this.history.enablings[person]!) {
        this.broken(`CL1: mailbox ${person + 1} was told ${count} times of the category`)
      }
    }
  }

  /** CY2, CY3: what a cursor has passed, marked and trackable, is known by a link. */
  private cursorsBehindLinks(person: number, { cursors, links, categories }: Ledger): void {
    if (!this.history.on[person]) return
    const category = categories.find((one) => one.person === person && one.tracked)
    if (category?.status !== 1) return
    const mailbox = mailboxOf(this.stage, person)
    const names = new Set([MARK, category.name, ...category.earlier].map(shown))
    for (const item of itemsOf(this.stage, person)) {
      const isMarked = item.categories.some((name) => names.has(shown(name)))
      if (item.kind === 'event' || !isMarked || !isTrackable(item)) continue
      const cursor = cursors.get(`${person}/${item.folder}`)
      if (cursor === undefined || cursor.epoch !== category.epoch) continue
      const at = positionOf(cursor.value)
      const log = (mailbox.folders.get(item.folder) ?? mailbox.lists.get(item.folder))?.log
      const newest = log?.newest.get(item.key)
      if (at === null || newest === undefined || newest.seq > at.at) continue
      if (at.epoch !== mailbox.epoch) continue
      const state = links.get(`${person}/${item.key}`)?.state
      if (state === undefined || state === 'ended') {
        this.broken(`CY2: the cursor passed ${item.subject}, marked, which has no link`)
      }
    }
  }
}

/** `categoryonboardingstatus` of a category that was taken from the list. */
const REMOVED = 2

/** Alerts by which a rule shows itself. */
const ALERT_RULES: Readonly<Record<number, string>> = {
  1: 'CL1',
  2: 'CL5',
  3: 'CL10',
  10: 'TR13',
  11: 'TR13',
  12: 'TR12',
  20: 'CY6',
  21: 'CY6',
  22: 'CY6',
}

/** How many claims of the mailbox there had been: the last part of a lease's token. */
const numberOf = (token: string): number => Number(token.slice(token.lastIndexOf(':') + 1))

const label = (link: LinkRow): string => `${link.kind} ${link.key} of mailbox ${link.person + 1}`

/** Where a cursor stands, in the sandbox's own count of changes. */
function positionOf(cursor: string | null): { at: number; epoch: number } | null {
  const [, token] = /(?:%24|\$)(?:deltatoken|skiptoken)=([\w-]+)/.exec(cursor ?? '') ?? []
  if (token === undefined) return null
  const { at, epoch } = JSON.parse(Buffer.from(token, 'base64url').toString()) as Json
  return { at, epoch }
}

interface Json {
  readonly at: number
  readonly epoch: number
}
