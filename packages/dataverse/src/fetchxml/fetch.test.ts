import { describe, expect, test } from 'vitest'
import { TABLES, tableByLogicalName } from '../catalogue/catalogue.ts'
import { type Fetch, parseFetch } from './index.ts'

const NOW = Date.UTC(2026, 4, 20, 9)

function parsed(xml: string): Fetch {
  const result = parseFetch(xml, { now: NOW })
  if (!result.ok) throw new Error(result.error.message)
  return result.fetch
}

function refused(xml: string) {
  const result = parseFetch(xml, { now: NOW })
  if (result.ok) throw new Error('nothing was refused')
  return result.error
}

const entity = (inner: string, attributes = '') =>
  `<fetch ${attributes}><entity name="email">${inner}</entity></fetch>`
const condition = (attributes: string, inner = '') =>
  entity(`<filter><condition ${attributes}>${inner}</condition></filter>`)

const email = tableByLogicalName('email')!
const column = (name: string) => email.columns.find((one) => one.logicalName === name)!

test('a whole document becomes a tree with tables, columns and options', () => {
  const fetch = parsed(`<?xml version="1.0" encoding="utf-8"?>
    <!-- made by a tool -->
    <fetch version='1.0' output-format="xml-platform" mapping="logical" no-lock="true" distinct="false"
      count="50" page="2" paging-cookie="&lt;cookie page=&quot;1&quot;/&gt;" returntotalrecordcount="true">
      <entity name="email">
        <attribute name="subject" alias="title" />
        <attribute name="ownerid" />
        <order attribute="createdon" descending="true" />
        <filter type="or">
          <condition attribute="statuscode" operator="eq" value="3" />
          <condition entityname="p" attribute="addressused" operator="null" />
          <filter />
        </filter>
        <link-entity name="activityparty" from="activityid" to="activityid" alias="p" link-type="outer">
          <attribute name="addressused" />
          <attribute name="partyid" alias="who" />
          <filter><condition attribute="participationtypemask" operator="in"><value>1</value><value>2</value></condition></filter>
          <order attribute="addressused" />
        </link-entity>
      </entity>
    </fetch>`)
  expect(fetch).toMatchObject({
    table: email,
    count: 50,
    page: 2,
    pagingCookie: '<cookie page="1"/>',
    returnTotalRecordCount: true,
    distinct: false,
    aggregate: false,
    top: null,
  })
  expect(fetch.outputs.map(({ name, scope, isOwn }) => [name, scope, isOwn])).toEqual([
    ['title', 0, false],
    ['_ownerid_value', 0, true],
    ['p.addressused', 1, false],
    ['who', 1, false],
    ['activityid', 0, true],
  ])
  expect(
    fetch.orders.map(
      (order) =>
        order.kind === 'column' && [order.scope, order.column.logicalName, order.direction],
    ),
  ).toEqual([
    [0, 'createdon', 'desc'],
    [1, 'addressused', 'asc'],
  ])
  expect(fetch.filter).toMatchObject({
    kind: 'or',
    items: [
      { kind: 'condition', scope: 0, expression: { kind: 'compare', operator: 'eq' } },
      { kind: 'condition', scope: 1, expression: { kind: 'compare', value: { kind: 'null' } } },
    ],
  })
  expect(fetch.links).toMatchObject([
    {
      scope: 1,
      parent: 0,
      kind: 'outer',
      alias: 'p',
      filter: {
        kind: 'condition',
        expression: { kind: 'in', values: [{ value: 1 }, { value: 2 }] },
      },
    },
  ])
})

test('without a word on columns all that may be read are answered, secrets never', () => {
  for (const table of TABLES) {
    for (const inner of ['', '<all-attributes/>']) {
      const fetch = parsed(`<fetch><entity name="${table.logicalName}">${inner}</entity></fetch>`)
      const readable = table.columns.filter((one) => one.physical !== null && !one.secret)
      expect(fetch.outputs.map((output) => output.column)).toEqual(readable)
    }
    for (const secret of table.columns.filter((one) => one.secret)) {
      const name = secret.logicalName
      for (const inner of [
        `<attribute name="${name}"/>`,
        `<order attribute="${name}"/>`,
        `<filter><condition attribute="${name}" operator="not-null"/></filter>`,
        `<filter><condition attribute="${table.primaryId}" operator="eq" valueof="${name}"/></filter>`,
      ]) {
        const { code } = refused(
          `<fetch><entity name="${table.logicalName}">${inner}</entity></fetch>`,
        )
        expect(code).toBe('0x80041103')
      }
    }
  }
})

describe('conditions', () => {
  test.each([
    [
      'operator="eq" attribute="subject" value="a &amp; b"',
      { kind: 'compare', operator: 'eq', value: { kind: 'string', value: 'a & b' } },
    ],
    [
      'operator="neq" attribute="statuscode" value="3"',
      { kind: 'compare', operator: 'ne', value: { kind: 'number', value: 3 } },
    ],
    [
      'operator="ge" attribute="senton" value="2026-01-02 10:00"',
      { kind: 'compare', value: { kind: 'datetime', value: '2026-01-02T10:00:00.000Z' } },
    ],
    [
      'operator="eq" attribute="ownerid" value="{6F9619FF-8B86-D011-B42D-00CF4FC964FF}"',
      { value: { kind: 'guid', value: '6f9619ff-8b86-d011-b42d-00cf4fc964ff' } },
    ],
    [
      'operator="eq" attribute="directioncode" value="1"',
      { value: { kind: 'boolean', value: true } },
    ],
    [
      'operator="eq" attribute="activitytypecode" value="4202"',
      { value: { kind: 'string', value: 'email' } },
    ],
    [
      'operator="like" attribute="subject" value="%x%"',
      { kind: 'text', function: 'contains', value: 'x' },
    ],
    ['operator="like" attribute="subject" value="x%"', { kind: 'text', function: 'startswith' }],
    [
      'operator="not-like" attribute="subject" value="%x"',
      { kind: 'not', item: { kind: 'text', function: 'endswith' } },
    ],
    [
      'operator="like" attribute="subject" value="50[%]"',
      { kind: 'compare', operator: 'eq', value: { value: '50%' } },
    ],
    [
      'operator="not-begin-with" attribute="subject" value="x"',
      { kind: 'not', item: { kind: 'text', function: 'startswith' } },
    ],
    [
      'operator="last-x-days" attribute="createdon" value="7"',
      { kind: 'function', function: 'LastXDays', values: [{ kind: 'number', value: 7 }] },
    ],
    [
      'operator="on-or-after" attribute="createdon" value="2026-01-02"',
      { kind: 'function', function: 'OnOrAfter' },
    ],
    [
      'operator="this-month" attribute="createdon"',
      { kind: 'function', function: 'ThisMonth', values: [] },
    ],
    [
      'operator="olderthan-x-minutes" attribute="createdon" value="5"',
      { kind: 'function', function: 'OlderThanXMinutes' },
    ],
    ['operator="eq-userid" attribute="ownerid"', { kind: 'function', function: 'EqualUserId' }],
    ['operator="eq-userteams" attribute="ownerid"', { kind: 'in', values: [] }],
    [
      'operator="not-null" attribute="subject"',
      { kind: 'compare', operator: 'ne', value: { kind: 'null' } },
    ],
    [
      'operator="this-fiscal-period" attribute="createdon"',
      { kind: 'function', function: 'ThisFiscalPeriod', values: [] },
    ],
    [
      'operator="last-x-fiscal-years" attribute="createdon" value="2"',
      { kind: 'function', function: 'LastXFiscalYears', values: [{ kind: 'number', value: 2 }] },
    ],
    ['operator="eq-useroruserhierarchy" attribute="ownerid"', { function: 'EqualUserId' }],
  ])('%s', (attributes, expression) => {
    expect(parsed(condition(attributes)).filter).toMatchObject({
      kind: 'condition',
      scope: 0,
      expression,
    })
  })

  test('a pattern with further wildcards keeps its parts', () => {
    expect(
      parsed(condition('attribute="subject" operator="not-like" value="a_c%%[_]"')).filter,
    ).toEqual({
      kind: 'like',
      scope: 0,
      column: column('subject'),
      negated: true,
      pattern: [
        { kind: 'text', text: 'a' },
        { kind: 'one' },
        { kind: 'text', text: 'c' },
        { kind: 'any' },
        { kind: 'text', text: '_' },
      ],
    })
  })

  test('columns are compared in one table and across links', () => {
    const fetch = parsed(
      entity(`<filter><condition attribute="subject" operator="ne" valueof="c.fullname"/></filter>
        <link-entity name="contact" from="contactid" to="regardingobjectid" alias="c"/>`),
    )
    expect(fetch.filter).toMatchObject({
      kind: 'columns',
      scope: 0,
      operator: 'ne',
      other: { scope: 1 },
    })
  })
})

const link = (attributes: string, inner = '') =>
  `<link-entity name="activityparty" from="activityid" to="activityid" ${attributes}>${inner}</link-entity>`

test('links without alias are numbered, and the one lookup between two tables needs no from and to', () => {
  const fetch = parsed(
    `<fetch><entity name="mailboxstatistics"><link-entity name="mailbox"><attribute name="name"/></link-entity></entity></fetch>`,
  )
  expect(fetch.outputs[0]?.name).toBe('mailbox1.name')
  expect(fetch.links).toMatchObject([
    { from: { logicalName: 'mailboxid' }, to: { logicalName: 'mailboxid' } },
  ])
  const ambiguous = entity('<link-entity name="systemuser"/>')
  expect(refused(ambiguous).message).toMatch(/several lookups/)
})

describe('refusals', () => {
  test.each<[string, string, number | null]>([
    ['', '0x80060888', 0],
    ['<fetch>', '0x80060888', 7],
    ['<query/>', '0x80060888', 0],
    ['<fetch/>', '0x80060888', 0],
    ['<!DOCTYPE a><fetch/>', '0x80060888', 1],
    ['<fetch><![CDATA[x]]></fetch>', '0x80060888', 8],
    ['<fetch><?x y?></fetch>', '0x80060888', 8],
    ['<fetch><entity name="email" name="email"/></fetch>', '0x80060888', 28],
    ['<fetch><entity name="email&x;"/></fetch>', '0x80060888', 21],
    ['<fetch><entity name="e"/></fetch>', '0x80041102', 15],
    ['<fetch speed="1"><entity name="email"/></fetch>', '0x80060888', 7],
    ['<fetch top="0"><entity name="email"/></fetch>', '0x80060888', 7],
    ['<fetch top="5001"><entity name="email"/></fetch>', '0x80060888', 7],
    ['<fetch top="5" page="2"><entity name="email"/></fetch>', '0x80060888', 7],
    ['<fetch distinct="maybe"><entity name="email"/></fetch>', '0x80060888', 7],
    [entity('<attribute name="to"/>'), '0x80060888', null],
    [entity('<attribute name="_ownerid_value"/>'), '0x80041103', null],
    [entity('<attribute name="subject" alias="a.b"/>'), '0x80060888', null],
    [
      entity('<attribute name="subject" alias="x"/><attribute name="senton" alias="x"/>'),
      '0x80060888',
      null,
    ],
    [entity('<attribute name="subject" aggregate="count" alias="x"/>'), '0x80060888', null],
    [
      entity('<attribute name="subject" aggregate="sum" alias="x"/>', 'aggregate="true"'),
      '0x80060888',
      null,
    ],
    [entity('<attribute name="subject"/>', 'aggregate="true"'), '0x80060888', null],
    [
      entity('<attribute name="createdon" groupby="true" alias="x"/>', 'aggregate="true"'),
      '0x80060888',
      null,
    ],
    [
      entity(
        '<attribute name="subject" groupby="true" dategrouping="day" alias="x"/>',
        'aggregate="true"',
      ),
      '0x80060888',
      null,
    ],
    [entity('', 'aggregate="true"'), '0x80060888', null],
    [entity('<order alias="x"/>'), '0x80060888', null],
    [entity('text'), '0x80060888', null],
    [entity('<filter type="xor"/>'), '0x80060888', null],
    [condition('attribute="subject" operator="resembles" value="x"'), '0x80060888', null],
    [condition('attribute="subject" operator="eq"'), '0x80060888', null],
    [
      condition('attribute="subject" operator="eq" value="a"', '<value>b</value>'),
      '0x80060888',
      null,
    ],
    [condition('attribute="subject" operator="last-x-days" value="1"'), '0x80060888', null],
    [condition('attribute="createdon" operator="last-x-days" value="0"'), '0x80060888', null],
    [condition('attribute="statuscode" operator="like" value="1%"'), '0x80060888', null],
    [condition('attribute="statuscode" operator="eq" value="Sent"'), '0x80060888', null],
    [condition('attribute="ownerid" operator="eq" value="me"'), '0x80060888', null],
    [
      condition('attribute="ownerid" operator="gt" value="6f9619ff-8b86-d011-b42d-00cf4fc964ff"'),
      '0x80060888',
      null,
    ],
    [condition('attribute="subject" operator="like" value="[a-z]%"'), '0x80060888', null],
    [condition('attribute="subject" operator="eq" valueof="statuscode"'), '0x80060888', null],
    [condition('attribute="subject" operator="under" value="x"'), '0x80060888', null],
    [condition('entityname="nobody" attribute="subject" operator="null"'), '0x80060888', null],
    [entity(link('link-type="any"')), '0x80060888', null],
    [entity(link('link-type="exists"', '<attribute name="addressused"/>')), '0x80060888', null],
    [entity(`${link('alias="p"')}${link('alias="p"')}`), '0x80060888', null],
    [
      entity('<link-entity name="activityparty" from="addressused" to="activityid"/>'),
      '0x80060888',
      null,
    ],
    [entity(link('').repeat(16)), '0x8004430d', null],
    [
      entity(`<filter>${'<condition attribute="subject" operator="null"/>'.repeat(501)}</filter>`),
      '0x8004430c',
      null,
    ],
    [entity(`${'<filter>'.repeat(50)}${'</filter>'.repeat(50)}`), '0x80060888', null],
    [' '.repeat(65_537), '0x80060888', null],
  ])('%s', (xml, code, position) => {
    const error = refused(xml)
    expect(error.code).toBe(code)
    expect(error.message).toMatch(/\((position \d+ of )?fetchXml\)$/)
    if (position !== null) expect(error.position).toBe(position)
  })

  test.each([
    'attribute="subject" operator="null" value="a"',
    'attribute="subject" operator="not-null" value="0"',
    'attribute="createdon" operator="today" value=""',
    'attribute="ownerid" operator="eq-userid" value="x"',
  ])('a value that an operator doesn’t take says nothing: %s', (attributes) => {
    const bare = attributes.replace(/ value=".*"/, '')
    expect(parsed(condition(attributes)).filter).toEqual(parsed(condition(bare)).filter)
  })

  test('a link sees the columns of what is above it, and of no link beside it', () => {
    const inner = (name: string) =>
      `<filter><condition entityname="${name}" attribute="addressused" operator="null"/></filter>`
    expect(() => parsed(entity(link('alias="a"') + link('alias="b"', inner('a'))))).toThrow(
      /can't be used/,
    )
    expect(parsed(entity(link('alias="a"', link('alias="b"', inner('a')))))).toBeDefined()
    const beyondOuter = link(
      'alias="a"',
      link('alias="b" link-type="outer"', link('alias="c"', inner('a'))),
    )
    expect(() => parsed(entity(beyondOuter))).toThrow(/can't be used/)
  })
})
