import { expect, test } from 'vitest'
import { tableByLogicalName } from '../catalogue/catalogue.ts'
import { parseQuery, QUERY_LENGTH_MAX } from './query.ts'

const TEXTS = 1_000_000
const HEAP_MAX = 600 * 1024 * 1024

const email = tableByLogicalName('email')!

/** mulberry32: the same texts in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const WORDS = [
  'subject',
  'statecode',
  '_ownerid_value',
  'createdon',
  'owninguser/fullname',
  'nosuch',
  '@p1',
  'p/addressused',
  ' eq ',
  ' ne ',
  ' gt ',
  ' in ',
  ' and ',
  ' or ',
  'not ',
  '(',
  '(',
  ')',
  ')',
  ',',
  ';',
  ':',
  "'",
  "''",
  '"',
  '[',
  ']',
  '=',
  "'a'",
  "'it''s'",
  'null',
  'true',
  '5',
  '-1',
  '1e400',
  '2026-01-31',
  '2026-13-45T99:00Z',
  '9'.repeat(40),
  '6f9619ff-8b86-d011-b42d-00cf4fc964ff',
  'contains(',
  'startswith(',
  'email_activity_parties/any(',
  'p:',
  '/all(x:',
  'Microsoft.Dynamics.CRM.',
  'In(',
  'LastXDays(',
  'Between(',
  "PropertyName='subject'",
  'PropertyValue=',
  'PropertyValues=["1","2"]',
  '$select=',
  '$filter=',
  '$expand=',
  '$orderby=',
  '$top=',
  'owninguser',
  '/$ref',
  '/',
  ' desc',
  ' ',
  '\t',
  '\u0000',
  '\ud800',
  '\u{1f600}',
  '%',
] as const

const CONDITIONS = [
  "subject eq 'a' and not (statecode in (0,1,null))",
  "email_activity_parties/any(p:p/addressused eq 'a@b' or p/partyid_systemuser/fullname ne null)",
  'Microsoft.Dynamics.CRM.In(PropertyName=\'subject\',PropertyValues=["O\'Hara","b"]) or subject eq sender',
  "Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=7)",
  'owninguser($select=fullname;$expand=createdby($select=fullname)),email_activity_parties($filter=participationtypemask eq 2;$orderby=addressused desc;$top=3)',
] as const

const OPTIONS = [
  '$filter',
  '$filter',
  '$filter',
  '$expand',
  '$expand',
  '$orderby',
  '$select',
  '$top',
  '$skiptoken',
  '$format',
  '@p1',
]

const damaged = (next: (below: number) => number): string => {
  let text: string = CONDITIONS[next(CONDITIONS.length)]!
  for (let n = next(4); n >= 0; n--) {
    const at = next(text.length + 1)
    const cut = next(3) === 0 ? next(6) : 0
    text = text.slice(0, at) + WORDS[next(WORDS.length)] + text.slice(at + cut)
  }
  return text
}

const nearGrammar = (next: (below: number) => number): string =>
  Array.from({ length: 1 + next(14) }, () => WORDS[next(WORDS.length)]).join('')

const noise = (next: (below: number) => number): string =>
  String.fromCharCode(...Array.from({ length: next(24) }, () => next(next(4) === 0 ? 65_536 : 128)))

test('a million random texts are each read or refused, nothing is thrown, memory stays bounded', () => {
  const next = generator(20_261_124)
  let read = 0
  for (let n = 0; n < TEXTS; n++) {
    const kind = next(10)
    const text = kind < 5 ? damaged(next) : kind < 8 ? nearGrammar(next) : noise(next)
    const option = OPTIONS[next(OPTIONS.length)]!
    const result = parseQuery(
      email,
      kind === 9
        ? text
        : [
            [option, text],
            ['@p2', text],
          ],
    )
    if (result.ok) read += 1
    else if (result.error.message.length > 700 || (result.error.position ?? 0) > text.length) {
      expect.fail(`${option}=${text}: ${result.error.message}`)
    }
    if (n % 100_000 === 0) expect(process.memoryUsage().heapUsed).toBeLessThan(HEAP_MAX)
  }
  // Neither a generator that only makes rubbish nor a parser that takes anything would prove much.
  expect(read).toBeGreaterThan(TEXTS / 50)
  expect(read).toBeLessThan(TEXTS / 2)
})

test.each([
  ['$filter', "'"],
  ['$filter', "''"],
  ['$filter', '('],
  ['$filter', 'not '],
  ['$filter', 'a/'],
  ['$filter', 'owninguser/'],
  ['$filter', '@p1 '],
  ['$filter', 'email_activity_parties/any(p:'],
  ['$filter', 'email_activity_parties/any(p:p/'],
  ['$filter', "Microsoft.Dynamics.CRM.In(PropertyName='subject',PropertyValues=["],
  ['$filter', 'subject in ('],
  ['$expand', 'createdby($expand='],
  ['$expand', 'createdby('],
  ['$expand', 'createdby(;'],
  ['$expand', "createdby($filter='"],
  ['$expand', 'createdby('],
  ['$orderby', 'createdby/'],
  ['$select', ','],
])('%s made of 32 KB of %s is refused', (option, piece) => {
  const text = piece.repeat(Math.floor((QUERY_LENGTH_MAX - 20) / piece.length))
  expect(parseQuery(email, [[option, text]])).toMatchObject({ ok: false })
})
