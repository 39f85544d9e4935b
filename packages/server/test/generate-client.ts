import { createRequire, registerHooks } from 'node:module'

/**
 * Runs the odata2ts command line with the arguments of this process. It needs the compiler API of the
 * `typescript` package, which version 7 doesn't have; ts-morph contains a copy that has it.
 */
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier === 'typescript' ? '@ts-morph/common/dist/typescript.js' : specifier, context),
})
const require = createRequire(import.meta.url)
const { FileHandler } = require('@odata2ts/odata2ts/lib/project/FileHandler.js')
const { StructureKind } = require('ts-morph')

const KINDS = {
  addClass: StructureKind.Class,
  addEnum: StructureKind.Enum,
  addInterface: StructureKind.Interface,
  addTypeAlias: StructureKind.TypeAlias,
  addVariableStatement: StructureKind.VariableStatement,
}

// ts-morph parses the whole file again for each of hundreds of added types; here they are added at once, in
// their order, when the file is written.
const { write } = FileHandler.prototype
const statements = new WeakMap<object, object[]>()
FileHandler.prototype.getFile = function () {
  const waiting = statements.get(this) ?? []
  statements.set(this, waiting)
  return Object.fromEntries(
    Object.entries(KINDS).map(([name, kind]) => [
      name,
      (structure: object) => void waiting.push({ kind, ...structure }),
    ]),
  )
}
FileHandler.prototype.write = function (...args: unknown[]) {
  this.file.addStatements(statements.get(this) ?? [])
  return write.apply(this, args)
}

require('@odata2ts/odata2ts/lib/run-cli.js')
