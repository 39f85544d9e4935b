import { MARK } from '../support/world.ts'
import type { CategoryRow } from './ledger.ts'
import type { Stage } from './stage.ts'
import { itemsOf, mailboxOf, type TrueItem } from './truth.ts'

/** What a person sees of a category's name: blanks at the ends, and of which kind they are, don't show. */
export const shown = (name: string): string => name.replaceAll('\u00a0', ' ').trim().toLowerCase()

/** What was true of an item from one step on. */
export interface Moment {
  readonly step: number
  readonly exists: boolean
  readonly marked: boolean
  /** Every mark on it has a name that nobody can know to be one. */
  readonly unknowable: boolean
  /** Lies where it may start to be tracked, and has been sent. */
  readonly trackable: boolean
  /** The feature was on, and the mailbox synchronized. */
  readonly on: boolean
}

const NOWHERE = { exists: false, marked: false, unknowable: false, trackable: false } as const
const NOT_TRACKABLE = new Set(['drafts', 'outbox', 'junkemail', 'deleteditems', 'flagged'])

/**
 * What people did to every item, and when: whether an act of the engine was right is a question
 * about the time between its cycle's start and now, since that is when it looked.
 */
export class History {
  private readonly timelines = new Map<string, Moment[]>()
  /** Per person: every name that was ever that of the tracked category, as a person sees it. */
  readonly names: Set<string>[]
  /** Per person: those of them that the engine has ever stored. */
  readonly known: Set<string>[]
  /** Per person: every id that the tracked category has had, as far as the engine has stored it. */
  readonly ids: Set<string>[]
  /** First words of the subjects of events that share an iCalendar id with a copy. */
  readonly copied = new Set<string>()
  readonly on: boolean[]
  /** Steps at which `on` changed last, per person. */
  private readonly turned: number[]
  /** Times the category was to be enabled, per person. */
  readonly enablings: number[]
  /** Item key of an event or message to the person whose mailbox has it. */
  private readonly stage: Stage

  constructor(stage: Stage) {
    this.stage = stage
    this.names = stage.people.map(() => new Set([MARK.toLowerCase()]))
    this.ids = stage.people.map(() => new Set())
    this.known = stage.people.map(() => new Set([MARK.toLowerCase()]))
    this.on = stage.people.map(() => true)
    this.turned = stage.people.map(() => 0)
    this.enablings = stage.people.map(() => 1)
  }

  turn(person: number, on: boolean): void {
    if (on === this.on[person]) return
    if (on) this.enablings[person]! += 1
    this.on[person] = on
    this.turned[person] = this.stage.step
  }

  /** A cycle under way ends under the methods its mailbox had at its start. */
  wasOnSince(person: number, step: number): boolean {
    return this.on[person]! || this.turned[person]! >= step
  }

  isMarked(person: number, categories: readonly string[]): boolean {
    const names = this.names[person]!
    return categories.some((name) => names.has(shown(name)))
  }

  /** What the engine has stored of a person's tracked category. */
  learn({ person, name, earlier, exchangeId }: CategoryRow): void {
    for (const one of [name, ...earlier]) this.known[person]!.add(shown(one))
    if (exchangeId !== null) this.ids[person]!.add(exchangeId)
  }

  /**
   * A category renamed, and gone from the list before any cycle has read its new name: that name is
   * on items, and nothing tells whose it was.
   */
  private isUnknowable(person: number, categories: readonly string[]): boolean {
    const { categories: list } = mailboxOf(this.stage, person)
    const ours = [...this.ids[person]!].flatMap((id) => list.get(id) ?? [])
    const names = new Set([
      ...this.known[person]!,
      ...ours.map(({ displayName }) => shown(displayName)),
    ])
    return this.isMarked(person, categories) && !categories.some((name) => names.has(shown(name)))
  }

  /** Whether an item wears the mark, under a name that can be known. */
  isMarkedVisibly(person: number, categories: readonly string[]): boolean {
    return this.isMarked(person, categories) && !this.isUnknowable(person, categories)
  }

  /** Reads every mailbox, and notes what has changed. Called after each act of anybody. */
  observe(): void {
    for (const person of this.stage.people.keys()) this.observePerson(person)
  }

  private observePerson(person: number): void {
    const met = new Set<string>()
    for (const item of itemsOf(this.stage, person)) {
      met.add(item.key)
      this.note(person, item.key, {
        exists: true,
        marked: this.isMarked(person, item.categories),
        unknowable: this.isUnknowable(person, item.categories),
        trackable: isTrackable(item),
      })
    }
    const prefix = `${person}/`
    for (const id of this.timelines.keys()) {
      if (!id.startsWith(prefix)) continue
      const key = id.slice(prefix.length)
      if (!met.has(key)) this.note(person, key, NOWHERE)
    }
  }

  private note(person: number, key: string, facts: Omit<Moment, 'step' | 'on'>): void {
    const id = `${person}/${key}`
    const timeline = this.timelines.get(id) ?? []
    this.timelines.set(id, timeline)
    const last = timeline.at(-1)
    const on = this.on[person]!
    const same =
      last !== undefined &&
      last.exists === facts.exists &&
      last.marked === facts.marked &&
      last.unknowable === facts.unknowable &&
      last.trackable === facts.trackable &&
      last.on === on
    if (!same) timeline.push({ step: this.stage.step, ...facts, on })
  }

  /** Whether something held at any moment from `step` to now. */
  sometimeSince(
    person: number,
    key: string,
    step: number,
    holds: (moment: Moment) => boolean,
  ): boolean {
    const timeline = this.timelines.get(`${person}/${key}`) ?? []
    return timeline.some((moment, index) => {
      const until = timeline[index + 1]?.step ?? Number.POSITIVE_INFINITY
      return until >= step && holds(moment)
    })
  }

  ever(person: number, key: string, holds: (moment: Moment) => boolean): boolean {
    return this.sometimeSince(person, key, 0, holds)
  }

  /** For the person who has to find out what happened. */
  tell(person: number, key: string): string {
    const said = (moment: Moment) =>
      (['exists', 'marked', 'unknowable', 'trackable', 'on'] as const)
        .filter((name) => moment[name])
        .join(' ')
    const timeline = this.timelines.get(`${person}/${key}`) ?? []
    return timeline.map((moment) => `from step ${moment.step} ${said(moment)}`).join('; ')
  }
}

export function isTrackable(item: TrueItem): boolean {
  return !item.isDraft && !item.isMeetingMessage && !NOT_TRACKABLE.has(item.role)
}
