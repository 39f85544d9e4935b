import { z } from 'zod'

const refusal = z.strictObject({ status: z.int().min(400).max(599), code: z.string().min(1) })

/**
 * Behaviour of the real service that is inferred, contradictory or unknown (marks [I] and [?] of
 * the project's Graph facts). Each can be turned, so that a client is tried against both readings.
 */
export const switchesSchema = z.strictObject({
  /** Answer to a second category of one name (compared without case). Code never seen in public. */
  duplicateCategory: refusal.default({ status: 409, code: 'Conflict' }),
  /** Whether a comma in a category name is refused with 400, as Outlook would split it. */
  refuseCommaInCategory: z.boolean().default(false),
  /** Longest category name; Office.js allows 255. Graph's own limit is unknown. */
  categoryNameMax: z.int().min(1).default(255),
  /** Master list of a new mailbox: Outlook on the web's six colours, or none until first opened. */
  newMailboxCategories: z.enum(['outlook', 'empty']).default('outlook'),
  /** A category renamed by desktop Outlook: whether the items are rewritten with it. */
  renameRewritesItems: z.boolean().default(false),
  /** Whether a category written to an item is added to the master list. */
  itemCategoryJoinsList: z.boolean().default(false),
  /** What PATCH does with repeated or padded names: kept as sent, or trimmed and made unique. */
  itemCategories: z.enum(['keep', 'tidy']).default('keep'),
  /** Most categories per item; 0 = no limit. */
  categoriesPerItemMax: z.int().min(0).default(0),
  /** Whether `categories/any(c:c eq 'X')` compares without case. */
  categoryFilterIgnoresCase: z.boolean().default(true),
  /** Answer to `If-Match` with an old etag. */
  ifMatchMismatch: refusal.default({ status: 412, code: 'ErrorIrresolvableConflict' }),
  /** Answer to a second event with one `transactionId`; 400 and 409 were both seen. */
  duplicateTransactionId: refusal.default({ status: 409, code: 'ErrorDuplicateTransactionId' }),
  /** Answer to an expired delta token; 410, 400 and 404 were seen, with several codes. */
  expiredDelta: refusal.default({ status: 410, code: 'SyncStateNotFound' }),
  /** Answer for a user nobody knows, on mailbox paths. The spelling depends on the layer. */
  unknownUser: refusal.default({ status: 404, code: 'ErrorInvalidUser' }),
  /** Where DELETE puts a message: Deleted Items, or straight to Recoverable Items. */
  deleteTo: z.enum(['deleteditems', 'recoverableitemsdeletions']).default('deleteditems'),
  /** Reason told in the folder an item was moved out of. */
  removedReasonOnMove: z.enum(['changed', 'deleted']).default('changed'),
  /** Reason told in the folder an item was deleted from. */
  removedReasonOnDelete: z.enum(['changed', 'deleted']).default('deleted'),
  /** Whether writing an extended property gives a new change key and shows in delta. */
  extendedPropertyIsChange: z.boolean().default(true),
  /** Whether `$orderby` beside `$filter` is refused unless its fields come first in the filter. */
  inefficientFilter: z.boolean().default(true),
  /** Every delta round begins with an empty page that carries a next link. */
  emptyDeltaPageFirst: z.boolean().default(false),
  /**
   * A delta page names only what changed of a message: its read state with `isRead` and
   * `parentFolderId`, whatever `$select` said (microsoft-graph-docs issue 7776), anything else as far
   * as it was selected.
   */
  messageDeltaOnlyChanged: z.boolean().default(false),
  /** calendarView delta: occurrences carry only id, type, series, start and end. */
  occurrenceStubs: z.boolean().default(true),
  /** calendarView delta: the master comes along with any of its instances. */
  masterWithInstances: z.boolean().default(true),
  /** calendarView delta: a deleted occurrence is only missing from its series, or told as removed. */
  deletedOccurrence: z.enum(['missing', 'removed']).default('missing'),
  /** calendarView delta: a deleted series also tells its occurrences as removed. */
  removedOccurrencesOfSeries: z.boolean().default(false),
  /** calendarView delta: changed events outside the window are told as removed. */
  outsideWindowRemoved: z.boolean().default(true),
  /** PATCH of categories alone on an occurrence makes it an exception. */
  categoriesMakeException: z.boolean().default(true),
  /** Categories written to a master show on exceptions that have none of their own. */
  exceptionsTakeMasterCategories: z.boolean().default(true),
  /** A change of categories alone sends a meeting update to the attendees. */
  categoriesSendUpdate: z.boolean().default(false),
  /** Declining takes the meeting out of the attendee's calendar. */
  declineRemoves: z.boolean().default(true),
  /** Flagged mail shows as tasks in the list `flaggedEmails`. */
  flaggedMailAsTasks: z.boolean().default(true),
  /** `/me` with an application token is refused. */
  refuseMeForApplications: z.boolean().default(true),
  /** Notification URLs must be https, as in the real service; off, so that local ones work. */
  httpsNotificationsOnly: z.boolean().default(false),
  /** PATCH of subject, body or recipients of a sent message: refused, or ignored without a word. */
  sensitiveFieldsOfSent: z.enum(['refuse', 'ignore', 'allow']).default('refuse'),
  /** Notifications are thrown away (a dropped endpoint): delta stays the only truth. */
  dropNotifications: z.boolean().default(false),
  /** Every answer takes this long, by the injected sleep. */
  latencyMs: z.int().min(0).default(0),
})

export type Switches = z.infer<typeof switchesSchema>
export type SwitchChanges = z.input<typeof switchesSchema>

export const defaultSwitches = (): Switches => switchesSchema.parse({})

/** Changed switches laid over those in force; unknown names and wrong values throw a ZodError. */
export function applySwitches(now: Switches, changes: unknown): Switches {
  const checked = switchesSchema.partial().parse(changes)
  const sent = Object.keys((changes ?? {}) as Record<string, unknown>)
  const picked = Object.fromEntries(
    sent.map((name) => [name, (checked as Record<string, unknown>)[name]]),
  )
  return { ...now, ...picked } as Switches
}
