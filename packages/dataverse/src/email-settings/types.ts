export type EmailSettingValue = boolean | number | string | null

export type EmailSettingsPage = 'tracking' | 'settings'

export interface EmailSetting {
  readonly name: string
  readonly page: EmailSettingsPage
  readonly group: string
  readonly label: string
  /** `profile`: the id of a server profile, or null. */
  readonly type: 'boolean' | 'integer' | 'text' | 'choice' | 'profile'
  readonly min: number | null
  /** Of a text: its length. */
  readonly max: number | null
  readonly unit: 'KB' | null
  readonly options: readonly { readonly value: number; readonly label: string }[]
  /** Whether Trackmark does something with it, or only keeps and answers it. */
  readonly acts: boolean
  /** A Boolean setting without which this one means nothing. */
  readonly onlyWith: string | null
  readonly place: EmailSettingPlace
}

/** Where Dataverse keeps a setting, and how what is kept differs from what is shown. */
export type EmailSettingPlace =
  | {
      readonly kind: 'column'
      readonly column: string
      /** `inverse`: true means off. `kilo`: kept in bytes. `digits`: kept as the number of so many nines. */
      readonly as?: 'inverse' | 'kilo' | 'digits'
    }
  | { readonly kind: 'orgDbOrgSetting'; readonly setting: string; readonly as?: 'inverse' }
  /** An element of `organization.defaultemailsettings`. */
  | { readonly kind: 'defaultMethod'; readonly method: 'incoming' | 'outgoing' | 'act' }
  /** Which column of Dataverse holds it isn't published: a private one holds it here. */
  | { readonly kind: 'usesTrackingTokens' }
