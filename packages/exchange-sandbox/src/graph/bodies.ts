import { z } from 'zod'

/** Wire bodies as Graph takes them. Annotations have been dropped before. */
const text = z.string().nullish()

export const emailAddress = z.strictObject({ name: text, address: text })
export const recipient = z.strictObject({ emailAddress: emailAddress })
export const recipients = z.array(recipient).max(500)
export const dateTimeZone = z.strictObject({
  dateTime: z.string().regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/, {
    error: 'a date and time is wanted',
  }),
  timeZone: z.string().default('UTC'),
})
export const itemBody = z.strictObject({
  contentType: z
    .string()
    .transform((type) => type.toLowerCase())
    .pipe(z.enum(['text', 'html']))
    .default('text'),
  content: z
    .string()
    .nullish()
    .transform((content) => content ?? ''),
})
const lower = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .string()
    .transform((value) => values.find((known) => known.toLowerCase() === value.toLowerCase()))
    .refine((value) => value !== undefined, { error: `one of ${values.join(', ')} is wanted` })
    .transform((value) => value as T[number])

export const importance = lower(['low', 'normal', 'high'])
export const inference = lower(['focused', 'other'])
export const categories = z.array(z.string())
export const flag = z.strictObject({
  flagStatus: lower(['notFlagged', 'flagged', 'complete']),
  startDateTime: dateTimeZone.nullish(),
  dueDateTime: dateTimeZone.nullish(),
  completedDateTime: dateTimeZone.nullish(),
})
export const extendedProperties = z.array(z.strictObject({ id: z.string(), value: z.string() }))

export const attachment = z.looseObject({
  '@odata.type': z.string().default('#microsoft.graph.fileAttachment'),
  name: z.string().default('attachment'),
  contentType: text,
  isInline: z.boolean().default(false),
  contentId: text,
  contentBytes: z.base64().nullish(),
  size: z.int().optional(),
  item: z.record(z.string(), z.unknown()).nullish(),
})
export type AttachmentInput = z.output<typeof attachment>

export const messageBody = z.looseObject({
  subject: text,
  body: itemBody.nullish(),
  from: recipient.nullish(),
  sender: recipient.nullish(),
  toRecipients: recipients.optional(),
  ccRecipients: recipients.optional(),
  bccRecipients: recipients.optional(),
  replyTo: recipients.optional(),
  categories: categories.optional(),
  importance: importance.nullish(),
  inferenceClassification: inference.nullish(),
  isRead: z.boolean().nullish(),
  isReadReceiptRequested: z.boolean().nullish(),
  isDeliveryReceiptRequested: z.boolean().nullish(),
  flag: flag.nullish(),
  internetMessageId: text,
  internetMessageHeaders: z
    .array(z.strictObject({ name: z.string(), value: z.string() }))
    .optional(),
  singleValueExtendedProperties: extendedProperties.optional(),
  attachments: z.array(attachment).optional(),
})
export type MessageBody = z.output<typeof messageBody>

export { lower as oneOf }

/** Drops annotations (`@odata.…`) at every depth but the type of polymorphic things. */
export function withoutAnnotations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAnnotations)
  if (typeof value !== 'object' || value === null) return value
  const kept: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(value)) {
    if (name === '@odata.type' || !name.includes('@')) kept[name] = withoutAnnotations(inner)
  }
  return kept
}
