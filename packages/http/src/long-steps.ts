/** From this size on, a step blocks the process noticeably. */
export const LONG_BYTES = 1024 * 1024

let last: Promise<unknown> = Promise.resolve()

/**
 * Waits for the turn of one long, blocking step. Parsing or writing 15 MB blocks the only thread for some tenths of a
 * second. Without turns, such steps of several requests run one right after another, and health checks wait for their
 * sum; here other requests are answered between two of them.
 */
export function turnForLongStep(): Promise<void> {
  const turn = last.then(() => new Promise<void>((resolve) => setImmediate(resolve)))
  last = turn
  return turn
}
