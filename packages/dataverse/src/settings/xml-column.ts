import { ERROR_CODES } from '../errors.ts'
import { isXmlCharacter } from '../xml/read-xml.ts'
import { findSetting } from './registry.ts'
import { unknownSetting } from './similar.ts'
import type { Setting, SettingValue } from './types.ts'
import { formatSettingValue, parseSettingValue } from './value.ts'
import { readSettingsXml, XML_LENGTH_MAX } from './xml-reader.ts'

/** A refused change of the column. Nothing of it was applied. */
export interface SettingsRefusal {
  readonly code: typeof ERROR_CODES.invalidOrganizationSetting
  /** The text Dataverse answers, followed by which setting and why. */
  readonly message: string
  /** The setting at fault; null when the XML itself is. */
  readonly setting: string | null
  readonly reason: string
}

export interface StoredSetting {
  readonly setting: Setting
  readonly value: SettingValue
}

export type ParsedColumn =
  | { readonly ok: true; readonly settings: readonly StoredSetting[] }
  | { readonly ok: false; readonly refusal: SettingsRefusal }

/** One setting before and after; null = not set, the default holds. */
export interface SettingChange {
  readonly setting: Setting
  readonly before: SettingValue | null
  readonly after: SettingValue | null
}

export type MergedColumn =
  | {
      readonly ok: true
      /** The new content of the column; null = nothing is set. */
      readonly xml: string | null
      /** Only what differs, in stored order. */
      readonly changes: readonly SettingChange[]
    }
  | { readonly ok: false; readonly refusal: SettingsRefusal }

/** Message of code 0x80048514 as Dataverse gives it (issue 42 of seanmcne/OrgDbOrgSettings). */
export const INVALID_SETTING_MESSAGE =
  'Invalid Organization Setting passed in. Please check the datatype and pass in an appropriate value.'

/** Reads the column strictly: any fault anywhere refuses all of it (OS8). Null and '' set nothing. */
export function parseOrgSettings(xml: string | null): ParsedColumn {
  if (xml === null || xml === '') return { ok: true, settings: [] }
  const read = readSettingsXml(xml)
  if (!read.ok) return { ok: false, refusal: refusal(null, `${read.reason}.`) }
  const settings: StoredSetting[] = []
  const seen = new Set<Setting>()
  for (const { name, text } of read.entries) {
    const checked = checkEntry(name, text)
    if (!checked.ok) return checked
    const { setting } = checked.stored
    if (seen.has(setting)) {
      return { ok: false, refusal: refusal(setting.name, `${setting.name} is named twice.`) }
    }
    seen.add(setting)
    settings.push(checked.stored)
  }
  return { ok: true, settings }
}

type CheckedEntry =
  | { readonly ok: true; readonly stored: StoredSetting }
  | { readonly ok: false; readonly refusal: SettingsRefusal }

/** One named value, judged as the column would: known, kept in the XML, of its type and range. */
export function checkEntry(name: string, text: string): CheckedEntry {
  const setting = findSetting(name)
  if (setting === undefined) {
    return { ok: false, refusal: refusal(name, unknownSetting(name)) }
  }
  if (setting.organizationColumn) {
    const reason = `${setting.name} is a column of the organization table, not an OrgDBOrgSetting.`
    return { ok: false, refusal: refusal(setting.name, reason) }
  }
  const parsed = parseSettingValue(setting, text)
  if (!parsed.ok) return { ok: false, refusal: refusal(setting.name, parsed.reason) }
  if (!isWritable(parsed.value)) {
    const reason = `${setting.name} holds a character XML has no place for.`
    return { ok: false, refusal: refusal(setting.name, reason) }
  }
  return { ok: true, stored: { setting, value: parsed.value } }
}

/**
 * What the column becomes when `patch` is written to it: named settings change, others stay; the
 * empty string (or null) clears all (OS4, OS5). A refused patch leaves the column as it is.
 */
export function mergeOrgSettings(stored: string | null, patch: string | null): MergedColumn {
  const before = parseOrgSettings(stored)
  if (patch === null || patch === '') {
    // Clearing must work even if the column can't be read any more.
    return finish(before.ok ? before.settings : [], [])
  }
  const wanted = parseOrgSettings(patch)
  if (!wanted.ok) return wanted
  if (!before.ok) return unreadable(before.refusal)
  const merged = new Map(before.settings.map(({ setting, value }) => [setting, value]))
  for (const { setting, value } of wanted.settings) merged.set(setting, value)
  return finish(before.settings, entries(merged))
}

/** What the column becomes when exactly `wanted` is to be set and nothing else. */
export function replaceOrgSettings(stored: string | null, wanted: string | null): MergedColumn {
  const after = parseOrgSettings(wanted)
  if (!after.ok) return after
  const before = parseOrgSettings(stored)
  return finish(before.ok ? before.settings : [], after.settings)
}

/** What the column becomes without one setting; removing what isn't set changes nothing. */
export function removeOrgSetting(stored: string | null, name: string): MergedColumn {
  const before = parseOrgSettings(stored)
  if (!before.ok) return unreadable(before.refusal)
  const setting = findSetting(name)
  if (setting === undefined || setting.organizationColumn) {
    return { ok: false, refusal: refusal(name, unknownSetting(name)) }
  }
  return finish(
    before.settings,
    before.settings.filter((kept) => kept.setting !== setting),
  )
}

/** The one way the column is written: stored order, canonical values. Null when nothing is set. */
export function serializeOrgSettings(settings: readonly StoredSetting[]): string | null {
  if (settings.length === 0) return null
  const elements = settings.map(
    ({ setting, value }) =>
      `<${setting.name}>${escapeText(formatSettingValue(value))}</${setting.name}>`,
  )
  return `<OrgSettings>${elements.join('')}</OrgSettings>`
}

function finish(before: readonly StoredSetting[], after: readonly StoredSetting[]): MergedColumn {
  const xml = serializeOrgSettings(after)
  if (xml !== null && xml.length > XML_LENGTH_MAX) {
    const reason = `All settings together would be longer than ${XML_LENGTH_MAX} characters.`
    return { ok: false, refusal: refusal(null, reason) }
  }
  const was = new Map(before.map(({ setting, value }) => [setting, value]))
  const is = new Map(after.map(({ setting, value }) => [setting, value]))
  const touched = new Set([...was.keys(), ...is.keys()])
  const changes = [...touched].map((setting) => ({
    setting,
    before: was.get(setting) ?? null,
    after: is.get(setting) ?? null,
  }))
  return { ok: true, xml, changes: changes.filter((c) => c.before !== c.after) }
}

/** The stored value has the fault. Changing one setting mustn't silently drop another (OS7). */
function unreadable(cause: SettingsRefusal): MergedColumn {
  const reason = `What is stored can't be read (${cause.reason}) Clear all settings first.`
  return { ok: false, refusal: refusal(cause.setting, reason) }
}

function entries(map: ReadonlyMap<Setting, SettingValue>): readonly StoredSetting[] {
  return [...map].map(([setting, value]) => ({ setting, value }))
}

function refusal(setting: string | null, reason: string): SettingsRefusal {
  const sentence = reason.charAt(0).toUpperCase() + reason.slice(1)
  return {
    code: ERROR_CODES.invalidOrganizationSetting,
    message: `${INVALID_SETTING_MESSAGE} ${sentence}`,
    setting,
    reason: sentence,
  }
}

const isWritable = (value: SettingValue): boolean =>
  typeof value !== 'string' || [...value].every((c) => isXmlCharacter(c.codePointAt(0) ?? 0))

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}
