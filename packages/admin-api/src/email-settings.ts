import type { EmailSetting, EmailSettingValue } from '@trackmark/dataverse'

export type { EmailSetting, EmailSettingsPage, EmailSettingValue } from '@trackmark/dataverse'

/** The pages "Email tracking" and "Email settings". `GET` and `PATCH /api/admin/email-settings` */
export interface EmailSettings {
  /** For `If-Match`: somebody else's change in between is answered with 412. */
  readonly etag: string
  readonly modifiedOn: string
  /** Full name; null where nobody is known. */
  readonly modifiedBy: string | null
  /** In the order of the pages. */
  readonly settings: readonly EmailSettingState[]
}

export interface EmailSettingState extends Omit<EmailSetting, 'place'> {
  readonly value: EmailSettingValue
  readonly default: EmailSettingValue
  /** Where it is kept, for people: `trackingprefix`, `TrackCategorizedItems`. */
  readonly storedIn: string
}

/** Names of settings and their new values. */
export type EmailSettingsChange = Readonly<Record<string, EmailSettingValue>>
