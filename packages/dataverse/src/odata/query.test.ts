import { expect, test } from 'vitest'
import { tableByLogicalName } from '../catalogue/catalogue.ts'
import { formatFilter } from './format.ts'
import { parseQuery, QUERY_LENGTH_MAX } from './query.ts'
import type { FilterExpression, Query, QueryError } from './types.ts'

const email = tableByLogicalName('email')!
const id = '6f9619ff-8b86-d011-b42d-00cf4fc964ff'

function parsed(options: string | [string, string][]): Query {
  const result = parseQuery(email, options)
  if (!result.ok) throw new Error(result.error.message)
  return result.query
}

function filtered(text: string): FilterExpression {
  return parsed([['$filter', text]]).filter!
}

function refused(options: string | [string, string][]): QueryError {
  const result = parseQuery(email, options)
  if (result.ok) throw new Error('accepted')
  expect(result.error.code).toBe('0x80060888')
  return result.error
}

test('a query without options asks for all columns of all rows', () => {
  for (const empty of ['', '?', '&&']) {
    expect(parsed(empty)).toEqual({
      table: email,
      select: null,
      filter: null,
      orderBy: [],
      expand: [],
      top: null,
      count: false,
      skipToken: null,
    })
  }
})

test('the options of a request are read from its encoded text and from pairs alike', () => {
  const text =
    "?$select=subject,_ownerid_value,subject&$filter=subject%20eq%20'a%26b%27%27c'+and+statecode+eq+1" +
    '&$orderby=createdon%20desc,%20subject&$top=50&$count=true&$skiptoken=%3Cx%3E'
  const query = parsed(text)
  expect(query.select?.map((column) => column.logicalName)).toEqual(['subject', 'ownerid'])
  expect(formatFilter(query.filter!)).toBe("subject eq 'a&b''c' and statecode eq 1")
  expect(query.orderBy.map((o) => [o.column.logicalName, o.direction])).toEqual([
    ['createdon', 'desc'],
    ['subject', 'asc'],
  ])
  expect([query.top, query.count, query.skipToken]).toEqual([50, true, '<x>'])
  const pairs = parseQuery(email, new URLSearchParams(text))
  expect(pairs).toEqual({ ok: true, query })
})

test('literals become values of the type their column has', () => {
  const value = (text: string) => {
    const expression = filtered(text)
    return expression.kind === 'compare' ? expression.value : null
  }
  expect(value("subject eq 'it''s'")).toEqual({ kind: 'string', value: "it's" })
  expect(value("subject eq ''")).toEqual({ kind: 'string', value: '' })
  expect(value(`activityid eq ${id.toUpperCase()}`)).toEqual({ kind: 'guid', value: id })
  expect(value(`_regardingobjectid_value ne ${id}`)).toEqual({ kind: 'guid', value: id })
  expect(value('statuscode eq -4')).toEqual({ kind: 'number', value: -4 })
  expect(value('versionnumber gt 9007199254740993')).toEqual({
    kind: 'bigint',
    value: 9007199254740993n,
  })
  expect(value('directioncode eq false')).toEqual({ kind: 'boolean', value: false })
  expect(value('createdon ge 2026-01-31')).toEqual({
    kind: 'datetime',
    value: '2026-01-31T00:00:00.000Z',
  })
  expect(value('createdon lt 2026-01-31T08:00:00%2B01:00'.replace('%2B', '+'))).toEqual({
    kind: 'datetime',
    value: '2026-01-31T07:00:00.000Z',
  })
  expect(value('senton eq null')).toEqual({ kind: 'null' })
})

test('a decimal column takes whole numbers and fractions', () => {
  const statistics = tableByLogicalName('mailboxstatistics')!
  for (const [text, value] of [
    ['1', 1],
    ['-0.5', -0.5],
    ['1e3', 1000],
    ['-0', 0],
  ] as const) {
    const result = parseQuery(statistics, [['$filter', `processtimeintervalinminutes le ${text}`]])
    expect(result).toMatchObject({ ok: true, query: { filter: { value: { value } } } })
  }
})

test('and binds stronger than or, not stronger than both, parentheses strongest', () => {
  const tree = filtered(
    "statecode eq 0 or statecode eq 1 and not contains(subject,'x') or (statecode eq 2)",
  )
  expect(tree).toMatchObject({
    kind: 'or',
    items: [
      { kind: 'compare' },
      { kind: 'and', items: [{ kind: 'compare' }, { kind: 'not', item: { kind: 'text' } }] },
      { kind: 'compare' },
    ],
  })
  expect(filtered('(statecode eq 0 or statecode eq 1) and statuscode eq 1').kind).toBe('and')
})

test.each([
  ["contains(subject,'a,b)')", "contains(subject,'a,b)')"],
  ["startswith( subject , 'a' )", "startswith(subject,'a')"],
  ["endswith(torecipients,'.com')", "endswith(torecipients,'.com')"],
  ['statecode in (0, 1,2)', 'statecode in (0,1,2)'],
  ["subject in('a','b',null)", "subject in ('a','b',null)"],
  [`_ownerid_value in (${id})`, `_ownerid_value in (${id})`],
  ["not(not (subject eq 'a'))", "not (not (subject eq 'a'))"],
  ["not not contains(subject,'a')", "not (not (contains(subject,'a')))"],
  ["(((subject eq 'a')))", "subject eq 'a'"],
  ["subject eq 'and' and subject ne 'or'", "subject eq 'and' and subject ne 'or'"],
  ["activitytypecode eq 'email'", "activitytypecode eq 'email'"],
])('%s is read as %s', (text, formatted) => {
  expect(formatFilter(filtered(text))).toBe(formatted)
})

test.each([
  [
    "nosuch eq 'a'",
    0,
    "Could not find a property named 'nosuch' on type 'Microsoft.Dynamics.CRM.email'.",
  ],
  [`ownerid eq ${id}`, 0, "A lookup is called '_ownerid_value'."],
  ["to eq 'a'", 0, 'party list'],
  ['subject eq 5', 11, "'Edm.String' and 'Edm.Int32' for operator kind 'Equal'"],
  ['statecode eq 1.5', 13, 'whole number'],
  ['statecode eq 2147483648', 13, 'out of the range of Edm.Int32'],
  ['versionnumber eq 9223372036854775808', 17, 'out of the range of Edm.Int64'],
  ["statecode eq 'Open'", 13, "'Edm.Int32' and 'Edm.String'"],
  ['directioncode eq 1', 17, 'true or false'],
  ["createdon gt '2026-01-31'", 13, "'Edm.DateTimeOffset' and 'Edm.String'"],
  ['createdon gt 2026-02-30', 13, 'no date or instant'],
  ['createdon gt 2026-01-31T08:00:00', 13, 'no date or instant'],
  ['statecode in (0,null,true)', 21, "'Edm.Boolean' for operator kind 'In'"],
  [`activityid gt ${id}`, 11, "'gt' can't be used with Edm.Guid"],
  ['directioncode lt true', 14, "'lt' can't be used with Edm.Boolean"],
  ['createdon gt null', 10, "'gt' can't be used with null"],
  ["subject like 'a'", 8, '"like" is no operator'],
  ["subject EQ 'a'", 8, '"EQ" is no operator'],
  ["subject eq 'a", 11, 'unterminated string literal'],
  ["subject eq 'a''", 11, 'unterminated string literal'],
  ['subject eq a', 11, 'no literal'],
  ["subject eq guid'x'", 11, 'no literal'],
  ['subject eq', 10, 'A literal is expected'],
  ['subject', 7, 'An operator is expected'],
  ['', 0, 'a condition is expected'],
  ["subject eq 'a' and", 18, 'a condition is expected'],
  ["subject eq 'a' subject eq 'b'", 15, '"subject" isn\'t expected'],
  ["(subject eq 'a'", 15, "')' is expected"],
  ["subject eq 'a')", 14, '")" isn\'t expected'],
  ["not subject eq 'a'", 0, "'not' needs"],
  ["contains(statecode,'a')", 9, 'works on texts'],
  ['contains(subject,5)', 17, 'in single quotes'],
  ["contains(subject 'a')", 17, "',' is expected"],
  ["contains(subject,'a'", 20, "')' is expected"],
  ["substringof('a',subject)", 0, '"substringof" isn\'t supported'],
  ["Microsoft.Dynamics.CRM.Soon(PropertyName='createdon')", 0, "isn't supported"],
  [
    "Microsoft.Dynamics.CRM.InFiscalPeriod(PropertyName='createdon',PropertyValue=1)",
    0,
    'with its year',
  ],
  [
    "Microsoft.Dynamics.CRM.InFiscalPeriodAndYear(PropertyName='createdon',PropertyValue1=5,PropertyValue2=2026)",
    85,
    'from 1 to 4',
  ],
  ["Microsoft.Dynamics.CRM.Under(PropertyName='activityid')", 0, 'no table here is a hierarchy'],
  ['Microsoft.Dynamics.CRM.Today()', 0, "needs PropertyName='...'"],
  ["Microsoft.Dynamics.CRM.Today(PropertyName='subject')", 0, "'subject' is Edm.String"],
  ["Microsoft.Dynamics.CRM.Today(PropertyName='nosuch')", 42, "named 'nosuch'"],
  ["Microsoft.Dynamics.CRM.Today(PropertyName='createdon',PropertyValue=1)", 0, "doesn't have"],
  ["Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=0)", 72, 'from 1'],
  ["Microsoft.Dynamics.CRM.In(PropertyName='statecode',PropertyValues=[])", 66, 'at least one'],
  ["Microsoft.Dynamics.CRM.In(PropertyName='statecode',PropertyValues=['a'])", 67, 'no literal'],
  [
    "Microsoft.Dynamics.CRM.Between(PropertyName='statecode',PropertyValues=['1'])",
    0,
    'two values',
  ],
  ['email_activity_parties/any(statecode eq 0)', 27, 'A variable and a colon'],
  ['email_activity_parties/all()', 28, "'all' needs a condition"],
  ['email_activity_parties/any(p:addressused eq null)', 29, 'written p/name'],
  ['email_activity_parties/addressused eq null', 0, 'is a collection'],
  ['owninguser/lk_email_createdby/any()', 11, 'behind a lookup'],
  ["owninguser/nosuch eq 'a'", 11, "on type 'Microsoft.Dynamics.CRM.systemuser'"],
  ['owninguser/fullname eq subject', 23, 'same row'],
  ['subject eq statecode', 11, 'incompatible types'],
  ['statecode in ()', 14, 'A literal is expected'],
  ['statecode in 1', 13, "'(' is expected"],
  ['__proto__ eq 1', 0, 'Could not find a property'],
  ["subject eq 'a\u0000b'", 11, 'no column can hold'],
])('%s is refused at position %i', (text, position, message) => {
  const error = refused([['$filter', text]])
  expect(error.message).toContain(message)
  expect(error).toMatchObject({ option: '$filter', position })
  expect(error.message).toContain(`(position ${position} of $filter)`)
})

test.each([
  ['$select=nosuch', "named 'nosuch'"],
  ['$select=subject,', 'name of a property is expected'],
  ['$select=', 'name of a property is expected'],
  ['$select=subject desc', "',' or the end is expected"],
  ['$select=from', 'party list'],
  ['$orderby=createdon down', "'asc' or 'desc' is expected"],
  ['$orderby=nosuch', "named 'nosuch'"],
  ['$orderby=createdon desc,', 'name of a property is expected'],
  ['$top=-1', 'whole number from 0'],
  ['$top=1.5', 'whole number from 0'],
  ['$top=99999999999', 'whole number from 0'],
  ['$count=yes', "'true' or 'false'"],
  ['$skiptoken=', 'token of an earlier answer'],
  ['$top=1&$top=2', 'given twice'],
  ['$expand=nosuch', "named 'nosuch'"],
  ['$expand=subject', 'Only navigation properties can be expanded'],
  ['$expand=owninguser,owninguser', 'names owninguser twice'],
  ['$expand=owninguser($top=1)', 'Only $select and $filter clause'],
  ['$expand=owninguser($levels=2)', '"$levels" can\'t be used inside $expand'],
  ['$expand=owninguser($select=nosuch)', "named 'nosuch'"],
  ['$expand=owninguser($select=fullname', "')' is expected"],
  ['$expand=email_activity_parties/$ref', 'only supported on lookup type'],
  ['$expand=email_activity_parties($count=true)', "can't be used inside $expand"],
  ['$expand=*', "$expand=* isn't supported"],
  ['$search=a', 'query parameter $search is not supported'],
  ['$compute=a', 'query parameter $compute is not supported'],
  ['$format=xml', '"xml" isn\'t supported'],
  ['@p1=a&@p1=b', 'given twice'],
  ['$filter=@p1 eq 1&@p1=nosuch', "named 'nosuch'"],
  ['$filter=subject eq @p1&@p1=5', 'incompatible types'],
  ['$skip=5', '$skip is not supported'],
  ['fetchXml=<fetch/>', 'is not supported'],
  ['$nosuch=1', "isn't known"],
  ['top=1', "isn't known"],
  ['$TOP=1', "isn't known"],
  ['toString=1', "isn't known"],
  ['$filter=%zz', 'percent-encoded'],
  ['%ff=1', 'percent-encoded'],
])('%s is refused: %s', (text, message) => {
  expect(refused(text).message).toContain(message)
})

test('a password takes part in no query', () => {
  const mailbox = tableByLogicalName('mailbox')!
  for (const pair of [
    ['$select', 'password'],
    ['$filter', "password eq 'a'"],
    ['$orderby', 'password'],
  ] as const) {
    expect(parseQuery(mailbox, [pair])).toMatchObject({ ok: false })
  }
})

test('nesting is accepted to 64 levels and refused beyond', () => {
  const nested = (levels: number) => `${'('.repeat(levels)}statecode eq 0${')'.repeat(levels)}`
  expect(filtered(nested(64)).kind).toBe('compare')
  expect(refused([['$filter', nested(65)]]).message).toContain('deeper than 64')
  expect(refused([['$filter', '('.repeat(30_000)]]).message).toContain('deeper than 64')
  expect(refused([['$filter', `${'not '.repeat(8000)}(a)`]]).message).toContain('deeper than 64')
})

test('a long chain of conditions is no deep one', () => {
  const chain = Array.from({ length: 1500 }, () => 'statecode eq 0').join(' or ')
  expect(filtered(chain)).toMatchObject({ kind: 'or', items: { length: 1500 } })
})

test('a query longer than 32 KB is refused before it is read', () => {
  const long = `subject eq '${'a'.repeat(QUERY_LENGTH_MAX)}'`
  expect(refused([['$filter', long]]).message).toContain('longer than 65536')
  expect(refused(`$filter=${'%41'.repeat(QUERY_LENGTH_MAX)}`).message).toContain('longer than')
  expect(refused('a'.repeat(10 * QUERY_LENGTH_MAX)).message).toContain('longer than')
  const fits = `subject eq '${"''".repeat(8000)}'`
  expect(filtered(fits).kind).toBe('compare')
})

const users = tableByLogicalName('systemuser')!

test('a path through lookups and a collection are resolved to navigation properties', () => {
  expect(filtered("owninguser/fullname eq 'Ada'")).toMatchObject({
    kind: 'compare',
    path: [{ name: 'owninguser', target: 'systemuser' }],
    column: { logicalName: 'fullname' },
  })
  const tree = filtered(
    "email_activity_parties/any(p:p/addressused ne null and not contains(p/addressused,'x'))",
  )
  expect(tree).toMatchObject({
    kind: 'lambda',
    quantifier: 'any',
    navigation: { target: 'activityparty' },
    filter: { kind: 'and', items: [{ kind: 'compare' }, { kind: 'not', item: { kind: 'text' } }] },
  })
  expect(filtered('email_activity_parties/any()')).toMatchObject({ filter: null })
})

test('functions take lists in double or single quotes, aliases, and lookups by logical name', () => {
  const name = 'Microsoft.Dynamics.CRM'
  expect(filtered(`${name}.In(PropertyName='statecode',PropertyValues=["1",'2',0])`)).toMatchObject(
    {
      kind: 'in',
      values: [{ value: 1 }, { value: 2 }, { value: 0 }],
    },
  )
  expect(
    filtered(`${name}.In(PropertyName='subject',PropertyValues=["O'Brian","a,b)"])`),
  ).toMatchObject({ values: [{ value: "O'Brian" }, { value: 'a,b)' }] })
  expect(filtered(`${name}.EqualUserId(PropertyName='ownerid')`)).toMatchObject({
    kind: 'function',
    column: { webApiName: '_ownerid_value' },
  })
  const aliased = `$filter=${name}.Between(PropertyName=@p1,PropertyValues=@p2)&@p1='statecode'&@p2=["1","2"]`
  expect(parsed(aliased).filter).toMatchObject({
    function: 'Between',
    values: [{ value: 1 }, { value: 2 }],
  })
  expect(filtered(`${name}.On(PropertyName='createdon',PropertyValue='2026-01-05')`)).toMatchObject(
    {
      values: [{ value: '2026-01-05T00:00:00.000Z' }],
    },
  )
})

test('aliases stand for a property or a value; one that is not given is null', () => {
  const query = parsed("$filter=@p1 eq @p2 or @p1 ne @p3&$orderby=@p1 desc&@p1=subject&@p2='a'")
  expect(query.filter).toMatchObject({
    items: [{ value: { value: 'a' } }, { operator: 'ne', value: { kind: 'null' } }],
  })
  expect(query.orderBy).toMatchObject([{ column: { logicalName: 'subject' }, direction: 'desc' }])
})

test('$expand nests, with options of its own in each parenthesis', () => {
  const query = parsed(
    "$expand=owninguser($select=fullname;$expand=lk_email_createdby($filter=contains(subject,'a;b)');$orderby=createdon desc;$top=3)),createdby/$ref",
  )
  expect(query.expand).toMatchObject([
    {
      navigation: { name: 'owninguser' },
      select: [{ logicalName: 'fullname' }],
      expand: [{ filter: { value: 'a;b)' }, orderBy: [{ direction: 'desc' }], top: 3 }],
    },
    { navigation: { name: 'createdby' }, reference: true },
  ])
})

test('a GUID may stand in quotes, as Dataverse takes it', () => {
  expect(filtered(`activityid eq '${id.toUpperCase()}'`)).toEqual(filtered(`activityid eq ${id}`))
})

test('$select takes a lookup by the name of its navigation property', () => {
  expect(parsed('$select=owninguser').select).toMatchObject([{ webApiName: '_owninguser_value' }])
})

test('$expand is accepted to 10 levels, and 15 related tables in all', () => {
  const nested = (levels: number): string =>
    levels === 0 ? '' : `(${'$expand='}createdby${nested(levels - 1)})`
  const read = (levels: number) =>
    parseQuery(users, [['$expand', `modifiedby${nested(levels - 1)}`]])
  expect(read(10).ok).toBe(true)
  expect(read(11)).toMatchObject({ ok: false })
  const lambdas = (count: number) =>
    Array.from({ length: count }, () => 'email_activity_parties/any()').join(' and ')
  expect(parseQuery(email, [['$filter', lambdas(15)]]).ok).toBe(true)
  expect(refused([['$filter', lambdas(16)]]).message).toContain('exceeded maximum limit')
})
