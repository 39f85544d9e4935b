import { registerHooks } from 'node:module'
import { MUTANTS } from './mutants.ts'

/**
 * Loaded before anything else (`--import`), this plants the bug that MUTANT names, in memory only.
 * @throws when a place to edit isn't found exactly once: the code has moved on
 */
const name = process.env.MUTANT
const mutant = MUTANTS.find((one) => one.name === name)
if (name !== undefined && mutant === undefined) throw new Error(`no mutant is called ${name}`)

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    const edits = (mutant?.edits ?? []).filter(({ file }) => url.endsWith(`/${file}`))
    if (edits.length === 0) return loaded
    let source = Buffer.from(loaded.source as Uint8Array).toString()
    for (const { file, from, to } of edits) {
      if (source.split(from).length !== 2) throw new Error(`${file} has no single '${from}'`)
      source = source.replace(from, () => to)
    }
    return { ...loaded, source }
  },
})
