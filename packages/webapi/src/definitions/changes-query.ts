import { DEFINITION_TYPES } from '@trackmark/dataverse'
import { badRequest } from '@trackmark/http'
import { z } from 'zod'
import { type Definition, derives, propertiesOf, valuesOf } from './definition.ts'

const condition = z.object({
  PropertyName: z.string(),
  ConditionOperator: z.enum(['Equals', 'NotEquals', 'In', 'NotIn', 'GreaterThan', 'LessThan']),
  Value: z.unknown().optional(),
})

type MetadataCondition = z.infer<typeof condition>
interface MetadataFilter {
  readonly FilterOperator: 'And' | 'Or'
  readonly Conditions: readonly MetadataCondition[]
  readonly Filters: readonly MetadataFilter[]
}

const DEPTH_MAX = 10
const many = <T extends z.ZodType>(one: T) => z.array(one).max(1000).nullish()

const filterAt = (depth: number): z.ZodType<MetadataFilter> =>
  z
    .object({
      FilterOperator: z.enum(['And', 'Or']).default('And'),
      Conditions: many(condition),
      Filters: depth === 0 ? z.array(z.never()).nullish() : many(filterAt(depth - 1)),
    })
    .transform((one) => ({
      FilterOperator: one.FilterOperator,
      Conditions: one.Conditions ?? [],
      Filters: one.Filters ?? [],
    }))

/** Some scripts send true and false as strings. */
const flag = z.union([
  z.boolean(),
  z
    .string()
    .regex(/^(true|false)$/i)
    .transform((text) => text.toLowerCase() === 'true'),
])
const properties = z.object({
  AllProperties: flag.default(false),
  PropertyNames: many(z.string()),
})
const part = z.object({
  Properties: properties.nullish(),
  Criteria: filterAt(DEPTH_MAX).nullish(),
})

/** The `Query` of `RetrieveMetadataChanges`, as Microsoft's "Query schema definitions" describes it. */
export const metadataQuery = part.extend({
  AttributeQuery: part.nullish(),
  RelationshipQuery: part.nullish(),
  KeyQuery: part.nullish(),
  LabelQuery: z.object({ FilterLanguages: many(z.number().int()) }).nullish(),
})

export type MetadataQuery = z.infer<typeof metadataQuery>
export type PartQuery = z.infer<typeof part>

/** Names of the properties that are asked for; null means all. */
export function requestedNames(query: PartQuery | null | undefined): ReadonlySet<string> | null {
  const asked = query?.Properties
  if (asked == null || asked.AllProperties) return null
  return new Set(asked.PropertyNames ?? [])
}

/** Whether a definition meets a filter. @throws ApiError 400 for properties of no such definition */
export function meets(
  definition: Definition,
  type: string,
  filter: MetadataFilter | null | undefined,
): boolean {
  if (filter == null) return true
  const results = [
    ...filter.Conditions.map((one) => meetsCondition(definition, type, one)),
    ...filter.Filters.map((one) => meets(definition, type, one)),
  ]
  return filter.FilterOperator === 'And'
    ? results.every(Boolean)
    : results.length === 0 || results.some(Boolean)
}

function meetsCondition(definition: Definition, type: string, one: MetadataCondition): boolean {
  const known = typeOf(type, one.PropertyName)
  if (known === undefined) {
    throw badRequest(
      `Could not find a property named '${one.PropertyName.slice(0, 80)}' on type 'Microsoft.Dynamics.CRM.${type}'.`,
    )
  }
  const found = valuesOf(definition).find(([name]) => name === one.PropertyName)?.[1] ?? null
  const value =
    typeof found === 'object' && found !== null && 'Value' in found ? found.Value : found
  if (Array.isArray(value) || (typeof value === 'object' && value !== null)) {
    throw badRequest(`Conditions aren't about ${one.PropertyName}, which is a label or a list.`)
  }
  const asked = askedValues(one)
  const [first = null] = asked
  switch (one.ConditionOperator) {
    case 'Equals':
      return isEqual(value, first)
    case 'NotEquals':
      return !isEqual(value, first)
    case 'In':
      return asked.some((item) => isEqual(value, item))
    case 'NotIn':
      return !asked.some((item) => isEqual(value, item))
    case 'GreaterThan':
      return compared(value, first) > 0
    case 'LessThan':
      return compared(value, first) < 0
  }
}

/** Looks at the derived types too, since a column's own type may have more properties. */
function typeOf(type: string, name: string): string | undefined {
  const all = DEFINITION_TYPES.filter((one) => derives(one.name, type))
  return all.flatMap((one) => propertiesOf(one.name)).find((one) => one.name === name)?.type
}

type Asked = string | number | boolean | null

/** Reads `{"Type": "System.String[]", "Value": "['a','b']"}`, or a value or list by itself. */
function askedValues({ Value: given }: MetadataCondition): readonly Asked[] {
  const value =
    typeof given === 'object' && given !== null && 'Value' in given ? given.Value : given
  if (Array.isArray(value)) return value.map(asAsked)
  const inside = typeof value === 'string' ? /^\s*\[(.*)\]\s*$/s.exec(value)?.[1] : undefined
  if (inside === undefined) return [asAsked(value)]
  return [...inside.matchAll(/'([^']*)'|"([^"]*)"|([^,\s]+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  )
}

function asAsked(value: unknown): Asked {
  const isPlain =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return isPlain ? value : null
}

function isEqual(value: unknown, asked: Asked): boolean {
  if (value === null || asked === null) return value === null && asked === null
  return String(value).toLowerCase() === String(asked).trim().toLowerCase()
}

/** Compares numbers and instants by size and everything else as text. NaN when one of them is null. */
function compared(value: unknown, asked: Asked): number {
  if (value === null || asked === null) return Number.NaN
  if (typeof value === 'number') return value - Number(asked)
  const [left, right] = [Date.parse(String(value)), Date.parse(String(asked))]
  if (/^\d{4}-/.test(String(value))) return left - right
  return String(value) < String(asked) ? -1 : String(value) > String(asked) ? 1 : 0
}
