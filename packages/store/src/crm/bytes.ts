import type { Column } from '@trackmark/dataverse'
import { columnName, isText, type RunSql } from './sql.ts'

/** What limits the size of an answer. */
export interface Bounds {
  readonly run: RunSql
  /** The remaining bytes of the answer. Without a budget, each statement has one of its own. */
  readonly budget?: ByteBudget
  /** Waits until the process may hold a large answer. */
  readonly large?: () => Promise<void>
}

/** The maximum bytes of one answer, of all its rows and the rows expanded with them. */
export const ANSWER_BYTES_MAX = 16 * 1024 * 1024

/** Answers up to this size need no permit. */
const SMALL_BYTES_MAX = 2 * 1024 * 1024

/** The remaining bytes of an answer. The first row is always given, however large it is. */
export class ByteBudget {
  left = ANSWER_BYTES_MAX
  isEmpty = true
  /** Whether rows were left out. */
  isCut = false
}

/** Rows that can't be split into pages are larger than an answer may be. */
export class AnswerTooLargeError extends Error {
  override readonly name = 'AnswerTooLargeError'
}

/** The bytes of JSON around a value. */
const AROUND_VALUE = 8

const aroundRow = (columns: readonly Column[]): number =>
  columns.reduce((sum, column) => sum + column.webApiName.length + AROUND_VALUE, 0)

/** Whether so many rows may need a permit or be too many. Texts without a limit may have any size. */
export function mayBeLarge(columns: readonly Column[], rows: number): boolean {
  const texts = columns.filter(isText).map(({ maxLength }) => maxLength ?? Number.POSITIVE_INFINITY)
  const each = texts.reduce((sum, most) => sum + most, aroundRow(columns))
  return each * rows > SMALL_BYTES_MAX
}

/** SQL of the stored size of a row's texts, which is known without reading them. */
export function bytesSql(columns: readonly Column[], nameOf: (column: Column) => string): string {
  const texts = columns.filter((column) => column.physical !== null && isText(column))
  const lengths = texts.map((column) => `coalesce(octet_length(${nameOf(column)}), 0)`)
  return [String(aroundRow(columns)), ...lengths].join(' + ')
}

/** A statement that gives rows in their order, each with its `bytes` and its number `n`, from 1 on. */
interface Sized {
  readonly text: string
  readonly parameters: readonly unknown[]
}

/**
 * How many of these rows may be read, from the first one on. It takes their bytes from the reader's budget,
 * and waits for a permit where there are many.
 */
export async function rowsThatFit(reader: Bounds, { text, parameters }: Sized): Promise<number> {
  const budget = reader.budget ?? new ByteBudget()
  const [found] = await reader.run(
    `select count(*) filter (where total <= $${parameters.length + 1}::bigint) as fits, count(*) as rows,
       min(total) as first,
       max(total) filter (where total <= $${parameters.length + 1}::bigint) as bytes
     from (select sum(bytes) over (order by n) as total from (${text}) sized) summed`,
    [...parameters, budget.left],
  )
  const [fits, rows] = [Number(found?.fits), Number(found?.rows)]
  const isForced = fits === 0 && rows > 0 && budget.isEmpty
  const given = isForced ? 1 : fits
  await take(reader, budget, Number((isForced ? found?.first : found?.bytes) ?? 0))
  if (given < rows) budget.isCut = true
  return given
}

/**
 * After how many rows each page ends when `rowsThatFit` cuts the pages.
 * @param bytes of each row, in their order
 * @param size the maximum rows of a page
 */
export function endsOfPages(bytes: readonly number[], size: number): readonly number[] {
  const ends: number[] = []
  let begin = 0
  let sum = 0
  for (const [index, one] of bytes.entries()) {
    const isFull = index - begin === size || sum + one > ANSWER_BYTES_MAX
    if (isFull && index > begin) {
      ends.push(index)
      begin = index
      sum = 0
    }
    sum += one
  }
  return ends
}

/** Takes the bytes of rows that can't be given in part. @throws AnswerTooLargeError */
export async function takeWhole(reader: Bounds, bytes: number, isFirst: boolean): Promise<void> {
  const budget = reader.budget ?? new ByteBudget()
  if (bytes > budget.left && !(isFirst && budget.isEmpty)) throw new AnswerTooLargeError()
  await take(reader, budget, bytes)
}

async function take(reader: Bounds, budget: ByteBudget, bytes: number): Promise<void> {
  budget.left -= bytes
  if (bytes > 0) budget.isEmpty = false
  if (ANSWER_BYTES_MAX - budget.left > SMALL_BYTES_MAX) await reader.large?.()
}

/** The size of rows under the alias `t`. */
export const rowBytes = (columns: readonly Column[]): string =>
  bytesSql(columns, (column) => columnName(column))
