import { EXIT, Failure } from '../failure.ts'
import { type Bundle, type BundleFile, checkSizes, FILES_MAX } from './bundle.ts'
import type { Container } from './container.ts'
import { child, childText, decodeXml, readSolutionXml, type XmlElement } from './xml.ts'

/** `customizations.xml` of a whole CRM can be large; its web resources are a small part. */
const MANIFEST_BYTES_MAX = 32 * 1024 * 1024

/** The folder of a solution in a container, and which of the two forms it has. */
export interface SolutionPlace {
  /** Empty, or a path that ends with a slash. */
  readonly root: string
  /**
   * `packed`: `customizations.xml` lists every web resource. `unpacked`, as SolutionPackager writes
   * it (Microsoft Learn, "SolutionPackager tool"): `Other/Solution.xml`, and below `WebResources` a
   * `.data.xml` beside each file, which says what the file is called.
   */
  readonly form: 'packed' | 'unpacked'
}

/**
 * Finds the solution in a container. If there are several, the one nearest to the top is taken.
 * @returns null if there is none
 * @throws Failure if several are equally near
 */
export function findSolution({ source, sizes }: Container): SolutionPlace | null {
  const places = [...sizes.keys()].flatMap((path): readonly SolutionPlace[] => {
    const folder = /^(|.*\/)solution\.xml$/.exec(normal(path))?.[1]
    if (folder === undefined) return []
    const root = /^(|.*\/)other\/$/.exec(folder)?.[1]
    return root === undefined ? [{ root: folder, form: 'packed' }] : [{ root, form: 'unpacked' }]
  })
  const depth = ({ root }: SolutionPlace): number => root.split('/').length
  const least = Math.min(...places.map(depth))
  const [first, ...others] = places.filter((one) => depth(one) === least)
  if (first === undefined || others.length === 0) return first ?? null
  const names = [first, ...others].map(({ root }) => root || '.').join(', ')
  throw new Failure(EXIT.refused, `${source} holds several solutions (${names}); name one of them.`)
}

/**
 * Reads the name of a solution and its web resources. Sizes are checked first, and only files that
 * the solution names are read.
 * @throws Failure
 */
export function readSolution(container: Container, { root, form }: SolutionPlace): Bundle {
  const { source, sizes } = container
  const keys = new Map([...sizes.keys()].map((key) => [normal(key), key]))
  const folder = form === 'unpacked' ? `${root}other/` : root
  const xml = (paths: readonly string[]): readonly XmlElement[] => {
    const found = paths.map((path) => keys.get(path)!)
    const size = found.reduce((sum, key) => sum + (sizes.get(key) ?? 0), 0)
    if (size > MANIFEST_BYTES_MAX) {
      throw new Failure(
        EXIT.refused,
        `${found[0]} in ${source} is larger than ${MANIFEST_BYTES_MAX} bytes.`,
      )
    }
    const texts = container.read(new Set(found))
    return found.map((key) => readSolutionXml(decodeXml(texts.get(key)!), `${key} in ${source}`))
  }
  const customizations = `${folder}customizations.xml`
  if (form === 'packed' && !keys.has(customizations)) {
    throw new Failure(EXIT.refused, `${source} is no solution: it has no customizations.xml.`)
  }
  const [manifest] = xml([`${folder}solution.xml`])
  const listed = (keys.has(customizations) ? xml([customizations]) : [])
    .flatMap((one) => child(one, 'WebResources')?.children ?? [])
    .filter(({ name }) => name === 'WebResource')
    .map((element) => describe(element, source))
    .map((one): Wanted => ({ ...one, paths: [`${root}${one.file}`] }))
  const below = `${root}webresources/`
  const paths = form === 'packed' ? [] : [...keys.keys()].filter((path) => path.startsWith(below))
  const described = paths.filter((path) => path.endsWith(DATA))
  const elements = xml(described.slice(0, FILES_MAX + 1))
  const beside = elements.map((element, index): Wanted => {
    const one = describe(element, `${keys.get(described[index]!)} in ${source}`)
    const own = described[index]!.slice(0, -DATA.length)
    return { ...one, paths: [own, `${below}${normal(one.name)}`, `${root}${one.file}`] }
  })
  const files = contentsOf(container, keys, [...listed, ...beside])
  const taken = new Set([...described, ...files.map(({ key }) => normal(key))])
  return {
    solution: solutionOf(manifest!, source),
    files: files.map(({ file }) => file),
    leftOut: paths.filter((path) => !taken.has(path)).map((path) => keys.get(path)!),
  }
}

const DATA = '.data.xml'

/** Paths are compared without case, with slashes, and without one at the start. */
const normal = (path: string): string =>
  path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

type Described = Omit<BundleFile, 'content'> & { readonly file: string }
/** @property paths possible paths of the file, the most likely first */
type Wanted = Described & { readonly paths: readonly string[] }

function contentsOf(
  container: Container,
  keys: ReadonlyMap<string, string>,
  wanted: readonly Wanted[],
): readonly { readonly key: string; readonly file: BundleFile }[] {
  const { source, sizes } = container
  if (wanted.length === 0 || wanted.length > FILES_MAX) {
    throw new Failure(EXIT.refused, `${source} has ${wanted.length} web resources.`)
  }
  const found = wanted.map(({ file, paths, ...one }) => {
    const path = paths.find((candidate) => keys.has(candidate))
    if (path !== undefined) return { one, key: keys.get(path)! }
    throw new Failure(EXIT.refused, `${source} lists ${one.name}, but has no file ${file}.`)
  })
  checkSizes(found.map(({ one, key }) => ({ name: one.name, size: sizes.get(key) ?? 0 })))
  const contents = container.read(new Set(found.map(({ key }) => key)))
  return found.map(({ one, key }) => ({
    key,
    file: { ...one, content: Buffer.from(contents.get(key)!).toString('base64') },
  }))
}

function describe(element: XmlElement, where: string): Described {
  const name = childText(element, 'Name')
  const file = childText(element, 'FileName')
  const type = Number(childText(element, 'WebResourceType'))
  if (name === null || file === null || !(type >= 1 && type <= 12)) {
    throw new Failure(
      EXIT.refused,
      `A web resource of ${where} (${name ?? 'without a name'}) lacks its name, file or type.`,
    )
  }
  const languageCode = childText(element, 'LanguageCode')
  return {
    name,
    file: normal(file),
    type,
    displayName: childText(element, 'DisplayName')?.slice(0, 200) ?? null,
    description: childText(element, 'Description')?.slice(0, 2000) ?? null,
    languageCode: languageCode === null ? null : Number(languageCode),
    introducedVersion: childText(element, 'IntroducedVersion'),
  }
}

const ENGLISH = '1033'

function solutionOf(root: XmlElement, source: string): NonNullable<Bundle['solution']> {
  const manifest = child(root, 'SolutionManifest')
  const uniqueName = childText(manifest, 'UniqueName')
  const version = childText(manifest, 'Version')
  if (uniqueName === null || version === null) {
    throw new Failure(EXIT.refused, `solution.xml in ${source} names no solution and version.`)
  }
  const names = child(manifest, 'LocalizedNames')?.children ?? []
  const own =
    names.find(({ attributes }) => attributes.get('languagecode')?.text === ENGLISH) ?? names[0]
  const friendlyName = (own?.attributes.get('description')?.text.trim() || uniqueName).slice(0, 256)
  // 0 = unmanaged, 1 = managed; 2 = may become either.
  const isManaged = childText(manifest, 'Managed') === '1'
  return { uniqueName, friendlyName, version, isManaged }
}
