import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openArchive, openFolder } from './container.ts'
import { readPages } from './pages.ts'
import { findSolution, readSolution } from './solution.ts'
import { readSolutionXml } from './xml.ts'

const SOLUTION = `<?xml version="1.0" encoding="utf-8"?>
<ImportExportXml version="9.2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <SolutionManifest><UniqueName>Pages</UniqueName><Version>1.2.0.3</Version><Managed>1</Managed>
  <Publisher><UniqueName>Someone</UniqueName></Publisher></SolutionManifest></ImportExportXml>`
const entry = (name: string, file: string, type = 1) =>
  `<WebResource><WebResourceId>{1}</WebResourceId><Name>${name}</Name><DisplayName>A &amp; B</DisplayName><WebResourceType>${type}</WebResourceType><FileName>${file}</FileName></WebResource>`
const customizations = (...entries: string[]) =>
  `<ImportExportXml><Entities/><WebResources>${entries.join('')}</WebResources></ImportExportXml>`
const zip = (files: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, data]) => [
        name,
        typeof data === 'string' ? strToU8(data) : data,
      ]),
    ),
  )
const read = (archive: Uint8Array) => {
  const container = openArchive(archive, 'pages.zip')
  return readSolution(container, findSolution(container) ?? { root: '', form: 'packed' })
}
const solution = (list: string, files: Record<string, string | Uint8Array>) =>
  zip({ 'solution.xml': SOLUTION, 'customizations.xml': list, ...files })

test('a solution names itself, and where each of its web resources lies', () => {
  const archive = solution(customizations(entry('new_/a/Page.html', '/WebResources/new_aPage-1')), {
    'WebResources/new_apage-1': '<p>',
    'Workflows/other.xaml': 'x'.repeat(9_000_000),
  })
  expect(read(archive)).toEqual({
    solution: { uniqueName: 'Pages', friendlyName: 'Pages', version: '1.2.0.3', isManaged: true },
    files: [
      {
        name: 'new_/a/Page.html',
        displayName: 'A & B',
        description: null,
        type: 1,
        content: Buffer.from('<p>').toString('base64'),
        languageCode: null,
        introducedVersion: null,
      },
    ],
    leftOut: [],
  })
})

test.each([
  ['no zip', strToU8('not a zip'), /no whole zip/],
  ['cut off', solution('', {}).slice(0, 60), /no whole zip/],
  ['half a manifest', zip({ 'solution.xml': SOLUTION }), /has no customizations\.xml/],
  ['an entity', solution('<!DOCTYPE a [<!ENTITY b "c">]><a/>', {}), /Document types/],
  ['broken XML', solution('<a><b></a>', {}), /isn't closed/],
  ['nothing in it', solution(customizations(), {}), /0 web resources/],
  ['a file it lacks', solution(customizations(entry('n', '/WebResources/n')), {}), /has no file/],
  [
    'a path out of the archive',
    solution(customizations(entry('n', '../../etc/passwd')), { 'etc/passwd': 'x' }),
    /has no file/,
  ],
  ['a type there is none of', solution(customizations(entry('n', 'n', 13)), { n: '' }), /type/],
  [
    'a file that swells',
    solution(customizations(entry('n', 'n')), { n: new Uint8Array(6 * 1024 * 1024) }),
    /may have 5242880/,
  ],
  [
    'many that swell',
    solution(
      customizations(...Array.from({ length: 9 }, (_, n) => entry(`n${n}`, `n${n}`))),
      Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`n${n}`, new Uint8Array(4e6)])),
    ),
    /too much/,
  ],
] as const)('a solution with %s is refused', (_, archive, why) => {
  expect(() => read(archive)).toThrow(why)
})

test('an entry never takes more memory than it declares', () => {
  const archive = solution(customizations(entry('n', 'n')), { n: new Uint8Array(1_000_000) })
  // The size in the central directory, which comes last, is made to lie.
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  for (let at = 0; at < archive.length - 4; at++) {
    const isEntry = view.getUint32(at, true) === 0x02014b50
    if (isEntry && view.getUint32(at + 24, true) === 1_000_000) view.setUint32(at + 24, 10, true)
  }
  const [file] = read(archive).files
  expect(Buffer.from(file!.content, 'base64')).toHaveLength(10)
})

test('a folder gives its files the prefix, and follows no links', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trackmark-pages-'))
  mkdirSync(join(folder, 'scripts'))
  writeFileSync(join(folder, 'index.html'), '<p>')
  writeFileSync(join(folder, 'scripts', 'a.js'), 'a()')
  writeFileSync(join(folder, '.hidden'), 'x')
  symlinkSync('/etc/passwd', join(folder, 'link.html'))
  const { files } = readPages(openFolder(folder), 'new_/')
  expect(files.map(({ name, type }) => [name, type])).toEqual([
    ['new_/index.html', 1],
    ['new_/scripts/a.js', 3],
  ])
  writeFileSync(join(folder, 'notes.txt'), 'x')
  expect(() => readPages(openFolder(folder), '')).toThrow('notes.txt')
})

test.each([
  ['<a>x<!-- <b> -->y<![CDATA[<z>]]>&#65;&lt;</a>', 'xy<z>A<'],
  ['<?xml version="1.0"?><a b="c"/>', ''],
])('%s is read', (text, expected) => {
  expect(readSolutionXml(text, 'f').text).toBe(expected)
})

test.each(['', 'text', '<a', '<a>', '<a></b>', '</a>', '<a><a b></a>', `${'<a>'.repeat(200)}`])(
  '%j is no XML, and is refused',
  (text) => {
    expect(() => readSolutionXml(text, 'f')).toThrow("f can't be read")
  },
)
