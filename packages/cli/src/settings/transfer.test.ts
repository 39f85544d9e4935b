import { mergeOrgSettings } from '@trackmark/dataverse'
import { expect, test } from 'vitest'
import { exportText, importValues } from './transfer.ts'

const VALUES = { TrackCategorizedItems: false, TraceLogPersistenceTimeInDays: 9 }

test.each(['xml', 'json'] as const)('what is exported as %s is imported as it was', (format) => {
  expect(importValues(exportText(VALUES, format))).toEqual(VALUES)
  expect(importValues(exportText({}, format))).toEqual({})
})

test('[OS4] exported XML is what the column itself takes', () => {
  const merged = mergeOrgSettings(null, exportText(VALUES, 'xml').trim())
  expect(merged.ok && merged.changes.map(({ setting }) => setting.name)).toEqual(
    Object.keys(VALUES),
  )
})

test.each([
  ['<orgSettings><trackcategorizeditems>FALSE</trackcategorizeditems></orgSettings>', 1],
  ['\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<OrgSettings/>', 0],
  ['{"trackCategorizedItems": "False"}', 1],
])('%s is read', (text, count) => {
  expect(Object.keys(importValues(text))).toHaveLength(count)
})

test('every fault of a file is named, and nothing of it is taken', () => {
  const text = `<OrgSettings><NoSuch>1</NoSuch><TrackCategorizedItems>maybe</TrackCategorizedItems>
    <TraceLogPersistenceTimeInDays>9</TraceLogPersistenceTimeInDays></OrgSettings>`
  expect(() => importValues(text)).toThrow(/Nothing was imported:\n.*NoSuch.*\n.*true or false/)
})

test.each([
  ['', 'empty'],
  ['<OrgSettings><A>', 'ends inside'],
  ['{"a":', 'JSON'],
  ['{"TrackCategorizedItems": {}}', 'must be true, false'],
  ['{"TrackCategorizedItems": true, "trackcategorizeditems": false}', 'named twice'],
  ['<!DOCTYPE x><OrgSettings/>', "aren't allowed"],
])('%j is refused', (text, why) => {
  expect(() => importValues(text)).toThrow(new RegExp(why))
})
