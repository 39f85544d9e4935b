import { Failure } from './failure.ts'
import { fill, tableText } from './terminal.ts'

/** Width of the stream's terminal; null if it is no terminal, so that lines aren't broken. */
export const columnsOf = ({ isTTY, columns: width }: NodeJS.WriteStream): number | null =>
  isTTY && width >= 20 ? width : null

/** Text for people. On a terminal, lines are broken between words. */
export const print = (text: string): void => printExactly(fill(text, columnsOf(process.stdout)))
/** Text for programs and shells. It is printed unchanged. */
export const printExactly = (text: string): void => void process.stdout.write(`${text}\n`)
export const printJson = (value: unknown): void => printExactly(JSON.stringify(value, null, 2))
export const warn = (text: string): void =>
  void process.stderr.write(`${fill(text, columnsOf(process.stderr))}\n`)

/** A table for standard output, within its width. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  tableText(head, rows, columnsOf(process.stdout))

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

/** Time until or since something is due: `in 20 seconds`, `now`, `overdue by 3 minutes`. */
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

/** Shows a progress bar on a terminal, and nothing on a pipe, so that the output stays clean. */
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
  // A reader such as `| head` closed the pipe early, which is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1)
  })
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    warn(error.message)
    process.exitCode = error.exitCode
  }
}
