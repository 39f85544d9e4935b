import { EXIT, Failure } from '../failure.ts'

/** Web resources in the form that the server accepts. */
export interface Bundle {
  readonly solution: {
    readonly uniqueName: string
    readonly friendlyName: string
    readonly version: string
    readonly isManaged: boolean
  } | null
  readonly files: readonly BundleFile[]
  /** Files of an unpacked solution that belong to no web resource. */
  readonly leftOut: readonly string[]
}

export interface BundleFile {
  readonly name: string
  readonly displayName: string | null
  readonly description: string | null
  /** `webresourcetype`, 1 to 12. */
  readonly type: number
  /** Base64. */
  readonly content: string
  readonly languageCode: number | null
  readonly introducedVersion: string | null
}

/** The server's limits. They are checked here, too, so that no upload is refused as too large. */
export const FILE_BYTES_MAX = 5 * 1024 * 1024
export const BUNDLE_BYTES_MAX = 32 * 1024 * 1024
export const FILES_MAX = 2000

const TYPES: Readonly<Record<string, number>> = {
  htm: 1,
  html: 1,
  css: 2,
  js: 3,
  xml: 4,
  png: 5,
  jpg: 6,
  jpeg: 6,
  gif: 7,
  xap: 8,
  xsl: 9,
  xslt: 9,
  ico: 10,
  svg: 11,
  resx: 12,
}

/** @returns null if no type of web resource has this file extension */
export const typeOfName = (name: string): number | null =>
  TYPES[/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null

/** @throws Failure if a file or the whole is larger than the server accepts */
export function checkSizes(
  sizes: readonly { readonly name: string; readonly size: number }[],
): void {
  const large = sizes.find(({ size }) => size > FILE_BYTES_MAX)
  if (large !== undefined) {
    throw new Failure(
      EXIT.refused,
      `${large.name} has ${large.size} bytes; a web resource may have ${FILE_BYTES_MAX}.`,
    )
  }
  const total = sizes.reduce((sum, { size }) => sum + size, 0)
  if (total > BUNDLE_BYTES_MAX || sizes.length > FILES_MAX) {
    throw new Failure(
      EXIT.refused,
      `${sizes.length} files of ${total} bytes are too much; at most ${FILES_MAX} of ${BUNDLE_BYTES_MAX} can be imported at once.`,
    )
  }
}
