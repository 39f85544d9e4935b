import {
  compareRows,
  evaluate,
  parseQuery,
  type Query,
  TABLES,
  tableByEntitySet,
} from '@trackmark/dataverse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KINDS, migratedDatabase, type TestDatabase } from '../../test/support.ts'
import type { Database } from '../database/database.ts'
import {
  type ApiRow,
  countRows,
  EVERYTHING,
  readNames,
  readPage,
  readRow,
  SkipTokenError,
} from './index.ts'

const ORG = '00000000-0000-4000-8000-0000000000aa'
const OTHER_ORG = '00000000-0000-4000-8000-0000000000bb'
const USER = '00000000-0000-4000-8000-0000000000cc'
const NOW = '2026-01-05T09:00:00.000Z'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const SUBJECTS = [
  null,
  '',
  'Offer',
  'OFFER 2',
  'offer 10',
  'Ärger mit 100% Wolle',
  'a_b\\c',
  "O'Hara; drop table crm.email; --",
  'zebra',
  'Zebra',
  '注文',
]

interface Fixture {
  readonly activityid: string
  readonly subject: string | null
  readonly directioncode: boolean
  readonly statuscode: number
  readonly attachmentcount: number | null
  readonly senton: string | null
  readonly ownerid: string | null
}

const fixtures: readonly Fixture[] = SUBJECTS.flatMap((subject, n) => [
  {
    activityid: id(n * 2),
    subject,
    directioncode: n % 2 === 0,
    statuscode: (n % 4) + 1,
    attachmentcount: n % 3 === 0 ? null : n,
    senton: n % 5 === 0 ? null : `2026-01-${String(n + 1).padStart(2, '0')}T08:00:00.123Z`,
    ownerid: n % 2 === 0 ? USER : null,
  },
  {
    activityid: id(n * 2 + 1),
    subject,
    directioncode: true,
    statuscode: 3,
    attachmentcount: 1,
    senton: '2026-01-03T08:00:00.123Z',
    ownerid: null,
  },
])

const emails = tableByEntitySet('emails')!

async function insert(
  database: Database,
  organization: string,
  rows: readonly Fixture[] = fixtures,
): Promise<void> {
  for (const row of rows) {
    await database.query(
      `insert into crm.email (organizationid, activityid, activitytypecode, subject, directioncode,
         statuscode, attachmentcount, senton, ownerid, owneridtype, createdon, modifiedon)
       values ($1, $2, 'email', $3, $4, $5, $6, $7, $8, 'systemuser', $9, $9)`,
      [
        organization,
        row.activityid,
        row.subject,
        row.directioncode,
        row.statuscode,
        row.attachmentcount,
        row.senton,
        row.ownerid,
        NOW,
      ],
    )
  }
}

function query(text: string): Query {
  const parsed = parseQuery(emails, text)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.query
}

/** Rows alike in everything go by their id, in the direction of the last item. */
const ties = ({ orderBy }: Query, a: string, b: string): number =>
  (a < b ? -1 : 1) * (orderBy.at(-1)?.direction === 'desc' ? -1 : 1)

const ids = (rows: readonly ApiRow[]): string[] => rows.map((row) => row.id)

const FILTERS = [
  "subject eq 'offer'",
  "subject ne 'offer'",
  "not (subject ne 'offer')",
  "not (subject eq 'offer')",
  'subject eq null',
  'subject ne null',
  "subject gt 'offer'",
  "not (subject gt 'offer')",
  "subject le 'zebra'",
  "subject in ('offer', null)",
  "not (subject in ('offer', null))",
  "subject in ('offer', 'zebra')",
  "not (subject in ('offer', 'zebra'))",
  "contains(subject,'offer')",
  "not contains(subject,'offer')",
  "contains(subject,'%')",
  "contains(subject,'_b\\c')",
  "startswith(subject,'ärg')",
  "subject eq 'ÄRGER mit 100% wolle'",
  "not (subject in ('ärger MIT 100% Wolle', 'offer'))",
  "subject ne 'ÄRGER mit 100% wolle'",
  "endswith(subject,'BRA')",
  "contains(subject,'')",
  "contains(subject,'注')",
  "subject eq 'O''Hara; drop table crm.email; --'",
  'attachmentcount gt 3',
  'not (attachmentcount gt 3)',
  'attachmentcount ge 3 and attachmentcount lt 7',
  'attachmentcount in (1, 4, null)',
  'statuscode eq 3 or statuscode eq 1',
  'directioncode eq true',
  'not (directioncode eq true)',
  `_ownerid_value eq ${USER}`,
  `not (_ownerid_value eq ${USER})`,
  `activityid in (${id(1)}, ${id(4)})`,
  'senton ge 2026-01-03T08:00:00.123Z',
  'senton eq 2026-01-03T09:00:00.123+01:00',
  'not (senton lt 2026-01-05)',
  "not (contains(subject,'offer') and (statuscode eq 3 or not (attachmentcount ge 2)))",
  "(subject eq 'zebra' or senton eq null) and not (directioncode eq false)",
]

describe.each(KINDS)('on %s', (kind) => {
  let made: TestDatabase
  let database: Database
  beforeAll(async () => {
    made = await migratedDatabase(kind)
    database = made.database
    for (const organization of [ORG, OTHER_ORG]) await insert(database, organization)
    await database.query(
      `insert into crm.systemuser (organizationid, systemuserid, fullname, createdon, modifiedon)
       values ($1, $2, 'Ada Byron', $3, $3)`,
      [ORG, USER, NOW],
    )
  })
  afterAll(() => made.drop())

  const read = (query: Query, pageSize = 5000) => readPage(reader(), { query, pageSize })
  const reader = () => ({
    run: database.query,
    organizationId: ORG,
    context: { now: Date.parse(NOW), userId: null, businessUnitId: null, reach: EVERYTHING },
  })
  const page = (text: string, size = 5000) => read(query(text), size)
  test.each(FILTERS)(
    'the rows of $filter=%s are those the reference evaluator finds',
    async (text) => {
      const parsed = query(`$filter=${encodeURIComponent(text)}`)
      const expected = fixtures
        .filter((row) => evaluate(parsed.filter!, { ...row }))
        .map((row) => row.activityid)
      const { rows } = await read(parsed)
      expect(ids(rows)).toEqual(expected.sort())
    },
  )

  test.each([
    'subject',
    'subject desc',
    'attachmentcount desc,subject',
    'senton,subject desc',
    'directioncode,statuscode desc',
    '_ownerid_value',
    'activityid desc',
  ])('$orderby=%s orders as the reference does, whatever the page size', async (order) => {
    const parsed = query(`$orderby=${encodeURIComponent(order)}`)
    const expected = [...fixtures]
      .sort(
        (a, b) =>
          compareRows(parsed.orderBy, { ...a }, { ...b }) ||
          ties(parsed, a.activityid, b.activityid),
      )
      .map((row) => row.activityid)
    for (const size of [1, 3, 5000]) {
      const found: string[] = []
      let token: string | null = null
      do {
        const part = await read({ ...parsed, skipToken: token }, size)
        expect(part.rows.length).toBeLessThanOrEqual(size)
        found.push(...ids(part.rows))
        token = part.next
      } while (token !== null)
      expect(found).toEqual(expected)
    }
  })

  test('rows inserted between two pages neither repeat nor hide others', async () => {
    const order = '$orderby=subject desc'
    const first = await page(order, 8)
    const added = [500, 501].map((n) => ({
      ...fixtures[0]!,
      activityid: id(n),
      subject: 'zz first',
    }))
    await insert(database, ORG, added)
    const rest: string[] = []
    let token = first.next
    while (token !== null) {
      const part = await page(`${order}&$skiptoken=${token}`, 8)
      rest.push(...ids(part.rows))
      token = part.next
    }
    await database.query('delete from crm.email where activityid = any($1::uuid[])', [
      [id(500), id(501)],
    ])
    const all = [...ids(first.rows), ...rest]
    expect(new Set(all).size).toBe(all.length)
    expect(all.toSorted()).toEqual(fixtures.map((row) => row.activityid).toSorted())
  })

  test('$top ends the list over all its pages, and $count counts without it', async () => {
    const first = await page('$top=5', 3)
    const counted = { query: query('$top=5&$count=true') }
    expect(await countRows(reader(), counted, 5000)).toBe(fixtures.length)
    expect(await countRows(reader(), counted, 7)).toBe(7)
    const second = await page(`$top=5&$skiptoken=${first.next}`, 3)
    expect([first.rows.length, second.rows.length, second.next]).toEqual([3, 2, null])
    expect(await page('$top=0')).toMatchObject({ rows: [], next: null })
  })

  test('rows of another organization are never answered', async () => {
    const { rows } = await page('')
    expect(rows).toHaveLength(fixtures.length)
    const stranger = await readRow({ ...reader(), organizationId: id(9999) }, emails, id(0), null)
    expect(stranger).toBeNull()
  })

  test.each([
    'x',
    Buffer.from('[]').toString('base64url'),
    Buffer.from('[1,"activityid asc",["not a guid"],0]').toString('base64url'),
    Buffer.from('[1,"activityid asc",["\\u0000"],0]').toString('base64url'),
    Buffer.from('[1,"subject asc,activityid asc",["a","b"],0]').toString('base64url'),
    Buffer.from('[1,"activityid asc",[7],-1]').toString('base64url'),
  ])('the made-up token %s is refused and nothing breaks', async (token) => {
    await expect(page(`$skiptoken=${token}`)).rejects.toBeInstanceOf(SkipTokenError)
    expect((await page('$top=1')).rows).toHaveLength(1)
  })

  test('a row holds exactly the columns asked for, typed for the wire', async () => {
    const select = query('$select=subject,senton,_ownerid_value,versionnumber').select
    const row = await readRow(reader(), emails, id(4), select)
    expect(row).toEqual({
      id: id(4),
      version: expect.stringMatching(/^\d+$/),
      values: {
        subject: 'Offer',
        senton: '2026-01-03T08:00:00.123Z',
        ownerid: USER,
        versionnumber: row?.version,
      },
      lookupTypes: { ownerid: 'systemuser' },
    })
  })

  test.each(TABLES)('the table $entitySetName can be read, secrets left out', async (table) => {
    const { rows } = await read({ ...query(''), table }, 1)
    const secrets = table.columns.filter((column) => column.secret)
    const names = rows.flatMap((row) => Object.keys(row.values))
    expect(secrets.filter((column) => names.includes(column.logicalName))).toEqual([])
  })

  test('names come by one statement for all', async () => {
    const users = tableByEntitySet('systemusers')!
    const names = await readNames(reader(), users, [USER, id(77)])
    expect([...names]).toEqual([[USER, 'Ada Byron']])
  })
})
