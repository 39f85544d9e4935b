import { DESCRIPTIONS } from './descriptions.ts'
import { ACTED_ON } from './effects.ts'
import { ORGANIZATION_ROWS, ORGDBORG_ROWS, type RegistryRow } from './registry-data.ts'
import type { DefaultRange, Setting, SettingType, SettingValue } from './types.ts'
import { compareVersions } from './version.ts'

/**
 * Where this product knows better than the registry's source. The administrator's documentation
 * ("Use Outlook category to track appointments and emails") says on by default from 9.1.0.4039; the
 * source says 9.1.0.15324 (OS3).
 */
const OVERRULED: Readonly<Record<string, readonly DefaultRange[]>> = {
  TrackCategorizedItems: [
    { minVersion: '8.2.2.840', maxVersion: '8.999.9999.9999', default: false },
    { minVersion: '9.0.2.100', maxVersion: '9.1.0.4038', default: false },
    { minVersion: '9.1.0.4039', maxVersion: '9.999.9999.9999', default: true },
  ],
}

/** Every setting once, by name. */
export const SETTINGS: readonly Setting[] = [
  ...groupRows(ORGDBORG_ROWS, false),
  ...groupRows(ORGANIZATION_ROWS, true),
]

const byName = new Map(SETTINGS.map((setting) => [setting.name.toLowerCase(), setting]))

/** Finds a setting without regard to case. */
export const findSetting = (name: string): Setting | undefined => byName.get(name.toLowerCase())

export const isAvailable = (setting: Setting, version: string): boolean =>
  setting.ranges.some((range) => contains(range, version))

/**
 * The value that holds when an organization of this version doesn't set it. A version outside every
 * range has the default of the last range before it, or else of the first (OS2).
 *
 * @returns null for an unknown name and for a setting whose default is "no value"
 */
export function settingDefault(name: string, version: string): SettingValue | null {
  const ranges = findSetting(name)?.ranges ?? []
  const holding =
    ranges.find((range) => contains(range, version)) ??
    ranges.findLast((range) => compareVersions(range.minVersion, version) <= 0) ??
    ranges[0]
  return holding?.default ?? null
}

function contains(range: DefaultRange, version: string): boolean {
  return (
    compareVersions(range.minVersion, version) <= 0 &&
    compareVersions(version, range.maxVersion) <= 0
  )
}

function groupRows(rows: readonly RegistryRow[], organizationColumn: boolean): readonly Setting[] {
  const groups = Map.groupBy(rows, ([name]) => name)
  return [...groups.values()].map((group) => settingOf(group, organizationColumn))
}

function settingOf(rows: readonly RegistryRow[], organizationColumn: boolean): Setting {
  const [name, type, , min, max, , , ...flags] = rows[0]!
  return {
    name,
    type,
    min,
    max,
    ranges: OVERRULED[name] ?? rows.map(rangeOf),
    organizationColumn,
    readOnly: flags.includes('readOnly'),
    nullable: flags.includes('nullable'),
    optIn: flags.includes('optIn'),
    effect: ACTED_ON.includes(name) ? 'acts' : 'kept',
    description: DESCRIPTIONS[name] ?? null,
  }
}

function rangeOf([, type, text, , , minVersion, maxVersion]: RegistryRow): DefaultRange {
  return { minVersion, maxVersion, default: text === null ? null : typed(type, text) }
}

function typed(type: SettingType, text: string): SettingValue {
  if (type === 'Boolean') return text.toLowerCase() === 'true'
  return type === 'String' ? text : Number(text)
}
