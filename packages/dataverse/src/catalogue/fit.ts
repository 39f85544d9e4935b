import type { Column } from './types.ts'

/** A link isn't cut, since it wouldn't work any more. */
const ALL_OR_NOTHING: ReadonlySet<string> = new Set(['exchangeweblink'])
/** What comes after the last dot says what kind of file it is, where it is this short. */
const EXTENSION = /\.[^.\s]{1,16}$/

/**
 * A text as its column can hold it, so that it can be written back (AC9). Lengths are in UTF-16 code
 * units, as Dataverse counts; no character is cut in two.
 */
export function fittingText(
  { logicalName, maxLength }: Pick<Column, 'logicalName' | 'maxLength'>,
  text: string,
): string | null {
  if (maxLength === null || text.length <= maxLength) return text
  if (ALL_OR_NOTHING.has(logicalName)) return null
  const [end = ''] = logicalName === 'filename' ? (EXTENSION.exec(text) ?? []) : []
  return cut(text, maxLength - end.length) + end
}

function cut(text: string, length: number): string {
  const lastIsHalf = /[\uD800-\uDBFF]/.test(text.charAt(length - 1))
  return text.slice(0, lastIsHalf ? length - 1 : length)
}
