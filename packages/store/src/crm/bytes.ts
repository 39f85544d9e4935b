import type { Column } from '@trackmark/dataverse'
import { columnName, isText, type RunSql } from './sql.ts'

/** What bounds an answer. */
export interface Bounds {
  readonly run: RunSql
  /** What is left of the answer's bytes; without one, each statement has a budget of its own. */
  readonly budget?: ByteBudget
  /** Waits until the process may hold a large answer. */
  readonly large?: () => Promise<void>
}

/** Most bytes of one answer, of all its rows and what is expanded with them together. */
export const ANSWER_BYTES_MAX = 16 * 1024 * 1024

/** Up to here an answer needs no permit. */
const SMALL_BYTES_MAX = 2 * 1024 * 1024

/** What is left of an answer's bytes. A first row is always given, however large it is. */
export class ByteBudget {
  left = ANSWER_BYTES_MAX
  isEmpty = true
  /** Rows were left out. */
  isCut = false
}

/** What has to come whole is larger than an answer may be. */
export class AnswerTooLargeError extends Error {
  override readonly name = 'AnswerTooLargeError'
}

/** What a value takes in JSON besides itself. */
const AROUND_VALUE = 8

const aroundRow = (columns: readonly Column[]): number =>
  columns.reduce((sum, column) => sum + column.webApiName.length + AROUND_VALUE, 0)

/** Whether so many rows may need a permit, or be too many. Texts without a limit may be of any size. */
export function mayBeLarge(columns: readonly Column[], rows: number): boolean {
  const texts = columns.filter(isText).map(({ maxLength }) => maxLength ?? Number.POSITIVE_INFINITY)
  const each = texts.reduce((sum, most) => sum + most, aroundRow(columns))
  return each * rows > SMALL_BYTES_MAX
}

/** Bytes of a row's texts as they are stored, which costs no reading of them. */
export function bytesSql(columns: readonly Column[], nameOf: (column: Column) => string): string {
  const texts = columns.filter((column) => column.physical !== null && isText(column))
  const lengths = texts.map((column) => `coalesce(octet_length(${nameOf(column)}), 0)`)
  return [String(aroundRow(columns)), ...lengths].join(' + ')
}

/** Rows in their order, each with its `bytes` and, from 1, its number `n`. */
export interface Sized {
  readonly text: string
  readonly parameters: readonly unknown[]
}

/**
 * How many of these rows may be read, the first ones; takes what they need from the reader's budget,
 * and waits for a permit where that is much.
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
 * After how many rows each page ends that `rowsThatFit` cuts.
 * @param bytes of each row, in their order
 * @param size most rows of a page
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

/** Takes the bytes of what can't be given in part. @throws AnswerTooLargeError */
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

/** Of rows under the alias `t`. */
export const rowBytes = (columns: readonly Column[]): string =>
  bytesSql(columns, (column) => columnName(column))
