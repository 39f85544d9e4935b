import type { AuditedChange } from '@trackmark/admin-api'
import { audit } from '../../strings/audit.ts'

const SHOWN_MAX = 3
const LENGTH_MAX = 60

/** A change in words: `State: Active → Inactive`. */
export function changeText({ name, label, from, to }: AuditedChange): string {
  const event = audit.events[name]
  if (event !== undefined) return event(valueText(to))
  return audit.change(label, valueText(from), valueText(to))
}

const valueText = (value: string | null): string => {
  if (value === null || value === '') return audit.nothing
  return value.length > LENGTH_MAX ? `${value.slice(0, LENGTH_MAX)}…` : value
}

/** The changes a row has room for, and how many it leaves out. */
export function changesShown(changes: readonly AuditedChange[]): {
  readonly shown: readonly AuditedChange[]
  readonly more: number
} {
  return changes.length <= SHOWN_MAX
    ? { shown: changes, more: 0 }
    : { shown: changes.slice(0, SHOWN_MAX - 1), more: changes.length - SHOWN_MAX + 1 }
}

/** What is searched for, as it stands in the address. */
export interface AuditSearch {
  readonly table?: string
  readonly search?: string
  /** Days, as in 2026-11-26. */
  readonly from?: string
  readonly to?: string
}

export function readSearch(raw: Readonly<Record<string, unknown>>): AuditSearch {
  const text = (name: string) => {
    const value = raw[name]
    return typeof value === 'string' && value !== '' ? { [name]: value } : {}
  }
  const day = (name: string) =>
    /^\d{4}-\d\d-\d\d$/.test(String(raw[name])) ? { [name]: String(raw[name]) } : {}
  return { ...text('table'), ...text('search'), ...day('from'), ...day('to') }
}

/** The instants of the server's question: whole days, in this browser's time zone. */
export function instantsOf({ from, to }: AuditSearch): { from?: string; to?: string } {
  const start = (day: string, more: number) => {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number]
    return new Date(year, month - 1, date + more).toISOString()
  }
  return {
    ...(from === undefined ? {} : { from: start(from, 0) }),
    ...(to === undefined ? {} : { to: start(to, 1) }),
  }
}
