import fc from 'fast-check'
import { tableByLogicalName } from '../src/catalogue/catalogue.ts'
import { navigationProperties } from '../src/catalogue/relationships.ts'
import type { Column } from '../src/catalogue/types.ts'
import { edmType } from '../src/odata/literal.ts'
import { RELATED_TABLES_MAX } from '../src/odata/query.ts'
import { relatedTables } from '../src/odata/related.ts'
import type {
  ExpandItem,
  FilterExpression,
  Operand,
  Query,
  QueryValue,
} from '../src/odata/types.ts'

export const email = tableByLogicalName('email')!

const readable = email.columns.filter((column) => column.type !== 'partylist' && !column.secret)
const arbColumn = fc.constantFrom(...readable)

const year = { min: new Date('1990-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z') }

/** Few values each, so that conditions meet rows that equal them. */
export function arbValue(column: Column): fc.Arbitrary<QueryValue> {
  switch (edmType(column)) {
    case 'Edm.Guid':
      return fc.uuid().map((value) => ({ kind: 'guid', value }))
    case 'Edm.Boolean':
      return fc.boolean().map((value) => ({ kind: 'boolean', value }))
    case 'Edm.Int32':
      return fc
        .oneof(fc.integer({ min: 0, max: 3 }), fc.integer())
        .map((value) => ({ kind: 'number', value }))
    case 'Edm.Decimal':
    case 'Edm.Double':
      return fc.integer({ min: -9, max: 9 }).map((value) => ({ kind: 'number', value: value / 2 }))
    case 'Edm.Int64':
      return fc
        .bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
        .map((value) => ({ kind: 'bigint', value }))
    case 'Edm.DateTimeOffset':
      return fc
        .date({ ...year, noInvalidDate: true })
        .map((value) => ({ kind: 'datetime', value: value.toISOString() }))
    default:
      return arbText.map((value) => ({ kind: 'string', value }))
  }
}

export const arbText = fc.oneof(
  fc.constantFrom('', 'a', 'A', "it's", 'Ab', ' and ', '%', '_', ')'),
  fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .filter((text) => !text.includes('\u0000') && text.isWellFormed()),
)

const arbCompare: fc.Arbitrary<FilterExpression> = arbColumn.chain((column) => {
  const type = edmType(column)
  const isOrdered = type !== 'Edm.Guid' && type !== 'Edm.Boolean'
  const equality = fc.constantFrom('eq', 'ne')
  const order = fc.constantFrom('gt', 'ge', 'lt', 'le')
  const nothing = fc.constant<QueryValue>({ kind: 'null' })
  const onEquality = fc.record({
    operator: equality,
    value: fc.oneof(arbValue(column), nothing),
  })
  const onOrder = fc.record({ operator: order, value: arbValue(column) })
  return (isOrdered ? fc.oneof(onEquality, onOrder) : onEquality).map(
    (rest) => ({ kind: 'compare', column, ...rest }) as FilterExpression,
  )
})

const arbIn: fc.Arbitrary<FilterExpression> = arbColumn.chain((column) =>
  fc
    .array(arbValue(column), { minLength: 1, maxLength: 4 })
    .map((values) => ({ kind: 'in', column, values })),
)

const arbTextCall: fc.Arbitrary<FilterExpression> = fc.record({
  kind: fc.constant('text' as const),
  column: fc.constantFrom(...readable.filter((column) => edmType(column) === 'Edm.String')),
  function: fc.constantFrom('contains', 'startswith', 'endswith'),
  value: arbText,
}) as fc.Arbitrary<FilterExpression>

const navigations = navigationProperties(email)
const singles = navigations.filter(
  (one) => one.kind === 'single' && ['systemuser', 'contact'].includes(one.target),
)
const parties = navigations.find((one) => one.name === 'email_activity_parties')!
const partyColumns = tableByLogicalName('activityparty')!.columns

const isReadable = (column: Column): boolean => column.type !== 'partylist' && !column.secret

/** A column reached by a lookup. */
const arbReached: fc.Arbitrary<Operand> = fc.constantFrom(...singles).chain((navigation) => {
  const { columns } = tableByLogicalName(navigation.target)!
  return fc
    .constantFrom(...columns.filter(isReadable))
    .map((column) => ({ path: [navigation], column }))
})

const arbPathCompare: fc.Arbitrary<FilterExpression> = arbReached.chain((operand) =>
  arbValue(operand.column).map((value) => ({ kind: 'compare', ...operand, operator: 'eq', value })),
)

const arbCompareColumns: fc.Arbitrary<FilterExpression> = arbColumn.chain((column) =>
  fc
    .constantFrom(...readable.filter((other) => edmType(other) === edmType(column)))
    .map((other) => ({
      kind: 'compareColumns',
      column,
      operator: 'ne',
      other: { column: other },
    })),
)

const dates = readable.filter((column) => edmType(column) === 'Edm.DateTimeOffset')
const numbers = readable.filter((column) => edmType(column) === 'Edm.Int32')

const arbCall: fc.Arbitrary<FilterExpression> = fc.oneof(
  fc.record({
    kind: fc.constant('function' as const),
    column: fc.constantFrom(...dates),
    function: fc.constantFrom('Today' as const, 'LastWeek' as const, 'Next7Days' as const),
    values: fc.constant([]),
  }),
  fc.record({
    kind: fc.constant('function' as const),
    column: fc.constantFrom(...dates),
    function: fc.constantFrom('LastXMonths' as const, 'OlderThanXMinutes' as const),
    values: fc.tuple(
      fc.integer({ min: 1, max: 99 }).map((value) => ({ kind: 'number' as const, value })),
    ),
  }),
  fc.record({
    kind: fc.constant('function' as const),
    column: fc.constantFrom(...dates),
    function: fc.constantFrom('On' as const, 'OnOrBefore' as const),
    values: fc.tuple(arbValue(dates[0]!)),
  }),
  fc.record({
    kind: fc.constant('function' as const),
    column: fc.constantFrom(...numbers),
    function: fc.constantFrom('Between' as const, 'NotBetween' as const),
    values: fc.tuple(arbValue(numbers[0]!), arbValue(numbers[0]!)),
  }),
)

const arbLambda: fc.Arbitrary<FilterExpression> = fc
  .constantFrom(...partyColumns)
  .chain((column) => fc.tuple(fc.constant(column), arbValue(column), fc.constantFrom('any', 'all')))
  .map(
    ([column, value, quantifier]) =>
      ({
        kind: 'lambda',
        quantifier,
        navigation: parties,
        filter: { kind: 'compare', column, operator: 'ne', value },
      }) as FilterExpression,
  )

/** Trees as the parser makes them: no `and` directly in an `and`, nothing with one item. */
const arbTree: fc.Arbitrary<FilterExpression> = fc.letrec<{ tree: FilterExpression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'filter' },
    arbCompare,
    arbIn,
    arbTextCall,
    arbPathCompare,
    arbCompareColumns,
    arbCall,
    arbLambda,
    fc.record({ kind: fc.constant('not' as const), item: tie('tree') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      items: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
    }),
  ),
})).tree

/** Small enough to be a query by itself. */
export const arbFilter = arbTree.filter(
  (filter) => relatedTables({ filter, orderBy: [], expand: [] }) <= RELATED_TABLES_MAX - 4,
)

const arbExpand: fc.Arbitrary<readonly ExpandItem[]> = fc
  .record({
    top: fc.option(fc.nat()),
    orderBy: fc.array(
      arbReached.map((operand) => ({ ...operand, direction: 'desc' as const })),
      {
        maxLength: 1,
      },
    ),
  })
  .map(({ top, orderBy }) => {
    const none = {
      reference: false,
      select: null,
      filter: null,
      orderBy: [],
      top: null,
      expand: [],
    }
    const inner: ExpandItem = { ...none, navigation: singles[0]!, reference: true }
    const users = tableByLogicalName('systemuser')!
    const many = navigationProperties(users).find((one) => one.name === 'lk_email_createdby')!
    const owner = navigations.find((one) => one.name === 'createdby')!
    return [
      {
        ...none,
        navigation: owner,
        expand: [{ ...none, navigation: many, top, orderBy, expand: [inner] }],
      },
    ]
  })

export const arbQuery: fc.Arbitrary<Query> = fc.record({
  table: fc.constant(email),
  select: fc.option(fc.uniqueArray(arbColumn, { minLength: 1, maxLength: 5 })),
  filter: fc.option(arbFilter),
  orderBy: fc.array(
    fc.record({ column: arbColumn, direction: fc.constantFrom('asc' as const, 'desc' as const) }),
    { maxLength: 3 },
  ),
  expand: fc.oneof(fc.constant([]), arbExpand),
  top: fc.option(fc.nat()),
  count: fc.boolean(),
  skipToken: fc.option(fc.string({ minLength: 1, maxLength: 20 })),
})
