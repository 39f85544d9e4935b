import { expect, test } from 'vitest'
import { readAddresses } from './addresses.ts'

/** `Name <address>`, or what there is of it. */
const read = (header: string): string[] =>
  readAddresses(header).map(({ name, address }) => (name ? `${name} <${address}>` : address))

test('[IM15] comments are left out wherever they stand, nested and with escapes', () => {
  expect(read('Ada(in \\) the (north) office) <ada(work)@pine(host).example(home)>')).toEqual([
    'Ada <ada@pine.example>',
  ])
  expect(read('(all of them) ada@pine.example, (nobody else)')).toEqual([
    'all of them <ada@pine.example>',
  ])
  expect(read('"Ada (north)" <ada@pine.example>')).toEqual(['Ada (north) <ada@pine.example>'])
})

test('[IM15] a comment beside a bare address is its name', () => {
  expect(read('ada@pine.example (Ada Pine)')).toEqual(['Ada Pine <ada@pine.example>'])
  expect(read('ada@pine.example (=?utf-8?Q?J=C3=BCrgen?=)')).toEqual(['Jürgen <ada@pine.example>'])
})

test('[IM15] members of groups stand by themselves, and an empty group is nobody', () => {
  expect(read('Crew: Ada <ada@pine.example>, bo@oak.example; cy@elm.example')).toEqual([
    'Ada <ada@pine.example>',
    'bo@oak.example',
    'cy@elm.example',
  ])
  expect(read('(none)Undisclosed recipients :(nobody(known)) ;')).toEqual([])
  expect(read('All: Crew: ada@pine.example;, Guests:;;')).toEqual(['ada@pine.example'])
  expect(read('"Crew: north" <ada@pine.example>')).toEqual(['Crew: north <ada@pine.example>'])
})

test('[IM15] quoted local parts, literal domains and routes keep to their syntax', () => {
  expect(read('"ada pine"@oak.example')).toEqual(['"ada pine"@oak.example'])
  expect(read('Ada <"a@b, c"@oak.example>')).toEqual(['Ada <"a@b, c"@oak.example>'])
  expect(read('Ada <ada@[IPv6:2001:db8::1]>')).toEqual(['Ada <ada@[IPv6:2001:db8::1]>'])
  expect(read('Ada <@one.example,@two.example:ada@pine.example>')).toEqual([
    'Ada <ada@pine.example>',
  ])
  expect(read('Ada <ada @ pine.example>')).toEqual(['Ada <ada@pine.example>'])
})

test('[IM15] brackets that are missing, left open or doubled lose nobody', () => {
  expect(read('Ada Pine ada@pine.example, bo@oak.example')).toEqual([
    'Ada Pine <ada@pine.example>',
    'bo@oak.example',
  ])
  expect(read('Ada <ada@pine.example, bo@oak.example')).toEqual([
    'Ada <ada@pine.example>',
    'bo@oak.example',
  ])
  expect(read('<<ada@pine.example>>')).toEqual(['ada@pine.example'])
  expect(read('Ada ada@pine.example>')).toEqual(['Ada <ada@pine.example>'])
  expect(read('"Ada <ada@pine.example>')).toEqual(['Ada <ada@pine.example>'])
  expect(read('Ada (north <ada@pine.example>, bo@oak.example')).toHaveLength(2)
  expect(read('<mailto:ada@pine.example>; bo@oak.example')).toEqual([
    'ada@pine.example',
    'bo@oak.example',
  ])
})

test('[IM15] encoded words are one piece, with commas, brackets and question marks in them', () => {
  expect(read('=?utf-8?Q?Pine, Ada (north)?= <ada@pine.example>')).toEqual([
    'Pine, Ada (north) <ada@pine.example>',
  ])
  expect(read('"=?utf-8?Q?J=C3=BCrgen?=" <j@pine.example>')).toEqual(['Jürgen <j@pine.example>'])
  expect(read('=?utf-8?Q?Who?? Me?= <j@pine.example>')).toEqual(['Who?? Me <j@pine.example>'])
  expect(read('=?utf-8?B?w7bD?= =?utf-8?B?vA==?= <j@pine.example>')).toEqual([
    'öü <j@pine.example>',
  ])
})

test('[IM15] a long header of nothing but openings comes to an end', () => {
  for (const piece of ['(', '"', '<', '[', '=?a?Q?', '(a', '<a@', '\\"']) {
    expect(readAddresses(piece.repeat(20_000)).length, piece).toBeLessThan(20_001)
  }
})
