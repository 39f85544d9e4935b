import { findSetting, isAvailable, SETTINGS, settingDefault } from './registry.ts'
import type { Setting, SettingValue } from './types.ts'
import { checkEntry, parseOrgSettings, type SettingsRefusal } from './xml-column.ts'
import { readSettingsXml } from './xml-reader.ts'

export interface EffectiveSetting {
  readonly setting: Setting
  /** Null only where the default is "no value". */
  readonly value: SettingValue | null
  readonly default: SettingValue | null
  readonly from: 'default' | 'set'
  /** Whether this version of the organization knows the setting at all. */
  readonly available: boolean
}

export interface EffectiveSettings {
  /** By the setting's own name, in the order of the registry. */
  readonly settings: ReadonlyMap<string, EffectiveSetting>
  /** Entries of the column that were skipped, because this release doesn't accept them. */
  readonly ignored: readonly SettingsRefusal[]
}

export type EffectiveResult =
  | ({ readonly ok: true } & EffectiveSettings)
  | { readonly ok: false; readonly refusal: SettingsRefusal }

/**
 * The settings in force in an organization. An entry that can't be read is skipped and reported. A
 * column that isn't XML at all is refused: if it counted as "nothing is set", a feature that
 * somebody turned off would be turned on again by its default (OS13).
 */
export function effectiveSettings(xml: string | null, version: string): EffectiveResult {
  const set = new Map<Setting, SettingValue>()
  const ignored: SettingsRefusal[] = []
  if (xml !== null && xml !== '') {
    const read = readSettingsXml(xml)
    if (!read.ok) return refusalOf(xml)
    for (const { name, text } of read.entries) {
      const checked = checkEntry(name, text)
      if (checked.ok) set.set(checked.stored.setting, checked.stored.value)
      else ignored.push(checked.refusal)
    }
  }
  const settings = SETTINGS.filter((setting) => !setting.organizationColumn).map(
    (setting) => [setting.name, effectiveSetting(setting, set.get(setting), version)] as const,
  )
  return { ok: true, settings: new Map(settings), ignored }
}

/** The Boolean in force. @throws TypeError for a name that isn't a Boolean setting */
export function booleanSetting(effective: EffectiveSettings, name: string): boolean {
  const value = valueInForce(effective, name)
  if (typeof value !== 'boolean') throw new TypeError(`${name} isn't a Boolean setting`)
  return value
}

/** The number in force. @throws TypeError for a name that isn't a Number or Double setting */
export function numberSetting(effective: EffectiveSettings, name: string): number {
  const value = valueInForce(effective, name)
  if (typeof value !== 'number') throw new TypeError(`${name} isn't a Number setting`)
  return value
}

function valueInForce(effective: EffectiveSettings, name: string): SettingValue | null {
  return effective.settings.get(findSetting(name)?.name ?? name)?.value ?? null
}

function effectiveSetting(
  setting: Setting,
  value: SettingValue | undefined,
  version: string,
): EffectiveSetting {
  const byDefault = settingDefault(setting.name, version)
  return {
    setting,
    value: value ?? byDefault,
    default: byDefault,
    from: value === undefined ? 'default' : 'set',
    available: isAvailable(setting, version),
  }
}

function refusalOf(xml: string): EffectiveResult {
  const parsed = parseOrgSettings(xml)
  if (parsed.ok) throw new Error('A column was refused by its reader and accepted by its parser')
  return parsed
}
