/** `GET` and `PATCH /api/admin/retention`: for how many days it is kept, 1 to 36,500; null = for ever. */
export interface RetentionSettings {
  /** Texts and attachments of activities; the activities stay. */
  readonly bodies: number | null
  readonly audit: number | null
  readonly signInAttempts: number | null
  /** What was decided about an item before the last decision. */
  readonly trail: number | null
}
