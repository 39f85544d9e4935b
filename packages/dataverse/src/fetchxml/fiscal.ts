import type { Column } from '../catalogue/types.ts'
import { FISCAL_YEARS, fiscalFilter, fiscalRange } from '../odata/fiscal.ts'
import type { FilterExpression } from '../odata/types.ts'
import { quoteShort } from '../settings/value.ts'
import { FetchFault } from './fault.ts'
import type { XmlAttribute } from './xml.ts'

const YEAR_AND_PERIOD: readonly string[] = [
  'in-fiscal-period-and-year',
  'in-or-after-fiscal-period-and-year',
  'in-or-before-fiscal-period-and-year',
]

/**
 * Operators that name a fiscal year by its number. Null for any other. `values` are as the document
 * has them.
 */
export function fiscalExpression(
  operator: string,
  column: Column,
  values: readonly XmlAttribute[],
  at: number,
): FilterExpression | null {
  if (operator === 'in-fiscal-year') {
    expectValues(operator, values, 1, at)
    const { from, to } = fiscalRange(number(values[0]!, ...FISCAL_YEARS), null)
    return fiscalFilter({ column }, from, to)
  }
  if (!YEAR_AND_PERIOD.includes(operator)) return null
  expectValues(operator, values, 2, at)
  const period = number(values[0]!, 1, 4)
  const { from, to } = fiscalRange(number(values[1]!, ...FISCAL_YEARS), period)
  return fiscalFilter(
    { column },
    operator === 'in-or-before-fiscal-period-and-year' ? null : from,
    operator === 'in-or-after-fiscal-period-and-year' ? null : to,
  )
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
