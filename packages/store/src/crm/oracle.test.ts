import { parseQuery, type Query, tableByEntitySet } from '@trackmark/dataverse'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, monthsLater, sundayOf } from '../../test/calendar.ts'
import { CALLER, NOW, ORG, type Sample, samples, storeSamples } from '../../test/samples.ts'
import { KINDS, migratedDatabase, type TestDatabase } from '../../test/support.ts'
import { EVERYTHING, type Reader, readPage } from './index.ts'

/*
 * Conditions are made as OData text together with what they mean, said in plain TypeScript: neither
 * the parser's tree nor `evaluate` takes part in what is expected.
 */
interface Claim {
  readonly text: string
  readonly holds: (row: Sample) => boolean
}

const emails = tableByEntitySet('emails')!

function query(text: string): Query {
  const parsed = parseQuery(emails, text)
  if (!parsed.ok) throw new Error(`${parsed.error.message}: ${text}`)
  return parsed.query
}

const filterQuery = (text: string): Query => query(`$filter=${encodeURIComponent(text)}`)

type Order = (a: string | number, b: string | number) => boolean
const OPERATORS: readonly (readonly [string, Order])[] = [
  ['gt', (a, b) => a > b],
  ['ge', (a, b) => a >= b],
  ['lt', (a, b) => a < b],
  ['le', (a, b) => a <= b],
]

type Value = string | number | boolean | null

/** Texts without case; instants by their milliseconds. */
const plain = (value: Value): Value => (typeof value === 'string' ? value.toLowerCase() : value)

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`

interface Property {
  readonly name: string
  readonly value: (row: Sample) => Value
  readonly literals: readonly (string | number | boolean)[]
  readonly write: (value: never) => string
  readonly isOrdered: boolean
}

const texts = ['offer', 'OFFER 2', "o'hara", '100%', 'a_b', '', 'zebra', '注文', 'ÄRGER']
const property = (
  name: string,
  value: Property['value'],
  literals: Property['literals'],
  kind: 'text' | 'number' | 'plain' = 'number',
): Property => ({
  name,
  value,
  literals,
  write: kind === 'text' ? (quote as Property['write']) : (String as Property['write']),
  isOrdered: kind !== 'plain',
})

const instants = [NOW, addDays(NOW, -1), addDays(NOW, 30)]
const PROPERTIES: readonly Property[] = [
  property('subject', (row) => row.subject, texts, 'text'),
  property('attachmentcount', (row) => row.attachmentcount, [0, 1, 2, 5]),
  property('statuscode', (row) => row.statuscode, [1, 3, 4]),
  property('directioncode', (row) => row.directioncode, [true, false], 'plain'),
  property('_ownerid_value', (row) => row.owner?.id ?? null, [CALLER], 'plain'),
  property(
    'owninguser_email/fullname',
    (row) => row.owner?.name ?? null,
    ['ada byron', 'x'],
    'text',
  ),
  property(
    'regardingobjectid_contact_email/lastname',
    (row) => row.contact?.name ?? null,
    ['Meyer', 'Zuse'],
    'text',
  ),
]

const claim = (text: string, holds: Claim['holds']): Claim => ({ text, holds })

const arbCompare: fc.Arbitrary<Claim> = fc
  .constantFrom(...PROPERTIES)
  .chain((one) => fc.tuple(fc.constant(one), fc.constantFrom(...one.literals), fc.nat(8)))
  .map(([one, literal, kind]) => {
    const written = one.write(literal as never)
    const own = plain(literal)
    const of = (row: Sample): Value => plain(one.value(row))
    if (kind === 0) return claim(`${one.name} eq null`, (row) => of(row) === null)
    if (kind === 1) return claim(`${one.name} ne null`, (row) => of(row) !== null)
    if (kind === 2 || !one.isOrdered)
      return claim(`${one.name} eq ${written}`, (row) => of(row) === own)
    if (kind === 3) return claim(`${one.name} ne ${written}`, (row) => of(row) !== own)
    if (kind === 4)
      return claim(`${one.name} in (${written},null)`, (row) => [own, null].includes(of(row)))
    const [operator, compare] = OPERATORS[kind - 5]!
    return claim(`${one.name} ${operator} ${written}`, (row) => {
      const value = of(row)
      return value !== null && compare(value as string, own as string)
    })
  })

const arbText: fc.Arbitrary<Claim> = fc
  .tuple(
    fc.constantFrom('contains', 'startswith', 'endswith'),
    fc.constantFrom(...texts, 'F', '%', '_'),
  )
  .map(([name, part]) =>
    claim(`${name}(subject,${quote(part)})`, ({ subject }) => {
      const value = subject?.toLowerCase()
      const wanted = part.toLowerCase()
      if (value === undefined) return false
      if (name === 'contains') return value.includes(wanted)
      return name === 'startswith' ? value.startsWith(wanted) : value.endsWith(wanted)
    }),
  )

const call = (name: string, column: string, value = ''): string =>
  `Microsoft.Dynamics.CRM.${name}(PropertyName='${column}'${value})`

const day = (iso: string): string => iso.slice(0, 10)
const month = (iso: string): string => iso.slice(0, 7)
const year = (iso: string): string => iso.slice(0, 4)
const today = day(NOW)
/** Quarters since the year 0. */
const quarter = (iso: string): number =>
  4 * Number(year(iso)) + Math.floor((Number(iso.slice(5, 7)) - 1) / 3)

/** Each function of dates, by what it says of an instant as ISO text. */
const DATES: Readonly<Record<string, (at: string) => boolean>> = {
  Yesterday: (at) => day(at) === day(addDays(NOW, -1)),
  Today: (at) => day(at) === today,
  Tomorrow: (at) => day(at) === day(addDays(NOW, 1)),
  Last7Days: (at) => day(at) >= day(addDays(NOW, -7)) && at <= NOW,
  Next7Days: (at) => at >= NOW && day(at) <= day(addDays(NOW, 7)),
  LastWeek: (at) => sundayOf(at) === sundayOf(addDays(NOW, -7)),
  ThisWeek: (at) => sundayOf(at) === sundayOf(NOW),
  NextWeek: (at) => sundayOf(at) === sundayOf(addDays(NOW, 7)),
  LastMonth: (at) => month(at) === month(monthsLater(NOW, -1)),
  ThisMonth: (at) => month(at) === month(NOW),
  NextMonth: (at) => month(at) === month(monthsLater(NOW, 1)),
  LastYear: (at) => Number(year(at)) === Number(year(NOW)) - 1,
  ThisYear: (at) => year(at) === year(NOW),
  NextYear: (at) => Number(year(at)) === Number(year(NOW)) + 1,
  LastFiscalYear: (at) => Number(year(at)) === Number(year(NOW)) - 1,
  ThisFiscalYear: (at) => year(at) === year(NOW),
  NextFiscalYear: (at) => Number(year(at)) === Number(year(NOW)) + 1,
  LastFiscalPeriod: (at) => quarter(at) === quarter(NOW) - 1,
  ThisFiscalPeriod: (at) => quarter(at) === quarter(NOW),
  NextFiscalPeriod: (at) => quarter(at) === quarter(NOW) + 1,
}

const later = (unit: string, count: number): string => {
  if (unit === 'Months') return monthsLater(NOW, count)
  if (unit === 'Years') return monthsLater(NOW, 12 * count)
  if (unit === 'Days' || unit === 'Weeks') return addDays(NOW, unit === 'Weeks' ? 7 * count : count)
  const ms = unit === 'Hours' ? 3_600_000 : 60_000
  return new Date(Date.parse(NOW) + count * ms).toISOString()
}

const isOfDay = (unit: string): boolean => unit !== 'Hours' && unit !== 'Minutes'

const COUNTED: Readonly<Record<string, (at: string, unit: string, count: number) => boolean>> = {
  LastX: (at, unit, n) => {
    const from = later(unit, -n)
    return at <= NOW && (isOfDay(unit) ? day(at) >= day(from) : at >= from)
  },
  NextX: (at, unit, n) => {
    const to = later(unit, n)
    return at >= NOW && (isOfDay(unit) ? day(at) <= day(to) : at <= to)
  },
  OlderThanX: (at, unit, n) => {
    const before = later(unit, -n)
    return isOfDay(unit) ? day(at) < day(before) : at < before
  },
}

const UNITS = ['Hours', 'Days', 'Weeks', 'Months', 'Years']
const COUNTED_NAMES: readonly (readonly [string, string])[] = [
  ...Object.keys(COUNTED).flatMap((kind) => UNITS.map((unit) => [kind, unit] as const)),
  ['OlderThanX', 'Minutes'],
]

const dated = (text: string, holds: (at: string) => boolean): Claim =>
  claim(text, ({ senton }) => senton !== null && holds(senton))

const CALENDAR: readonly Claim[] = Object.entries(DATES).map(([name, holds]) =>
  dated(call(name, 'senton'), holds),
)

const COUNTS: readonly Claim[] = COUNTED_NAMES.flatMap(([kind, unit]) =>
  [1, 2, 5, 2_000_000_000].map((n) =>
    dated(call(`${kind}${unit}`, 'senton', `,PropertyValue=${n}`), (at) =>
      n > 5
        ? kind !== 'OlderThanX' && COUNTED[kind]!(at, 'Years', 500)
        : COUNTED[kind]!(at, unit, n),
    ),
  ),
)

/** Whole years and quarters before and after that of now, and those with numbers. */
const FISCAL: readonly Claim[] = [
  ...[1, 2, 7].flatMap((n) =>
    (['Years', 'Periods'] as const).flatMap((unit) => {
      const away = (at: string): number =>
        unit === 'Years' ? Number(year(at)) - Number(year(NOW)) : quarter(at) - quarter(NOW)
      const given = `,PropertyValue=${n}`
      return [
        dated(call(`LastXFiscal${unit}`, 'senton', given), (at) => away(at) < 0 && away(at) >= -n),
        dated(call(`NextXFiscal${unit}`, 'senton', given), (at) => away(at) > 0 && away(at) <= n),
      ]
    }),
  ),
  dated(
    call('LastXFiscalYears', 'senton', ',PropertyValue=2000000000'),
    (at) => year(at) < year(NOW),
  ),
  dated(
    call('NextXFiscalPeriods', 'senton', ",PropertyValue='2000000000'"),
    (at) => quarter(at) > quarter(NOW),
  ),
  dated(call('LastXFiscalYears', 'senton', ',PropertyValue=1950'), (at) => year(at) < year(NOW)),
  dated(
    call('InFiscalYear', 'senton', `,PropertyValue=${year(NOW)}`),
    (at) => year(at) === year(NOW),
  ),
  ...[0, 1, 2, 3].flatMap((index) => {
    const wanted = 4 * Number(year(NOW)) + index
    const given = `,PropertyValue1=${index + 1},PropertyValue2=${year(NOW)}`
    return [
      dated(call('InFiscalPeriodAndYear', 'senton', given), (at) => quarter(at) === wanted),
      dated(call('InOrAfterFiscalPeriodAndYear', 'senton', given), (at) => quarter(at) >= wanted),
      dated(call('InOrBeforeFiscalPeriodAndYear', 'senton', given), (at) => quarter(at) <= wanted),
    ]
  }),
]

const DAYS: readonly Claim[] = instants.flatMap((at) => [
  dated(call('On', 'senton', `,PropertyValue='${day(at)}'`), (value) => day(value) === day(at)),
  dated(call('OnOrAfter', 'senton', `,PropertyValue=${at}`), (value) => day(value) >= day(at)),
  dated(
    call('OnOrBefore', 'senton', `,PropertyValue=${day(at)}`),
    (value) => day(value) <= day(at),
  ),
])

const EVER = dated(call('OnOrBefore', 'senton', ',PropertyValue=9999-12-31'), () => true)

const values = (...items: readonly string[]): string => `,PropertyValues=${JSON.stringify(items)}`

const OTHERS: readonly Claim[] = [
  claim(call('In', 'statuscode', values('1', '4')), (row) => [1, 4].includes(row.statuscode)),
  claim(call('NotIn', 'statuscode', values('1', '4')), (row) => ![1, 4].includes(row.statuscode)),
  claim(call('In', 'ownerid', values(CALLER)), (row) => row.owner?.id === CALLER),
  claim(call('In', 'subject', values("O'Hara", 'zebra')), (row) =>
    ["o'hara", 'zebra'].includes(row.subject?.toLowerCase() ?? '-'),
  ),
  claim(
    call('Between', 'attachmentcount', values('1', '3')),
    ({ attachmentcount: n }) => n !== null && n >= 1 && n <= 3,
  ),
  claim(
    call('NotBetween', 'attachmentcount', values('1', '3')),
    ({ attachmentcount: n }) => n === null || n < 1 || n > 3,
  ),
  claim(
    call('Between', 'senton', values('2026-01-01', NOW)),
    ({ senton }) => senton !== null && senton >= '2026-01-01' && senton <= NOW,
  ),
  claim(call('EqualUserId', 'ownerid'), (row) => row.owner?.id === CALLER),
  claim(call('EqualUserOrUserTeams', 'ownerid'), (row) => row.owner?.id === CALLER),
  claim(call('EqualUserOrUserHierarchy', 'ownerid'), (row) => row.owner?.id === CALLER),
  claim(call('EqualUserOrUserHierarchyAndTeams', 'ownerid'), (row) => row.owner?.id === CALLER),
  claim(call('EqualUserTeams', 'ownerid'), () => false),
  claim(call('NotEqualUserId', 'ownerid'), (row) => row.owner?.id !== CALLER),
  claim(call('EqualBusinessId', 'owningbusinessunit'), () => false),
  claim(call('NotEqualBusinessId', 'owningbusinessunit'), () => true),
  claim(call('Contains', 'subject', ",PropertyValue='ff'"), ({ subject }) =>
    /ff/i.test(subject ?? ''),
  ),
  claim(call('BeginsWith', 'subject', ",PropertyValue='O'"), ({ subject }) =>
    /^o/i.test(subject ?? ''),
  ),
  claim(
    call('DoesNotBeginWith', 'subject', ",PropertyValue='O'"),
    ({ subject }) => !/^o/i.test(subject ?? ''),
  ),
  claim(call('EndsWith', 'subject', ",PropertyValue='2'"), ({ subject }) =>
    /2$/.test(subject ?? ''),
  ),
  claim(
    call('DoesNotEndWith', 'subject', ",PropertyValue='2'"),
    ({ subject }) => !/2$/.test(subject ?? ''),
  ),
  claim('senton gt createdon', (row) => row.senton !== null && row.senton > row.createdon),
  claim('not (senton gt createdon)', (row) => row.senton === null || row.senton <= row.createdon),
  claim('subject eq sender', (row) => row.subject?.toLowerCase() === row.sender?.toLowerCase()),
  claim('subject ne sender', (row) => row.subject?.toLowerCase() !== row.sender?.toLowerCase()),
  claim(
    `owninguser_email/${call('In', 'fullname', values('Ada Byron'))}`,
    (row) => row.owner?.name === 'Ada Byron',
  ),
]

const PARTY = 'email_activity_parties'
const LAMBDAS: readonly Claim[] = [
  claim(`${PARTY}/any()`, (row) => row.parties.length > 0),
  claim(`not ${PARTY}/any()`, (row) => row.parties.length === 0),
  claim(`${PARTY}/any(p:p/participationtypemask eq 2)`, (row) =>
    row.parties.some((p) => p.mask === 2),
  ),
  claim(`${PARTY}/all(p:p/participationtypemask eq 2)`, (row) =>
    row.parties.every((p) => p.mask === 2),
  ),
  claim(`${PARTY}/any(p:p/addressused eq null or contains(p/addressused,'ADA'))`, (row) =>
    row.parties.some((p) => p.address === null || p.address.includes('ada')),
  ),
  claim(`${PARTY}/all(p:not (p/addressused eq null) and p/participationtypemask in (1,2))`, (row) =>
    row.parties.every((p) => p.address !== null && p.mask <= 2),
  ),
  claim(
    `${PARTY}/any(p:p/partyid_systemuser/fullname eq 'ADA BYRON' and p/participationtypemask ne 1)`,
    (row) => row.parties.some((p) => p.userName === 'Ada Byron' && p.mask !== 1),
  ),
  claim(`${PARTY}/any(p:p/Microsoft.Dynamics.CRM.EqualUserId(PropertyName='partyid'))`, (row) =>
    row.parties.some((p) => p.userId === CALLER),
  ),
]

const EVERY = [...CALENDAR, ...COUNTS, ...FISCAL, ...DAYS, EVER, ...OTHERS, ...LAMBDAS]

const arbClaim: fc.Arbitrary<Claim> = fc.letrec<{ tree: Claim }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'claim' },
    arbCompare,
    arbText,
    fc.constantFrom(...EVERY),
    tie('tree').map((one) => claim(`not (${one.text})`, (row) => !one.holds(row))),
    fc
      .tuple(fc.boolean(), fc.array(tie('tree'), { minLength: 2, maxLength: 3 }))
      .map(([isAnd, items]) =>
        claim(items.map((one) => `(${one.text})`).join(isAnd ? ' and ' : ' or '), (row) =>
          isAnd ? items.every((one) => one.holds(row)) : items.some((one) => one.holds(row)),
        ),
      ),
  ),
})).tree

const related = (text: string): number =>
  text.split(PARTY).length + text.split('/fullname').length + text.split('/lastname').length

describe.each(KINDS)(
  'on %s',
  (kind) => {
    let made: TestDatabase
    let reader: Reader
    beforeAll(async () => {
      made = await migratedDatabase(kind)
      await storeSamples(made.database)
      const context = {
        now: Date.parse(NOW),
        userId: CALLER,
        businessUnitId: null,
        reach: EVERYTHING,
      }
      reader = { run: made.database.query, organizationId: ORG, context }
    })
    afterAll(() => made.drop())

    const found = async (wanted: Query): Promise<readonly string[]> =>
      (await readPage(reader, { query: wanted, pageSize: 5000 })).rows.map((row) => row.id)
    const expected = (one: Claim): readonly string[] =>
      samples
        .filter(one.holds)
        .map((row) => row.id)
        .sort()

    test.each(EVERY)('$text finds what it says', async (one) => {
      expect(await found(filterQuery(one.text))).toEqual(expected(one))
    })

    test('random trees of conditions find what they say', async () => {
      const law = fc.asyncProperty(arbClaim, async (one) => {
        fc.pre(one.text.length < 8000 && related(one.text) <= 12)
        expect(await found(filterQuery(one.text))).toEqual(expected(one))
      })
      await fc.assert(law, { numRuns: 400 })
    })

    test('pages of any size and order hold each row once, in order', async () => {
      const orders = [
        'subject',
        'senton',
        'createdon',
        'attachmentcount',
        'owninguser_email/fullname',
      ]
      const arbOrder = fc.uniqueArray(
        fc.tuple(fc.constantFrom(...orders), fc.constantFrom('asc', 'desc')),
        { maxLength: 3, selector: ([name]) => name },
      )
      const law = fc.asyncProperty(
        arbClaim,
        arbOrder,
        fc.integer({ min: 1, max: 40 }),
        async (one, order, size) => {
          fc.pre(one.text.length < 4000 && related(one.text) <= 11)
          const orderBy = order.map((item) => item.join(' ')).join(',')
          const text = `$filter=${encodeURIComponent(one.text)}${orderBy ? `&$orderby=${orderBy}` : ''}`
          const whole = await found(query(text))
          const paged: string[] = []
          let token: string | null = null
          do {
            const page = await readPage(reader, {
              query: { ...query(text), skipToken: token },
              pageSize: size,
            })
            expect(page.rows.length).toBeLessThanOrEqual(size)
            paged.push(...page.rows.map((row) => row.id))
            token = page.next
          } while (token !== null)
          expect(paged).toEqual(whole)
          expect(paged.toSorted()).toEqual(expected(one))
        },
      )
      await fc.assert(law, { numRuns: 60 })
    })
  },
  120_000,
)
