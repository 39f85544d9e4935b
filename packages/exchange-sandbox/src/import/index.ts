import { readCalendars } from './ics/calendar.ts'
import { splitMbox } from './mbox.ts'
import { readMessage } from './mime.ts'
import { Refused, reasonOf } from './refusal.ts'
import type { ImportItem, ImportResult, Refusal } from './types.ts'

export type {
  AttachmentInput,
  BodyInput,
  EventException,
  FileAttachmentInput,
  GraphEventInput,
  GraphMessageInput,
  GraphTaskInput,
  HeaderInput,
  ImportItem,
  ImportResult,
  ItemAttachmentInput,
  Refusal,
} from './types.ts'

export type ImportStep =
  | Readonly<{ kind: 'item'; item: ImportItem }>
  | Readonly<{ kind: 'refused'; refusal: Refusal }>

/**
 * Reads a file of mail (.eml, .mbox) or of a calendar (.ics), told apart by the end of its name.
 * Never throws for what is in the file: what can't be taken is in `refused`, with its reason.
 */
export async function importFile(name: string, bytes: Uint8Array): Promise<ImportResult> {
  const items: ImportItem[] = []
  const refused: Refusal[] = []
  for await (const step of importStream(name, [bytes])) {
    if (step.kind === 'item') items.push(step.item)
    else refused.push(step.refusal)
  }
  return { items, refused }
}

/** As `importFile`, one item at a time: of an mbox only one message is in memory. */
export async function* importStream(
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<ImportStep> {
  switch (/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase()) {
    case 'eml':
      yield await messageStep(name, await whole(chunks))
      return
    case 'mbox':
      yield* mboxSteps(name, chunks)
      return
    case 'ics': {
      const { items, refused } = readCalendars(name, await whole(chunks))
      for (const item of items) yield { kind: 'item', item }
      for (const refusal of refused) yield { kind: 'refused', refusal }
      return
    }
    default: {
      const reason = 'It is no .eml, .mbox or .ics file.'
      yield { kind: 'refused', refusal: { name, reason } }
    }
  }
}

async function whole(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Uint8Array> {
  if (Array.isArray(chunks) && chunks.length === 1) return chunks[0]
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(Buffer.from(chunk))
  return Buffer.concat(all)
}

async function messageStep(name: string, bytes: Uint8Array): Promise<ImportStep> {
  try {
    return { kind: 'item', item: { kind: 'message', message: await readMessage(bytes) } }
  } catch (error) {
    const reason = error instanceof Refused ? error.message : mimeReason(reasonOf(error))
    return { kind: 'refused', refusal: { name, reason } }
  }
}

/** What postal-mime refuses are its limits, which it names in its own words. */
function mimeReason(thrown: string): string {
  if (/nesting depth/i.test(thrown)) return 'Its parts lie more than 100 deep in one another.'
  if (/header size/i.test(thrown)) return 'Its headers are larger than 2 MB.'
  return `It can't be read as a message: ${thrown}`
}

async function* mboxSteps(
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<ImportStep> {
  let number = 0
  for await (const part of splitMbox(chunks)) {
    number += 1
    const partName = `${name}, message ${number}`
    if (part.kind === 'message') yield await messageStep(partName, part.bytes)
    else if (part.kind === 'tooLarge') {
      const reason = 'The message is larger than 150 MB, the most that Exchange takes.'
      yield { kind: 'refused', refusal: { name: partName, reason } }
    } else {
      const reason = "It is no mbox: its first line doesn't begin with 'From '."
      yield { kind: 'refused', refusal: { name, reason } }
    }
  }
  if (number === 0) yield { kind: 'refused', refusal: { name, reason: 'The file is empty.' } }
}
