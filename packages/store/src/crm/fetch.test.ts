import { parseFetch, tableByLogicalName } from '@trackmark/dataverse'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  arbFetch,
  CONTEXT,
  EMAILS,
  expectedPairs,
  insertFetchSamples,
  ORG,
  OTHER_ORG,
  PARTIES,
  USERS,
} from '../../test/fetch-samples.ts'
import { KINDS, migratedDatabase, type TestDatabase } from '../../test/support.ts'
import { countFetch, FetchPagingError, type FetchRow, readFetch } from './fetch-rows.ts'
import { AggregateLimitError, type Reader } from './index.ts'

function parsed(xml: string) {
  const result = parseFetch(xml, { now: CONTEXT.now })
  if (!result.ok) throw new Error(`${result.error.message}\n${xml}`)
  return result.fetch
}

const values = (rows: readonly FetchRow[]) => rows.map((row) => row.cells.map((cell) => cell.value))

const email = (inner: string, attributes = '') =>
  `<fetch ${attributes}><entity name="email">${inner}</entity></fetch>`

describe.each(KINDS)('on %s', (kind) => {
  let made: TestDatabase
  let reader: Reader
  beforeAll(async () => {
    made = await migratedDatabase(kind)
    await insertFetchSamples(made.database)
    reader = { run: made.database.query, organizationId: ORG, context: CONTEXT }
  })
  afterAll(() => made.drop())

  const read = async (xml: string, size = 5000) =>
    values((await readFetch(reader, parsed(xml), size)).rows)

  /** All pages, as a client follows them by their cookies. */
  async function readAll(xml: string, size: number): Promise<unknown[][]> {
    const all: unknown[][] = []
    let fetch = { ...parsed(xml), count: size }
    for (;;) {
      const page = await readFetch(reader, fetch, 5000)
      expect(page.rows.length).toBeLessThanOrEqual(size)
      all.push(...values(page.rows))
      if (!page.moreRecords) return all
      expect(page.cookie).not.toBeNull()
      fetch = { ...fetch, page: fetch.page + 1, pagingCookie: page.cookie }
    }
  }

  test('random conditions, links and orders give the rows plain TypeScript gives, page by page', async () => {
    let found = 0
    const law = fc.asyncProperty(
      arbFetch,
      fc.integer({ min: 3, max: 40 }),
      async (sample, size) => {
        const expected = expectedPairs(sample)
        expect(await readAll(sample.xml, size)).toEqual(expected)
        expect(await countFetch(reader, parsed(sample.xml), 5000)).toBe(expected.length)
        found += expected.length
      },
    )
    await fc.assert(law, { numRuns: 300 })
    expect(found).toBeGreaterThan(1_000)
  })

  test('a page that is counted is the one its cookie leads to', async () => {
    const xml = email('<attribute name="activityid"/><order attribute="subject"/>')
    const first = await readFetch(reader, { ...parsed(xml), count: 7 }, 5000)
    const next = { ...parsed(xml), count: 7, page: 2 }
    const byCookie = await readFetch(reader, { ...next, pagingCookie: first.cookie }, 5000)
    const counted = await readFetch(reader, next, 5000)
    expect(values(byCookie.rows)).toEqual(values(counted.rows))
    expect(values(byCookie.rows)).toHaveLength(7)
  })

  test.each([
    '<cookie page="1"></cookie>',
    'nonsense',
    '<cookie page="1"><k0.activityid.asc last="bm90IGEgZ3VpZA" first="eA" /></cookie>',
    '<cookie page="1"><k0.subject.asc last="YQ" /><k0.activityid.asc last="AAA" /></cookie>',
  ])('the made-up cookie %s is refused', async (pagingCookie) => {
    const fetch = { ...parsed(email('')), page: 2, pagingCookie }
    await expect(readFetch(reader, fetch, 10)).rejects.toBeInstanceOf(FetchPagingError)
  })

  test('pages are counted up to 50,000 rows', async () => {
    const fetch = { ...parsed(email('')), page: 11 }
    await expect(readFetch(reader, fetch, 5000)).rejects.toBeInstanceOf(FetchPagingError)
  })

  test('top ends a list without more records', async () => {
    const page = await readFetch(reader, parsed(email('', 'top="3"')), 5000)
    expect([page.rows.length, page.moreRecords, page.cookie]).toEqual([3, false, null])
  })

  test('distinct rows are one, whatever their case, and pages of them are counted', async () => {
    const xml = email(
      '<attribute name="subject"/><order attribute="subject" descending="true"/>',
      'distinct="true"',
    )
    const folded = (value: unknown) => String(value ?? '').toLowerCase()
    const expected = [...new Set(EMAILS.map((row) => row.subject?.toLowerCase() ?? null))].sort(
      (a, b) => (a === null ? 1 : b === null ? -1 : a < b ? 1 : -1),
    )
    const all = await read(xml)
    expect(all.map(([subject]) => (subject === null ? null : folded(subject)))).toEqual(expected)
    const second = await readFetch(reader, { ...parsed(xml), count: 2, page: 2 }, 5000)
    expect(values(second.rows)).toEqual(all.slice(2, 4))
    expect(second.cookie).toBeNull()
    expect(await countFetch(reader, parsed(xml), 5000)).toBe(expected.length)
  })

  test('choices are ordered by label and lookups by name, numbers by useraworderby', async () => {
    const labels: Record<number, string> = { 1: 'Draft', 2: 'Completed', 3: 'Sent', 4: 'Received' }
    const xml = (attributes: string) =>
      email('<attribute name="statuscode"/><order attribute="statuscode"/>', attributes)
    const byLabel = (await read(xml(''))).map(([code]) => labels[Number(code)])
    expect(byLabel).toEqual(byLabel.toSorted())
    const byNumber = (await read(xml('useraworderby="true"'))).map(([code]) => Number(code))
    expect(byNumber).toEqual(byNumber.toSorted((a, b) => a - b))
    const names = (
      await read(email('<attribute name="ownerid"/><order attribute="ownerid"/>'))
    ).map(([id]) => USERS.find((user) => user.systemuserid === id)?.fullname.toLowerCase() ?? '')
    expect(names).toEqual(names.toSorted())
  })

  test('aggregates are those of plain TypeScript, whatever they are grouped by', async () => {
    const groupings: readonly (readonly [string, (row: (typeof EMAILS)[number]) => unknown])[] = [
      ['', () => ''],
      ['<attribute name="statuscode" groupby="true" alias="g"/>', (row) => row.statuscode],
      ['<attribute name="ownerid" groupby="true" alias="g"/>', (row) => row.ownerid],
      ['<attribute name="directioncode" groupby="true" alias="g"/>', (row) => row.directioncode],
      [
        '<attribute name="createdon" groupby="true" dategrouping="day" alias="g"/>',
        (row) => new Date(row.createdon).getUTCDate(),
      ],
      [
        '<attribute name="createdon" groupby="true" dategrouping="month" alias="g"/>',
        (row) => new Date(row.createdon).getUTCMonth() + 1,
      ],
      [
        '<attribute name="createdon" groupby="true" dategrouping="year" alias="g"/>',
        (row) => new Date(row.createdon).getUTCFullYear(),
      ],
      [
        '<attribute name="createdon" groupby="true" dategrouping="quarter" alias="g"/>',
        (row) => Math.floor(new Date(row.createdon).getUTCMonth() / 3) + 1,
      ],
      [
        '<attribute name="createdon" groupby="true" dategrouping="week" alias="g"/>',
        (row) => week(new Date(row.createdon)),
      ],
      [
        '<attribute name="createdon" groupby="true" dategrouping="fiscal-year" alias="g"/>',
        (row) => `FY${new Date(row.createdon).getUTCFullYear()}`,
      ],
    ]
    const aggregates = `
      <attribute name="activityid" aggregate="count" alias="n"/>
      <attribute name="attachmentcount" aggregate="countcolumn" alias="c"/>
      <attribute name="attachmentcount" aggregate="countcolumn" distinct="true" alias="d"/>
      <attribute name="attachmentcount" aggregate="sum" alias="s"/>
      <attribute name="attachmentcount" aggregate="avg" alias="a"/>
      <attribute name="attachmentcount" aggregate="max" alias="x"/>
      <attribute name="senton" aggregate="min" alias="i"/>`
    for (const [grouping, keyOf] of groupings) {
      const rows = await read(email(`${grouping}${aggregates}`, 'aggregate="true"'))
      const groups = Map.groupBy(EMAILS, keyOf)
      const expected = [...groups].map(([key, members]) => {
        const counts = members.flatMap((row) => row.attachmentcount ?? [])
        const sum = counts.reduce((total, one) => total + one, 0)
        const sent = members.flatMap((row) => row.senton ?? []).toSorted()
        const numbers = [members.length, counts.length, new Set(counts).size, sum]
        const average = counts.length === 0 ? null : Math.trunc(sum / counts.length)
        const max = counts.length === 0 ? null : Math.max(...counts)
        return [...(grouping === '' ? [] : [key]), ...numbers, average, max, sent[0] ?? null]
      })
      const sorted = (list: readonly unknown[][]) =>
        list.map((row) => JSON.stringify(row)).toSorted()
      expect(sorted(rows)).toEqual(sorted(expected))
    }
  })

  test('texts are grouped without case, and groups are ordered as the query says', async () => {
    const xml = email(
      `<attribute name="subject" groupby="true" alias="g"/><attribute name="activityid" aggregate="count" alias="n"/>
       <order alias="n" descending="true"/><order alias="g"/>`,
      'aggregate="true"',
    )
    const groups = Map.groupBy(EMAILS, (row) => row.subject?.toLowerCase() ?? null)
    const expected = [...groups]
      .map(([key, members]) => [key, members.length] as const)
      .sort(([a, n], [b, m]) => m - n || (a === null ? -1 : b === null ? 1 : a < b ? -1 : 1))
    const rows = await read(xml)
    expect(rows.map(([key, n]) => [key === null ? null : String(key).toLowerCase(), n])).toEqual(
      expected,
    )
  })

  test('aggregates count the rows of links', async () => {
    const xml = email(
      `<attribute name="statuscode" groupby="true" alias="g"/>
       <link-entity name="activityparty" from="activityid" to="activityid" alias="p">
         <attribute name="activitypartyid" aggregate="count" alias="n"/></link-entity>`,
      'aggregate="true"',
    )
    const statusOf = new Map(EMAILS.map((row) => [row.activityid, row.statuscode]))
    const groups = Map.groupBy(PARTIES, (party) => statusOf.get(party.activityid))
    const expected = [...groups].map(([key, members]) => [key, members.length])
    expect((await read(xml)).toSorted()).toEqual(expected.toSorted())
  })

  test('aggregatelimit ends an aggregation of more rows', async () => {
    const inner = '<attribute name="activityid" aggregate="count" alias="n"/>'
    const limited = (limit: number) => email(inner, `aggregate="true" aggregatelimit="${limit}"`)
    expect(await read(limited(EMAILS.length))).toEqual([[EMAILS.length]])
    await expect(read(limited(EMAILS.length - 1))).rejects.toBeInstanceOf(AggregateLimitError)
  })

  test('no link, filter or aggregate reaches another organization', async () => {
    const stranger: Reader = { ...reader, organizationId: OTHER_ORG }
    const joined = email(`<attribute name="activityid"/>
      <link-entity name="activityparty" from="activityid" to="activityid" alias="p" link-type="outer"><attribute name="addressused"/></link-entity>`)
    const foreign = await readFetch(stranger, parsed(joined), 5000)
    expect(new Set(values(foreign.rows).map(([, address]) => address))).toEqual(
      new Set(['other@organization.example']),
    )
    const own = (await read(joined)).map(([, address]) => address)
    expect(own).not.toContain('other@organization.example')
    const exists =
      email(`<attribute name="activityid"/><filter><link-entity name="activityparty" from="activityid" to="activityid" link-type="any">
      <filter><condition attribute="addressused" operator="eq" value="other@organization.example"/></filter></link-entity></filter>`)
    expect(await read(exists)).toEqual([])
    const nobody: Reader = { ...reader, organizationId: '00000000-0000-4000-8000-0000000000dd' }
    expect((await readFetch(nobody, parsed(joined), 10)).rows).toEqual([])
  })

  test.each(['inner', 'outer', 'exists', 'in', 'matchfirstrowusingcrossapply'])(
    'links within links of type %s are part of what they are in',
    async (type) => {
      const kinds = ['inner', 'outer', 'exists', 'matchfirstrowusingcrossapply']
      for (const nested of kinds) {
        const columns =
          type === 'exists' || type === 'in' ? '' : '<attribute name="activitypartyid"/>'
        const rows = await read(
          email(`<attribute name="activityid"/><link-entity name="activityparty" from="activityid" to="activityid" alias="p" link-type="${type}">${columns}
            <link-entity name="systemuser" from="systemuserid" to="partyid" alias="u" link-type="${nested}">
              <link-entity name="email" from="ownerid" to="systemuserid" link-type="exists"/>
              <filter><condition attribute="fullname" operator="begins-with" value="A"/></filter></link-entity></link-entity>`),
        )
        const narrow = nested !== 'outer'
        const expected = EMAILS.flatMap((row) => {
          const parties = PARTIES.filter((party) => party.activityid === row.activityid)
          const own = type === 'matchfirstrowusingcrossapply' ? parties.slice(0, 1) : parties
          const found = own.filter((party) => !narrow || party.partyid === USERS[0]?.systemuserid)
          if (columns === '') return found.length > 0 ? [[row.activityid]] : []
          const empty = type === 'outer' && found.length === 0 ? [null] : []
          return [...found.map((party) => party.activitypartyid), ...empty].map((id) => [
            row.activityid,
            id,
          ])
        })
        expect([nested, rows]).toEqual([nested, expected])
      }
    },
  )

  test('columns of linked tables are compared with those of others', async () => {
    const xml =
      email(`<attribute name="activityid"/><filter><condition attribute="sender" operator="eq" valueof="p.addressused"/></filter>
      <link-entity name="activityparty" from="activityid" to="activityid" alias="p"><attribute name="activitypartyid"/></link-entity>`)
    const folded = (text: string | null) => text?.toLowerCase() ?? null
    const expected = EMAILS.flatMap((row) =>
      PARTIES.filter(
        (party) =>
          party.activityid === row.activityid && folded(party.addressused) === folded(row.sender),
      ).map((party) => [row.activityid, party.activitypartyid]),
    )
    expect(expected.length).toBeGreaterThan(5)
    expect(await read(xml)).toEqual(expected)
  })

  test('every table can be fetched, and joined to its owner', async () => {
    const { tables } = await import('../../test/fetch-samples.ts')
    for (const table of tables) {
      const owner = tableByLogicalName(table)?.columns.some(
        (one) => one.logicalName === 'owninguser',
      )
      const link = owner
        ? '<link-entity name="systemuser" from="systemuserid" to="owninguser" link-type="outer"><attribute name="fullname"/></link-entity>'
        : ''
      await read(`<fetch><entity name="${table}"><all-attributes/>${link}</entity></fetch>`)
    }
  })
})

/** Weeks begin on Sunday, and the first one holds 1 January. */
function week(date: Date): number {
  const first = new Date(Date.UTC(date.getUTCFullYear(), 0, 1))
  const day = Math.floor((date.getTime() - first.getTime()) / 86_400_000)
  return Math.floor((day + first.getUTCDay()) / 7) + 1
}
