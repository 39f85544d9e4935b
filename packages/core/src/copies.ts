import type { ActivityId, Instant, ItemKey, MailboxId } from './types.ts'

/**
 * Decides whether items that share an id are copies of one another (TR7, TR18, TR19). The store
 * passes in what it knows of the activities under that id.
 */

/** The facts that copies of one email have in common. */
export interface MailFacts {
  readonly sentAt: Instant | null
  readonly subject: string
  readonly body: string
  /** Name and length of the content of each attachment that is kept. */
  readonly attachments: readonly { readonly name: string; readonly length: number }[]
}

/**
 * TR18: two emails are one if they were sent in the same second, and the subject, text and
 * attachments of one contain those of the other. A copy that came by a mailing list or past a
 * filter has more: a tag in the subject, a banner, a footer. A copy from which somebody removed
 * attachments has less.
 */
export function sameMail(a: MailFacts, b: MailFacts): boolean {
  return (
    second(a.sentAt) === second(b.sentAt) &&
    alikeSubjects(a.subject, b.subject) &&
    alikeTexts(wordsOf(a.body), wordsOf(b.body)) &&
    oneHoldsOther(attachmentsOf(a), attachmentsOf(b))
  )
}

/** A digest that only exact copies share. */
export function mailPrint(mail: MailFacts): string {
  return JSON.stringify([
    second(mail.sentAt),
    subjectOf(mail.subject),
    [...wordsOf(mail.body)].sort(),
    [...attachmentsOf(mail)].sort(),
  ])
}

const second = (at: Instant | null): number | null => (at === null ? null : Math.floor(at / 1000))

const SUBJECT_MAX = 400
const subjectOf = (subject: string): string =>
  subject.replace(/\s+/g, ' ').trim().slice(0, SUBJECT_MAX)
const withoutTags = (subject: string): string => subjectOf(subject.replace(/\[[^\]]{0,60}\]/g, ' '))

function alikeSubjects(a: string, b: string): boolean {
  const [one, other] = [subjectOf(a), subjectOf(b)]
  return one === other || one === withoutTags(other) || withoutTags(one) === other
}

/**
 * Texts are compared up to this length, which is enough to tell them apart. In UTF-16 code units.
 */
export const COMPARED_TEXT_MAX = 100_000
const UNSEEN = /<!--.*?-->|<(head|style|script)\b.*?<\/\1\s*>/gis
/** Links are left out: filters rewrite them for each recipient. */
const NO_WORDS = /<[^<>]*>|&#?\w{1,10};|\bhttps?:\/\/\S+/gi

function wordsOf(body: string): ReadonlySet<string> {
  const text = body.slice(0, COMPARED_TEXT_MAX).replace(UNSEEN, ' ').replace(NO_WORDS, ' ')
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}

/** The part of the shorter text's words that the longer one must have. */
const SHARED_WORDS = 0.9

function alikeTexts(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [shorter, longer] = a.size <= b.size ? [a, b] : [b, a]
  const lacking = [...shorter].filter((word) => !longer.has(word))
  // Two invoices may differ by one number among hundreds of words.
  if (lacking.some((word) => /\p{N}/u.test(word))) return false
  return lacking.length <= shorter.size * (1 - SHARED_WORDS)
}

const NAME_MAX = 100
const attachmentsOf = ({ attachments }: MailFacts): ReadonlySet<string> =>
  new Set(attachments.map(({ name, length }) => `${length} ${name.slice(0, NAME_MAX)}`))

function oneHoldsOther(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a]
  return [...fewer].every((one) => more.has(one))
}

/** An event about to be tracked. */
export interface EventItem {
  readonly mailboxId: MailboxId
  readonly key: ItemKey
  readonly isOrganizer: boolean
  /** Activity of its series, for an occurrence of a tracked one. */
  readonly seriesId: ActivityId | null
  readonly start: Instant | null
  readonly subject: string
  /** Id of its activity if it becomes one of its own. */
  readonly activityId: ActivityId
}

/** An activity under the same iCalendar id, with the items that are, or were, linked to it. */
export interface KnownEvent {
  readonly activityId: ActivityId
  readonly seriesId: ActivityId | null
  readonly start: Instant | null
  readonly subject: string
  readonly items: readonly KnownItem[]
}

export interface KnownItem {
  readonly mailboxId: MailboxId
  readonly key: ItemKey
  readonly isOrganizer: boolean
  /** The item isn't in its mailbox any more. */
  readonly isGone: boolean
}

/**
 * TR19: decides which activity each event of one iCalendar id belongs to. A mailbox holds a
 * meeting once, and a meeting has one organizer. An event that contradicts either is another
 * meeting, made by copying.
 * @returns for each item the activity it joins, or its own `activityId`
 */
export function placeEvents(
  items: readonly EventItem[],
  known: readonly KnownEvent[],
): readonly ActivityId[] {
  const all = [...known]
  const places = new Map<EventItem, ActivityId>()
  for (let left = [...items]; left.length > 0; ) {
    // The closest matches are settled first, so that no copy takes the original's place.
    const bids = left.map((item) => ({ item, ...bestOf(item, all) }))
    const { item, event, rank } = bids.reduce((best, bid) => (bid.rank > best.rank ? bid : best))
    const joins = event !== null && (rank > NOTHING_AGREES || all.length === 1)
    const place: KnownEvent = joins ? event : { ...item, items: [] }
    const { mailboxId, key, isOrganizer } = item
    const items = [...place.items, { mailboxId, key, isOrganizer, isGone: false }]
    const index = joins ? all.indexOf(event) : all.length
    all[index] = { ...place, items }
    places.set(item, place.activityId)
    left = left.filter((one) => one !== item)
  }
  return items.map((item) => places.get(item)!)
}

const NOTHING_AGREES = 0

function bestOf(
  item: EventItem,
  known: readonly KnownEvent[],
): { readonly event: KnownEvent | null; readonly rank: number } {
  let best: KnownEvent | null = null
  let rank = -1
  for (const event of known) {
    if (!mayBeCopy(item, event)) continue
    const agrees = 2 * Number(item.start === event.start) + Number(item.subject === event.subject)
    if (agrees > rank) [best, rank] = [event, agrees]
  }
  return { event: best, rank }
}

function mayBeCopy(item: EventItem, event: KnownEvent): boolean {
  const isOfOtherSeries =
    item.seriesId !== null && event.seriesId !== null && item.seriesId !== event.seriesId
  if (isOfOtherSeries) return false
  return event.items.every((other) => {
    const isSameMailbox = other.mailboxId === item.mailboxId
    if (other.isGone || (isSameMailbox && other.key === item.key)) return true
    return !isSameMailbox && !(item.isOrganizer && other.isOrganizer)
  })
}
