/** From here on a step counts as one that keeps the process from everything else. */
export const LONG_BYTES = 1024 * 1024

let last: Promise<unknown> = Promise.resolve()

/**
 * Resolves when nobody else's long step runs, after all that came in meanwhile was looked at. Parsing and
 * writing out 15 MB keep the one thread busy for some tenths of a second each; without turns, those of
 * all large requests may come one right after another, and health waits for their sum.
 */
export function longTurn(): Promise<void> {
  const turn = last.then(() => new Promise<void>((resolve) => setImmediate(resolve)))
  last = turn
  return turn
}
