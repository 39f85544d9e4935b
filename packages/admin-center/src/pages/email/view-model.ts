import type {
  CategoryProgress,
  EmailSettingState,
  EmailSettingsPage,
  EmailSettingValue,
} from '@trackmark/admin-api'
import { common } from '../../strings/common.ts'
import { email } from '../../strings/email.ts'

export interface Group {
  readonly title: string
  readonly settings: readonly EmailSettingState[]
}

/**
 * The settings of a page, in the groups and the order the server gives: those that Trackmark acts
 * on, and those that it only stores. A group with both kinds is in both.
 */
export function groupsOf(
  settings: readonly EmailSettingState[],
  page: EmailSettingsPage,
): { readonly active: readonly Group[]; readonly inactive: readonly Group[] } {
  const ofPage = settings.filter((setting) => setting.page === page)
  return {
    active: grouped(ofPage.filter(({ acts }) => acts)),
    inactive: grouped(ofPage.filter(({ acts }) => !acts)),
  }
}

function grouped(settings: readonly EmailSettingState[]): readonly Group[] {
  const groups = new Map<string, EmailSettingState[]>()
  for (const setting of settings) {
    groups.set(setting.group, [...(groups.get(setting.group) ?? []), setting])
  }
  return [...groups].map(([title, members]) => ({ title, settings: members }))
}

/** What was changed and not saved, by name. Numbers are kept as they were typed. */
export type Draft = ReadonlyMap<string, EmailSettingValue>

/** A value that is what the server has is no change. */
export function withChange(
  draft: Draft,
  setting: EmailSettingState,
  value: EmailSettingValue,
): Draft {
  const next = new Map(draft)
  if (String(value) === String(setting.value)) next.delete(setting.name)
  else next.set(setting.name, value)
  return next
}

/** Changes that somebody else has made as well are none any more. */
export function withoutMade(draft: Draft, settings: readonly EmailSettingState[]): Draft {
  return settings.reduce(
    (rest, setting) =>
      draft.has(setting.name) ? withChange(rest, setting, draft.get(setting.name) ?? null) : rest,
    draft,
  )
}

export const shownValue = (draft: Draft, setting: EmailSettingState): EmailSettingValue =>
  draft.has(setting.name) ? (draft.get(setting.name) ?? null) : setting.value

/** Null = fine; else what to enter instead. */
export function faultOf(
  { type, min, max }: EmailSettingState,
  value: EmailSettingValue,
): string | null {
  if (type === 'integer') {
    const number = /^\d{1,10}$/.test(String(value).trim()) ? Number(value) : Number.NaN
    if (number >= (min ?? 0) && number <= (max ?? 0)) return null
    return email.mustBe.integer((min ?? 0).toLocaleString('en'), (max ?? 0).toLocaleString('en'))
  }
  if (type === 'text') {
    const length = String(value ?? '').length
    const isFilled = String(value ?? '').trim().length >= (min ?? 0)
    return isFilled && length <= (max ?? 0) ? null : email.mustBe.text(min ?? 0, max ?? 0)
  }
  return null
}

/** The body of the PATCH: numbers as numbers. */
export function bodyOf(
  draft: Draft,
  settings: readonly EmailSettingState[],
): Record<string, EmailSettingValue> {
  return Object.fromEntries(
    [...draft].map(([name, value]) => {
      const setting = settings.find((one) => one.name === name)
      return [name, setting?.type === 'integer' ? Number(value) : value]
    }),
  )
}

/** Means nothing without another one, which is off. */
export function isIdle(
  setting: EmailSettingState,
  settings: readonly EmailSettingState[],
  draft: Draft,
): boolean {
  const other = settings.find((one) => one.name === setting.onlyWith)
  return other !== undefined && shownValue(draft, other) !== true
}

/** A value in words. */
export function valueText(setting: EmailSettingState, value: EmailSettingValue): string {
  if (setting.type === 'boolean') return value === true ? common.on : common.off
  if (setting.type === 'choice') {
    return setting.options.find((option) => option.value === value)?.label ?? String(value)
  }
  if (value === null) return email.noProfile
  if (setting.type !== 'integer') return String(value)
  const number = Number(value).toLocaleString('en')
  return setting.unit === null ? number : `${number} ${setting.unit}`
}

/**
 * How the first token of the first person reads: prefix, base number, person, message. Null where
 * tokens are off or a part of it is wrong.
 */
export function tokenPreview(settings: readonly EmailSettingState[], draft: Draft): string | null {
  const value = (name: string) => {
    const setting = settings.find((one) => one.name === name)
    if (setting === undefined) return null
    const shown = shownValue(draft, setting)
    return faultOf(setting, shown) === null ? shown : null
  }
  const prefix = value('trackingprefix')
  const base = value('trackingtokenidbase')
  const person = value('trackingtokeniddigits')
  const counter = value('trackingcounterdigits')
  if (value('usetrackingtokens') !== true) return null
  if (prefix === null || base === null || person === null || counter === null) return null
  const first = (digits: EmailSettingValue) => '1'.padStart(Number(digits), '0')
  return `${prefix}${Number(base)}${first(person)}${first(counter)}`
}

export interface CategoryView {
  readonly isDone: boolean
  readonly done: number
  readonly total: number
  /** 0 to 1 */
  readonly share: number
  readonly text: string
}

export function categoryView({ isOn, totals }: CategoryProgress): CategoryView {
  const texts = email.category
  const open = totals.waiting + totals.failing
  const done = isOn ? totals.provisioned : totals.removed
  const total = done + open
  const isDone = open === 0
  const text =
    total === 0
      ? texts.noMailboxes
      : isDone
        ? (isOn ? texts.doneOn : texts.doneOff)(total)
        : (isOn ? texts.progressOn : texts.progressOff)(done, total)
  return { isDone, done, total, share: total === 0 ? 1 : done / total, text }
}
