import { z } from 'zod'

/**
 * Bodies of Microsoft Graph v1.0 (CSDL of 2026-08-20), as far as they are read. Unknown properties
 * are allowed. Nearly every property may be missing or null, because a page may contain only what
 * changed, and occurrences come as stubs.
 */

const text = z.string().nullish()
const flag = z.boolean().nullish()
const names = z
  .array(z.string().nullable())
  .transform((list) => list.filter((name) => name !== null))
  .nullish()

const emailAddress = z.looseObject({ name: text, address: text })
const recipient = z.looseObject({ emailAddress: emailAddress.nullish() }).nullish()
const recipients = z.array(recipient).nullish()
const body = z.looseObject({ contentType: text, content: text }).nullish()
const dateTimeZone = z.looseObject({ dateTime: z.string(), timeZone: text }).nullish()

export type WireRecipient = z.infer<typeof recipient>
export type WireBody = z.infer<typeof body>
export type WireDateTime = z.infer<typeof dateTimeZone>

const entity = {
  id: z.string().min(1),
  '@odata.etag': text,
  '@odata.type': text,
  changeKey: text,
  categories: names,
  lastModifiedDateTime: text,
}

export const seenMessageSchema = z.looseObject({
  ...entity,
  isDraft: flag,
  internetMessageId: text,
  parentFolderId: text,
})
export type WireSeenMessage = z.infer<typeof seenMessageSchema>

const attachmentInfo = z.looseObject({
  id: z.string().min(1),
  '@odata.type': text,
  name: text,
  contentType: text,
  size: z.number().nullish(),
})
export type WireAttachmentInfo = z.infer<typeof attachmentInfo>

export const attachmentSchema = attachmentInfo.extend({ contentId: text, contentBytes: text })

export const messageSchema = seenMessageSchema.extend({
  subject: text,
  body,
  from: recipient,
  sender: recipient,
  toRecipients: recipients,
  ccRecipients: recipients,
  bccRecipients: recipients,
  sentDateTime: text,
  receivedDateTime: text,
  importance: text,
  isReadReceiptRequested: flag,
  conversationIndex: text,
  webLink: text,
  attachments: z.array(attachmentInfo).nullish(),
  'attachments@odata.nextLink': text,
  singleValueExtendedProperties: z.array(z.looseObject({ id: z.string(), value: text })).nullish(),
})
export type WireMessage = z.infer<typeof messageSchema>

const recurrence = z
  .looseObject({
    pattern: z
      .looseObject({
        type: text,
        interval: z.number().int().nullish(),
        month: z.number().int().nullish(),
        dayOfMonth: z.number().int().nullish(),
        daysOfWeek: z.array(z.string()).nullish(),
        firstDayOfWeek: text,
        index: text,
      })
      .nullish(),
    range: z
      .looseObject({
        type: text,
        startDate: text,
        endDate: text,
        numberOfOccurrences: z.number().int().nullish(),
      })
      .nullish(),
  })
  .nullish()
export type WireRecurrence = z.infer<typeof recurrence>

export const eventSchema = z.looseObject({
  ...entity,
  type: text,
  seriesMasterId: text,
  originalStart: text,
  iCalUId: text,
  subject: text,
  body,
  location: z.looseObject({ displayName: text }).nullish(),
  start: dateTimeZone,
  end: dateTimeZone,
  isAllDay: flag,
  showAs: text,
  importance: text,
  sensitivity: text,
  isOrganizer: flag,
  isCancelled: flag,
  isDraft: flag,
  organizer: recipient,
  attendees: z.array(z.looseObject({ emailAddress: emailAddress.nullish(), type: text })).nullish(),
  recurrence,
  webLink: text,
})
export type WireEvent = z.infer<typeof eventSchema>

export const taskSchema = z.looseObject({
  ...entity,
  title: text,
  body,
  status: text,
  importance: text,
  startDateTime: dateTimeZone,
  dueDateTime: dateTimeZone,
  completedDateTime: dateTimeZone,
})
export type WireTask = z.infer<typeof taskSchema>

export const categorySchema = z.looseObject({
  id: z.string().min(1),
  displayName: z.string(),
  color: text.catch(null),
})

export const idSchema = z.looseObject({ id: z.string().min(1) })

export const mailFolderSchema = z.looseObject({
  id: z.string().min(1),
  '@odata.type': text.catch(null),
  parentFolderId: text.catch(undefined),
})

export const calendarSchema = z.looseObject({
  id: z.string().min(1),
  owner: emailAddress.nullish().catch(null),
  canEdit: flag.catch(null),
})

export const taskListSchema = z.looseObject({
  id: z.string().min(1),
  wellknownListName: text.catch(undefined),
})

export const removedSchema = z.looseObject({
  id: z.string().min(1),
  '@removed': z.looseObject({}),
})

/** A collection. Its items are checked one by one, so that a bad one doesn't affect the others. */
export const pageSchema = z.looseObject({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
})
export type WirePage = z.infer<typeof pageSchema>
