import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT, Failure } from '../failure.ts'
import { type Bundle, checkSizes, FILES_MAX, typeOfName } from './bundle.ts'

/**
 * Every file of a folder, named by `prefix` and its path below the folder. Links are not followed,
 * and hidden files left out; a file no type of web resource fits is named.
 * @throws Failure
 */
export function readFolder(folder: string, prefix: string): Bundle {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, below: path.slice(join(folder, '/').length).replaceAll('\\', '/') }))
    .filter(({ below }) => !below.split('/').some((part) => part.startsWith('.')))
    .sort((a, b) => (a.below < b.below ? -1 : 1))
  if (paths.length === 0 || paths.length > FILES_MAX) {
    throw new Failure(EXIT.refused, `${folder} has ${paths.length} files to import.`)
  }
  const named = paths.map(({ path, below }) => ({ path, name: `${prefix}${below}` }))
  checkSizes(named.map(({ path, name }) => ({ name, size: statSync(path).size })))
  const files = named.map(({ path, name }) => {
    const type = typeOfName(name)
    if (type === null) throw new Failure(EXIT.refused, `${path} has an ending no web resource has.`)
    return {
      name,
      displayName: name.split('/').at(-1) ?? name,
      description: null,
      type,
      content: readFileSync(path).toString('base64'),
      languageCode: null,
      introducedVersion: null,
    }
  })
  return { solution: null, files }
}
