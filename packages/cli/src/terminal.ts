/** Characters of two columns, and marks of none (Unicode Standard Annex 11, simplified). */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uFF01-\uFF60]/u
const NARROW = /\p{Mark}|\p{Cf}/u

/** Number of columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += NARROW.test(character) ? 0 : WIDE.test(character) ? 2 : 1
  return width
}

/** Makes foreign text safe to print: a mail's subject can't move the cursor or change colors. */
export const harmless = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ')

/** Breaks a text between words only. A word longer than `width` gets its own line. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || widthOf(longer) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

/**
 * Breaks every line of a text to `width`. Continuation lines are indented as their first line is.
 * @param width null = lines aren't broken
 */
export function fill(text: string, width: number | null): string {
  if (width === null) return text
  return text
    .split('\n')
    .flatMap((line) => {
      if (widthOf(line) <= width) return [line]
      const indent = /^ */.exec(line)?.[0] ?? ''
      return wrap(line.slice(indent.length), width - indent.length).map((part) => indent + part)
    })
    .join('\n')
}

const GAP = '  '
/** Narrower than this, a text would have one word on each line. */
const TEXT_MIN = 20

/**
 * Each column is as wide as its widest cell. If the table is then wider than the terminal, texts
 * are broken within their cells; if it is still too wide, each row becomes a paragraph.
 * @param width null = no limit, one line for each row
 */
export function tableText(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number | null,
): string {
  const all = [head, ...rows].map((row) => row.map(harmless))
  const natural = head.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))))
  const widths = width === null ? natural : narrowed(all, natural, width)
  if (widths === null) return paragraphs(all[0]!, all.slice(1), width!)
  return all.flatMap((row) => tableLines(row, widths)).join('\n')
}

/** @returns null if the columns can't be made narrow enough */
function narrowed(
  rows: readonly (readonly string[])[],
  natural: readonly number[],
  width: number,
): readonly number[] | null {
  const least = natural.map((own, column) => {
    const words = rows.flatMap((row) => (row[column] ?? '').split(/ +/))
    return Math.min(own, Math.max(TEXT_MIN, ...words.map(widthOf)))
  })
  const widths = [...natural]
  const sum = () => widths.reduce((all, own) => all + own, GAP.length * (widths.length - 1))
  while (sum() > width) {
    const spare = widths.map((own, column) => (own > least[column]! ? own : 0))
    const widest = spare.indexOf(Math.max(...spare))
    if (spare[widest] === 0) return null
    widths[widest] = Math.max(least[widest]!, widths[widest]! - (sum() - width))
  }
  return widths
}

function tableLines(row: readonly string[], widths: readonly number[]): readonly string[] {
  const cells = row.map((cell, column) => wrap(cell, widths[column]!))
  const height = Math.max(...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, column) => padded(lines[line] ?? '', widths[column]!))
      .join(GAP)
      .trimEnd(),
  )
}

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** Prints the first cell, and below it the other cells with their titles. */
function paragraphs(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const inner = width - GAP.length
  return rows
    .map(([first = '', ...cells]) => {
      const parts = cells
        .map((cell, column) => ({ cell, title: head[column + 1] ?? '' }))
        .filter(({ cell }) => cell !== '')
        .map(({ cell, title }) => `${title}: ${cell}`)
      const lines: string[] = []
      for (const part of parts) {
        const longer = `${lines.at(-1)}${GAP}${part}`
        if (lines.length > 0 && widthOf(longer) <= inner) lines[lines.length - 1] = longer
        else lines.push(...wrap(part, inner))
      }
      return [...wrap(first, width), ...lines.map((line) => GAP + line)].join('\n')
    })
    .join('\n\n')
}
