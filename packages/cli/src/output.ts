import { Failure } from './failure.ts'

export const print = (text: string): void => void process.stdout.write(`${text}\n`)
export const warn = (text: string): void => void process.stderr.write(`${text}\n`)
export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2))

/** Columns as wide as their widest cell; the last one runs on. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === cells.length - 1 ? cell : cell.padEnd(widths[column]!)))
      .join('  ')
      .trimEnd()
  return [line(head), ...rows.map(line)].join('\n')
}

/** `3 minutes ago`, `in 20 seconds`. */
export function relative(iso: string | null, now: number): string {
  if (iso === null) return '-'
  const seconds = Math.round((Date.parse(iso) - now) / 1000)
  const size = Math.abs(seconds)
  const [count, unit] =
    size < 90
      ? [size, 'second']
      : size < 5_400
        ? [Math.round(size / 60), 'minute']
        : size < 129_600
          ? [Math.round(size / 3_600), 'hour']
          : [Math.round(size / 86_400), 'day']
  const words = `${count} ${unit}${count === 1 ? '' : 's'}`
  return seconds <= 0 ? `${words} ago` : `in ${words}`
}

/** When something is due that may be late: `in 20 seconds`, `now`, `overdue by 3 minutes`. */
export function due(iso: string | null, now: number): string {
  const text = relative(iso, now)
  if (!text.endsWith(' ago')) return text
  return now - Date.parse(iso!) < 60_000 ? 'now' : `overdue by ${text.slice(0, -' ago'.length)}`
}

export interface Progress {
  update(done: number, total: number): void
  end(): void
}

const BAR = 30

/** A bar that redraws itself on a terminal; on a pipe nothing, so that output stays clean. */
export function progress(label: string): Progress {
  const { stderr } = process
  if (!stderr.isTTY) return { update: () => {}, end: () => {} }
  return {
    update: (done, total) => {
      const filled = total === 0 ? BAR : Math.round((BAR * done) / total)
      const bar = '#'.repeat(filled).padEnd(BAR, '.')
      stderr.write(`\r${label} [${bar}] ${done}/${total} `)
    },
    end: () => void stderr.write('\n'),
  }
}

/** Runs a tool: failures become a line on standard error and an exit code. */
export async function main(work: () => Promise<unknown>): Promise<void> {
  // `| head` has read enough: nothing is wrong.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1)
  })
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = error.exitCode
  }
}
