import { navigationProperties, TABLES, type Table, tableByLogicalName } from '@trackmark/dataverse'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KINDS, migratedDatabase, type TestDatabase } from '../../../store/test/support.ts'
import { createTestApp, type Json, type TestApp } from '../support.ts'
import { insertRows, mayNaivelySee, PEOPLE, ROWS, type Rows, type Viewer } from './world.ts'

/**
 * Row-level access. Each viewer reads an organization with everybody's rows, and a System Administrator reads
 * one with only the rows that a naive filter leaves to that viewer. Both must get the same answers.
 */
const [ADA, BOB, EVE] = PEOPLE.map((one) => one.id) as [string, string, string]
const VIEWERS: readonly (Viewer & { readonly name: string })[] = [
  { name: 'ada', id: ADA, role: 'Basic User' },
  { name: 'bob', id: BOB, role: 'Basic User' },
  { name: 'eve', id: EVE, role: 'System Customizer' },
  { name: 'mia', id: ADA, role: 'Sales Manager' },
]

let server: TestApp
const tokens = new Map<string, string>()

async function organization(uniqueName: string, rows: Rows): Promise<void> {
  const made = await server.call('POST', '/api/admin/environments', { body: { uniqueName } })
  expect(made.status).toBe(201)
  const [found] = await server.database.query<{ id: string }>(
    `select organizationid as id from crm.organization where name = $1 or uniquename = $1`,
    [uniqueName],
  )
  await insertRows(server.database, found!.id, rows)
}

async function tokenOf(environment: string, body: object): Promise<string> {
  const answer = await server.call('POST', `/${environment}/api/admin/tokens`, { body })
  expect(answer.body).toMatchObject({ token: expect.any(String) })
  return answer.body.token
}

const PREFER = 'odata.include-annotations="*"'

const as = (name: string, method: string, path: string, body?: unknown) =>
  server.call(method, `/everybody/api/data/v9.2/${path}`, {
    headers: { authorization: `Bearer ${tokens.get(name)}`, prefer: PREFER },
    ...(body === undefined ? {} : { body }),
  })

/** Rows that each organization has from the start have different ids. */
const FIRST = ['systemuser', 'queue', 'usersettings', 'emailserverprofile']

/** Both answers, without what differs between the organizations. */
async function both(name: string, path: string) {
  const seen = await as(name, 'GET', path)
  const left = await server.call('GET', `/${name}/api/data/v9.2/${path}`, {
    headers: { prefer: PREFER },
  })
  const plain = ({ status, body }: { status: number; body: Json }, organization: string) => ({
    status,
    body: JSON.parse(JSON.stringify(body).replaceAll(`/${organization}/api`, '/api')),
  })
  return { seen: plain(seen, 'everybody'), left: plain(left, name) }
}

/** Tables with rows from `ROWS` only, and the union of the activities. */
const ASKED: readonly Table[] = TABLES.filter(
  ({ logicalName }) =>
    (Object.hasOwn(ROWS, logicalName) || logicalName === 'activitypointer') &&
    !FIRST.includes(logicalName) &&
    logicalName !== 'serviceendpoint',
)
const isAsked = (name: string): boolean => ASKED.some((table) => table.logicalName === name)

/** The business unit has another id in each organization. */
const columnsOf = (table: Table) =>
  table.columns.filter(
    ({ physical, secret, targets }) =>
      physical !== null && !secret && !targets.includes('businessunit'),
  )
const navigationsOf = (table: Table) =>
  navigationProperties(table).filter(
    (one) => (isAsked(one.target) || one.target === 'systemuser') && one.through === undefined,
  )

const arbColumn = (table: Table) =>
  fc.constantFrom(...columnsOf(table)).map((column) => column.webApiName)

/** Conditions on columns, through lookups and over collections. */
function arbFilter(table: Table, prefix: string, depth: number): fc.Arbitrary<string> {
  const simple = fc
    .tuple(arbColumn(table), fc.constantFrom('eq', 'ne'))
    .map(([name, operator]) => `${prefix}${name} ${operator} null`)
  if (depth === 0) return simple
  const navigations = navigationsOf(table)
  const inner = fc.constantFrom(...navigations).chain((navigation) => {
    const target = tableByLogicalName(navigation.target)!
    const name = `${prefix}${navigation.name}`
    if (navigation.kind === 'single') {
      return fc
        .tuple(arbColumn(target), fc.constantFrom('eq', 'ne'))
        .map(([column, operator]) => `${name}/${column} ${operator} null`)
    }
    const variable = `x${depth}`
    return fc
      .tuple(fc.constantFrom('any', 'all'), fc.option(arbFilter(target, `${variable}/`, depth - 1)))
      .map(([quantifier, filter]) =>
        filter === null ? `${name}/any()` : `${name}/${quantifier}(${variable}:${filter})`,
      )
  })
  const both = fc
    .tuple(arbFilter(table, prefix, 0), inner, fc.constantFrom('and', 'or'), fc.boolean())
    .map(([a, b, word, isNot]) => `(${a} ${word} ${isNot ? `not (${b})` : b})`)
  return navigations.length === 0 ? simple : fc.oneof(simple, inner, both)
}

function arbExpand(table: Table, depth: number): fc.Arbitrary<string> {
  return fc.constantFrom(...navigationsOf(table)).chain((navigation) => {
    const target = tableByLogicalName(navigation.target)!
    const isDeep = depth > 0 && navigationsOf(target).length > 0
    return fc
      .record({
        column: arbColumn(target),
        filter:
          navigation.kind === 'single' ? fc.constant(null) : fc.option(arbFilter(target, '', 0)),
        expand: isDeep ? fc.option(arbExpand(target, depth - 1)) : fc.constant(null),
      })
      .map(({ column, filter, expand }) => {
        const options = [
          `$select=${column}`,
          ...(filter === null ? [] : [`$filter=${filter}`]),
          ...(expand === null ? [] : [`$expand=${expand}`]),
        ]
        return `${navigation.name}(${options.join(';')})`
      })
  })
}

const arbQuery: fc.Arbitrary<string> = fc.constantFrom(...ASKED).chain((table) =>
  fc
    .record({
      select: fc.uniqueArray(arbColumn(table), { minLength: 1, maxLength: 4 }),
      filter: fc.option(arbFilter(table, '', 2)),
      order: fc.option(fc.tuple(arbColumn(table), fc.constantFrom('asc', 'desc'))),
      expand: navigationsOf(table).length > 0 ? fc.option(arbExpand(table, 1)) : fc.constant(null),
      top: fc.option(fc.integer({ min: 1, max: 9 })),
      count: fc.boolean(),
    })
    .map(({ select, filter, order, expand, top, count }) => {
      const options = [
        `$select=${select.join(',')}`,
        ...(filter === null ? [] : [`$filter=${encodeURIComponent(filter)}`]),
        ...(order === null ? [] : [`$orderby=${order.join(' ')}`]),
        ...(expand === null ? [] : [`$expand=${encodeURIComponent(expand)}`]),
        ...(top === null ? [] : [`$top=${top}`]),
        ...(count ? ['$count=true'] : []),
      ]
      return `${table.entitySetName}?${options.join('&')}`
    }),
)

/** FetchXML: a table, a table linked to it in one of the ways, and rows or counts of them. */
const arbFetch: fc.Arbitrary<string> = fc
  .constantFrom(...ASKED.filter((table) => navigationsOf(table).length > 0))
  .chain((table) =>
    fc.record({
      table: fc.constant(table),
      navigation: fc.constantFrom(...navigationsOf(table)),
      type: fc.constantFrom('inner', 'outer', 'exists', 'in', 'any', 'not any', 'all', 'not all'),
      column: arbColumn(table),
      aggregate: fc.boolean(),
    }),
  )
  .map(({ table, navigation, type, column, aggregate }) => {
    const target = tableByLogicalName(navigation.target)!
    const lookup = navigation.column.logicalName
    const [from, to] =
      navigation.kind === 'single' ? [target.primaryId, lookup] : [lookup, table.primaryId]
    const name = columnsOf(table).find((one) => one.webApiName === column)!.logicalName
    const isJoin = type === 'inner' || type === 'outer'
    const own = aggregate
      ? `<attribute name="${table.primaryId}" alias="n" aggregate="count"/>`
      : `<attribute name="${name}"/><order attribute="${name}"/>`
    const linked =
      isJoin && !aggregate ? `<attribute name="${target.primaryId}" alias="other"/>` : ''
    const link = `<link-entity name="${target.logicalName}" from="${from}" to="${to}" link-type="${type}" alias="l">${linked}<filter><condition attribute="${target.primaryId}" operator="not-null"/></filter></link-entity>`
    const inner = /any|all/.test(type) ? `<filter>${link}</filter>` : link
    const entity = `<entity name="${table.logicalName}">${own}${inner}</entity>`
    const xml = `<fetch${aggregate ? ' aggregate="true"' : ''}>${entity}</fetch>`
    return `${table.entitySetName}?fetchXml=${encodeURIComponent(xml)}`
  })

describe.each(KINDS)('row-level access on %s', (kind) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await migratedDatabase(kind)
    server = await createTestApp(db.database)
    tokens.clear()
    await organization('everybody', ROWS)
    for (const viewer of VIEWERS) {
      const token = { name: viewer.name, role: viewer.role, user: viewer.id }
      tokens.set(viewer.name, await tokenOf('everybody', token))
      const seen = Object.entries(ROWS).map(
        ([table, rows]) =>
          [table, rows.filter((row) => mayNaivelySee(viewer, table, row))] as const,
      )
      await organization(viewer.name, Object.fromEntries(seen))
    }
  })
  afterAll(() => db.drop())

  test.each(VIEWERS)(
    '$name ($role) sees of each table what is theirs',
    async ({ name, ...viewer }) => {
      for (const table of ASKED) {
        const { seen, left } = await both(name, `${table.entitySetName}?$count=true`)
        expect(seen).toEqual(left)
        expect(seen.status).toBe(200)
        if (table.logicalName === 'activitypointer') continue
        const rows = ROWS[table.logicalName]!
        const expected = rows.filter((row) => mayNaivelySee(viewer, table.logicalName, row))
        expect(seen.body['@odata.count']).toBe(expected.length)
        for (const row of rows) {
          const isSeen = expected.includes(row)
          const one = await as(name, 'GET', `${table.entitySetName}(${row[table.primaryId]})`)
          expect([table.logicalName, one.status]).toEqual([table.logicalName, isSeen ? 200 : 404])
        }
      }
    },
  )

  test.each(VIEWERS)(
    'whatever $name ($role) asks is answered as if the rows of others weren’t there',
    async ({ name }) => {
      let answered = 0
      const law = fc.asyncProperty(fc.oneof(arbQuery, arbFetch), async (path) => {
        const { seen, left } = await both(name, path)
        expect(seen).toEqual(left)
        if (seen.status === 200) answered++
      })
      await fc.assert(law, { numRuns: 150 })
      expect(answered).toBeGreaterThan(100)
    },
  )
})
