import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const documents = globSync(['*.md', 'docs/**/*.md', '.github/**/*.md', 'packages/*/*.md'], {
  cwd: root,
}).sort()

const withoutCode = (text: string): string =>
  text.replaceAll(/^( *)(```|~~~)[\s\S]*?^\1\2$/gm, '').replaceAll(/`[^`\n]*`/g, 'code')

/** Of the headings, as GitHub makes them: https://docs.github.com/en/get-started/writing-on-github */
function anchorsOf(path: string): ReadonlySet<string> {
  const text = readFileSync(path, 'utf8').replaceAll(/^( *)(```|~~~)[\s\S]*?^\1\2$/gm, '')
  const seen = new Map<string, number>()
  const anchors = new Set([...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, name]) => name!))
  for (const [, heading] of text.matchAll(/^#{1,6} +(.*?) *#*$/gm)) {
    const anchor = heading!
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-')
    const count = seen.get(anchor) ?? 0
    seen.set(anchor, count + 1)
    anchors.add(count === 0 ? anchor : `${anchor}-${count}`)
  }
  return anchors
}

/** Addresses within the checkout that a document links to. */
function linksOf(document: string): readonly string[] {
  const text = withoutCode(readFileSync(resolve(root, document), 'utf8'))
  return [
    ...[...text.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)].map(([, to]) => to!),
    ...[...text.matchAll(/^\[[^\]]+\]: +<?(\S+?)>?$/gm)].map(([, to]) => to!),
    ...[...text.matchAll(/<(?:img|source)[^>]* src(?:set)?="([^"]+)"/g)].map(([, to]) => to!),
  ].filter((to) => !/^[a-z][a-z0-9+.-]*:/i.test(to))
}

/** Why a link leads nowhere; null = it leads somewhere. */
function brokenness(document: string, link: string): string | null {
  const [file, anchor] = link.split('#')
  const path = file ? resolve(root, dirname(document), decodeURI(file)) : resolve(root, document)
  if (relative(root, path).startsWith('..')) return 'leads out of the project'
  if (!existsSync(path)) return 'there is no such file'
  if (anchor === undefined || statSync(path).isDirectory() || !path.endsWith('.md')) return null
  return anchorsOf(path).has(anchor) ? null : 'there is no such heading'
}

test.each(documents)('the links of %s lead to files and headings that are there', (document) => {
  const broken = linksOf(document).flatMap((link) => {
    const why = brokenness(document, link)
    return why === null ? [] : [`${link}: ${why}`]
  })
  expect(broken).toEqual([])
})

test('there are links to look at', () => {
  expect(documents.flatMap(linksOf).length).toBeGreaterThan(50)
})
