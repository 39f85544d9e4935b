import { expect, test } from 'vitest'
import { parsePrefer } from './prefer.ts'

test.each([
  ['odata.maxpagesize=5', 5],
  ['maxpagesize = "5"', 5],
  ['ODATA.MaxPageSize=007', 7],
  ['odata.maxpagesize=12345678901', 12_345_678_901],
  ['odata.include-annotations="a,odata.maxpagesize=9", odata.maxpagesize=5', 5],
  ['odata.maxpagesize=5;odata.include-annotations="*"', 5],
  ['respond-async; wait=10, odata.maxpagesize=5, odata.maxpagesize=6', 5],
  ['odata.maxpagesize=5abc', null],
  ['odata.maxpagesize=5 6', null],
  ['odata.maxpagesize=2.5', null],
  ['odata.maxpagesize=-5', null],
  ['odata.maxpagesize=+5', null],
  ['odata.maxpagesize=1e3', null],
  ['odata.maxpagesize=0', null],
  ['odata.maxpagesize', null],
  ['x-odata.maxpagesize=5', null],
])('the page size of %s is %s', (header, size) => {
  expect(parsePrefer(header).maxPageSize).toBe(size)
})

test('a preference is read to its end, quoted or not', () => {
  const read = parsePrefer
  expect(read('odata.include-annotations="a.b,-c.*"').annotations).toBe('a.b,-c.*')
  expect(read('odata.include-annotations=*').annotations).toBe('*')
  expect(read('odata.include-annotations="*", return=representation')).toMatchObject({
    annotations: '*',
    returnRepresentation: true,
  })
  expect(read('return=representations').returnRepresentation).toBe(false)
  expect(read('return=minimal;foo, return=representation').returnRepresentation).toBe(false)
  expect(read('odata.continue-on-error').continueOnError).toBe(true)
  expect(read('odata.continue-on-error=false').continueOnError).toBe(false)
  expect(read('odata.track-changes,odata.maxpagesize=3')).toMatchObject({
    trackChanges: true,
    maxPageSize: 3,
  })
  expect(read(null)).toMatchObject({ annotations: null, trackChanges: false })
})

test('what can’t be read is passed over up to the next comma', () => {
  expect(parsePrefer('@@@, "odd, odata.maxpagesize=5').maxPageSize).toBe(5)
})
