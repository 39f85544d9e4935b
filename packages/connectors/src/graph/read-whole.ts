import type { AttachmentInfo, ItemKey, ItemRef, WholeItem } from '@trackmark/core'
import { SyncError } from '@trackmark/core'
import type { Outcome } from '@trackmark/engine'
import { askAll } from './batch.ts'
import { isTooLarge, malformed } from './errors.ts'
import { getItem, mapAnswer, mapped, words } from './items.ts'
import { eventSelect, mapEvent } from './map-event.ts'
import { isFile, mapAttachment, mapMessage, messageExpand, messageSelect } from './map-message.ts'
import { mapTask } from './map-task.ts'
import { listMarked } from './marked-list.ts'
import { collect } from './pages.ts'
import { route, withQuery } from './route.ts'
import {
  attachmentSchema,
  eventSchema,
  messageSchema,
  taskSchema,
  type WireAttachmentInfo,
  type WireMessage,
} from './schemas.ts'
import type { Answer, Ask, Wire } from './wire.ts'

const PARTS_MAX = 20

/**
 * Notes about attachments that are left out by their nature or size, and the result for the
 * others.
 */
interface Fetched {
  readonly base64: string | null
  readonly contentId: string | null
  readonly refusal: SyncError | null
}
const LEFT_OUT: Fetched = { base64: null, contentId: null, refusal: null }

interface MessageDraft {
  readonly ref: ItemRef
  readonly wire: WireMessage
  readonly attachments: readonly WireAttachmentInfo[]
}

/**
 * Reads the items, then the contents of the messages' attachments. The announced sizes limit how
 * many contents one batch reads, so that its memory is bounded.
 */
export async function readWhole(
  wire: Wire,
  refs: readonly ItemRef[],
  options: { attachmentBytesMax: number; marked: string | null },
): Promise<readonly Outcome<WholeItem | null>[]> {
  const answers = await readAll(wire, refs, options.marked)
  const results: Outcome<WholeItem | MessageDraft | null>[] = []
  for (const [at, answer] of answers.entries()) {
    results.push(await parseOne(wire, refs[at]!, answer))
  }
  const drafts = results.flatMap((result) =>
    result.ok && isDraft(result.value) ? [result.value] : [],
  )
  const contents = await fetchContents(wire, drafts, options.attachmentBytesMax)
  return results.map((result) => finish(wire, result, contents))
}

async function readAll(
  wire: Wire,
  refs: readonly ItemRef[],
  marked: string | null,
): Promise<readonly Outcome<Answer>[]> {
  const listed =
    marked === null ? new Map<ItemKey, Answer>() : await listMarked(wire, refs, marked, ofMessages)
  const others = refs.filter(({ key }) => !listed.has(key))
  const answers = await askAll(
    wire,
    others.map((ref) => getItem(wire, ref, wholeQuery(ref))),
  )
  const byKey = new Map(others.map(({ key }, at) => [key, answers[at]!]))
  return refs.map(({ key }) => {
    const found = listed.get(key)
    return found === undefined ? byKey.get(key)! : { ok: true, value: found }
  })
}

function isDraft(value: WholeItem | MessageDraft | null): value is MessageDraft {
  return value !== null && 'wire' in value
}

const ofMessages = { $select: messageSelect, $expand: messageExpand }

function wholeQuery(ref: ItemRef): Record<string, string> {
  switch (ref.kind) {
    case 'message':
      return ofMessages
    case 'event':
      return { $select: eventSelect }
    case 'task':
      return {}
  }
}

async function parseOne(
  wire: Wire,
  ref: ItemRef,
  answer: Outcome<Answer>,
): Promise<Outcome<WholeItem | MessageDraft | null>> {
  const subject = words[ref.kind]
  if (ref.kind === 'event') {
    return mapAnswer(answer, subject, wire, (body) => mapEvent(eventSchema.parse(body), ref.folder))
  }
  if (ref.kind === 'task') {
    return mapAnswer(answer, subject, wire, (body) => mapTask(taskSchema.parse(body), ref.folder))
  }
  const parsed = mapAnswer(answer, subject, wire, (body) => messageSchema.parse(body))
  if (!parsed.ok || parsed.value === null) return parsed as Outcome<null>
  const { attachments, 'attachments@odata.nextLink': more } = parsed.value
  try {
    const listed = more ? await listAttachments(wire, ref) : (attachments ?? [])
    return { ok: true, value: { ref, wire: parsed.value, attachments: listed } }
  } catch (error) {
    if (error instanceof SyncError) return { ok: false, error }
    throw error
  }
}

/** Only needed for messages with more attachments than `$expand` returns. */
async function listAttachments(wire: Wire, ref: ItemRef): Promise<WireAttachmentInfo[]> {
  const ask: Ask = {
    method: 'GET',
    to: withQuery(route`/users/${wire.mailbox}/messages/${ref.key}/attachments`, {
      $select: 'id,name,contentType,size,isInline',
    }),
    subject: 'the attachments of a message',
    level: 'item',
  }
  const { entries } = await collect(wire, ask, (await wire.ask(ask)).body)
  return entries.map((entry) => {
    const parsed = attachmentSchema.safeParse(entry)
    if (!parsed.success) throw malformed('item', ask.subject, wire.mailbox, parsed.error)
    return parsed.data
  })
}

interface Wanted {
  readonly ref: ItemRef
  readonly info: WireAttachmentInfo
}

async function fetchContents(
  wire: Wire,
  drafts: readonly MessageDraft[],
  bytesMax: number,
): Promise<ReadonlyMap<string, Outcome<Fetched>>> {
  const wanted = drafts.flatMap(({ ref, attachments }) =>
    attachments
      .filter((info) => isFile(info) && (info.size ?? 0) <= bytesMax)
      .map((info) => ({ ref, info })),
  )
  const contents = new Map<string, Outcome<Fetched>>()
  for (const trip of tripsOf(wanted, wire.limits.attachmentBytesPerTrip)) {
    const answers = await askAll(
      wire,
      trip.map((one) => contentAsk(wire, one, bytesMax)),
    )
    for (const [at, answer] of answers.entries()) {
      const { ref, info } = trip[at]!
      contents.set(contentKey(ref, info), contentOf(wire, answer, bytesMax))
    }
  }
  return contents
}

export function tripsOf(wanted: readonly Wanted[], bytesMax: number): Wanted[][] {
  const trips: Wanted[][] = []
  let bytes = 0
  for (const one of wanted) {
    const last = trips.at(-1)
    const size = one.info.size ?? 0
    if (last && last.length < PARTS_MAX && bytes + size <= bytesMax) {
      last.push(one)
      bytes += size
    } else {
      trips.push([one])
      bytes = size
    }
  }
  return trips
}

function contentAsk(wire: Wire, { ref, info }: Wanted, contentBytesMax: number): Ask {
  return {
    method: 'GET',
    // There is no `$select`, because contentBytes belongs to a derived type and can't be named
    // here.
    to: route`/users/${wire.mailbox}/messages/${ref.key}/attachments/${info.id}`,
    subject: 'an attachment of a message',
    level: 'item',
    bytesMax: contentBytesMax * BASE64 + OTHER_BYTES,
  }
}

/** Factor for the size of base64 with line ends and the attachment's other properties. */
const BASE64 = 1.4
const OTHER_BYTES = 64 * 1024

function contentOf(wire: Wire, answer: Outcome<Answer>, bytesMax: number): Outcome<Fetched> {
  if (!answer.ok) {
    const isLost =
      answer.error.remedy === 'gone' ||
      // It is larger than it announced and than is wanted.
      isTooLarge(answer.error)
    if (isLost) return { ok: true, value: LEFT_OUT }
    return answer.error.scope === 'item' ? refused(answer.error) : answer
  }
  const read = mapped('an attachment of a message', wire, () => {
    const { contentBytes, contentId } = attachmentSchema.parse(answer.value.body)
    const fits = contentBytes != null && base64Bytes(contentBytes) <= bytesMax
    return { base64: fits ? contentBytes : null, contentId: contentId || null, refusal: null }
  })
  return read.ok ? read : refused(read.error)
}

/** AC11: the message is tracked without it. */
const refused = (refusal: SyncError): Outcome<Fetched> => ({
  ok: true,
  value: { ...LEFT_OUT, refusal },
})

function base64Bytes(text: string): number {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  return Math.floor((text.length * 3) / 4) - padding
}

function contentKey(ref: ItemRef, info: WireAttachmentInfo): string {
  return JSON.stringify([ref.key, info.id])
}

function finish(
  wire: Wire,
  result: Outcome<WholeItem | MessageDraft | null>,
  contents: ReadonlyMap<string, Outcome<Fetched>>,
): Outcome<WholeItem | null> {
  if (!result.ok) return result
  if (!isDraft(result.value)) return { ok: true, value: result.value }
  const { ref, wire: message, attachments } = result.value
  const infos: AttachmentInfo[] = []
  for (const info of attachments) {
    const content = contents.get(contentKey(ref, info)) ?? { ok: true as const, value: LEFT_OUT }
    if (!content.ok) return content
    infos.push(mapAttachment(info, content.value))
  }
  return mapped(words.message, wire, () => mapMessage(message, ref.folder, infos))
}
