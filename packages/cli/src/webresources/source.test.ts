import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readSource } from './source.ts'

const UNPACKED = join(import.meta.dirname, '../../test/unpacked')

/** A copy of the unpacked solution below a folder of its own. */
function copied(below = 'Solution'): { readonly top: string; readonly solution: string } {
  const top = mkdtempSync(join(tmpdir(), 'trackmark-solution-'))
  const solution = join(top, below)
  cpSync(UNPACKED, solution, { recursive: true })
  return { top, solution }
}

function zipOf(folder: string, root: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const entries = files.map((path) => [
    `${root}${path.slice(folder.length + 1)}`,
    new Uint8Array(readFileSync(path)),
  ])
  const file = join(mkdtempSync(join(tmpdir(), 'trackmark-solution-')), 'solution.zip')
  writeFileSync(file, zipSync(Object.fromEntries(entries)))
  return file
}

const FRONT_DESK = {
  solution: {
    uniqueName: 'FrontDesk',
    friendlyName: 'Front desk & visitors > 10',
    version: '1.4.0.12',
    isManaged: false,
  },
  names: ['tmk_/desk/Start.html', 'tmk_/desk/scripts/visitors.js', 'tmk_/desk/settings'],
}
function imported(source: string) {
  const { solution, files } = readSource(source, undefined)
  return { solution, names: files.map(({ name }) => name).sort() }
}

test('an unpacked solution has the names, types and texts its .data.xml files say', () => {
  const { solution, files, leftOut } = readSource(UNPACKED, undefined)
  expect(solution).toEqual(FRONT_DESK.solution)
  expect(leftOut).toEqual([])
  expect(files.find(({ name }) => name === 'tmk_/desk/settings')).toEqual({
    name: 'tmk_/desk/settings',
    displayName: 'Settings without an ending',
    description: null,
    type: 4,
    content: readFileSync(join(UNPACKED, 'WebResources/tmk_/desk/settings')).toString('base64'),
    languageCode: 1033,
    introducedVersion: '1.4.0.0',
  })
})

test.each([
  ['as it is', '.', '.'],
  ['by its web resources', '.', 'WebResources'],
  ['by its other half', '.', 'Other'],
  ['from the clone around it', 'Editor/Solution', '../..'],
])('an unpacked solution is found %s', (_, below, from) => {
  const { solution } = copied(below)
  expect(imported(join(solution, from))).toEqual(FRONT_DESK)
})

test('an unpacked solution is found in a zip of the repository around it', () => {
  expect(imported(zipOf(UNPACKED, 'editor-main/Solution/'))).toEqual(FRONT_DESK)
})

test('a solution zip that was unzipped is a solution, too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trackmark-solution-'))
  const list = `<a><WebResources><WebResource><Name>new_/a.html</Name><WebResourceType>1</WebResourceType><FileName>/WebResources/new_a-1</FileName></WebResource></WebResources></a>`
  mkdirSync(join(folder, 'WebResources'))
  writeFileSync(join(folder, 'WebResources/new_a-1'), '<p>')
  writeFileSync(join(folder, 'customizations.xml'), list)
  cpSync(join(UNPACKED, 'Other/Solution.xml'), join(folder, 'solution.xml'))
  expect(imported(folder)).toEqual({ ...FRONT_DESK, names: ['new_/a.html'] })
})

test('XML that Windows wrote in UTF-16 is read', () => {
  const { solution } = copied()
  const manifest = join(solution, 'Other/Solution.xml')
  const text = readFileSync(manifest, 'utf8')
  writeFileSync(manifest, Buffer.from(`\uFEFF${text}`, 'utf16le'))
  expect(imported(solution)).toEqual(FRONT_DESK)
})

test('a file without .data.xml is left out, and named', () => {
  const { solution } = copied()
  writeFileSync(join(solution, 'WebResources/tmk_/desk/visitors.ts'), 'x')
  const bundle = readSource(solution, undefined)
  expect([bundle.files.length, bundle.leftOut]).toEqual([3, ['WebResources/tmk_/desk/visitors.ts']])
})

test('a .data.xml without its file is refused, and nothing is imported', () => {
  const { solution } = copied()
  rmSync(join(solution, 'WebResources/tmk_/desk/scripts/visitors.js'))
  expect(() => readSource(solution, undefined)).toThrow(
    /lists tmk_\/desk\/scripts\/visitors\.js, but has no file/,
  )
})

test.each([
  ['a folder of pages', (top: string) => writeFileSync(join(top, 'a.html'), 'x')],
  [
    'web resources without their solution',
    (top: string) => cpSync(join(UNPACKED, 'WebResources'), top, { recursive: true }),
  ],
  ['an empty folder', () => {}],
])('%s is no unpacked solution, and is refused without --prefix', (_, fill) => {
  const top = mkdtempSync(join(tmpdir(), 'trackmark-solution-'))
  fill(top)
  expect(() => readSource(top, undefined)).toThrow(/is no unpacked solution.*--prefix/s)
})

test('web resources of a solution never take a prefix', () => {
  const { solution, top } = copied()
  expect(() => readSource(solution, 'new_/')).toThrow('names its own files')
  rmSync(join(solution, 'Other'), { recursive: true })
  expect(() => readSource(top, 'new_/')).toThrow('is part of an unpacked solution')
})

test('of two solutions one has to be named', () => {
  const { top, solution } = copied('a')
  cpSync(solution, join(top, 'b'), { recursive: true })
  expect(() => readSource(top, undefined)).toThrow('several solutions (a/, b/); name one')
})

test('an archive without a manifest is no solution', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'trackmark-solution-')), 'a.zip')
  writeFileSync(file, zipSync({ 'a.txt': strToU8('x') }))
  expect(() => readSource(file, undefined)).toThrow('has no solution.xml')
})
