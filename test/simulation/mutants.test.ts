import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MUTANTS, withBug } from './mutants.ts'

const ROOT = join(import.meta.dirname, '../..')

// `npm run mutate` takes minutes and is run by hand; that it can run is seen with every change.
test.each(MUTANTS)('"$name" can be planted in the code as it is', (mutant) => {
  for (const file of new Set(mutant.edits.map((edit) => edit.file))) {
    const path = join(ROOT, file)
    const source = readFileSync(path, 'utf8')
    expect(withBug(mutant, path, source)).not.toBe(source)
  }
})
