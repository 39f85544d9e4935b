import {
  type Column,
  DEFINITION_ENUMS,
  DEFINITION_TYPES,
  DEFINITION_VALUES,
  edmType,
  FUNCTION_TYPES,
  navigationProperties,
  type StructuredType,
  type Table,
} from '@trackmark/dataverse'

/** The amount of control information in an answer (OData JSON format 4.0, 3.1). */
export type MetadataLevel = 'minimal' | 'full' | 'none'

type Properties = Record<string, unknown>

const LEVEL = /;\s*odata\.metadata\s*=\s*"?(minimal|full|none)"?/i

/** `$format` takes precedence over the header. The first media type with a level counts. */
export function metadataLevel(accept: string | null, format: string | null): MetadataLevel {
  const asked = LEVEL.exec(format ?? accept ?? '')?.[1]?.toLowerCase()
  return (asked as MetadataLevel | undefined) ?? 'minimal'
}

/** Control information that is needed at every level. */
const KEPT = /@odata\.(nextLink|deltaLink|count)$/

/**
 * Removes the control information from an answer. Annotations that `include-annotations` asked for are kept, and so
 * are entity references, which consist of nothing but their id.
 */
export function withoutMetadata(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMetadata)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const kept = entries.filter(([name]) => !name.includes('@odata.') || KEPT.test(name))
  const id = '@odata.id' in value ? value['@odata.id'] : undefined
  if (kept.length === 0 && id !== undefined) return { '@odata.id': id }
  return Object.fromEntries(kept.map(([name, one]) => [name, withoutMetadata(one)]))
}

/** Types whose values JSON writes as strings, or as numbers of another type. */
const TOLD: ReadonlySet<string> = new Set([
  'Edm.Guid',
  'Edm.DateTimeOffset',
  'Edm.Decimal',
  'Edm.Int64',
])

const typeAnnotation = (type: string | null): string | null =>
  type !== null && TOLD.has(type) ? `#${type.slice(4)}` : null

/** The type annotation of a column's value; null where JSON shows the type. */
export const columnType = (column: Column): string | null => typeAnnotation(edmType(column))

/** Control information before the properties of a row. @param root of the Web API */
export function rowControls(root: string, table: Table, id: string): Properties {
  const address = `${table.entitySetName}(${id})`
  return {
    '@odata.type': `#Microsoft.Dynamics.CRM.${table.logicalName}`,
    '@odata.id': `${root}/${address}`,
    '@odata.editLink': address,
  }
}

/** The navigation links of a row. */
export function rowLinks(root: string, table: Table, id: string): Properties {
  const address = `${root}/${table.entitySetName}(${id})`
  return Object.fromEntries(
    navigationProperties(table).flatMap(({ name }) => [
      [`${name}@odata.associationLink`, `${address}/${name}/$ref`],
      [`${name}@odata.navigationLink`, `${address}/${name}`],
    ]),
  )
}

const structured = new Map(
  [...DEFINITION_TYPES, ...DEFINITION_VALUES, ...FUNCTION_TYPES].map((type) => [type.name, type]),
)
const enums = new Set(DEFINITION_ENUMS.map(({ name }) => name))

/** Adds type annotations to a value of a complex type of `$metadata` and to everything in it. */
export function withTypes(type: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const own = '@odata.type' in value ? String(value['@odata.type']) : null
  const name = own?.replace(/^#?Microsoft\.Dynamics\.CRM\./, '') ?? type
  const types = propertyTypes(name)
  const result: Properties = { '@odata.type': `#Microsoft.Dynamics.CRM.${name}` }
  for (const [property, one] of Object.entries(value)) {
    if (property === '@odata.type') continue
    const declared = types.get(property)
    const annotation = declared === undefined || one === null ? null : annotationOf(declared)
    if (annotation !== null) result[`${property}@odata.type`] = annotation
    const inner = declared?.replace(/^Collection\((.*)\)$/, '$1').replace('mscrm.', '') ?? ''
    result[property] = Array.isArray(one)
      ? one.map((item) => withTypes(inner, item))
      : withTypes(inner, one)
  }
  return result
}

function annotationOf(declared: string): string | null {
  const inner = /^Collection\((.*)\)$/.exec(declared)?.[1]
  const name = (inner ?? declared).replace('mscrm.', '')
  if (inner !== undefined) {
    return `#Collection(${inner.startsWith('Edm.') ? inner.slice(4) : `Microsoft.Dynamics.CRM.${name}`})`
  }
  return enums.has(name) ? `#Microsoft.Dynamics.CRM.${name}` : typeAnnotation(declared)
}

/** The types of a type's properties by name, including inherited ones. */
function propertyTypes(name: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  let type: StructuredType | undefined = structured.get(name)
  while (type !== undefined) {
    for (const one of [...type.properties, ...type.contained]) found.set(one.name, one.type)
    type = structured.get(type.base ?? '')
  }
  return found
}
