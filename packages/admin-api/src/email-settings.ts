import type { EmailSetting, EmailSettingValue } from '@trackmark/dataverse'

export type { EmailSetting, EmailSettingsPage, EmailSettingValue } from '@trackmark/dataverse'

/** The pages "Email tracking" and "Email settings". `GET` and `PATCH /api/admin/email-settings` */
export interface EmailSettings {
  /** For `If-Match`: if somebody else changed the settings since, the answer is 412. */
  readonly etag: string
  readonly modifiedOn: string
  /** Full name; null if the person is unknown. */
  readonly modifiedBy: string | null
  /** In the order of the pages. */
  readonly settings: readonly EmailSettingState[]
}

export interface EmailSettingState extends Omit<EmailSetting, 'place'> {
  readonly value: EmailSettingValue
  readonly default: EmailSettingValue
  /** Name of the column or setting that stores it: `trackingprefix`, `TrackCategorizedItems`. */
  readonly storedIn: string
}

/** Names of settings and their new values. */
export type EmailSettingsChange = Readonly<Record<string, EmailSettingValue>>
