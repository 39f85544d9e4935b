import { checkParts, graphBatch, type PartAnswer } from './graph.ts'
import type { Categorized } from './wire.ts'

/** An item and where it is. */
export interface Target {
  readonly path: string
  readonly item: Categorized
}

const TRIES = 4
const CHANGED_MEANWHILE = 412

/**
 * Changes the categories of several items. Each is written only as it was read; one that somebody
 * else changed meanwhile is read again, so that nobody's category is lost.
 *
 * @throws GraphFailure when one can't be written
 */
export async function categorize(
  targets: readonly Target[],
  change: (categories: readonly string[]) => readonly string[],
): Promise<void> {
  let left: readonly Target[] = targets.filter(
    ({ item }) => change(item.categories) !== item.categories,
  )
  for (let tries = 1; left.length > 0; tries += 1) {
    const answers = await graphBatch(
      left.map(({ path, item }) => ({
        method: 'PATCH',
        path,
        ifMatch: item['@odata.etag'],
        body: { categories: change(item.categories) },
      })),
    )
    const isOld = ({ status }: PartAnswer) => status === CHANGED_MEANWHILE && tries < TRIES
    checkParts(answers.filter((answer) => !isOld(answer)))
    left = await readAgain(left.filter((_, index) => isOld(answers[index]!)))
  }
}

async function readAgain(targets: readonly Target[]): Promise<readonly Target[]> {
  const answers = await graphBatch(targets.map(({ path }) => ({ method: 'GET', path })))
  checkParts(answers)
  return targets.map(({ path }, index) => ({ path, item: answers[index]?.body as Categorized }))
}
