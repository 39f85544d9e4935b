import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { EXIT, Failure } from '../failure.ts'

/** The files of a zip archive or of a folder. */
export interface Container {
  /** Path as the person typed it, for messages. */
  readonly source: string
  /** Unpacked size of each file in bytes, by its path with slashes. */
  readonly sizes: ReadonlyMap<string, number>
  /** @param paths keys of `sizes` */
  read(paths: ReadonlySet<string>): ReadonlyMap<string, Uint8Array>
}

const ENTRIES_MAX = 20_000

/**
 * The files of a zip archive. Sizes are read without unpacking anything; names in the archive are
 * keys, and never paths on this machine.
 * @throws Failure
 */
export function openArchive(archive: Uint8Array, source: string): Container {
  const sizes = new Map<string, number>()
  unzip(archive, source, ({ name, originalSize }) => {
    if (!name.endsWith('/')) sizes.set(name, originalSize)
    return false
  })
  return {
    source,
    sizes: limited(sizes, source),
    read: (paths) => new Map(Object.entries(unzip(archive, source, ({ name }) => paths.has(name)))),
  }
}

function unzip(
  archive: Uint8Array,
  source: string,
  filter: (file: { readonly name: string; readonly originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    // The memory for an entry is limited by its declared size, however large it would unpack to.
    return unzipSync(archive, { filter })
  } catch (error) {
    throw new Failure(
      EXIT.refused,
      `${source} is no whole zip archive (${(error as Error).message}).`,
    )
  }
}

/**
 * The files below a folder. Links aren't followed; hidden files and packages of npm are left out.
 * @throws Failure when there are too many
 */
export function openFolder(folder: string): Container {
  const sizes = new Map<string, number>()
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isDirectory()) walk(path)
      else if (entry.isFile()) sizes.set(path, lstatSync(join(folder, path)).size)
      limited(sizes, folder)
    }
  }
  walk('')
  return {
    source: folder,
    sizes,
    read: (paths) => new Map([...paths].map((path) => [path, readFileSync(join(folder, path))])),
  }
}

function limited(sizes: ReadonlyMap<string, number>, source: string): ReadonlyMap<string, number> {
  if (sizes.size <= ENTRIES_MAX) return sizes
  throw new Failure(EXIT.refused, `${source} has more than ${ENTRIES_MAX} files.`)
}
