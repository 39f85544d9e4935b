import { unzipSync } from 'fflate'
import { EXIT, Failure } from '../failure.ts'
import { type Bundle, type BundleFile, checkSizes, FILES_MAX } from './bundle.ts'
import { child, childText, readXml, type XmlElement } from './xml.ts'

/** `customizations.xml` of a whole CRM can be large; its web resources are a small part. */
const MANIFEST_BYTES_MAX = 32 * 1024 * 1024
const ENTRIES_MAX = 20_000

/**
 * Reads a Dynamics solution: `solution.xml` names it, `customizations.xml` lists its web resources
 * and where in the archive each lies. Only listed entries are unpacked, into memory, after their
 * sizes were judged; names in the archive are keys and never paths on this machine.
 * @throws Failure
 */
export function readSolution(archive: Uint8Array, source: string): Bundle {
  const sizes = listing(archive, source)
  const manifest = new Map(
    ['solution.xml', 'customizations.xml'].map((name) => {
      const key = [...sizes.keys()].find((one) => normal(one) === name)
      if (key === undefined) {
        throw new Failure(EXIT.refused, `${source} is no solution: it has no ${name}.`)
      }
      if (sizes.get(key)! > MANIFEST_BYTES_MAX) {
        throw new Failure(
          EXIT.refused,
          `${name} in ${source} is larger than ${MANIFEST_BYTES_MAX} bytes.`,
        )
      }
      return [name, key] as const
    }),
  )
  const texts = unpack(archive, new Set(manifest.values()), source)
  const xml = (name: string) =>
    readXml(new TextDecoder().decode(texts.get(manifest.get(name)!)), `${name} in ${source}`)
  const listed = webResourcesOf(xml('customizations.xml'), source)
  const keys = new Map([...sizes.keys()].map((key) => [normal(key), key]))
  const wanted = listed.map((one) => ({ ...one, key: keys.get(one.file) }))
  const lost = wanted.find(({ key }) => key === undefined)
  if (lost !== undefined) {
    throw new Failure(EXIT.refused, `${source} lists ${lost.name}, but has no file ${lost.file}.`)
  }
  checkSizes(wanted.map(({ name, key }) => ({ name, size: sizes.get(key!) ?? 0 })))
  const contents = unpack(archive, new Set(wanted.map(({ key }) => key!)), source)
  const files: BundleFile[] = wanted.map(({ key, file: _file, ...one }) => ({
    ...one,
    content: Buffer.from(contents.get(key!)!).toString('base64'),
  }))
  return { solution: solutionOf(xml('solution.xml'), source), files }
}

/** Names are compared without case, with slashes, and without one at the start. */
const normal = (name: string): string =>
  name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

/** Entries and their unpacked sizes, without unpacking any. */
function listing(archive: Uint8Array, source: string): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  unzip(archive, source, ({ name, originalSize }) => {
    sizes.set(name, originalSize)
    return false
  })
  if (sizes.size <= ENTRIES_MAX) return sizes
  throw new Failure(EXIT.refused, `${source} has more than ${ENTRIES_MAX} entries.`)
}

function unpack(
  archive: Uint8Array,
  names: ReadonlySet<string>,
  source: string,
): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzip(archive, source, ({ name }) => names.has(name))))
}

function unzip(
  archive: Uint8Array,
  source: string,
  filter: (file: { readonly name: string; readonly originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    // Memory is taken by the size an entry declares, never by what it swells to.
    return unzipSync(archive, { filter })
  } catch (error) {
    throw new Failure(
      EXIT.refused,
      `${source} is no whole zip archive (${(error as Error).message}).`,
    )
  }
}

type Listed = Omit<BundleFile, 'content'> & { readonly file: string }

function webResourcesOf(root: XmlElement, source: string): readonly Listed[] {
  const listed = (child(root, 'WebResources')?.children ?? [])
    .filter(({ name }) => name === 'WebResource')
    .map((element) => webResourceOf(element, source))
  if (listed.length > 0 && listed.length <= FILES_MAX) return listed
  throw new Failure(EXIT.refused, `${source} has ${listed.length} web resources.`)
}

function webResourceOf(element: XmlElement, source: string): Listed {
  const name = childText(element, 'Name')
  const file = childText(element, 'FileName')
  const type = Number(childText(element, 'WebResourceType'))
  if (name === null || file === null || !(type >= 1 && type <= 12)) {
    throw new Failure(
      EXIT.refused,
      `A web resource of ${source} (${name ?? 'without a name'}) lacks its name, file or type.`,
    )
  }
  const languageCode = childText(element, 'LanguageCode')
  return {
    name,
    file: normal(file),
    type,
    displayName: childText(element, 'DisplayName'),
    description: childText(element, 'Description')?.slice(0, 2000) ?? null,
    languageCode: languageCode === null ? null : Number(languageCode),
    introducedVersion: childText(element, 'IntroducedVersion'),
  }
}

function solutionOf(root: XmlElement, source: string): NonNullable<Bundle['solution']> {
  const manifest = child(root, 'SolutionManifest')
  const uniqueName = childText(manifest, 'UniqueName')
  const version = childText(manifest, 'Version')
  if (uniqueName === null || version === null) {
    throw new Failure(EXIT.refused, `solution.xml in ${source} names no solution and version.`)
  }
  // 0 = unmanaged, 1 = managed; 2 = may become either.
  const isManaged = childText(manifest, 'Managed') === '1'
  return { uniqueName, friendlyName: uniqueName, version, isManaged }
}
