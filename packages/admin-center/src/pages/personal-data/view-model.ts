import type { RetentionSettings } from '@trackmark/admin-api'

export type RetentionName = keyof RetentionSettings
/** What stands in the fields; empty = for ever. */
export type Draft = Readonly<Record<RetentionName, string>>

export const NAMES: readonly RetentionName[] = ['bodies', 'trail', 'audit', 'signInAttempts']
const DAYS_MAX = 36_500

export const draftOf = (stored: RetentionSettings): Draft => ({
  bodies: textOf(stored.bodies),
  audit: textOf(stored.audit),
  signInAttempts: textOf(stored.signInAttempts),
  trail: textOf(stored.trail),
})

const textOf = (days: number | null): string => (days === null ? '' : String(days))

/** @returns days; null = for ever; undefined = that is no number of days */
export function daysIn(text: string): number | null | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const days = /^\d{1,5}$/.test(trimmed) ? Number(trimmed) : 0
  return days >= 1 && days <= DAYS_MAX ? days : undefined
}

export const faultsIn = (draft: Draft): readonly RetentionName[] =>
  NAMES.filter((name) => daysIn(draft[name]) === undefined)

/** What is to be written; fields that can't be read are left out. */
export function changesIn(draft: Draft, stored: RetentionSettings): Partial<RetentionSettings> {
  const changed = NAMES.map((name) => [name, daysIn(draft[name])] as const).filter(
    ([name, days]) => days !== undefined && days !== stored[name],
  )
  return Object.fromEntries(changed)
}

/** What will be kept for less time than now: saving deletes. */
export function shortened(
  changes: Partial<RetentionSettings>,
  stored: RetentionSettings,
): readonly { readonly name: RetentionName; readonly days: number }[] {
  return NAMES.flatMap((name) => {
    const days = changes[name]
    const before = stored[name]
    return typeof days === 'number' && (before === null || days < before) ? [{ name, days }] : []
  })
}

export const isAddress = (text: string): boolean => /^[^@\s]+@[^@\s]+$/.test(text.trim())
