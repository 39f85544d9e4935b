import { createRequire, registerHooks } from 'node:module'

/**
 * Runs the odata2ts command line, with the arguments of this process. It asks the `typescript`
 * package for its compiler API, which version 7 hasn't; ts-morph brings a copy that has.
 */
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier === 'typescript' ? '@ts-morph/common/dist/typescript.js' : specifier, context),
})
createRequire(import.meta.url)('@odata2ts/odata2ts/lib/run-cli.js')
