import { expect, test } from 'vitest'
import { tableByLogicalName } from '../catalogue/catalogue.ts'
import { parseApply } from './apply.ts'

const email = tableByLogicalName('email')!

function parsed(text: string, more: readonly (readonly [string, string])[] = []) {
  const result = parseApply(email, [['$apply', text], ...more])
  if (!result.ok) throw new Error(result.error.message)
  return result.apply
}

test('an aggregation is the query Dataverse makes of it', () => {
  const { fetch, count } = parsed(
    'filter(statuscode eq 3)/filter(subject ne null)/groupby((ownerid/fullname,_regardingobjectid_value),aggregate($count as n,attachmentcount with countdistinct as kinds))',
    [
      ['$orderby', 'n desc,ownerid/fullname'],
      ['$top', '5'],
      ['$count', 'true'],
    ],
  )
  expect(count).toBe(true)
  expect(fetch).toMatchObject({ table: email, aggregate: true, top: 5, links: [] })
  expect(fetch.filter).toMatchObject({ kind: 'and', items: [{ scope: 0 }, { scope: 0 }] })
  expect(fetch.outputs.map(({ name, role }) => [name, role])).toEqual([
    ['systemuser_fullname', { kind: 'group', by: null }],
    ['_regardingobjectid_value', { kind: 'group', by: null }],
    ['n', { kind: 'aggregate', function: 'count', distinct: false }],
    ['kinds', { kind: 'aggregate', function: 'countcolumn', distinct: true }],
  ])
  expect(fetch.orders).toEqual([
    { kind: 'output', index: 2, direction: 'desc' },
    { kind: 'output', index: 0, direction: 'asc' },
  ])
})

test('values of parameters stand for what they name', () => {
  const { fetch } = parsed('filter(statuscode eq @p)/aggregate($count as n)', [['@p', '3']])
  expect(fetch.filter).toMatchObject({
    items: [{ expression: { kind: 'compare', value: { kind: 'number', value: 3 } } }],
  })
})

test.each([
  ['aggregate($count as n', 9],
  ['aggregate($count as n)/groupby((subject))', 22],
  ['groupby((nope))', 9],
  ['aggregate(attachmentcount with median as m)', 31],
  ['filter(subject eq 5)/aggregate($count as n)', 18],
])('%s is refused at its place', (text, position) => {
  const result = parseApply(email, [['$apply', text]])
  expect(result).toMatchObject({ ok: false, error: { option: '$apply', position } })
})

test('every beginning of an aggregation, and it with any character missing, is read or refused', () => {
  const text =
    "filter(subject eq ')' or contains(subject,'x'))/groupby((ownerid/fullname),aggregate($count as n))"
  for (let at = 0; at < text.length; at++) {
    for (const part of [
      text.slice(0, at),
      text.slice(0, at) + text.slice(at + 1),
      `${text.slice(0, at)}(${text.slice(at)}`,
    ]) {
      const result = parseApply(email, [['$apply', part]])
      if (!result.ok) expect(result.error.message).toMatch(/\$apply\)$/)
    }
  }
})
