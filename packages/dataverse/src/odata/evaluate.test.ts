import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbFilter, arbValue, email } from '../../test/arbitrary.ts'
import { columnByLogicalName } from '../catalogue/catalogue.ts'
import { compareRows, evaluate, type Row } from './evaluate.ts'
import { parseQuery } from './query.ts'
import type { FilterExpression } from './types.ts'

const id = '6f9619ff-8b86-d011-b42d-00cf4fc964ff'

function matches(filter: string, row: Row): boolean {
  const result = parseQuery(email, [['$filter', filter]])
  if (!result.ok) throw new Error(result.error.message)
  return evaluate(result.query.filter!, row)
}

test.each([
  ["subject eq 'hello'", { subject: 'HELLO' }, true],
  ["subject eq 'hello'", { subject: 'hell' }, false],
  ["subject gt 'b'", { subject: 'C' }, true],
  ["contains(subject,'ELL')", { subject: 'hello' }, true],
  ["startswith(subject,'H')", { subject: 'hello' }, true],
  ["endswith(subject,'LO')", { subject: 'hello' }, true],
  ["contains(subject,'%')", { subject: 'hello' }, false],
  ["contains(subject,'_')", { subject: 'hello' }, false],
  ["contains(subject,'')", { subject: 'hello' }, true],
  [`_ownerid_value eq ${id}`, { ownerid: id.toUpperCase() }, true],
  ['statecode in (1,2)', { statecode: 2 }, true],
  ['statecode in (1,2)', { statecode: 0 }, false],
  ['directioncode eq true', { directioncode: true }, true],
  ['directioncode ne true', { directioncode: false }, true],
  ['createdon gt 2026-01-31T08:00:00Z', { createdon: new Date('2026-01-31T08:00:01Z') }, true],
  ['createdon le 2026-01-31', { createdon: '2026-01-31T00:00:00.000Z' }, true],
  ['versionnumber gt 9007199254740992', { versionnumber: 9007199254740993n }, true],
  ['versionnumber eq 9007199254740993', { versionnumber: '9007199254740993' }, true],
])('%s on %o is %s', (filter, row, expected) => {
  expect(matches(filter, row)).toBe(expected)
})

test('without a value only "eq null" and "ne a value" hold, and not turns each round', () => {
  for (const empty of [{}, { subject: null }]) {
    expect(matches('subject eq null', empty)).toBe(true)
    expect(matches('subject ne null', empty)).toBe(false)
    expect(matches("subject ne 'a'", empty)).toBe(true)
    expect(matches("subject eq 'a'", empty)).toBe(false)
    expect(matches("subject gt ''", empty)).toBe(false)
    expect(matches("subject le 'zzz'", empty)).toBe(false)
    expect(matches("contains(subject,'')", empty)).toBe(false)
    expect(matches("subject in ('a')", empty)).toBe(false)
    expect(matches("subject in ('a',null)", empty)).toBe(true)
    expect(matches("not contains(subject,'a')", empty)).toBe(true)
    expect(matches("not (subject eq 'a')", empty)).toBe(true)
  }
})

test('rows are ordered without case, those without a value first, the other way round for desc', () => {
  const subject = columnByLogicalName(email, 'subject')!
  const created = columnByLogicalName(email, 'createdon')!
  const rows = [
    { subject: 'b', createdon: '2026-01-01T00:00:00Z' },
    { subject: null, createdon: '2026-01-01T00:00:00Z' },
    { subject: 'A', createdon: '2026-01-01T00:00:00Z' },
    { subject: 'a', createdon: '2026-01-02T00:00:00Z' },
  ]
  const sorted = (direction: 'asc' | 'desc') =>
    rows
      .toSorted((a, b) =>
        compareRows(
          [
            { column: subject, direction },
            { column: created, direction: 'desc' },
          ],
          a,
          b,
        ),
      )
      .map((row) => row.subject)
  expect(sorted('asc')).toEqual([null, 'a', 'A', 'b'])
  expect(sorted('desc')).toEqual(['b', 'a', 'A', null])
  expect(compareRows([], rows[0]!, rows[1]!)).toBe(0)
})

test('texts are ordered by code point, also beyond the basic plane', () => {
  expect(matches("subject gt '\uFFFD'", { subject: '\u{1F600}' })).toBe(true)
})

const arbRow: fc.Arbitrary<Row> = fc
  .tuple(
    ...email.columns
      .filter((column) => column.type !== 'partylist')
      .map((column) =>
        fc
          .option(arbValue(column), { freq: 3 })
          .map(
            (value) =>
              [
                column.logicalName,
                value === null || value.kind === 'null' ? null : value.value,
              ] as const,
          ),
      ),
  )
  .map((entries) => Object.fromEntries(entries))

test('not is the opposite, and the laws of De Morgan hold', () => {
  const law = fc.property(arbFilter, arbFilter, arbRow, (a, b, row) => {
    const not = (item: FilterExpression): FilterExpression => ({ kind: 'not', item })
    expect(evaluate(not(a), row)).toBe(!evaluate(a, row))
    expect(evaluate(not({ kind: 'and', items: [a, b] }), row)).toBe(
      evaluate({ kind: 'or', items: [not(a), not(b)] }, row),
    )
  })
  fc.assert(law)
})

test('ne is the opposite of eq, le of gt where there is a value, in the same as some eq', () => {
  const law = fc.property(
    fc.constantFrom(...email.columns),
    arbRow,
    fc.nat(),
    (column, row, seed) => {
      fc.pre(column.type !== 'partylist')
      const [value] = fc.sample(arbValue(column), { seed, numRuns: 1 })
      const holds = (operator: 'eq' | 'ne' | 'gt' | 'le') =>
        evaluate({ kind: 'compare', column, operator, value: value! }, row)
      expect(holds('ne')).toBe(!holds('eq'))
      if (row[column.logicalName] !== null) expect(holds('le')).toBe(!holds('gt'))
      expect(evaluate({ kind: 'in', column, values: [value!] }, row)).toBe(holds('eq'))
    },
  )
  fc.assert(law)
})
