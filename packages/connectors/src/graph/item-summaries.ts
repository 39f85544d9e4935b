import type { ItemRef } from '@trackmark/core'
import type { ItemSummary, Outcome } from '@trackmark/engine'
import { z } from 'zod'
import { askAll } from './batch.ts'
import { getItem, mapAnswer, words } from './items.ts'
import { instantOf, offsetInstantOf } from './times.ts'
import type { Wire } from './wire.ts'

const address = z
  .object({
    emailAddress: z.object({ name: z.string().nullish(), address: z.string().nullish() }).nullish(),
  })
  .nullish()
const dateTime = z.object({ dateTime: z.string(), timeZone: z.string().nullish() }).nullish()

const messageSchema = z.object({
  subject: z.string().nullish(),
  from: address,
  sender: address,
  receivedDateTime: z.string().nullish(),
  sentDateTime: z.string().nullish(),
  webLink: z.string().nullish(),
})
const eventSchema = z.object({
  subject: z.string().nullish(),
  organizer: address,
  start: dateTime,
  webLink: z.string().nullish(),
})
const taskSchema = z.object({ title: z.string().nullish(), dueDateTime: dateTime })

const QUERIES: Readonly<Record<ItemRef['kind'], Record<string, string>>> = {
  message: { $select: 'subject,from,sender,receivedDateTime,sentDateTime,webLink' },
  event: { $select: 'subject,organizer,start,webLink' },
  // To Do doesn't support `$select`.
  task: {},
}

/**
 * Reads a few properties of each item, in order; null if it isn't in the mailbox. @throws
 * SyncError
 */
export async function readSummaries(
  wire: Wire,
  refs: readonly ItemRef[],
): Promise<readonly Outcome<ItemSummary | null>[]> {
  const outcomes = await askAll(
    wire,
    refs.map((ref) => getItem(wire, ref, QUERIES[ref.kind])),
  )
  return outcomes.map((outcome, at) => {
    const { kind } = refs[at]!
    return mapAnswer(outcome, words[kind], wire, (body) => read(kind, body))
  })
}

function read(kind: ItemRef['kind'], body: unknown): ItemSummary {
  switch (kind) {
    case 'message': {
      const { subject, from, sender, receivedDateTime, sentDateTime, webLink } =
        messageSchema.parse(body)
      return {
        subject: subject ?? null,
        sender: personOf(from ?? sender),
        at:
          offsetInstantOf('receivedDateTime', receivedDateTime) ??
          offsetInstantOf('sentDateTime', sentDateTime),
        webLink: webLink ?? null,
      }
    }
    case 'event': {
      const { subject, organizer, start, webLink } = eventSchema.parse(body)
      return {
        subject: subject ?? null,
        sender: personOf(organizer),
        at: start ? instantOf('start', start) : null,
        webLink: webLink ?? null,
      }
    }
    case 'task': {
      const { title, dueDateTime } = taskSchema.parse(body)
      return {
        subject: title ?? null,
        sender: null,
        at: dueDateTime ? instantOf('dueDateTime', dueDateTime) : null,
        webLink: null,
      }
    }
  }
}

function personOf(person: z.infer<typeof address>): string | null {
  const { name, address: mail } = person?.emailAddress ?? {}
  if (!mail) return name || null
  return name && name !== mail ? `${name} <${mail}>` : mail
}
