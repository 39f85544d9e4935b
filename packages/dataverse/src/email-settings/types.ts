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
  /** Whether Trackmark acts on it, or only stores and returns it. */
  readonly acts: boolean
  /** A Boolean setting without which this one means nothing. */
  readonly onlyWith: string | null
  readonly place: EmailSettingPlace
}

/** Where Dataverse stores a setting, and how the stored value differs from the displayed one. */
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
  /** Dataverse's column for it isn't published, so a private column holds it here. */
  | { readonly kind: 'usesTrackingTokens' }
