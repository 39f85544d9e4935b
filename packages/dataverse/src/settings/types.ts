/** `Number` is whole, `Double` isn't. */
export type SettingType = 'Boolean' | 'Number' | 'Double' | 'String'

export type SettingValue = boolean | number | string

/** First and last version (inclusive) in which the default holds; null = no value. */
export interface DefaultRange {
  readonly minVersion: string
  readonly maxVersion: string
  readonly default: SettingValue | null
}

export interface Setting {
  readonly name: string
  readonly type: SettingType
  readonly min: number | null
  readonly max: number | null
  /** In order of versions; gaps are versions that don't know the setting. */
  readonly ranges: readonly DefaultRange[]
  /** A column of `organization`, shown among the settings but never part of the XML. */
  readonly organizationColumn: boolean
  /** As the registry's source has it; the XML column accepts such a setting all the same (OS14). */
  readonly readOnly: boolean
  readonly nullable: boolean
  /** An administrator who has read what it does turns it on once. */
  readonly optIn: boolean
  /** Whether Trackmark acts on it, or only stores and returns it. */
  readonly effect: 'acts' | 'kept'
  /** Null for settings that have nothing to do with synchronization. */
  readonly description: string | null
}
