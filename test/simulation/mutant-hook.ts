import { registerHooks } from 'node:module'
import { mutantAsked, withBug } from './mutants.ts'

/** Loaded before anything else (`--import`), this plants the bug that MUTANT names, in memory only. */
const mutant = mutantAsked()
registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    if (mutant === undefined || typeof loaded.source === 'string' || !loaded.source) return loaded
    const source = withBug(mutant, url, Buffer.from(loaded.source as Uint8Array).toString())
    return source === null ? loaded : { ...loaded, source }
  },
})
