import type { Column } from '../catalogue/types.ts'
import type { FilterExpression } from '../odata/types.ts'
import { quoteShort } from '../settings/value.ts'
import { FetchFault } from './fault.ts'
import type { XmlAttribute } from './xml.ts'

/**
 * Fiscal operators. The fiscal year is the calendar year and its periods are quarters, which is what
 * an organization has in Dataverse until somebody sets it otherwise; all in UTC.
 */
const RELATIVE: Readonly<Record<string, readonly [unit: 'year' | 'period', from: number]>> = {
  'last-fiscal-year': ['year', -1],
  'this-fiscal-year': ['year', 0],
  'next-fiscal-year': ['year', 1],
  'last-fiscal-period': ['period', -1],
  'this-fiscal-period': ['period', 0],
  'next-fiscal-period': ['period', 1],
}

const COUNTED: Readonly<Record<string, readonly [unit: 'year' | 'period', direction: -1 | 1]>> = {
  'last-x-fiscal-years': ['year', -1],
  'next-x-fiscal-years': ['year', 1],
  'last-x-fiscal-periods': ['period', -1],
  'next-x-fiscal-periods': ['period', 1],
}

const YEAR_AND_PERIOD: readonly string[] = [
  'in-fiscal-period-and-year',
  'in-or-after-fiscal-period-and-year',
  'in-or-before-fiscal-period-and-year',
]

const COUNT_MAX = 100

/** Null for an operator that isn't fiscal. `values` are as the document has them. */
export function fiscalExpression(
  operator: string,
  column: Column,
  values: readonly XmlAttribute[],
  now: number,
  at: number,
): FilterExpression | null {
  if (Object.hasOwn(RELATIVE, operator)) {
    expectValues(operator, values, 0, at)
    const [unit, from] = RELATIVE[operator]!
    return within(column, boundary(unit, now, from), boundary(unit, now, from + 1))
  }
  if (Object.hasOwn(COUNTED, operator)) {
    expectValues(operator, values, 1, at)
    const [unit, direction] = COUNTED[operator]!
    const count = number(values[0]!, 1, COUNT_MAX)
    return direction < 0
      ? within(column, boundary(unit, now, -count), boundary(unit, now, 0))
      : within(column, boundary(unit, now, 1), boundary(unit, now, count + 1))
  }
  if (operator === 'in-fiscal-year') {
    expectValues(operator, values, 1, at)
    const year = number(values[0]!, 1900, 9000)
    return within(column, Date.UTC(year, 0), Date.UTC(year + 1, 0))
  }
  if (!YEAR_AND_PERIOD.includes(operator)) return null
  expectValues(operator, values, 2, at)
  const period = number(values[0]!, 1, 4)
  const year = number(values[1]!, 1900, 9000)
  const start =
    operator === 'in-or-before-fiscal-period-and-year' ? null : Date.UTC(year, 3 * period - 3)
  const end = operator === 'in-or-after-fiscal-period-and-year' ? null : Date.UTC(year, 3 * period)
  return within(column, start, end)
}

/** The first instant of the year or quarter that is `offset` away from that of `now`. */
function boundary(unit: 'year' | 'period', now: number, offset: number): number {
  const date = new Date(now)
  const year = date.getUTCFullYear()
  if (unit === 'year') return Date.UTC(year + offset, 0)
  return Date.UTC(year, 3 * (Math.floor(date.getUTCMonth() / 3) + offset))
}

function within(column: Column, start: number | null, end: number | null): FilterExpression {
  const compare = (operator: 'ge' | 'lt', at: number): FilterExpression => ({
    kind: 'compare',
    column,
    operator,
    value: { kind: 'datetime', value: new Date(at).toISOString() },
  })
  const items = [
    ...(start === null ? [] : [compare('ge', start)]),
    ...(end === null ? [] : [compare('lt', end)]),
  ]
  return items.length === 1 ? items[0]! : { kind: 'and', items }
}

function expectValues(
  operator: string,
  values: readonly XmlAttribute[],
  count: number,
  at: number,
): void {
  if (values.length === count) return
  throw new FetchFault(`'${operator}' takes ${count} values, not ${values.length}.`, at)
}

function number({ text, at }: XmlAttribute, min: number, max: number): number {
  const value = /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return value
  throw new FetchFault(
    `A whole number from ${min} to ${max} is expected, not ${quoteShort(text)}.`,
    at,
  )
}
