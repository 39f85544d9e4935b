import { columnByLogicalName, tableByLogicalName } from '../catalogue/catalogue.ts'
import type { EffectiveSettings } from '../settings/effective.ts'
import { settingDefault } from '../settings/registry.ts'
import {
  DEFAULT_METHODS,
  type DefaultMethods,
  readDefaultMethods,
  writeDefaultMethods,
} from './default-methods.ts'
import { EMAIL_SETTINGS } from './definitions.ts'
import type { EmailSetting, EmailSettingValue } from './types.ts'

/** Stored values of an organization that these settings need. */
export interface EmailSettingsSource {
  /** Columns of `organization` by logical name. */
  readonly columns: Readonly<Record<string, unknown>>
  readonly effective: EffectiveSettings
  readonly defaultEmailSettings: string | null
  readonly usesTrackingTokens: boolean
}

const KILO = 1024
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const ORGANIZATION = tableByLogicalName('organization')!

/** Columns of `organization` that the pages read, besides the two XML columns. */
export const EMAIL_SETTING_COLUMNS: readonly string[] = EMAIL_SETTINGS.flatMap(({ place }) =>
  place.kind === 'column' ? [place.column] : [],
)

export function emailSettingValue(
  { place, name }: EmailSetting,
  source: EmailSettingsSource,
): EmailSettingValue {
  switch (place.kind) {
    case 'column': {
      const kept = source.columns[place.column]
      return kept === null || kept === undefined ? columnDefault(place) : shown(kept, place.as)
    }
    case 'orgDbOrgSetting': {
      const value = source.effective.settings.get(place.setting)?.value
      if (typeof value !== 'boolean') throw new TypeError(`${name} isn't a Boolean setting`)
      return place.as === 'inverse' ? !value : value
    }
    case 'defaultMethod':
      return readDefaultMethods(source.defaultEmailSettings)[place.method]
    case 'usesTrackingTokens':
      return source.usesTrackingTokens
  }
}

/** The values that hold if nobody set anything. @param version of the organization */
export function emailSettingDefault({ place }: EmailSetting, version: string): EmailSettingValue {
  switch (place.kind) {
    case 'column':
      return columnDefault(place)
    case 'orgDbOrgSetting': {
      const value = settingDefault(place.setting, version) === true
      return place.as === 'inverse' ? !value : value
    }
    case 'defaultMethod':
      return DEFAULT_METHODS[place.method]
    case 'usesTrackingTokens':
      return true
  }
}

export function storedIn({ place }: EmailSetting): string {
  switch (place.kind) {
    case 'column':
      return place.column
    case 'orgDbOrgSetting':
      return place.setting
    case 'defaultMethod':
      return 'defaultemailsettings'
    case 'usesTrackingTokens':
      return 'usestrackingtokens'
  }
}

type ColumnPlace = Extract<EmailSetting['place'], { kind: 'column' }>

const DEFAULT_DIGITS = 3

function columnDefault({ column, as }: ColumnPlace): EmailSettingValue {
  const fallback = columnByLogicalName(ORGANIZATION, column)?.default ?? null
  if (fallback === null) return as === 'digits' ? DEFAULT_DIGITS : null
  return shown(fallback, as)
}

function shown(kept: unknown, as: ColumnPlace['as']): EmailSettingValue {
  if (as === 'inverse') return kept !== true
  if (as === 'kilo') return Math.floor(Number(kept) / KILO)
  if (as === 'digits') return String(kept).length
  return kept as EmailSettingValue
}

function kept(value: EmailSettingValue, as: ColumnPlace['as']): EmailSettingValue {
  if (as === 'inverse') return value !== true
  if (as === 'kilo') return Number(value) * KILO
  if (as === 'digits') return 10 ** Number(value) - 1
  return value
}

/** Null = the value is fine; else what it must be, to end the sentence "… must be". */
export function emailSettingFault(
  { type, min, max, options }: EmailSetting,
  value: unknown,
): string | null {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? null : 'true or false'
    case 'integer':
      return Number.isInteger(value) && Number(value) >= min! && Number(value) <= max!
        ? null
        : `a whole number from ${min} to ${max}`
    case 'text':
      return isText(value, min!, max!) ? null : `a text of ${min} to ${max} characters`
    case 'choice':
      return options.some((option) => option.value === value)
        ? null
        : `one of ${options.map((one) => `${one.value} (${one.label})`).join(', ')}`
    case 'profile':
      return value === null || (typeof value === 'string' && GUID.test(value))
        ? null
        : 'the id of a server profile, or null'
  }
}

function isText(value: unknown, min: number, max: number): boolean {
  if (typeof value !== 'string' || value.trim().length < min || value.length > max) return false
  // Control characters break the subject line that the prefix becomes a part of.
  return [...value].every((character) => character >= ' ' && character !== '\u007f')
}

/** The columns to be written and their values, for values that were already checked. */
export interface EmailSettingsWrite {
  readonly columns: Readonly<Record<string, EmailSettingValue>>
  readonly usesTrackingTokens: boolean | null
}

export function emailSettingsWrite(
  changes: readonly (readonly [EmailSetting, EmailSettingValue])[],
  defaultEmailSettings: string | null,
): EmailSettingsWrite {
  const columns: Record<string, EmailSettingValue> = {}
  const orgDbOrgSettings: string[] = []
  const methods: Partial<Record<keyof DefaultMethods, number>> = {}
  let usesTrackingTokens: boolean | null = null
  for (const [{ place }, value] of changes) {
    if (place.kind === 'column') columns[place.column] = kept(value, place.as)
    else if (place.kind === 'defaultMethod') methods[place.method] = Number(value)
    else if (place.kind === 'usesTrackingTokens') usesTrackingTokens = value === true
    else {
      const on = place.as === 'inverse' ? value !== true : value === true
      orgDbOrgSettings.push(`<${place.setting}>${on}</${place.setting}>`)
    }
  }
  if (orgDbOrgSettings.length > 0) {
    columns.orgdborgsettings = `<OrgSettings>${orgDbOrgSettings.join('')}</OrgSettings>`
  }
  if (Object.keys(methods).length > 0) {
    const before = readDefaultMethods(defaultEmailSettings)
    columns.defaultemailsettings = writeDefaultMethods({ ...before, ...methods })
  }
  return { columns, usesTrackingTokens }
}
