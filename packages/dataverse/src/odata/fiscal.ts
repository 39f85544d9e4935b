import type { FilterExpression, Operand } from './types.ts'

/** Range of fiscal years. */
export const FISCAL_YEARS = [1900, 9000] as const

/**
 * A fiscal year, or a period of it, from 1. The fiscal year is the calendar year and its periods are
 * quarters, which is what an organization has in Dataverse until somebody sets it otherwise; in UTC.
 * @returns milliseconds since 1970; `to` isn't included
 */
export function fiscalRange(
  year: number,
  period: number | null,
): { readonly from: number; readonly to: number } {
  const month = period === null ? 0 : 3 * period - 3
  return { from: Date.UTC(year, month), to: Date.UTC(year, month + (period === null ? 12 : 3)) }
}

/** @param from included, `to` isn't; one of them may be null = no bound */
export function fiscalFilter(
  operand: Operand,
  from: number | null,
  to: number | null,
): FilterExpression {
  const compare = (operator: 'ge' | 'lt', at: number): FilterExpression => ({
    kind: 'compare',
    ...operand,
    operator,
    value: { kind: 'datetime', value: new Date(at).toISOString() },
  })
  const items = [
    ...(from === null ? [] : [compare('ge', from)]),
    ...(to === null ? [] : [compare('lt', to)]),
  ]
  return items.length === 1 ? items[0]! : { kind: 'and', items }
}
