import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { EXIT, Failure } from '../failure.ts'
import type { Bundle } from './bundle.ts'
import { openArchive, openFolder } from './container.ts'
import { readPages } from './pages.ts'
import { findSolution, readSolution } from './solution.ts'

const ARCHIVE_BYTES_MAX = 64 * 1024 * 1024

/**
 * Reads the given path: a solution as a zip archive, an unpacked solution, or a folder of pages.
 * @param prefix start of the names of pages
 * @throws Failure
 */
export function readSource(source: string, prefix: string | undefined): Bundle {
  try {
    const about = statSync(source)
    return about.isDirectory()
      ? readFolder(source, prefix)
      : readArchive(source, about.size, prefix)
  } catch (error) {
    if (error instanceof Failure) throw error
    const { code } = error as NodeJS.ErrnoException
    throw new Failure(EXIT.usage, `${source} can't be read (${code}).`)
  }
}

const NO_PREFIX = '--prefix is for pages of your own; a solution names its own files.'

function readArchive(source: string, size: number, prefix: string | undefined): Bundle {
  if (prefix !== undefined) throw new Failure(EXIT.usage, NO_PREFIX)
  if (size > ARCHIVE_BYTES_MAX) {
    throw new Failure(EXIT.refused, `${source} is larger than ${ARCHIVE_BYTES_MAX} bytes.`)
  }
  const archive = openArchive(readFileSync(source), source)
  const place = findSolution(archive)
  if (place !== null) return readSolution(archive, place)
  throw new Failure(EXIT.refused, `${source} is no solution: it has no solution.xml.`)
}

function readFolder(source: string, prefix: string | undefined): Bundle {
  const folder = wholeOf(source)
  const container = openFolder(folder)
  const place = findSolution(container)
  if (place !== null) {
    if (prefix !== undefined) throw new Failure(EXIT.usage, NO_PREFIX)
    return readSolution(container, place)
  }
  if (prefix !== undefined) return readPages(container, prefix)
  throw new Failure(
    EXIT.refused,
    `${source} is no unpacked solution: it has no Other/Solution.xml. For pages of your own say what their names start with, such as --prefix new_/pages/.`,
  )
}

/** A path to `WebResources` or `Other` of an unpacked solution means the whole solution. */
function wholeOf(source: string): string {
  const folder = resolve(source)
  if (!/^(webresources|other)$/i.test(basename(folder))) return source
  const above = dirname(folder)
  const other = namesIn(above).find((name) => name.toLowerCase() === 'other')
  const isWhole =
    other !== undefined &&
    namesIn(join(above, other)).some((name) => name.toLowerCase() === 'solution.xml')
  return isWhole ? above : source
}

const namesIn = (folder: string): readonly string[] =>
  statSync(folder).isDirectory() ? readdirSync(folder) : []
