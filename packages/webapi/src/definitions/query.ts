import {
  type Column,
  type ColumnType,
  compareRows,
  DEFINITION_ENUMS,
  DEFINITION_VALUES,
  evaluate,
  parseQuery,
  type Query,
  type Table,
} from '@trackmark/dataverse'
import { ApiError, badRequest } from '@trackmark/http'
import type { CellValue } from '@trackmark/store'
import { splitOutside } from '../request/split-outside.ts'
import { type Definition, partType, propertiesOf, valuesOf } from './definition.ts'

/** Query options of one level: of the request itself, or those in the parentheses of an $expand. */
export interface DefinitionOptions {
  readonly select: readonly string[] | null
  readonly expand: readonly {
    readonly name: string
    readonly options: readonly (readonly [string, string])[]
  }[]
  /** $filter, $orderby, $top and $count. */
  readonly list: readonly (readonly [string, string])[]
}

/** Supported options. Others change nothing about definitions, since labels are in one language. */
const HEEDED = ['$select', '$filter', '$expand', '$orderby', '$top', '$count']
const IGNORED = ['LabelLanguages', '$format']

/** @throws ApiError 400 for options that aren't supported */
export function definitionOptions(pairs: Iterable<readonly [string, string]>): DefinitionOptions {
  const found = new Map<string, string>()
  for (const [name, value] of pairs) {
    if (IGNORED.includes(name) || !(name.startsWith('$') || HEEDED.includes(name))) continue
    if (!HEEDED.includes(name))
      throw badRequest(`${name.slice(0, 40)} isn't served for definitions.`)
    if (found.has(name)) throw badRequest(`The option is given twice. (${name})`)
    found.set(name, value)
  }
  const select = found.get('$select')
  return {
    select: select === undefined ? null : select.split(',').map((name) => name.trim()),
    expand: partsOf(found.get('$expand') ?? '', ',').map(expandItem),
    list: [...found].filter(([name]) => name !== '$select' && name !== '$expand'),
  }
}

function expandItem(text: string): DefinitionOptions['expand'][number] {
  const [, name, inside] = /^\s*(\w+)\s*(?:\((.*)\))?\s*$/s.exec(text) ?? []
  if (name === undefined) throw badRequest(`$expand can't be read at "${text.slice(0, 60)}".`)
  const options = partsOf(inside ?? '', ';').map((part): [string, string] => {
    const at = part.indexOf('=')
    return at < 0 ? [part.trim(), ''] : [part.slice(0, at).trim(), part.slice(at + 1)]
  })
  return { name, options }
}

const partsOf = (text: string, separator: string): readonly string[] =>
  splitOutside(text, separator, ['(', ')']).filter((part) => part.trim() !== '')

const COLUMN_TYPES: Readonly<Record<string, ColumnType>> = {
  'Edm.Guid': 'uniqueidentifier',
  'Edm.String': 'string',
  'Edm.Int32': 'integer',
  'Edm.Boolean': 'boolean',
  'Edm.DateTimeOffset': 'datetime',
  'Edm.Decimal': 'decimal',
  'Edm.Double': 'double',
  'Edm.Int64': 'bigint',
}

const ENUMS: ReadonlySet<string> = new Set(DEFINITION_ENUMS.map(({ name }) => name))

/** Types with a property `Value`, which conditions name, as in `IsCustomizable/Value eq true`. */
const VALUED: ReadonlyMap<string, string> = new Map(
  DEFINITION_VALUES.flatMap(({ name, properties }) => {
    const value = properties.find((property) => property.name === 'Value')
    return value === undefined ? [] : [[name, value.type] as const]
  }),
)
/** Column name for the `Value` of such a property. No property has a name like it. */
const ofValue = (name: string): string => `${name}__Value`

/** Presents a type of definition as a table, so that the parser of tables' filters can read filters on it. */
function asTable(type: string): Table {
  const columns = propertiesOf(type).flatMap((property): readonly Column[] => {
    const valued = VALUED.get(property.type.replace('mscrm.', ''))
    const columnType = columnTypeOf(valued ?? property.type)
    if (columnType === undefined) return []
    return [columnOf(valued === undefined ? property.name : ofValue(property.name), columnType)]
  })
  return {
    logicalName: type,
    entitySetName: type,
    typeCode: 0,
    primaryId: 'MetadataId',
    primaryName: null,
    columns,
    isActivity: false,
    source: 'view',
  }
}

const columnTypeOf = (type: string): ColumnType | undefined =>
  ENUMS.has(type.replace('mscrm.', '')) ? 'string' : COLUMN_TYPES[type]

/** The values of a definition, for the columns of `asTable`. */
function cellsOf(definition: Definition): Record<string, CellValue> {
  return Object.fromEntries(
    valuesOf(definition).map(([name, value]) =>
      typeof value === 'object' && value !== null && 'Value' in value
        ? [ofValue(name), value.Value as CellValue]
        : [name, value as CellValue],
    ),
  )
}

const columnOf = (name: string, type: ColumnType): Column => ({
  logicalName: name,
  webApiName: name,
  type,
  physical: name,
  physicalType: null,
  readOnly: true,
  nullable: true,
  maxLength: null,
  default: null,
  optionSet: null,
  targets: [],
  participation: null,
  secret: false,
})

interface DefinitionList {
  readonly items: readonly Definition[]
  /** Number of members before `$top`; null when it wasn't asked for. */
  readonly count: number | null
}

/** @param type the type of the collection; options can name only its own properties */
export function listDefinitions(
  all: readonly Definition[],
  type: string,
  options: DefinitionOptions,
): DefinitionList {
  const pairs = options.list.map(([name, value]): [string, string] => [name, comparable(value)])
  const parsed = parseQuery(asTable(type), pairs)
  if (!parsed.ok) throw new ApiError(400, parsed.error.code, parsed.error.message)
  const { filter, orderBy, top, count } = parsed.query
  const met = filter === null ? all : all.filter((one) => evaluate(filter, cellsOf(one)))
  const ordered = orderBy.length === 0 ? met : sorted(met, orderBy)
  return { items: top === null ? ordered : ordered.slice(0, top), count: count ? met.length : null }
}

/** Rewrites a filter: enumeration members are compared by name, and managed properties by their `Value`. */
const comparable = (text: string): string =>
  text.replaceAll(
    /'(?:[^']|'')*'|Microsoft\.Dynamics\.CRM\.\w+(?=')|\b(\w+)\/Value\b/g,
    (found, name) => {
      if (found.startsWith("'")) return found
      return name === undefined ? '' : ofValue(name)
    },
  )

const sorted = (items: readonly Definition[], orderBy: Query['orderBy']): readonly Definition[] =>
  [...items].sort((a, b) => compareRows(orderBy, cellsOf(a), cellsOf(b)))

/** @param type the type that is answered: the definition's own or one it derives from */
export function presentDefinition(
  definition: Definition,
  type: string,
  options: DefinitionOptions,
): Record<string, unknown> {
  const presented: Record<string, unknown> =
    definition.type === type ? {} : { '@odata.type': `#Microsoft.Dynamics.CRM.${definition.type}` }
  const known = new Set(propertiesOf(type).map((property) => property.name))
  for (const name of options.select ?? []) {
    if (!known.has(name)) throw noProperty(name, type)
  }
  const wanted = options.select === null ? null : new Set([...options.select, 'MetadataId'])
  for (const [name, value] of valuesOf(definition)) {
    if (wanted?.has(name) ?? true) presented[name] = value
  }
  for (const { name, options: inner } of options.expand) {
    presented[name] = part(definition, type, name, definitionOptions(inner))
  }
  return presented
}

function part(
  definition: Definition,
  type: string,
  name: string,
  options: DefinitionOptions,
): unknown {
  const declared = partType(type, name)
  if (declared === undefined) throw noProperty(name, type)
  const value = definition.parts[name]?.() ?? (declared.isCollection ? [] : null)
  if (value === null) return null
  if ('type' in value) return presentDefinition(value, declared.type, options)
  const { items } = listDefinitions(value, declared.type, options)
  return items.map((one) => presentDefinition(one, declared.type, options))
}

const noProperty = (name: string, type: string): ApiError =>
  badRequest(
    `Could not find a property named '${name.slice(0, 80)}' on type 'Microsoft.Dynamics.CRM.${type}'.`,
  )
