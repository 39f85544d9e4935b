/**
 * `GET` and `PATCH /api/admin/retention`. Each value is the number of days that such data is kept,
 * 1 to 36,500; null = for ever.
 */
export interface RetentionSettings {
  /** Texts and attachments of activities; the activities themselves are kept. */
  readonly bodies: number | null
  readonly audit: number | null
  readonly signInAttempts: number | null
  /** Decisions about an item; the last decision is always kept. */
  readonly trail: number | null
}
