import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, first: how large a file is doesn't tell. */
const LONGEST = [/^test\/(web|simulation)\//, /^test\//, /^packages\/(server|store|cli)\/test\//]

/** So that no long file begins last and is waited for alone. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = (file: TestSpecification): number => {
      const path = relative(file.project.vitest.config.root, file.moduleId)
      const place = LONGEST.findIndex((kind) => kind.test(path))
      return place === -1 ? LONGEST.length : place
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}
