import { EXIT, Failure } from '../failure.ts'
import { type Bundle, checkSizes, FILES_MAX, typeOfName } from './bundle.ts'
import type { Container } from './container.ts'

/**
 * Reads every file of a folder of pages. Its name is `prefix` and its path below the folder.
 * @throws Failure naming a file that fits no type of web resource
 */
export function readPages({ source, sizes, read }: Container, prefix: string): Bundle {
  const described = [...sizes.keys()].find((path) => /\.data\.xml$/i.test(path))
  if (described !== undefined) {
    throw new Failure(
      EXIT.refused,
      `${source} is part of an unpacked solution (${described} says what its file is called). Import the folder that holds "Other" and "WebResources", without --prefix.`,
    )
  }
  const paths = [...sizes.keys()].sort()
  if (paths.length === 0 || paths.length > FILES_MAX) {
    throw new Failure(EXIT.refused, `${source} has ${paths.length} files to import.`)
  }
  checkSizes(paths.map((path) => ({ name: `${prefix}${path}`, size: sizes.get(path) ?? 0 })))
  const contents = read(new Set(paths))
  const files = paths.map((path) => {
    const type = typeOfName(path)
    if (type === null) {
      throw new Failure(EXIT.refused, `${source}/${path} has an ending no web resource has.`)
    }
    return {
      name: `${prefix}${path}`,
      displayName: path.split('/').at(-1) ?? path,
      description: null,
      type,
      content: Buffer.from(contents.get(path)!).toString('base64'),
      languageCode: null,
      introducedVersion: null,
    }
  })
  return { solution: null, files, leftOut: [] }
}
