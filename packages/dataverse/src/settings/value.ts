import type { Setting, SettingValue } from './types.ts'

export type ParsedValue =
  | { readonly ok: true; readonly value: SettingValue }
  | { readonly ok: false; readonly reason: string }

/** Longest text a String setting may hold, in UTF-16 code units. */
export const STRING_LENGTH_MAX = 4000

const INT32_MIN = -2_147_483_648
const INT32_MAX = 2_147_483_647

/** Reads a value as an administrator types it; the reason names the type and range it must have. */
export function parseSettingValue(setting: Setting, text: string): ParsedValue {
  switch (setting.type) {
    case 'Boolean':
      return parseBoolean(setting, text)
    case 'Number':
      return parseNumber(setting, text, /^[+-]?\d{1,15}$/)
    case 'Double':
      return parseNumber(setting, text, /^[+-]?\d{1,15}(\.\d{1,15})?$/)
    case 'String':
      return parseString(setting, text)
  }
}

/** The one way a value is written: `true`, `12`, `0.5`, or the text itself. */
export const formatSettingValue = (value: SettingValue): string =>
  // Number#toString would turn small doubles into 1e-7, which nothing here reads back.
  typeof value === 'number' && !Number.isInteger(value)
    ? value.toFixed(15).replace(/0+$/, '')
    : String(value)

/** `Boolean (true or false)`, `Number from 0 to 3650`: what a value of this setting must be. */
export function settingTypeText(setting: Setting): string {
  if (setting.type === 'Boolean') return 'Boolean (true or false)'
  if (setting.type === 'String') return `String of at most ${STRING_LENGTH_MAX} characters`
  const { min, max } = limits(setting)
  const kind = setting.type === 'Number' ? 'whole Number' : 'Double'
  return `${kind} from ${min} to ${max}`
}

function limits(setting: Setting): { readonly min: number; readonly max: number } {
  return { min: setting.min ?? INT32_MIN, max: setting.max ?? INT32_MAX }
}

function parseBoolean(setting: Setting, text: string): ParsedValue {
  const word = text.trim().toLowerCase()
  if (word === 'true') return { ok: true, value: true }
  if (word === 'false') return { ok: true, value: false }
  return refuse(setting, text)
}

function parseNumber(setting: Setting, text: string, form: RegExp): ParsedValue {
  const trimmed = text.trim()
  if (!form.test(trimmed)) return refuse(setting, text)
  // `+ 0` so that -0 is 0 and a value equals itself after it has been written and read.
  const value = Number(trimmed) + 0
  const { min, max } = limits(setting)
  return value < min || value > max ? refuse(setting, text) : { ok: true, value }
}

function parseString(setting: Setting, text: string): ParsedValue {
  return text.length > STRING_LENGTH_MAX ? refuse(setting, text) : { ok: true, value: text }
}

function refuse(setting: Setting, text: string): ParsedValue {
  return {
    ok: false,
    reason: `${setting.name} must be a ${settingTypeText(setting)}; got ${quoteShort(text)}.`,
  }
}

/** Foreign text made safe for a message: shortened and without control characters. */
export function quoteShort(text: string): string {
  const clean = [...text.slice(0, 60)].map((c) => (isPrintable(c) ? c : '\uFFFD')).join('')
  return text.length > 60 ? `"${clean}…"` : `"${clean}"`
}

function isPrintable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  const isLoneSurrogate = code >= 0xd800 && code <= 0xdfff
  return code >= 0x20 && code !== 0x7f && !isLoneSurrogate
}
