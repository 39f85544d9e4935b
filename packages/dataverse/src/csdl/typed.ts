import type { StructuredType, TypedName } from './types.ts'

export const of =
  (type: string, isNullable = true) =>
  (...names: readonly string[]): readonly TypedName[] =>
    names.map((name) => ({ name, type, ...(isNullable ? {} : { nullable: false }) }))

export const texts = of('Edm.String')
export const ints = of('Edm.Int32')
export const bools = of('Edm.Boolean')
export const labels = of('mscrm.Label')
export const instants = of('Edm.DateTimeOffset')
export const managed = of('mscrm.BooleanManagedProperty')

/** A complex type; `base` without namespace. */
export function complex(
  name: string,
  properties: readonly TypedName[],
  base?: string,
): StructuredType {
  const rest = { base: base ?? null, isAbstract: false, key: null, contained: [] }
  return { kind: 'ComplexType', name, properties, ...rest }
}
