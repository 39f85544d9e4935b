import type { RecurrencePattern } from '@trackmark/core'
import type { WireRecurrence } from './schemas.ts'
import { isNever, UnmappableError } from './times.ts'

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const INDEXES = ['first', 'second', 'third', 'fourth', 'last']
const TYPES: readonly RecurrencePattern['type'][] = [
  'daily',
  'weekly',
  'absoluteMonthly',
  'relativeMonthly',
  'absoluteYearly',
  'relativeYearly',
]

/**
 * Graph fills unused properties of a pattern with zeros, `first` and `sunday`. They become null,
 * because the same values have a meaning in other patterns (resource `recurrencePattern`).
 */
export function mapRecurrence(wire: WireRecurrence): RecurrencePattern | null {
  if (!wire) return null
  const pattern = wire.pattern ?? {}
  const range = wire.range ?? {}
  const type = TYPES.find((known) => known.toLowerCase() === pattern.type?.toLowerCase())
  if (!type) throw new UnmappableError('recurrence.pattern.type is a kind nobody knows')
  const startDate = dateOf('recurrence.range.startDate', range.startDate)
  if (startDate === null) throw new UnmappableError('recurrence.range.startDate is missing')
  const onDays = type === 'weekly' || type.startsWith('relative')
  return {
    type,
    interval: pattern.interval || 1,
    daysOfWeek: onDays ? (pattern.daysOfWeek ?? []).map(dayOf) : [],
    dayOfMonth: type.startsWith('absolute') ? pattern.dayOfMonth || null : null,
    month: type.endsWith('Yearly') ? pattern.month || null : null,
    index: type.startsWith('relative') ? indexOf(pattern.index ?? 'first') : null,
    firstDayOfWeek: type === 'weekly' ? dayOf(pattern.firstDayOfWeek ?? 'sunday') : null,
    startDate,
    endDate: isRange(range.type, 'endDate')
      ? dateOf('recurrence.range.endDate', range.endDate)
      : null,
    occurrences: isRange(range.type, 'numbered') ? range.numberOfOccurrences || null : null,
  }
}

function isRange(type: string | null | undefined, wanted: string): boolean {
  return type?.toLowerCase() === wanted.toLowerCase()
}

function dayOf(name: string): number {
  const day = DAYS.indexOf(name.toLowerCase())
  if (day < 0) throw new UnmappableError('recurrence.pattern names a day nobody knows')
  return day
}

function indexOf(name: string): number {
  const index = INDEXES.indexOf(name.toLowerCase())
  if (index < 0) throw new UnmappableError('recurrence.pattern.index is a word nobody knows')
  return index + 1
}

function dateOf(property: string, text: string | null | undefined): string | null {
  if (!text || isNever(text)) return null
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new UnmappableError(`${property} isn't a date`)
  return text
}
